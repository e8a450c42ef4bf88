// A link that carries a bundle (docs/bundle.md) is opened like a file of it.

const MARK = '#bundle=';

/** Opens the bundle in the address, now and when the address changes. The address is shortened, so that it is opened once. */
export async function openLinks(read) {
  addEventListener('hashchange', () => open(read));
  await open(read);
}

async function open(read) {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(MARK)) return;
  history.replaceState(history.state, '', pathname + search);
  const { fromLink } = await import('./pkg/link.js');
  // A link that was cut is told by the page as a bundle that was.
  const bundle = await fromLink(hash).catch(() => '{"schema":"langkinh-bundle/1"');
  const transfer = new DataTransfer();
  transfer.items.add(new File([bundle], 'link.json', { type: 'application/json' }));
  read(transfer.files);
}
