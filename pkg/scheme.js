/**
 * Whether the host has changed its colours or type since. No browser tells of that; but a transition begins when a computed
 * value changes, and an element that nobody sees inherits both.
 */

const SHEET = `
.lk-scheme{position:absolute;inline-size:0;block-size:0;overflow:hidden;visibility:hidden;font-family:inherit;color:light-dark(#000,#fff);
transition:color 1ms,font-family 1ms;transition-behavior:allow-discrete}
`;
let sheet;

/** The colours in which the host shows what stands around `root`: `light` or `dark`; `auto` where the browser does not tell. */
export function schemeAround(root) {
  const probe = document.createElement('span');
  probe.style.color = 'light-dark(#000, #fff)';
  root.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return probe.style.color ? (color === 'rgb(0, 0, 0)' ? 'light' : 'dark') : 'auto';
}

/** Calls `changed` whenever colour scheme or font around `root` become others. The sheet must be among those of the root. */
export function watchScheme(root, changed) {
  const probe = document.createElement('span');
  probe.className = 'lk-scheme';
  probe.setAttribute('aria-hidden', 'true');
  // One that is taken back before it was drawn ends without another one.
  for (const name of ['transitionrun', 'transitioncancel']) probe.addEventListener(name, changed);
  root.append(probe);
  return () => probe.remove();
}

/** The sheet of the element that nobody sees. */
export function schemeSheet() {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(SHEET);
  return sheet;
}
