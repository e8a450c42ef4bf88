/** Records kept in the browser between visits: one IndexedDB store, key → bytes. */

const STORE = 'records';

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
    change(transaction.objectStore(STORE));
    return committed(transaction);
  };
  return {
    /** All records, as `{ key, bytes }`. */
    async all() {
      const store = database.transaction(STORE, 'readonly').objectStore(STORE);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      return keys.map((key, at) => ({ key, bytes: values[at] }));
    },
    /** The records of these keys that are there. */
    async some(keys) {
      const store = database.transaction(STORE, 'readonly').objectStore(STORE);
      const values = await Promise.all(keys.map((key) => settled(store.get(key))));
      return keys.map((key, at) => ({ key, bytes: values[at] })).filter(({ bytes }) => bytes);
    },
    /** Makes the changes of one reply, all or none. `afresh` empties the store first. */
    apply(changes, afresh) {
      return write((store) => {
        if (afresh) store.clear();
        for (const { type, key, bytes } of changes) type === 'put' ? store.put(bytes, key) : store.delete(key);
      });
    },
    close: () => database.close(),
  };
}
