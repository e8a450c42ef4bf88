// The engine in two files: what is not there yet is brought by the first call of it, and nothing is different then.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../pkg/', import.meta.url);
const bytes = (path) => readFileSync(new URL(path, folder));
const article = { type: 'add', files: [{ name: 'a', bytes: new TextEncoder().encode('Tiêu đề\n\nNăm 2024, tỉnh có 120 chợ, tăng 5%.\n') }] };

// Its engines are kept, so that none is freed in the midst of another test.
const engines = [];
let copies = 0;
/** A module of its own, with the functions that are still to be brought. */
async function first() {
  copies += 1;
  const module = await import(`${new URL('wasm/langkinh_engine.js', folder)}?copy=${copies}`);
  const exports = await module.default({ module_or_path: bytes('wasm/langkinh_engine_bg.wasm') });
  const engine = new module.Engine(bytes('data/words.pack'), bytes('data/tables.pack'));
  engines.push(engine);
  return { module, exports, engine };
}

function run(engine, request) {
  engine.submit(1, request);
  const replies = [];
  for (let turn = engine.step(); turn; turn = engine.step()) replies.push(turn[1]);
  return replies.at(-1);
}

/** What a worker has; gives the rest in the encoding that is asked for. */
function serve(answer) {
  const asked = [];
  globalThis.XMLHttpRequest = class {
    open(_, url, isAsynchronous) {
      asked.push([String(url), isAsynchronous]);
    }
    overrideMimeType(type) {
      assert.match(type, /x-user-defined/);
    }
    send() {
      const body = answer();
      this.status = body ? 200 : 404;
      this.responseText = body ? Array.from(body, (byte) => String.fromCharCode(byte < 128 ? byte : 0xf700 + byte)).join('') : '';
    }
  };
  return asked;
}

const missing = new URL('http://127.0.0.1:9/langkinh_engine_rest.wasm');
const late = { type: 'export', format: 'factsCsv' };

const files = (texts) => texts.map((text, at) => ({ name: `${at}.txt`, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }));

/** Reads articles, and sees what they were about. */
async function visit(texts) {
  const { engine, exports } = await first();
  assert.equal(run(engine, { type: 'add', files: files(texts) }).keys.length, texts.length);
  assert.equal(run(engine, { type: 'outline' }).type, 'outline');
  assert.equal(run(engine, { type: 'overview' }).type, 'overview');
  const query = { language: 'en', width: 700, theme: 'dark', term: '', topic: '', years: [], clock: 'discussed', order: 'after', limit: 0, wordsOnly: false };
  assert.equal(run(engine, { type: 'charts', queries: [{ kind: 'cloud' }, { kind: 'cloud', ...query }, { kind: 'terms', ...query }] }).charts.length, 3);
  assert.equal(exports.restIsHere.value, 0);
}

test('a first result needs no more than the first file', async () => {
  await visit(['Tiêu đề\n\nNăm 2024, tỉnh có 120 chợ, tăng 5%.\n']);
  const year = (n, tasks, has) => `Năm ${n} là năm nước sạch\n\nSáng 31/12/${n}, tỉnh họp. Ba ưu tiên chính của năm ${n} gồm: ${tasks}. Đến năm ${n + 4}, 95% hộ dân dùng nước máy.\n\n`
    + `Ông Trần Văn Hải, Giám đốc Sở Xây dựng, cho biết: “Tỉnh đã có ${has} trạm cấp nước nông thôn”.\n\nTheo bà Lê Thị Mơ, trạm cấp nước (TCN) phục vụ ${has * 90} hộ, tăng 12% so với năm ${n - 1}.\n`;
  await visit([year(2021, 'xây trạm cấp nước; thay đường ống; dạy trẻ bơi', 120), year(2023, 'xây trạm cấp nước; trồng rừng; nuôi cua', 180)]);
});

const shared = new URL('../../../shared/articles/', import.meta.url);
test('nor does one of the five articles', { skip: !existsSync(shared) && 'they are not on this machine' }, async () => {
  const five = readdirSync(shared).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(new URL(name, shared)));
  await visit(five);
  for (const one of five) await visit([one]);
});

test('a call of what is not there brings it, once', async () => {
  const asked = serve(() => bytes('wasm/langkinh_engine_rest.wasm'));
  const { module, engine, exports } = await first();
  await assert.rejects(module.fetchRest(missing));
  run(engine, article);
  const brought = run(engine, late);
  assert.deepEqual(asked, [[missing.href, false]]);
  assert.equal(exports.restIsHere.value, 1);
  run(engine, { type: 'export', format: 'termsCsv' });
  assert.equal(asked.length, 1);

  const other = await first();
  await other.module.fetchRest(missing, bytes('wasm/langkinh_engine_rest.wasm'));
  run(other.engine, article);
  assert.deepEqual(run(other.engine, late), brought);
  assert.equal(asked.length, 1);
});

test('what cannot be brought ends in an error that says so', async () => {
  serve(() => null);
  const { module, engine } = await first();
  await assert.rejects(module.fetchRest(missing));
  run(engine, article);
  assert.throws(() => run(engine, late), /langkinh_engine_rest\.wasm is not there \(404\)/);
});

test('what is brought at once has to fit its hash, too', async () => {
  const rest = bytes('wasm/langkinh_engine_rest.wasm');
  for (const [brought, isOurs] of [[rest, true], [Buffer.concat([rest, Buffer.from([0, 2, 1, 97])]), false]]) {
    serve(() => brought);
    const { module, engine } = await first();
    await assert.rejects(module.fetchRest(missing, undefined, 'wasm/langkinh_engine_rest.wasm'));
    run(engine, article);
    if (isOurs) assert.equal(run(engine, late).type, 'exported');
    else assert.throws(() => run(engine, late), { code: 'integrity', message: /langkinh_engine_rest\.wasm is not the file of this build/ });
  }
});

test('the rest of another build is refused', async () => {
  const { module } = await first();
  await assert.rejects(module.fetchRest(missing, bytes('wasm/langkinh_widget_rest.wasm')), WebAssembly.LinkError);
});
