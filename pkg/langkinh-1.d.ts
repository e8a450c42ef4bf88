import type { Correction } from './views.js';

/**
 * The document `langkinh/1`: what `langkinh analyze --format json` prints and `Engine.analyze` resolves to.
 *
 * Offsets count UTF-16 units of the text of the file in composed form (NFC): `text === source.slice(start, end)`.
 * Days are ISO 8601 (`2024-03-12`, `2024-03`, `2024`); `XXXX` stands for a year that the text does not give.
 * A field that does not hold is `null`. Codes are open: a later version may add some.
 */
export interface Document {
  schema: 'langkinh/1';
  /** One record per file, in the order given. */
  articles: Article[];
  /** `null` for a single article. */
  comparison: Comparison | null;
}

/** A stretch of the text. */
export interface Span {
  start: number;
  /** Exclusive. */
  end: number;
}

/** A stretch with its words; `line` counts from 1. */
export interface Place extends Span {
  text: string;
  line: number;
}

/** A record that may carry the word of the reader: what was said of the fact, and the attributes as they were read. */
export interface Correctable {
  corrected?: { action: 'change' | 'add'; was: Record<string, string | number> };
}

/** Whether a fact stands in the article or in a caption, credit or menu. */
export type Zone = 'body' | 'boilerplate';

export interface Article {
  source: string;
  /** Of the bytes of the file. */
  sha256: string;
  /** How the bytes were read; absent for plain UTF-8. `confirmed`: the reader agreed, or named it. */
  encoding?: { name: string; confidence: 'high' | 'medium' | 'low'; characters_lost: number; confirmed: boolean };
  meta: Meta;
  stats: {
    characters: number;
    lines: number;
    body_syllables: number;
    boilerplate_syllables: number;
    body_segments: number;
    body_sentences: number;
  };
  segments: (Span & { role: string; line: number })[];
  /** Captions, credits, menus and the like, set aside; `sub` lies inside another. */
  boilerplate: (Place & { kind: string; sub: boolean; rule: string })[];
  figures: Figure[];
  dates: DateExpression[];
  people: Person[];
  organisations: Organisation[];
  places: GeoPlace[];
  systems: System[];
  events: Record<string, unknown>[];
  abbreviations: Abbreviation[];
  quotes: Quote[];
  attributions: Attribution[];
  themes: Theme[];
  enumerations: Enumeration[];
  targets: Target[];
  /** Best first, complete. */
  terms: Term[];
  /** The sentences of the body by the year they speak of, and why they speak of it. */
  parts: { year: number | null; syllables: number; stretches: (Span & { reason: string })[] }[];
  /** What the reader said of facts, and what became of it; left out where nothing was said. */
  corrections?: (Correction & { status: 'applied' | 'text_changed' | 'no_fact' })[];
}

export interface Meta {
  title: string | null;
  outlet: string | null;
  source: string | null;
  source_basis: string | null;
  published: { iso: string | null; precision: string | null; basis: string; evidence: string | null; time: string | null };
  event_dates: { iso: string; precision: string | null; basis: string; evidence: string }[];
  reference_date: { iso: string | null; basis: string };
  /** `null`: the text gives none. */
  year: number | null;
  year_basis: string;
  /** Why it has that year: `publication_date`, `event_with_year`, `event_year_from_context`, `context` … */
  year_reason: string;
  /** How often each year is named. */
  year_mentions: Record<string, number>;
  author: string | null;
  credit: string | null;
  credit_kind: string | null;
  photo_credits: string[];
  language: string;
  [more: string]: unknown;
}

export interface Figure extends Place, Correctable {
  number_text: string;
  number_start: number;
  number_end: number;
  value: number;
  /** Of a range: its end. */
  value_max: number | null;
  unit: string | null;
  qualifier: string | null;
  bound: string;
  kind: string;
  role: string | null;
  indicator: string | null;
  period: { text: string | null; value: string; source: string } | null;
  change: {
    direction: string;
    amount: number | null;
    unit: string | null;
    baseline: string | null;
    baseline_iso: string | null;
  } | null;
  rank: { position: number | null; position_max: number | null; out_of: number | null } | null;
  ratio: { part: number; whole: number } | null;
  per: { value: number; unit: string } | null;
  modality: string | null;
  vague: boolean;
  group: number | null;
  rule: string;
  confidence: string;
  zone: Zone;
}

export interface DateExpression extends Place, Correctable {
  type: string;
  value: string;
  interval: string[] | null;
  mod: string | null;
  basis: string;
  role: string | null;
  rule: string;
  confidence: string;
  zone: Zone;
}

export interface Mention extends Place {
  type: string;
  zone: Zone;
}

export interface SurfaceForm {
  form: string;
  type: string;
  count_body: number;
  count_boilerplate: number;
}

interface Entity extends Correctable {
  name: string;
  category: string | null;
  surface_forms: SurfaceForm[];
  mentions: Mention[];
}

export interface Person extends Entity {
  roles: string[];
  count_name_body: number;
  count_name_boilerplate: number;
  count_title_body: number;
  count_title_boilerplate: number;
  count_given_name_body: number;
}

interface Counted extends Entity {
  aliases_found: string[];
  count_body: number;
  count_boilerplate: number;
}

export interface Organisation extends Counted {
  count_anaphor_body: number;
}

export interface GeoPlace extends Counted {
  within: string | null;
  count_nested_body: number;
}

export type System = Counted;

export interface Abbreviation extends Correctable {
  short: string;
  long: string | null;
  defined: string;
  evidence: string | null;
  count_body: number;
  count_boilerplate: number;
  kind: string | null;
}

export interface Quote extends Place, Correctable {
  marks: string;
  type: string;
  speaker: string | null;
  speaker_text: string | null;
  cue: string | null;
  cue_position: string | null;
  relayed_by: string | null;
  nested_in: number | null;
  zone: Zone;
  rule: string;
}

export interface Attribution extends Place, Correctable {
  speaker: string | null;
  speaker_text: string | null;
  cue: string;
  mode: string;
  nested_in: number | null;
  zone: Zone;
  rule: string;
}

export interface Theme extends Place, Correctable {
  year: number;
  kind: string;
  canonical: string;
  same_as: string | null;
  scope: string | null;
  zone: Zone;
  sentence: string;
  rule: string;
}

export interface Item extends Place {
  n: number;
  short: string;
}

export interface Enumeration extends Place, Correctable {
  id: string;
  kind: string;
  label: string;
  label_text: string;
  declared: number | null;
  listed: number;
  ordered: boolean;
  marker: string | null;
  year: number | null;
  topic: string | null;
  parent: string | null;
  items: Item[];
  zone: Zone;
  rule: string;
}

export interface Target extends Place, Correctable {
  what: string;
  actor: string | null;
  by: string | null;
  by_text: string | null;
  horizon: string | null;
  metric: { indicator: string | null; text: string; value: number; unit: string | null } | null;
  status: string;
  sentence: string;
  zone: Zone;
  rule: string;
}

export interface Term {
  term: string;
  count: number;
  syllables: number;
  /** Per 10 000 syllables of the body. */
  per_10k: number;
  /** Without those inside a longer term. */
  count_maximal: number;
  count_boilerplate: number;
  [more: string]: unknown;
}

export interface Evidence extends Span {
  /** `source` of an article. */
  article: string;
  text: string;
}

/** Keys of the records are years. */
export interface Comparison {
  /** Terms of a large collection (more than 20,000) that are not printed one by one. */
  terms_omitted?: { terms: number; occurrences: number };
  /** By which year terms count. */
  clock: 'published' | 'discussed';
  years: number[];
  syllables: Record<string, number>;
  indicators: {
    id: string;
    label: string;
    unit: string | null;
    kind: string;
    /** `low` and `none`: neither rise nor fall may be said. */
    comparability: 'high' | 'low' | 'none';
    values: {
      as_of: string;
      year: number | null;
      value: number;
      unit: string | null;
      bound: string;
      qualifier: string | null;
      evidence: Evidence;
      [more: string]: unknown;
    }[];
    [more: string]: unknown;
  }[];
  themes_by_year?: Record<string, Record<string, unknown>[]>;
  priorities_by_year?: Record<string, Record<string, unknown>[]>;
  priority_comparisons?: Record<string, unknown>[];
  terms: {
    term: string;
    count: Record<string, number>;
    per_10k: Record<string, number>;
    total: number;
    keyness: { from: number; to: number; g2: number; log_ratio: number; articles: number; [more: string]: unknown }[];
    [more: string]: unknown;
  }[];
  [more: string]: unknown;
}
