/**
 * The word segmenter in WebAssembly: time to the first word, and speed on one thread, bytes in and bytes out, beside
 * greedy longest match in plain JavaScript over a list of words (one a line) on the same text, in the same process or page:
 *
 *     cargo xtask build && node benches/words.mjs news.txt words.txt            # in Node
 *     cargo xtask build && node benches/words.mjs --browser news.txt words.txt  # in Chromium, a new one for each opening
 *
 * Time is that of the clock: where others work on the machine, look at the best figures.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { opening, speeds } from './words_measure.mjs';

const SAMPLES = 5;
const args = process.argv.slice(2);
const browser = args[0] === '--browser';
const once = args[0] === '--once';
const [path, list] = browser || once ? args.slice(1) : args;
const here = (file) => new URL(`../pkg/${file}`, import.meta.url);
const text = () => readFileSync(path).subarray(0, 6_000_000);
const lines = () => (list ? readFileSync(list, 'utf8').split('\n') : undefined);

if (once) {
  const { words, ...found } = await inNode();
  process.stdout.write(JSON.stringify(found));
} else {
  const { openings, found } = browser ? await inChromium() : await inProcesses();
  for (const part of ['compile', 'instantiate', 'open', 'word', 'cold', 'warm']) {
    const each = openings.map((opening) => opening[part]).sort((a, b) => a - b);
    const name = { word: 'first word', cold: 'compiled module to first word', warm: 'open to first word, warm' }[part] ?? part;
    console.log(`${name}: median ${each[SAMPLES >> 1].toFixed(2)} ms (${each[0].toFixed(2)} to ${each.at(-1).toFixed(2)})`);
  }
  for (const [name, each] of Object.entries(found)) {
    console.log(`${name}: median ${each[4].toFixed(1)} MB/s (${each[0].toFixed(1)} to ${each[8].toFixed(1)})`);
  }
  const [ours, theirs] = Object.values(found);
  if (theirs) console.log(`langkinh is ${(ours[4] / theirs[4]).toFixed(2)} times as fast as longest match`);
}

async function inNode() {
  const module = await import(here('wasm/langkinh_words.js'));
  const pack = new Uint8Array(readFileSync(here('data/words.pack')));
  return opening(module, readFileSync(here('wasm/langkinh_words_bg.wasm')), pack);
}

/** Each opening in a process of its own, the speed in this one. */
async function inProcesses() {
  const run = () => JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--once']));
  const openings = Array.from({ length: SAMPLES }, run);
  const { words } = await inNode();
  return { openings, found: speeds(words, new Uint8Array(text()), lines()) };
}

async function inChromium() {
  const { startBrowser } = await import('../tests/e2e/harness.mjs');
  const types = { js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm', html: 'text/html' };
  const server = createServer((request, response) => {
    const name = request.url.slice(1);
    // Apart from other origins the clock of the page is finer.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('Content-Type', types[name.split('.').at(-1)] ?? 'application/octet-stream');
    const files = {
      text,
      list: () => JSON.stringify(lines() ?? null),
      'index.html': () => '<!doctype html>',
      'favicon.ico': () => '',
    };
    response.end(files[name]?.() ?? readFileSync(new URL(`../${name}`, import.meta.url)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}`;
  const openings = [];
  let found;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const chromium = await startBrowser();
    const page = await chromium.newPage();
    await page.goto(`${address}/index.html`);
    const result = await page.evaluate(async (isLast) => {
      const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
      const { opening, speeds } = await import('/benches/words_measure.mjs');
      const module = await import('/pkg/wasm/langkinh_words.js');
      const files = ['/pkg/wasm/langkinh_words_bg.wasm', '/pkg/data/words.pack'];
      const { words, ...opened } = opening(module, ...(await Promise.all(files.map(bytes))));
      const list = isLast && (await (await fetch('/list')).json());
      return { opened, found: isLast && speeds(words, await bytes('/text'), list ?? undefined) };
    }, sample === SAMPLES - 1);
    openings.push(result.opened);
    found = result.found;
    await chromium.close();
  }
  server.close();
  return { openings, found };
}
