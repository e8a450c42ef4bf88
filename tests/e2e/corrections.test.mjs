// What a reader says of facts: wrong, another value, missed; and the table of figures.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const EARLY = `Ngày 3/4/2021, Sở Nông nghiệp cho biết toàn tỉnh có 420 hợp tác xã nông nghiệp. Ông Lê Văn Sơn, Giám đốc Sở, nói: “Chúng tôi sẽ giữ giá thu mua”.`;
const LATE = `Ngày 5/6/2023, Sở Nông nghiệp cho biết toàn tỉnh có hơn 510 hợp tác xã nông nghiệp, sản lượng tăng 6,4%.`;
const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** A page that shows the two articles. */
async function two(options) {
  const opened = await e2e.page('', options);
  await opened.page.locator('input[type=file]').first().setInputFiles([file('2021.txt', EARLY), file('2023.txt', LATE)]);
  await opened.page.locator('.overview').waitFor();
  return opened;
}

/** The reader's page with the card of a figure. */
async function card(page, words) {
  await go(page, '#/facts?type=figure');
  await page.locator('.fact-table tbody a', { hasText: words }).click();
  await page.locator('#lk-card').waitFor();
}

async function go(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.locator('#lk-heading').waitFor();
}

/** The measures that moved: one line below each in their picture. */
const moved = (page) => page.locator('.chart-figures svg line.grid');
const figures = (page) => page.locator('.chart-figures svg');
const announced = (page) => page.locator('[role=status]').textContent();

test('a wrong fact leaves the tables and the comparison, and comes back', async () => {
  const { page, errors } = await two();
  await eventually('a measure moved', async () => (await moved(page).count()) === 1);
  await card(page, 'hơn 510');
  await page.getByRole('button', { name: 'Không phải dữ kiện' }).click();
  await page.getByText('Bạn đã đánh dấu: không phải dữ kiện').waitFor();
  assert.match(await announced(page), /không phải dữ kiện.*hoàn tác/i);
  await eventually('the card has the focus', () => page.evaluate(() => document.activeElement.id === 'lk-card'));
  assert.equal(await page.locator('.fact.is-wrong').count(), 1);
  await page.locator('.notice').getByRole('button', { name: 'Hoàn tác' }).click();
  await eventually('it is a fact again', async () => (await page.locator('.fact.is-wrong').count()) === 0);
  await page.getByRole('button', { name: 'Không phải dữ kiện' }).click();
  await page.locator('.fact.is-wrong').waitFor();
  await go(page, '#/');
  await eventually('nothing moved', async () => (await moved(page).count()) === 0);
  await go(page, '#/facts?type=figure');
  await eventually('it is in no table', async () => (await page.locator('.fact-table tbody tr').count()) === 2);
  await page.getByRole('button', { name: 'Chỉ sửa đổi của bạn' }).click();
  await eventually('it is among the corrections', async () => (await page.locator('.fact-table tbody tr').count()) === 1);
  await page.locator('.fact-table tbody a').first().click();
  await page.locator('.card').getByRole('button', { name: 'Bỏ sửa đổi' }).click();
  await go(page, '#/');
  await eventually('it moved again', async () => (await moved(page).count()) === 1);
  assert.deepEqual(errors, []);
});

test('another value is shown, compared, exported and kept', async () => {
  const { page, errors } = await two();
  await card(page, 'hơn 510');
  await page.getByRole('button', { name: 'Giá trị khác…' }).click();
  const form = page.locator('#lk-correct');
  await eventually('the form has the focus', () => page.evaluate(() => document.activeElement.id === 'lk-correct'));
  await form.getByLabel('Giá trị').fill('nhiều');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await form.getByText('Không đọc được giá trị này').waitFor();
  await eventually('the wrong field has the focus', () => page.evaluate(() => document.activeElement.name === 'value'));
  await form.getByLabel('Giá trị').fill('1.504');
  await form.getByLabel('Giới hạn').selectOption('exact');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await page.locator('.card .mine').waitFor();
  assert.match(await page.locator('.card-value').textContent(), /1\.504/);
  assert.match(await page.locator('.was').textContent(), /510/);
  await go(page, '#/');
  await eventually('the comparison follows', async () => /1\.504/.test(await figures(page).textContent()));
  assert.match(await figures(page).textContent(), /✎/);
  await page.waitForTimeout(300);
  await page.reload();
  await eventually('it is marked again', async () => /✎/.test(await figures(page).textContent()));
  const save = async (name) => {
    await page.locator('.tools .menu > summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.menu-item', { hasText: name }).click()]);
    return readFile(await download.path(), 'utf8');
  };
  const document = JSON.parse(await save('Toàn bộ kết quả (JSON)'));
  const figure = document.articles[1].figures[0];
  assert.deepEqual([figure.value, figure.corrected], [1504, { action: 'change', was: { value: 510, bound: 'lower' } }]);
  assert.match(await save('Dữ kiện (CSV)'), /change/);
  const list = await save('Sửa đổi của bạn (JSON)');
  assert.equal(JSON.parse(list)[0].fields.value, 1504);
  const other = await two();
  await go(other.page, '#/articles');
  await other.page.locator('.screen-tools input[type=file]').setInputFiles(file('sua-doi.json', list));
  await other.page.locator('#lk-main').getByText('Đã nhận 1 sửa đổi').waitFor();
  await go(other.page, '#/');
  await eventually('it is marked there', async () => /✎/.test(await figures(other.page).textContent()));
  assert.deepEqual(errors, []);
});

test('a correction says when its text was edited', async () => {
  const { page } = await two();
  await card(page, 'hơn 510');
  await page.getByRole('button', { name: 'Không phải dữ kiện' }).click();
  await page.locator('.mine-list').waitFor();
  await page.getByRole('button', { name: 'Sửa', exact: true }).click();
  const text = page.getByLabel('Toàn văn');
  await text.fill(`${LATE} Vụ sau sẽ khác.`);
  await page.locator('.edit-form').getByRole('button', { name: 'Lưu' }).click();
  await page.getByText('Không còn áp dụng: văn bản đã được sửa.').waitFor();
  await page.locator('.mine-list').getByRole('button', { name: /Bỏ sửa đổi/ }).click();
  await eventually('the list is gone', async () => (await page.locator('.mine-list').count()) === 0);
});

test('a missed fact is added from the words that are selected', async () => {
  const { page, errors } = await two();
  await go(page, '#/articles');
  await page.locator('.article-row a').nth(1).click();
  await page.locator('.text').waitFor();
  await page.evaluate(() => {
    const walk = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.data.indexOf('toàn tỉnh');
      if (at < 0) continue;
      getSelection().setBaseAndExtent(node, at, node, at + 'toàn tỉnh'.length);
      return;
    }
  });
  await page.getByRole('button', { name: 'Thêm dữ kiện bị sót…' }).click();
  const form = page.locator('#lk-correct');
  assert.equal(await form.getByLabel('Chữ trong bài').inputValue(), 'toàn tỉnh');
  await form.getByLabel('Loại').selectOption('place');
  await form.getByLabel('Tên', { exact: true }).fill('tỉnh Hà Nam');
  await form.getByRole('button', { name: 'Lưu' }).click();
  await page.getByText('Bạn đã thêm dữ kiện này').waitFor();
  assert.match(await page.locator('#lk-card').textContent(), /tỉnh Hà Nam/);
  await page.locator('.card').getByRole('button', { name: 'Bỏ sửa đổi' }).click();
  await eventually('it is gone', async () => (await page.locator('.mine-list').count()) === 0);
  await page.getByRole('button', { name: 'Thêm dữ kiện bị sót…' }).click();
  await page.getByLabel('Chữ trong bài').fill('không có trong bài');
  await page.locator('#lk-correct').getByRole('button', { name: 'Lưu' }).click();
  await page.locator('#lk-correct').getByText('Trong bài không có những chữ này').waitFor();
  assert.deepEqual(errors, []);
});

test('a fact is corrected by keyboard alone', async () => {
  const { page } = await two();
  const tabTo = async (check, what) => {
    for (let n = 0; n < 120; n++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(check)) return;
    }
    assert.fail(`no way by Tab to ${what}`);
  };
  await go(page, '#/facts?type=figure');
  await page.locator('.fact-table').waitFor();
  await tabTo(() => !!document.activeElement.closest('.fact-what'), 'a fact');
  await page.keyboard.press('Enter');
  await page.locator('#lk-card').waitFor();
  await tabTo(() => document.activeElement.id === 'lk-different', 'the button for other values');
  await page.keyboard.press('Enter');
  await eventually('the form has the focus', () => page.evaluate(() => document.activeElement.id === 'lk-correct'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('421');
  await page.keyboard.press('Enter');
  await page.locator('.card .mine').waitFor();
  await eventually('the card has the focus', () => page.evaluate(() => document.activeElement.id === 'lk-card'));
  assert.match(await page.locator('.card-value').textContent(), /421/);
});

test('figures are sorted, filtered and saved', async () => {
  const { page, errors } = await two();
  await page.getByRole('link', { name: 'Số liệu', exact: true }).click();
  await page.locator('.number-table').waitFor();
  const values = () => page.locator('.number-table tbody td.number').allTextContents();
  const sort = page.locator('.number-table thead').getByRole('button', { name: 'Giá trị' });
  await sort.focus();
  await page.keyboard.press('Enter');
  await eventually('the largest first', async () => /510/.test((await values())[0]));
  assert.equal(await page.locator('th[aria-sort=descending]').count(), 1);
  await sort.click();
  await eventually('the smallest first', async () => /6,4/.test((await values())[0]));
  assert.ok((await page.evaluate(() => location.hash)).includes('order=value'));
  const unit = page.locator('.number-fields label', { hasText: /^Đơn vị/ }).locator('select');
  await unit.selectOption({ index: 1 });
  await eventually('one unit', async () => (await values()).length < 3);
  await unit.selectOption('');
  await page.getByLabel('Chữ trong câu').fill('san luong');
  await eventually('one sentence', async () => (await values()).length === 2);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lưu bảng (CSV)' }).click()]);
  assert.equal((await readFile(await download.path(), 'utf8')).trim().split('\r\n').length, 3);
  await page.locator('.number-table tbody a').first().click();
  await page.locator('#lk-card').waitFor();
  assert.deepEqual(errors, []);
});

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing on cards, forms and the table of figures, ${scheme}`, async () => {
    const { page } = await two({ context: { colorScheme: scheme, bypassCSP: true, reducedMotion: 'reduce' } });
    await page.evaluate(axe);
    const check = async (screen) => {
      const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      const found = violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
      assert.deepEqual(found, [], screen);
    };
    await go(page, '#/numbers');
    await page.locator('.number-table').waitFor();
    await check('figures');
    await card(page, 'hơn 510');
    await page.getByRole('button', { name: 'Giá trị khác…' }).click();
    await check('form');
    await page.getByRole('button', { name: 'Không phải dữ kiện' }).click();
    await page.locator('.mine-list').waitFor();
    await check('wrong');
    await page.getByRole('button', { name: 'Thêm dữ kiện bị sót…' }).click();
    await page.locator('#lk-missed-words').waitFor();
    await check('missed');
  });
}

for (const width of [320, 360, 768]) {
  test(`nothing sticks out and everything can be hit at ${width} pixels`, async () => {
    const { page } = await two({ width });
    const fits = async (screen) => {
      const [needs, has] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(needs <= has, `${screen}: ${needs} > ${has}`);
    };
    await go(page, '#/numbers');
    await page.locator('.number-table').waitFor();
    await fits('figures');
    await card(page, 'hơn 510');
    await page.getByRole('button', { name: 'Giá trị khác…' }).click();
    await fits('form');
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('.card button, .card input, .card select, .missed button')]
        .filter((e) => e.getBoundingClientRect().height < 24).map((e) => e.outerHTML.slice(0, 80)));
    assert.deepEqual(small, []);
  });
}
