import type { Document } from './langkinh-1.js';
import type {
  ArticleView, Chart, ChartQuery, Clock, Concordance, Correction, DictionaryView, FactKind, FactQuery, FactTable,
  FigureQuery, FigureTable, Mark, Outline, Overview, WordView,
} from './views.js';

export type { Document } from './langkinh-1.js';
export type * from './views.js';

/** How an engine is started. */
export interface EngineOptions {
  /** Keep the articles in this browser for the next visit (IndexedDB); a name keeps them apart from those of others. */
  persist?: boolean | string | null;
  /** `main`: in the thread that asks, in short slices. Otherwise in a worker where one can run. */
  mode?: 'main';
  /**
   * Engines that read many files side by side, each in a worker: at most so many, `auto`: as many as there are cores; 4
   * at most. The one that holds the articles is one of them, unless it takes a table or archive apart. One by default.
   * The results are the same.
   */
  workers?: number | 'auto';
  /** One worker for all engines of the page that say so; each has its own articles. */
  share?: boolean;
  /** The files themselves, where nothing can be fetched: `wasm`, `rest`, `words.pack`, `tables.pack`; `readers` is the readers of formats. */
  assets?: Partial<Record<'wasm' | 'rest' | 'readers' | 'words.pack' | 'tables.pack', Uint8Array>>;
  /** Where `worker.js` lies, if not beside `engine.js`. */
  workerUrl?: string | URL;
  /** Where `langkinh_engine_bg.wasm` lies, if not in `wasm/`. */
  wasmUrl?: string | URL;
  /** Where `langkinh_engine_rest.wasm` of the same build lies, if not in `wasm/`. */
  restUrl?: string | URL;
  /** The folder of `words.pack` and `tables.pack` (with a `/` at its end), if not `data/`. */
  dataUrl?: string | URL;
  /**
   * The scripts of the worker, too, have to fit the hashes of the build (`docs/hosting.md`): it is started from one script that
   * was checked, which needs `worker-src blob:`, or the engine runs in the page. Files behind them are always checked. Says
   * nothing where a bundler has put the package together.
   */
  sealed?: boolean;
}

/**
 * Starts an engine. Rejects with an `EngineError` of code `start` where none can run, of code `integrity` where a file came that
 * is not of this build.
 */
export function createEngine(options?: EngineOptions): Promise<Engine>;

/** Encodings that a file may have; `utf-8-misread` is UTF-8 that was read as windows-1252 and saved so. */
export type Encoding =
  | 'utf-8' | 'tcvn3' | 'vni' | 'viscii' | 'windows-1258' | 'windows-1252' | 'utf-8-misread' | 'utf-16le' | 'utf-16be';

/**
 * A text, a file, or one of them with a name. `split`: several articles may stand in it; `encoding`: of its bytes, told
 * from them if absent.
 */
export type FileInput =
  | string
  | Blob
  | { name?: string; text: string; split?: boolean }
  | { name?: string; bytes: Uint8Array | ArrayBuffer; split?: boolean; encoding?: Encoding }
  | { name?: string; blob: Blob; split?: boolean; encoding?: Encoding };

export interface RequestOptions {
  /** Gives up the request. What was read until then stays; `add` then resolves to it. */
  signal?: AbortSignal;
  /** Told while a longer request is done. */
  onProgress?: (progress: Progress) => void;
}

export interface AddOptions extends RequestOptions {
  /** Read a file again whose bytes are there already, rather than refuse it as `duplicate`. */
  keepDuplicates?: boolean;
}

export interface AnalyzeOptions extends AddOptions {
  /** Told of each file that was not read; without it `analyze` rejects at the first. */
  onRejected?: (rejection: Rejection) => void;
  /** What readers said of facts, each for the article of its text: the exported list, as data or as JSON. */
  corrections?: Correction[] | string | Uint8Array;
}

/** One engine with its articles. Requests are done one after the other. */
export interface Engine extends EventTarget {
  /** The thread that does the work. */
  readonly mode: 'worker' | 'main';
  /** Version of the program. */
  readonly version: string;
  /** Resolves once what was stored on an earlier visit is back. */
  readonly restored: Promise<Replies['restore']>;
  /** Asks; rejects with an `EngineError` where the request could not be done. */
  request<R extends Request>(request: R, options?: RequestOptions): Promise<Replies[R['type']]>;
  /** Reads files into the collection. */
  add(files: FileInput | FileInput[], options?: AddOptions): Promise<Replies['add']>;
  /** Reads files into the collection and gives the document over all articles in it. */
  analyze(files: FileInput | FileInput[], options?: AnalyzeOptions): Promise<Document>;
  /** Says that a fact is wrong, has another value or was missed. `undo` (a request) undoes it. */
  correct(key: string, correction: Correction, options?: RequestOptions): Promise<Changed>;
  /** Takes a list of corrections, each for the article of its text. */
  applyCorrections(list: Correction[] | string | Uint8Array, options?: RequestOptions): Promise<Corrected>;
  /** Everything that readers said of the facts of the articles. */
  corrections(options?: RequestOptions): Promise<Correction[]>;
  /** The document as the bytes that the command `langkinh analyze --format json` prints. */
  exportJson(options?: RequestOptions): Promise<Uint8Array>;
  /**
   * Says something about a phrase, whatever its case and the place of its tone marks; `null` takes back what was said.
   * Articles that hold the phrase are read anew.
   */
  mark(phrase: string, mark: Mark | null, options?: RequestOptions): Promise<DictionaryChanged>;
  /** Takes in a word list (`docs/dictionary.md`); with `replace` what was said before is forgotten. */
  readDictionary(list: string | Uint8Array, options?: RequestOptions & { replace?: boolean }): Promise<DictionaryChanged>;
  /** What was said about words, as a word list. */
  exportDictionary(options?: RequestOptions): Promise<string>;
  /**
   * One file that reopens the work (`docs/bundle.md`). `texts`: the texts are inside (the default), else their digests;
   * `view`: the overview is, too, so that it can be shown without the engine; `settings` come back from `openBundle`.
   */
  bundle(options?: RequestOptions & { texts?: boolean; view?: boolean; clock?: Clock; settings?: Record<string, string> }): Promise<Uint8Array>;
  /** Opens such a file; with `replace` what is there is taken out first. */
  openBundle(bundle: Uint8Array | string, options?: RequestOptions & { replace?: boolean }): Promise<Opened>;
  /** Holds the articles against the bundle that was opened last. */
  verify(options?: RequestOptions): Promise<Verdict>;
  /** Takes out every article, forgets the dictionary, and empties the store in the browser. */
  clear(): Promise<void>;
  /** Ends the engine and frees its memory; what is stored stays. */
  close(): void;

  addEventListener<K extends keyof EngineEvents>(
    name: K,
    listener: (event: Event & { detail: EngineEvents[K] }) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(name: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
}

/** Events and their `detail`. */
export interface EngineEvents {
  /** Articles came, changed or went by another way than `request`. */
  corpuschange: { keys: string[] };
  /** What was stored on an earlier visit, or was there before a crash, is back. */
  restored: Replies['restore'];
  /** The browser keeps nothing (`open`) or did not keep the last change (`write`, often for want of room). */
  storageerror: { operation: 'open' | 'write' | 'lost'; reason: string; message: string };
  /** The worker asked something of the network after it was ready (it has no reason to). */
  network: { addresses: string[] };
  /** The engine stopped; `goesOn`: it starts anew with what it held. `code`: because a file came that is not of this build. */
  crash: { reason: string; goesOn: boolean; code?: 'integrity' };
}

/** Why a request was not done. */
export class EngineError extends Error {
  readonly code: 'start' | 'integrity' | 'crashed' | 'closed' | 'badRequest' | Failure['code'];
  readonly failure?: Failure;
}

/** What can be asked. */
export type Request =
  | { type: 'add'; files: SourceFile[]; keepDuplicates?: boolean }
  | { type: 'replace'; keys: string[]; files: SourceFile[] }
  | { type: 'map'; files: SourceFile[]; dictionary?: string }
  | { type: 'addMapped'; bytes: Uint8Array; keepDuplicates?: boolean }
  | { type: 'restore'; records: StoredRecord[] }
  | { type: 'edit'; key: string; edit: Edit }
  | { type: 'correct'; key: string; correction: Correction }
  | { type: 'takeBack'; key: string; kind: FactKind; start: number; end: number }
  | { type: 'corrections'; bytes: Uint8Array }
  | { type: 'remove'; keys: string[] }
  | { type: 'undo' }
  | { type: 'overview'; clock?: Clock }
  | { type: 'outline'; clock?: Clock }
  | { type: 'facts'; query: Partial<FactQuery> }
  | { type: 'figures'; query: Partial<FigureQuery> }
  | { type: 'article'; key: string }
  | { type: 'concordance'; term: string; topic?: string; clock?: Clock; year?: number | null }
  | { type: 'charts'; queries: Partial<ChartQuery>[] }
  | { type: 'exportChart'; query: Partial<ChartQuery>; format: 'svg' | 'csv' | 'tsv' | 'json' | 'markdown' | 'html' }
  | { type: 'exportReport'; kind: 'markdown' | 'citation'; language: 'vi' | 'en'; clock?: Clock }
  | { type: 'word'; key: string; at: number }
  | { type: 'dictionary' }
  | { type: 'mark'; phrase: string; mark: Mark | null }
  | { type: 'readDictionary'; bytes: Uint8Array; replace?: boolean }
  | { type: 'undoDictionary' }
  | { type: 'bundle'; texts: boolean; view?: boolean; clock?: Clock; settings?: Record<string, string> }
  | { type: 'open'; bytes: Uint8Array; replace?: boolean }
  | { type: 'verify' }
  | { type: 'export'; format: 'json' | 'termsCsv' | 'factsCsv' | 'factsTsv' | 'corrections' | 'dictionary' | 'bundle' | 'bundleHashes'; clock?: Clock }
  | { type: 'exportFigures'; query: Partial<FigureQuery>; format: 'factsCsv' | 'factsTsv' };

/** What is answered, by the type of the request. */
export interface Replies {
  add: Added;
  replace: Added;
  map: { type: 'mapped'; bytes: Uint8Array; rejected: Rejection[] };
  addMapped: Added;
  restore: Added;
  edit: Changed;
  correct: Changed;
  takeBack: Changed;
  corrections: Corrected;
  remove: Changed;
  undo: Changed;
  overview: { type: 'overview'; overview: Overview };
  outline: { type: 'outline'; outline: Outline };
  facts: { type: 'facts'; table: FactTable };
  figures: { type: 'figures'; table: FigureTable };
  article: { type: 'article'; article: ArticleView };
  concordance: { type: 'concordance'; concordance: Concordance };
  charts: { type: 'charts'; charts: Chart[] };
  exportReport: { type: 'exported'; name: string; mime: string; bytes: Uint8Array };
  exportChart: { type: 'exported'; name: string; mime: string; bytes: Uint8Array };
  word: { type: 'word'; word: WordView | null };
  dictionary: { type: 'dictionary'; dictionary: DictionaryView };
  mark: DictionaryChanged;
  readDictionary: DictionaryChanged;
  undoDictionary: DictionaryChanged;
  bundle: { type: 'exported'; name: string; mime: string; bytes: Uint8Array };
  open: Opened;
  verify: { type: 'verified'; verdict: Verdict };
  export: { type: 'exported'; name: string; mime: string; bytes: Uint8Array };
  exportFigures: { type: 'exported'; name: string; mime: string; bytes: Uint8Array };
}

export interface SourceFile {
  name: string;
  /** Either the bytes, or a `Blob` to be read in the worker. */
  bytes?: Uint8Array;
  blob?: Blob;
  split?: boolean;
  /** Lines on which its articles begin, from 0; told from the text without. Only with `split`. */
  starts?: number[];
  encoding?: Encoding;
  /** Told from the bytes without; of an archive, that of the files in it. */
  format?: 'text' | 'markdown' | 'html' | 'mhtml' | 'feed' | 'csv' | 'tsv' | 'json' | 'jsonl' | 'docx' | 'odt' | 'zip' | 'tar' | 'gzip' | (string & {});
  /** What columns of tables hold, by their names; `null`: nothing of the article. */
  columns?: { name: string; field: TableField | null }[];
  /** The path of the only table of an archive that is wanted. */
  only?: string;
}

export type TableField = 'title' | 'text' | 'lead' | 'published' | 'outlet' | 'author' | 'url';

/** What the columns of a table, or the fields of records, were taken for. */
export interface Table {
  /** Path of its file inside the containers. */
  name: string;
  /** Name of the file that was handed in. */
  file: string;
  nRows: number;
  columns: { name: string; field: TableField | null; samples: string[] }[];
  /** Keys of the articles made of it. */
  keys: string[];
}

/** Where a text was split. */
export interface Split {
  name: string;
  /** Its lines, long ones cut. */
  lines: string[];
  /** The line on which each article begins, from 0. */
  starts: number[];
  /** Further lines on which an article may begin; give them with `starts` to part the text there, too. */
  likely: number[];
}

export interface StoredRecord {
  key: string;
  bytes: Uint8Array;
}

/** What a host that keeps records itself does to its store; empty where the engine keeps them (`persist`). */
export type StoreChange = { type: 'put'; key: string; bytes: Uint8Array } | { type: 'delete'; key: string };

/** A field that is absent stays; an empty one takes back what was given. */
export interface Edit {
  title?: string;
  year?: number;
  /** Counts although its text is that of another article. */
  counted?: boolean;
  /** A stretch that was set aside and is body. */
  keep?: string;
  /** A stretch of the body to set aside. */
  setAside?: string;
  published?: string;
  text?: string;
  /** The file is read anew in it; the one that it was read in confirms it. */
  encoding?: Encoding;
}

export interface Progress {
  type: 'progress';
  /** Articles read, of so many; parts done, while the years are compared; pictures drawn. */
  done: number;
  total: number;
  /** The file at hand; empty where none is. */
  name: string;
  /** `done` and `total` are kilobytes of the files: how many articles an archive holds is not known. */
  inKilobytes?: boolean;
  /** `reading`, `pictures`, or the part of the comparison that is at work. */
  part?: string;
}

export interface Added {
  type: 'added';
  keys: string[];
  rejected: Rejection[];
  /** Texts that were split, except where they are too long to be shown. */
  splits: Split[];
  tables: Table[];
  store: StoreChange[];
}

/** A bundle was opened. */
export interface Opened {
  type: 'opened';
  keys: string[];
  rejected: Rejection[];
  /** Names of the articles whose text is not inside; add their files. */
  awaited: string[];
  /** The year that a count of its results belongs to. */
  clock: Clock;
  /** What the host wanted kept. */
  settings: Record<string, string>;
  store: StoreChange[];
}

/** Articles held against the bundle that was opened last (`docs/bundle.md`). */
export interface Verdict {
  /** Every article is there and everything came out byte for byte. */
  isSame: boolean;
  /** The digests of the bundle fit together. */
  isWhole: boolean;
  nArticles: number;
  /** Names of articles that came out otherwise. */
  differing: string[];
  /** Names of articles that are not there, or whose text is another. */
  missing: string[];
  comparison: 'same' | 'differs' | 'unknown';
  /** Versions of the bundle's engine and of this one, if they differ. */
  otherEngine: [string, string] | null;
  otherDictionary: boolean;
  /** Articles of the collection that are not in the bundle. */
  nOthers: number;
}

export interface Changed {
  type: 'changed';
  keys: string[];
  store: StoreChange[];
}

export interface DictionaryChanged {
  type: 'dictionaryChanged';
  /** Articles that were read anew. */
  keys: string[];
  /** Entries that came, went or changed. */
  nChanged: number;
  /** Lines that were not taken; the others were. */
  bad: BadLine[];
  store: StoreChange[];
}

/** A line of a word list that was not taken. */
export interface BadLine {
  /** From 1. */
  line: number;
  /** The beginning of the line. */
  text: string;
  trouble:
    | { code: 'phrase'; error: PhraseError }
    | { code: 'twice'; earlier: number }
    | { code: 'tooLong'; limit: number }
    | { code: 'more'; n: number };
}

export type PhraseError = { code: 'empty' | 'long' | 'sign' | 'single' } | { code: 'full'; limit: number };

/** A list of corrections was read. */
export interface Corrected {
  type: 'corrected';
  /** Articles concerned. */
  keys: string[];
  taken: number;
  /** Of texts that are not in the collection. */
  unmatched: number;
  /** They do not fit their text. */
  refused: number;
  store: StoreChange[];
}

/** A file that was not read. */
export interface Rejection {
  name: string;
  failure: Failure;
}

export type Failure =
  | { code: 'empty' }
  | { code: 'tooLarge'; limit: number }
  | { code: 'binary' }
  | { code: 'unknownEncoding'; at: number }
  | { code: 'duplicate'; key: string }
  | { code: 'noArticle'; key: string }
  | { code: 'noSuchDay'; text: string }
  | { code: 'noPhrase'; text: string; error: PhraseError }
  | { code: 'noSuchPlace' }
  | { code: 'noSuchValue'; field: string; text: string }
  | { code: 'noCorrections'; reason: string }
  | { code: 'noBundle'; reason: string }
  | { code: 'noPart'; reason: string }
  | { code: 'bundleVersion'; found: string }
  | { code: 'altered' }
  | { code: 'nothingToVerify' }
  | { code: 'damagedRecord'; key: string }
  | { code: 'unread'; reason: UnreadReason; partly: boolean }
  | { code: 'cancelled' };

/** Why the reader of a format could not read a file; `code` with what it needs to be said. */
export type UnreadReason = { code: string } & Record<string, unknown>;
