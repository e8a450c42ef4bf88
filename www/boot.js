// Starts the page: the engine and the drawing are fetched side by side.

import init, { fetchRest, mount } from './app.js';
import { stand } from './foot.js';
import { take } from './handed.js';
import { openLinks } from './linked.js';
import { keepOffline } from './offline.js';
import { createEngine } from './pkg/engine.js';
import { isKept } from './pkg/rest.js';
import { share } from './share.js';

/** The sample corpus, fetched when the reader asks for it. */
async function sample() {
  const names = await (await fetch('./sample/index.json')).json();
  const read = async (name) => ({ name, bytes: new Uint8Array(await (await fetch(`./sample/${name}`)).arrayBuffer()) });
  return Promise.all(names.map(read));
}

const place = document.getElementById('app');
try {
  const [engine] = await Promise.all([createEngine({ persist: true, workers: 'auto' }), init()]);
  // Behind what a first result needs; asked for once more when it is wanted.
  const rest = fetchRest(new URL('./app_rest.wasm', import.meta.url)).catch(() => {});
  if (isKept()) await rest;
  const handle = mount(place, engine, { mode: 'page', storage: true, sample, share, offline: keepOffline('./sw.js') });
  stand(document.getElementById('foot'), engine);
  await engine.restored;
  await take((files) => handle.read(files));
  await openLinks((files) => handle.read(files));
} catch (error) {
  const { vi, en } = place.dataset;
  const alert = place.querySelector('[role=alert]');
  if (!alert) throw error;
  alert.textContent = `${vi} ${en} (${error.message})`;
}
