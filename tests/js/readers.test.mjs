// Files of any format through the engine in Node: the same articles as the command reads.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEngine } from '../../pkg/engine.js';
import { docx, zip } from '../archive.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'langkinh-'));
after(() => rmSync(folder, { recursive: true }));

const BODY = 'Năm ấy, hợp tác xã Tân Lập thu hoạch 1.200 tấn xoài, tăng 8% so với năm trước, theo báo cáo của xã.';
const page = (year) => `<!doctype html><html><head><title>Xoài Tân Lập được mùa ${year}</title>
  <meta property="article:published_time" content="${year}-05-12"></head><body><nav><a href="/">Trang chủ</a></nav>
  <article><h1>Xoài Tân Lập được mùa ${year}</h1><p>${BODY}</p><p>Ông Nguyễn Văn Tư nói vườn xoài nhà ông bán được giá hơn mọi năm.</p></article></body></html>`;
const FILES = {
  'trang.html': page(2023),
  'bang.csv': `tiêu đề,nội dung,ngày đăng\nCam sành,"${BODY}",12/5/2022\nBưởi da xanh,"${BODY} Bưởi cũng vậy.",3/6/2024\n`,
  'van-ban.docx': docx('Thông báo vụ xoài năm 2021', [BODY, 'Ngày 3/4/2021, xã họp bàn vụ mới.']),
  'nam.zip': zip({ '2020/xoai.txt': `Xoài năm cũ\n\n${BODY}`, '2019/trang.html': page(2019), 'anh.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]) }),
  'muc.jsonl': `{"title":"Nhãn lồng","content":"${BODY} Nhãn thì không."}\n{"title":"Vải thiều","content":"${BODY} Vải cũng tăng."}\n`,
};
const given = () => Object.entries(FILES).map(([name, content]) => ({ name, bytes: new Uint8Array(Buffer.from(content)) }));
for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);

test('the engine reads what the command reads, byte for byte', async () => {
  const engine = await createEngine();
  const rejected = [];
  await engine.analyze(given(), { onRejected: (one) => rejected.push(one) });
  const ours = new TextDecoder().decode(await engine.exportJson());
  engine.close();
  let theirs;
  try {
    theirs = execFileSync(`${root}target/debug/langkinh`, ['analyze', '--format', 'json', ...Object.keys(FILES)], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    // The picture is told by the exit code, too.
    theirs = error.stdout;
  }
  assert.deepEqual(JSON.parse(ours), JSON.parse(theirs));
  assert.equal(ours, theirs);
  assert.deepEqual(rejected, [{ name: 'nam.zip/anh.png', failure: { code: 'unread', reason: { code: 'binary' }, partly: false } }]);
});

test('columns are told, and read otherwise when the caller says so', async () => {
  const engine = await createEngine();
  const file = { name: 'bang.csv', bytes: new Uint8Array(Buffer.from('tiêu đề,đoạn\nCam sành,Xã bán được mười tấn cam.\n')) };
  const { tables, keys } = await engine.add(file);
  assert.deepEqual(tables[0].columns.map(({ name }) => name), ['tiêu đề', 'đoạn']);
  const again = { ...file, columns: [{ name: 'tiêu đề', field: 'text' }, { name: 'đoạn', field: null }], only: 'bang.csv' };
  const reply = await engine.request({ type: 'replace', keys, files: [again] });
  assert.deepEqual(reply.tables[0].columns.map(({ field }) => field), ['text', null]);
  const { overview } = await engine.request({ type: 'overview' });
  assert.deepEqual(overview.articles.map(({ key }) => key), reply.keys);
  assert.match(overview.articles[0].title, /^Cam sành/);
  engine.close();
});

test('work on an archive is told by kilobytes and can be given up', async () => {
  const engine = await createEngine();
  const entries = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`2023/bai-${n}.txt`, `Bài số ${n}\n\n${BODY} ${n}. ${BODY.repeat(20)}`]));
  const stop = new AbortController();
  const told = [];
  const file = { name: 'lon.zip', bytes: new Uint8Array(zip(entries)) };
  const onProgress = (progress) => {
    told.push(progress);
    if (told.length === 3) stop.abort();
  };
  await engine.add(file, { signal: stop.signal, onProgress }).catch((error) => assert.equal(error.name, 'AbortError'));
  assert.ok(told.every(({ inKilobytes, done, total }) => inKilobytes && done <= total));
  const { overview } = await engine.request({ type: 'overview' });
  assert.ok(overview.articles.length < 400, `${overview.articles.length} were read`);
  assert.ok(overview.articles.every(({ year }) => year === 2023));
  engine.close();
});

test('a file that names itself otherwise, a torn archive and an encrypted one are told; the others go on', async () => {
  const engine = await createEngine();
  const whole = zip({ 'a.txt': `Một\n\n${BODY}`, 'b.txt': `Hai\n\n${BODY} Hai.` });
  const torn = whole.subarray(0, whole.length - 40);
  const { rejected, keys } = await engine.add([
    { name: 'khoa.zip', bytes: new Uint8Array(zip({ 'mat.txt': BODY }, { isEncrypted: true })) },
    { name: 'dut.zip', bytes: new Uint8Array(torn) },
    { name: 'trong.docx', bytes: new Uint8Array() },
    { name: 'thu.txt', bytes: new TextEncoder().encode(`Thư\n\n${BODY} Ba.`) },
  ]);
  const codes = Object.fromEntries(rejected.map(({ name, failure }) => [name, failure.reason?.code ?? failure.code]));
  assert.equal(codes['khoa.zip/mat.txt'], 'encrypted');
  assert.equal(codes['trong.docx'], 'empty');
  assert.ok('dut.zip' in codes, JSON.stringify(codes));
  assert.equal(keys.length, 3);
  engine.close();
});

test('plain text needs no reader; its folder dates it', async () => {
  const engine = await createEngine({ wasmUrl: undefined });
  await engine.add({ name: 'bao/2018/xoai.txt', text: `Xoài\n\n${BODY}` });
  const { overview } = await engine.request({ type: 'overview' });
  assert.deepEqual(overview.articles.map(({ year }) => year), [2018]);
  engine.close();
});

test('a paste is split where the caller says', async () => {
  const engine = await createEngine();
  const text = `Một\n\n${BODY}\n-----\nHai\n\n${BODY} Hai.`;
  const first = await engine.add({ name: 'dán', text, split: true });
  assert.deepEqual(first.splits[0].starts, [0, 4]);
  const paste = (starts) => ({ type: 'replace', keys: first.keys, files: [{ name: 'dán', bytes: new TextEncoder().encode(text), split: true, starts }] });
  const joined = await engine.request(paste([0]));
  assert.equal(joined.keys.length, 1);
  const { overview } = await engine.request({ type: 'overview' });
  assert.equal(overview.articles.length, 1);
  engine.close();
});
