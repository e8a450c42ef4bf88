/**
 * A WebAssembly module in two files: what a first result needs, and the rest, fetched behind it. The scripts of
 * wasm-bindgen get functions from here when they are built.
 */
import { compiled, loadAtOnce } from './files.js';

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
  #name;

  /**
   * Fetches the rest from `url`, or takes it as it is `given` (a module or bytes), and joins it to the exports of the first.
   * `name`: what the file is called in `hashes.js`.
   */
  async fetch(first, url, given, name) {
    this.#url = url;
    this.#name = name;
    // Asked for within this turn: a page counts what is asked from the next one on.
    const file = given && (await given);
    if (!file) this.#module = await compiled(url, name, { priority: 'low' });
    else this.#module = file instanceof WebAssembly.Module ? file : await WebAssembly.compile(file);
    // Asynchronously: a page may not be allowed more.
    if (!first.restIsHere.value) await WebAssembly.instantiate(this.#module, { first });
    first.restIsHere.value = 1;
  }

  /** For a call that cannot wait. */
  bring(first) {
    new WebAssembly.Instance((this.#module ??= new WebAssembly.Module(loadAtOnce(this.#url, this.#name))), { first });
    first.restIsHere.value = 1;
  }
}
