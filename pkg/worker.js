/** The engine as a module worker. */
import { createHost } from './host.js';

const receive = createHost((message, transfer = []) => {
  if (message.type === 'ready') tellOfRequests();
  postMessage(message, transfer);
});
onmessage = (event) => receive(event.data);

let observer;
/** What this worker asks of the network once it is ready; the page shows it. */
function tellOfRequests() {
  if (observer || !globalThis.PerformanceObserver) return;
  const start = performance.now();
  observer = new PerformanceObserver((list) => {
    const addresses = list.getEntries().filter((entry) => entry.startTime >= start).map((entry) => entry.name);
    if (addresses.length) postMessage({ type: 'network', addresses });
  });
  observer.observe({ type: 'resource' });
}
