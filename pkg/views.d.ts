/** Views: what a screen shows, as plain data. Offsets count UTF-16 units; codes (`kind`, `basis`, …) have no wording. */

/** The words that something rests on. */
export interface Evidence {
  /** Key of the article. */
  article: string;
  start: number;
  end: number;
  text: string;
}

export interface ArticleRow {
  key: string;
  name: string;
  title: string;
  hasTitle: boolean;
  outlet: string | null;
  year: number | null;
  yearBasis: string;
  /** Code of why it has that year. */
  yearReason: string;
  yearEvidence: Evidence | null;
  published: string | null;
  language: string;
  nSyllables: number;
  nSetAside: number;
  nFacts: number;
  edited: boolean;
  nCorrections: number;
  nStale: number;
  /** Key of the article with nearly the same text that is counted in its place. */
  sameAs: string | null;
  /** The reader counts it although its text is that of another. */
  isCountedAgain: boolean;
  /** How the bytes were read; `null`: plain UTF-8. */
  encoding: EncodingNote | null;
}

export interface EncodingNote {
  encoding:
    | 'utf-8' | 'tcvn3' | 'vni' | 'viscii' | 'windows-1258' | 'windows-1252' | 'utf-8-misread' | 'utf-16le' | 'utf-16be';
  confidence: 'high' | 'medium' | 'low';
  /** Characters that are lost. */
  nLost: number;
  /** Whether the reader agreed, or named the encoding. */
  isConfirmed: boolean;
}

export interface YearCount {
  year: number;
  count: number;
  per10k: number;
  /** 95 % interval of the rate. */
  low: number;
  high: number;
}

/** Another form of a term, counted in: short for long, long for short, another spelling. */
export interface TermForm {
  form: string;
  count: number;
  /** The count of the term without it. */
  left: number;
}

export interface TermRow {
  forms: TermForm[];
  /** Whether the reader wants it. */
  kept: boolean;
  rank: number;
  term: string;
  count: number;
  per10k: number;
  nArticles: number;
  byYear: YearCount[];
}

export interface TermShift {
  term: string;
  before: YearCount;
  after: YearCount;
  g2: number;
  logRatio: number;
  /** 95 % interval of the log ratio. */
  logRatioLow: number;
  logRatioHigh: number;
  /** p-value corrected for all terms tested. */
  q: number;
  /** BIC evidence: `against`, `bare_mention`, `positive`, `strong`, `very_strong`. */
  evidence: string;
  /** Years among the two for which an article states the term. */
  stated: number[];
  nArticles: number;
  strength: string;
}

export interface StatedItem {
  kind: string;
  text: string;
  evidence: Evidence;
  items: Evidence[];
  /** The reader corrected it. */
  corrected: boolean;
  /** Of a theme: what it is the theme of (`Năm Du lịch quốc gia`, `ngành y tế`), where that is not the year as a whole. */
  of?: string;
  /** Of a list: who gives it, if the text says so. */
  saidBy?: string;
  /** Of a list: title of its article, where another list of the year has the same label and speaker. */
  title?: string;
}

export interface YearView {
  year: number;
  nArticles: number;
  nSyllables: number;
  themes: StatedItem[];
  priorities: StatedItem[];
  terms: TermShift[];
}

export interface Changes {
  from: number;
  to: number;
  risen: TermShift[];
  fallen: TermShift[];
  stayed: TermShift[];
  kept: string[];
  dropped: string[];
  added: string[];
}

/** By how much a measure changed: in percent of the earlier value or, for shares, in percentage points. */
export interface FigureChange {
  by: number;
  unit: 'percent' | 'points';
  /** `exact`, `at_least`, `at_most`, `about`, given the bounds of the values. */
  bound: string;
}

export interface FigureMove {
  label: string;
  unit: string;
  comparability: string;
  /** Why comparability is low: `against_stated`, `undated_fall`, `break`; the sentences of the two values. */
  doubt: string;
  doubtful: Evidence[];
  points: { asOf: string; value: number; bound: string; evidence: Evidence; sentence: Evidence; corrected: boolean }[];
  change: FigureChange | null;
}

/** A theme: terms that travel together, and its share of the sentences of each year in percent with a 95 % interval. */
export interface ThemeGroup {
  head: string;
  terms: { term: string; count: number; byYear: number[] }[];
  byYear: { year: number; nSentences: number; of: number; percent: number; low: number; high: number }[];
  nSentences: number;
  nArticles: number;
  colour: number;
}

/** The same list in two years. */
export interface PriorityChange {
  label: string;
  kind: string;
  earlier: ListSide;
  later: ListSide;
  /** `fate`: `kept`, `new` or `gone`. */
  items: { fate: string; text: string; earlier: Evidence | null; later: Evidence | null }[];
  strength: string;
}

export interface ListSide {
  year: number;
  saidBy: string | null;
  declared: number | null;
  listed: number;
  evidence: Evidence;
}

/** A person or a body over the years. */
export interface NamedView {
  name: string;
  count: number;
  nArticles: number;
  byYear: YearCount[];
  roles: { role: string; years: number[] }[];
  /** Where it is named first in each year. */
  evidence: Evidence[];
}

/** A target; `outcome`: `reached`, `missed`, `under_way`, `not_reported` or `no_number`. */
export interface TargetView {
  what: string;
  actor: string | null;
  status: string;
  announced: string;
  by: string | null;
  goal: number | null;
  unit: string | null;
  outcome: string;
  asOf: string | null;
  value: number | null;
  bound: string | null;
  evidence: Evidence;
  later: Evidence | null;
  corrected: boolean;
}

/** By which year things count: that of the article, or the one that the sentence speaks of. */
export type Clock = 'published' | 'discussed';

/** One sentence of what to know first, with the places it rests on. */
export interface FindingSentence {
  kind: string;
  vi: string;
  en: string;
  /** `stated`, `strong`, `some`, `weak` or `too_little_text`. */
  strength: string;
  evidence: Evidence[];
}

export interface Overview {
  finding: { sentences: FindingSentence[] };
  clock: Clock;
  articles: ArticleRow[];
  years: YearView[];
  terms: TermRow[];
  nTerms: number;
  changes: Changes[];
  figures: FigureMove[];
  themeGroups: ThemeGroup[];
  priorityChanges: PriorityChange[];
  cast: { people: NamedView[]; organisations: NamedView[]; offices: { office: string; holders: { name: string; years: number[] }[] }[] };
  targets: TargetView[];
  timeline: { date: string; kind: string; label: string; outcome: string | null; evidence: Evidence }[];
  cleaning: { nSyllables: number; setAside: [kind: string, count: number][] };
}

/** What a page says of the overview in words; its pictures hold the rest. */
export interface Outline {
  finding: { sentences: FindingSentence[] };
  articles: ArticleRow[];
  years: YearOutline[];
  terms: Omit<TermRow, 'byYear' | 'kept'>[];
  nTerms: number;
  nFacts: number;
  nSyllables: number;
  /** Stretches. */
  nSetAside: number;
  changes: ChangesOutline[];
  themes: { head: string; terms: string[] }[];
  hasFigures: boolean;
  hasTargets: boolean;
  hasCast: boolean;
  hasTimeline: boolean;
}

export interface YearOutline {
  year: number;
  nArticles: number;
  nSyllables: number;
  themes: StatedItem[];
  priorities: StatedItem[];
  /** Each with its occurrences in that year. */
  terms: [term: string, count: number][];
}

export interface ChangesOutline {
  from: number;
  to: number;
  risen: ShiftOutline[];
  fallen: ShiftOutline[];
  stayed: ShiftOutline[];
  kept: string[];
  dropped: string[];
  added: string[];
}

export interface ShiftOutline {
  term: string;
  before: [count: number, per10k: number];
  after: [count: number, per10k: number];
  g2: number;
  strength: string;
}

export type FactKind =
  | 'theme' | 'enumeration' | 'target' | 'figure' | 'date' | 'person' | 'organisation' | 'place' | 'system' | 'event'
  | 'quote' | 'attribution' | 'abbreviation';

export interface FactQuery {
  /** Empty: all. */
  kinds: FactKind[];
  year: number | null;
  clock: Clock;
  article: string | null;
  words: string;
  /** Only facts about this theme, named by its first term. */
  topic: string;
  /** Only facts of which the reader said something, those called wrong among them. */
  corrected: boolean;
  from: number;
  limit: number;
}

export interface FactRow {
  id: number;
  kind: FactKind;
  label: string;
  value: string;
  details: { field: string; value: string }[];
  articleTitle: string;
  year: number | null;
  evidence: Evidence;
  sentence: [before: string, fact: string, after: string];
  zone: string;
  count: number;
  rule: string;
  confidence: string;
  /** The attributes that the reader can set, as they stand. */
  fields: { field: string; value: string }[];
  /** What the reader said of it; `was`: what was read before. */
  corrected: { action: 'wrong' | 'change' | 'add'; was: { field: string; value: string }[] } | null;
}

export interface FigureQuery {
  kind: string | null;
  unit: string | null;
  year: number | null;
  clock: Clock;
  article: string | null;
  /** Words in what is measured. */
  indicator: string;
  /** Words in the sentence. */
  words: string;
  /** Only figures about this theme, named by its first term. */
  topic: string;
  order: 'text' | 'indicator' | 'value' | 'unit' | 'kind' | 'period' | 'year';
  descending: boolean;
  from: number;
  limit: number;
}

export interface FigureRow {
  fact: FactRow;
  value: number | null;
  valueMax: number | null;
  unit: string;
  bound: string;
  kind: string;
  indicator: string;
  /** ISO; empty if it is not known. */
  period: string;
}

export interface FigureTable {
  rows: FigureRow[];
  nRows: number;
  byKind: [kind: string, count: number][];
  byUnit: [unit: string, count: number][];
}

/** What a reader says of one fact. The same record stands in requests, in the document and in the exported list. */
export interface Correction {
  /** Name of the file; only in the exported list. */
  source?: string;
  /** SHA-256 of the article's text in composed form. Left out: of the article at hand. */
  text_sha256?: string;
  /** `figures`, `people` … or `figure`, `person` … */
  type: string;
  /** The fact's place, of an entity that of its first mention; UTF-16 units. */
  start: number;
  end: number;
  text?: string;
  action: 'wrong' | 'change' | 'add';
  /** Attributes by name: `value`, `unit`, `bound`, `period`, `name`, `roles`, `speaker`, `year` … */
  fields?: Record<string, string | number | null>;
}

export interface CorrectionRow {
  correction: Correction;
  /** `text_changed`, `no_fact`: it applies no longer. */
  status: 'applied' | 'text_changed' | 'no_fact';
}

export interface FactTable {
  rows: FactRow[];
  nRows: number;
  byKind: [kind: FactKind, count: number][];
}

export interface Concordance {
  /** Other forms of the term that were looked for too. */
  forms: string[];
  term: string;
  withoutAccents: boolean;
  /** Places that fit with their accents; they come first. */
  nExact: number;
  lines: { articleTitle: string; year: number | null; before: string; hit: string; after: string; evidence: Evidence }[];
  nLines: number;
  /** The articles that hold them, by key; of a year alone (no term, no topic) its articles with how many sentences are of it. */
  articles: { article: string; nPlaces: number; first: Evidence | null }[];
}

export interface ArticleView {
  row: ArticleRow;
  blocks: { kind: unknown; runs: { start: number; text: string; facts: number[] }[] }[];
  facts: FactRow[];
  /** Where words begin and end, in UTF-16 units of the text. */
  words: [number, number][];
  text: string;
  corrections: CorrectionRow[];
}

/**
 * What can be said of a phrase: its syllables are one word and a term (`join`), several words and no term (`split`),
 * always a term (`keep`), no term (`stop`), counted by itself and never with its other forms (`apart`).
 */
export type Mark = 'join' | 'split' | 'keep' | 'stop' | 'apart';

/** Why two syllables are of one word or of two; `score` is above zero inside a word. */
export interface BorderView {
  reason: 'dictionary' | 'learned' | 'touching' | 'mark' | 'line' | 'unread';
  score: number | null;
}

/** One word of an article and why it is one. */
export interface WordView {
  evidence: Evidence;
  parts: string[];
  /** Before the word, between its parts, behind it: one more than parts. */
  borders: BorderView[];
  /** Whether it is in the word list. */
  isListed: boolean;
  /** Whether all its parts begin with a capital letter. */
  isName: boolean;
  mark: Mark | null;
  /** Neighbours that could be joined. */
  before: string | null;
  after: string | null;
  isTerm: boolean;
  /** Places in the body of the article, and over all `nArticles` that hold it. */
  count: number;
  total: number;
  nArticles: number;
}

export interface DictionaryView {
  rows: { phrase: string; mark: Mark; count: number }[];
  canUndo: boolean;
}

/** Which picture, of what, in which words. */
export interface ChartQuery {
  kind: 'terms' | 'cloud' | 'clouds' | 'themes' | 'timeline' | 'years' | 'ranks' | 'keyness' | 'spread' | 'concordance'
    | 'company' | 'figures' | 'targets' | 'people' | 'cleaning';
  language: 'vi' | 'en';
  /** CSS pixels; 0: 720. */
  width: number;
  /** Colours of a stand-alone file. */
  theme: 'auto' | 'light' | 'dark';
  /** The chosen term; empty: none. */
  term: string;
  /** The chosen theme, by the term that names it; empty: none. */
  topic: string;
  /** The chosen year, or two that are set against each other. */
  years: number[];
  clock: Clock;
  /** Of the places of a term. */
  order: 'year' | 'before' | 'after';
  /** Rows or words at most; 0: as many as the picture usually has. */
  limit: number;
  /** Its words alone: neither what is drawn nor the rows of the table. */
  wordsOnly: boolean;
}

/** What a click on a part of a picture, or on a row of its table, chooses. */
export type Pick =
  | { type: 'term'; term: string }
  | { type: 'theme'; topic: string }
  | { type: 'year'; year: number }
  | { type: 'place'; evidence: Evidence }
  | { type: 'article'; key: string };

/** One element of a picture. */
export interface ChartNode {
  tag: 'g' | 'rect' | 'line' | 'path' | 'circle' | 'text';
  attributes?: [name: string, value: string | number][];
  text?: string;
  title?: string;
  pick?: Pick;
  nodes?: ChartNode[];
}

/** A picture as plain data, and the same data as a table. The file of `exportChart` holds the same elements. */
export interface Chart {
  kind: ChartQuery['kind'];
  title: string;
  summary: string;
  notes: string[];
  width: number;
  /** 0 where there is nothing to draw. */
  height: number;
  nodes: ChartNode[];
  table: {
    columns: { key: string; name: string; decimals: number | null }[];
    /** `null`: nothing is known. */
    rows: { cells: (string | number | null)[]; pick: Pick | null }[];
  };
}
