/**
 * A WebAssembly module in two files: what a first result needs, and the rest, fetched behind it. The scripts of
 * wasm-bindgen get functions from here when they are built.
 */

/**
 * Whether a service worker answers this page: it may have the rest at hand without a network, but requests that cannot wait
 * go past it. In a frame without an origin even the question is refused.
 */
export function isKept() {
  try {
    return !!globalThis.navigator?.serviceWorker?.controller;
  } catch {
    return false;
  }
}

/** The rest of one module: fetched ahead by `fetch`, or at once by the first call of a function in it. */
export class Rest {
  #module;
  #url;

  /** Fetches the rest from `url`, or takes it as it is `given` (a module or bytes), and joins it to the exports of the first. */
  async fetch(first, url, given) {
    this.#url = url;
    this.#module = await compiled(url, given);
    // Asynchronously: a page may not be allowed more.
    if (!first.restIsHere.value) await WebAssembly.instantiate(this.#module, { first });
    first.restIsHere.value = 1;
  }

  /** For a call that cannot wait. */
  bring(first) {
    new WebAssembly.Instance((this.#module ??= compiledAtOnce(this.#url)), { first });
    first.restIsHere.value = 1;
  }
}

async function compiled(url, given) {
  const file = given && (await given);
  if (file) return file instanceof WebAssembly.Module ? file : WebAssembly.compile(file);
  const response = await fetch(url, { priority: 'low' });
  if (!response.ok) throw new Error(`${url} is not there (${response.status})`);
  const isWasm = response.headers.get('content-type')?.startsWith('application/wasm');
  return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

function compiledAtOnce(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  // Only workers may ask for bytes at once; in this encoding the low byte of each letter is a byte of the file.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) throw new Error(`${url} is not there (${request.status})`);
  return new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)));
}
