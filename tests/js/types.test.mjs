// The declarations of the package: they compile strictly, and the engine keeps to them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { createEngine } from '../../pkg/engine.js';

const tests = fileURLToPath(new URL('../', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

function compile(...args) {
  const strict = '--noEmit --strict --target es2022 --module nodenext --lib es2022,dom,dom.iterable'.split(' ');
  try {
    execFileSync(process.execPath, [`${tests}node_modules/typescript/bin/tsc`, ...strict, ...args], { cwd: root });
  } catch (error) {
    assert.fail(String(error.stdout).slice(0, 4000));
  }
}

test('the declarations compile with a program that uses them', () => compile('tests/js/usage.mts'));

test('the element is known to JSX', () => compile('--jsx', 'preserve', '--types', 'react', '--typeRoots', 'tests/node_modules/@types', 'tests/js/usage.tsx'));

test('what the engine gives is what the declarations say', async () => {
  const engine = await createEngine();
  const sample = readdirSync(`${root}www/sample`).filter((name) => name.endsWith('.txt')).sort();
  const files = sample.map((name) => ({ name, bytes: readFileSync(`${root}www/sample/${name}`) }));
  const document = await engine.analyze(files);
  const { overview } = await engine.request({ type: 'overview' });
  const { outline } = await engine.request({ type: 'outline' });
  const { table } = await engine.request({ type: 'facts', query: { limit: 50 } });
  const { concordance } = await engine.request({ type: 'concordance', term: 'dữ liệu' });
  const kinds = ['terms', 'cloud', 'clouds', 'themes', 'timeline', 'years', 'ranks', 'keyness', 'spread', 'concordance', 'company', 'figures', 'targets', 'people', 'cleaning'];
  const { charts } = await engine.request({ type: 'charts', queries: kinds.map((kind) => ({ kind, term: 'dữ liệu' })) });
  const { article } = await engine.request({ type: 'article', key: overview.articles[0].key });
  await engine.mark('dữ liệu số', 'join');
  const { word } = await engine.request({ type: 'word', key: overview.articles[0].key, at: article.words[0][0] });
  const { dictionary } = await engine.request({ type: 'dictionary' });
  const changed = await engine.readDictionary('+ a\n* kinh tế số\n');
  const bundle = await engine.bundle({ settings: { clock: 'published' } });
  const opened = await engine.openBundle(bundle, { replace: true });
  const verdict = await engine.verify();
  assert.ok(verdict.isSame);
  engine.close();
  const folder = `${root}target/xtask`;
  mkdirSync(folder, { recursive: true });
  const typed = { Document: document, Overview: overview, Outline: outline, FactTable: table, Concordance: concordance, ArticleView: article,
    Charts: charts, WordView: word, DictionaryView: dictionary, DictionaryChanged: { ...changed, store: [] },
    Opened: { ...opened, store: [] }, Verdict: verdict };
  const lines = Object.entries(typed).map(([type, value]) => `export const ${type}_: ${type === 'Charts' ? 'Chart[]' : type} = ${JSON.stringify(value)};`);
  const head = `import type { ${Object.keys(typed).join(', ').replace('Charts', 'Chart')} } from '../../pkg/engine.js';`;
  writeFileSync(`${folder}/given.mts`, [head, ...lines].join('\n'));
  compile('target/xtask/given.mts');
});
