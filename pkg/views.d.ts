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
  yearEvidence: Evidence | null;
  published: string | null;
  language: string;
  nSyllables: number;
  nSetAside: number;
  nFacts: number;
  edited: boolean;
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
}

export interface TermRow {
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
  nArticles: number;
  strength: string;
}

export interface StatedItem {
  kind: string;
  text: string;
  evidence: Evidence;
  items: Evidence[];
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

export interface FigureMove {
  label: string;
  unit: string;
  comparability: string;
  points: { asOf: string; value: number; bound: string; evidence: Evidence }[];
  changePercent: number | null;
  changeBound: string;
}

/** Words of a cloud, each placed; `term` counts into `Overview.terms`. */
export interface Cloud {
  width: number;
  height: number;
  words: { term: number; x: number; y: number; size: number }[];
}

export interface Overview {
  articles: ArticleRow[];
  years: YearView[];
  terms: TermRow[];
  nTerms: number;
  cloud: Cloud;
  cloudNarrow: Cloud;
  changes: Changes[];
  figures: FigureMove[];
  cleaning: { nSyllables: number; setAside: [kind: string, count: number][] };
}

export type FactKind =
  | 'theme' | 'enumeration' | 'target' | 'figure' | 'date' | 'person' | 'organisation' | 'place' | 'system' | 'event'
  | 'quote' | 'attribution' | 'abbreviation';

export interface FactQuery {
  /** Empty: all. */
  kinds: FactKind[];
  year: number | null;
  article: string | null;
  words: string;
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
}

export interface FactTable {
  rows: FactRow[];
  nRows: number;
  byKind: [kind: FactKind, count: number][];
}

export interface Concordance {
  term: string;
  withoutAccents: boolean;
  lines: { articleTitle: string; year: number | null; before: string; hit: string; after: string; evidence: Evidence }[];
  nLines: number;
}

export interface ArticleView {
  row: ArticleRow;
  blocks: { kind: unknown; runs: { start: number; text: string; facts: number[] }[] }[];
  facts: FactRow[];
  /** Where words begin and end, in UTF-16 units of the text. */
  words: [number, number][];
  text: string;
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
