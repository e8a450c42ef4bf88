// The page without a network: kept whole after the first visit, changed to a newer build when the reader says so.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, open, startBrowser } from './harness.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const policy = (await readFile(join(root, 'www/policy.txt'), 'utf8')).trim();
const browser = await startBrowser();
after(() => browser.close());

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json' };

/** A host with a copy of the page that the test may change, or take from the network. */
async function host() {
  const folder = await mkdtemp(join(tmpdir(), 'langkinh-'));
  await cp(join(root, 'dist'), folder, { recursive: true });
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const body = await readFile(file).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'content-security-policy': policy });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const down = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return {
    url,
    down,
    change: async (name, from, to) => writeFile(join(folder, name), (await readFile(join(folder, name), 'utf8')).replace(from, to)),
    put: async (name, from) => cp(join(folder, from), join(folder, name)),
    stop: async () => {
      if (server.listening) await down();
      await rm(folder, { recursive: true });
    },
  };
}

async function visit(url) {
  const opened = await open(await browser.newContext(), url);
  await opened.page.locator('.offline-ready').waitFor();
  return opened;
}

test('after one visit everything works without a network, also after closing the page', async (t) => {
  const server = await host();
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

test('after one visit files of other formats are read without a network, too', async (t) => {
  const server = await host();
  t.after(server.stop);
  const { context } = await visit(server.url);
  await server.down();
  const { page } = await open(context, server.url);
  const html = '<!doctype html><title>Cây cầu mới</title><article><h1>Cây cầu mới</h1><p>Tỉnh khánh thành cầu ngày 3/2/2023, dài 400 m.</p></article>';
  await page.locator('input[type=file]').setInputFiles([{ name: 'cau.html', mimeType: 'text/html', buffer: Buffer.from(html) }]);
  await page.locator('.overview').waitFor();
  assert.match(await page.locator('.notice').textContent(), /Cây cầu mới/);
});

test('a newer build waits until the reader takes it, and the older one is removed', async (t) => {
  const server = await host();
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

test('a build that arrives damaged is not taken', async (t) => {
  const server = await host();
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

test('the kept copy can be taken out of every browser', async (t) => {
  const server = await host();
  t.after(server.stop);
  const { context } = await visit(server.url);
  await server.put('sw.js', 'sw-remove.js');
  const { page } = await open(context, server.url);
  await eventually('the worker goes', () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length === 0));
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
});
