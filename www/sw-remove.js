// Put this in the place of `sw.js` on the server to take the kept copy out of every reader's browser.
// Articles are not touched: they lie in another store.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove() {
  const kept = (await caches.keys()).filter((name) => name.startsWith('langkinh-') || name === 'shared-langkinh');
  await Promise.all(kept.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
