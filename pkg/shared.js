/**
 * One worker for several engines of a page: words, tables and code are loaded once, each engine has its own articles. The
 * worker ends with its last engine.
 */

/** Workers by address; promises, because several elements begin at once. */
const workers = new Map();

/** A port of an engine to the worker at `key`; `create` gives the port of a worker that has said hello. */
export async function sharedPort(key, create, mailbox) {
  const found = workers.get(key);
  const opening = found ?? create().then((port) => new Shared(port, () => workers.get(key) === opening && workers.delete(key)));
  if (!found) {
    workers.set(key, opening);
    opening.catch(() => workers.delete(key));
  }
  const shared = await opening;
  // It broke or was left by the last engine while this one waited.
  return shared.isOpen ? shared.port(mailbox()) : sharedPort(key, create, mailbox);
}

class Shared {
  isOpen = true;
  #worker;
  #forget;
  #boxes = new Map();
  #next = 1;

  constructor(worker, forget) {
    this.#worker = worker;
    this.#forget = forget;
    worker.listen((message) => this.#heard(message), (reason, code) => this.#broke(reason, code));
  }

  port(box) {
    const session = this.#next++;
    this.#boxes.set(session, box);
    const post = (message, transfer) => this.isOpen && this.#worker.post({ ...message, session }, transfer);
    const leave = () => post({ type: 'close' });
    return { mode: 'worker', post, end: leave, leave, listen: box.listen };
  }

  #heard({ session, ...message }) {
    // The module is dead, and with it every engine in it.
    if (message.type === 'crash') return this.#broke(message.message, message.code);
    if (message.type === 'network') return this.#boxes.forEach((box) => box.put(message));
    if (message.type !== 'closed') return this.#boxes.get(session)?.put(message);
    this.#boxes.delete(session);
    if (!this.#boxes.size) this.#end();
  }

  #broke(reason, code) {
    if (!this.isOpen) return;
    this.#end();
    this.#boxes.forEach((box) => box.fail(reason, code));
  }

  #end() {
    this.isOpen = false;
    this.#forget();
    this.#worker.end();
  }
}
