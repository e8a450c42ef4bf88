// The word segmenter by itself, as `pkg/words.js` gives it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openWords } from '../../pkg/words.js';

const bytes = (text) => new TextEncoder().encode(text);
const text = (bytes) => new TextDecoder().decode(bytes);

test('joins the syllables of words, line by line', async () => {
  const words = await openWords();
  assert.equal(text(words.segment(bytes('Học sinh đọc.\nbệnh nhân'))), 'Học_sinh đọc .\nbệnh_nhân');
  assert.equal(text(words.segment(bytes(''))), '');
  words.free();
});

test('refuses a word list that is none', async () => {
  await assert.rejects(openWords({ packUrl: new URL('../../pkg/package.json', import.meta.url) }));
});
