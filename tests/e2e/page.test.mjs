// The page as a reader uses it: every way in, every way through, by mouse and by keyboard.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ARTICLE = `Lúa hè thu được mùa
Ngày 12/8/2023 | 07:30

Vụ hè thu năm 2023, tỉnh Đồng Tháp thu hoạch hơn 180.000 tấn lúa, tăng 6% so với năm 2022. Giá lúa tươi từ 6.800 đồng/kg.
Nông dân đưa máy gặt đập liên hợp xuống đồng, máy gặt giúp giảm công lao động. Máy gặt chạy cả đêm.
Ảnh: Hòa Bình`;
const OTHER = ARTICLE.replaceAll('2023', '2024').replace('180.000', '195.000').replace('hè thu được mùa', 'hè thu vượt kế hoạch');
const UNDATED = 'Chợ nổi sáng nay\n\nThương hồ đưa ghe ra chợ từ mờ sáng. Chợ nổi bán trái cây, chợ nổi bán cả cà phê.';
const file = (name, content) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
const heading = (page) => page.locator('#lk-heading');

/** A page that shows the sample. */
async function sample(options) {
  const opened = await e2e.page('', options);
  await opened.page.getByRole('button', { name: 'Mở bài mẫu' }).click();
  await opened.page.locator('.overview').waitFor();
  return opened;
}

/** Adds files through the picker of a page that has none yet. */
async function addFiles(page, files) {
  await page.locator('input[type=file]').setInputFiles(files);
}

test('one paste with several articles is split, and each gets its year', async () => {
  const { page, errors } = await e2e.page();
  await page.getByLabel('Văn bản của các bài báo').fill(`${ARTICLE}\n\n-----\n\n${OTHER}`);
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  await page.locator('.overview').waitFor();
  assert.match(await heading(page).textContent(), /2 bài viết, 2023–2024/);
  assert.match(await page.locator('.notice').textContent(), /gồm 2 bài/);
  assert.deepEqual(errors, []);
});

test('bad files are named with what to do, and the good ones go on', async () => {
  const { page, errors } = await e2e.page();
  await addFiles(page, [
    file('tot.txt', ARTICLE),
    file('trong.txt', ''),
    file('anh.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 1, 0, 0, 0, 0, 0])),
    file('la.txt', Buffer.concat([Buffer.from('Chữ '), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x80, 0x81, 0x9d]), Buffer.from(' lạ '.repeat(20))])),
  ]);
  await page.locator('.overview').waitFor();
  assert.match(await heading(page).textContent(), /1 bài viết/);
  // What was read and what was not stand in one calm message.
  assert.equal(await page.locator('.notice-bad').count(), 0);
  const notice = page.locator('.notice');
  assert.match(await notice.textContent(), /Đã đọc thêm 1 bài/);
  for (const name of ['trong.txt', 'anh.txt', 'la.txt']) assert.ok((await notice.textContent()).includes(name), name);
  assert.match(await notice.textContent(), /UTF-8/);
  await notice.getByRole('button', { name: 'Đóng' }).click();
  await notice.waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
});

test('a file that is too large is refused without being read', async () => {
  const { page } = await e2e.page();
  await page.locator('input[type=file]').evaluate((input) => {
    const big = new File(['x'], 'rat-lon.txt');
    Object.defineProperty(big, 'size', { value: 200 * 1024 * 1024 });
    big.arrayBuffer = () => { throw new Error('read'); };
    Object.defineProperty(input, 'files', { value: Object.assign([big], { item: () => big }) });
    Object.setPrototypeOf(input.files, FileList.prototype);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }).catch(() => {});
  const text = await page.locator('.notice-bad').textContent().catch(() => '');
  assert.match(text, /rat-lon\.txt.*64 MB/);
});

test('long work shows how far it is and can be stopped', async () => {
  const { page, errors } = await e2e.page();
  const long = `${ARTICLE}\n\n${'Nông dân chăm ruộng lúa, ruộng lúa xanh tốt suốt mùa mưa năm 2023. '.repeat(700)}`;
  await addFiles(page, Array.from({ length: 300 }, (_, n) => file(`bai-${n}.txt`, `${long} ${n}`)));
  await page.locator('.progress progress[value]').waitFor();
  assert.match(await page.locator('.progress').textContent(), /\d+ \/ 300 bài/);
  await page.getByRole('button', { name: 'Dừng' }).click();
  await page.locator('.progress').waitFor({ state: 'detached' });
  await eventually('it is told', async () => /Đã dừng/.test(await page.locator('[role=status].unseen').textContent()));
  assert.deepEqual(errors, []);
});

test('files dropped on the page are read', async () => {
  const { page } = await e2e.page();
  await heading(page).waitFor();
  const data = await page.evaluateHandle(([a, b]) => {
    const data = new DataTransfer();
    data.items.add(new File([a], 'a.txt', { type: 'text/plain' }));
    data.items.add(new File([b], 'b.txt', { type: 'text/plain' }));
    return data;
  }, [ARTICLE, OTHER]);
  await page.dispatchEvent('.lk .main', 'dragover', { dataTransfer: data });
  await page.locator('.drop').waitFor();
  await page.dispatchEvent('.lk .main', 'drop', { dataTransfer: data });
  await page.locator('.overview').waitFor();
  assert.match(await heading(page).textContent(), /2 bài viết/);
  assert.equal(await page.locator('.drop').count(), 0);
});

test('an article without a year is asked for it', async () => {
  const { page } = await e2e.page();
  await addFiles(page, [file('cho.txt', UNDATED), file('lua.txt', ARTICLE)]);
  await page.locator('.missing-years input').fill('2021');
  await page.locator('.missing-years').getByRole('button', { name: 'Lưu' }).click();
  await eventually('the years reach from 2021', async () => /2021–2023/.test(await heading(page).textContent()));
});

test('a year can be changed, an article removed and brought back', async () => {
  const { page } = await sample();
  await page.getByRole('link', { name: 'Bài viết', exact: true }).click();
  const row = page.locator('.article-row').filter({ hasText: 'Du lịch cán đích' });
  await row.getByRole('button', { name: /^Sửa/ }).click();
  await row.getByLabel('Năm', { exact: true }).fill('2025');
  await row.getByRole('button', { name: 'Lưu' }).click();
  await eventually('the row shows 2025', async () => (await row.locator('.article-year').textContent()) === '2025');
  assert.match(await row.textContent(), /do bạn nhập/);
  await row.getByRole('button', { name: /^Bỏ/ }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await row.waitFor();
});

test('the list of articles and the finding follow what is chosen', async () => {
  const { page, errors } = await sample();
  const n_all = await page.locator('.finding li').count();
  await page.locator('.term-table tbody a').nth(5).click();
  const link = page.locator('.choice-links').getByRole('link', { name: /^Bài viết \(\d+\)$/ });
  const n = Number((await link.textContent()).match(/\d+/)[0]);
  assert.match(await page.locator('.finding p').first().textContent(), /điều đang chọn/);
  assert.equal(await page.locator('.finding li').count(), n_all);
  await link.click();
  await eventually('its articles alone', async () => (await page.locator('.article-row').count()) === n);
  assert.match(await page.locator('.held').first().textContent(), /^\d+ lần/);
  await page.locator('.held a').first().click();
  await page.locator('.text .is-target').first().waitFor();
  await page.goBack();
  await page.locator('.held').first().waitFor();
  await page.keyboard.press('Escape');
  await eventually('all articles', async () => (await page.locator('.article-row').count()) > n);
  assert.equal(await page.locator('.held').count(), 0);
  assert.deepEqual(errors, []);
});

test('of many articles the list shows a page and finds the others, and so does the choice of one among the facts', async () => {
  const { page, errors } = await e2e.page();
  const n = 230;
  const row = (at) => JSON.stringify({ title: `Bài số ${at + 1}`, date: '2024-03-12', text: `Sáng 12/3/2024, xã số ${at + 1} có ${at + 100} hộ trồng lúa.` });
  await addFiles(page, [file('bao.jsonl', Array.from({ length: n }, (_, at) => row(at)).join('\n'))]);
  await page.locator('.overview').waitFor();
  await page.evaluate(() => (location.hash = '#/articles'));
  const rows = page.locator('.article-row');
  const place = page.locator('.pager span');
  await rows.first().waitFor();
  assert.equal(await rows.count(), 50);
  assert.equal(await place.textContent(), '1–50 trong 230');
  await page.getByRole('button', { name: 'Trang sau' }).click();
  await eventually('the second page', async () => (await place.textContent()) === '51–100 trong 230');
  assert.match(await rows.first().textContent(), /Bài số 51/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'lk-heading');
  // An article that was read leads back to the page it was opened from.
  await rows.nth(1).locator('.article-title a').click();
  await page.locator('.text').waitFor();
  await page.goBack();
  await eventually('the second page again', async () => (await place.textContent()) === '51–100 trong 230');
  await page.getByLabel('Tìm bài theo tên').fill('bài số 207');
  await eventually('it is found', async () => (await rows.count()) === 1);
  assert.equal(await place.count(), 0);
  await page.evaluate(() => (location.hash = '#/facts'));
  const choice = page.locator('.filter', { has: page.locator('span', { hasText: /^Bài$/ }) }).locator('select');
  await choice.waitFor();
  assert.equal(await choice.locator('option').count(), 201);
  await page.getByLabel('Tìm bài theo tên').fill('bài số 207');
  await eventually('one is offered', async () => (await choice.locator('option').count()) === 2);
  await choice.selectOption({ label: 'Bài số 207' });
  await eventually('its facts alone', async () => (await page.locator('.fact-article').allTextContents()).every((title) => /Bài số 207/.test(title)));
  assert.deepEqual(errors, []);
});

test('a step back from the list of articles leaves the focus on the screen', async () => {
  const { page } = await sample();
  await page.getByRole('link', { name: 'Bài viết', exact: true }).click();
  await page.locator('.article-row').first().waitFor();
  await page.goBack();
  await page.locator('.overview').waitFor();
  await eventually('the screen has the focus', () => page.evaluate(() => document.activeElement.id === 'lk-main'));
});

test('a term leads to its sentences, a sentence to its place, and back', async () => {
  const { page } = await sample();
  await page.locator('.term-table tbody a').first().click();
  await page.locator('.kwic').waitFor();
  const term = await page.locator('.term-table .is-chosen a').textContent();
  assert.ok((await page.locator('#lk-concordance').textContent()).includes(term));
  assert.ok(decodeURIComponent(new URL(page.url()).hash).endsWith(`/term/${term}`));
  const hit = page.locator('.kwic-hit a').first();
  const words = await hit.textContent();
  await hit.click();
  await page.locator('#lk-target').waitFor();
  const marked = await page.locator('.text .is-target').allTextContents();
  assert.equal(marked.join(''), words);
  await page.goBack();
  await page.locator('.kwic').waitFor();
});

test('any words can be looked up, with or without accents', async () => {
  const { page } = await sample();
  await page.getByLabel('Lọc thuật ngữ').fill('luot khach quoc te');
  await page.getByRole('link', { name: 'Đọc mọi câu có “luot khach quoc te”' }).click();
  await page.locator('.kwic').waitFor();
  assert.match(await page.locator('.kwic-hit').first().textContent(), /lượt khách quốc tế/i);
});

test('an address opens its place again after a reload, and the history goes both ways', async () => {
  const { page } = await sample();
  await page.locator('.theme-text').first().click();
  await page.locator('#lk-target').waitFor();
  const words = (await page.locator('.text .is-target').allTextContents()).join('');
  await page.reload();
  await page.locator('#lk-target').waitFor();
  assert.equal((await page.locator('.text .is-target').allTextContents()).join(''), words);
  await page.goBack();
  await page.locator('.overview').waitFor();
  await page.goForward();
  await page.locator('#lk-target').waitFor();
  await page.goto(`${e2e.url}#/no/such/place`);
  await page.locator('.overview').waitFor();
});

test('facts are filtered, and a row opens its sentence', async () => {
  const { page } = await sample();
  await page.getByRole('link', { name: 'Dữ kiện', exact: true }).click();
  await page.locator('.fact-table').waitFor();
  await page.locator('.chip.k-figure').click();
  await eventually('only figures', async () => (await page.locator('.fact-kind').allTextContents()).every((kind) => kind.includes('Con số')));
  await page.getByLabel('Tìm chữ').pressSequentially('luot khach');
  await eventually('only rows with the words', async () => {
    const sentences = await page.locator('.fact-sentence').allTextContents();
    return /words=luot/.test(page.url()) && sentences.length > 0 && sentences.every((sentence) => /lượt khách/i.test(sentence));
  });
  assert.match(page.url(), /type=figure/);
  const row = page.locator('.fact-table tbody a').first();
  const label = (await row.textContent()).trim();
  await row.click();
  await page.locator('#lk-card').waitFor();
  assert.ok((await page.locator('#lk-card').textContent()).startsWith(label.slice(0, 20)));
  await eventually('the place is in sight', () => page.locator('#lk-target').evaluate((at) => {
    const box = at.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  }));
});

test('the legend shows and hides types of facts', async () => {
  const { page } = await sample();
  await page.getByRole('link', { name: 'Bài viết', exact: true }).click();
  await page.locator('.article-title a').first().click();
  const dates = page.locator('.text .k-date');
  await dates.first().waitFor();
  await page.locator('.legend .k-date').click();
  await eventually('no date is marked', async () => (await dates.count()) === 0);
  await page.locator('.text-aside').first().waitFor();
});

test('a reload keeps the articles and what the reader changed', async () => {
  const { page } = await sample();
  await page.getByRole('link', { name: 'Bài viết', exact: true }).click();
  await page.getByRole('button', { name: /^Bỏ bài/ }).first().click();
  await eventually('six are left', async () => (await page.locator('.article-row').count()) === 6);
  await page.waitForTimeout(300);
  await page.reload();
  await page.locator('.article-row').first().waitFor();
  assert.equal(await page.locator('.article-row').count(), 6);
  await page.getByRole('button', { name: 'Xóa tất cả…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa tất cả' }).click();
  await page.getByRole('button', { name: 'Mở bài mẫu' }).waitFor();
  await page.waitForTimeout(300);
  await page.reload();
  await page.getByRole('button', { name: 'Mở bài mẫu' }).waitFor();
});

test('the language is switched and remembered', async () => {
  const { page } = await sample();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'What each year was about' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await page.reload();
  await page.getByRole('heading', { name: 'What each year was about' }).waitFor();
  assert.match(await page.title(), /News articles, year by year/);
});

test('results are saved as files', async () => {
  const { page } = await sample();
  await page.locator('.tools .menu > summary').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /kết quả \(JSON\)/ }).click()]);
  const document = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.equal(document.schema, 'langkinh/1');
  assert.equal(document.articles.length, 7);
});

test('everything goes by keyboard alone', async () => {
  const { page } = await e2e.page();
  await heading(page).waitFor();
  const tabTo = async (check, what) => {
    for (let n = 0; n < 80; n++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(check)) return;
    }
    assert.fail(`no way by Tab to ${what}`);
  };
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await tabTo(() => document.activeElement.textContent.trim() === 'Mở bài mẫu', 'the sample');
  await page.keyboard.press('Enter');
  await page.locator('.overview').waitFor();
  await eventually('the heading has the focus', () => page.evaluate(() => document.activeElement.id === 'lk-heading'));
  await tabTo(() => !!document.activeElement.closest('.year-terms'), 'a term of a year');
  await page.keyboard.press('Enter');
  await page.locator('.kwic').waitFor();
  await eventually('the sentences have the focus', () => page.evaluate(() => document.activeElement.id === 'lk-concordance'));
  await tabTo(() => !!document.activeElement.closest('.kwic'), 'a sentence');
  await page.keyboard.press('Enter');
  await eventually('the place has the focus', () => page.evaluate(() => document.activeElement.id === 'lk-target'));
  await tabTo(() => document.activeElement.matches('.fact'), 'a fact');
  await page.keyboard.press('Enter');
  await page.locator('#lk-card').waitFor();
});

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing on any screen, ${scheme}`, async () => {
    const { page, errors } = await e2e.page('', { context: { colorScheme: scheme, bypassCSP: true, reducedMotion: 'reduce' } });
    await heading(page).waitFor();
    await page.evaluate(axe);
    const check = async (screen) => {
      const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      const found = violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
      assert.deepEqual(found, [], screen);
    };
    await check('start');
    await page.getByRole('button', { name: 'Mở bài mẫu' }).click();
    await page.locator('.overview').waitFor();
    await check('overview');
    await page.locator('.term-table tbody a').first().click();
    await page.locator('.kwic').waitFor();
    await check('term');
    for (const name of ['Bài viết', 'Dữ kiện']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.locator('.article-row, .fact-table').first().waitFor();
      await check(name);
    }
    await page.locator('.fact-table tbody a').first().click();
    await page.locator('#lk-card').waitFor();
    await check('reader');
    assert.deepEqual(errors, []);
  });
}

test('nothing is asked of the network once the page stands', async () => {
  const { page, requests, errors } = await sample({ context: { serviceWorkers: 'allow' } });
  await page.locator('.offline-ready').waitFor();
  const before = requests.length;
  await page.locator('.term-table tbody a').first().click();
  await page.locator('.kwic-hit a').first().click();
  await page.locator('#lk-target').waitFor();
  await page.getByRole('link', { name: 'Dữ kiện', exact: true }).click();
  await page.locator('.fact-table').waitFor();
  assert.deepEqual(requests.slice(before), []);
  assert.ok(requests.every((url) => url.startsWith(e2e.url)), 'only the own host was asked');
  assert.deepEqual(errors, []);
});

for (const width of [320, 768, 1600]) {
  test(`nothing sticks out at ${width} pixels`, async () => {
    const { page } = await sample({ width });
    for (const hash of ['#/', '#/articles', '#/facts', '#/add']) {
      await page.evaluate((to) => { location.hash = to; }, hash);
      await page.locator('#lk-heading').waitFor();
      await page.waitForTimeout(150);
      const [needs, has] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(needs <= has, `${hash}: ${needs} > ${has}`);
    }
  });
}
