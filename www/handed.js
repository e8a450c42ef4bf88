// Files that the system opens with this program, or that another program shares with it.

/** Where the service worker puts what was shared; `sw.js` has the same name. */
const SHARED = 'shared-langkinh';

/** Hands files to `read`, which takes a `FileList`: now those that were shared, later those that are opened. */
export async function take(read) {
  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    if (files?.length) read(listed(await Promise.all(files.map((handle) => handle.getFile()))));
  });
  const shared = await sharedFiles().catch(() => []);
  if (shared.length) read(listed(shared));
}

async function sharedFiles() {
  if (!globalThis.caches || !(await caches.has(SHARED))) return [];
  const cache = await caches.open(SHARED);
  const files = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    const name = decodeURIComponent(response.headers.get('x-name') ?? 'shared.txt');
    files.push(new File([await response.blob()], name));
  }
  await caches.delete(SHARED);
  return files;
}

function listed(files) {
  const transfer = new DataTransfer();
  files.forEach((file) => transfer.items.add(file));
  return transfer.files;
}
