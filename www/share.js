// Handing work on without a server: links that carry a bundle, and signatures of bundles (docs/bundle.md).

import { toLink } from './pkg/link.js';
import { check, createKeys, publicKey, sign } from './pkg/sign.js';

const DATABASE = 'langkinh-keys';
const STORE = 'keys';
const OWN = 'own';

const settled = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** `change` of the store of keys; rejects where the browser keeps nothing. */
async function keys(mode, change) {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  try {
    return await settled(change(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** Keys of this visit, where the browser keeps none. */
let unkept;

const kept = () => keys('readonly', (store) => store.get(OWN)).catch(() => undefined);

/** The pair of this browser, made when it is first asked for. The secret key cannot be read, not even by this page. */
async function own() {
  const found = unkept ?? (await kept());
  if (found) return found;
  const made = { pair: await createKeys(), by: '' };
  await keys('readwrite', (store) => store.put(made, OWN)).catch(() => (unkept = made));
  return made;
}

/** What the page asks for; every one is a promise. */
export const share = {
  /** The link of a bundle, to the page at hand. */
  link: (bundle) => toLink(bundle, location.href),
  /** Into the clipboard; rejects where the browser refuses. */
  copy: async (text) => navigator.clipboard.writeText(text),
  /** The public key and the name that was signed with last. */
  async key() {
    const { pair, by } = await own();
    return { key: await publicKey(pair), by };
  },
  /** The bundle with a signature. */
  async sign(bundle, by) {
    const { pair } = await own();
    await keys('readwrite', (store) => store.put({ pair, by }, OWN)).catch(() => (unkept = { pair, by }));
    return sign(bundle, pair, by);
  },
  /** `{ by, key, isValid, isOwn }`; `null` without a signature. */
  async check(bundle) {
    const found = await check(bundle);
    if (!found) return null;
    const mine = unkept ?? (await kept());
    return { ...found, isOwn: !!mine && found.key === (await publicKey(mine.pair)) };
  },
  /** Deletes the keys. */
  async forget() {
    unkept = undefined;
    await settled(indexedDB.deleteDatabase(DATABASE));
  },
};
