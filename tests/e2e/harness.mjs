// What every browser test needs: the built page on a server, Chromium, and a page that counts requests and errors.

import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** Serves `dist/` with the headers of a strict host, or with another content security policy. `url` ends with a slash. */
export async function startServer(policy) {
  const program = process.env.XTASK ?? `${root}target/debug/xtask`;
  const more = policy === undefined ? [] : ['--policy', policy];
  const server = spawn(program, ['serve', '--no-build', '--port', '0', ...more], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout })) {
    const url = line.match(/http:\S+/)?.[0];
    if (url) return { url, stop: () => server.kill() };
  }
  throw new Error('the server ended before it began; is the page built? cargo xtask build');
}

/** Chromium without a window. */
export const startBrowser = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });

/**
 * A server and a browser for a file of tests: `const e2e = await start(); after(e2e.stop);`.
 * `e2e.page(path, { policy, context, width, height })` opens a page in a context of its own (an empty store), from a
 * server of its own if the policy is another, and returns what `open` returns.
 */
export async function start() {
  const [server, browser] = await Promise.all([startServer(), startBrowser()]);
  const servers = [server];
  const serverFor = async (policy) => {
    if (policy === undefined) return server;
    servers.push(await startServer(policy));
    return servers.at(-1);
  };
  return {
    url: server.url,
    browser,
    page: async (path = '', { policy, context, ...options } = {}) => {
      const { url } = await serverFor(policy);
      // The service worker fetches in the background; its own tests let it run.
      return open(await browser.newContext({ serviceWorkers: 'block', ...context }), url + path, options);
    },
    stop: async () => {
      await browser.close();
      servers.forEach(({ stop }) => stop());
    },
  };
}

/**
 * Opens `url` in a context. `requests` holds the addresses asked for (workers included), `errors` what went to the
 * console as an error, policy violations among them.
 */
export async function open(context, url, { width = 1280, height = 800 } = {}) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  const requests = [];
  const errors = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(url);
  return { page, context, requests, errors };
}

/** Waits until `check` gives something true; fails with `what` after half a minute. */
export async function eventually(what, check) {
  const end = Date.now() + 30_000;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`not within half a minute: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json' };

/** A host with a copy of the page that the test may change, or take from the network. */
export async function copied() {
  const policy = (await readFile(join(root, 'www/policy.txt'), 'utf8')).trim();
  const folder = await mkdtemp(join(tmpdir(), 'langkinh-'));
  await cp(join(root, 'dist'), folder, { recursive: true });
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const body = await readFile(file).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'content-security-policy': policy });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const down = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return {
    url,
    down,
    change: async (name, from, to) => writeFile(join(folder, name), (await readFile(join(folder, name), 'utf8')).replace(from, to)),
    put: async (name, from) => cp(join(folder, from), join(folder, name)),
    stop: async () => {
      if (server.listening) await down();
      await rm(folder, { recursive: true });
    },
  };
}

/**
 * A small static host: `files` by path (looked up at every request), `folders` of the disk by the path they stand at,
 * with a content security `policy`, `cors` for other origins, `slow` for paths that take a second, `change` of files by the end of their path.
 */
export async function hostOf({ files = {}, folders = {}, policy, cors, slow, change = {} }) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const at = Object.keys(folders).find((at) => path.startsWith(at));
    let body = files[path] ?? (at && (await readFile(join(folders[at], path.slice(at.length))).catch(() => undefined)));
    const changed = Object.keys(change).find((name) => path.endsWith(name));
    if (changed && body !== undefined) body = change[changed](body);
    if (slow?.test(path)) await new Promise((done) => setTimeout(done, 1000));
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': path.endsWith('/') ? TYPES['.html'] : (TYPES[extname(path)] ?? 'text/plain'),
      ...(policy && { 'content-security-policy': policy }),
      ...(cors && { 'access-control-allow-origin': '*' }),
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const stop = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return { url: `http://127.0.0.1:${server.address().port}/`, stop };
}

/** A browser, and `serve`, which starts a small host as `hostOf` does; `stop` ends all. */
export async function hosts() {
  const browser = await startBrowser();
  const servers = [];
  const serve = async (options) => {
    servers.push(await hostOf(options));
    return servers.at(-1);
  };
  const stop = () => Promise.all([browser.close(), ...servers.map((server) => server.stop())]);
  return { browser, serve, stop };
}
