/** The engine as a module worker. */
import { createHost } from './host.js';

const receive = createHost((message, transfer = []) => postMessage(message, transfer));
onmessage = (event) => receive(event.data);
