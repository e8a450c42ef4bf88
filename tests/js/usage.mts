// A program that uses the package; compiled by types.test.mjs, never run.

import { EngineError, createEngine } from '../../pkg/engine.js';
import type { Document, Engine, Failure } from '../../pkg/engine.js';
import '../../pkg/element.js';

const engine: Engine = await createEngine({ persist: 'mine' });
const { overview } = await engine.request({ type: 'overview' });
const years: number[] = overview.years.map((view) => view.year);
const document: Document = await engine.analyze(['Một bài.', { name: 'b.txt', bytes: new Uint8Array() }], {
  signal: AbortSignal.timeout(1000),
  onProgress: ({ done, total }) => console.log(done / total),
  onRejected: ({ name, failure }) => console.log(name, failure.code === 'tooLarge' ? failure.limit : 0),
});
const figure = document.articles[0]?.figures[0];
const value: number | undefined = figure?.value;
engine.addEventListener('storageerror', ({ detail }) => console.log(detail.operation));
try {
  await engine.request({ type: 'facts', query: { kinds: ['figure'] } });
} catch (error) {
  const failure: Failure | undefined = error instanceof EngineError ? error.failure : undefined;
  console.log(failure, years, value);
}

const element = globalThis.document.querySelector('lang-kinh');
element?.addEventListener('lk-result', ({ detail }) => console.log(detail.keys));
element?.addEventListener('lk-select', ({ detail }) => console.log(detail.type === 'term' ? detail.term : detail.type));
if (element) {
  element.articles = ['Một bài.', { name: 'a.txt', text: 'Bài.' }];
  const { articles }: Document = await element.analyze(undefined, { signal: AbortSignal.timeout(1000) });
  const { name, bytes } = await element.export('svg:cloud');
  console.log(articles.length, name, bytes.length, (await element.toBundle({ texts: false })).length);
  // @ts-expect-error there is no such format
  await element.export('doc');
}
const mode: 'worker' | 'main' | undefined = element?.engine?.mode;
console.log(mode);

// @ts-expect-error there is no such request
await engine.request({ type: 'sing' });
