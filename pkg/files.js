/**
 * The files of the package that are fetched, not imported. Each is held against the hash that the build wrote for it
 * (`hashes.js`); what does not fit is not used. A file that a host names itself has no `name` here, and is not held against any.
 */
import { HASHES } from './hashes.js';

/** A file came, but not that of this build. */
class MisfitError extends Error {
  code = 'integrity';

  constructor(url) {
    super(`${url} is not the file of this build: it does not fit the hash that was published with it`);
  }
}

/** The answer with a file; rejects where it is not there or does not fit. */
export async function fetched(url, name, options) {
  const hash = HASHES[name];
  let response;
  try {
    response = await fetch(url, { ...options, integrity: hash ?? '' });
  } catch (error) {
    if (!hash) throw error;
    response = await fetchedAnew(url, hash);
  }
  if (!response.ok) throw notThere(url, response);
  return response;
}

/** Browsers do not tell what did not come from what does not fit. Past their cache, whose copy may be the damaged one. */
async function fetchedAnew(url, hash) {
  const response = await fetch(url, { cache: 'reload' });
  if (!response.ok) return response;
  const bytes = await response.arrayBuffer();
  checked(new Uint8Array(bytes), url, hash);
  return new Response(bytes, { headers: { 'content-type': response.headers.get('content-type') ?? '' } });
}

/** The bytes of a file. On a disk it lies beside this one, and is as whole. */
export async function load(url, name) {
  if (url.protocol === 'file:') {
    const fs = 'node:fs/promises';
    return new Uint8Array(await (await import(/* @vite-ignore */ fs)).readFile(url));
  }
  return new Uint8Array(await (await fetched(url, name)).arrayBuffer());
}

/** A module, compiled as it comes where the host says what it is. */
export async function compiled(url, name, options) {
  const response = await fetched(url, name, options);
  const isWasm = response.headers.get('content-type')?.startsWith('application/wasm');
  return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * A new copy of a script whose module has crashed. No import map can name its address; where all is to be held against hashes
 * (`sealed`), there is none.
 */
export function anew(script, copy, sealed) {
  if (sealed) return Promise.reject(new Error('it has crashed, and cannot be started anew where every script has to fit its hash; reload the page'));
  return import(/* @vite-ignore */ `${script}?restart=${copy}`);
}

/** The bytes of a file, for a call that cannot wait. */
export function loadAtOnce(url, name) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  // Only workers may ask for bytes at once; in this encoding the low byte of each letter is a byte of the file.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) throw notThere(url, request);
  return checked(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0)), url, HASHES[name]);
}

const notThere = (url, { status }) => new Error(`${url} is not there (${status})`);

function checked(bytes, url, hash) {
  if (hash && `sha256-${btoa(String.fromCharCode(...sha256(bytes)))}` !== hash) throw new MisfitError(url);
  return bytes;
}

/** SHA-256 (FIPS 180-4): what browsers have for it makes callers wait, and is there for secure origins only. */
export function sha256(bytes) {
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, bytes.length / 2 ** 29);
  view.setUint32(padded.length - 4, bytes.length << 3);
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
  const fraction = (root) => (root % 1) * 2 ** 32;
  const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
  const state = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  const words = new Int32Array(64);
  const turned = (word, by) => (word >>> by) | (word << (32 - by));
  for (let block = 0; block < padded.length; block += 64) {
    for (let t = 0; t < 16; t += 1) words[t] = view.getInt32(block + 4 * t);
    for (let t = 16; t < 64; t += 1) {
      const [far, near] = [words[t - 15], words[t - 2]];
      const small = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
      words[t] = words[t - 16] + small + words[t - 7] + (turned(near, 17) ^ turned(near, 19) ^ (near >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let t = 0; t < 64; t += 1) {
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + constants[t] + words[t]) | 0;
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] += word));
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, at) => digest.setInt32(4 * at, word));
  return new Uint8Array(digest.buffer);
}
