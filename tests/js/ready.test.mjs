// Pictures out of a bundle, without the engine: as bundles hold them now, as they did before, and damaged.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartOf, readyOf } from '../../pkg/ready.js';

const overview = { terms: [{ term: 'chợ nổi', count: 3, nArticles: 1, byYear: [] }], articles: [{}], years: [] };
const bundle = (charts) => readyOf(new TextEncoder().encode(`${JSON.stringify({ schema: 'langkinh-bundle/1', view: { overview, charts } })}\n`));
const query = (more = {}) => ({ kind: 'cloud', language: 'en', limit: 0, years: [], term: '', ...more });
const node = { tag: 'text', text: 'chợ nổi', attributes: [['x', 1]] };
const cloud = (title) => ({ kind: 'cloud', title, nodes: [{ ...node, title: `${title} 3` }], width: 720, height: 20 });

test('a picture is held once for both languages, or once for each as before', () => {
  const now = bundle([{ ...cloud(''), title: { vi: 'Đám mây', en: 'Cloud' }, nodes: [{ ...node, title: { vi: 'Đám mây 3', en: 'Cloud 3' } }] }]);
  const before = bundle([{ language: 'vi', ...cloud('Đám mây') }, { language: 'en', ...cloud('Cloud') }]);
  for (const [language, title] of [['vi', 'Đám mây'], ['en', 'Cloud']]) {
    for (const ready of [now, before]) {
      const { language: _, ...chart } = chartOf(ready, query({ language }));
      assert.deepEqual(chart, cloud(title));
    }
  }
});

test('what a bundle does not hold is left to the engine', () => {
  const ready = bundle([cloud('Cloud')]);
  for (const more of [{ kind: 'years' }, { limit: 5 }, { term: 'chợ nổi' }, { years: [2022] }]) assert.equal(chartOf(ready, query(more)), null);
  assert.equal(chartOf(bundle([null, 7, 'x']), query()), null);
  const text = `{"view":{"overview":${JSON.stringify(overview)},"charts":[{"kind":"cloud","nodes":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}}`;
  const deep = readyOf(new TextEncoder().encode(text));
  assert.equal(deep && chartOf(deep, query()), null);
  assert.equal(readyOf(new TextEncoder().encode('{"view":{}}')), null);
  assert.equal(chartOf(ready, query({ kind: 'terms' })).table.rows[0].cells[0], 'chợ nổi');
});
