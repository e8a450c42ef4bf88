// Pictures on the page: they follow what is chosen, are saved as files, and can be used by keyboard and without eyes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The page with the sample and its pictures. */
async function sample(options) {
  const opened = await e2e.page('', options);
  await opened.page.getByRole('button', { name: 'Mở bài mẫu' }).click();
  await opened.page.locator('.chart-cloud svg .word').first().waitFor();
  return opened;
}

/** Opens the parts that only show their heading and a sentence. */
const unfold = (page) => page.locator('.fold-part').evaluateAll((parts) => parts.forEach((part) => part.setAttribute('open', '')));

/** The sample with every part opened. */
async function unfolded(options) {
  const opened = await sample(options);
  await unfold(opened.page);
  return opened;
}

const words = (page) => page.locator('.chart-cloud svg .can-pick .word[text-anchor]');

async function saved(page, kind, name) {
  await page.locator(`.chart-${kind} .menu > summary`).click();
  const item = page.locator(`.chart-${kind} .menu-item`).filter({ has: page.locator('span', { hasText: new RegExp(`^${name}$`) }) });
  const [download] = await Promise.all([page.waitForEvent('download'), item.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('the finding comes first, and each of its sentences opens a place', async () => {
  const { page, errors } = await sample();
  const first = page.locator('.finding li').first();
  assert.match(await first.textContent(), /\d{4}/);
  await first.locator('a').first().click();
  await page.locator('#lk-target').waitFor();
  assert.deepEqual(errors, []);
});

test('the overview begins with the finding, folds what can wait, and no heading says what another says', async () => {
  const { page, errors } = await sample({ width: 1280, height: 900 });
  assert.ok((await page.locator('.finding li').first().boundingBox()).y < 900, 'seen without scrolling');
  const headings = await page.locator('.overview :is(h1, h2, h3, h4)').evaluateAll((all) => all.map((h) => ({ level: Number(h.tagName[1]), text: h.textContent })));
  assert.equal(new Set(headings.map(({ text }) => text)).size, headings.length, JSON.stringify(headings));
  headings.forEach(({ level }, i) => assert.ok(i === 0 ? level === 1 : level <= headings[i - 1].level + 1, JSON.stringify(headings[i])));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height < 6500, `${height} px`);
  // A part folded says what is in it; its picture is drawn when its link opens it.
  assert.equal(await page.locator('.fold-part svg').count(), 0);
  assert.match(await page.locator('#lk-timeline + .fold-lead').textContent(), /\d/);
  await page.locator('.contents a', { hasText: 'Dòng thời gian' }).click();
  await page.locator('.chart-timeline svg').waitFor();
  // On paper everything shows, opened or not.
  await page.evaluate(() => { window.print = () => (window.isPrinted = !!document.querySelector('.chart-people svg')); });
  await page.locator('.tools .menu > summary').click();
  await page.locator('.tools .menu-item', { hasText: 'In, hoặc lưu PDF' }).click();
  await eventually('it is printed with all its pictures', () => page.evaluate(() => window.isPrinted));
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.chart-people svg').evaluate((svg) => svg.checkVisibility()));
  assert.deepEqual(errors, []);
});

test('years before the latest twelve are folded; the browser finds what is in them, and paper shows it', async () => {
  const years = Array.from({ length: 14 }, (_, i) => 2005 + i);
  const file = (year) => ({ name: `${year}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`Vườn sen năm ${year}\n\nNgày 6/5/${year}. Vườn sen nở ${year - 2000} héc ta. Làng giữ vườn sen cho du khách.\n`) });
  const { page, errors } = await e2e.page();
  await page.locator('input[type=file]').first().setInputFiles(years.map(file));
  await page.locator('#lk-year-2018').waitFor();
  const fold = page.locator('.years-earlier');
  assert.equal(await fold.locator('summary').textContent(), '2 năm đầu: 2005–2006');
  const year = page.locator('#lk-year-2006');
  await year.waitFor({ state: 'attached' });
  assert.equal(await page.locator('.year').count(), 14);
  const isVisible = () => year.evaluate((year) => year.checkVisibility());
  assert.equal(await isVisible(), false);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await isVisible(), true);
  await page.emulateMedia({ media: 'screen' });
  await fold.locator('summary').click();
  await eventually('it is opened', isVisible);
  assert.deepEqual(errors, []);
});

test('the key that prints waits for every picture; printed otherwise, paper says what it lacks', async () => {
  const { page, errors } = await sample();
  await page.evaluate(() => { window.print = () => (window.isPrinted = !!document.querySelector('.chart-people svg')); });
  const lacking = page.locator('.on-paper');
  // Paper is laid out once the listeners are done, before any answer of the engine can come.
  const said = await page.evaluate(async () => {
    window.dispatchEvent(new Event('beforeprint'));
    for (let turn = 0; turn < 20; turn++) await null;
    return document.querySelector('.on-paper')?.textContent;
  });
  assert.match(said, /Chưa kịp vẽ hình khi in: .*Người và chức vụ.*In, hoặc lưu PDF/);
  await page.keyboard.press('Control+p');
  await eventually('it is printed with all its pictures', () => page.evaluate(() => window.isPrinted));
  assert.equal(await lacking.count(), 0);
  assert.deepEqual(errors, []);
});

test('on a phone the finding stands on the first screen, the list of what was read in a line above it', async () => {
  const { page, errors } = await e2e.page('', { width: 360, height: 720 });
  const file = (year) => ({ name: `${year}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`Làng ven biển kể chuyện giữ vườn sen và đắp đê qua mùa nước lớn năm ${year}\n\nNgày 6/5/${year}. Năm ${year} là năm vườn sen. Vườn sen nở ${year - 2000} héc ta.\n`) });
  await page.locator('input[type=file]').first().setInputFiles([2019, 2020, 2021, 2022, 2023].map(file));
  const first = page.locator('.finding li').first();
  await first.waitFor();
  const list = page.locator('.notice .notice-list');
  await eventually('the finding is on the first screen', async () => (await first.boundingBox()).y < 600);
  assert.equal(await list.isVisible(), false);
  await page.locator('.notice summary').first().click();
  assert.equal(await list.locator('li').count(), 5);
  assert.ok(await list.isVisible());
  assert.deepEqual(errors, []);
});

test('what is chosen goes along to facts and figures; Escape clears it everywhere', async () => {
  const { page, errors } = await sample();
  await page.locator('.chart-themes svg .can-pick').first().click();
  await page.locator('.choice-chip').waitFor();
  const theme = new URL(page.url()).hash.replace('#/theme/', '');
  await page.getByRole('link', { name: 'Dữ kiện', exact: true }).first().click();
  await page.locator('.fact-table').waitFor();
  assert.ok(page.url().endsWith(`#/facts?theme=${theme}`), page.url());
  await page.locator('.filters .choice-chip', { hasText: decodeURIComponent(theme) }).waitFor();
  await page.getByRole('link', { name: 'Số liệu', exact: true }).click();
  await eventually('figures of the theme', () => page.url().endsWith(`#/numbers?theme=${theme}`));
  await page.getByRole('link', { name: 'Tổng quan', exact: true }).click();
  await page.locator('.overview .choice-chip').waitFor();
  await page.keyboard.press('Escape');
  await eventually('nothing is chosen', async () => (await page.locator('.choice-chip').count()) === 0);
  assert.match(await page.locator('[role=status].unseen').textContent(), /Đã bỏ chọn/);
  await page.goto(`${e2e.url}#/facts?theme=${theme}&year=2024`);
  await page.locator('.filters .choice-chip').waitFor();
  await page.keyboard.press('Escape');
  await eventually('no filter', () => page.url().endsWith('#/facts'));
  assert.deepEqual(errors, []);
});

test('a stretch put back into its article is told beside the ledger, and undone', async () => {
  const { page, errors } = await unfolded();
  await page.locator('.ledger > summary').click();
  const counts = () => page.locator('.ledger [role=status]').textContent();
  const before = await counts();
  const first = page.locator('.ledger-list li').first();
  assert.match(await first.textContent(), /đưa lại thì đếm thêm \d+ âm tiết/);
  await first.getByRole('button', { name: /^Đưa lại/ }).click();
  await eventually('the counts follow', async () => (await counts()) !== before);
  await page.locator('.ledger').getByRole('button', { name: 'Hoàn tác' }).click();
  await eventually('as it was', async () => (await counts()) === before);
  assert.deepEqual(errors, []);
});

test('a click on a word filters everything: chip, years, places, sentences; the chip takes it back', async () => {
  const { page, errors } = await sample();
  const word = words(page).first();
  const term = await word.textContent();
  await word.click();
  await page.locator('.kwic').waitFor();
  assert.ok(decodeURIComponent(new URL(page.url()).hash).startsWith(`#/term/${term}`));
  await eventually('the strokes are there', async () => (await page.locator('.chart-spread svg .can-pick rect.s1').count()) > 0);
  await eventually('the years are those of the term', async () => (await page.locator('#lk-chart-years').textContent()).includes(term));
  await page.locator('.choice-chip', { hasText: term }).click();
  await eventually('nothing is chosen', async () => (await page.locator('.choice-chip').count()) === 0);
  assert.equal(await page.locator('.kwic').count(), 0);
  assert.deepEqual(errors, []);
});

test('words of the clouds are drawn as large as they were laid out, and none on another', async () => {
  const { page } = await unfolded({ width: 1280 });
  for (const kind of ['cloud', 'clouds', 'themes']) {
    const drawn = await page.locator(`.chart-${kind} svg`).first().evaluate((svg) =>
      [...svg.querySelectorAll('text')].map((text) => {
        const { x, y, width, height } = text.getBBox();
        // Letters fill the middle of their line.
        return { text: text.textContent, laid: Number(text.getAttribute('font-size')), size: parseFloat(getComputedStyle(text).fontSize), box: [x + 1, y + height * 0.3, x + width - 1, y + height * 0.75] };
      }));
    assert.ok(drawn.length > 10, kind);
    assert.deepEqual(drawn.filter(({ laid, size }) => Math.abs(laid - size) > 0.1), [], kind);
    const meet = ([a, b, c, d], [e, f, g, h]) => a < g && e < c && b < h && f < d;
    const over = drawn.flatMap((one, i) => drawn.slice(i + 1).filter((other) => meet(one.box, other.box)).map((other) => [one.text, other.text]));
    assert.deepEqual(over, [], kind);
  }
});

test('a year in the legend filters the cloud without leaving the place', async () => {
  const { page } = await sample();
  const all = await page.locator('#lk-chart-cloud').textContent();
  await page.locator('.chart-cloud svg .can-pick').filter({ hasText: 'nhiều nhất năm 2023' }).first().click();
  await eventually('the cloud is of the year', async () => (await page.locator('#lk-chart-cloud').textContent()) !== all);
  assert.match(await page.locator('#lk-chart-cloud').textContent(), /2023/);
  assert.match(page.url(), /#\/year\/2023$/);
  assert.match(await page.locator('[role=status].unseen').textContent(), /2023/);
  await page.locator('.choice-chip').click();
  await eventually('all years again', async () => (await page.locator('#lk-chart-cloud').textContent()) === all);
});

test('the other clock counts anew and says so', async () => {
  const { page } = await sample();
  await page.getByRole('button', { name: 'Năm được nói tới' }).click();
  await eventually('it is told', async () => /được nói tới/.test(await page.locator('[role=status].unseen').textContent()));
  assert.equal(await page.getByRole('button', { name: 'Năm được nói tới' }).getAttribute('aria-pressed'), 'true');
});

test('a picture is saved as SVG, PNG and as its table', async () => {
  const { page, errors } = await unfolded();
  const svg = await saved(page, 'keyness', 'SVG');
  const text = svg.bytes.toString('utf8');
  assert.equal(svg.name, 'langkinh-keyness.svg');
  assert.ok(text.startsWith('<svg') && text.includes('<metadata>') && text.includes('Nguồn: '));
  const png = await saved(page, 'keyness', 'PNG');
  assert.equal(png.name, 'langkinh-keyness.png');
  assert.deepEqual([...png.bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.ok(png.bytes.readUInt32BE(16) > 600, 'width in pixels');
  assert.match((await saved(page, 'figures', 'CSV')).bytes.toString('utf8'), /^\ufeffmeasure,as_of,value/);
  assert.ok(JSON.parse((await saved(page, 'cloud', 'JSON')).bytes.toString('utf8')).length > 10);
  assert.match((await saved(page, 'timeline', 'Markdown')).bytes.toString('utf8'), /^# /);
  assert.deepEqual(errors, []);
});

test('a report and a citation name the sources', async () => {
  const { page } = await sample();
  const save = async (name) => {
    await page.locator('.tools .menu > summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.tools .menu-item', { hasText: name }).click()]);
    return readFile(await download.path(), 'utf8');
  };
  assert.match(await save('Báo cáo'), /^# \d+ bài báo[\s\S]*## Nguồn/);
  assert.match(await save('Lời trích dẫn'), /@misc\{langkinh/);
});

test('the tables lead by keyboard to the same places', async () => {
  const { page } = await unfolded();
  const summary = page.locator('.chart-keyness .chart-table > summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.locator('.chart-keyness tbody a').first().waitFor();
  await page.locator('.chart-keyness tbody a').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.kwic').waitFor();
  await eventually('the sentences have the focus', () => page.evaluate(() => document.activeElement.id === 'lk-concordance'));
});

test('the places of a term can be sorted by their neighbours', async () => {
  const { page } = await sample();
  await page.locator('.term-table tbody a').first().click();
  await page.locator('.kwic').waitFor();
  const after = () => page.locator('.kwic-after').allTextContents();
  const before = await after();
  await page.getByRole('button', { name: 'Chữ đứng sau' }).click();
  await eventually('the order changed', async () => (await after()).join() !== before.join());
});

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing on pictures and their tables, ${scheme}`, async () => {
    const { page } = await unfolded({ context: { colorScheme: scheme, bypassCSP: true, reducedMotion: 'reduce' } });
    const open = async (kind) => {
      await page.locator(`.chart-${kind} .chart-table > summary`).click();
      await page.locator(`.chart-${kind} .chart-table table`).waitFor();
    };
    const check = async () => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`), []);
    };
    for (const kind of ['figures', 'timeline', 'cleaning']) await open(kind);
    await page.locator('.chart-cloud .menu > summary').click();
    await check();
    await page.locator('.chart-cloud .menu > summary').click();
    await page.locator('.term-table tbody a').first().click();
    await page.locator('.chart-spread svg').waitFor();
    for (const kind of ['themes', 'keyness', 'spread']) await open(kind);
    await check();
  });
}

for (const width of [320, 768, 1600]) {
  test(`pictures fit into ${width} pixels`, async () => {
    const { page } = await unfolded({ width });
    await page.locator('.term-table tbody a').first().click();
    await page.locator('.chart-spread svg').waitFor();
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(inner <= outer, `${inner} in ${outer}`);
    const boxes = await page.locator('.chart').evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().right));
    for (const right of boxes) assert.ok(right <= width + 1, `${right} of ${width}`);
  });
}
