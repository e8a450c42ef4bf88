// Lăng Kính in a sandboxed frame: no origin of its own, its height told to the page that it was told of, and to no other.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; img-src data:";

async function framed(query) {
  const opened = await e2e.page('embed.css', { policy: POLICY });
  await opened.page.evaluate(async (query) => {
    await import('/pkg/frame.js');
    const frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts';
    frame.dataset.langKinh = '';
    frame.src = `/frame.html?${query}&host=${encodeURIComponent(location.origin)}`;
    frame.style.height = '10px';
    document.body.append(frame);
  }, query);
  const frame = await eventually('the frame is there', () => opened.page.frames().find((f) => f.url().includes('frame.html')));
  return { ...opened, frame };
}

const height = (page) => page.evaluate(() => parseInt(document.querySelector('iframe').style.height, 10));

test('works without an origin, and the frame gets its height', async () => {
  const { page, frame } = await framed(`src=${encodeURIComponent('embed/school-2022.txt https://elsewhere.example/a.txt')}&view=terms&height=500`);
  await eventually('the widget is drawn', () => frame.evaluate(() => !!document.querySelector('lang-kinh')?.shadowRoot?.querySelector('.lk')));
  assert.equal(await frame.evaluate(() => origin), 'null');
  assert.equal(await frame.evaluate(() => document.querySelector('lang-kinh').getAttribute('src')), 'embed/school-2022.txt');
  await eventually('the frame is as high as its page', async () => (await height(page)) >= 500);
});

test('the height is taken from that frame only', async () => {
  const { page, frame } = await framed('view=add');
  await eventually('the widget is drawn', () => frame.evaluate(() => !!document.querySelector('lang-kinh')?.shadowRoot?.querySelector('.lk')));
  // It tells its height when that changes; from here on it does not.
  await page.waitForTimeout(1000);
  const post = (message) => frame.evaluate((message) => parent.postMessage(message, '*'), message);
  await post({ type: 'langkinh-height', height: 640 });
  await eventually('it is taken', async () => (await height(page)) === 640);
  for (const bad of [{ type: 'langkinh-height', height: '1px;color:red' }, { type: 'langkinh-height', height: -5 }, { type: 'other', height: 5 }]) await post(bad);
  await page.evaluate(() => window.postMessage({ type: 'langkinh-height', height: 5 }, '*'));
  await page.waitForTimeout(200);
  assert.equal(await height(page), 640);
  await post({ type: 'langkinh-height', height: 10 ** 9 });
  await eventually('it has a bound', async () => (await height(page)) === 20_000);
});
