// What an element reads: files of any format, bundles with their clock; given up by the host; gone without a trace.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { docx, zip } from '../archive.mjs';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);

const PAGE = '<!doctype html><title>Xoài được mùa</title><meta property="article:published_time" content="2023-05-12"><nav>Trang chủ</nav><article><h1>Xoài được mùa</h1><p>Hợp tác xã Tân Lập thu hoạch 1.200 tấn xoài, tăng 8% so với năm trước. Xoài Tân Lập bán sang ba nước.</p></article>';
const ARTICLES = zip({ '2021/mot.txt': 'Năm 2021, xã Tân Lập có 12 lớp học.', '2022/hai.txt': 'Năm 2022, xã Tân Lập có 15 lớp học.', 'anh.png': '\u0089PNG\r\n\u001a\n' });
const FILES = { 'xoai.html': PAGE, 'tin.zip': ARTICLES, 'so.docx': docx('Giá nước', ['Năm 2023, tỉnh Lào Cai có 140 trạm cấp nước sạch.']), 'hong.zip': 'PK\u0003\u0004xx' };

/** A page with one element of these attributes; what it tells is in `window.told`. */
async function element(attributes, { path = 'embed.css', files = FILES } = {}) {
  const opened = await e2e.page(path);
  for (const [name, body] of Object.entries(files)) await opened.page.route(`**/${name}`, (route) => route.fulfill({ body: Buffer.from(body) }));
  await opened.page.evaluate(async (attributes) => {
    await import('/pkg/element.js');
    window.told = [];
    for (const type of ['lk-ready', 'lk-result', 'lk-error']) document.addEventListener(type, ({ detail }) => told.push({ type, ...detail }));
    const element = Object.assign(document.createElement('lang-kinh'), { id: 'it' });
    for (const [name, value] of Object.entries({ loading: 'eager', lang: 'en', ...attributes })) element.setAttribute(name, value);
    document.body.append(element);
  }, attributes);
  return opened;
}
const told = (page, type) => page.evaluate((type) => window.told.filter((one) => one.type === type), type);
const titles = (page) => page.evaluate(async () => (await document.getElementById('it').engine.request({ type: 'overview' })).overview.articles.map(({ title, year }) => `${year} ${title}`).sort());

test('web pages, Word files and archives in src are read; what is not read is told, the rest goes on', async () => {
  const { page } = await element({ src: '/xoai.html /tin.zip /so.docx /hong.zip /nirgends.txt' });
  const [result] = await eventually('they are read', async () => ((await told(page, 'lk-result')).length ? told(page, 'lk-result') : undefined));
  assert.deepEqual(result.rejected.map(({ name }) => name).sort(), ['hong.zip', 'tin.zip/anh.png']);
  assert.equal(result.keys.length, 4);
  assert.equal((await told(page, 'lk-error')).length, 1);
  const found = await titles(page);
  assert.ok(found.includes('2023 Xoài được mùa'), found.join());
  assert.deepEqual(found.map((title) => title.slice(0, 4)), ['2021', '2022', '2023', '2023']);
});

test('an archive that unfolds without end is refused with its reason, in a Word file too', async () => {
  const bomb = ' '.repeat(40 << 20);
  const files = { 'bom.zip': zip({ 'a.txt': bomb }), 'bom.docx': zip({ 'word/document.xml': `<a>${bomb}</a>` }) };
  const { page } = await element({ src: '/bom.zip /bom.docx' }, { files });
  const [result] = await eventually('it is told', async () => ((await told(page, 'lk-result')).length ? told(page, 'lk-result') : undefined));
  assert.equal(result.keys.length, 0);
  assert.deepEqual(result.rejected.map(({ failure }) => failure.reason?.code), ['bomb', 'bomb']);
});

test('a bundle brings its clock: pictures, and the bundle made of it, count by the year that is spoken of', async () => {
  const { page } = await element({ interactive: 'false', view: 'years' });
  await eventually('it is ready', async () => (await told(page, 'lk-ready')).length);
  const { made, before, after, clock } = await page.evaluate(async () => {
    const element = document.getElementById('it');
    await element.analyze(['Ngày 5/6/2024, tỉnh mở 3 cầu. Năm 2022, tỉnh mở 2 cầu treo và 5 cầu treo khác.', 'Ngày 5/6/2023, tỉnh mở 4 cầu treo. Năm 2022, tỉnh có 9 cầu treo.']);
    const table = async () => new TextDecoder().decode((await element.export('csv:terms')).bytes);
    const before = await table();
    const made = await element.toBundle({ clock: 'discussed' });
    await element.clear();
    element.bundle = made;
    await element.analyze();
    return { made: new TextDecoder().decode(made), before, after: await table(), clock: JSON.parse(new TextDecoder().decode(await element.toBundle())).clock };
  });
  assert.equal(JSON.parse(made).clock, 'discussed');
  assert.equal(clock, 'discussed');
  assert.doesNotMatch(before, /2022/);
  assert.match(after, /2022/);
});

test('the host gives up reading and saving with its signal; what comes later works', async () => {
  const { page } = await element({});
  await eventually('it is ready', async () => (await told(page, 'lk-ready')).length);
  const came = await page.evaluate(async () => {
    const element = document.getElementById('it');
    const name = (work) => work.then(() => 'done', (error) => error.name);
    const texts = Array.from({ length: 300 }, (_, i) => `Năm ${2000 + (i % 20)}, xã ${i} có ${i} lớp học. `.repeat(40));
    const abort = new AbortController();
    element.addEventListener('lk-progress', () => abort.abort(), { once: true });
    element.articles = texts;
    const reading = await name(element.analyze(undefined, { signal: abort.signal }));
    const given = await name(element.analyze(['Một bài.'], { signal: AbortSignal.abort() }));
    const saved = await name(element.export('svg:terms', { signal: AbortSignal.abort() }));
    const bundled = await name(element.toBundle({ signal: AbortSignal.abort() }));
    element.articles = [];
    return [reading, given, saved, bundled, (await element.analyze(['Năm 2024, xã Tân Lập có 15 lớp học.'])).articles.length > 0];
  });
  assert.deepEqual(came, ['AbortError', 'AbortError', 'AbortError', 'AbortError', true]);
});

test('an element that is taken away leaves nothing: no worker, no memory of it, however often', async () => {
  const { page, context } = await element({ src: '/xoai.html' });
  const tools = await context.newCDPSession(page);
  const collected = async () => {
    await tools.send('HeapProfiler.collectGarbage');
    return page.evaluate(() => window.gone.filter((one) => one.deref()).length);
  };
  await page.evaluate(() => (window.gone = []));
  for (let turn = 0; turn < 4; turn += 1) {
    await eventually('it is drawn', () => page.evaluate(() => !!document.getElementById('it')?.shadowRoot.querySelector('.lk h2')));
    assert.equal(page.workers().length, 1);
    await page.evaluate(() => {
      const element = document.getElementById('it');
      gone.push(new WeakRef(element), new WeakRef(element.engine));
      element.remove();
    });
    await eventually('the worker is gone', () => page.workers().length === 0);
    if (turn < 3) {
      await page.evaluate(() => {
        const element = Object.assign(document.createElement('lang-kinh'), { id: 'it' });
        element.setAttribute('loading', 'eager');
        element.setAttribute('src', '/xoai.html');
        document.body.append(element);
      });
    }
  }
  // Garbage is collected when the browser likes; the last one may still be held by what ran last.
  await eventually('elements and engines are forgotten', async () => (await collected()) === 0);
});

test('attributes that are wrong in every way at once: nothing is thrown, nothing is read, nothing is asked of others', async () => {
  const { page, errors, requests } = await element({});
  await eventually('it is ready', async () => (await told(page, 'lk-ready')).length);
  const before = requests.length;
  const thrown = await page.evaluate(async () => {
    const element = document.getElementById('it');
    const bad = ['', ' ', '\0', '💥'.repeat(50), '-1', '1e999', 'NaN', '[object Object]', '{"a":[', 'url(//elsewhere.example)', '../../../..', 'x'.repeat(100_000)];
    const found = [];
    addEventListener('error', (event) => found.push(event.message));
    addEventListener('unhandledrejection', (event) => found.push(String(event.reason)));
    for (const value of bad) {
      for (const name of element.constructor.observedAttributes) if (!['persist', 'instance', 'src'].includes(name)) element.setAttribute(name, value);
      await new Promise((done) => setTimeout(done, 30));
    }
    for (const name of element.constructor.observedAttributes) element.removeAttribute(name);
    const wrong = [null, 7, {}, [null], [7], () => {}];
    for (const value of wrong) for (const name of ['articles', 'bundle', 'corrections', 'dictionary']) {
      element[name] = value;
      await new Promise((done) => setTimeout(done, 10));
    }
    for (const name of ['articles', 'bundle', 'corrections', 'dictionary']) element[name] = null;
    await new Promise((done) => setTimeout(done, 300));
    const { articles } = await element.analyze(['Năm 2024, xã Tân Lập có 15 lớp học.']);
    return [...found, articles.length];
  });
  assert.deepEqual(thrown, [1]);
  assert.deepEqual(requests.slice(before).filter((url) => url.includes('elsewhere')), []);
  assert.deepEqual(errors.filter((text) => !text.includes('404')), []);
});
