// From navigation to the first full result, on a slow line and on loopback, beside two libraries. By hand:
//   node tests/timing.mjs [ROUNDS]     (needs a build; installs the libraries into target/xtask/timing)
// The server delays and slows every answer itself, because what browsers offer for it leaves workers out.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { startBrowser } from './e2e/harness.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}target/xtask/timing`;
const ROUNDS = Number(process.argv[2] ?? 5);
const LINES = { 'loopback': { delay: 0, rate: Infinity }, '1.6 Mbit/s, 150 ms': { delay: 150, rate: 200_000 } };
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.txt': 'text/plain; charset=utf-8' };

/** An article of about ten thousand bytes of the sample corpus. */
function article() {
  const sample = `${root}www/sample/`;
  const texts = readdirSync(sample).filter((name) => name.endsWith('.txt') && !name.includes('-en')).map((name) => readFileSync(sample + name, 'utf8'));
  const [head, ...body] = texts.join('\n\n').split('\n');
  let text = head;
  for (const line of body) if (Buffer.byteLength(text) < 10_000) text += `\n${line}`;
  return text;
}

/** Pages that set `window.done` to the time of the result, in milliseconds since navigation. */
function pages() {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{"type":"module","private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', 'wink-nlp@2.4.0', 'wink-eng-lite-web-model@1.8.1', 'd3-cloud@1.2.9'], { cwd: folder, stdio: 'inherit' });
  const bundle = (name, code) => {
    writeFileSync(`${folder}/${name}.src.js`, code);
    execFileSync(`${root}tests/node_modules/.bin/esbuild`, [`${name}.src.js`, '--bundle', '--minify', '--format=esm', `--outfile=${name}.js`, '--log-level=error'], { cwd: folder });
    writeFileSync(`${folder}/${name}.html`, `<!doctype html><script type="module" src="${name}.js"></script>`);
  };
  writeFileSync(`${folder}/article.txt`, article());
  writeFileSync(`${folder}/english.txt`, 'The province opened 18 new markets in 2024, up 32 percent from the year before. '.repeat(125));
  writeFileSync(`${folder}/ours.html`, `<!doctype html>${['batches', 'early', 'engine', 'files', 'hashes', 'host', 'pool', 'readers', 'rest', 'shared', 'store'].map((name) => `<link rel="modulepreload" href="/pkg/${name}.js">`).join('')}<script type="module" src="ours.js"></script>`);
  writeFileSync(`${folder}/ours.js`, `
    import { createEngine } from '/pkg/engine.js';
    const text = fetch('article.txt').then((answer) => answer.text());
    const engine = await createEngine();
    const started = performance.now();
    const { keys } = await engine.add([await text]);
    const read = performance.now();
    const results = await Promise.all([engine.request({ type: 'overview' }), engine.request({ type: 'article', key: keys[0] }), engine.request({ type: 'charts', queries: [{ kind: 'cloud', limit: 300 }] })]);
    window.done = performance.now();
    window.phases = [started, read];
    const once = async (work) => { const start = performance.now(); await work(); return performance.now() - start; };
    window.warm = [];
    for (let turn = 0; turn < 99; turn += 1) window.warm.push(await once(async () => engine.add([{ name: String(turn), text: await text }], { keepDuplicates: true })));
    window.layout = [];
    for (let turn = 0; turn < 5; turn += 1) window.layout.push(await once(() => engine.request({ type: 'charts', queries: [{ kind: 'cloud', limit: 300 }] })));
    window.words = (results[2].charts[0].nodes ?? []).length;`);
  bundle('wink', `
    import winkNLP from 'wink-nlp'; import model from 'wink-eng-lite-web-model';
    const text = await (await fetch('english.txt')).text();
    const doc = winkNLP(model).readDoc(text);
    window.count = doc.entities().out().length + doc.tokens().out().length;
    window.done = performance.now();`);
  bundle('d3cloud', `
    import cloud from 'd3-cloud';
    const words = Array.from({ length: 300 }, (_, at) => ({ text: 'chuyển đổi ' + at, size: 60 / Math.sqrt(at + 1) + 8 }));
    const lay = () => new Promise((done) => { const start = performance.now(); cloud().size([720, 480]).canvas(() => document.createElement('canvas')).words(words.map((word) => ({ ...word }))).padding(2).rotate(0).font('sans-serif').fontSize((word) => word.size).on('end', (laid) => done([performance.now() - start, laid.length])).start(); });
    const [cold, placed] = await lay();
    window.done = performance.now();
    window.layout = [cold, (await lay())[0]]; window.words = placed;`);
}

/** Files as a host sends them; packed once, before anything is measured. */
const kept = new Map();
function packed(file) {
  if (!kept.has(file)) kept.set(file, existsSync(file) ? brotliCompressSync(readFileSync(file)) : undefined);
  return kept.get(file);
}

/** A server that answers after `delay` milliseconds and sends `rate` bytes a second over all connections. */
async function serve({ delay, rate }) {
  let free = 0;
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const body = packed(join(path.startsWith('/pkg/') ? root : folder, path));
    if (!body) return response.writeHead(404).end();
    await new Promise((done) => setTimeout(done, delay));
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-encoding': 'br', 'content-length': body.length });
    if (rate === Infinity) return response.end(body);
    for (let at = 0; at < body.length; at += 4000) {
      const chunk = body.subarray(at, at + 4000);
      free = Math.max(free, performance.now()) + (chunk.length / rate) * 1000;
      await new Promise((done) => setTimeout(done, free - performance.now()));
      response.write(chunk);
    }
    response.end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => { server.closeAllConnections(); server.close(); } };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const NAMES = ['ours', 'wink', 'd3cloud'];

/** One visit with an empty cache: what the page measured of itself. */
async function visit(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.done && (!window.warm || window.words !== undefined), null, { timeout: 120_000 });
  const measured = await page.evaluate(() => ({ done: window.done, phases: window.phases, warm: window.warm, layout: window.layout, words: window.words }));
  await context.close();
  return measured;
}

pages();
const browser = await startBrowser();
for (const [line, limits] of Object.entries(LINES)) {
  const server = await serve(limits);
  const rounds = Object.fromEntries(NAMES.map((name) => [name, []]));
  // The first visit of each packs its files. Then one after the other in turn, so that a busy minute meets all of them.
  for (let round = -1; round < (limits.delay ? Math.min(ROUNDS, 3) : ROUNDS); round += 1) {
    for (const name of NAMES) {
      const measured = await visit(browser, `${server.url}${name}.html`);
      if (round >= 0) rounds[name].push(measured);
    }
  }
  for (const name of NAMES) {
    const of = (pick) => {
      const found = rounds[name].map(pick).filter((x) => x !== undefined);
      return found.length ? `${median(found).toFixed(1)} ms (best ${Math.min(...found).toFixed(1)})` : 'none';
    };
    console.log(`${line}  ${name}: first result ${of((r) => r.done)}; started ${of((r) => r.phases?.[0])}, read ${of((r) => r.phases?.[1])}; `
      + `one article more, of the second to tenth ${of((r) => r.warm && Math.min(...r.warm.slice(0, 9)))}, of the last nine of a hundred ${of((r) => r.warm && Math.min(...r.warm.slice(-9)))}; layout cold ${of((r) => r.layout?.[0])}, warm ${of((r) => r.layout?.at(-1))}; words laid ${rounds[name][0].words ?? ''}`);
  }
  server.stop();
}
await browser.close();
