/**
 * Files that are not plain text, in the thread of the engine: `wasm/langkinh_readers*` is fetched when the first such file
 * comes, and reads it in steps. Declared for the host alone.
 */
import { anew, load } from './files.js';

/** The part of a file by which it is told. */
const HEAD = 1024;
/** Where pieces cannot be fetched as they are needed, larger files are not read: they would have to lie in memory. */
const MOST_WHOLE = 512 * 1024 * 1024;
/** How long the thread works before it looks at its messages. */
const SLICE_MS = 8;

const MARKED = /\.(md|markdown|html?|xhtml|xht|mht|mhtml|eml|xml|rss|atom|rdf|csv|tsv|tab|json|jsonl|ndjson|docx|docm|dotx|dotm|odt|ott|rtf|epub|pdf|zip|tar|tgz|gz)$/i;
const MAGIC = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08', '\x1f\x8b', '%PDF-', '{\\rtf', '\xd0\xcf\x11\xe0', 'Rar!', '7z\xbc\xaf', '\xfd7zXZ', 'BZh', '\x28\xb5\x2f\xfd'];

/** Whether a file is plain text by its name and its first bytes; what is in doubt is for the readers to tell. */
export async function isPlain({ name, bytes, blob, format, columns, about }) {
  if (about) return true;
  if (format === 'text') return true;
  if (format || columns || MARKED.test(name)) return false;
  let head;
  try {
    head = bytes ? bytes.subarray(0, HEAD) : new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
  } catch {
    // Told by whoever reads the whole.
    return true;
  }
  const letters = String.fromCharCode(...head);
  if (MAGIC.some((mark) => letters.startsWith(mark))) return false;
  const isWide = /^(\xff\xfe|\xfe\xff)/.test(letters);
  if (!isWide && letters.includes('\0')) return false;
  const text = letters.replace(/^\xef\xbb\xbf/, '').trimStart();
  return !/^(<[!?a-z]|\{\s*"|\[\s*[[{"]|(from|mime-version|content-type): )/i.test(text);
}

/** Modules of readers; written out, so that bundlers take the files along. */
const MODULES = {
  readers: {
    script: () => import('./wasm/langkinh_readers.js'),
    address: () => new URL('./wasm/langkinh_readers.js', import.meta.url),
    wasm: () => new URL('./wasm/langkinh_readers_bg.wasm', import.meta.url),
  },
  pdf: {
    script: () => import('./wasm/langkinh_pdf.js'),
    address: () => new URL('./wasm/langkinh_pdf.js', import.meta.url),
    wasm: () => new URL('./wasm/langkinh_pdf_bg.wasm', import.meta.url),
  },
};

/** Those that are there, by name and address; fetched once. */
const modules = new Map();
/** Copies that a panic has ended. */
let dead = 0;

function module(name, { wasmUrl, assets, sealed }) {
  const key = `${name} ${wasmUrl} ${dead}`;
  if (!modules.has(key)) {
    const loading = start(name, wasmUrl, assets ?? {}, sealed);
    loading.catch(() => modules.delete(key));
    modules.set(key, loading);
  }
  return modules.get(key);
}

async function start(name, wasmUrl, assets, sealed) {
  const { script, address, wasm } = MODULES[name];
  const file = `langkinh_${name}_bg.wasm`;
  const [module, code] = await Promise.all([
    dead ? anew(address(), dead, sealed) : script(),
    assets[name] ?? (wasmUrl ? load(new URL(file, wasmUrl)) : load(wasm(), `wasm/${file}`)),
  ]);
  await module.default({ module_or_path: code });
  return module;
}

/**
 * What is found in a file, one after the other: `{ type: 'document', name, bytes, about, split, format }`,
 * `{ type: 'columns', name, columns, nRows }`, `{ type: 'unread', name, failure }`, and `null` where the thread should look
 * at its messages. `told` hears how many bytes are done with.
 */
export async function* found(file, host) {
  let source;
  try {
    source = file.bytes ?? (await sourceOf(file.blob));
  } catch (error) {
    yield unread(file, { code: 'unreachable', detail: String(error?.name ?? error) });
    return;
  }
  if (source) yield* steps('readers', file, source, host);
  else yield unread(file, { code: 'tooLarge', limit: MOST_WHOLE });
}

const unread = ({ name }, reason, partly = false) => ({ type: 'unread', name, failure: { code: 'unread', reason, partly } });

/** What the readers of one module find. */
async function* steps(name, file, source, { options, told }) {
  let readers;
  try {
    readers = await module(name, options);
  } catch (error) {
    yield unread(file, { code: 'unreachable', detail: String(error?.message ?? error) });
    return;
  }
  const { format, encoding, columns } = file;
  const reader = new readers.Files(file.name, source, { format, encoding, columns: columns ?? [] });
  let end = performance.now() + SLICE_MS;
  let isPartly = false;
  try {
    for (;;) {
      const event = reader.step();
      if (event === undefined) break;
      told(reader.done);
      if (event?.type === 'document') isPartly = true;
      if (event?.type === 'elsewhere') yield* elsewhere(event, { options });
      else if (event) yield event;
      if (performance.now() < end) continue;
      yield null;
      end = performance.now() + SLICE_MS;
    }
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    // Whatever the file did to its reader, the next file gets a new one.
    dead += 1;
    yield unread(file, { code: 'damaged', detail: String(error.message) }, isPartly);
    return;
  }
  reader.free();
}

/** A file whose reader is in a module of its own. */
async function* elsewhere({ name, format, bytes }, host) {
  // Where nothing can be fetched, only the modules that were handed over are there.
  const isThere = MODULES[format] && !(host.options.assets?.readers && !host.options.assets[format]);
  if (isThere) yield* steps(format, { name, format }, bytes, { ...host, told() {} });
  else yield unread({ name }, { code: 'notRead', format });
}

/** Pieces of a file where they can be fetched at once (in a worker), else all of it; `undefined` if that is too much. */
async function sourceOf(blob) {
  if (globalThis.FileReaderSync) {
    const reader = new FileReaderSync();
    return { size: blob.size, read: (at, n) => new Uint8Array(reader.readAsArrayBuffer(blob.slice(at, at + n))) };
  }
  return blob.size > MOST_WHOLE ? undefined : new Uint8Array(await blob.arrayBuffer());
}

/** What is known of a plain text: what came with it, else the year of its folder. */
export function aboutOf({ name, about }) {
  const folderYear = about ? null : yearOf(name);
  return about ? { about } : folderYear ? { about: { stated: { folderYear } } } : {};
}

/** As `formats::folder_year`: the nearest folder that names one year. */
function yearOf(path) {
  const folders = path.split(/[\\/]/).slice(0, -1).reverse();
  for (const folder of folders) {
    const years = [...new Set(folder.split(/\D/).filter((n) => n.length === 4).map(Number).filter((n) => n >= 1900 && n < 2100))];
    if (years.length === 1) return years[0];
  }
  return null;
}
