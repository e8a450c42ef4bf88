/**
 * The files of the engine, asked for by the page while its worker starts, so that neither waits for the other. Compiled as
 * they come; the worker is handed the module. What goes wrong here, the worker tries again and tells.
 */
import { compiled, load } from './files.js';

const FILES = { wasm: './wasm/langkinh_engine_bg.wasm', 'words.pack': './data/words.pack', 'tables.pack': './data/tables.pack' };

/** The files on their way; nothing once an engine has them: then its worker has, or asks for them itself. */
let asked;
let isLoaded = false;

/** The files by name, as far as they can be had here; `undefined` where they are not to be asked for. */
export function fetchedEarly({ wasmUrl, dataUrl, assets }) {
  if (isLoaded || wasmUrl || dataUrl || assets || typeof document === 'undefined') return undefined;
  return (asked ??= all());
}

/** An engine runs. */
export function whenLoaded() {
  isLoaded = true;
  asked = undefined;
}

async function all() {
  const names = Object.keys(FILES);
  const files = await Promise.all(names.map((name) => read(FILES[name]).catch(() => undefined)));
  return Object.fromEntries(names.map((name, at) => [name, files[at]]).filter(([, file]) => file));
}

function read(path) {
  const url = new URL(path, import.meta.url);
  return (path.endsWith('.wasm') ? compiled : load)(url, path.slice('./'.length));
}
