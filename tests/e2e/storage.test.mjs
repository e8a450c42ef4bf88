// When the browser does not keep the articles, the page says so and offers a file.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { copied, open, startBrowser } from './harness.mjs';

const browser = await startBrowser();
after(() => browser.close());

const FILE = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Sáng 12/3/2024, tỉnh Lào Cai có 152 trạm y tế xã.') };

/** What the page says of it, and the bundle that it offers. */
async function offered(page) {
  const notice = page.locator('.notice-bad');
  await notice.waitFor();
  const said = await notice.innerText();
  const [download] = await Promise.all([page.waitForEvent('download'), notice.getByRole('button', { name: 'Lưu gói công việc' }).click()]);
  const bundle = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.deepEqual(bundle.articles.map((article) => article.source), ['a.txt']);
  return said;
}

for (const [what, change, words] of [
  ['no room left', [/const write = \(change\) => \{/, "const write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n  const never = (change) => {"], /hết chỗ lưu/],
  ['a browser that refuses', [/const opening = indexedDB\.open\(name, 1\);/, "throw new DOMException('no', 'SecurityError');\n  const opening = indexedDB.open(name, 1);"], /không cho lưu/],
]) {
  test(`${what} is said, and the bundle is offered`, async (t) => {
    const host = await copied();
    t.after(host.stop);
    await host.change('pkg/store.js', ...change);
    const { page } = await open(await browser.newContext({ serviceWorkers: 'block' }), host.url);
    await page.locator('input[type=file]').first().setInputFiles(FILE);
    assert.match(await offered(page), words);
    assert.match(await page.locator('.footer').innerText(), /không được giữ lại/);
  });
}

test('storage that is cleared while the page is open is said, and the bundle is offered', async (t) => {
  const host = await copied();
  t.after(host.stop);
  const { page, context } = await open(await browser.newContext({ serviceWorkers: 'block' }), host.url);
  await page.locator('input[type=file]').first().setInputFiles(FILE);
  await page.locator('.overview').waitFor();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(host.url).origin, storageTypes: 'indexeddb' });
  assert.match(await offered(page), /vừa bị xóa/);
});
