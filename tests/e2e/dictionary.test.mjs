// What the reader says about words: on a word, on a term, in the dictionary, as a list; kept, undone, by keyboard.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ARTICLE = `Nuôi biển là nghề mới
Ngày 12/8/2023 | 07:30

Người dân xã đảo nuôi biển từ năm 2020. Nghề nuôi biển cần giống tốt, nuôi biển cần vốn dài hạn. Năm 2023 xã có thêm 40 hộ nuôi biển.`;

/** The file picker that is on show. */
const picker = (page) => page.locator('input[type=file]');
const file = (name, content) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

/** A page with the article, open to read word by word. */
async function wordwise(options) {
  const opened = await e2e.page('', options);
  const { page } = opened;
  await picker(page).setInputFiles([file('bien.txt', ARTICLE)]);
  await page.locator('.overview').waitFor();
  await page.goto(`${page.url().split('#')[0]}#/articles`);
  await page.locator('.article-title a').first().click();
  await page.getByRole('button', { name: 'Xem từng từ' }).click();
  await page.locator('.text-words').waitFor();
  return opened;
}

const word = (page, text) => page.locator('.text-words .w', { hasText: new RegExp(`^${text}$`) }).first();
const card = (page) => page.locator('.card-word');
const openDictionary = (page) => page.getByRole('link', { name: 'Từ điển' }).click();
const terms = (page) => page.locator('.term-table tbody th').allTextContents();
const openTerms = async (page) => {
  await page.getByRole('link', { name: 'Tổng quan' }).click();
  await page.locator('.term-table').waitFor();
};

test('a word says why it is one, is joined, and stays so after a reload', async () => {
  const { page, errors } = await wordwise();
  await word(page, 'nuôi').click();
  await card(page).getByText('“nuôi biển” là một từ').waitFor();
  assert.match(await card(page).textContent(), /máy đã học, điểm/);
  await card(page).getByRole('button', { name: '“nuôi biển” là một từ' }).click();
  await card(page).getByRole('heading', { name: 'nuôi biển' }).waitFor();
  assert.match(await card(page).textContent(), /từ điển của bạn/);
  assert.equal(await page.locator('[role=status].unseen').textContent(), 'Từ điển: 1 mục thay đổi, 1 bài được đếm lại.');
  assert.ok((await page.locator('.text-words .w').allTextContents()).includes('nuôi biển'));
  await page.reload();
  await openDictionary(page);
  await page.locator('.dictionary-table').getByText('Là một từ, một thuật ngữ').waitFor();
  await openTerms(page);
  assert.ok((await terms(page)).some((term) => term.startsWith('nuôi biển')));
  assert.deepEqual(errors, []);
});

test('a term that is none goes at once from table and picture, and comes back', async () => {
  const { page } = await wordwise();
  await openTerms(page);
  await page.locator('.term-table').getByRole('link', { name: 'nuôi biển', exact: true }).click();
  const before = await page.locator('.chart-cloud svg .word').count();
  const began = Date.now();
  await page.locator('.concordance').getByRole('button', { name: 'Không phải thuật ngữ' }).click();
  await eventually('the term is gone', async () => !(await terms(page)).some((term) => term === 'nuôi biển'));
  const took = Date.now() - began;
  assert.ok(took < 3000, `the page took ${took} ms`);
  assert.ok((await page.locator('.chart-cloud svg .word').count()) < before + 1);
  await eventually('it left the cloud', async () => !(await page.locator('.chart-cloud svg .pick .word').allTextContents()).includes('nuôi biển'));
  await page.locator('.notice').getByRole('button', { name: 'Hoàn tác' }).click();
  await eventually('the term is back', async () => (await terms(page)).includes('nuôi biển'));
});

test('a list is read but for its bad lines, saved, and undone', async () => {
  const { page, errors } = await wordwise();
  await openDictionary(page);
  const list = '# của tôi\n+ nuôi biển\n+ một\n* Năm 2020\n! <b>đậm</b>\n! người dân\n';
  await picker(page).setInputFiles(file('tu.txt', list));
  const notice = page.locator('.notice-bad');
  await notice.waitFor();
  const told = await notice.textContent();
  assert.match(told, /2 dòng không dùng được/);
  assert.match(told, /Dòng 3, “\+ một”: chỉ có một tiếng/);
  assert.match(told, /Dòng 5, “! <b>đậm<\/b>”/);
  assert.equal(await page.locator('.dictionary-table tbody tr').count(), 3);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lưu thành tệp' }).click();
  const download = await saving;
  assert.equal(download.suggestedFilename(), 'langkinh-dictionary.txt');
  const saved = await readFile(await download.path(), 'utf8');
  assert.deepEqual(saved.split('\n').filter((line) => line && !line.startsWith('#')), ['! người dân', '+ nuôi biển', '* Năm 2020']);
  await openTerms(page);
  assert.ok((await terms(page)).includes('năm 2020'));
  await openDictionary(page);
  await page.getByRole('button', { name: 'Hoàn tác lần đổi cuối' }).click();
  await eventually('the list is empty', async () => (await page.locator('.dictionary-table').count()) === 0);
  assert.deepEqual(errors, []);
});

test('short forms count with what they stand for, until the reader parts them', async () => {
  const { page } = await e2e.page();
  const text = 'Hợp tác xã tuyển người\n\nCác hợp tác xã (HTX) tuyển người. Hợp tác xã là nơi hút người. HTX thiếu người.';
  await picker(page).setInputFiles([file('htx.txt', text)]);
  const row = page.locator('.term-table tbody tr', { hasText: 'hợp tác xã' }).first();
  await row.waitFor();
  assert.match(await row.textContent(), /gộp với htx \(2\)/);
  const count = async () => Number(await row.locator('td.number').nth(1).textContent());
  assert.equal(await count(), 5);
  await row.getByRole('link').click();
  await page.locator('.kwic').waitFor();
  assert.equal(await page.locator('.kwic tbody tr').count(), 5);
  await page.locator('.concordance').getByRole('button', { name: 'Đếm riêng “htx”' }).click();
  await eventually('htx is counted apart', async () => (await count()) === 3);
  await page.locator('.notice').getByRole('button', { name: 'Hoàn tác' }).click();
  await eventually('htx is counted in again', async () => (await count()) === 5);
});

test('words and the dictionary go by keyboard', async () => {
  const { page } = await wordwise();
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  await page.locator('.text-words .w[tabindex="0"]').focus();
  const first = await focused();
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await focused(), first);
  await page.keyboard.press('Enter');
  await card(page).waitFor();
  await eventually('the card has the focus', () => page.evaluate(() => document.activeElement.id === 'lk-word'));
  await page.keyboard.press('Escape');
  await eventually('the word has the focus', () => page.evaluate(() => document.activeElement.className.includes('w')));
  assert.equal(await card(page).count(), 0);
  await openDictionary(page);
  await page.getByLabel('Từ hoặc cụm từ').fill('vốn dài hạn');
  await page.getByLabel('Bạn nói').selectOption({ label: 'Luôn là thuật ngữ' });
  await page.getByLabel('Từ hoặc cụm từ').press('Enter');
  await page.locator('.dictionary-table').getByRole('button', { name: 'Bỏ mục “vốn dài hạn”' }).press('Enter');
  await eventually('the entry is gone', async () => (await page.locator('.dictionary-table').count()) === 0);
  await page.getByLabel('Từ hoặc cụm từ').fill('a, b');
  await page.keyboard.press('Enter');
  await page.locator('.notice-bad').getByText('“a, b” không phải từ hay cụm từ').waitFor();
});

test('words and the dictionary are accessible, on a narrow screen too', async () => {
  for (const width of [1280, 360]) {
    const { page } = await wordwise({ width, height: 760 });
    await word(page, 'giống').click();
    await card(page).waitFor();
    const check = async (name) => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), [], name);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${name} at ${width}: ${overflow} px too wide`);
    };
    await check('word by word');
    await openDictionary(page);
    await page.getByLabel('Từ hoặc cụm từ').fill('nuôi biển');
    await page.keyboard.press('Enter');
    await page.locator('.dictionary-table').waitFor();
    await check('dictionary');
  }
});
