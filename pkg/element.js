/**
 * `<lang-kinh>`: the widget on any page. Loads nothing until it is near the viewport; what stands inside the element is
 * shown until then, and stays where the widget cannot run.
 */
const NAME = 'lang-kinh';
const THEMES = ['auto', 'light', 'dark'];
const LANGS = ['vi', 'en'];
/** So far below or above the visible part the widget begins to load. */
const NEAR = '300px';

/** The drawing is imported and compiled once for all elements of the page. */
let widget;
const loadWidget = () =>
  (widget ??= import('./wasm/langkinh_widget.js').then(async (module) => {
    await module.default();
    return module;
  }));

const base = globalThis.HTMLElement ?? class {};

export class LangKinhElement extends base {
  static observedAttributes = ['src', 'text-from', 'lang', 'theme', 'height', 'persist'];

  #root = this.attachShadow({ mode: 'open' });
  #sheet = new CSSStyleSheet();
  #near;
  #life;
  #engine;
  #handle;
  #keys = [];
  #warned = new Set();

  constructor() {
    super();
    this.#root.append(document.createElement('slot'));
    this.#root.adoptedStyleSheets = [this.#sheet];
    this.#reserve();
  }

  /** The engine, once `lk-ready` was told; `null` before and after. */
  get engine() {
    return this.#engine ?? null;
  }

  connectedCallback() {
    if (this.#life) return;
    this.#near = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: NEAR },
    );
    this.#near.observe(this);
  }

  /** A move within one task does not end the widget. */
  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#stop());
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'height') this.#reserve();
    else if (name === 'src' || name === 'text-from') this.#engine && this.#read();
    else this.#handle?.update(this.#config());
  }

  async #start() {
    this.#near.disconnect();
    if (this.#life) return;
    const life = (this.#life = new AbortController());
    try {
      const persist = this.hasAttribute('persist') ? this.getAttribute('persist') || true : null;
      const { createEngine } = await import('./engine.js');
      const [engine, module] = await Promise.all([createEngine({ persist }), loadWidget()]);
      if (life.signal.aborted) return engine.close();
      this.#engine = engine;
      this.#tell('lk-ready', { mode: engine.mode, version: engine.version });
      await engine.restored;
      await this.#read();
      if (life.signal.aborted) return;
      this.#handle = module.mount(this.#root, engine, this.#config());
      this.#root.querySelector('slot').remove();
      // The widget lays its own sheets over the root.
      this.#root.adoptedStyleSheets.push(this.#sheet);
    } catch (error) {
      // Set free before the host hears of it, so that a listener may try again.
      if (!life.signal.aborted) this.#stop();
      this.#tell('lk-error', { message: String(error?.message ?? error), code: error?.code ?? 'start' });
    }
  }

  #stop() {
    this.#near?.disconnect();
    this.#life?.abort();
    this.#handle?.unmount();
    this.#engine?.close();
    this.#life = this.#handle = this.#engine = undefined;
    this.#keys = [];
    if (!this.#root.querySelector('slot')) this.#root.append(document.createElement('slot'));
  }

  /** Reads what `src` and `text-from` name, in place of what they named before. */
  async #read() {
    const { signal } = this.#life;
    const engine = this.#engine;
    const files = [...(await this.#fetched(signal)), ...this.#inPlace()];
    if (signal.aborted) return;
    if (this.#keys.length) await engine.request({ type: 'remove', keys: this.#keys });
    this.#keys = [];
    if (!files.length) return;
    const { keys, rejected } = await engine.add(files, { signal });
    this.#keys = keys;
    this.#tell('lk-result', { keys, rejected });
  }

  /** The files of `src`: addresses with white space between them. */
  async #fetched(signal) {
    const read = async (address) => {
      const url = new URL(address, document.baseURI);
      const response = await fetch(url, { signal });
      if (!response.ok) throw Object.assign(new Error(`${url} is not there (${response.status})`), { code: 'src' });
      return { name: decodeURIComponent(url.pathname.split('/').pop()), bytes: new Uint8Array(await response.arrayBuffer()) };
    };
    const addresses = (this.getAttribute('src') ?? '').split(/\s+/).filter(Boolean);
    const settled = await Promise.allSettled(addresses.map(read));
    for (const { reason } of settled) {
      if (reason && !signal.aborted) this.#tell('lk-error', { message: reason.message, code: 'src' });
    }
    return settled.flatMap(({ value }) => value ?? []);
  }

  /** The text of the elements that `text-from` selects. */
  #inPlace() {
    const selector = this.getAttribute('text-from');
    if (!selector) return [];
    let elements = [];
    try {
      elements = [...document.querySelectorAll(selector)];
    } catch {
      // Not a selector; said below.
    }
    if (!elements.length) this.#warn(`text-from="${selector}" selects nothing`);
    return elements.map((element) => ({ name: element.id || document.title || selector, text: textOf(element) }));
  }

  #config() {
    const one = (name, values, otherwise) => {
      const given = this.getAttribute(name)?.toLowerCase().slice(0, name === 'lang' ? 2 : undefined);
      if (given === undefined || values.includes(given)) return given ?? otherwise;
      this.#warn(`${name}="${given}" is none of ${values.join(', ')}`);
      return otherwise;
    };
    const around = this.parentElement?.closest('[lang]')?.lang.slice(0, 2);
    const lang = one('lang', LANGS, LANGS.includes(around) ? around : 'vi');
    return { lang, theme: one('theme', THEMES, 'auto'), mode: 'widget', storage: this.hasAttribute('persist') };
  }

  /** Keeps the place free, so that nothing moves when the widget comes. */
  #reserve() {
    const given = this.getAttribute('height') ?? '24rem';
    const height = /^\d+$/.test(given) ? `${given}px` : given;
    const fits = CSS.supports('min-height', height);
    if (!fits) this.#warn(`height="${given}" is not a length`);
    this.#sheet.replaceSync(`:host{display:block;min-height:${fits ? height : '24rem'}}:host([hidden]){display:none}`);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #warn(message) {
    if (!this.#warned.has(message)) console.warn(`<${NAME}> ${message}`);
    this.#warned.add(message);
  }
}

const SKIP = 'script, style, noscript, template, nav, button, select, textarea, [hidden], lang-kinh';

/** The text of an element as lines, one per block; without the widget, scripts and controls. */
function textOf(element) {
  let text = '';
  const line = () => (text += '\n');
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.data.replace(/\s+/g, ' ');
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(SKIP)) return;
    if (node.localName === 'br') return line();
    const { display } = getComputedStyle(node);
    if (display === 'none') return;
    const isBlock = !display.startsWith('inline') && display !== 'contents';
    if (isBlock) line();
    node.childNodes.forEach(walk);
    if (isBlock) line();
  };
  walk(element);
  return text.replace(/ *\n[ \n]*/g, '\n').trim();
}

if (globalThis.customElements && !customElements.get(NAME)) customElements.define(NAME, LangKinhElement);
