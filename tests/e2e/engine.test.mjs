// The engine in a browser: in a worker under a strict policy, without a worker, from another origin, after a crash.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, start, startServer } from './harness.mjs';

const ARTICLE = 'Sáng 12/3/2024, Sở Y tế tỉnh Lào Cai cho biết toàn tỉnh có 152 trạm y tế xã.';
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; connect-src 'self'";

let e2e;
before(async () => (e2e = await start()));
after(() => e2e.stop());

/** A page of the server without anything on it, with an engine at `window.engine`. */
async function withEngine(options = {}, { policy = STRICT, from = '/pkg/engine.js', context } = {}) {
  const opened = await e2e.page('embed.css', { policy, context });
  await startEngine(opened.page, options, from);
  return opened;
}

const startEngine = (page, options, from = '/pkg/engine.js') =>
  page.evaluate(
    async ([from, options]) => {
      const { createEngine } = await import(from);
      window.engine = await createEngine(options);
      window.heard = [];
      for (const name of ['crash', 'restored', 'storageerror', 'corpuschange']) {
        engine.addEventListener(name, (event) => heard.push([name, event.detail]));
      }
      await engine.restored;
    },
    [from, options],
  );

const add = (page, name, text) => page.evaluate(([name, text]) => engine.add([{ name, text }]), [name, text]);
const names = (page) =>
  page.evaluate(async () => (await engine.request({ type: 'overview' })).overview.articles.map((row) => row.name));

test('runs in a worker under a strict policy and asks the network for nothing more', async () => {
  const { page, requests, errors } = await withEngine();
  const before = requests.length;
  const { mode, schema } = await page.evaluate(async (text) => {
    const document = await engine.analyze([{ name: 'a.txt', text }]);
    await engine.request({ type: 'export', format: 'factsCsv' });
    return { mode: engine.mode, schema: document.schema };
  }, ARTICLE);
  assert.deepEqual({ mode, schema }, { mode: 'worker', schema: 'langkinh/1' });
  // What a first result does without was asked for before the engine was ready, and may be seen only then.
  const isRest = (url) => url.endsWith('engine_rest.wasm');
  assert.deepEqual(requests.slice(before).filter((url) => !isRest(url)), []);
  assert.equal(requests.filter(isRest).length, 1);
  assert.deepEqual(errors, []);
});

test('gives the same bytes in a worker and in the page', async () => {
  const bytes = (page) =>
    page.evaluate(async (text) => {
      await engine.add([{ name: 'a.txt', text }]);
      return new TextDecoder().decode(await engine.exportJson());
    }, ARTICLE);
  const worker = await withEngine();
  const main = await withEngine({ mode: 'main' });
  assert.equal(await bytes(worker.page), await bytes(main.page));
});

test('gives the same bytes by several workers as by one, also where one of them breaks', async () => {
  const bytes = async (workers, isBroken) => {
    const { page, errors } = await withEngine({ workers });
    if (isBroken) page.on('worker', (worker) => worker.evaluate(() => void setTimeout(() => { throw new Error('boom'); }, 50)).catch(() => {}));
    const { text, n } = await page.evaluate(async (text) => {
      const files = Array.from({ length: 120 }, (_, i) => ({ name: `${i}.txt`, text: `Bài ${i}\n\n${`${text} Bài ${i} của năm ${2010 + (i % 10)}. `.repeat(40)}` }));
      files[7].text = ' ';
      files[9].text = files[8].text;
      const { keys, rejected } = await engine.add(files);
      const codes = rejected.map(({ name, failure }) => `${name} ${failure.code}`).join();
      return { text: `${keys.join()} ${codes} ${new TextDecoder().decode(await engine.exportJson())}`, n: keys.length };
    }, ARTICLE);
    assert.equal(n, 118);
    if (!isBroken) assert.deepEqual(errors, []);
    return text;
  };
  const one = await bytes(1);
  assert.equal(await bytes(2), one);
  assert.equal(await bytes(3, true), one);
});

test('works in the page where workers are refused', async () => {
  const { page } = await withEngine({}, { policy: STRICT.replace("worker-src 'self'", "worker-src 'none'") });
  assert.equal(await page.evaluate(() => engine.mode), 'main');
  await add(page, 'a.txt', ARTICLE);
  assert.deepEqual(await names(page), ['a.txt']);
});

test('says so where WebAssembly is refused', async () => {
  const { page } = await e2e.page('embed.css', { policy: STRICT.replace(" 'wasm-unsafe-eval'", '') });
  // Workers have the policy of their own script; this one is the page's.
  const code = await page.evaluate(async () => {
    const { createEngine } = await import('/pkg/engine.js');
    return createEngine({ mode: 'main' }).then(() => 'started', (error) => error.code);
  });
  assert.equal(code, 'start');
});

test('runs in a worker from another origin', async () => {
  const other = await startServer();
  try {
    const origin = new URL(other.url).origin;
    const policy =
      `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${origin}; worker-src blob:; connect-src 'self' ${origin}`;
    const { page } = await withEngine({}, { policy, from: `${other.url}pkg/engine.js` });
    assert.equal(await page.evaluate(() => engine.mode), 'worker');
    await add(page, 'a.txt', ARTICLE);
    assert.deepEqual(await names(page), ['a.txt']);
  } finally {
    other.stop();
  }
});

for (const persist of [false, true]) {
  test(`a crashed worker is replaced and loses nothing (${persist ? 'kept' : 'not kept'} in the browser)`, async () => {
    const { page } = await withEngine({ persist });
    await add(page, 'a.txt', ARTICLE);
    const pending = page.evaluate(async () => {
      const files = Array.from({ length: 400 }, (_, i) => ({ name: `${i}.txt`, text: `Bài ${i}. `.repeat(3000) }));
      return engine.add(files).then(() => 'done', (error) => error.code);
    });
    await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error('boom'); }));
    assert.equal(await pending, 'crashed');
    await eventually('the first article is back', async () => (await names(page)).includes('a.txt'));
    assert.equal(await page.evaluate(() => heard.filter(([name]) => name === 'crash').length), 1);
  });
}

test('gives up after crashes without end', async () => {
  const { page } = await withEngine();
  for (let crash = 1; crash <= 4; crash += 1) {
    await eventually('a worker is there', () => page.workers().length === 1);
    await page.evaluate(() => engine.started);
    await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error('boom'); }));
    await eventually('the crash is told', () => page.evaluate((n) => heard.filter(([name]) => name === 'crash').length === n, crash));
  }
  const code = await page.evaluate(() => engine.request({ type: 'overview' }).catch((error) => error.code));
  assert.equal(code, 'closed');
});

test('keeps articles over a reload, and really deletes them', async () => {
  const { page } = await withEngine({ persist: true });
  await add(page, 'a.txt', ARTICLE);
  await add(page, 'b.txt', ARTICLE.replace('152', '163'));
  const reload = async () => {
    await page.evaluate(() => engine.close());
    await page.reload();
    await startEngine(page, { persist: true });
  };
  await reload();
  assert.deepEqual(await names(page), ['a.txt', 'b.txt']);
  await page.evaluate(() => engine.clear());
  await reload();
  assert.deepEqual(await names(page), []);
  const left = await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('langkinh').onsuccess = ({ target: { result } }) =>
          (result.transaction('records').objectStore('records').count().onsuccess = ({ target }) => resolve(target.result));
      }),
  );
  assert.equal(left, 0);
});

/** The entries of the store: keys, and all that they hold as text. `apart`: each record is first put into an entry of its own. */
const entries = (page, { apart = false } = {}) =>
  page.evaluate(async (apart) => {
    const settled = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
    const database = await settled(indexedDB.open('langkinh'));
    const store = () => database.transaction('records', 'readwrite').objectStore('records');
    const all = async () => Promise.all([settled(store().getAllKeys()), settled(store().getAll())]);
    if (apart) {
      const [keys, values] = await all();
      await settled(store().clear());
      for (const [at, [, ...list]] of keys.entries()) for (const [place, key] of list.entries()) await settled(store().put(values[at][place], key));
    }
    const [keys, values] = await all();
    database.close();
    return { keys, text: values.flat().map((bytes) => new TextDecoder().decode(bytes)).join('\n') };
  }, apart);

/** Texts that differ in a number, from 100 on. */
const texts = (from, n) => Array.from({ length: n }, (_, at) => ({ name: `${from + at}.txt`, text: ARTICLE.replace('152', String(from + at)) }));

const addAll = (page, files) => page.evaluate((files) => engine.add(files), files);
const removeNamed = (page, name) =>
  page.evaluate(async (name) => {
    const { overview } = await engine.request({ type: 'overview' });
    await engine.request({ type: 'remove', keys: overview.articles.filter((row) => row.name === name).map((row) => row.key) });
  }, name);

test('many articles are kept in few entries; one that is removed is nowhere in them, what is said of one is kept', async () => {
  const { page, context } = await withEngine({ persist: true });
  await addAll(page, texts(100, 150));
  const two = await context.newPage();
  await two.goto(page.url());
  await startEngine(two, { persist: true });
  assert.equal((await names(two)).length, 150);
  // Out of one entry by two tabs at once.
  await Promise.all([removeNamed(page, '101.txt'), removeNamed(two, '102.txt')]);
  await page.evaluate(async () => {
    const { overview } = await engine.request({ type: 'overview' });
    for (const title of ['Tên tạm', 'Tên khác']) await engine.request({ type: 'edit', key: overview.articles[0].key, edit: { title } });
  });
  await Promise.all([page, two].map((one) => one.evaluate(() => engine.close())));
  const kept = await entries(page);
  assert.ok(kept.keys.length < 10, JSON.stringify(kept.keys.length));
  for (const [words, isThere] of [['103 trạm', true], ['101 trạm', false], ['102 trạm', false], ['Tên khác', true], ['Tên tạm', false]]) {
    assert.equal(kept.text.includes(words), isThere, words);
  }
  await page.reload();
  await startEngine(page, { persist: true });
  assert.deepEqual(await names(page), texts(100, 150).map(({ name }) => name).filter((name) => !/^10[12]/.test(name)));
  await page.evaluate(() => engine.clear());
  await page.evaluate(() => engine.close());
  assert.deepEqual((await entries(page)).keys, []);
});

test('what an earlier build kept, each record by itself, is read, changed and removed', async () => {
  const { page } = await withEngine({ persist: true });
  await addAll(page, texts(100, 3));
  await page.evaluate(() => engine.close());
  const { keys } = await entries(page, { apart: true });
  assert.equal(keys.filter((key) => /^article\//.test(key)).length, 3);
  await page.reload();
  await startEngine(page, { persist: true });
  assert.deepEqual(await names(page), ['100.txt', '101.txt', '102.txt']);
  await removeNamed(page, '101.txt');
  await addAll(page, texts(200, 1));
  await page.evaluate(() => engine.close());
  assert.ok(!(await entries(page)).text.includes('101 trạm'));
  await page.reload();
  await startEngine(page, { persist: true });
  assert.deepEqual(await names(page), ['100.txt', '102.txt', '200.txt']);
});

test('two tabs on one store lose nothing and follow each other', async () => {
  const { page: one, context } = await withEngine({ persist: true });
  const two = await context.newPage();
  await two.goto(one.url());
  await startEngine(two, { persist: true });
  const sees = (page, wanted) =>
    eventually(`${wanted} is on show`, async () => (await names(page)).sort().join() === wanted);
  await Promise.all([add(one, 'a.txt', ARTICLE), add(two, 'b.txt', ARTICLE.replace('152', '163'))]);
  await Promise.all([sees(one, 'a.txt,b.txt'), sees(two, 'a.txt,b.txt')]);
  // What is said of an article and of a word in one is there in the other.
  await one.evaluate(async () => {
    const { overview } = await engine.request({ type: 'overview' });
    await engine.request({ type: 'edit', key: overview.articles[0].key, edit: { title: 'Tên khác' } });
    await engine.mark('trạm y tế', 'join');
  });
  const said = () =>
    two.evaluate(async () => {
      const { overview } = await engine.request({ type: 'overview' });
      return `${overview.articles.map((row) => row.title).includes('Tên khác')} ${(await engine.exportDictionary()).includes('trạm y tế')}`;
    });
  await eventually('the other tab knows', async () => (await said()) === 'true true');
  // Both are there on the next visit.
  await Promise.all([one.evaluate(() => engine.close()), two.evaluate(() => engine.close())]);
  await one.reload();
  await startEngine(one, { persist: true });
  await sees(one, 'a.txt,b.txt');
  // Deleting everything in one deletes it in both.
  await two.reload();
  await startEngine(two, { persist: true });
  await two.evaluate(() => engine.clear());
  await sees(one, '');
});

test('works on, and says so, where the browser keeps nothing', async () => {
  const opened = await e2e.page('embed.css', { policy: STRICT });
  const error = await opened.page.evaluate(async () => {
    const { createEngine } = await import('/pkg/engine.js');
    // No store: only the thread of the page can be told so here.
    Object.defineProperty(window, 'indexedDB', { value: { open: () => { throw new DOMException('no', 'SecurityError'); } } });
    const starting = createEngine({ persist: true, mode: 'main' });
    const engine = (window.engine = await starting);
    const told = new Promise((resolve) => engine.addEventListener('storageerror', (event) => resolve(event.detail)));
    return told;
  });
  assert.deepEqual([error.operation, error.reason], ['open', 'SecurityError']);
  await add(opened.page, 'a.txt', ARTICLE);
  assert.deepEqual(await names(opened.page), ['a.txt']);
});

test('reads files in the worker and refuses one that is too large without reading it', async () => {
  const { page } = await withEngine();
  const { keys, rejected } = await page.evaluate(async (text) => {
    const part = new Blob([new Uint8Array(1 << 20).fill(97)]);
    const large = new File(Array(200).fill(part), 'large.txt');
    const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0])], 'picture.txt');
    return engine.add([large, new File([text], 'a.txt'), picture, new File([], 'empty.txt')]);
  }, ARTICLE);
  assert.equal(keys.length, 1);
  const codes = Object.fromEntries(rejected.map(({ name, failure }) => [name, failure.reason?.code ?? failure.code]));
  assert.deepEqual(codes, { 'large.txt': 'tooLarge', 'picture.txt': 'binary', 'empty.txt': 'empty' });
});

for (const mode of ['worker', 'main']) {
  test(`stops when asked, keeping what was read (${mode})`, async () => {
    const { page } = await withEngine(mode === 'main' ? { mode } : {});
    const { done, total, settled } = await page.evaluate(async (text) => {
      const files = Array.from({ length: 300 }, (_, i) => ({ name: `${i}.txt`, text: `${i} ${text} `.repeat(40) }));
      const abort = new AbortController();
      const onProgress = () => abort.abort();
      const settled = await engine.add(files, { signal: abort.signal, onProgress }).then(() => 'added', (e) => e.name);
      const { overview } = await engine.request({ type: 'overview' });
      return { done: overview.articles.length, total: files.length, settled };
    }, ARTICLE);
    assert.ok(done < total, `${done} of ${total} read`);
    assert.ok(['added', 'AbortError'].includes(settled));
  });
}
