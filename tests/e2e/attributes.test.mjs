// The page of examples (docs/embedding.md): every attribute, custom property, part and method is there, and does what is said.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);
const docs = readFileSync(fileURLToPath(new URL('../../docs/embedding.md', import.meta.url)), 'utf8');
/** Names in backquotes of the first column of a table in the documentation. */
const documented = (head) => docs.split(`| ${head} |`)[1].split('\n\n')[0].split('\n').slice(2)
  .flatMap((row) => [...row.split('|')[1].matchAll(/`([\w-]+)(?: \w+)?`/g)].map(([, name]) => name));

const isDrawn = (page, id) => page.evaluate((id) => !!document.getElementById(id).shadowRoot.querySelector('.lk h2, .lk .start, .lk-still'), id);
async function shown(page, id) {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  await eventually(`${id} is drawn`, () => isDrawn(page, id));
}

test('every attribute has an example that works, and a row in the documentation', async () => {
  const { page, errors } = await e2e.page('attributes.html');
  const names = await page.evaluate(() => [...document.querySelectorAll('[data-attribute]')].map(({ dataset }) => dataset.attribute));
  const observed = await page.evaluate(() => customElements.get('lang-kinh').observedAttributes);
  assert.deepEqual(names.sort(), [...observed].sort());
  assert.deepEqual(documented('attribute').sort(), [...observed].sort());
  for (const name of names) {
    await shown(page, `example-${name}`);
    const values = page.locator(`#${name} .controls button`);
    for (let at = 0; at < (await values.count()); at += 1) {
      await values.nth(at).click();
      assert.equal(await page.locator(`#example-${name}`).getAttribute(name), await values.nth(at).innerText());
    }
    await eventually(`${name} is drawn again`, () => isDrawn(page, `example-${name}`));
  }
  assert.deepEqual(errors, []);
});

test('every custom property changes what it says', async () => {
  const { page } = await e2e.page('attributes.html');
  await shown(page, 'example-properties');
  const look = () => page.evaluate(() => {
    const root = document.getElementById('example-properties').shadowRoot;
    const of = (selector, name) => getComputedStyle(root.querySelector(selector))[name];
    return {
      '--lk-bg': of('.lk', 'backgroundColor'), '--lk-surface': of('input', 'backgroundColor'), '--lk-ink': of('.lk', 'color'), '--lk-accent': of('.more-place', 'color'),
      '--lk-font': of('.lk p', 'fontFamily'), '--lk-font-heading': of('h2', 'fontFamily'),
    };
  });
  await eventually('terms are there', () => page.evaluate(() => !!document.getElementById('example-properties').shadowRoot.querySelector('input')));
  await page.evaluate(() => document.getElementById('example-properties').style.setProperty('--lk-surface', '#eeeeee'));
  for (const row of await page.locator('#properties .controls').all()) {
    const name = await row.locator('code').innerText();
    assert.ok(docs.includes(`\`${name}\``), `${name} is documented`);
    const before = (await look())[name];
    await row.locator('button').first().click();
    assert.notEqual((await look())[name], before, name);
  }
  assert.equal(await page.locator('#properties .controls').count(), Object.keys(await look()).length);
});

test('every part that is documented is there, and is dressed', async () => {
  const { page } = await e2e.page('attributes.html', { height: 1200 });
  await shown(page, 'example-part');
  await shown(page, 'example-still');
  const names = await page.evaluate(() => [...document.querySelectorAll('#parts > .controls button')].map((button) => button.textContent));
  assert.deepEqual(documented('`::part(…)`').filter((name) => name !== 'keyness').sort(), [...names].sort());
  const dressed = (name) => page.evaluate((name) => ['example-part', 'example-still'].some((id) =>
    [...document.getElementById(id).shadowRoot.querySelectorAll(`[part~="${name}"]`)].some((part) => getComputedStyle(part).outlineStyle === 'dashed')), name);
  const widget = page.locator('#example-part');
  const ways = {
    menu: () => widget.locator('[part~=menu] summary').first().click(),
    text: () => widget.locator('.main a[part~=link]').first().click(),
    // The article is open since the part before.
    card: () => widget.locator('[part~=text] .fact').first().click(),
    notice: async () => {
      await widget.locator('textarea').fill('Năm 2024, xã Chiềng Ơn có 15 lớp học.');
      await widget.locator('.button', { hasText: 'Read the text' }).click();
    },
  };
  for (const name of names) {
    await page.locator('#parts > .controls button', { hasText: new RegExp(`^${name}$`) }).click();
    await ways[name]?.();
    await eventually(`${name} is dressed`, () => dressed(name));
  }
});

test('what a button of the methods says is done, and events are told', async () => {
  const { page, errors } = await e2e.page('attributes.html');
  await shown(page, 'example-methods');
  const said = page.locator('#methods > pre');
  for (const button of await page.locator('#methods > .controls button').all()) {
    const line = await button.innerText();
    await button.click();
    await eventually(`${line} is done`, async () => (await said.innerText()).includes(line));
    assert.doesNotMatch(await said.innerText(), /Error:/);
  }
  assert.match(await said.innerText(), /lk-result/);
  assert.deepEqual(errors, []);
});

for (const scheme of ['light', 'dark']) {
  test(`the pages of examples fit narrow screens and have the colours of the system, ${scheme}`, async () => {
    for (const path of ['attributes.html', 'embed.html']) {
      const { page } = await e2e.page(path, { width: 360, context: { colorScheme: scheme } });
      await eventually('elements are there', () => page.evaluate(() => !!document.querySelector('lang-kinh')));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, path);
    }
    const { page } = await e2e.page('attributes.html', { context: { colorScheme: scheme } });
    await shown(page, 'example-src');
    assert.equal(await page.evaluate(() => document.getElementById('example-src').shadowRoot.querySelector('.lk').dataset.theme), scheme);
    // A page that declares no colours for the dark is light, and so is what stands on it.
    const { page: other } = await e2e.page('embed.html', { context: { colorScheme: scheme } });
    await shown(other, 'here');
    assert.equal(await other.evaluate(() => document.getElementById('here').shadowRoot.querySelector('.lk').dataset.theme), 'light');
  });
}
