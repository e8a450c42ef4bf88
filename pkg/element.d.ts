import type {
  AnalyzeOptions, Chart, Clock, Correction, Document, Engine, FileInput, Rejection, RequestOptions,
} from './engine.js';

type ChartKind = Chart['kind'];

/** Attributes of `<lang-kinh>`; each may be set, changed and taken away at any time. A wrong value warns once. */
export interface LangKinhAttributes {
  /** Addresses of files of any format that is read, or of bundles, with white space between them. */
  src?: string;
  /** Selector of elements of the page whose text is read in place. */
  'text-from'?: string;
  /** Where the widget begins, or which picture a still element shows. */
  view?: LangKinhView;
  /** Years on show: `2022 2024`, `2022-2024`. */
  years?: string;
  /** Terms on show, with commas between them; the first one is chosen. */
  terms?: string;
  /** Two years set against each other: `2022 2024`. */
  compare?: string;
  lang?: 'vi' | 'en' | (string & {});
  theme?: 'auto' | 'light' | 'dark';
  /** `eager`: begin at once, not near the viewport. */
  loading?: 'lazy' | 'eager';
  /** Height of the box, kept free from the start: a number of pixels or a length; what is longer scrolls in it. `auto` grows. */
  height?: string | number;
  /** Rows or words of a picture at most, 1 to 1000. */
  'max-terms'?: string | number;
  /** `false`: a still picture with its table, without the widget. */
  interactive?: 'true' | 'false';
  /** Keep the articles in the reader's browser; a value keeps them apart from those of other elements. */
  persist?: string | boolean;
  /** Elements of the same name have their articles in common. */
  instance?: string;
}

/** Screens of the widget and pictures. */
export type LangKinhView =
  | 'overview' | 'years' | 'changes' | 'figures' | 'terms' | 'explore' | 'articles' | 'facts' | 'numbers' | 'add' | ChartKind;

/** What a reader chose. */
export type LangKinhSelection =
  | { type: 'term'; term: string }
  | { type: 'year'; year: number }
  | { type: 'article'; key: string; start?: number; end?: number }
  | { type: 'place'; evidence: { article: string; start: number; end: number } };

/** A file made by the engine. */
export interface LangKinhFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/** `<lang-kinh>`: the widget as an element. Importing this module defines it. */
export class LangKinhElement extends HTMLElement {
  /** The engine, once `lk-ready` was told. */
  readonly engine: Engine | null;
  /** Texts and files to read, beside those of `src` and `text-from`. */
  articles: FileInput[];
  /** A bundle to open, as bytes, text or data. */
  bundle: Uint8Array | ArrayBuffer | string | object | null;
  /** What readers said of facts, for the articles it fits. */
  corrections: Correction[] | string | Uint8Array | null;
  /** A word list (`docs/dictionary.md`). */
  dictionary: string | Uint8Array | null;
  /**
   * Reads files in addition to those of the element, or all that it names anew, and gives the document over all its
   * articles. Starts the engine if the element is not near the viewport yet.
   */
  analyze(files?: FileInput | FileInput[], options?: AnalyzeOptions): Promise<Document>;
  /** A file with results; pictures as `svg:cloud`, `csv:terms`, `markdown:years` … */
  export(format?: LangKinhFormat, options?: RequestOptions): Promise<LangKinhFile>;
  /** One file that reopens the work (`docs/bundle.md`). */
  toBundle(options?: RequestOptions & { texts?: boolean; view?: boolean; clock?: Clock; settings?: Record<string, string> }): Promise<Uint8Array>;
  /** Takes out every article and empties the store in the browser, if there is one. */
  clear(): Promise<void>;
}

export type LangKinhFormat =
  | 'json' | 'csv' | 'terms.csv' | 'facts.csv' | 'facts.tsv' | 'corrections' | 'dictionary'
  | `${'svg' | 'csv' | 'tsv' | 'json' | 'markdown' | 'html'}:${ChartKind}`;

/** Events of the element; all bubble and leave shadow roots. */
export interface LangKinhEvents {
  'lk-ready': CustomEvent<{ mode: 'worker' | 'main'; version: string }>;
  'lk-progress': CustomEvent<{ done: number; total: number; name: string; inKilobytes: boolean }>;
  'lk-result': CustomEvent<{ keys: string[]; rejected: Rejection[] }>;
  'lk-select': CustomEvent<LangKinhSelection>;
  /** `start`: it cannot run here. `integrity`: a file came that is not of this build. `src`: an address was not read. */
  'lk-error': CustomEvent<{ code: string; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'lang-kinh': LangKinhElement;
  }
  interface HTMLElementEventMap extends LangKinhEvents {}
}
