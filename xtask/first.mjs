// Which functions a first result calls: a reader opens the page (or a host the widget), gives articles of several years
// and sees the overview. Run by `cargo xtask build` on modules that mark what is called (`xtask/src/split.rs`); prints
// `{ engine: [n, …], drawing: [n, …] }`. The document is that of happy-dom, so that no browser is needed to build.
//
//   node xtask/first.mjs DRAWING.js DRAWING_FOLDER [ENGINE_FOLDER]     (each folder holds first.wasm and rest.wasm)

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);
const [drawingScript, drawingFolder, engineFolder] = process.argv.slice(2);
const { Window } = await import(pathToFileURL(createRequire(new URL('tests/package.json', root)).resolve('happy-dom')));

const window = new Window({ url: 'http://localhost/', width: 1280, height: 800 });
/** What Node has, too, but of another kind than the document's. */
const OWN = ['document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'Event', 'CustomEvent', 'EventTarget', 'File', 'Blob'];
for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis && !OWN.includes(name)) continue;
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}
for (const name of ['window', 'self']) Object.defineProperty(globalThis, name, { value: globalThis });
Object.defineProperty(globalThis, 'Window', { value: class { static [Symbol.hasInstance](value) { return value === globalThis; } } });

const module = (folder, name) => new WebAssembly.Module(readFileSync(`${folder}/${name}.wasm`));
/** Starts a module under its script; its exports. */
async function start(script, folder) {
  const glue = await import(pathToFileURL(script));
  const first = await glue.default({ module_or_path: module(folder, 'first') });
  await glue.fetchRest(undefined, module(folder, 'rest'));
  return { glue, first };
}
const called = ({ first }) => Object.keys(first).filter((name) => name.startsWith('$') && first[name].value).map((name) => Number(name.slice(1)));

const engineScript = new URL('pkg/wasm/langkinh_engine.js', root).pathname;
// The host of the engine finds the module running.
const engine = engineFolder && (await start(engineScript, engineFolder));
const drawing = await start(drawingScript, drawingFolder);
const { createEngine } = await import(new URL('pkg/engine.js', root));

const sample = new URL('www/sample/', root);
const names = readdirSync(sample).filter((name) => name.endsWith('.txt')).sort();
const files = names.map((name) => new window.File([readFileSync(new URL(name, sample))], name));

/** Waits until nothing is drawn any more. */
async function settled(place) {
  let before;
  let same = 0;
  while (same < 5) {
    await new Promise((done) => setTimeout(done, 100));
    const now = place.innerHTML;
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** One visit. `read` gives the articles to the mounted page or widget. */
async function visit(lang, mode, read) {
  const runs = await createEngine({ mode: 'main', ...(engine && { assets: { rest: module(engineFolder, 'rest') } }) });
  const place = document.createElement('div');
  document.body.append(place);
  const shadow = mode === 'widget' && place.attachShadow({ mode: 'open' });
  const config = { mode, lang, theme: 'light', storage: mode === 'page', view: '#/', scope: { years: [], compare: [], limit: 0 } };
  const handle = drawing.glue.mount(shadow || place, runs, config);
  await settled(shadow || place);
  await read(handle, runs);
  await settled(shadow || place);
  const text = (shadow || place).textContent;
  if (!names.every((name) => text.includes(name.slice(0, 4)))) throw new Error(`no overview was drawn (${mode}, ${lang}): ${text.slice(0, 300)}`);
  handle.unmount();
  runs.close();
}

for (const lang of ['vi', 'en']) {
  await visit(lang, 'page', (handle) => handle.read(files));
  await visit(lang, 'widget', (_, runs) => runs.add(files));
}

// One article, its facts and its cloud, as a host asks that draws by itself.
const runs = await createEngine({ mode: 'main' });
const { keys } = await runs.add([files[0]]);
await runs.request({ type: 'overview' });
await runs.request({ type: 'article', key: keys[0] });
const drawn = { type: 'charts', queries: [{ kind: 'cloud' }, { kind: 'terms' }] };
await runs.request(drawn);
await runs.add(files.slice(1));
await runs.request(drawn);
runs.close();

console.log(JSON.stringify({ engine: engine ? called(engine) : [], drawing: called(drawing) }));
process.exit(0);
