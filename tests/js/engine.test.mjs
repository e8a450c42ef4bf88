// The package in Node: the engine in the thread that asks.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineError, createEngine } from '../../pkg/engine.js';

const ARTICLE = 'Sáng 12/3/2024, Sở Y tế tỉnh Lào Cai cho biết toàn tỉnh có 152 trạm y tế xã.';

test('analyses texts, bytes and files', async () => {
  const engine = await createEngine();
  assert.equal(engine.mode, 'main');
  assert.match(engine.version, /^\d+\.\d+\.\d+/);
  const files = [ARTICLE, { name: 'b.txt', bytes: new TextEncoder().encode(ARTICLE) }, { name: 'c.txt', blob: new Blob([ARTICLE]) }];
  const { schema, articles, comparison } = await engine.analyze(files);
  assert.equal(schema, 'langkinh/1');
  assert.deepEqual(articles.map(({ source }) => source), ['text 1', 'b.txt', 'c.txt']);
  assert.ok(comparison);
  const { start, end, text } = articles[0].figures[0];
  assert.equal(ARTICLE.slice(start, end), text);
  engine.close();
});

test('tells progress, and does what is asked in its order', async () => {
  const engine = await createEngine();
  const told = [];
  const files = [ARTICLE, `${ARTICLE} `, `${ARTICLE}  `];
  const adding = engine.add(files, { onProgress: (progress) => told.push(progress.type) });
  const overview = engine.request({ type: 'overview' });
  assert.equal((await adding).keys.length, 3);
  assert.equal((await overview).overview.articles.length, 3);
  assert.ok(told.length > 0 && told.every((type) => type === 'progress'));
  engine.close();
});

test('names what was not read', async () => {
  const engine = await createEngine();
  const files = [{ name: 'empty.txt', text: '  ' }, { name: 'a.txt', text: ARTICLE }];
  const rejected = [];
  const onRejected = ({ name, failure }) => rejected.push([name, failure.code]);
  const { articles } = await engine.analyze(files, { onRejected });
  assert.equal(articles.length, 1);
  assert.deepEqual(rejected, [['empty.txt', 'empty']]);
  await assert.rejects(engine.analyze([{ name: 'empty.txt', text: '' }]), { name: 'EngineError', code: 'empty' });
  engine.close();
});

test('rejects what is not a request, and what cannot be done', async () => {
  const engine = await createEngine();
  await assert.rejects(engine.request({ type: 'sing' }), { code: 'badRequest' });
  const error = await engine.request({ type: 'article', key: 'none' }).catch((thrown) => thrown);
  assert.ok(error instanceof EngineError);
  assert.deepEqual(error.failure, { code: 'noArticle', key: 'none' });
  engine.close();
  await assert.rejects(engine.request({ type: 'overview' }), { code: 'closed' });
});

test('stops when asked', async () => {
  const engine = await createEngine();
  await assert.rejects(engine.add([ARTICLE], { signal: AbortSignal.abort() }), { name: 'AbortError' });
  const abort = new AbortController();
  const files = Array.from({ length: 500 }, (_, i) => ({ name: `${i}`, text: `${i} ${ARTICLE} `.repeat(20) }));
  const adding = engine.add(files, { signal: abort.signal, onProgress: () => abort.abort() });
  await adding.catch((error) => assert.equal(error.name, 'AbortError'));
  const { overview } = await engine.request({ type: 'overview' });
  assert.ok(overview.articles.length < files.length);
  engine.close();
});

test('two engines know nothing of each other', async () => {
  const [one, two] = await Promise.all([createEngine(), createEngine()]);
  await one.add([ARTICLE]);
  assert.equal((await two.request({ type: 'overview' })).overview.articles.length, 0);
  one.close();
  assert.equal((await two.add([ARTICLE])).keys.length, 1);
  two.close();
});

test('a module that crashed in this thread is started anew, but not where every script has to fit its hash', async () => {
  // The second engine begins with the copy that the first one left.
  for (const [copy, sealed] of [['', false], ['?restart=1', true]]) {
    const { Engine } = await import(`../../pkg/wasm/langkinh_engine.js${copy}`);
    const engine = await createEngine({ sealed });
    await engine.add(['Năm 2024, chợ có 400 ghe.']);
    Engine.prototype.step = () => { throw new WebAssembly.RuntimeError('unreachable'); };
    await assert.rejects(engine.request({ type: 'overview' }), { code: 'crashed' });
    const overview = async () => (await engine.request({ type: 'overview' })).overview.articles.length;
    if (sealed) await assert.rejects(overview(), { code: /closed|crashed/ });
    else assert.equal(await overview(), 1);
    engine.close();
  }
});
