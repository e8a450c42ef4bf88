// The package as others install it: `npm pack`, Node, a bundler, hashes for hosts.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { before, test } from 'node:test';
import { eventually, hostOf, open, startBrowser } from '../e2e/harness.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}target/xtask/package`;
const run = (program, args, cwd = folder) => execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
let tarball;
let files;

before(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], `${root}pkg`));
  tarball = `${folder}/${packed.filename}`;
  files = packed.files.map(({ path }) => path);
  writeFileSync(`${folder}/package.json`, JSON.stringify({ name: 'host', private: true, type: 'module' }));
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', tarball]);
});

test('the package is complete and holds nothing else', () => {
  const scripts = readdirSync(`${root}pkg`).filter((name) => /\.(js|d\.ts)$/.test(name));
  const needed = [
    ...scripts, 'chart.css', 'hashes.js', 'sealed-worker.js', 'integrity.json', 'package.json', 'README.md', 'data/words.pack', 'data/tables.pack',
    'wasm/langkinh_engine.js', 'wasm/langkinh_engine_bg.wasm', 'wasm/langkinh_widget.js', 'wasm/langkinh_widget_bg.wasm',
  ];
  assert.deepEqual(needed.filter((name) => !files.includes(name)), []);
  assert.deepEqual(files.filter((name) => !/\.(js|css|wasm|pack|json|md|ts)$/.test(name)), []);
});

test('every export leads to a file', () => {
  const { exports } = JSON.parse(readFileSync(`${root}pkg/package.json`));
  const targets = Object.values(exports).flatMap((to) => (typeof to === 'string' ? to : Object.values(to)));
  for (const target of targets.filter((to) => !to.includes('*'))) assert.ok(files.includes(target.slice(2)), target);
});

test('Node: the engine, the data, and the element that waits for a browser', () => {
  writeFileSync(`${folder}/use.mjs`, `
    import { createEngine } from 'langkinh/engine';
    import { openWords } from 'langkinh/words';
    import 'langkinh';
    import { readFileSync } from 'node:fs';
    import { createRequire } from 'node:module';
    const engine = await createEngine();
    const { articles } = await engine.analyze(['Sáng 12/3/2024, Sở Y tế tỉnh Lào Cai cho biết toàn tỉnh có 152 trạm y tế xã.']);
    engine.close();
    const words = await openWords();
    const cut = new TextDecoder().decode(words.segment(new TextEncoder().encode('học sinh đọc sách')));
    const pack = readFileSync(createRequire(import.meta.url).resolve('langkinh/data/words.pack')).length;
    console.log(JSON.stringify({ value: articles[0].figures[0].value, cut, pack, worker: import.meta.resolve('langkinh/worker').endsWith('worker.js') }));
  `);
  const said = JSON.parse(run(process.execPath, ['use.mjs']));
  assert.deepEqual({ ...said, pack: said.pack > 100_000 }, { value: 152, cut: 'học_sinh đọc sách', pack: true, worker: true });
});

test('the hashes for hosts are those of the files', () => {
  const { files: listed } = JSON.parse(readFileSync(`${folder}/node_modules/langkinh/integrity.json`));
  const loaded = files.filter((name) => /\.(js|css|wasm|pack)$/.test(name));
  assert.deepEqual(Object.keys(listed).sort(), loaded.sort());
  for (const [name, { integrity, bytes }] of Object.entries(listed)) {
    const content = readFileSync(`${folder}/node_modules/langkinh/${name}`);
    assert.equal(integrity, `sha384-${createHash('sha384').update(content).digest('base64')}`, name);
    assert.equal(bytes, content.length, name);
  }
});

test('every file that scripts fetch has its hash in the list that they hold it against', async () => {
  const installed = `${folder}/node_modules/langkinh/`;
  const { HASHES } = await import(`${installed}hashes.js`);
  const own = files.filter((name) => /^[^/]*\.js$/.test(name) && name !== 'sealed-worker.js').map((name) => readFileSync(installed + name, 'utf8'));
  const named = own.flatMap((text) => [...text.matchAll(/'(?:\.\/)?([\w./-]+\.(?:wasm|pack|css))'(?!: 'sha256)/g)].map(([, name]) => name));
  const fetched = new Set([...named.map((name) => (/^(words|tables)\.pack$/.test(name) ? `data/${name}` : name)), 'sealed-worker.js']);
  assert.deepEqual([...fetched].sort(), Object.keys(HASHES).sort());
  for (const [name, hash] of Object.entries(HASHES)) {
    const content = readFileSync(installed + name);
    assert.equal(hash, `sha256-${createHash('sha256').update(content).digest('base64')}`, name);
  }
  const worker = readFileSync(`${installed}sealed-worker.js`, 'utf8');
  for (const [name, hash] of Object.entries(HASHES)) assert.equal(worker.includes(hash), name !== 'sealed-worker.js', name);
});

test('the hash that scripts compute themselves is SHA-256', async () => {
  const { sha256 } = await import(`${folder}/node_modules/langkinh/files.js`);
  for (const length of [0, 1, 55, 56, 63, 64, 119, 120, 1000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => at * 7);
    assert.equal(Buffer.from(sha256(bytes)).toString('hex'), createHash('sha256').update(bytes).digest('hex'), `${length} bytes`);
  }
});

test('a Vite build takes everything along, and runs', { timeout: 240_000 }, async (t) => {
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--no-save', 'vite@7.3.8']);
  writeFileSync(`${folder}/index.html`, '<!doctype html><title>host</title><lang-kinh src="a.txt" loading="eager">x</lang-kinh><script type="module" src="/main.js"></script>');
  mkdirSync(`${folder}/public`);
  writeFileSync(`${folder}/public/a.txt`, 'Sáng 12/3/2024, tỉnh Lào Cai có 152 trạm y tế xã.');
  writeFileSync(`${folder}/main.js`, "import 'langkinh';\nimport { createEngine } from 'langkinh/engine';\nwindow.createEngine = createEngine;\n");
  writeFileSync(`${folder}/vite.config.js`, "export default { base: './', build: { target: 'esnext', assetsInlineLimit: 0 }, worker: { format: 'es' } };\n");
  run(process.execPath, ['node_modules/vite/bin/vite.js', 'build']);
  const built = readdirSync(`${folder}/dist/assets`);
  for (const name of [/^worker.*\.js$/, /langkinh_engine_bg.*\.wasm$/, /langkinh_widget_bg.*\.wasm$/, /langkinh_engine_rest.*\.wasm$/, /langkinh_widget_rest.*\.wasm$/, /^words.*\.pack$/, /^tables.*\.pack$/, /^chart.*\.css$/]) {
    assert.ok(built.some((file) => name.test(file)), `${name} of ${built}`);
  }
  const browser = await startBrowser();
  t.after(() => browser.close());
  const host = await hostOf({ folders: { '/app/': `${folder}/dist/` }, files: { '/app/': readFileSync(`${folder}/dist/index.html`, 'utf8') } });
  t.after(host.stop);
  const { page, errors } = await open(await browser.newContext(), `${host.url}app/`);
  await eventually('the element is drawn', () => page.evaluate(() => document.querySelector('lang-kinh').shadowRoot?.querySelector('.lk h2')?.textContent));
  const { mode, value } = await page.evaluate(async () => {
    const engine = await window.createEngine();
    const { articles } = await engine.analyze(['Sáng 12/3/2024, tỉnh Lào Cai có 152 trạm y tế xã.']);
    return { mode: engine.mode, value: articles[0].figures[0].value };
  });
  assert.deepEqual({ mode, value }, { mode: 'worker', value: 152 });
  assert.equal(await page.evaluate(async () => (await document.querySelector('lang-kinh').engine.request({ type: 'overview' })).overview.articles.length), 1);
  assert.deepEqual(errors.filter((text) => !text.includes('404')), []);
});
