/**
 * For a page with Lăng Kính in an `<iframe>`: gives each frame with `data-lang-kinh` the height that it tells. Only a
 * message of that very frame, from the origin that it must have, counts.
 */
const MOST = 20_000;

addEventListener('message', ({ data, origin, source }) => {
  if (data?.type !== 'langkinh-height' || !Number.isInteger(data.height) || data.height < 0) return;
  const frame = [...document.querySelectorAll('iframe[data-lang-kinh]')].find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== originOf(frame)) return;
  frame.style.height = `${Math.min(data.height, MOST)}px`;
});

/** A sandbox without `allow-same-origin` has no origin of its own. */
function originOf(frame) {
  const isOpaque = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  return isOpaque ? 'null' : new URL(frame.src, document.baseURI).origin;
}
