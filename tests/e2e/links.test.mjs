// A link that carries a bundle, opened by the page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { createEngine } from '../../pkg/engine.js';
import { toLink } from '../../pkg/link.js';
import { eventually, start } from './harness.mjs';

const ARTICLE = 'Sáng 12/3/2024, Sở Y tế tỉnh Lào Cai cho biết toàn tỉnh có 152 trạm y tế xã.';

let e2e;
let link;
before(async () => {
  e2e = await start();
  const engine = await createEngine();
  await engine.add([{ name: 'a.txt', text: ARTICLE }, { name: 'b.txt', text: `${ARTICLE} Năm 2023 có 140 trạm.` }]);
  link = await toLink(await engine.bundle({ view: false }), '');
  engine.close();
});
after(() => e2e.stop());

const says = (page, words) =>
  eventually(`the page says ${words}`, async () => (await page.innerText('body')).includes(words));

test('a link is opened and verified, and leaves the address', async () => {
  const { page, errors } = await e2e.page(link);
  await says(page, 'trùng khớp từng byte');
  assert.ok(!page.url().includes('bundle='), page.url());
  assert.deepEqual(errors, []);
});

test('a link that was cut is told', async () => {
  const { page } = await e2e.page(link.slice(0, -200));
  await says(page, 'không phải gói của Lăng Kính, hoặc đã hỏng');
});

/** Chooses an item of the menu of files. */
async function choose(page, name) {
  await page.locator('.tools .menu > summary').click();
  await page.locator('.tools .menu-item', { hasText: name }).click();
}

const files = ['a.txt', 'b.txt'].map((name, at) => ({
  name, mimeType: 'text/plain', buffer: Buffer.from(at ? `${ARTICLE} Năm 2023 có 140 trạm.` : ARTICLE),
}));

/** The page with both articles. */
async function worked(context) {
  const opened = await e2e.page('', { context });
  await opened.page.locator('input[type=file]').first().setInputFiles(files);
  await opened.page.locator('.overview').waitFor();
  return opened;
}

test('the page makes a link without the texts, which says whether the same articles come out the same', async () => {
  const { page, requests, errors } = await worked();
  const before = requests.length;
  await page.evaluate(() => (location.hash = '#/articles'));
  await choose(page, 'không kèm văn bản)');
  await says(page, 'không kèm văn bản: người nhận');
  const made = await page.getByLabel('Liên kết', { exact: true }).inputValue();
  assert.ok(made.startsWith(`${e2e.url}#bundle=`) && made.length < 5000, made.slice(0, 100));
  assert.deepEqual(requests.slice(before), []);
  const { page: other } = await e2e.page(made.slice(e2e.url.length));
  await says(other, 'Gói này không kèm văn bản');
  assert.ok(other.url().endsWith('#/articles'), other.url());
  await other.evaluate(() => (location.hash = '#/add'));
  await other.locator('input[type=file]').first().setInputFiles(files);
  await says(other, 'trùng khớp từng byte');
  assert.deepEqual(errors, []);
});

test('a link with the texts warns, is copied, and opens with the texts', async () => {
  const { page } = await worked({ permissions: ['clipboard-read', 'clipboard-write'] });
  await choose(page, 'Liên kết kèm văn bản');
  await says(page, 'chứa toàn bộ văn bản: ai có liên kết thì đọc được');
  await page.getByRole('button', { name: 'Chép liên kết' }).click();
  await says(page, 'Đã chép.');
  const made = await page.evaluate(() => navigator.clipboard.readText());
  const { page: other } = await e2e.page(made.slice(e2e.url.length));
  await says(other, 'trùng khớp từng byte');
  assert.equal(await other.evaluate(() => location.hash.includes('bundle=')), false);
});

test('a bundle is signed by a key that stays; whoever opens it sees who signed, and whether it was changed', async () => {
  const { page, context, errors } = await worked();
  await choose(page, 'Gói có chữ ký');
  const key = await page.locator('.signing .key').innerText();
  assert.match(key, /^[\w-]{43}$/);
  await page.getByLabel('Tên người hoặc tòa soạn ký').fill('Tòa soạn <b>Ban Mai</b>');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Ký và lưu' }).click()]);
  const bytes = readFileSync(await download.path());
  const open = async (buffer, context) => {
    const { page } = await e2e.page('', { context });
    await page.locator('input[type=file]').first().setInputFiles({ name: 'goi.json', mimeType: 'application/json', buffer });
    return page;
  };
  const other = await open(bytes);
  await says(other, 'Chữ ký khớp: gói do “Tòa soạn <b>Ban Mai</b>” ký');
  await says(other, key);
  const changed = await open(Buffer.from(bytes.toString().replace('"clock":"published"', '"clock":"discussed"')));
  await says(changed, 'Chữ ký của gói KHÔNG khớp');
  // The same key on the next visit, with the name, and known as one's own.
  const again = await context.newPage();
  await again.goto(e2e.url);
  await again.locator('.overview').waitFor();
  await choose(again, 'Gói có chữ ký');
  assert.equal(await again.locator('.signing .key').innerText(), key);
  assert.equal(await again.getByLabel('Tên người hoặc tòa soạn ký').inputValue(), 'Tòa soạn <b>Ban Mai</b>');
  await again.evaluate(() => (location.hash = '#/add'));
  await again.locator('input[type=file]').first().setInputFiles({ name: 'goi.json', mimeType: 'application/json', buffer: bytes });
  await says(again, 'khóa của chính trình duyệt này');
  assert.deepEqual(errors, []);
});
