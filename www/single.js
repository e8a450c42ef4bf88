// Starts the page in one file: what `boot.js` fetches lies packed in the file itself. Bundled by `cargo xtask build --single`.

import init, { fetchRest, mount } from '../dist/app.js';
import { openLinks } from '../dist/linked.js';
import { createEngine } from '../dist/pkg/engine.js';
import { share } from '../dist/share.js';
import { stand } from './foot.js';

/** A file that is packed inside the page. */
async function file(name) {
  const packed = Uint8Array.from(atob(document.getElementById(`file-${name}`).textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function sample() {
  const texts = JSON.parse(new TextDecoder().decode(await file('sample.json')));
  return texts.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
}

async function engine() {
  const names = ['engine.wasm', 'engine-rest.wasm', 'readers.wasm', 'words.pack', 'tables.pack', 'worker.js'];
  const [wasm, rest, readers, words, tables, worker] = await Promise.all(names.map(file));
  const workerUrl = URL.createObjectURL(new Blob(['const PACKAGE_URL = "https://langkinh.invalid/worker.js";\n', worker], { type: 'text/javascript' }));
  return createEngine({ persist: true, workers: 'auto', workerUrl, assets: { wasm, rest, readers, 'words.pack': words, 'tables.pack': tables } });
}

async function drawing() {
  await init({ module_or_path: await file('app.wasm') });
  await fetchRest(undefined, await file('app-rest.wasm'));
}

const place = document.getElementById('app');
try {
  const [port] = await Promise.all([engine(), drawing()]);
  const handle = mount(place, port, { mode: 'page', storage: true, sample, share });
  stand(document.getElementById('foot'), port);
  await port.restored;
  await openLinks((files) => handle.read(files));
} catch (error) {
  const { vi, en } = place.dataset;
  const alert = place.querySelector('[role=alert]');
  if (!alert) throw error;
  alert.textContent = `${vi} ${en} (${error.message})`;
}
