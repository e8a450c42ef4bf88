// The service worker: keeps one build of the page, whole, and answers from it.
// The build writes `BUILD` (a hash of all files), `FILES` ([path, integrity]) and `LATER` (the same, of what is kept only
// when it was asked for) before this text.

const PREFIX = 'langkinh-';
const CACHE = PREFIX + BUILD;
/** What another program shares with this one, until the page takes it (`handed.js`). */
const SHARED = 'shared-langkinh';
const MOST_SHARED = 500;

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('message', (event) => event.data === 'take over' && self.skipWaiting());
self.addEventListener('fetch', (event) => {
  if (event.request.method === 'POST' && event.request.url === new URL('share', self.registration.scope).href) {
    event.respondWith(keepShared(event.request));
  } else if (event.request.method === 'GET' && event.request.url.startsWith(self.registration.scope)) {
    event.respondWith(answer(event.request));
  }
});

/** All files or none: a file of another build does not fit its hash. */
async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map(([path, integrity]) => new Request(path, { integrity, cache: 'no-cache' })));
}

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const kept = await caches.match(request, { cacheName: CACHE, ignoreSearch: true, ignoreVary: true });
  if (kept) return kept;
  const [path] = request.url.split('?');
  const later = LATER.find(([name]) => new URL(name, self.registration.scope).href === path);
  return later ? keep(path, later[1]) : fetch(request);
}

/** Fetches a file and keeps it. */
async function keep(path, integrity) {
  const fetched = await fetch(path, { integrity, cache: 'no-cache' });
  if (fetched.ok) await (await caches.open(CACHE)).put(path, fetched.clone());
  return fetched;
}

/** Keeps what was shared and opens the page, which reads it. */
async function keepShared(request) {
  const form = await request.formData();
  const files = form.getAll('files').filter((file) => file instanceof File).slice(0, MOST_SHARED);
  const [title, text, url] = ['title', 'text', 'url'].map((name) => String(form.get(name) ?? '').trim());
  if (text) files.push(new File([[title, text, url].filter(Boolean).join('\n\n')], `${title || 'shared'}.txt`));
  const cache = await caches.open(SHARED);
  await Promise.all(files.map((file, at) =>
    cache.put(new URL(`share/${at}`, self.registration.scope), new Response(file, { headers: { 'x-name': encodeURIComponent(file.name) } }))));
  return Response.redirect(new URL('./', self.registration.scope), 303);
}
