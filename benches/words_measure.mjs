/**
 * What `words.mjs` measures, in Node and in a page alike.
 */

const SENTENCE = 'Học sinh đọc sách giáo khoa.';

/**
 * How long it takes from a module that is compiled and the bytes of the pack at hand to the first word: instantiating,
 * checking and opening the pack, one sentence. Once with nothing of the module run before, then again with all of it warm.
 */
export function opening(module, wasm, pack) {
  const sentence = new TextEncoder().encode(SENTENCE);
  const start = performance.now();
  const compiled = new WebAssembly.Module(wasm);
  const begun = performance.now();
  module.initSync({ module: compiled });
  const started = performance.now();
  const words = new module.Words(pack);
  const open = performance.now();
  words.segment(sentence);
  const end = performance.now();
  const warm = times(15, () => {
    const again = new module.Words(pack);
    again.segment(sentence);
    again.free();
  });
  return {
    words,
    compile: begun - start,
    instantiate: started - begun,
    open: open - started,
    word: end - open,
    cold: end - begun,
    warm: warm[7],
  };
}

/** MB/s of our segmenter and of longest match on the same bytes, in turns: bytes in, bytes out, one thread. */
export function speeds(words, text, list, rounds = 9) {
  const tools = { langkinh: (bytes) => words.segment(bytes) };
  if (list) tools['longest match'] = longestMatch(list);
  for (let round = 0; round < 3; round++) Object.values(tools).forEach((run) => run(text));
  const found = Object.fromEntries(Object.keys(tools).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(tools)) found[name].push(text.length / 1000 / times(1, () => run(text))[0]);
  }
  for (const list of Object.values(found)) list.sort((a, b) => a - b);
  return found;
}

function times(n, f) {
  const out = [];
  for (let i = 0; i < n; i++) {
    const before = performance.now();
    f();
    out.push(performance.now() - before);
  }
  return out.sort((a, b) => a - b);
}

/** Greedy longest match over bytes: typed arrays only, nothing allocated for a syllable. */
function longestMatch(list) {
  const SIZE = 1 << 17;
  const names = new Map();
  // A trie of syllable ids in one hash table: (node, syllable) → node; node 0 is the root.
  const keys = new Float64Array(SIZE).fill(-1);
  const next = new Int32Array(SIZE);
  const isWord = [0];
  const place = (key) => {
    let at = Math.imul(key ^ (key / 8192), 0x9e3779b1) >>> 15;
    while (keys[at] !== key && keys[at] !== -1) at = (at + 1) & (SIZE - 1);
    return at;
  };
  const idOf = (name) => names.get(name) ?? (names.set(name, names.size + 1), names.size);
  for (const word of list) {
    const syllables = word.trim().toLowerCase().split(' ');
    if (syllables.length < 2) continue;
    let node = 0;
    for (const syllable of syllables) {
      const at = place(node * 8192 + idOf(syllable));
      if (keys[at] === -1) {
        keys[at] = node * 8192 + idOf(syllable);
        next[at] = isWord.push(0) - 1;
      }
      node = next[at];
    }
    isWord[node] = 1;
  }
  // Syllables by hash of their bytes; a clash of all 32 bits is let pass.
  const hashes = new Int32Array(SIZE);
  const ids = new Int32Array(SIZE);
  const encoder = new TextEncoder();
  for (const [name, id] of names) {
    let hash = 0;
    for (const byte of encoder.encode(name)) hash = Math.imul(hash ^ byte, 0x01000193);
    let at = hash & (SIZE - 1);
    while (ids[at]) at = (at + 1) & (SIZE - 1);
    [hashes[at], ids[at]] = [hash, id];
  }
  const word = Uint8Array.from(isWord);
  return (bytes) => {
    const starts = new Int32Array(bytes.length / 2 + 2);
    const ends = new Int32Array(starts.length);
    const found = new Int32Array(starts.length);
    let n = 0;
    for (let i = 0; i < bytes.length; ) {
      while (i < bytes.length && bytes[i] <= 32) i++;
      const from = i;
      let hash = 0;
      let byte;
      while (i < bytes.length && (byte = bytes[i]) > 47 && byte !== 58) {
        hash = Math.imul(hash ^ (byte > 64 && byte < 91 ? byte | 32 : byte), 0x01000193);
        i++;
      }
      if (i === from) i++;
      let at = hash & (SIZE - 1);
      while (ids[at] && hashes[at] !== hash) at = (at + 1) & (SIZE - 1);
      starts[n] = from;
      ends[n] = i;
      found[n++] = ids[at];
    }
    const out = new Uint8Array(bytes.length * 2);
    let end = 0;
    for (let i = 0; i < n; ) {
      let longest = 1;
      for (let k = 0, node = 0; k < 5 && i + k < n && found[i + k]; k++) {
        const at = place(node * 8192 + found[i + k]);
        if (keys[at] === -1) break;
        node = next[at];
        if (word[node]) longest = k + 1;
      }
      for (let k = 0; k < longest; k++, i++) {
        for (let p = starts[i]; p < ends[i]; p++) out[end++] = bytes[p];
        out[end++] = k < longest - 1 ? 95 : 32;
      }
    }
    return out.subarray(0, end);
  };
}
