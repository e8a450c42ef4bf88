/**
 * The files of the engine, asked for by the page while its worker starts, so that neither waits for the other. Compiled as
 * they come; the worker is handed the module. What goes wrong here, the worker tries again and tells.
 */

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
  const files = await Promise.all(names.map((name) => read(name).catch(() => undefined)));
  return Object.fromEntries(names.map((name, at) => [name, files[at]]).filter(([, file]) => file));
}

async function read(name) {
  const response = await fetch(new URL(FILES[name], import.meta.url));
  if (!response.ok) return undefined;
  const isWasm = response.headers.get('content-type')?.startsWith('application/wasm');
  return isWasm ? WebAssembly.compileStreaming(response) : new Uint8Array(await response.arrayBuffer());
}
