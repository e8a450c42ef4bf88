// The command and the WebAssembly engine print the same bytes for the same files.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { createEngine } from '../../pkg/engine.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'target/debug/langkinh');

/** Compares what both print for files on the disk. */
async function same(paths) {
  const native = execFileSync(program, ['analyze', '--format', 'json', ...paths], { maxBuffer: 1 << 28 });
  const engine = await createEngine();
  const files = paths.map((path) => ({ name: path, bytes: readFileSync(path) }));
  const { rejected } = await engine.add(files, { keepDuplicates: true });
  assert.deepEqual(rejected, []);
  const wasm = Buffer.from(await engine.exportJson());
  engine.close();
  if (native.equals(wasm)) return;
  const at = native.findIndex((byte, i) => byte !== wasm[i]);
  const near = (bytes) => bytes.subarray(Math.max(0, at - 120), at + 120).toString();
  assert.fail(`byte ${at} differs\nnative: ${near(native)}\nwasm:   ${near(wasm)}`);
}

const texts = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(folder, name));

const sample = texts(join(root, 'www/sample'));
const scratch = () => mkdtempSync(join(tmpdir(), 'langkinh-'));

test('the sample', () => same(sample));

test('the sample with marks apart, other line ends, a byte-order mark, UTF-16, odd blanks', async () => {
  const folder = scratch();
  const forms = {
    apart: (text) => text.normalize('NFD'),
    crlf: (text) => text.replace(/\n/g, '\r\n'),
    bom: (text) => `\ufeff${text}`,
    utf16: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    blanks: (text) => text.replace(/ /g, (_, at) => (at % 7 ? ' ' : '\u00a0')),
  };
  const paths = sample.flatMap((path, i) =>
    Object.entries(forms).map(([form, change]) => {
      const file = join(folder, `${i}-${form}.txt`);
      writeFileSync(file, change(readFileSync(path, 'utf8')));
      return file;
    }),
  );
  await same(paths);
});

test('texts made of what is hard to read', async () => {
  const folder = scratch();
  const pieces = [
    '12,5%', '1.234.567', 'năm 2023', '31/2/2024', '“', '”', '(BYT)', 'Bộ Y tế', 'ông Trần Văn B', '86/193', 'từ', 'đến', '😀',
    '\n', '. ', 'e\u0301', 'tỷ đồng', 'tăng', 'quý I', ';', 'gồm ba', 'https://a.vn/?b=1',
  ];
  // A fixed sequence of numbers, so that a failure can be met again.
  let state = 42;
  const next = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % n;
  };
  const paths = Array.from({ length: 40 }, (_, i) => {
    const file = join(folder, `${i}.txt`);
    writeFileSync(file, Array.from({ length: 200 }, () => pieces[next(pieces.length)]).join(' '));
    return file;
  });
  await same(paths);
});

const shared = join(root, '../shared/articles');
test('the five articles', { skip: !existsSync(shared) && 'they are not on this machine' }, () => same(texts(shared)));
