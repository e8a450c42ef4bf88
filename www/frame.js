// The page for an `<iframe sandbox="allow-scripts">`: one element with the attributes of the address, its height told to
// the page around. That page listens with `pkg/frame.js`.

import './pkg/element.js';

/** Attributes that an address may set. */
const ATTRIBUTES = ['src', 'view', 'years', 'terms', 'compare', 'lang', 'theme', 'max-terms', 'interactive', 'height'];

const query = new URLSearchParams(location.search);
const element = document.createElement('lang-kinh');
element.setAttribute('loading', 'eager');
// The page around gives the frame the height of what is in it.
element.setAttribute('height', 'auto');
for (const name of ATTRIBUTES) {
  const value = query.get(name);
  if (value !== null) element.setAttribute(name, name === 'src' ? own(value) : value);
}
document.body.append(element);

/** Addresses on this host only. */
function own(addresses) {
  const isOwn = (address) => URL.canParse(address, location.href) && new URL(address, location.href).host === location.host;
  return addresses.split(/\s+/).filter(isOwn).join(' ');
}

/** The page around, if the address or the browser says who it is; to nobody else the height is told. */
const around = [query.get('host'), document.referrer].find((address) => address && URL.canParse(address));
if (around && parent !== window) {
  const { origin } = new URL(around);
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    parent.postMessage({ type: 'langkinh-height', height }, origin);
  }).observe(document.documentElement);
}
