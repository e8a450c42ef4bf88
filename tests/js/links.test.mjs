// Links and signatures of bundles, in JavaScript and on the command line.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { createEngine } from '../../pkg/engine.js';
import { fromLink, toLink } from '../../pkg/link.js';
import { check, createKeys, publicKey, sign } from '../../pkg/sign.js';

const TEXT = 'Sáng 12/3/2024, Sở Y tế tỉnh Lào Cai cho biết toàn tỉnh có 152 trạm y tế xã.';
const program = fileURLToPath(new URL('../../target/debug/langkinh', import.meta.url));
const run = (...args) => spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });

let folder;
let bundle;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'langkinh-'));
  const engine = await createEngine();
  await engine.add([{ name: 'a.txt', text: TEXT }, { name: 'b.txt', text: `${TEXT} Năm 2023 có 140 trạm.` }]);
  bundle = await engine.bundle({ view: false });
  engine.close();
});
after(() => rmSync(folder, { recursive: true }));

const saved = (name, bytes) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

test('a link gives the bundle back, in JavaScript and on the command line', async () => {
  const link = await toLink(bundle, 'https://example.org/lk/?a=1#/years');
  assert.match(link, /^https:\/\/example\.org\/lk\/\?a=1#bundle=[\w-]+$/);
  assert.deepEqual(await fromLink(link), bundle);
  assert.deepEqual(await fromLink(new URL(link).hash), bundle);
  const verified = run('verify', link);
  assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  const text = saved('a.txt', TEXT);
  const made = run('bundle', '--link', 'https://example.org/', text);
  const ours = JSON.parse(new TextDecoder().decode(await fromLink(made.stdout.trim())));
  assert.equal(ours.articles[0].text, TEXT);
});

test('links that are none, damaged or bombs are refused', async () => {
  assert.equal(await fromLink('https://example.org/#/years'), null);
  const link = await toLink(bundle, '');
  await assert.rejects(fromLink(link.slice(0, link.length / 2)), { code: 'damaged' });
  await assert.rejects(fromLink('#bundle=<script>'), { code: 'damaged' });
  await assert.rejects(fromLink(`#bundle=${'A'.repeat(2_000_001)}`), { code: 'tooLarge' });
  const bomb = await toLink(new Uint8Array(40 << 20), '');
  assert.ok(bomb.length < 100_000);
  await assert.rejects(fromLink(bomb), { code: 'tooLarge' });
});

test('a signature made here is checked here and on the command line', async () => {
  const keys = await createKeys();
  const key = await publicKey(keys);
  assert.equal(await check(bundle), null);
  const signed = await sign(bundle, keys, 'Toà soạn');
  assert.deepEqual(await check(signed), { by: 'Toà soạn', key, isValid: true });
  const good = run('verify', '--key', key, saved('signed.json', signed));
  assert.equal(good.status, 0, good.stdout + good.stderr);
  assert.match(good.stdout, /signed by "Toà soạn"/);
  // Signed again by somebody else: one signature, another key.
  const again = await sign(signed, await createKeys(), 'Ai đó');
  assert.equal((await check(again)).by, 'Ai đó');
  assert.equal(run('verify', '--key', key, saved('again.json', again)).status, 1);
  const text = new TextDecoder().decode(signed);
  const changed = new TextEncoder().encode(text.replace('152', '153'));
  assert.equal((await check(changed)).isValid, false);
  assert.match(run('verify', saved('changed.json', changed)).stdout, /signature does not fit/);
  assert.equal((await check(new TextEncoder().encode(`${text.split('\n')[0]}\n{"signature":1}\n`))).isValid, false);
  assert.equal(run('verify', '--key', key, saved('unsigned.json', bundle)).status, 1);
});

test('a signed bundle opens like any other', async () => {
  const engine = await createEngine();
  const { keys } = await engine.openBundle(await sign(bundle, await createKeys()));
  assert.equal(keys.length, 2);
  assert.ok((await engine.verify()).isSame);
  engine.close();
});
