/**
 * Many files read by several workers, put together in the order of the files: what is read of one article does not
 * depend on the others, so the bytes are those of one worker.
 */

/** Engines that read at once, at most; each takes its memory. */
const MOST_WORKERS = 4;
/** Fewer files, or fewer bytes, are read by one worker: the others would take longer to start. */
const LEAST_FILES = 40;
const LEAST_BYTES = 400_000;
/** Files that a worker gets at once: so many, or so many bytes. */
const BATCH_FILES = 32;
const BATCH_BYTES = 256_000;

const sizeOf = ({ bytes, blob }) => bytes?.length ?? blob?.size ?? 0;

/** How many engines read at once where the caller leaves it to us: as many as there are cores. */
const readers = (wanted) => Math.min(wanted === 'auto' ? (globalThis.navigator?.hardwareConcurrency ?? 1) : wanted, MOST_WORKERS);

/** How many engines, the one that holds the articles among them, are worth while for these files. */
export function workersFor(files, wanted) {
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0);
  if (files.length < LEAST_FILES || bytes < LEAST_BYTES) return 1;
  return Math.min(readers(wanted), Math.ceil(files.length / BATCH_FILES));
}

/**
 * How many workers beside the engine are worth while for what files of other formats hold: one for each core, as taking
 * the files apart leaves the engine waiting for them most of the time; none where there is one core.
 */
export function helpersFor(files, wanted) {
  if (files.reduce((sum, file) => sum + sizeOf(file), 0) < LEAST_BYTES) return 0;
  const n = readers(wanted);
  return n > 1 ? n : 0;
}

/** Formats of which one file holds many articles. */
const OF_MANY = /\.(csv|tsv|tab|json|jsonl|ndjson|xml|rss|atom|zip|tar|tgz|gz)$/i;

/** Whether it is known before they are read that files hold many articles. */
export const holdMany = (files) => files.some((file) => OF_MANY.test(file.name) && sizeOf(file) >= LEAST_BYTES);

/** Workers that read batches for an engine as it comes by them; each starts with its first batch, or at once. */
export function helpers({ n, open, dictionary, atOnce = false }) {
  const slots = Array.from({ length: n }, () => ({ port: atOnce ? open() : null, waiting: 0, last: Promise.resolve() }));
  // One that does not start is told by the first batch that it is to read.
  for (const { port } of slots) port?.catch(() => {});
  const end = (slot) => slot.port?.then((port) => port.end(), () => {});
  const read = async (slot, files) => {
    try {
      const port = await (slot.port ??= open());
      // The engine keeps its own copy for the case that nobody can read them.
      return await port.ask({ type: 'map', files, dictionary }, [...new Set(files.map(({ bytes }) => bytes.buffer))]);
    } catch {
      end(slot);
      slot.port = null;
      return null;
    }
  };
  return {
    /** The reply to `map`; `null` where no worker could read the files. */
    map(files) {
      const slot = slots.reduce((least, slot) => (slot.waiting < least.waiting ? slot : least));
      slot.waiting += 1;
      slot.last = slot.last.then(() => read(slot, files)).finally(() => (slot.waiting -= 1));
      return slot.last;
    },
    end() {
      for (const slot of slots) slot.last.then(() => end(slot));
    },
  };
}

function batches(files) {
  const out = [];
  let size = Infinity;
  for (const file of files) {
    if (size > BATCH_BYTES || out.at(-1).length >= BATCH_FILES) {
      out.push([]);
      size = 0;
    }
    out.at(-1).push(file);
    size += sizeOf(file);
  }
  return out;
}

/**
 * Reads `request` (an `add`) with `n` engines: the one that holds the articles, which `ask` asks, and workers beside it.
 * `open` starts one of these: `{ ask(request), end() }`. Gives one `added` for all; what could not be read by a worker is
 * read by the engine that holds the articles.
 */
export async function addInWorkers(request, { n, open, ask, dictionary, signal, onProgress }) {
  const { files } = request;
  const keepDuplicates = !!request.keepDuplicates;
  const work = batches(files);
  const read = work.map(() => Promise.withResolvers?.() ?? withResolvers());
  const told = { type: 'progress', done: 0, total: files.length, name: '', part: 'reading' };
  let next = 0;
  let isOver = false;
  const worker = async (_, index) => {
    let port = index === 0 ? { ask, end() {} } : null;
    while (next < work.length && !signal?.aborted) {
      const at = next;
      next += 1;
      try {
        port ??= await open();
        read[at].resolve(await port.ask({ type: 'map', files: work[at], dictionary }));
      } catch {
        port?.end();
        port = null;
        read[at].resolve(null);
      }
      told.done += work[at].length;
      if (!isOver) onProgress?.({ ...told, name: work[at].at(-1).name });
    }
    port?.end();
  };
  const workers = Promise.all(Array.from({ length: n }, worker)).then(() => {
    // What nobody took up (the reader gave up) is left out.
    for (const one of read) one.resolve(undefined);
  });
  const all = { type: 'added', keys: [], rejected: [], splits: [], tables: [], store: [] };
  try {
    for (const [at, one] of read.entries()) {
      const mapped = await one.promise;
      if (mapped === undefined) break;
      const bytes = mapped?.bytes;
      const reply = await ask(mapped ? { type: 'addMapped', bytes, keepDuplicates } : { ...request, files: work[at] });
      const place = new Map(work[at].map(({ name }, index) => [name, index]));
      const refused = [...(mapped?.rejected ?? []), ...reply.rejected];
      all.rejected.push(...refused.sort((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0)));
      all.keys.push(...reply.keys);
      all.splits.push(...reply.splits);
      all.store.push(...reply.store);
    }
  } catch (error) {
    next = work.length;
    // Nobody waits any more.
    isOver = true;
    throw error;
  }
  await workers;
  return all;
}

function withResolvers() {
  const out = {};
  out.promise = new Promise((resolve, reject) => Object.assign(out, { resolve, reject }));
  return out;
}
