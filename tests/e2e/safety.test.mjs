// Work on the page outlives a crash of the engine, and goes when the reader says so.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { eventually, start } from './harness.mjs';

const e2e = await start();
after(e2e.stop);

const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const FILES = [file('a.txt', 'Sáng 12/3/2024, tỉnh Lào Cai có 152 trạm y tế xã.'), file('b.txt', 'Sáng 12/3/2023, tỉnh Lào Cai có 140 trạm y tế xã.')];

async function worked() {
  const opened = await e2e.page();
  await opened.page.locator('input[type=file]').first().setInputFiles(FILES);
  await opened.page.locator('.overview').waitFor();
  return opened;
}
const titles = async (page) => {
  await page.evaluate(() => (location.hash = '#/articles'));
  return eventually('the articles are on show', async () => {
    const text = await page.locator('.main').innerText();
    return text.includes('152 trạm') && text.includes('140 trạm');
  });
};

test('a crash is told in words, brings the articles back, and reading goes on', async () => {
  const { page } = await worked();
  await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error('boom'); }));
  await eventually('it is told', async () => /khởi động lại|dừng/.test(await page.locator('.notice').allInnerTexts().then((all) => all.join())));
  await titles(page);
  await eventually('a worker is there again', () => page.workers().length === 1);
  await page.evaluate(() => (location.hash = '#/add'));
  await page.locator('input[type=file]').first().setInputFiles([file('c.txt', 'Sáng 12/3/2022, tỉnh Lào Cai có 131 trạm y tế xã.')]);
  await eventually('the new one is read', async () => (await page.locator('.notice').allInnerTexts()).join().includes('131 trạm'));
  await page.reload();
  await titles(page);
});

test('"delete everything" leaves nothing of articles, words, corrections and keys, also on the next visit', async () => {
  const { page } = await worked();
  await page.locator('.tools .menu > summary').click();
  await page.locator('.tools .menu-item', { hasText: 'Gói có chữ ký' }).click();
  await page.locator('.signing .key').waitFor();
  const kept = () => page.evaluate(async () => {
    const found = {};
    for (const { name } of await indexedDB.databases()) {
      found[name] = await new Promise((resolve) => {
        indexedDB.open(name).onsuccess = ({ target: { result } }) => {
          const stores = [...result.objectStoreNames];
          if (!stores.length) return resolve(0);
          let n = 0;
          const transaction = result.transaction(stores);
          for (const store of stores) transaction.objectStore(store).count().onsuccess = ({ target }) => (n += target.result);
          transaction.oncomplete = () => { result.close(); resolve(n); };
        };
      });
    }
    return found;
  });
  const before = await kept();
  assert.ok(before.langkinh >= 1 && before['langkinh-keys'] === 1, JSON.stringify(before));
  await page.evaluate(() => (location.hash = '#/articles'));
  await page.getByRole('button', { name: 'Xóa tất cả…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa tất cả' }).click();
  await eventually('nothing is kept', async () => Object.values(await kept()).every((n) => n === 0));
  await page.reload();
  await page.locator('.start').waitFor();
  const left = await page.evaluate(() => ({ local: Object.keys(localStorage).filter((name) => !/^langkinh\.(lang|theme)$/.test(name)), session: sessionStorage.length, cookies: document.cookie }));
  assert.deepEqual(left, { local: [], session: 0, cookies: '' });
});
