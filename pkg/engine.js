/**
 * The engine of Lăng Kính for pages, elements and Node: starts it in a worker, or in this thread where there is no
 * worker, and keeps it alive. See `engine.d.ts` for what can be asked.
 */
import { fetchedEarly, whenLoaded } from './early.js';
import { fetched } from './files.js';
import { PROTOCOL, createHost } from './host.js';
import { addInWorkers, helpers, helpersFor, holdMany, workersFor } from './pool.js';
import { isPlain } from './readers.js';
import { isKept } from './rest.js';
import { sharedPort } from './shared.js';

/** A worker that has not said hello by then will not. */
const HELLO_MS = 10_000;
/** So many crashes within a minute, and the engine stays down. */
const MAX_CRASHES = 3;
/** The code of errors where a file of ours is not of this build. */
const MISFIT = 'integrity';

/** Why a request was not done. `code` is `crashed`, `closed`, `badRequest`, `integrity`, or the code of `failure`. */
export class EngineError extends Error {
  constructor(code, message, failure) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
    if (failure) this.failure = failure;
  }
}

/** Starts an engine. Rejects with an `EngineError` (`start`; `integrity` where a file is not of this build) where none can run. */
export async function createEngine(options = {}) {
  const engine = new Engine(options);
  await engine.started;
  return engine;
}

class Engine extends EventTarget {
  #options;
  #port;
  #next = 1;
  #pending = new Map();
  #crashes = [];
  /** What a host without a store of its own would lose in a crash. */
  #kept = new Map();
  #closed = false;
  #restoring = false;
  #storageFailure = null;
  #restored;

  /** Resolves once what was stored on an earlier visit is back. */
  restored;

  constructor(options) {
    super();
    const { persist, sealed } = options;
    this.#options = { ...options, sealed: !!sealed && isAsPublished, persist: persist === true ? 'langkinh' : persist || null };
    this.started = this.#start({ restore: true });
  }

  /** `worker` or `main`: the thread that does the work. */
  get mode() {
    return this.#port?.mode;
  }

  /** Version of the program. */
  version;

  /** A store that could not be opened is told to those, too, who begin to listen later. */
  addEventListener(name, ...rest) {
    super.addEventListener(name, ...rest);
    if (name === 'storageerror' && this.#storageFailure) queueMicrotask(() => this.#tell(name, this.#storageFailure));
  }

  request(request, options = {}) {
    const { workers = 1 } = this.#options;
    const isSpread = request.type === 'add' && workers !== 1 && this.mode === 'worker';
    return isSpread && helpersFor(request.files, workers) > 0 ? this.#addInWorkers(request, options) : this.#ask(request, options);
  }

  async #addInWorkers(request, options) {
    const { signal, onProgress } = options;
    const { workers } = this.#options;
    if (signal?.aborted) throw signal.reason;
    let arePlain = true;
    for (const file of request.files) arePlain &&= await isPlain(file);
    const n = arePlain ? workersFor(request.files, workers) : helpersFor(request.files, workers) + 1;
    if (n < 2) return this.#ask(request, options);
    const dictionary = await this.exportDictionary();
    const [create] = ports({ ...this.#options, share: false });
    const open = async () => asked(await started(create, this.#startMessage()));
    if (arePlain) return addInWorkers(request, { n, open, ask: (one) => this.#ask(one), dictionary, signal, onProgress });
    // One worker takes the files apart; others read the articles.
    const pool = helpers({ n: n - 1, open, dictionary, atOnce: holdMany(request.files) });
    return this.#ask(request, { ...options, pool }).finally(() => pool.end());
  }

  #ask(request, { signal, onProgress, pool } = {}) {
    if (this.#closed) return Promise.reject(new EngineError('closed', 'the engine is closed'));
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const onAbort = () => this.#port?.post({ type: 'cancel', id });
      const settle = (give, value) => {
        this.#pending.delete(id);
        signal?.removeEventListener('abort', onAbort);
        give(value);
      };
      this.#pending.set(id, {
        onProgress,
        pool,
        resolve: (reply) => settle(resolve, reply),
        reject: (error) => settle(reject, error.code === 'cancelled' && signal?.aborted ? signal.reason : error),
      });
      signal?.addEventListener('abort', onAbort);
      // Not before an engine that is starting anew is there.
      this.started
        .then(() => this.#pending.has(id) && this.#port.post({ type: 'request', id, request, isSpread: !!pool }))
        .catch((error) => this.#pending.get(id)?.reject(new EngineError('badRequest', String(error?.message ?? error))));
    });
  }

  async add(files, options = {}) {
    const request = { type: 'add', files: sources(files), keepDuplicates: !!options.keepDuplicates };
    const reply = await this.request(request, options);
    this.#changed(reply);
    return reply;
  }

  async analyze(files, options = {}) {
    const { rejected } = await this.add(files, { keepDuplicates: true, ...options });
    // Pictures and scripts beside a saved page are nothing that is missed.
    const missed = rejected.filter(({ failure }) => failure.reason?.code !== 'partOfPage');
    if (missed.length && !options.onRejected) {
      const { name, failure } = missed[0];
      throw new EngineError(failure.code, `${name} was not read: ${failure.reason?.code ?? failure.code}`, failure);
    }
    rejected.forEach((rejection) => options.onRejected?.(rejection));
    if (options.corrections) await this.applyCorrections(options.corrections, options);
    return JSON.parse(new TextDecoder().decode(await this.exportJson(options)));
  }

  async correct(key, correction, options) {
    const reply = await this.request({ type: 'correct', key, correction }, options);
    this.#changed(reply);
    return reply;
  }

  async applyCorrections(list, options) {
    const text = typeof list === 'string' || list instanceof Uint8Array ? list : JSON.stringify(list);
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const reply = await this.request({ type: 'corrections', bytes }, options);
    this.#changed(reply);
    return reply;
  }

  async corrections(options) {
    const { bytes } = await this.request({ type: 'export', format: 'corrections' }, options);
    return JSON.parse(new TextDecoder().decode(bytes));
  }

  async exportJson(options) {
    return (await this.request({ type: 'export', format: 'json' }, options)).bytes;
  }

  async mark(phrase, mark, options) {
    return this.#changing({ type: 'mark', phrase, mark: mark ?? null }, options);
  }

  async readDictionary(list, options = {}) {
    const bytes = typeof list === 'string' ? new TextEncoder().encode(list) : list;
    return this.#changing({ type: 'readDictionary', bytes, replace: !!options.replace }, options);
  }

  async exportDictionary(options) {
    return new TextDecoder().decode((await this.request({ type: 'export', format: 'dictionary' }, options)).bytes);
  }

  async bundle({ texts = true, view = true, clock = 'published', settings = {}, ...options } = {}) {
    return (await this.request({ type: 'bundle', texts, view, clock, settings }, options)).bytes;
  }

  async openBundle(bundle, options = {}) {
    const bytes = typeof bundle === 'string' ? new TextEncoder().encode(bundle) : bundle;
    return this.#changing({ type: 'open', bytes, replace: !!options.replace }, options);
  }

  async verify(options) {
    return (await this.request({ type: 'verify' }, options)).verdict;
  }

  async clear() {
    this.#changed(await this.request({ type: 'remove', keys: [] }));
  }

  close() {
    if (this.#closed) return;
    this.#closed = true;
    this.#port?.leave();
    this.#failAll(new EngineError('closed', 'the engine is closed'));
  }

  /** `restore`: bring back what the store holds. `records`: bring back these. */
  async #start({ restore, records }) {
    this.#restoring = true;
    this.restored = new Promise((resolve) => (this.#restored = resolve));
    const message = { ...this.#startMessage(), persist: this.#options.persist, restore, records };
    const early = restore && isAsPublished ? fetchedEarly(message) : undefined;
    let failure;
    for (const open of ports(this.#options)) {
      try {
        const port = await open();
        if (this.#closed) return port.end();
        this.version = await begin(port, early ? { ...message, assets: await early } : message);
        whenLoaded();
        this.#port = port;
        port.listen((data) => this.#heard(port, data), (reason, code) => this.#crashed(port, reason, code));
        return;
      } catch (error) {
        failure = error;
        if (error?.code === MISFIT) break;
      }
    }
    throw new EngineError(failure?.code === MISFIT ? MISFIT : 'start', `the engine does not start: ${failure?.message ?? failure}`);
  }

  #startMessage() {
    const { wasmUrl, restUrl, dataUrl, assets, sealed } = this.#options;
    const url = (given) => given && new URL(given, globalThis.document?.baseURI ?? import.meta.url).href;
    return { type: 'start', wasmUrl: url(wasmUrl), restUrl: url(restUrl), dataUrl: url(dataUrl), assets, isKept: isKept(), sealed };
  }

  #heard(port, { type, id, reply, message, code, ...more }) {
    if (port !== this.#port) return;
    const pending = this.#pending.get(id);
    if (type === 'reply' && reply.type === 'progress') pending?.onProgress?.(reply);
    else if (type === 'reply') this.#replied(pending, reply);
    else if (type === 'map') this.#mapped(id, more, pending?.pool);
    else if (type === 'error') pending?.reject(new EngineError('badRequest', message));
    else if (type === 'crash') this.#crashed(port, message, code);
    else if (type === 'other') this.#changed(reply);
    else if (type === 'network') this.#tell('network', more);
    else if (type === 'storage') this.#tell('storageerror', (this.#storageFailure = { message, ...more }));
    else if (type === 'restored') {
      this.#restoring = false;
      this.#remember(reply.store);
      this.#restored(reply);
      if (reply.keys?.length || reply.rejected?.length) this.#tell('restored', reply);
      this.#changed(reply);
    }
  }

  /** Has a worker of the pool read files for the engine. What is large is handed on, not copied. */
  async #mapped(id, { at, files }, pool) {
    const reply = await pool?.map(files);
    if (reply !== undefined) this.#port?.post({ type: 'mapped', id, at, reply }, reply ? [reply.bytes.buffer] : []);
  }

  #replied(pending, reply) {
    this.#remember(reply.store);
    if (!pending) return;
    if (reply.type !== 'failed') return pending.resolve(reply);
    const { failure } = reply;
    pending.reject(new EngineError(failure.code, `the request was not done: ${failure.code}`, failure));
  }

  #remember(changes = []) {
    for (const { type, key, bytes } of changes) {
      if (type === 'put') this.#kept.set(key, bytes);
      else this.#kept.delete(key);
    }
  }

  /** Everything that waits is rejected; a new engine gets back what the old one held. None follows one whose files do not fit. */
  #crashed(port, reason, code) {
    if (port !== this.#port || this.#closed) return;
    this.#port = null;
    port.end();
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < 60_000), now];
    const goesOn = this.#crashes.length <= MAX_CRASHES && code !== MISFIT;
    // What cannot be brought back without a crash is left in the store for a better build.
    const restore = !this.#restoring;
    const records = restore ? [...this.#kept].map(([key, bytes]) => ({ key, bytes })) : [];
    this.started = goesOn ? this.#start({ restore, records }) : Promise.reject(reason);
    this.started.catch(() => {
      this.#closed = true;
      this.#failAll(new EngineError('crashed', 'the engine has stopped'));
    });
    this.#failAll(new EngineError(code ?? 'crashed', `the engine stopped${goesOn ? ' and starts anew' : ''}: ${reason}`));
    this.#tell('crash', { reason, goesOn, ...(code && { code }) });
  }

  #failAll(error) {
    [...this.#pending.values()].forEach((pending) => pending.reject(error));
  }

  async #changing(request, options) {
    const reply = await this.request(request, options);
    this.#changed(reply);
    return reply;
  }

  #changed(reply) {
    if (reply.keys?.length) this.#tell('corpuschange', { keys: reply.keys });
  }

  #tell(name, detail) {
    this.dispatchEvent(Object.assign(new Event(name), { detail }));
  }
}

/** The ways to run a host, best first. */
function ports({ mode, workerUrl, share, sealed }) {
  const main = () => localPort();
  if (mode === 'main' || typeof Worker === 'undefined') return [main];
  const key = sealed ? 'sealed' : String(workerUrl);
  const inWorker = (create) => () => (share ? sharedPort(key, () => workerPort(create), mailbox) : workerPort(create));
  if (sealed && !workerUrl) return [inWorker(sealedWorker), main];
  // Bundlers know this form and take the worker along.
  if (!workerUrl && !isAsPublished) {
    return [inWorker(() => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })), main];
  }
  const url = new URL(workerUrl ?? new URL(WORKER, import.meta.url), document.baseURI);
  // A script that the page made itself is whole, and some browsers start no module from a file's blob.
  const type = url.protocol === 'blob:' ? 'classic' : 'module';
  const direct = () => new Worker(scriptUrl(url.href), { type });
  // A blob is made by the page itself; under `file:` it bears another origin than the page.
  const isOwn = url.protocol === 'blob:' || isSameOrigin(url);
  return [inWorker(isOwn ? direct : () => blobWorker(url)), main];
}

/** Not strings where they are used: bundlers would take the files along a second time. */
const WORKER = './worker.js';
const SEALED_WORKER = './sealed-worker.js';
/** Whether this is the file of the package, not part of a bundle. */
const isAsPublished = /\/engine\.js$/.test(new URL(import.meta.url).pathname);

let policy;
/**
 * The address of a worker, as `require-trusted-types-for 'script'` wants it: from the policy `langkinh`, through which
 * only addresses made in this file pass. Where the page allows no such policy, workers may be refused.
 */
function scriptUrl(url) {
  try {
    policy ??= globalThis.trustedTypes?.createPolicy('langkinh', { createScriptURL: (given) => given }) ?? null;
  } catch {
    policy = null;
  }
  return policy ? policy.createScriptURL(url) : url;
}

const isSameOrigin = (url) => new URL(url).origin === globalThis.location?.origin;

/**
 * A worker of this origin that imports a script of another one, which has to allow it by CORS. Not by a static import:
 * that would have to be allowed as a worker, too, and browsers differ in it.
 */
function blobWorker(url) {
  return workerOf(`import(${JSON.stringify(url.href)}).catch((error) => setTimeout(() => { throw error; }));`, 'module');
}

/** The script of `sealedWorker`, fetched once. */
let sealedScript;
/**
 * A worker whose modules are one script, which fits its hash: what a worker imports, no import map of the page covers. The
 * script is told where the package lies, as its own address does not.
 */
async function sealedWorker() {
  const url = new URL(SEALED_WORKER, import.meta.url);
  sealedScript ??= fetched(url, 'sealed-worker.js').then((response) => response.text());
  sealedScript.catch(() => (sealedScript = undefined));
  return workerOf(`const PACKAGE_URL = ${JSON.stringify(url.href)};\n${await sealedScript}`, 'classic');
}

function workerOf(code, type) {
  const script = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(scriptUrl(script), { type });
  setTimeout(() => URL.revokeObjectURL(script), HELLO_MS);
  return worker;
}

/** Both ports keep what is said before somebody listens. */
function mailbox() {
  let heard;
  let broken;
  const waiting = [];
  return {
    put: (message) => (heard ? heard(message) : waiting.push([message])),
    fail: (reason, code) => (broken ? broken(reason, code) : waiting.push([null, reason, code])),
    listen(onMessage, onFailure) {
      [heard, broken] = [onMessage, onFailure];
      while (heard && waiting.length) {
        const [message, reason, code] = waiting.shift();
        if (message) heard(message);
        else broken(reason, code);
      }
    },
  };
}

/** A worker that has said hello. */
async function workerPort(create) {
  const worker = await create();
  return new Promise((resolve, reject) => {
    const box = mailbox();
    const post = (message, transfer = []) => worker.postMessage(message, transfer);
    const port = { mode: 'worker', post, end, leave: () => post({ type: 'close' }), listen: box.listen };
    const limit = setTimeout(() => fail('the worker does not answer'), HELLO_MS);
    function end() {
      clearTimeout(limit);
      worker.terminate();
    }
    function fail(reason) {
      end();
      reject(new Error(reason));
      box.fail(reason);
    }
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message || 'the worker cannot be loaded');
    };
    worker.onmessage = ({ data }) => {
      if (data.type === 'closed' && !data.session) return end();
      if (data.type !== 'hello') return box.put(data);
      clearTimeout(limit);
      if (data.protocol === PROTOCOL) resolve(port);
      else fail('the worker and the page are of different versions');
    };
  });
}

/** A host in this thread. */
function localPort() {
  const box = mailbox();
  const receive = createHost((message) => queueMicrotask(() => message.type !== 'hello' && box.put(message)));
  const end = () => receive({ type: 'close' });
  return { mode: 'main', post: receive, end, leave: end, listen: box.listen };
}

/** Sends the start message; gives the version once the engine is ready. */
function begin(port, message) {
  return new Promise((resolve, reject) => {
    const fail = (reason, code) => {
      port.end();
      reject(Object.assign(new Error(reason), { code }));
    };
    const heard = (data) => {
      // What comes from now on waits for the engine to listen.
      port.listen(null, null);
      if (data.type === 'ready') resolve(data.version);
      else fail(data.message, data.code);
    };
    port.listen(heard, fail);
    port.post(message);
  });
}

/** An engine beside the one that holds the articles. */
async function started(create, message) {
  const port = await create();
  await begin(port, message);
  return port;
}

/** Its port, to be asked one thing at a time. */
function asked(port) {
  let waiting;
  const fail = (reason) => {
    port.end();
    waiting?.reject(new Error(reason));
  };
  const heard = ({ type, id, reply, message }) => {
    if (type === 'crash' || type === 'error') fail(message);
    else if (type === 'reply' && id === waiting?.id && reply.type === 'failed') waiting.reject(new Error(reply.failure.code));
    else if (type === 'reply' && id === waiting?.id && reply.type !== 'progress') waiting.resolve(reply);
  };
  port.listen(heard, fail);
  let id = 0;
  const ask = (request, transfer) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting = { id, resolve, reject };
      port.post({ type: 'request', id, request }, transfer);
    });
  return { ask, end: port.end };
}

/** Files in any form that a caller may have. */
const sources = (files) => (Array.isArray(files) ? files : [files]).map(source);

function source(file, at) {
  if (typeof file === 'string') return { name: `text ${at + 1}`, bytes: new TextEncoder().encode(file), split: false, format: 'text' };
  if (file instanceof Blob) return { name: file.name ?? `file ${at + 1}`, blob: file, split: false };
  const { name = `text ${at + 1}`, text, bytes, blob, split = false, ...how } = file;
  const { encoding, starts, format, columns, only } = how;
  const more = { name, split, encoding, ...(starts && { starts }), ...(format && { format }), ...(columns && { columns, only }) };
  if (blob) return { ...more, blob };
  // What is handed in as text is text, whatever it looks like.
  return bytes ? { ...more, bytes: new Uint8Array(bytes) } : { ...more, format: format ?? 'text', bytes: new TextEncoder().encode(text ?? '') };
}
