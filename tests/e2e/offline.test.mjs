// The page without a network: kept whole after the first visit, changed to a newer build when the reader says so.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { copied, eventually, open, startBrowser } from './harness.mjs';

const browser = await startBrowser();
after(() => browser.close());

async function visit(url) {
  const opened = await open(await browser.newContext(), url);
  await opened.page.locator('.offline-ready').waitFor();
  return opened;
}

test('after one visit everything works without a network, also after closing the page', async (t) => {
  const server = await copied();
  t.after(server.stop);
  const { context } = await visit(server.url);
  await server.down();
  const { page, errors } = await open(context, server.url);
  await page.getByRole('button', { name: 'Mở bài mẫu' }).click();
  await page.locator('.overview').waitFor();
  await page.reload();
  await page.locator('.overview').waitFor();
  await page.locator('.term-table tbody a').first().click();
  await page.locator('.kwic-hit').first().waitFor();
  assert.deepEqual(errors.filter((text) => !text.includes('sw.js')), []);
});

test('it can be installed: manifest, icons and screenshots are what they say', async (t) => {
  const server = await copied();
  t.after(server.stop);
  const { page, context } = await visit(server.url);
  const tools = await context.newCDPSession(page);
  const { errors, data } = await tools.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
  const { icons, screenshots, file_handlers: handlers, share_target: target } = JSON.parse(data);
  for (const { src, sizes, type } of [...icons, ...screenshots]) {
    const response = await fetch(new URL(src, server.url));
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.ok(response.ok && bytes.length, src);
    if (type === 'image/png') assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
  }
  assert.ok(icons.some(({ purpose }) => purpose === 'maskable') && icons.some(({ sizes }) => sizes === '512x512'));
  assert.deepEqual(screenshots.map(({ form_factor: form }) => form).sort(), ['narrow', 'wide']);
  assert.ok(handlers.length && target.action);
});

test('after one visit files of other formats are read without a network, too', async (t) => {
  const server = await copied();
  t.after(server.stop);
  const { context } = await visit(server.url);
  await server.down();
  const { page } = await open(context, server.url);
  const html = '<!doctype html><title>Cây cầu mới</title><article><h1>Cây cầu mới</h1><p>Tỉnh khánh thành cầu ngày 3/2/2023, dài 400 m.</p></article>';
  await page.locator('input[type=file]').setInputFiles([{ name: 'cau.html', mimeType: 'text/html', buffer: Buffer.from(html) }]);
  await page.locator('.overview').waitFor();
  assert.match(await page.locator('.notice').textContent(), /Cây cầu mới/);
});

test('the reader of PDF is fetched when it is wanted, and kept', async (t) => {
  const server = await copied();
  t.after(server.stop);
  const { context, page } = await visit(server.url);
  const printer = await context.newPage();
  const pdf = async (title) => {
    await printer.setContent(`<h1>${title}</h1><p>Tỉnh khánh thành cầu ngày 3/2/2023, dài 400 m.</p>`);
    return { name: `${title}.pdf`, mimeType: 'application/pdf', buffer: await printer.pdf() };
  };
  const kept = () => page.evaluate(async () => Boolean(await caches.match('pkg/wasm/langkinh_pdf_bg.wasm')));
  assert.equal(await kept(), false);
  await page.locator('input[type=file]').first().setInputFiles([await pdf('Cây cầu mới')]);
  await page.locator('.overview').waitFor();
  assert.equal(await kept(), true);
  await server.down();
  const { page: next } = await open(context, `${server.url}#/add`);
  await next.locator('input[type=file]').first().setInputFiles([await pdf('Con đường mới')]);
  await next.locator('.notice', { hasText: 'Con đường mới' }).waitFor();
});

test('a newer build waits until the reader takes it, and the older one is removed', async (t) => {
  const server = await copied();
  t.after(server.stop);
  const { page, context } = await visit(server.url);
  const kept = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('langkinh-')));
  const [before] = await kept();
  await server.change('sw.js', /BUILD = '\w+'/, "BUILD = 'newer'");
  const { page: next } = await open(context, server.url);
  await next.getByText('Đã có bản mới').waitFor();
  assert.deepEqual((await kept()).sort(), [before, 'langkinh-newer'].sort());
  await Promise.all([next.waitForEvent('load'), next.getByRole('button', { name: 'Tải lại ngay' }).click()]);
  await next.locator('.offline-ready').waitFor();
  assert.deepEqual(await kept(), ['langkinh-newer']);
  // The tab that was open before is told as well.
  await page.getByText('Đã có bản mới').waitFor();
});

test('a newer build can be put off: the reader goes on with the present one, also without a network', async (t) => {
  const server = await copied();
  t.after(server.stop);
  const { context } = await visit(server.url);
  await server.change('sw.js', /BUILD = '\w+'/, "BUILD = 'newer'");
  const { page, errors } = await open(context, server.url);
  const offer = page.getByText('Đã có bản mới');
  await offer.waitFor();
  await page.getByRole('button', { name: 'Để sau' }).click();
  await offer.waitFor({ state: 'detached' });
  await server.down();
  await page.getByRole('button', { name: 'Mở bài mẫu' }).click();
  await page.locator('.overview').waitFor();
  assert.equal((await page.evaluate(() => caches.keys())).length, 2);
  assert.deepEqual(errors.filter((text) => !text.includes('sw.js')), []);
});

test('a build that arrives damaged is not taken', async (t) => {
  const server = await copied();
  t.after(server.stop);
  const { page, context } = await visit(server.url);
  await server.change('sw.js', /BUILD = '\w+'/, "BUILD = 'broken'");
  await server.change('pkg/host.js', /$/, '// another build');
  const { page: next } = await open(context, server.url);
  await next.locator('.offline-ready').waitFor();
  // The browser asks for the newer build, and it comes to nothing.
  await next.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
  await eventually('it is given up', () => next.evaluate(async () => !(await navigator.serviceWorker.getRegistration()).installing));
  assert.equal(await next.getByText('Đã có bản mới').count(), 0);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting), null);
});

test('the kept copy can be taken out of every browser, and articles stay', async (t) => {
  const server = await copied();
  t.after(server.stop);
  const { context, page: before } = await visit(server.url);
  await before.locator('input[type=file]').setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Sáng 12/3/2024, tỉnh Lào Cai có 152 trạm y tế xã.') }]);
  await before.locator('.overview').waitFor();
  await server.put('sw.js', 'sw-remove.js');
  const { page } = await open(context, server.url);
  await eventually('the worker goes', () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length === 0));
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  await page.reload();
  await page.locator('.overview').waitFor();
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
});
