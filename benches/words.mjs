/**
 * Speed of the word segmenter in WebAssembly, one thread, bytes in and bytes out, beside greedy longest match in plain
 * JavaScript over a list of words (one a line) on the same text:
 *
 *     cargo xtask build && node benches/words.mjs news.txt [words.txt]
 *
 * Time is that of the processor, so that other work on the machine disturbs little.
 */
import { readFileSync } from 'node:fs';

const [path, list] = process.argv.slice(2);
const here = (file) => new URL(`../pkg/${file}`, import.meta.url);
const text = new Uint8Array(readFileSync(path)).subarray(0, 6_000_000);

const module = await import(here('wasm/langkinh_words.js'));
const pack = new Uint8Array(readFileSync(here('data/words.pack')));
const wasm = readFileSync(here('wasm/langkinh_words_bg.wasm'));
const [compiled] = times(1, () => module.initSync({ module: new WebAssembly.Module(wasm) }));
console.log(`compiling the module: ${compiled.toFixed(1)} ms`);

const sentence = new TextEncoder().encode('Học sinh đọc sách giáo khoa.');
let words;
const [cold] = times(1, () => {
  words = new module.Words(pack);
  words.segment(sentence);
});
console.log(`open to first word, cold: ${cold.toFixed(1)} ms`);
const warm = times(15, () => {
  const again = new module.Words(pack);
  again.segment(sentence);
  again.free();
});
console.log(`open to first word, warm: ${warm[7].toFixed(1)} ms`);

const tools = { 'langkinh, wasm': (bytes) => words.segment(bytes) };
if (list) tools['longest match, JavaScript'] = longestMatch(readFileSync(list, 'utf8').split('\n'));
for (let round = 0; round < 3; round++) Object.values(tools).forEach((run) => run(text));
const speeds = Object.fromEntries(Object.keys(tools).map((name) => [name, []]));
for (let round = 0; round < 9; round++) {
  for (const [name, run] of Object.entries(tools)) speeds[name].push(text.length / 1000 / times(1, () => run(text))[0]);
}
for (const [name, found] of Object.entries(speeds)) {
  found.sort((a, b) => a - b);
  console.log(`${name}: median ${found[4].toFixed(1)} MB/s (${found[0].toFixed(1)} to ${found[8].toFixed(1)})`);
}
const [ours, theirs] = Object.values(speeds);
if (theirs) console.log(`langkinh is ${(ours[4] / theirs[4]).toFixed(2)} times as fast`);

function times(n, f) {
  const out = [];
  for (let i = 0; i < n; i++) {
    const before = process.cpuUsage();
    f();
    const { user, system } = process.cpuUsage(before);
    out.push((user + system) / 1000);
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
