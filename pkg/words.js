/**
 * The word segmenter of Lăng Kính alone, in this thread. See `words.d.ts`.
 */
import { load } from './files.js';

/** The segmenter with its word list, ready to work. */
export async function openWords({ wasmUrl, packUrl } = {}) {
  const [module, wasm, pack] = await Promise.all([
    import('./wasm/langkinh_words.js'),
    wasmUrl ? load(new URL(wasmUrl)) : load(new URL('./wasm/langkinh_words_bg.wasm', import.meta.url), 'wasm/langkinh_words_bg.wasm'),
    packUrl ? load(new URL(packUrl)) : load(new URL('./data/words.pack', import.meta.url), 'data/words.pack'),
  ]);
  // Not the asynchronous start: it asks for `Request`, which Node then takes 25 ms to load.
  module.initSync({ module: await WebAssembly.compile(wasm) });
  return new module.Words(pack);
}
