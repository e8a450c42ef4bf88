/** What an element reads: addresses in `src`, elements that `text-from` selects, and what the host hands over. */

/** Larger answers are refused. */
const MAX_BYTES = 64 * 1024 * 1024;
const MOST_SOURCES = 1000;
const SKIP = 'script, style, noscript, template, nav, button, select, textarea, [hidden], lang-kinh';

/** The files of `src`: addresses with white space between them. `failed` is told of each that is not there. */
export async function fetched(element, signal, failed) {
  const read = async (address) => {
    let url;
    try {
      url = new URL(address, document.baseURI);
    } catch {
      throw new Error(`src: ${address} is no address`);
    }
    if (!/^(https?|blob):$/.test(url.protocol)) throw new Error(`src: ${url.protocol} is not read`);
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`${url} is not there (${response.status})`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > MAX_BYTES) throw new Error(`${url} is larger than 64 MiB`);
    return { name: nameOf(url), bytes };
  };
  const addresses = (element.getAttribute('src') ?? '').split(/\s+/).filter(Boolean).slice(0, MOST_SOURCES);
  const settled = await Promise.allSettled(addresses.map(read));
  for (const { reason } of settled) if (reason && !signal.aborted) failed(reason.message);
  return settled.flatMap(({ value }) => value ?? []);
}

function nameOf(url) {
  const last = url.pathname.split('/').pop();
  try {
    return decodeURIComponent(last) || url.host;
  } catch {
    return last;
  }
}

/** The text of the elements that `text-from` selects. */
export function inPlace(element, warn) {
  const selector = element.getAttribute('text-from');
  if (!selector) return [];
  let elements = [];
  try {
    elements = [...document.querySelectorAll(selector)].slice(0, MOST_SOURCES);
  } catch {
    // Not a selector; said below.
  }
  if (!elements.length) warn(`text-from="${selector}" selects nothing`);
  return elements.map((found) => ({ name: found.id || document.title || selector, text: textOf(found) }));
}

/** Whether a file is a bundle, by its first bytes. */
export function isBundle({ bytes }) {
  return !!bytes && new TextDecoder().decode(new Uint8Array(bytes).subarray(0, 64)).includes('"schema":"langkinh-bundle/');
}

/** The text of an element as lines, one per block; without the widget, scripts and controls. */
export function textOf(element) {
  let text = '';
  const line = () => (text += '\n');
  // A stack of its own: a page may nest deeper than a call may.
  const todo = [element];
  while (todo.length) {
    const node = todo.pop();
    if (node === line) line();
    else if (node.nodeType === Node.TEXT_NODE) text += node.data.replace(/\s+/g, ' ');
    else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(SKIP)) {
      const { display } = getComputedStyle(node);
      if (node.localName === 'br') line();
      else if (display !== 'none') {
        const isBlock = !display.startsWith('inline') && display !== 'contents';
        if (isBlock) line();
        if (isBlock) todo.push(line);
        for (let child = node.lastChild; child; child = child.previousSibling) todo.push(child);
      }
    }
  }
  return text.replace(/ *\n[ \n]*/g, '\n').trim();
}
