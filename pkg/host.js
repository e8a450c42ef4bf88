/**
 * The engine in the thread that imports this file: a worker's, or the page's and Node's where there is no worker.
 * Takes messages (`start`, `request`, `cancel`) and sends messages (`hello`, `ready`, `reply`, `error`, `restored`,
 * `storage`, `crash`); `engine.js` is the other end.
 */
import { Batches } from './batches.js';
import { anew, load } from './files.js';
import { aboutOf, isPlain } from './readers.js';
import { openStore } from './store.js';

export const PROTOCOL = 1;

/** Larger files are refused without being read. */
const MAX_BYTES = 64 * 1024 * 1024;
/** How long the thread works before it looks at its messages. */
const SLICE_MS = 8;
/** Progress is told at most this often. */
const PROGRESS_MS = 100;
/** Requests that this thread makes itself have ids from here on. */
const OWN = 0xf000_0000;
/** The request that brings back what was stored. */
const RESTORE = 0;

const isNode = typeof process === 'object' && !!process.versions?.node;

/** Whether this thread may stand still until a file is there. */
const canWait = !isNode && typeof document === 'undefined' && typeof XMLHttpRequest === 'function';

/** Whether a first result is asked for, which does without the rest of the engine; other requests wait for it. */
export const isFirst = ({ type, queries = [] }) =>
  ['add', 'map', 'addMapped', 'restore', 'remove', 'overview', 'outline', 'article'].includes(type)
  || (type === 'charts' && queries.every(({ kind }) => kind === 'cloud' || kind === 'terms'));

/** The next turn of the event loop; timers would wait at least four milliseconds. */
const nextTurn = isNode
  ? () => new Promise((done) => setImmediate(done))
  : () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          done();
        };
        port2.postMessage(0);
      });

/** Modules that crashed in this thread. One that did is dead; the next start needs a new copy. */
let dead = 0;

/** Written out, so that bundlers take the files along. */
const PACKS = {
  'words.pack': () => new URL('./data/words.pack', import.meta.url),
  'tables.pack': () => new URL('./data/tables.pack', import.meta.url),
};

/** What engines of this thread have in common, by the addresses of their files. */
const loaded = new Map();

/** The module and the packs; asked for once, however many engines there are. */
function parts({ wasmUrl, restUrl, dataUrl, assets, isKept, sealed }) {
  const key = `${wasmUrl} ${dataUrl} ${dead}`;
  if (!loaded.has(key)) {
    const loading = loadParts({ wasmUrl, restUrl, dataUrl, assets: assets ?? {}, isKept, sealed });
    loading.catch(() => loaded.delete(key));
    loaded.set(key, loading);
  }
  return loaded.get(key);
}

async function loadParts({ wasmUrl, restUrl, dataUrl, assets, isKept, sealed }) {
  const script = new URL('./wasm/langkinh_engine.js', import.meta.url);
  const wasm = () =>
    wasmUrl ? load(new URL(wasmUrl)) : load(new URL('./wasm/langkinh_engine_bg.wasm', import.meta.url), 'wasm/langkinh_engine_bg.wasm');
  const pack = (name) => (dataUrl ? load(new URL(name, dataUrl)) : load(PACKS[name](), `data/${name}`));
  const [module, first, words, tables] = await Promise.all([
    dead ? anew(script, dead, sealed) : import('./wasm/langkinh_engine.js'),
    assets.wasm ?? wasm(),
    assets['words.pack'] ?? pack('words.pack'),
    assets['tables.pack'] ?? pack('tables.pack'),
  ]);
  await module.default({ module_or_path: first });
  const url = new URL(restUrl ?? new URL('./wasm/langkinh_engine_rest.wasm', import.meta.url));
  const given = assets.rest ?? (url.protocol === 'file:' ? load(url) : undefined);
  const rest = module.fetchRest(url, given, restUrl ? undefined : 'wasm/langkinh_engine_rest.wasm');
  // A worker can wait for it in the midst of a call; if it fails now, that call tries again and tells.
  if (canWait && !isKept) rest.catch(() => {});
  else await rest;
  if (module.protocol() !== PROTOCOL) throw new Error('the engine and its loader are of different versions; reload the page');
  return { module, words, tables, rest };
}

/** A new engine. */
async function newEngine(options) {
  const { module, words, tables, rest } = await parts(options);
  return { engine: new module.Engine(words, tables), rest, version: module.version() };
}

/** Starts listening: returns the function that takes messages. Those of several engines carry `session`. */
export function createHost(send) {
  const hosts = new Map();
  send({ type: 'hello', protocol: PROTOCOL });
  return ({ session, ...message }) => {
    const answer = (reply, transfer) => {
      send(session ? { ...reply, session } : reply, transfer);
      if (reply.type === 'closed') hosts.delete(session);
    };
    if (!hosts.has(session)) hosts.set(session, new Host(answer));
    hosts.get(session).receive(message);
  };
}

class Host {
  #send;
  #engine;
  /** Ends once the rest of the engine is there, or is not to be had. */
  #rest;
  #options;
  #store;
  /** Requests come after the start and after one another, though files are read asynchronously. */
  #queue = Promise.resolve();
  /** What is on its way into the store. */
  #writes = Promise.resolve();
  /** Other tabs on the same store. */
  #others;
  #next = OWN;
  #running = false;
  #closed = false;
  /** Per request at hand: what the reply needs. */
  #open = new Map();

  constructor(send) {
    this.#send = send;
  }

  receive(message) {
    const { type, id } = message;
    if (type === 'cancel') {
      const request = this.#open.get(id);
      if (request) request.cancelled = true;
      if (request?.submitted) this.#engine?.cancel(request.inner ?? id);
    } else if (type === 'mapped') {
      this.#open.get(id)?.mapped?.get(message.at)?.(message.reply);
    } else if (type === 'start') {
      this.#queue = this.#start(message);
    } else if (type === 'request') {
      const { request } = message;
      this.#open.set(id, { refused: [], told: 0, afresh: isRemoveAll(request), areNew: isAddition(request) });
      this.#queue = this.#queue.then(() => this.#submit(id, request, message.isSpread));
    } else if (type === 'close') {
      this.#close();
    }
  }

  /** Ends once everything is written. */
  async #close() {
    this.#closed = true;
    await this.#writes;
    this.#others?.close();
    this.#store?.close();
    this.#engine?.free();
    this.#engine = null;
    this.#send({ type: 'closed' });
  }

  #crash(error) {
    dead += 1;
    this.#closed = true;
    this.#engine = null;
    this.#send({ type: 'crash', message: String(error?.message ?? error), ...(isMisfit(error) && { code: error.code }) });
  }

  async #start(options) {
    this.#options = options;
    try {
      const { engine, rest, version } = await newEngine(options);
      if (this.#closed) return engine.free();
      this.#engine = engine;
      this.#rest = rest.catch((error) => isMisfit(error) && !this.#closed && this.#crash(error));
      this.#send({ type: 'ready', version });
    } catch (error) {
      return this.#crash(error);
    }
    let records = options.records ?? [];
    if (options.persist) {
      try {
        this.#store = await openStore(options.persist, (error) => this.#storageFailed('lost', error));
        this.#listenToOthers(options.persist);
        if (options.restore) records = await this.#store.all();
      } catch (error) {
        this.#storageFailed('open', error);
      }
    }
    this.#open.set(RESTORE, { refused: [], told: 0 });
    await this.#submit(RESTORE, { type: 'restore', records });
  }

  /** Another tab on the same store tells which records it has changed; this one follows. */
  #listenToOthers(name) {
    if (typeof BroadcastChannel === 'undefined') return;
    this.#others = new BroadcastChannel(`langkinh/${name}`);
    this.#others.onmessage = ({ data }) => (this.#queue = this.#queue.then(() => this.#follow(data)).catch(() => {}));
  }

  async #follow({ afresh, keys }) {
    if (this.#closed) return;
    const named = new Set(keys.map((key) => key.replace(/^(article|given)\//, '')).filter((key) => key !== 'dictionary'));
    if (afresh) await this.#own({ type: 'remove', keys: [] });
    else if (named.size) await this.#own({ type: 'remove', keys: [...named] });
    const wanted = [...named].flatMap((key) => [`article/${key}`, `given/${key}`]);
    const records = await this.#store.some([...wanted, ...keys.filter((key) => key === 'dictionary')]);
    const list = records.find(({ key }) => key === 'dictionary');
    // A list that is gone is one of a comment.
    const bytes = list?.bytes ?? new TextEncoder().encode('#\n');
    if (keys.includes('dictionary')) await this.#own({ type: 'readDictionary', bytes, replace: true });
    if (records.length) await this.#own({ type: 'restore', records });
  }

  /** Makes a request of which nothing is written: the store has it already. */
  #own(request) {
    const id = this.#next;
    this.#next += 1;
    return new Promise((done) => {
      this.#open.set(id, { refused: [], told: 0, done });
      this.#submit(id, request);
    });
  }

  async #submit(id, request, isSpread) {
    const open = this.#open.get(id);
    if (this.#closed) return;
    try {
      if (!isFirst(request)) await this.#rest;
      if (this.#closed) return;
      if (await this.#isForReaders(request)) return await this.#addInBatches(id, request, open, isSpread);
      const ready = request.files ? await this.#read(request, open) : request;
      if (this.#closed) return;
      if (open.cancelled) return this.#deliver(id, { type: 'failed', failure: { code: 'cancelled' } });
      this.#engine.submit(id, ready);
      open.submitted = true;
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError || isMisfit(error)) return this.#crash(error);
      this.#open.delete(id);
      open.done?.();
      return this.#send({ type: 'error', id, message: String(error?.message ?? error) });
    }
    this.#run();
  }

  /** Reads the files that came as `File` or `Blob`; keeps those that cannot be read for the reply. */
  async #read(request, open) {
    const files = [];
    for (const { name, bytes, blob, split, starts, encoding, about } of request.files) {
      if (open.cancelled) break;
      const refuse = (failure) => open.refused.push({ name, failure });
      if ((bytes ?? blob).length > MAX_BYTES || blob?.size > MAX_BYTES) {
        refuse({ code: 'tooLarge', limit: MAX_BYTES });
        continue;
      }
      try {
        files.push({ name, bytes: bytes ?? new Uint8Array(await blob.arrayBuffer()), split: !!split, encoding, ...(starts && { starts }), ...aboutOf({ name, about }) });
      } catch {
        refuse({ code: 'binary' });
      }
    }
    return { ...request, files };
  }

  /** Whether a file among these is not plain text. Other workers (`map`) are given plain text only. */
  async #isForReaders({ type, files }) {
    if (type !== 'add' && type !== 'replace') return false;
    for (const file of files) if (!(await isPlain(file))) return true;
    return false;
  }

  /** Reads files of any format and hands on what they hold, some articles at a time; to other workers, where there are some. */
  async #addInBatches(id, request, open, isSpread) {
    const tell = (reply) => this.#deliver(id, reply);
    const ask = async (one) => {
      const reply = await this.#ask(one, open);
      if (reply.store && this.#store) {
        this.#keep(reply.store, { areNew: isAddition(one) });
        reply.store = [];
      }
      return reply;
    };
    const isGivenUp = () => open.cancelled || this.#closed;
    open.mapped = new Map();
    const read = (files) =>
      new Promise((done) => {
        const at = open.mapped.size;
        open.mapped.set(at, done);
        this.#send({ type: 'map', id, at, files });
      });
    const map = isSpread ? read : undefined;
    const batches = new Batches(request, { options: this.#options, ask, tell, isGivenUp, nextTurn, map });
    const reply = await batches.read();
    if (!this.#closed) this.#deliver(id, reply);
  }

  /** A request on behalf of another, which can be given up with it. */
  #ask(request, open) {
    const id = this.#next;
    this.#next += 1;
    Object.assign(open, { inner: id, submitted: true });
    return new Promise((answered) => {
      this.#open.set(id, { refused: [], told: 0, answered });
      this.#engine.submit(id, request);
      this.#run();
    });
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    let end = performance.now() + SLICE_MS;
    while (!this.#closed) {
      let turn;
      try {
        turn = this.#engine.step();
      } catch (error) {
        return this.#crash(error);
      }
      if (!turn) break;
      this.#deliver(...turn);
      if (performance.now() < end) continue;
      await nextTurn();
      end = performance.now() + SLICE_MS;
    }
    this.#running = false;
  }

  #deliver(id, reply) {
    const open = this.#open.get(id);
    if (reply.type === 'progress') {
      const now = performance.now();
      if (now - open.told < PROGRESS_MS) return;
      open.told = now;
      if (id !== RESTORE && id < OWN) this.#send({ type: 'reply', id, reply });
      return;
    }
    this.#open.delete(id);
    if (open.answered) return open.answered(reply);
    if (id >= OWN) {
      if (reply.store) reply.store = [];
      this.#send({ type: 'other', reply });
      return open.done();
    }
    if (reply.rejected) reply.rejected.push(...open.refused);
    if (reply.store && this.#store) {
      this.#keep(reply.store, open);
      reply.store = [];
    }
    if (id === RESTORE) return this.#send({ type: 'restored', reply });
    const bytes = reply.type === 'exported' || reply.type === 'mapped' ? [reply.bytes.buffer] : [];
    this.#send({ type: 'reply', id, reply }, bytes);
  }

  #keep(changes, { afresh, areNew }) {
    if (!changes.length && !afresh) return;
    const tell = () => this.#others?.postMessage({ afresh: !!afresh, keys: changes.map(({ key }) => key) });
    const write = this.#store.apply(changes, { afresh, areNew }).then(tell).catch((error) => this.#storageFailed('write', error));
    this.#writes = Promise.all([this.#writes, write]);
  }

  #storageFailed(operation, error) {
    this.#send({ type: 'storage', operation, reason: String(error?.name ?? 'Error'), message: String(error?.message ?? error) });
  }
}

/** Whether a file of ours came that is not of this build: nothing is run any more. */
const isMisfit = (error) => error?.code === 'integrity';

/** Whether a request takes out everything; the store is then emptied, records that no longer could be read included. */
const isRemoveAll = (request) => request.type === 'remove' && !request.keys?.length;

/** Whether a request changes nothing that is kept, but adds to it. */
const isAddition = ({ type }) => type === 'add' || type === 'addMapped';
