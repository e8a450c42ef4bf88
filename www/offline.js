// Keeps the page for use without a network, and tells it when a newer build is there.

/**
 * Registers the service worker `script`. What comes back has `listen(tell)`, where `tell('ready')` says that everything is
 * kept, and `tell('update')` that a newer build is; and `update()`, which changes to it and reloads the page.
 * `undefined` where the browser has no service workers.
 */
export function keepOffline(script) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return undefined;
  let state;
  let waiting;
  let tell = () => {};
  const say = (next) => { if (state !== 'update') tell(state = next); };
  const offer = (worker) => { waiting = worker; say('update'); };
  const watch = (worker) => worker?.addEventListener('statechange', () => {
    if (worker.state === 'activated') say('ready');
    if (worker.state === 'installed' && serviceWorker.controller) offer(worker);
  });
  const wasControlled = Boolean(serviceWorker.controller);
  // Another tab has changed to the newer build: what this one still fetches would be of that build.
  serviceWorker.addEventListener('controllerchange', () => wasControlled && say('update'));
  // Under `require-trusted-types-for 'script'` the address comes from a policy of the page.
  const policy = globalThis.trustedTypes?.createPolicy('langkinh-page', { createScriptURL: (address) => address });
  serviceWorker.register(policy?.createScriptURL(script) ?? script, { updateViaCache: 'none' }).then((registration) => {
    if (registration.active) say('ready');
    if (registration.waiting) offer(registration.waiting);
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
  }).catch(() => {}); // A private window, or storage that is refused: the page works, with a network.
  return {
    listen(listener) {
      tell = listener;
      if (state) tell(state);
    },
    update() {
      if (waiting?.state !== 'installed') return location.reload();
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take over');
    },
  };
}
