// Once the page is ready it asks nothing of the network, whatever the reader does; and it says how often it did.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);
const ARTICLE = 'Chợ nổi thêm 20 ghe\nNgày 12/8/2023 | 07:30\n\nNăm 2023, chợ nổi Cái Răng có 320 ghe, tăng 20 ghe so với năm 2022.';

test('no request while reading, looking and saving, and the meter says none', async () => {
  const { page, requests, errors } = await e2e.page();
  await page.getByLabel('Văn bản của các bài báo').waitFor();
  await eventually('the meter stands', () => page.locator('#foot output').textContent());
  const ready = requests.length;
  await page.getByLabel('Văn bản của các bài báo').fill(`${ARTICLE}\n\n-----\n\n${ARTICLE.replaceAll('2023', '2024')}`);
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  await page.locator('.overview').waitFor();
  for (const hash of ['#/articles', '#/facts', '#/numbers', '#/dictionary', '#/']) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await page.waitForTimeout(100);
  }
  await page.locator('.overview').waitFor();
  await page.locator('.menu summary').first().click();
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /kết quả \(JSON\)/ }).click()]);
  assert.deepEqual(requests.slice(ready).filter((url) => !/^(data|blob):/.test(url)), []);
  assert.match(await page.locator('#foot output').textContent(), /chưa gửi yêu cầu nào/);
  assert.deepEqual(errors, []);
});

test('the meter counts what is asked, and warns of other places', async () => {
  const { page } = await e2e.page();
  await eventually('the meter stands', () => page.locator('#foot output').textContent());
  await page.evaluate(() => fetch('./sample/index.json'));
  await eventually('it counts', async () => (await page.locator('#foot').getAttribute('data-own')) === '1');
  assert.match(await page.locator('#foot output').textContent(), /1 yêu cầu/);
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await eventually('it speaks English', async () => /1 request/.test(await page.locator('#foot output').textContent()));
});

test('nothing that tells one browser from another is read', async () => {
  const context = await e2e.browser.newContext({ serviceWorkers: 'block' });
  await context.addInitScript(() => {
    window.read = [];
    const watch = (object, name) => {
      const had = Object.getOwnPropertyDescriptor(object, name);
      if (!had?.configurable) return;
      Object.defineProperty(object, name, { ...had, ...(had.get ? { get() { window.read.push(name); return had.get.call(this); } } : { value(...given) { window.read.push(name); return had.value.apply(this, given); } }) });
    };
    for (const name of ['plugins', 'deviceMemory', 'platform', 'languages']) watch(Navigator.prototype, name);
    for (const name of ['getImageData', 'measureText']) watch(CanvasRenderingContext2D.prototype, name);
    watch(HTMLCanvasElement.prototype, 'toDataURL');
    for (const name of ['width', 'height', 'colorDepth']) watch(Screen.prototype, name);
    if (window.AudioContext) watch(window, 'AudioContext');
  });
  const page = await context.newPage();
  await page.goto(e2e.url);
  await page.getByRole('button', { name: 'Mở bài mẫu' }).click();
  await page.locator('.overview').waitFor();
  assert.deepEqual(await page.evaluate(() => window.read), []);
});
