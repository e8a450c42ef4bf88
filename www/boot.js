// Starts the page: the engine and the drawing are fetched side by side.

import init, { mount } from './app.js';
import { keepOffline } from './offline.js';
import { createEngine } from './pkg/engine.js';

/** The sample corpus, fetched when the reader asks for it. */
async function sample() {
  const names = await (await fetch('./sample/index.json')).json();
  const read = async (name) => ({ name, bytes: new Uint8Array(await (await fetch(`./sample/${name}`)).arrayBuffer()) });
  return Promise.all(names.map(read));
}

const place = document.getElementById('app');
try {
  const [engine] = await Promise.all([createEngine({ persist: true }), init()]);
  mount(place, engine, { mode: 'page', storage: true, sample, offline: keepOffline('./sw.js') });
} catch (error) {
  const { vi, en } = place.dataset;
  place.querySelector('[role=alert]').textContent = `${vi} ${en} (${error.message})`;
}
