// Nothing that comes from outside becomes markup or script: pasted text, files and their names, bundles, addresses,
// attributes, corrections and word lists.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createEngine } from '../../pkg/engine.js';
import { toLink } from '../../pkg/link.js';
import { createKeys, sign } from '../../pkg/sign.js';
import { zip } from '../archive.mjs';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);

/** Each sets `window.hacked` where it is taken for markup, an address or a style. */
const ATTACKS = [
  '<script>window.hacked=1</script>',
  '<img src=x onerror="window.hacked=1">',
  '"><svg onload=window.hacked=1>',
  "'><iframe srcdoc=\"<script>parent.hacked=1</script>\">",
  'javascript:window.hacked=1//',
  '</textarea><details open ontoggle=window.hacked=1>',
  '<a href="javascript:window.hacked=1">x</a>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.hacked=1>',
  '{{constructor.constructor("window.hacked=1")()}}',
  '<style>@import "//elsewhere.example/x.css";</style>',
  '\u202e<b onmouseover=window.hacked=1>gnp.exe\u202c',
  '<lang-kinh src="//elsewhere.example/x"></lang-kinh>',
];
const article = (attack, year) =>
  `Chợ phiên ${attack} ngày hội\nNgày 12/8/${year} | 07:30\n\nNăm ${year}, ông Nguyễn Văn ${attack} nói: “Chợ ${attack} có 120 gian hàng”. Chợ phiên ${attack} bán nông sản. Tỉnh Sơn La có 12 chợ phiên.\nẢnh: ${attack}`;

/** No element, handler or address that an attack would have made; nothing asked of another place. */
async function isClean(page, requests, host) {
  const found = await page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot).filter(Boolean)];
    const bad = roots.flatMap((root) => [...root.querySelectorAll('iframe, object, embed, math, script:not([type=module]), img[src], [onerror], [onload], [ontoggle], [onmouseover], [srcdoc], a[href^="javascript:" i], lang-kinh lang-kinh')]);
    return { hacked: window.hacked, bad: bad.map(({ outerHTML }) => outerHTML.slice(0, 200)) };
  });
  assert.deepEqual(found, { hacked: undefined, bad: [] });
  assert.deepEqual(requests.filter((url) => new URL(url).host !== host && !/^(data|blob):/.test(url)), []);
}

const host = () => new URL(e2e.url).host;

test('texts that are pasted, and files with their names', async () => {
  const { page, requests, errors } = await e2e.page();
  await page.getByLabel('Văn bản của các bài báo').fill(ATTACKS.map((attack, at) => article(attack, 2020 + (at % 4))).join('\n\n-----\n\n'));
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  await page.locator('.overview').waitFor();
  await isClean(page, requests, host());
  for (const hash of ['#/articles', '#/facts', '#/numbers', '#/dictionary', '#/terms']) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await page.waitForTimeout(100);
    await isClean(page, requests, host());
  }
  await page.evaluate(() => (location.hash = '#/add'));
  const files = ATTACKS.map((attack, at) => ({ name: `${attack}${at}.txt`.replaceAll('/', '∕'), mimeType: 'text/plain', buffer: Buffer.from(at % 3 ? article(attack, 2024) : '') }));
  await page.locator('input[type=file]').first().setInputFiles(files);
  await page.locator('.notice').first().waitFor();
  await isClean(page, requests, host());
  await page.evaluate(() => (location.hash = '#/articles'));
  await page.locator('main a[href^="#/article/"]:visible').first().click();
  await page.waitForFunction(() => location.hash.startsWith('#/article/'));
  await page.waitForTimeout(500);
  await isClean(page, requests, host());
  assert.deepEqual(errors, []);
});

test('addresses of the page', async () => {
  for (const attack of ATTACKS) {
    for (const path of ['term/', 'article/', 'facts?words=', '']) {
      const { page, requests, context } = await e2e.page(`#/${path}${encodeURIComponent(attack)}`);
      await page.locator('#lk-heading, .start').first().waitFor();
      await isClean(page, requests, host());
      await context.close();
      if (path) break;
    }
  }
});

test('attributes, properties, bundles, corrections and word lists of the element', async () => {
  const { page, requests } = await e2e.page('embed.html');
  await page.evaluate(async ([attacks, texts]) => {
    const element = document.getElementById('files');
    element.setAttribute('loading', 'eager');
    await element.analyze(texts.map((text, at) => ({ name: attacks[at], text })));
    const bundle = JSON.parse(new TextDecoder().decode(await element.toBundle()).split('\n')[0]);
    for (const attack of attacks) {
      for (const name of element.constructor.observedAttributes) {
        if (name !== 'persist' && name !== 'instance') element.setAttribute(name, attack);
      }
      for (const list of [`+ ${attack}\n* ${attack}\n`, attack]) await element.engine.readDictionary(list).catch(() => {});
      await element.engine.applyCorrections(attack).catch(() => {});
      bundle.settings = { [attack]: attack };
      bundle.articles.forEach((one) => { one.source = attack; one.title = attack; });
      await element.engine.openBundle(JSON.stringify(bundle)).catch(() => {});
      await element.engine.openBundle(attack).catch(() => {});
    }
    for (const name of ['src', 'text-from', 'interactive', 'view']) element.removeAttribute(name);
  }, [ATTACKS, ATTACKS.map((attack, at) => article(attack, 2020 + (at % 4)))]);
  await isClean(page, requests.filter((url) => !url.includes('elsewhere.example')), host());
  for (const view of ['terms', 'cloud', 'concordance', 'spread']) {
    await page.evaluate(([view, attack]) => {
      const element = document.getElementById('files');
      element.setAttribute('interactive', 'false');
      element.setAttribute('terms', attack);
      element.setAttribute('view', view);
    }, [view, ATTACKS[1]]);
    await eventually('the picture is drawn', () => page.evaluate(() => document.getElementById('files').shadowRoot.querySelector('.lk-still')));
    await isClean(page, requests.filter((url) => !url.includes('elsewhere.example')), host());
  }
});

test('names inside archives, links that carry a bundle, and the address of a frame', async () => {
  const { page, requests } = await e2e.page();
  const inside = Object.fromEntries(ATTACKS.map((attack, at) => [`${2020 + (at % 4)}/${attack.replaceAll('/', '∕')}${at}.${at % 3 ? 'txt' : 'html'}`, article(attack, 2020 + (at % 4))]));
  await page.locator('input[type=file]').first().setInputFiles([{ name: '<img src=x onerror=window.hacked=1>.zip', mimeType: 'application/zip', buffer: zip(inside) }]);
  await page.locator('.notice').first().waitFor();
  await isClean(page, requests, host());
  await page.evaluate(() => (location.hash = '#/articles'));
  await page.waitForTimeout(300);
  await isClean(page, requests, host());
  const engine = await createEngine();
  await engine.add(ATTACKS.map((attack, at) => ({ name: attack, text: article(attack, 2020 + (at % 4)) })));
  await engine.readDictionary(ATTACKS.map((attack) => `* ${attack}\n`).join('')).catch(() => {});
  const bundle = JSON.parse(new TextDecoder().decode(await engine.bundle({ settings: { route: `#/term/${encodeURIComponent(ATTACKS[1])}`, [ATTACKS[0]]: ATTACKS[1] } })));
  engine.close();
  for (const attack of ATTACKS) {
    bundle.articles.forEach((one) => { one.title = attack; });
    bundle.settings.route = attack;
    const signed = await sign(new TextEncoder().encode(`${JSON.stringify(bundle)}\n`), await createKeys(), attack);
    const { page: opened, requests: asked, context } = await e2e.page(await toLink(signed, ''));
    await opened.locator('.notice').first().waitFor();
    await isClean(opened, asked, host());
    await context.close();
    const { page: framed, requests: more, context: other } = await e2e.page(`frame.html?${new URLSearchParams({ src: attack, view: attack, terms: attack, lang: attack, height: attack, host: attack })}`);
    await framed.waitForTimeout(300);
    await isClean(framed, more, host());
    await other.close();
  }
});

test('nesting without end and answers without end are refused with words', async () => {
  const { page } = await e2e.page('embed.html');
  const codes = await page.evaluate(async () => {
    const element = document.getElementById('files');
    await element.analyze(['Năm 2024, xã Chiềng Ơn có 15 lớp học.']);
    const deep = `{"schema":"langkinh-bundle/1","articles":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const of = (work) => work.then(() => 'taken', (error) => error.code);
    return [await of(element.engine.openBundle(deep)), await of(element.engine.applyCorrections('['.repeat(100_000))), (await element.engine.request({ type: 'overview' })).overview.articles.length];
  });
  assert.deepEqual(codes.slice(0, 2).map((code) => code === 'taken' || code === 'crashed'), [false, false]);
  assert.ok(codes[2] >= 1);
  const text = await page.evaluate(async () => {
    const { textOf } = await import('/pkg/sources.js');
    let deep = document.createElement('div');
    for (let at = 0; at < 400; at += 1) { const outer = document.createElement('div'); outer.append(deep, 'a'); deep = outer; }
    document.body.append(deep);
    const read = textOf(deep).length;
    deep.remove();
    return read;
  });
  assert.ok(text > 0);
});
