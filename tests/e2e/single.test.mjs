// The page in one file: opened from the disk, it reads, compares and saves, and asks nothing of anybody.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { eventually, open, startBrowser } from './harness.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = `${root}dist/langkinh.html`;
let browser;
before(async () => {
  if (!existsSync(file)) execFileSync(process.env.XTASK ?? `${root}target/debug/xtask`, ['build', '--single'], { cwd: root, stdio: 'inherit' });
  browser = await startBrowser();
});
after(() => browser?.close());

test('opens with a double click and works, in a worker, without any request', async () => {
  const { page, requests, errors } = await open(await browser.newContext(), pathToFileURL(file).href);
  await page.getByRole('button', { name: 'Mở bài mẫu' }).click();
  await page.locator('.overview').waitFor();
  assert.equal(page.workers().length, 1);
  const [download] = await Promise.all([page.waitForEvent('download'), save(page)]);
  assert.ok((await download.suggestedFilename()).length > 3);
  assert.deepEqual(requests.filter((url) => !/^(file|data|blob):/.test(url)), []);
  assert.equal(requests.filter((url) => url.startsWith('file:')).length, 1);
  assert.deepEqual(errors, []);
});

test('its policy lets nothing out', async () => {
  const { page } = await open(await browser.newContext(), pathToFileURL(file).href);
  await eventually('it is there', () => page.locator('.lk').count());
  const refused = await page.evaluate(() => fetch('https://example.org/').then(() => 'sent', (error) => error.name));
  assert.equal(refused, 'TypeError');
  const policy = await page.evaluate(() => document.querySelector('meta[http-equiv]').content);
  assert.match(policy, /connect-src 'none'/);
});

async function save(page) {
  await page.locator('.menu summary').first().click();
  await page.getByRole('button', { name: /kết quả \(JSON\)/ }).click();
}
