// Files of the package that are not those of the build: none is run, the reader is told, and the page's own content stays.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { files, fromElsewhere, page } from './elsewhere.mjs';
import { eventually, hosts, open } from './harness.mjs';

const pkg = fileURLToPath(new URL('../../pkg/', import.meta.url));
const { browser, serve, stop } = await hosts();
after(stop);

/** A visit of a page that takes the package from another origin, with `change` in it; `loose`: without hashes in the page. */
async function visit({ change, worker, loose, element } = {}) {
  const cdn = await serve({ cors: true, folders: { '/langkinh/': pkg }, change });
  const { head, policy } = fromElsewhere(`${cdn.url}langkinh/`, { worker });
  const scripts = loose ? `<script type="module" crossorigin src="${cdn.url}langkinh/element.js"></script>` : head;
  const host = await serve({ policy, files: files(page(scripts, element)) });
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.addInitScript(() => {
    window.told = [];
    document.addEventListener('lk-error', ({ detail }) => window.told.push(detail));
  });
  return open(context, host.url);
}

const isDrawn = (page) => page.evaluate(() => !!document.querySelector('lang-kinh').shadowRoot?.querySelector('.lk h2'));
const modeOf = (page) => page.evaluate(() => document.querySelector('lang-kinh').engine.mode);
/** What the page shows and was told once it has been told something. */
async function refusal(page) {
  await eventually('the host is told', () => page.evaluate(() => window.told.length > 0));
  return page.evaluate(() => {
    const root = document.querySelector('lang-kinh').shadowRoot;
    return {
      told: window.told,
      note: root.querySelector('[part=note]')?.textContent,
      own: root.querySelector('slot')?.assignedElements()[0]?.textContent,
      isDrawn: !!root.querySelector('.lk'),
      changed: window.changed,
    };
  });
}

/** With one section more, which means nothing: another file, but one that runs. */
const longer = (bytes) => Buffer.concat([bytes, Buffer.from([0, 2, 1, 97])]);
const flipped = (bytes) => Buffer.from(bytes).fill(bytes[500] ^ 1, 500, 501);

test('files of the build run, in a worker that is one script', async () => {
  const { page: opened, errors, requests } = await visit();
  await eventually('it is drawn', () => isDrawn(opened));
  assert.equal(await modeOf(opened), 'worker');
  assert.equal(requests.filter((url) => url.endsWith('/sealed-worker.js')).length, 1);
  assert.ok(!requests.some((url) => url.endsWith('/worker.js')));
  // A file that is not plain text brings the readers, and an export the rest.
  const name = await opened.evaluate(async () => {
    const element = document.querySelector('lang-kinh');
    await element.analyze([{ name: 'a.html', bytes: new TextEncoder().encode('<html><body><p>Năm 2024, chợ có 400 ghe.</p></body></html>') }]);
    return (await element.export('facts.csv')).name;
  });
  assert.match(name, /csv$/);
  assert.deepEqual(errors, []);
});

for (const [name, change] of [
  ['wasm/langkinh_engine_bg.wasm', longer],
  ['wasm/langkinh_engine_rest.wasm', longer],
  ['wasm/langkinh_widget_bg.wasm', longer],
  ['wasm/langkinh_widget_rest.wasm', longer],
  ['data/words.pack', flipped],
  ['data/tables.pack', flipped],
  ['sealed-worker.js', (bytes) => `${bytes}\nglobalThis.changed = true;\n`],
]) {
  test(`${name} that was changed is not run`, async () => {
    const { page: opened } = await visit({ change: { [name]: change } });
    const { told, note, own, isDrawn, changed } = await refusal(opened);
    assert.equal(told.length, 1);
    assert.equal(told[0].code, 'integrity');
    assert.ok(told[0].message.includes(`${name} is not the file of this build`), told[0].message);
    assert.match(note, /không khớp với bản đã công bố.+Hãy tải lại trang/);
    assert.deepEqual([own, isDrawn, changed], ['Xem bảng số liệu', false, undefined]);
  });
}

test('a module that the import map refuses is not run, which the reader is told in the language of the page', async () => {
  const { page: opened } = await visit({
    change: { 'host.js': (text) => `${text}\nglobalThis.changed = true;\n` },
    element: '<div lang="en"><lang-kinh text-from="#article" loading="eager"><a href="/figures">Figures</a></lang-kinh></div>',
  });
  const { told, note, own, isDrawn, changed } = await refusal(opened);
  assert.deepEqual(told.map(({ code }) => code), ['start']);
  assert.match(note, /cannot run here/);
  assert.deepEqual([own, isDrawn, changed], ['Figures', false, undefined]);
});

test('readers of formats that were changed read nothing; the rest goes on', async () => {
  const { page: opened } = await visit({ change: { 'langkinh_readers_bg.wasm': longer } });
  await eventually('it is drawn', () => isDrawn(opened));
  const rejected = await opened.evaluate(async () => {
    const { engine } = document.querySelector('lang-kinh');
    return (await engine.add([{ name: 'a.html', bytes: new TextEncoder().encode('<p>Năm 2024</p>') }, 'Năm 2025, chợ có 500 ghe.'])).rejected;
  });
  assert.equal(rejected.length, 1);
  assert.match(rejected[0].failure.reason.detail, /langkinh_readers_bg\.wasm is not the file of this build/);
});

test('where such a worker is refused the engine runs in the page', async () => {
  const { page: opened } = await visit({ worker: "'none'" });
  await eventually('it is drawn', () => isDrawn(opened));
  assert.equal(await modeOf(opened), 'main');
});

test('modules and packs are checked also where the page names no hash', async () => {
  const { page: fine } = await visit({ loose: true });
  await eventually('it is drawn', () => isDrawn(fine));
  const { page: opened } = await visit({ loose: true, change: { 'wasm/langkinh_engine_bg.wasm': longer } });
  assert.equal((await refusal(opened)).told[0].code, 'integrity');
});

test('a file that was damaged on its way once is asked for again', async () => {
  let times = 0;
  const once = (bytes) => (times++ ? bytes : longer(bytes));
  const { page: opened } = await visit({ change: { 'wasm/langkinh_engine_bg.wasm': once } });
  await eventually('it is drawn', () => isDrawn(opened));
  assert.equal(times, 2);
});
