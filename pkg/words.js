/**
 * The word segmenter of Lăng Kính alone, in this thread. See `words.d.ts`.
 */
import { load } from './host.js';

/** The segmenter with its word list, ready to work. */
export async function openWords({ wasmUrl, packUrl } = {}) {
  const [module, wasm, pack] = await Promise.all([
    import('./wasm/langkinh_engine.js'),
    load(new URL(wasmUrl ?? new URL('./wasm/langkinh_engine_bg.wasm', import.meta.url))),
    load(new URL(packUrl ?? new URL('./data/words.pack', import.meta.url))),
  ]);
  await module.default({ module_or_path: wasm });
  return new module.Words(pack);
}
