// Files that the system opens with the installed page, and what other programs share with it.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { copied, eventually, open, startBrowser } from './harness.mjs';

const browser = await startBrowser();
after(() => browser.close());

const TEXT = 'Sáng 12/3/2024, Sở Y tế tỉnh Lào Cai cho biết toàn tỉnh có 152 trạm y tế xã.';
const shared = (page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('shared')));
const titles = (page) => page.locator('.article-title, .articles a, .notice-list a').allInnerTexts();

test('files that the system opens are read', async (t) => {
  const host = await copied();
  t.after(host.stop);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.addInitScript(() => {
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (consumer) => (window.launched = consumer) } });
  });
  const { page, errors } = await open(context, host.url);
  await eventually('the page listens', () => page.evaluate(() => !!window.launched));
  await page.evaluate((text) => {
    const handle = (name, text) => ({ getFile: async () => new File([text], name, { type: 'text/plain' }) });
    return window.launched({ files: [handle('y-te.txt', text), handle('duong.txt', 'Ngày 3/4/2023, tỉnh Lào Cai mở 40 km đường.')] });
  }, TEXT);
  await page.locator('.overview').waitFor();
  assert.equal((await titles(page)).length, 2);
  await page.evaluate(() => window.launched({ files: [] }));
  assert.deepEqual(errors, []);
});

test('what is shared is read once, also without a network', async (t) => {
  const host = await copied();
  t.after(host.stop);
  const { page, errors } = await open(await browser.newContext(), host.url);
  await page.locator('.offline-ready').waitFor();
  await eventually('the worker answers', () => page.evaluate(() => !!navigator.serviceWorker.controller));
  const manifest = await page.evaluate(async () => (await fetch('manifest.webmanifest')).json());
  assert.equal(manifest.share_target.method, 'POST');
  await host.down();
  await page.evaluate(([{ action, enctype, params }, text]) => {
    const form = Object.assign(document.createElement('form'), { action, enctype, method: 'post' });
    const field = (name, value) => form.append(Object.assign(document.createElement('input'), { name, value }));
    field(params.title, 'Giá nước');
    field(params.text, 'Năm 2023, tỉnh Lào Cai có 140 trạm cấp nước sạch.');
    field(params.url, 'https://example.org/gia-nuoc');
    const files = Object.assign(document.createElement('input'), { type: 'file', name: params.files[0].name });
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'y tế – 2024.txt', { type: 'text/plain' }));
    files.files = transfer.files;
    form.append(files);
    document.body.append(form);
    form.submit();
  }, [manifest.share_target, TEXT]);
  await page.locator('.overview').waitFor();
  assert.equal(page.url(), host.url);
  assert.equal((await titles(page)).length, 2);
  assert.deepEqual(await shared(page), []);
  await page.reload();
  await page.locator('.overview').waitFor();
  await page.evaluate(() => (location.hash = '#/articles'));
  const names = await eventually('both are there', async () => {
    const found = await page.locator('.main').innerText();
    return found.includes('y tế – 2024.txt') && found.includes('Giá nước') && found;
  });
  assert.ok(names);
  assert.deepEqual(errors.filter((text) => !text.includes('sw.js')), []);
});
