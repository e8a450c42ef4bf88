/**
 * Records kept in the browser between visits: key → bytes, in one IndexedDB store. A browser takes most of a millisecond for
 * each entry of a store, so the records of one change are kept many to an entry: its key is the list of their keys, behind
 * the time it was made at, its value the list of their bytes. Earlier builds kept each record in an entry of its own key.
 */

const STORE = 'records';
/** So many records, or so many bytes of them, stand in one entry. */
const MOST_TOGETHER = 64;
const MOST_BYTES = 1 << 20;

/** A promise for what a request of IndexedDB gives. */
const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** A promise for the end of a transaction. */
const committed = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('the store gave up the change', 'AbortError'));
  });

const isList = Array.isArray;

/** The records of entries in the order of their keys, where lists stand behind all else; of two records of one key the later. */
function recordsOf(keys, values) {
  const records = keys.flatMap((key, at) => (isList(key) ? together(key, values[at]) : [{ key, bytes: values[at] }]));
  return [...new Map(records.map((record) => [record.key, record])).values()];
}

/** The records of an entry that holds many. */
const together = ([, ...keys], values) => keys.map((key, at) => ({ key, bytes: values[at] }));

/** The entries that hold one of these records: their keys and values. */
async function holding(store, wanted) {
  const isHeld = (key) => wanted.has(key);
  const keys = (await settled(store.getAllKeys())).filter((key) => (isList(key) ? key.some(isHeld) : isHeld(key)));
  return { keys, values: await Promise.all(keys.map((key) => settled(store.get(key)))) };
}

/** Takes these records out of the store. Nothing is changed before everything is read. */
async function takeOut(store, gone) {
  const { keys, values } = await holding(store, gone);
  for (const [at, key] of keys.entries()) {
    store.delete(key);
    const rest = recordsOf([key], [values[at]]).filter(({ key }) => !gone.has(key));
    // As old as it was.
    if (rest.length) putTogether(store, rest, key[0]);
  }
}

/** Keeps records in as few entries as there may be. */
function putAll(store, records) {
  let group = [];
  let size = 0;
  for (const [at, record] of records.entries()) {
    group.push(record);
    size += record.bytes.length;
    if (group.length < MOST_TOGETHER && size < MOST_BYTES && at + 1 < records.length) continue;
    putTogether(store, group, Date.now());
    [group, size] = [[], 0];
  }
}

function putTogether(store, records, time) {
  store.put(records.map(({ bytes }) => bytes), [time, ...records.map(({ key }) => key)]);
}

/** Opens the database `name`; `lost` is called when the browser or its user deletes what is kept. Rejects where the browser keeps nothing (private windows, opaque origins). */
export async function openStore(name, lost = () => {}) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  // Another tab deletes or upgrades the database: do not stand in its way.
  database.onversionchange = () => database.close();
  database.onclose = () => lost(new DOMException('the store was deleted', 'InvalidStateError'));
  const write = (change) => {
    const transaction = database.transaction(STORE, 'readwrite');
    return Promise.all([committed(transaction), change(transaction.objectStore(STORE))]);
  };
  return {
    /** All records, as `{ key, bytes }`. */
    async all() {
      const store = database.transaction(STORE, 'readonly').objectStore(STORE);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      return recordsOf(keys, values);
    },
    /** The records of these keys that are there. */
    async some(keys) {
      const wanted = new Set(keys);
      const held = await holding(database.transaction(STORE, 'readonly').objectStore(STORE), wanted);
      return recordsOf(held.keys, held.values).filter(({ key }) => wanted.has(key));
    },
    /** Makes the changes of one reply, all or none. `afresh` empties the store first; `areNew`: nothing has these keys yet. */
    apply(changes, { afresh, areNew } = {}) {
      const last = new Map(changes.map((change) => [change.key, change]));
      return write(async (store) => {
        if (afresh) store.clear();
        else if (!areNew) await takeOut(store, new Set(last.keys()));
        putAll(store, [...last.values()].filter(({ type }) => type === 'put'));
      });
    },
    close: () => database.close(),
  };
}
