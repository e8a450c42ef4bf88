//! Terms and years: what each year was about, and what changed from year to year.

use serde::{Deserialize, Serialize};

use crate::base::Span;
use crate::compare::{per_10k, per_10k_interval, tenths};

use super::FigureChange;
use super::document::Locator;

/// The sentence or phrase that a claim rests on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// Key of the article.
    pub article: String,
    /// First UTF-16 unit in the article's text.
    pub start: u32,
    /// UTF-16 unit after the last.
    pub end: u32,
    /// The words.
    pub text: String,
}

impl Evidence {
    /// The span of the article of that key.
    pub fn new(key: &str, at: &Locator, span: Span) -> Self {
        Self { article: key.to_owned(), start: at.start(span), end: at.end(span), text: at.text(span).to_owned() }
    }
}

/// How often a term stands in one year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct YearCount {
    /// The year.
    pub year: i32,
    /// Occurrences in the bodies of its articles.
    pub count: u32,
    /// Occurrences per 10,000 syllables of the year, one decimal.
    pub per_10k: f64,
    /// Lower end of the 95 % interval of the rate (Wilson), one decimal.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl YearCount {
    /// A count among the syllables of a year.
    pub fn new(year: i32, count: u32, n_syllables: u32) -> Self {
        let (low, high) = per_10k_interval(count, n_syllables);
        Self { year, count, per_10k: tenths(per_10k(count, n_syllables)), low: tenths(low), high: tenths(high) }
    }
}

/// One term of the whole corpus.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TermRow {
    /// 1 = first.
    pub rank: u32,
    /// The term, lower case.
    pub term: String,
    /// Occurrences in all bodies.
    pub count: u32,
    /// Occurrences per 10,000 syllables, one decimal.
    pub per_10k: f64,
    /// Number of articles that hold it.
    pub n_articles: u32,
    /// By year, ascending, zeros written out; articles without a year are in none.
    pub by_year: Vec<YearCount>,
    /// Other forms that are counted in: short for long, long for short, another spelling.
    pub forms: Vec<TermForm>,
    /// Whether the reader wants it.
    pub kept: bool,
}

/// Another form of a term.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TermForm {
    /// The form, lower case.
    pub form: String,
    /// Its share of the count.
    pub count: u32,
    /// The count of the term without it.
    #[serde(default)]
    pub left: u32,
}

/// Something an article states about a year: a theme, a priority.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatedItem {
    /// Code of what it is: `official_theme`, `year_designation`, `priorities`, …
    pub kind: String,
    /// The words, clipped at no place.
    pub text: String,
    /// Where they stand.
    pub evidence: Evidence,
    /// For a list: its items.
    pub items: Vec<Evidence>,
    /// Whether the reader corrected it.
    pub corrected: bool,
    /// Of a theme: what it is the theme of; none where it is the year as a whole, or the text does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Of a list: who gives it, if the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// Title of its article, where another list of the year has the same label and no speaker tells them apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// One year of the corpus.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct YearView {
    /// The year.
    pub year: i32,
    /// Articles of that year; 0 for a year that articles of other years only speak of.
    pub n_articles: u32,
    /// Syllables of their bodies.
    pub n_syllables: u32,
    /// Themes stated for the year, in any article.
    pub themes: Vec<StatedItem>,
    /// Lists of priorities, pillars, tasks stated for the year.
    pub priorities: Vec<StatedItem>,
    /// The terms that set the year apart, or (for a single year) its most frequent terms; at most 12.
    pub terms: Vec<TermShift>,
}

/// A term in two years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TermShift {
    /// The term.
    pub term: String,
    /// In the earlier year.
    pub before: YearCount,
    /// In the later year.
    pub after: YearCount,
    /// Signed log-likelihood G²; positive = more frequent later. Two decimals.
    pub g2: f64,
    /// Binary log of the ratio of the rates (0.5 in place of a count of 0). Two decimals.
    pub log_ratio: f64,
    /// Lower end of its 95 % interval. Two decimals.
    pub log_ratio_low: f64,
    /// Upper end.
    pub log_ratio_high: f64,
    /// p-value corrected for all terms tested (Benjamini and Hochberg), four decimals.
    pub q: f64,
    /// BIC evidence in words: `against`, `bare_mention`, `positive`, `strong` or `very_strong`.
    pub evidence: String,
    /// Years among the two for which an article states the term in a theme or in a list; ascending.
    pub stated: Vec<i32>,
    /// Articles that hold it, in both years.
    pub n_articles: u32,
    /// `strong`, `some`, `weak`, `one_source` or `too_little_text`.
    pub strength: String,
}

/// One value of a measure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FigurePoint {
    /// The time the value holds for (ISO), which may differ from the article's year.
    pub as_of: String,
    /// The value as a number.
    pub value: f64,
    /// `exact`, `lower`, `upper`, `estimate`, `magnitude`.
    pub bound: String,
    /// As the text has it, with its place.
    pub evidence: Evidence,
    /// The sentence it stands in.
    pub sentence: Evidence,
    /// Whether the reader corrected it.
    pub corrected: bool,
}

/// A measure found at two times or more.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FigureMove {
    /// What is measured; where that is short, with what its sentences share: `thành viên (tổ hợp tác trồng chè)`.
    pub label: String,
    /// Unit as written.
    pub unit: String,
    /// `high` or `low`.
    pub comparability: String,
    /// Why comparability is low: `against_stated`, `undated_fall` or `break`; empty where it is high.
    pub doubt: String,
    /// The sentences of the two values that look like two definitions, the earlier first.
    pub doubtful: Vec<Evidence>,
    /// In time order.
    pub points: Vec<FigurePoint>,
    /// From the first to the last value; only where comparability is high.
    pub change: Option<FigureChange>,
}

/// What changed between two years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// The earlier year.
    pub from: i32,
    /// The later year.
    pub to: i32,
    /// More frequent later, strongest first; at most 20.
    pub risen: Vec<TermShift>,
    /// Less frequent later, strongest first; at most 20.
    pub fallen: Vec<TermShift>,
    /// In both years at a similar rate, most frequent first; at most 20.
    pub stayed: Vec<TermShift>,
    /// Stated list items kept from the earlier to the later year.
    pub kept: Vec<String>,
    /// Stated list items of the earlier year only.
    pub dropped: Vec<String>,
    /// Stated list items of the later year only.
    pub added: Vec<String>,
}
