/**
 * What an element does once it is near the viewport: starts or joins the engine of the page, reads what the host gives,
 * draws the widget or a still picture. Imported by `element.js`.
 */
import { EngineError, createEngine } from './engine.js';
import { fetched as fetchedOwn } from './files.js';
import { isKept } from './rest.js';
import { schemeSheet, watchScheme } from './scheme.js';
import { settings } from './settings.js';
import { fetched, inPlace, isBundle } from './sources.js';

/** The drawing, `{ mount, rest }`, is imported and compiled once for all elements of the page. */
let widget;
const loadWidget = () =>
  (widget ??= import('./wasm/langkinh_widget.js').then(async ({ default: init, fetchRest, mount }) => {
    const url = new URL('./wasm/langkinh_widget_bg.wasm', import.meta.url);
    await init({ module_or_path: fetchedOwn(url, 'wasm/langkinh_widget_bg.wasm') });
    const rest = fetchRest(new URL('./wasm/langkinh_widget_rest.wasm', import.meta.url), undefined, 'wasm/langkinh_widget_rest.wasm');
    // Asked for once more when it is wanted.
    const settled = rest.catch(() => {});
    if (isKept()) await settled;
    return { mount, rest };
  }));

/** Whether a file of ours came that is not of this build. */
const isMisfit = (error) => error?.code === 'integrity';

/** Engines that several elements share by their attribute `instance`. */
const instances = new Map();

const SOURCES = ['src', 'text-from', 'articles', 'bundle', 'corrections', 'dictionary'];
const FORMATS = {
  json: 'json', csv: 'termsCsv', 'terms.csv': 'termsCsv', 'facts.csv': 'factsCsv', 'facts.tsv': 'factsTsv',
  corrections: 'corrections', dictionary: 'dictionary',
};

export class Embed {
  #host;
  #life = new AbortController();
  #engine;
  #instance;
  #handle;
  #still;
  #keys = [];
  #waking;
  /** The files of `src`, on their way for the first reading. */
  #coming;
  /** Of the still picture: its width, and what tells that the element has another one. */
  #drawnWidth;
  #sizes;
  /** The year that a count belongs to, as the bundle that was opened last says. */
  #clock;
  /** Stops watching colours and type of the host. */
  #unwatch;
  /** The type of the text around, for the widget. */
  #type;
  /** What a bundle holds that is shown without the engine. */
  #ready;
  /** What is read is read one after the other. */
  #reading = Promise.resolve();
  #onChange = () => this.#draw();

  /** `host`: `{ element, root, sheet, given, sealed, tell, warn, note }` of an element. */
  constructor(host) {
    this.#host = host;
  }

  async start() {
    if (!(await this.#drawReady())) await this.#wake();
  }

  /** Starts the engine, reads and draws; once. */
  #wake() {
    return (this.#waking ??= this.#wakeNow());
  }

  async #wakeNow() {
    const { given, tell } = this.#host;
    this.#ready = null;
    // Asked for while the engine starts.
    this.#coming = this.#fetch();
    try {
      const { interactive } = this.#settings();
      const [engine, module] = await Promise.all([this.#open(), interactive ? loadWidget() : import('./still.js')]);
      if (this.#life.signal.aborted) return this.#leave();
      given.engine = engine;
      tell('lk-ready', { mode: engine.mode, version: engine.version });
      await engine.restored;
      await this.#read();
      if (this.#life.signal.aborted) return;
      if (interactive) {
        this.#still?.remove();
        this.#still = undefined;
        this.#mount(module);
      } else await this.#draw();
      engine.addEventListener('corpuschange', this.#onChange);
    } catch (error) {
      // Taken away, or told already.
      if (this.#life.signal.aborted) return;
      this.#host.note(error);
      throw error;
    }
  }

  stop() {
    this.#life.abort();
    this.#unwatch?.();
    this.#sizes?.disconnect();
    this.#handle?.unmount();
    this.#still?.remove();
    this.#engine?.removeEventListener('corpuschange', this.#onChange);
    this.#leave();
    this.#handle = this.#still = undefined;
    this.#keys = [];
    delete this.#host.given.engine;
    const { root } = this.#host;
    if (!root.querySelector('slot')) root.append(document.createElement('slot'));
  }

  /** An attribute or property has another value. */
  changed(name) {
    if (this.#life.signal.aborted) return;
    const again = (work) => work().catch((error) => this.#failed(error));
    if (!this.#waking) again(() => this.#showReady());
    else if (SOURCES.includes(name)) again(() => this.#read());
    else if (name === 'interactive') again(() => this.#redo());
    else if (name === 'persist' || name === 'instance') again(() => this.#move());
    else if (this.#handle) this.#handle.update(this.#config());
    else again(() => this.#draw());
  }

  /** Reads files in addition to those of the element; without files, all that it names anew. The document `langkinh/1`. */
  async analyze(files, options = {}) {
    await this.#wake();
    if (files === undefined) await this.#read(options.signal);
    else await this.#add(Array.isArray(files) ? files : [files], { keepDuplicates: true, ...options });
    const engine = this.#awake();
    return JSON.parse(new TextDecoder().decode(await engine.exportJson({ signal: options.signal })));
  }

  /** A file: `{ name, mime, bytes }`. */
  async export(format = 'json', options) {
    await this.#wake();
    const engine = this.#awake();
    const [kind, picture] = String(format).split(':');
    if (picture) {
      return engine.request({ type: 'exportChart', format: kind, query: { ...this.#query(), kind: picture } }, options);
    }
    return engine.request({ type: 'export', format: FORMATS[format] ?? format }, options);
  }

  async toBundle(options) {
    await this.#wake();
    return this.#awake().bundle({ settings: { view: this.#settings().view }, clock: this.#clock, ...options });
  }

  async clear() {
    await this.#wake();
    await this.#awake().clear();
    this.#keys = [];
    this.#host.tell('lk-result', { keys: [], rejected: [] });
  }

  #awake() {
    if (!this.#engine) throw new EngineError('closed', 'the element was taken away');
    return this.#engine;
  }

  /** An engine of its own articles in the worker of the page, or that of its `instance`. */
  async #open() {
    const { element, sealed } = this.#host;
    const persist = element.hasAttribute('persist') ? element.getAttribute('persist') || true : null;
    const options = { persist, share: true, sealed };
    const name = element.getAttribute('instance');
    if (name === null) {
      const engine = await createEngine(options);
      if (this.#life.signal.aborted) engine.close();
      return this.#opened(engine);
    }
    const instance = instances.get(name) ?? { users: 0, engine: createEngine(options) };
    instances.set(name, instance);
    instance.users += 1;
    this.#instance = name;
    try {
      return this.#opened(await instance.engine);
    } catch (error) {
      if (instances.get(name) === instance) instances.delete(name);
      this.#instance = undefined;
      throw error;
    }
  }

  #opened(engine) {
    const heard = ({ detail }) => engine === this.#engine && this.#refuse({ ...detail, message: detail.reason });
    engine.addEventListener('crash', heard, { signal: this.#life.signal });
    return (this.#engine = engine);
  }

  /** A file that came late is not of this build: what the page shows by itself is put back. Other failures are not told here. */
  #refuse(error) {
    if (this.#life.signal.aborted || !isMisfit(error)) return;
    this.stop();
    this.#host.note(error);
    this.#host.tell('lk-error', { code: error.code, message: error.message });
  }

  /** Closes the engine, unless other elements use it. */
  #leave() {
    const instance = instances.get(this.#instance);
    if (!instance) this.#engine?.close();
    else if ((instance.users -= 1) === 0) {
      instances.delete(this.#instance);
      instance.engine.then((engine) => engine.close(), () => {});
    } else if (this.#keys.length) {
      this.#engine?.request({ type: 'remove', keys: this.#keys }).catch(() => {});
    }
    this.#engine = this.#instance = undefined;
  }

  /** Reads what the element names, in place of what it named before. */
  #read(signal) {
    const reading = this.#reading.catch(() => {}).then(() => this.#readNow(signal));
    this.#reading = reading;
    return reading;
  }

  #fetch() {
    const { element, tell, warn } = this.#host;
    return fetched(element, this.#life.signal, (message) => {
      warn(message);
      tell('lk-error', { message, code: 'src' });
    });
  }

  async #readNow(asked) {
    const signal = asked ? AbortSignal.any([this.#life.signal, asked]) : this.#life.signal;
    asked?.throwIfAborted();
    const { element, given, warn } = this.#host;
    const engine = this.#awake();
    const files = await (this.#coming ?? this.#fetch());
    this.#coming = undefined;
    asked?.throwIfAborted();
    if (signal.aborted) return;
    const bundles = files.filter(isBundle);
    const texts = [...files.filter((file) => !isBundle(file)), ...inPlace(element, warn), ...list(given.articles)];
    if (this.#keys.length) await engine.request({ type: 'remove', keys: this.#keys });
    this.#keys = [];
    this.#clock = undefined;
    if (given.dictionary) await engine.readDictionary(given.dictionary, { replace: true });
    for (const { bytes } of bundles) await this.#openBundle(bytes);
    if (given.bundle) await this.#openBundle(given.bundle);
    if (texts.length) await this.#add(texts, { signal });
    if (given.corrections) await engine.applyCorrections(given.corrections);
    if (this.#clock) this.#handle?.update(this.#config());
  }

  async #openBundle(bundle) {
    const isPlain = typeof bundle === 'object' && !ArrayBuffer.isView(bundle) && !(bundle instanceof ArrayBuffer);
    const bytes = bundle instanceof ArrayBuffer ? new Uint8Array(bundle) : bundle;
    try {
      const { keys, rejected, clock } = await this.#awake().openBundle(isPlain ? JSON.stringify(bundle) : bytes);
      this.#clock = clock;
      this.#keys.push(...keys);
      this.#host.tell('lk-result', { keys, rejected });
    } catch (error) {
      this.#failed(error);
    }
  }

  async #add(files, options) {
    const { signal } = this.#life;
    const onProgress = (progress) => {
      options.onProgress?.(progress);
      const { done, total, name, inKilobytes = false } = progress;
      this.#host.tell('lk-progress', { done, total, name, inKilobytes });
    };
    const { keys, rejected } = await this.#awake().add(files, { signal, ...options, onProgress });
    this.#keys.push(...keys);
    this.#host.tell('lk-result', { keys, rejected });
  }

  #settings() {
    return settings(this.#host.element, this.#host.warn);
  }

  #config() {
    const { lang, theme, storage, ...rest } = this.#settings();
    const { years, compare, limit } = rest;
    return { lang, theme, storage, mode: 'widget', view: address(rest), scope: { years, compare, limit, clock: this.#clock } };
  }

  #mount(module) {
    const { root, sheet } = this.#host;
    const onselect = (detail) => this.#host.tell('lk-select', detail);
    this.#handle = module.mount(root, this.#engine, { ...this.#config(), onselect });
    module.rest.catch((error) => this.#refuse(error));
    root.querySelector('slot')?.remove();
    // The widget lays its own sheets over the root.
    this.#type = typeOf(this.#host.element);
    root.adoptedStyleSheets.push(sheet, this.#type, schemeSheet());
    this.#watch();
  }

  /** The picture that the settings name, drawn anew. */
  async #draw() {
    if (this.#handle || !this.#engine) return;
    const width = this.#width();
    const query = { ...this.#query(), width };
    const { charts } = await this.#engine.request({ type: 'charts', queries: [query] });
    await this.#put(charts[0], query);
    this.#drawnWidth = width;
    this.#sizes ??= new ResizeObserver(() => this.#still && this.#width() !== this.#drawnWidth && this.changed('width'));
    this.#sizes.observe(this.#host.element);
  }

  /** As wide as the element, in steps: letters of a picture are as large as those around it. */
  #width() {
    const { offsetWidth } = this.#host.element;
    return offsetWidth ? Math.min(1200, Math.max(280, Math.floor(offsetWidth / 40) * 40)) : 0;
  }

  async #put(chart, query) {
    const { picture } = await import('./still.js');
    const drawn = await picture(chart, query, (detail) => this.#host.tell('lk-select', detail));
    if (this.#life.signal.aborted || this.#handle) return;
    const { root, sheet } = this.#host;
    root.adoptedStyleSheets = [...drawn.sheets, sheet, schemeSheet()];
    this.#watch();
    if (this.#still) this.#still.replaceWith(drawn.element);
    else root.append(drawn.element);
    this.#still = drawn.element;
    root.querySelector('slot')?.remove();
  }

  /** Follows the host when it changes its colours or its type. */
  #watch() {
    this.#unwatch ??= watchScheme(this.#host.root, () => {
      if (this.#handle) dressType(this.#type, this.#host.element);
      this.changed('theme');
    });
  }

  /** Draws a single bundle that holds its overview without the engine, if no more is asked for. */
  async #drawReady() {
    const { element, given } = this.#host;
    const { interactive } = this.#settings();
    const sources = (element.getAttribute('src') ?? '').split(/\s+/).filter(Boolean);
    const hasMore = element.hasAttribute('text-from') || element.hasAttribute('persist') || element.hasAttribute('instance')
      || SOURCES.some((name) => list(given[name]).length);
    if (interactive || hasMore || sources.length !== 1) return false;
    const files = await fetched(element, this.#life.signal, () => {});
    if (this.#life.signal.aborted) return true;
    if (files.length !== 1 || !isBundle(files[0])) return false;
    const { readyOf } = await import('./ready.js');
    this.#ready = readyOf(files[0].bytes);
    this.#readyFrom = sources[0];
    return this.#drawFromReady();
  }

  #readyFrom;

  async #drawFromReady() {
    const { chartOf } = await import('./ready.js');
    const query = this.#query();
    const chart = this.#ready && chartOf(this.#ready, query);
    if (!chart) return false;
    // A picture in a file may be anything; the engine draws what this cannot.
    return this.#put(chart, query).then(() => true, () => false);
  }

  /** A setting changed while no engine runs: draws again, or starts it. */
  async #showReady() {
    const { element, given } = this.#host;
    const isSame = !this.#settings().interactive && element.getAttribute('src')?.trim() === this.#readyFrom
      && !['text-from', 'persist', 'instance'].some((name) => element.hasAttribute(name)) && !SOURCES.some((name) => list(given[name]).length);
    if (!isSame || !(await this.#drawFromReady())) await this.#wake();
  }

  #query() {
    const { view, lang, theme, terms, years, compare, limit } = this.#settings();
    return { kind: view || 'terms', language: lang, theme, term: terms[0] ?? '', years: compare.length ? compare : years, limit, ...(this.#clock && { clock: this.#clock }) };
  }

  /** From a still picture to the widget, or back. */
  async #redo() {
    const { interactive } = this.#settings();
    if (interactive === !!this.#handle) return;
    this.#handle?.unmount();
    this.#still?.remove();
    this.#handle = this.#still = undefined;
    if (!interactive) return this.#draw();
    const module = await loadWidget();
    if (!this.#life.signal.aborted) this.#mount(module);
  }

  /** To another store or to the engine of other elements. */
  async #move() {
    const { interactive } = this.#settings();
    this.#handle?.unmount();
    this.#handle = undefined;
    this.#engine?.removeEventListener('corpuschange', this.#onChange);
    this.#leave();
    this.#keys = [];
    this.#host.given.engine = await this.#open();
    if (this.#life.signal.aborted) return this.#leave();
    await this.#engine.restored;
    await this.#read();
    if (interactive) this.#mount(await loadWidget());
    else await this.#draw();
    this.#engine.addEventListener('corpuschange', this.#onChange);
  }

  #failed(error) {
    if (this.#life.signal.aborted || error?.name === 'AbortError') return;
    if (isMisfit(error)) return this.#refuse(error);
    this.#host.tell('lk-error', { code: error?.code ?? 'failed', message: String(error?.message ?? error) });
  }
}

/** A sheet that hands on the type of the text around: `inherit` could not stand inside a `font`. */
function typeOf(element) {
  const type = new CSSStyleSheet();
  type.replaceSync(':host{}');
  dressType(type, element);
  return type;
}

const dressType = (sheet, element) => sheet.cssRules[0].style.setProperty('--lk-inherited', getComputedStyle(element).fontFamily);

const list = (given) => (given === undefined || given === null ? [] : Array.isArray(given) ? given : [given]);

/** Where in the widget a picture stands that has no screen of its name. */
const STANDS_IN = { overview: '', cloud: 'terms', concordance: 'terms', company: 'terms', clouds: 'explore', ranks: 'explore', keyness: 'explore', spread: 'explore' };

/** Where the widget begins, as an address inside it. */
function address({ view, terms }) {
  return `#/${terms.length ? `term/${encodeURIComponent(terms[0])}` : (STANDS_IN[view] ?? view)}`;
}
