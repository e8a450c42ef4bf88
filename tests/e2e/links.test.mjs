// A link that carries a bundle, opened by the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createEngine } from '../../pkg/engine.js';
import { toLink } from '../../pkg/link.js';
import { eventually, start } from './harness.mjs';

const ARTICLE = 'Sáng 12/3/2024, Sở Y tế tỉnh Lào Cai cho biết toàn tỉnh có 152 trạm y tế xã.';

let e2e;
let link;
before(async () => {
  e2e = await start();
  const engine = await createEngine();
  await engine.add([{ name: 'a.txt', text: ARTICLE }, { name: 'b.txt', text: `${ARTICLE} Năm 2023 có 140 trạm.` }]);
  link = await toLink(await engine.bundle({ view: false }), '');
  engine.close();
});
after(() => e2e.stop());

const says = (page, words) =>
  eventually(`the page says ${words}`, async () => (await page.innerText('body')).includes(words));

test('a link is opened and verified, and leaves the address', async () => {
  const { page, errors } = await e2e.page(link);
  await says(page, 'trùng khớp từng byte');
  assert.ok(!page.url().includes('bundle='), page.url());
  assert.deepEqual(errors, []);
});

test('a link that was cut is told', async () => {
  const { page } = await e2e.page(link.slice(0, -200));
  await says(page, 'không phải gói của Lăng Kính, hoặc đã hỏng');
});
