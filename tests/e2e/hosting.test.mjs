// The pages that docs/embedding.md and docs/hosting.md tell a newcomer to write, served as they say.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TRUSTED, files, fromElsewhere, page } from './elsewhere.mjs';
import { eventually, hosts, open } from './harness.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { browser, serve, stop } = await hosts();
after(stop);
const visit = async (url, context = {}) => open(await browser.newContext({ serviceWorkers: 'block', ...context }), url);

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self'; connect-src 'self'; img-src 'self'";
const LOCAL = '<script type="module" src="/langkinh/element.js"></script>';

const isDrawn = (page) => page.evaluate(() => !!document.querySelector('lang-kinh').shadowRoot?.querySelector('.lk h2'));
const drawn = (page) => eventually('it is drawn', () => isDrawn(page));

test('two lines on a page of one\'s own, under the strict policy, with trusted types', async () => {
  const host = await serve({ policy: STRICT + TRUSTED, files: files(page(LOCAL)), folders: { '/langkinh/': `${root}pkg/` } });
  const { page: opened, errors, requests } = await visit(host.url);
  await drawn(opened);
  assert.equal(await opened.evaluate(() => document.querySelector('lang-kinh').engine.mode), 'worker');
  const before = requests.length;
  await opened.evaluate(() => document.querySelector('lang-kinh').export('svg:terms'));
  assert.deepEqual(requests.slice(before), []);
  assert.deepEqual(errors, []);
});

test('nothing moves while it comes, though it stands in sight and is longer than its box', async () => {
  const host = await serve({ policy: STRICT, files: files(page(LOCAL)), folders: { '/langkinh/': `${root}pkg/` }, slow: /element\.js$/ });
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
  });
  const { page: opened } = await open(context, host.url, { height: 1000 });
  const top = () => opened.evaluate(() => document.getElementById('below').getBoundingClientRect().top);
  const first = await top();
  await drawn(opened);
  await opened.waitForTimeout(300);
  const { scrollHeight, clientHeight } = await opened.evaluate(() => { const { scrollHeight, clientHeight } = document.querySelector('lang-kinh'); return { scrollHeight, clientHeight }; });
  assert.ok(scrollHeight > clientHeight && clientHeight === 480, `${scrollHeight} in ${clientHeight}`);
  assert.deepEqual([await top(), await opened.evaluate(() => window.shift)], [first, 0]);
  await opened.evaluate(() => document.querySelector('lang-kinh').setAttribute('height', 'auto'));
  assert.ok((await top()) > first);
});

test('where workers are refused it draws from the thread of the page; without scripts its content stays', async () => {
  const folders = { '/langkinh/': `${root}pkg/` };
  const host = await serve({ policy: STRICT.replace("worker-src 'self' blob:", "worker-src 'none'"), files: files(page(LOCAL)), folders });
  const { page: opened } = await visit(host.url);
  await drawn(opened);
  assert.equal(await opened.evaluate(() => document.querySelector('lang-kinh').engine.mode), 'main');
  const { page: plain } = await visit(host.url, { javaScriptEnabled: false });
  assert.ok(await plain.getByText('Xem bảng số liệu').isVisible());
});

test('from another origin, with hashes of the loader and of all modules behind it', async () => {
  const cdn = await serve({ cors: true, folders: { '/langkinh/0.1.0/': `${root}pkg/` } });
  const { head, policy } = fromElsewhere(`${cdn.url}langkinh/0.1.0/`);
  const host = await serve({ policy, files: files(page(head)) });
  const { page: opened, errors } = await visit(host.url);
  await drawn(opened);
  assert.equal(await opened.evaluate(() => document.querySelector('lang-kinh').engine.mode), 'worker');
  assert.deepEqual(errors, []);
});

test('a module that was changed on the other origin is not run', async () => {
  const cdn = await serve({ cors: true, folders: { '/langkinh/0.1.0/': `${root}pkg/` }, change: { 'sources.js': (text) => `${text}\nwindow.changed = true;\n` } });
  const { head, policy } = fromElsewhere(`${cdn.url}langkinh/0.1.0/`);
  const host = await serve({ policy, files: files(page(head)) });
  const { page: opened } = await visit(host.url);
  const note = () => opened.evaluate(() => [window.changed, document.querySelector('lang-kinh').shadowRoot?.querySelector('slot')?.assignedElements()[0]?.textContent]);
  await eventually('it gives up', async () => (await opened.evaluate(() => performance.getEntriesByName(document.querySelector('script[src]').src).length)) > 0);
  await opened.waitForTimeout(1500);
  assert.deepEqual(await note(), [undefined, 'Xem bảng số liệu']);
  assert.equal(await isDrawn(opened), false);
});

test('the frame of the documentation, on a page of another origin, and the answer for oEmbed', async () => {
  const tools = await serve({ cors: true, policy: readFileSync(`${root}www/policy.txt`, 'utf8').trim(), folders: { '/langkinh/': `${root}dist/` } });
  const base = `${tools.url}langkinh/`;
  const frame = (host) => `<iframe data-lang-kinh sandbox="allow-scripts" title="Lăng Kính" width="100%" height="480" src="${base}frame.html?src=embed/school-2022.txt&view=years&host=${encodeURIComponent(host)}"></iframe>
    <script type="module" src="${base}pkg/frame.js"></script>`;
  const policy = `default-src 'none'; frame-src ${new URL(base).origin}; script-src ${new URL(base).origin}; style-src 'self'; img-src 'self'`;
  const made = {};
  const host = await serve({ policy, files: made });
  made['/'] = page(frame(host.url), '');
  const { page: opened, errors } = await visit(host.url);
  const inner = await eventually('the frame is there', () => opened.frames().find((found) => found.url().includes('frame.html')));
  await eventually('it is drawn', () => inner.evaluate(() => !!document.querySelector('lang-kinh')?.shadowRoot?.querySelector('.lk h2')));
  const heights = async () => [await opened.evaluate(() => document.querySelector('iframe').clientHeight), await inner.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height))];
  await eventually('the frame is as high as what is in it', async () => {
    const [outside, inside] = await heights();
    return outside === inside && inside > 600;
  });
  assert.deepEqual(errors.filter((text) => !text.includes('404')), []);

  const program = process.env.XTASK ?? `${root}target/debug/xtask`;
  const answer = JSON.parse(execFileSync(program, ['oembed', 'https://tools.example/langkinh/', 'src=embed/school-2022.txt&view=years'], { encoding: 'utf8' }));
  assert.deepEqual([answer.version, answer.type], ['1.0', 'rich']);
  assert.deepEqual([answer.width, answer.height], [720, 480]);
  made['/'] = page('', answer.html.replaceAll('https://tools.example/langkinh/', base));
  const { page: unfolded } = await visit(host.url);
  const second = await eventually('the frame is there', () => unfolded.frames().find((found) => found.url().includes('frame.html')));
  await eventually('it is drawn', () => second.evaluate(() => !!document.querySelector('lang-kinh')?.shadowRoot?.querySelector('.lk h2')));
});
