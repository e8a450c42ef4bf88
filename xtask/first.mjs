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

// Pictures are asked for by the width that they have.
Object.defineProperty(window.HTMLElement.prototype, 'clientWidth', { get: () => 1000 });

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
const assets = engine && { assets: { wasm: module(engineFolder, 'first'), rest: module(engineFolder, 'rest') } };
const { createEngine } = await import(new URL('pkg/engine.js', root));
const { isFirst } = await import(new URL('pkg/host.js', root));
// What is called only once, when the module starts.
(await createEngine({ mode: 'main', ...assets })).close();
const started = engine ? called(engine) : [];
/** Stands in for `www/share.js`, whose imports lie beside it only in the built page; a visitor signs nothing at first. */
const share = { key: async () => ({ key: '', by: '' }), check: async () => null };

const folder = new URL('www/sample/', root);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();
const texts = names.map((name) => readFileSync(new URL(name, folder)));
const files = names.map((name, at) => new window.File([texts[at]], name));
const sample = async () => names.map((name, at) => ({ name, bytes: new Uint8Array(texts[at]) }));

/** What each visit asks of the engine at first. */
const visits = [];

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
  const runs = await createEngine({ mode: 'main', ...assets });
  const asked = [];
  visits.push(asked);
  const request = runs.request.bind(runs);
  runs.request = (message, options) => {
    asked.push(message);
    return request(message, options);
  };
  const place = document.createElement('div');
  document.body.append(place);
  const shadow = mode === 'widget' && place.attachShadow({ mode: 'open' });
  const config = mode === 'page'
    ? { mode, storage: true, sample, share, offline: { listen: (tell) => tell('ready'), update() {} } }
    : { mode, theme: 'auto', storage: false, view: '#/', scope: { years: [], compare: [], limit: 0 } };
  const handle = drawing.glue.mount(shadow || place, runs, { lang, ...config });
  await settled(shadow || place);
  await read(handle, runs, shadow || place);
  await settled(shadow || place);
  const text = (shadow || place).textContent;
  if (!names.every((name) => text.includes(name.slice(0, 4)))) throw new Error(`no overview was drawn (${mode}, ${lang}): ${text.slice(0, 300)}`);
  handle.unmount();
  runs.close();
}

const CLASSES = { click: 'MouseEvent', pointerdown: 'PointerEvent', pointerup: 'PointerEvent', focusin: 'FocusEvent', keydown: 'KeyboardEvent', keyup: 'KeyboardEvent', input: 'InputEvent' };
const tell = (element, type, more = {}) =>
  element.dispatchEvent(new window[CLASSES[type] ?? 'Event'](type, { bubbles: true, composed: true, cancelable: true, ...more }));
const press = (place, words) => {
  const button = [...place.querySelectorAll('button')].find(({ textContent }) => words.test(textContent));
  ['pointerdown', 'focusin', 'pointerup', 'click'].forEach((type) => tell(button, type));
};

/** The ways in which articles come: the sample, files, a paste. */
for (const lang of ['vi', 'en']) {
  await visit(lang, 'page', (_, runs, place) => press(place, /bài mẫu|sample/i));
  await visit(lang, 'page', (handle) => handle.read(files));
  await visit(lang, 'page', async (_, runs, place) => {
    const field = place.querySelector('textarea');
    field.value = texts.map(String).join('\n\n-----\n\n');
    ['focusin', 'keydown', 'input', 'change', 'keyup'].forEach((type) => tell(field, type, { key: 'a' }));
    await settled(place);
    press(place, /^(Đọc văn bản|Read the text)/);
  });
  await visit(lang, 'widget', (_, runs) => runs.add(files));
}

/**
 * The same once more for the engine alone, and what hosts ask for that draw by themselves. Not what waits for the rest,
 * as the other pictures of the overview do.
 */
async function calledAgain() {
  Object.keys(engine.first).filter((name) => name.startsWith('$')).forEach((name) => (engine.first[name].value = 0));
  const query = { language: 'vi', width: 720, theme: 'auto', term: '', topic: '', years: [2023], clock: 'published', order: 'before', limit: 300, wordsOnly: false };
  const cloud = { type: 'charts', queries: [{ kind: 'cloud' }, { kind: 'terms' }, { kind: 'cloud', ...query }, { kind: 'terms', ...query, language: 'en' }] };
  for (const asked of visits) {
    const runs = await createEngine({ mode: 'main', ...assets });
    for (const message of asked.filter(isFirst)) {
      const { keys } = await runs.request(message);
      if (keys?.length) await runs.request({ type: 'article', key: keys[0] });
    }
    await runs.request(cloud);
    await runs.request({ type: 'outline', clock: 'discussed' });
    await runs.request({ type: 'overview' });
    runs.close();
  }
  return [...new Set([...started, ...called(engine)])].sort((a, b) => a - b);
}

console.log(JSON.stringify({ engine: engine ? await calledAgain() : [], drawing: called(drawing) }));
process.exit(0);
