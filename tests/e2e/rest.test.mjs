// The engine and the drawing in two files each: a first result needs the first ones only, the rest comes behind them.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { open, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);

/** A page on whose way to the rest stands `handle(route)`. */
async function page(handle) {
  const context = await e2e.browser.newContext({ serviceWorkers: 'block' });
  await context.route('**/*_rest.wasm', handle);
  return open(context, e2e.url);
}

const rests = (requests) => requests.filter((url) => url.endsWith('_rest.wasm')).map((url) => url.split('/').at(-1)).sort();

async function overview(page) {
  await page.getByRole('button', { name: 'Mở bài mẫu' }).click();
  await page.locator('.overview').waitFor();
}

/** Asks for what no first result needs: a file. */
async function saved(page) {
  await page.locator('.menu summary').first().click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /kết quả \(JSON\)/ }).click()]);
  return download.suggestedFilename();
}

test('articles of several years are read and shown before the rest is there', async () => {
  let release;
  const held = new Promise((done) => (release = done));
  const { page: tab, requests, errors } = await page(async (route) => {
    await held;
    await route.continue();
  });
  await overview(tab);
  assert.deepEqual(rests(requests), ['app_rest.wasm', 'langkinh_engine_rest.wasm']);
  release();
  assert.match(await saved(tab), /\.json$/);
  assert.deepEqual(rests(requests), ['app_rest.wasm', 'langkinh_engine_rest.wasm']);
  assert.deepEqual(errors, []);
});

test('where it did not come it is asked for again when it is wanted', async () => {
  const { page: tab, requests } = await page((route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()));
  await overview(tab);
  assert.match(await saved(tab), /\.json$/);
  // Past the browser's cache, then once more for the call that wants it.
  assert.equal(rests(requests).filter((name) => name === 'langkinh_engine_rest.wasm').length, 3);
});
