// Many files in several workers: the order of the files, whatever happens to a worker. The workers here are played.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Batches } from '../../pkg/batches.js';
import { addInWorkers, helpers, helpersFor, holdMany, workersFor } from '../../pkg/pool.js';

const files = (n, size = 20_000) =>
  Array.from({ length: n }, (_, i) => ({ name: `${i}.txt`, bytes: new Uint8Array(size).fill(i) }));

/** What is read of a batch; the file 5.txt is refused. */
function readOf(batch) {
  const bytes = batch.map(({ name }) => name).filter((name) => name !== '5.txt');
  const rejected = bytes.length < batch.length ? [{ name: '5.txt', failure: { code: 'empty' } }] : [];
  return { bytes, rejected };
}

/** Plays the engine that holds the articles: keeps what it is asked to take in. */
function engine() {
  const taken = [];
  const ask = async (request) => {
    if (request.type === 'map') return { type: 'mapped', ...readOf(request.files) };
    const names = request.type === 'add' ? request.files.map(({ name }) => name) : request.bytes;
    taken.push([request.type, ...names]);
    return { type: 'added', keys: [...names], rejected: [], splits: [], store: [] };
  };
  return { taken, ask };
}

/** Plays workers: `delay` tells how long one takes for a batch, `breaks` whether it breaks at it. */
function pool(delay, breaks = () => false) {
  const log = { opened: 0, ended: 0 };
  const open = async () => {
    log.opened += 1;
    return {
      ask: async ({ files: batch, dictionary }) => {
        await new Promise((done) => setTimeout(done, delay(batch)));
        if (breaks(batch)) throw new Error('boom');
        return { type: 'mapped', ...readOf(batch), dictionary };
      },
      end: () => (log.ended += 1),
    };
  };
  return { log, open };
}

const add = (all, options) => addInWorkers({ type: 'add', files: all, keepDuplicates: false }, { n: 3, dictionary: '', ...options });

test('a few files are read by one worker, many by several', () => {
  assert.equal(workersFor(files(10), 4), 1);
  assert.equal(workersFor(files(100, 100), 4), 1);
  assert.equal(workersFor(files(100), 4), 4);
  assert.equal(workersFor(files(100), 9), 4);
  assert.equal(workersFor(files(50), 4), 2);
  assert.equal(workersFor(files(100), 1), 1);
  assert.ok(workersFor(files(200), 'auto') <= 4);
});

test('left to us, as many engines read as there are cores', () => {
  const real = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  for (const [cores, engines, helpers] of [[1, 1, 0], [2, 2, 2], [3, 3, 3], [16, 4, 4]]) {
    Object.defineProperty(globalThis, 'navigator', { value: { hardwareConcurrency: cores }, configurable: true });
    const beside = helpersFor(files(1, 500_000), 'auto');
    assert.deepEqual([workersFor(files(400), 'auto'), beside], [engines, helpers], `${cores} cores`);
  }
  if (real) Object.defineProperty(globalThis, 'navigator', real);
  else delete globalThis.navigator;
});

test('what is read goes in by the order of the files, not of the workers', async () => {
  const { taken, ask } = engine();
  const { log, open } = pool((batch) => (batch[0].name === '0.txt' ? 60 : 5));
  const told = [];
  const { keys, rejected } = await add(files(100), { ask, open, onProgress: (progress) => told.push(progress.done) });
  assert.deepEqual(keys, files(100).map(({ name }) => name).filter((name) => name !== '5.txt'));
  assert.deepEqual(rejected.map(({ name }) => name), ['5.txt']);
  assert.ok(taken.every(([type]) => type === 'addMapped'));
  // The engine reads, too: two workers beside it.
  assert.deepEqual([log.opened, log.ended, told.at(-1)], [2, 2, 100]);
  assert.deepEqual(told, [...told].sort((a, b) => a - b));
});

test('what a worker breaks at is read by the engine itself, in its place', async () => {
  const { taken, ask } = engine();
  const { log, open } = pool(() => 1, (batch) => batch.some(({ name }) => name === '20.txt'));
  const { keys } = await add(files(100), { ask, open });
  assert.deepEqual(keys, files(100).map(({ name }) => name).filter((name) => name !== '5.txt'));
  assert.equal(taken.filter(([type]) => type === 'add').length, 1);
  assert.equal(log.opened, log.ended);
});

test('where no worker starts, the engine reads everything', async () => {
  const { taken, ask } = engine();
  const open = () => Promise.reject(new Error('refused'));
  const { keys } = await add(files(100), { ask, open });
  assert.deepEqual(keys.filter((name) => name !== '5.txt'), files(100).map(({ name }) => name).filter((name) => name !== '5.txt'));
  assert.ok(taken.some(([type]) => type === 'add'));
});

test('given up, what was read stays, and it is the beginning', async () => {
  const { ask } = engine();
  const { log, open } = pool(() => 3);
  const abort = new AbortController();
  const { keys } = await add(files(400), { ask, open, signal: abort.signal, onProgress: () => abort.abort() });
  assert.ok(keys.length > 0 && keys.length < 399, `${keys.length}`);
  assert.deepEqual(keys.slice(0, 5), files(5).map(({ name }) => name));
  assert.equal(log.opened, log.ended);
});

test('where the engine stops, the work ends with its error', async () => {
  const { log, open } = pool(() => 1);
  const ask = () => Promise.reject(new Error('crashed'));
  await assert.rejects(add(files(400), { ask, open }), /crashed/);
  await new Promise((done) => setTimeout(done, 30));
  assert.equal(log.opened, log.ended);
});

/** Has the articles of one large file read by played workers, as the host does. */
async function spread(n, { open, ask, isGivenUp = () => false, atOnce = false }) {
  const documents = files(n, 100).map((file) => ({ ...file, format: 'text' }));
  const pool = helpers({ n: 3, open, dictionary: '', atOnce });
  const host = { ask, tell: () => {}, isGivenUp, nextTurn: async () => {}, map: (batch) => pool.map(batch) };
  const reply = await new Batches({ type: 'add', files: documents }, host).read();
  pool.end();
  await new Promise((done) => setTimeout(done, 30));
  return reply;
}

test('a large file of another format is worth several workers, a small one is not', () => {
  assert.equal(helpersFor(files(1, 500_000), 1), 0);
  assert.equal(helpersFor(files(1, 500_000), 2), 2);
  assert.equal(helpersFor(files(1, 500_000), 9), 4);
  assert.equal(helpersFor(files(1), 4), 0);
});

test('workers start at once where a file is known to hold many articles', async () => {
  const named = (name, size = 500_000) => [{ name, bytes: new Uint8Array(size) }];
  for (const name of ['a.jsonl', 'B.ZIP', 'a/b.csv', 'a.tar.gz']) assert.ok(holdMany(named(name)), name);
  for (const name of ['a.pdf', 'a.docx', 'a.html', 'zip']) assert.ok(!holdMany(named(name)), name);
  assert.ok(!holdMany(named('a.jsonl', 1000)));
  const { log, open } = pool(() => 1);
  const idle = helpers({ n: 2, open, dictionary: '', atOnce: true });
  assert.deepEqual([log.opened, log.ended], [2, 0]);
  idle.end();
  await new Promise((done) => setTimeout(done, 10));
  assert.deepEqual([log.opened, log.ended], [2, 2]);
  // One that does not start is tried again with the first batch, and then the engine reads.
  const { taken, ask } = engine();
  const refused = () => Promise.reject(new Error('refused'));
  await spread(100, { ask, open: refused, atOnce: true });
  assert.ok(taken.every(([type]) => type === 'add'));
});

test('articles of one file go in by their order, whichever worker is first', async () => {
  const { taken, ask } = engine();
  const { log, open } = pool((batch) => (batch[0].name === '0.txt' ? 60 : 5));
  const { keys, rejected } = await spread(400, { ask, open });
  assert.deepEqual(keys, files(400).map(({ name }) => name).filter((name) => name !== '5.txt'));
  assert.deepEqual(rejected.map(({ name }) => name), ['5.txt']);
  assert.ok(taken.every(([type]) => type === 'addMapped'));
  assert.deepEqual([log.opened, log.ended], [3, 3]);
});

test('articles that no worker can read are read by the engine itself, in their place', async () => {
  for (const breaks of [() => true, (batch) => batch.some(({ name }) => name === '40.txt')]) {
    const { taken, ask } = engine();
    const { keys } = await spread(100, { ask, open: pool(() => 1, breaks).open });
    assert.deepEqual(keys.filter((name) => name !== '5.txt'), files(100).map(({ name }) => name).filter((name) => name !== '5.txt'));
    assert.ok(taken.some(([type]) => type === 'add'));
  }
});

test('given up, the articles of a file that were read stay, and they are the beginning', async () => {
  const { taken, ask } = engine();
  const { keys } = await spread(600, { ask, open: pool(() => 3).open, isGivenUp: () => taken.length > 1 });
  assert.ok(keys.length > 32 && keys.length < 400, `${keys.length}`);
  const names = files(600).map(({ name }) => name).filter((name) => name !== '5.txt');
  assert.deepEqual(keys, names.slice(0, keys.length));
});
