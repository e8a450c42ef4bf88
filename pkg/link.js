/**
 * Links that carry a bundle in their fragment, which browsers never send to a server (`docs/bundle.md`). With the texts
 * inside, whoever has the link has the texts; without them it is a recipe: settings and digests.
 */

const MARK = 'bundle=';
/** Characters of a link that is made or read, at most. */
export const MOST_CHARS = 2_000_000;
/** Bytes that a link may unfold to, at most. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** Why a link was not made or read. `code`: `tooLarge`, `damaged`. */
export class LinkError extends Error {
  /** `size`: for `tooLarge`, `{ chars, most }`. */
  constructor(code, message, size = {}) {
    super(message);
    Object.assign(this, size);
    this.name = 'LinkError';
    this.code = code;
  }
}

/** The link of a bundle: `base` (the address of a page without its fragment) with the bundle behind it. */
export async function toLink(bundle, base) {
  const packed = await through(bundle, new CompressionStream('deflate-raw'), Infinity);
  const link = `${String(base).split('#')[0]}#${MARK}${encode(packed)}`;
  if (link.length > MOST_CHARS) {
    throw new LinkError('tooLarge', `the link would have ${link.length} characters, at most ${MOST_CHARS}; save a file instead`, { chars: link.length, most: MOST_CHARS });
  }
  return link;
}

/** The bundle in a link or in its fragment; `null` where there is none. Rejects with a `LinkError` where it cannot be read. */
export async function fromLink(link) {
  const fragment = String(link).slice(String(link).indexOf('#') + 1);
  if (!fragment.startsWith(MARK)) return null;
  if (fragment.length > MOST_CHARS) throw new LinkError('tooLarge', `the link has more than ${MOST_CHARS} characters`);
  try {
    return await through(decode(fragment.slice(MARK.length)), new DecompressionStream('deflate-raw'), MOST_BYTES);
  } catch (error) {
    if (error instanceof LinkError) throw error;
    throw new LinkError('damaged', 'the link is damaged; perhaps it was cut');
  }
}

/** Bytes through a stream; gives up at `most`, so that a small link cannot fill the memory. */
async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      throw new LinkError('tooLarge', `the link unfolds to more than ${most} bytes`);
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Base64 with the letters of addresses, without filling. */
export function encode(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads it back; throws where it is none. */
export function decode(text) {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
