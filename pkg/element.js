/**
 * `<lang-kinh>`: the widget on any page. This file is small and loads nothing until the element is near the viewport;
 * `embed.js` does the rest. What stands inside the element is shown until then, and stays where the widget cannot run.
 */
const NAME = 'lang-kinh';
/** So far below or above the visible part the widget begins to load. */
const NEAR = '300px';
const HEIGHT = '24rem';

const NOTE = {
  vi: 'Lăng Kính không chạy được ở đây; nội dung có sẵn của trang được giữ nguyên.',
  en: 'Lăng Kính cannot run here; what the page shows by itself is left in place.',
};
const NOTE_OF_MISFIT = {
  vi: 'Lăng Kính đã dừng: một tệp của nó tải về không khớp với bản đã công bố, có thể đã hỏng hoặc bị sửa. Hãy tải lại trang; nếu vẫn vậy, xin báo cho chủ trang. Nội dung có sẵn của trang được giữ nguyên.',
  en: 'Lăng Kính has stopped: one of its files did not come as it was published; it may be damaged or changed. Reload the page; if that does not help, tell its owner. What the page shows by itself is left in place.',
};

/** Whether the page names the hash of this file: then everything behind it has to fit its own. */
const sealed = [...(globalThis.document?.scripts ?? [])].some(({ src, integrity }) => integrity && src === import.meta.url);

const base = globalThis.HTMLElement ?? class {};

/** What `embed.js` imports is asked for with it, not after it; a bundler has its own ways. */
function askEarly() {
  if (!import.meta.url.endsWith('/element.js')) return;
  for (const name of ['batches', 'early', 'engine', 'files', 'hashes', 'host', 'pool', 'readers', 'rest', 'scheme', 'settings', 'shared', 'sources', 'store']) {
    import(/* @vite-ignore */ new URL(`${name}.js`, import.meta.url).href).catch(() => {});
  }
}

export class LangKinhElement extends base {
  static observedAttributes = [
    'src', 'text-from', 'view', 'years', 'terms', 'compare', 'lang', 'theme', 'loading', 'height', 'max-terms',
    'interactive', 'persist', 'instance',
  ];

  #root = this.attachShadow({ mode: 'open' });
  #sheet = new CSSStyleSheet();
  #near;
  /** The `Embed` that runs, as a promise. */
  #embed;
  #given = {};
  #warned = new Set();

  constructor() {
    super();
    this.#root.append(document.createElement('slot'));
    this.#root.adoptedStyleSheets = [this.#sheet];
    this.#reserve();
    // Set before this file was there: take the value over from the object that was not yet of this class.
    for (const name of ['articles', 'bundle', 'corrections', 'dictionary']) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  /** The engine, once `lk-ready` was told; `null` before and after. */
  get engine() {
    return this.#given.engine ?? null;
  }

  get articles() { return this.#given.articles ?? []; }
  set articles(files) { this.#give('articles', files); }
  get bundle() { return this.#given.bundle ?? null; }
  set bundle(bundle) { this.#give('bundle', bundle); }
  get corrections() { return this.#given.corrections ?? null; }
  set corrections(list) { this.#give('corrections', list); }
  get dictionary() { return this.#given.dictionary ?? null; }
  set dictionary(list) { this.#give('dictionary', list); }

  async analyze(files, options) { return (await this.#start()).analyze(files, options); }
  async export(format, options) { return (await this.#start()).export(format, options); }
  async toBundle(options) { return (await this.#start()).toBundle(options); }
  async clear() { return (await this.#start()).clear(); }

  connectedCallback() {
    if (this.#embed) return;
    if (this.getAttribute('loading') === 'eager') return this.#begin();
    this.#near ??= new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#begin(),
      { rootMargin: NEAR },
    );
    this.#near.observe(this);
  }

  /** A move within one task does not end the widget. */
  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#stop());
  }

  /** `moveBefore` keeps everything. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'height') this.#reserve();
    if (name === 'loading') {
      if (now && !/^(lazy|eager)$/.test(now)) this.#warn(`loading="${now}" is none of lazy, eager`);
      return now === 'eager' && this.isConnected && this.#begin();
    }
    this.#changed(name);
  }

  #give(name, value) {
    this.#given[name] = value;
    this.#changed(name);
  }

  #changed(name) {
    this.#embed?.then((embed) => embed.changed(name), () => {});
  }

  /** As `#start`, where nobody waits; what goes wrong is told as `lk-error`. */
  #begin() {
    this.#start().catch(() => {});
  }

  #start() {
    this.#near?.disconnect();
    if (!this.#embed) this.#root.querySelector('[part=note]')?.remove();
    askEarly();
    this.#embed ??= import('./embed.js').then(async ({ Embed }) => {
      const embed = new Embed({
        element: this, root: this.#root, sheet: this.#sheet, given: this.#given, sealed,
        tell: (type, detail) => this.#tell(type, detail), warn: (message) => this.#warn(message),
        note: (error) => this.#note(error),
      });
      this.#running = embed;
      await embed.start();
      return embed;
    }).catch((error) => {
      // Set free before the host hears of it, so that a listener may try again.
      const isHere = this.isConnected;
      if (!this.#running) this.#note(error);
      this.#stop();
      if (isHere) this.#tell('lk-error', { message: String(error?.message ?? error), code: error?.code ?? 'start' });
      throw error;
    });
    return this.#embed;
  }

  #running;

  #stop() {
    this.#near?.disconnect();
    this.#running?.stop();
    this.#running = this.#embed = undefined;
  }

  /** A box of that height, so that nothing moves when the widget comes; what is longer scrolls in it. `auto` grows. */
  #reserve() {
    const given = this.getAttribute('height')?.trim() || HEIGHT;
    const height = /^\d+$/.test(given) ? `${given}px` : given;
    const fits = height !== 'auto' && CSS.supports('height', height);
    if (!fits && height !== 'auto') this.#warn(`height="${given}" is not a length`);
    const box = height === 'auto' ? `min-height:${HEIGHT}` : `height:${fits ? height : HEIGHT};overflow:auto`;
    this.#sheet.replaceSync(`:host{display:block;${box}}:host([hidden]){display:none}`);
  }

  /** Beside the fallback, which stays: why the widget does not run. */
  #note({ code }) {
    const note = document.createElement('small');
    note.setAttribute('part', 'note');
    note.setAttribute('role', 'note');
    const lang = /^en/i.test(this.closest('[lang]')?.lang) ? 'en' : 'vi';
    note.textContent = (code === 'integrity' ? NOTE_OF_MISFIT : NOTE)[lang];
    this.#root.append(note);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #warn(message) {
    if (!this.#warned.has(message)) console.warn(`<${NAME}> ${message}`);
    this.#warned.add(message);
  }
}

if (globalThis.customElements && !customElements.get(NAME)) customElements.define(NAME, LangKinhElement);
