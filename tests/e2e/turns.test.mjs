// The page is never held long: what is drawn is counted by turn of the page, not by the clock.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);

const CROPS = ['lúa mùa', 'dừa nước', 'cà phê vối', 'hồ tiêu', 'chè xanh', 'mía đường', 'xoài cát', 'thanh long', 'sầu riêng', 'cam sành', 'bưởi da xanh', 'điều nhân'];

/** Articles of eighteen years, each of some crops. */
const articles = Array.from({ length: 54 }, (_, i) => {
  const year = 2004 + (i % 18);
  const said = CROPS.map((crop, n) => `Vườn ${crop} của huyện ${i % 7} rộng ${100 + ((i * 7 + n * 13) % 90)} ha. Nhà vườn ${crop} bán được giá. `.repeat(1 + ((i + n) % 3)));
  const text = `Mùa vườn ${i}\n\nNgày 1/3/${year}, tỉnh họp về cây trồng. ${said.join('')}`;
  return { name: `${i}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) };
});

/** Counts the elements that come into a kind of picture, by turn: what one task puts there is told to an observer at its end. */
const watch = (page, kind) => page.evaluate((kind) => {
  window.turns = [];
  window.pictures = [];
  new MutationObserver((records) => {
    const added = records.flatMap((record) => [...record.addedNodes]).filter((node) => node instanceof Element);
    const count = (element) => 1 + element.querySelectorAll('*').length;
    // A picture that came with all its elements in one record is counted once, with them.
    const outer = added.filter((one) => !added.some((other) => other !== one && other.contains(one)));
    const drawn = outer.filter((one) => one.closest(`.chart-${kind} svg`) || one.querySelector(`.chart-${kind} svg`));
    if (drawn.length > 0) window.turns.push(drawn.reduce((sum, one) => sum + count(one), 0));
    window.pictures.push(...added.filter((one) => one.matches('svg.chart')).map((svg) => svg.closest('figure').className));
  }).observe(document.querySelector('.lk'), { childList: true, subtree: true });
}, kind);

const opened = async () => {
  const opened = await e2e.page('', { width: 1280, height: 900 });
  await opened.page.locator('input[type=file]').first().setInputFiles(articles);
  await opened.page.locator('.chart-cloud svg .word').first().waitFor();
  return opened;
};

const settled = (page) => eventually('every picture is whole', () => page.evaluate(() => {
  const figures = [...document.querySelectorAll('.chart-card')];
  return figures.length > 0 && !document.querySelector('.is-coming, .chart-wait') && figures.every((one) => one.getAttribute('aria-busy') === 'false');
}));

test('a large picture comes some elements a turn, and in the end as a whole', async () => {
  const { page, errors } = await opened();
  await watch(page, 'clouds');
  await page.locator('#lk-explore').click();
  await page.locator('.chart-clouds svg').waitFor();
  await settled(page);
  const size = await page.locator('.chart-clouds svg *').count();
  assert.ok(size > 1000, `the picture is large: ${size}`);
  const turns = await page.evaluate(() => window.turns);
  assert.ok(turns.length > 1 && Math.max(...turns) < 900, `elements by turn: ${turns}`);
  assert.equal(await page.locator('.chart-clouds svg').count(), 1);
  assert.deepEqual(errors, []);
});

test('while the window changes no picture is drawn; then each is, once', async () => {
  const { page, errors } = await opened();
  await page.locator('#lk-explore').click();
  await page.locator('.chart-clouds svg').waitFor();
  await settled(page);
  const shown = await page.locator('svg.chart').count();
  await watch(page, 'clouds');
  // All in one turn: however slow the machine is, the window does not rest between two of them.
  await page.evaluate(() => {
    for (let width = 1240; width >= 900; width -= 20) {
      document.querySelector('.lk').style.width = `${width}px`;
      window.dispatchEvent(new Event('resize'));
    }
  });
  await eventually('the pictures fit', async () => Number(await page.locator('.chart-years svg').first().getAttribute('width')) < 900);
  await settled(page);
  const pictures = await page.evaluate(() => window.pictures);
  assert.ok(pictures.length <= shown, `${shown} pictures: ${pictures.length} drawn`);
  assert.deepEqual(errors, []);
});

test('a picture far down keeps its room before it is laid out, and paper has it', async () => {
  const { page } = await opened();
  await page.locator('#lk-explore').click();
  await page.locator('.chart-clouds svg').waitFor();
  await settled(page);
  const rooms = () => page.locator('svg.chart').evaluateAll((all) => all.map((svg) => [svg.getBoundingClientRect().height, Number(svg.getAttribute('height'))]));
  for (const [height, own] of await rooms()) assert.ok(Math.abs(height - own) < 1, `${height} for ${own}`);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.chart-clouds svg').evaluate((svg) => getComputedStyle(svg).contentVisibility), 'visible');
});

test('what is said again to the page around changes nothing there', async () => {
  const { page } = await opened();
  await page.evaluate(() => {
    window.dressed = 0;
    new MutationObserver((records) => (window.dressed += records.length)).observe(document.documentElement, { attributes: true });
  });
  await page.locator('.term-table tbody a').first().click();
  await page.locator('.kwic tbody tr').first().waitFor();
  assert.equal(await page.evaluate(() => window.dressed), 0);
});
