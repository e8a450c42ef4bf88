// `<lang-kinh>` on a page of somebody else's, under a strict policy.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, start } from './harness.mjs';

let e2e;
before(async () => (e2e = await start()));
after(() => e2e.stop());

/** The embedding page with both elements scrolled to and ready. */
async function embedded(options) {
  const opened = await e2e.page('embed.html', options);
  for (const id of ['here', 'files']) {
    await opened.page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await eventually(`${id} is drawn`, () => drawn(opened.page, id));
  }
  return opened;
}

const drawn = (page, id) =>
  page.evaluate((id) => !!document.getElementById(id)?.shadowRoot?.querySelector('.lk')?.textContent.trim(), id);

const articles = (page, id) =>
  page.evaluate(async (id) => {
    const { overview } = await document.getElementById(id).engine.request({ type: 'overview' });
    return overview.articles.map((row) => row.title);
  }, id);

test('two elements, one over the article it stands on, no request after both are drawn', async () => {
  const { page, requests, errors } = await embedded();
  const before = requests.length;
  assert.deepEqual(await articles(page, 'here'), ['Hà Giang thêm 42 điểm trường có điện lưới']);
  assert.equal((await articles(page, 'files')).length, 2);
  await page.evaluate(() => document.getElementById('files').engine.exportJson());
  assert.deepEqual(requests.slice(before), []);
  assert.deepEqual(errors, []);
});

test('the style of the host stays outside, that of the widget inside', async () => {
  const { page } = await embedded();
  const styles = await page.evaluate(() => {
    const inside = document.getElementById('files').shadowRoot.querySelector('button');
    const outside = document.body.appendChild(document.createElement('button'));
    const of = (button) => [getComputedStyle(button).color, getComputedStyle(button).textTransform];
    return { inside: of(inside), outside: of(outside) };
  });
  assert.deepEqual(styles.outside, ['rgb(255, 0, 0)', 'uppercase']);
  assert.notDeepEqual(styles.inside, styles.outside);
});

test('keeps its place before it is drawn, so that nothing moves', async () => {
  const { page } = await e2e.page('embed.html');
  const height = () => page.evaluate(() => document.getElementById('here').getBoundingClientRect().height);
  assert.ok((await height()) >= 480);
});

test('a move does not restart it; taking it away ends its worker', async () => {
  const { page } = await embedded();
  assert.equal(page.workers().length, 2);
  const isSame = await page.evaluate(async () => {
    const element = document.getElementById('here');
    const engine = element.engine;
    document.querySelector('header').append(element);
    await new Promise((done) => setTimeout(done, 50));
    return engine !== null && element.engine === engine;
  });
  assert.ok(isSame);
  await page.evaluate(() => document.getElementById('here').remove());
  await eventually('its worker is gone', () => page.workers().length === 1);
});

test('loads nothing of the engine until it is near the viewport', async () => {
  const { page, requests } = await e2e.page('embed.css');
  await page.evaluate(async () => {
    const space = document.createElement('div');
    space.style.height = '5000px';
    const element = document.createElement('lang-kinh');
    document.body.append(space, element);
    await import('/pkg/element.js');
    await new Promise((done) => setTimeout(done, 300));
  });
  assert.deepEqual(requests.filter((url) => url.includes('/pkg/') && !url.endsWith('element.js')), []);
});

test('wrong attributes warn and harm nothing', async () => {
  const { page, errors } = await embedded();
  await page.evaluate(() => {
    const element = document.getElementById('here');
    element.setAttribute('theme', 'sepia');
    element.setAttribute('lang', 'xx');
    element.setAttribute('height', 'tall; color: red');
    element.setAttribute('text-from', '###');
  });
  await eventually('it is empty now', async () => (await articles(page, 'here')).length === 0);
  assert.ok(await drawn(page, 'here'));
  assert.deepEqual(errors, []);
});

test('where WebAssembly is refused the fallback stays and the host is told', async () => {
  const policy = "default-src 'none'; script-src 'self'; worker-src 'none'; style-src 'self'; connect-src 'self'";
  const { page } = await e2e.page('embed.css', { policy });
  const { detail, text } = await page.evaluate(async () => {
    const element = document.createElement('lang-kinh');
    element.textContent = 'fallback';
    const told = new Promise((resolve) => document.addEventListener('lk-error', (event) => resolve(event.detail)));
    document.body.append(element);
    await import('/pkg/element.js');
    const detail = await told;
    return { detail, text: element.shadowRoot.querySelector('slot').assignedNodes()[0].textContent };
  });
  assert.equal(detail.code, 'start');
  assert.equal(text, 'fallback');
});
