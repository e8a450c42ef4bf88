/**
 * Signatures of bundles (`docs/bundle.md`): Ed25519 by the browser's own WebCrypto. A signature says who made a bundle;
 * that its results follow from its texts, its digests say.
 */
import { decode, encode } from './link.js';

const LINE = 10;

/** A pair of keys; the secret one cannot leave this browser unless `extractable`. */
export const createKeys = (extractable = false) => crypto.subtle.generateKey('Ed25519', extractable, ['sign', 'verify']);

/** The public key as text, to be made known where readers can check it. */
export const publicKey = async ({ publicKey: key }) => encode(new Uint8Array(await crypto.subtle.exportKey('raw', key)));

/** The bundle with a signature behind it, in place of one that it had. `by` says who signs, and is signed too. */
export async function sign(bundle, keys, by = '') {
  const first = lines(bundle)[0];
  const value = new Uint8Array(await crypto.subtle.sign('Ed25519', keys.privateKey, message(first, by)));
  const signature = { alg: 'Ed25519', by, key: await publicKey(keys), value: encode(value) };
  const second = new TextEncoder().encode(`${JSON.stringify({ signature })}\n`);
  return joined(first, [LINE], second);
}

/** What a bundle's signature is worth: `null` without one, else who signed, with which key, and whether it fits. */
export async function check(bundle) {
  const [first, second] = lines(bundle);
  if (!second?.length) return null;
  if (second.length > 10_000) return { by: '', key: '', isValid: false };
  try {
    const { alg, by = '', key, value } = JSON.parse(new TextDecoder().decode(second)).signature;
    if (alg !== 'Ed25519' || typeof by !== 'string') return { by: '', key: '', isValid: false };
    const known = await crypto.subtle.importKey('raw', decode(key), 'Ed25519', true, ['verify']);
    return { by, key, isValid: await crypto.subtle.verify('Ed25519', known, decode(value), message(first, by)) };
  } catch {
    return { by: '', key: '', isValid: false };
  }
}

/** What is signed: the first line, a line feed, and who signs. */
const message = (first, by) => joined(first, [LINE], new TextEncoder().encode(by));

function lines(bundle) {
  const end = bundle.indexOf(LINE);
  if (end < 0) return [bundle];
  const rest = bundle.subarray(end + 1);
  const last = rest.indexOf(LINE);
  return [bundle.subarray(0, end), last < 0 ? rest : rest.subarray(0, last)];
}

function joined(...parts) {
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
