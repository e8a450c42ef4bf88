// Whatever file they have: files of other formats on the page, how they were taken, and what was not read.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { docx, zip } from '../archive.mjs';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const BODY = 'Hợp tác xã Tân Lập thu hoạch 1.200 tấn xoài, tăng 8% so với năm trước. Xoài Tân Lập bán sang ba nước.';
const PAGE = `<!doctype html><html><head><title>Xoài được mùa</title><meta property="article:published_time" content="2023-05-12">
  </head><body><nav><a href="/">Trang chủ</a></nav><article><h1>Xoài được mùa</h1><p>${BODY}</p><p>Ông Nguyễn Văn Tư vui vì vườn xoài được giá hơn mọi năm.</p></article></body></html>`;
const file = (name, content) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const heading = (page) => page.locator('#lk-heading');
const pick = (page, files) => page.locator('input[type=file]').setInputFiles(files);

async function clean(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
}

test('a saved page that is dropped is read: headline, day, text, without its menu', async () => {
  const { page, requests, errors } = await e2e.page();
  await heading(page).waitFor();
  assert.equal(requests.filter((url) => url.includes('readers_bg')).length, 0);
  const data = await page.evaluateHandle((html) => {
    const data = new DataTransfer();
    data.items.add(new File([html], 'xoai.html', { type: 'text/html' }));
    return data;
  }, PAGE);
  await page.dispatchEvent('.lk .main', 'drop', { dataTransfer: data });
  await page.locator('.overview').waitFor();
  assert.match(await heading(page).textContent(), /1 bài viết, 2023/);
  assert.match(await page.locator('.notice').textContent(), /Xoài được mùa/);
  assert.equal(requests.filter((url) => url.includes('readers_bg')).length, 1);
  assert.deepEqual(errors, []);
});

test('a PDF is read by a module of its own, fetched for it', async () => {
  const { page, context, requests, errors } = await e2e.page();
  await heading(page).waitFor();
  const printer = await context.newPage();
  await printer.setContent(`<h1>Xoài được mùa</h1><p>Ngày 12/5/2023. ${BODY}</p><p>Ông Nguyễn Văn Tư vui vì vườn xoài được giá hơn mọi năm.</p>`);
  const pdf = await printer.pdf();
  assert.equal(requests.filter((url) => url.includes('pdf_bg')).length, 0);
  await pick(page, [file('xoai.pdf', pdf), file('dut.pdf', '%PDF-1.7 nothing more')]);
  await page.locator('.overview').waitFor();
  assert.match(await heading(page).textContent(), /1 bài viết, 2023/);
  assert.match(await page.locator('.notice .missed').textContent(), /dut\.pdf/);
  assert.equal(requests.filter((url) => url.includes('pdf_bg')).length, 1);
  await page.locator('.term-table tbody a').first().click();
  await page.locator('.kwic-hit').first().waitFor();
  assert.deepEqual(errors, []);
});

test('Word files and archives with folders of years; what is not read stands in one list', async () => {
  const { page, errors } = await e2e.page('', { width: 1280 });
  await pick(page, [
    file('thong-bao.docx', docx('Thông báo vụ xoài', [BODY, 'Ngày 3/4/2021, xã họp bàn vụ mới.'])),
    file('bao.zip', zip({ '2019/a.txt': `Xoài năm cũ\n\n${BODY} Một.`, 'Năm 2020/b.html': PAGE.replace(/<meta[^>]*>/, '').replace('ba nước', 'bốn nước'), 'anh.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]) })),
    file('khoa.zip', zip({ 'mat.txt': BODY }, { isEncrypted: true })),
    file('dut.docx', docx('Đứt', [BODY]).subarray(0, 300)),
    file('rong.html', ''),
  ]);
  await page.locator('.overview').waitFor();
  assert.match(await heading(page).textContent(), /3 bài viết, 2019–2021/);
  const list = page.locator('.notice');
  const text = await list.textContent();
  for (const [name, why] of [['bao.zip/anh.png', /Không phải tệp có chữ/], ['khoa.zip/mat.txt', /mật khẩu/], ['dut.docx', /hỏng|cắt/], ['rong.html', /Không có chữ/]]) {
    assert.ok(text.includes(name), `${name}: ${text}`);
    assert.match(text, why);
  }
  await clean(page);
  assert.deepEqual(errors, []);
});

test('columns are shown with examples, and changed ones are read anew', async () => {
  const { page, errors } = await e2e.page();
  await pick(page, [file('bang.csv', `tiêu đề,tóm tắt,chi tiết\nCam sành,"${BODY}","Xã Tân Lập trồng cam từ năm 2018, nay có 40 hộ trồng cam."\nBưởi,"${BODY} Bưởi.","Xã Tân Lập trồng bưởi từ năm 2019, nay có 30 hộ trồng bưởi."\n`)]);
  const form = page.locator('.columns');
  await form.waitFor();
  assert.match(await form.textContent(), /bang\.csv \(2 dòng\)/);
  assert.match(await form.textContent(), /40 hộ trồng cam/);
  const again = form.getByRole('button', { name: 'Đọc lại theo các cột này' });
  assert.ok(await again.isDisabled());
  const select = (name) => form.getByLabel(`Cột “${name}” là`);
  for (const name of ['tiêu đề', 'tóm tắt', 'chi tiết']) await select(name).selectOption('');
  assert.match(await form.getByRole('alert').textContent(), /ít nhất một cột/);
  await select('chi tiết').selectOption('text');
  await clean(page);
  await again.click();
  await eventually('the articles are others', async () => /40 hộ trồng cam/.test(await page.locator('.notice-list').textContent()));
  assert.match(await heading(page).textContent(), /2 bài viết/);
  await eventually('what was said stands', async () => (await select('tóm tắt').inputValue()) === '');
  await form.getByRole('button', { name: 'Đúng rồi' }).click();
  await form.waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
});

test('an archive shows how far it is and can be stopped; what was read stays', async () => {
  const { page, errors } = await e2e.page();
  const entries = Object.fromEntries(Array.from({ length: 1500 }, (_, n) => [`2023/bai-${n}.txt`, `Bài số ${n}\n\n${BODY} Số ${n}. ${BODY.repeat(30)}`]));
  await pick(page, [file('lon.zip', zip(entries))]);
  await page.locator('.progress progress[value]').waitFor();
  await eventually('it goes on', async () => /\d+ \/ \d[\d.]* kB/.test(await page.locator('.progress').textContent().catch(() => '')));
  await page.getByRole('button', { name: 'Dừng' }).click();
  await page.locator('.progress').waitFor({ state: 'detached' });
  await eventually('it is told', async () => /Đã dừng/.test(await page.locator('[role=status].unseen').textContent()));
  const n = Number((await heading(page).textContent()).match(/[\d.]+/)?.[0].replace('.', '') ?? 0);
  assert.ok(n < 1500, `${n} articles`);
  assert.deepEqual(errors, []);
});

test('a folder that is dropped keeps its paths: its years date the texts', async () => {
  const { page } = await e2e.page();
  await heading(page).waitFor();
  await page.evaluate((body) => {
    const leaf = (path, text) => ({ isDirectory: false, name: path.split('/').pop(), fullPath: path, file: (done) => done(new File([text], path.split('/').pop())) });
    const folder = (path, inside) => ({ isDirectory: true, name: path.split('/').pop(), fullPath: path, createReader: () => { let left = [inside, []]; return { readEntries: (done) => done(left.shift() ?? []) }; } });
    const entry = folder('/bao', [folder('/bao/2018', [leaf('/bao/2018/a.txt', `Xoài\n\n${body}`)]), folder('/bao/2019', [leaf('/bao/2019/b.txt', `Cam\n\n${body} Cam.`), leaf('/bao/2019/.an', 'x')])]);
    const data = { files: new DataTransfer().files, items: { length: 1, 0: { webkitGetAsEntry: () => entry } }, types: ['Files'] };
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: data });
    document.querySelector('.lk .main').dispatchEvent(event);
  }, BODY);
  await page.locator('.overview').waitFor();
  assert.match(await heading(page).textContent(), /2 bài viết, 2018–2019/);
});

test('what is pasted with its formatting is read with it, unless the reader says no', async () => {
  const { page, errors } = await e2e.page();
  const area = page.getByLabel('Văn bản của các bài báo');
  const paste = () => area.evaluate((area, [plain, html]) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    data.setData('text/html', html);
    area.focus();
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    area.value = plain;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, [`Xoài được mùa\n${BODY}\nVườn xoài chín vàng`, `<meta charset='utf-8'><h1>Xoài được mùa</h1><p>${BODY}</p><figure><img src="x.jpg"><figcaption>Vườn xoài chín vàng</figcaption></figure>`]);
  await paste();
  await page.getByLabel(/Đọc theo định dạng/).waitFor();
  await clean(page);
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  await page.locator('.overview').waitFor();
  await page.locator('.notice-list a').first().click();
  await eventually('the caption is set aside', async () => /Vườn xoài chín vàng/.test(await page.locator('.reader').textContent()));
  assert.match(await heading(page).textContent(), /Xoài được mùa/);
  assert.deepEqual(errors, []);
});

test('a paste that may hold more articles is parted when the reader says so', async () => {
  const { page, errors } = await e2e.page();
  const article = (title, year) => `${title}\nNgày 12/8/${year}, xã Tân Lập họp bàn về vụ xoài và chợ phiên của xã.\n${BODY}\nMinh Anh`;
  await page.getByLabel('Văn bản của các bài báo').fill(`${article('Xoài được mùa', 2022)}\n${article('Cam được mùa khắp xã', 2023)}`);
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  await page.locator('.overview').waitFor();
  assert.match(await heading(page).textContent(), /1 bài viết/);
  assert.match(await page.locator('.may-hold').textContent(), /có thể gồm 2 bài/);
  await page.getByRole('button', { name: 'Tách thành 2 bài' }).click();
  await eventually('there are two', async () => /2 bài viết, 2022–2023/.test(await heading(page).textContent()));
  assert.equal(await page.locator('.may-hold').count(), 0);
  assert.deepEqual(errors, []);
});

test('where a paste was split is shown, and borders are moved by keyboard, too', async () => {
  const { page, errors } = await e2e.page();
  const article = (title, year) => `${title}\nNgày 12/8/${year} | 07:30\n\n${BODY}\nXã Tân Lập họp bàn vụ sau.`;
  await page.getByLabel('Văn bản của các bài báo').fill(`${article('Xoài được mùa', 2022)}\n-----\n${article('Cam được mùa', 2023)}\n${article('Bưởi được mùa', 2024)}`);
  await page.getByRole('button', { name: 'Đọc văn bản' }).click();
  const split = page.locator('.split');
  await split.locator('summary').click();
  const count = () => split.locator('.is-start').count();
  const told = await count();
  const line = (words) => split.getByRole('button', { name: new RegExp(words) });
  const isStart = async (words) => (await line(words).getAttribute('aria-pressed')) === 'true';
  assert.ok(await isStart('Cam được mùa'));
  if (await isStart('Bưởi được mùa')) {
    await line('Bưởi được mùa').click();
    await eventually('it is joined', async () => !(await isStart('Bưởi được mùa')));
  }
  await line('Bưởi được mùa').click();
  await eventually('it is split', async () => (await count()) === 3);
  await eventually('the overview counts it', async () => /3 bài viết, 2022–2024/.test(await heading(page).textContent()));
  // By keyboard: the focus stays, the arrows go on, Enter joins.
  await line('Cam được mùa').focus();
  await page.keyboard.press('Enter');
  await eventually('two are joined', async () => /2 bài viết/.test(await heading(page).textContent()));
  assert.equal(await page.evaluate(() => document.activeElement.textContent.includes('Cam được mùa')), true);
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.textContent.includes('12/8/2023')), true);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await eventually('they are parted', async () => /3 bài viết/.test(await heading(page).textContent()));
  assert.ok(told >= 2);
  await clean(page);
  // Once the message is gone, the list of articles still has it.
  await page.locator('.notice-list a').first().click();
  await page.evaluate(() => (location.hash = '#/articles'));
  await page.locator('.last-reading summary').first().click();
  assert.equal(await count(), 3);
  assert.deepEqual(errors, []);
});
