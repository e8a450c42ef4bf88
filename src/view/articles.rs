//! The list of articles.

use serde::{Deserialize, Serialize};

use crate::ingest::{Confidence, Encoding};

use super::document::Locator;
use super::wording::Unit;
use super::{Entry, Evidence};

/// How the bytes of a file were read, where that is not plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EncodingNote {
    /// The encoding.
    pub encoding: Encoding,
    /// How sure that is.
    pub confidence: Confidence,
    /// Characters that are lost.
    pub n_lost: u32,
    /// Whether the reader agreed, or named the encoding.
    pub is_confirmed: bool,
}

/// One article in the list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleRow {
    /// Names the article in requests; stays the same while the article is there.
    pub key: String,
    /// Name of its file, or of the paste.
    pub name: String,
    /// Headline; else the first words of the body.
    pub title: String,
    /// Whether `title` is a headline of the text (or given by the reader).
    pub has_title: bool,
    /// Site or paper.
    pub outlet: Option<String>,
    /// Year it belongs to; `None`: ask the reader.
    pub year: Option<i32>,
    /// `published`, `event`, `given` (by the reader) or `not_stated`.
    pub year_basis: String,
    /// Why it has that year, by code: `publication_date`, `event_with_year`, `event_year_from_context`, …
    pub year_reason: String,
    /// The words that the year rests on.
    pub year_evidence: Option<Evidence>,
    /// Day (month, year) of publication, ISO.
    pub published: Option<String>,
    /// `vi` or `en`.
    pub language: String,
    /// Syllables of the body.
    pub n_syllables: u32,
    /// Stretches set aside.
    pub n_set_aside: u32,
    /// Facts found in the body.
    pub n_facts: u32,
    /// Whether the reader changed anything about it.
    pub edited: bool,
    /// How its bytes were read; `None`: plain UTF-8.
    pub encoding: Option<EncodingNote>,
    /// Facts that the reader corrected, took out or added.
    pub n_corrections: u32,
    /// Corrections among them that apply no longer.
    pub n_stale: u32,
    /// Key of the article with nearly the same text that is counted in its place.
    pub same_as: Option<String>,
    /// Whether the reader counts it although its text is that of another.
    pub is_counted_again: bool,
}

impl ArticleRow {
    /// What its length is counted in.
    pub fn unit(&self) -> Unit {
        Unit::of([self.language.as_str()])
    }
}

/// What the length of all these articles is counted in.
pub(super) fn unit_of(articles: &[ArticleRow]) -> Unit {
    Unit::of(articles.iter().map(|row| row.language.as_str()))
}

/// The row of one article.
pub fn article_row(entry: &Entry) -> ArticleRow {
    let (analysis, meta) = (entry.analysis, &entry.analysis.facts.meta);
    let at = Locator::new(&analysis.article);
    ArticleRow {
        key: entry.key.to_owned(),
        name: entry.name.to_owned(),
        title: article_title(entry),
        has_title: analysis.given.title.is_some()
            || meta.title.is_some()
            || analysis.article.about.stated.title.is_some(),
        outlet: meta.outlet.clone(),
        year: meta.year,
        year_basis: meta.year_basis.to_owned(),
        year_reason: meta.year_reason.to_owned(),
        year_evidence: meta.year_evidence.map(|span| Evidence::new(entry.key, &at, span)),
        published: meta.published.iso.clone(),
        language: meta.language.to_owned(),
        n_syllables: analysis.n_syllables,
        n_set_aside: analysis.article.set_aside.iter().filter(|s| !s.sub).count() as u32,
        n_facts: analysis.facts.count(),
        edited: entry.edited,
        encoding: entry.encoding,
        n_corrections: analysis.given.corrections.len() as u32,
        n_stale: analysis.corrected.stale.len() as u32,
        same_as: None,
        is_counted_again: analysis.given.counted == Some(true),
    }
}

/// The title that the reader gave or the text has; else the first words of the body.
pub(super) fn article_title(entry: &Entry) -> String {
    const MOST_CHARS: usize = 90;
    let analysis = entry.analysis;
    let text = &analysis.article.text;
    if let Some(title) = &analysis.given.title {
        return title.clone();
    }
    if let Some(span) = analysis.facts.meta.title {
        return span.of(text).to_owned();
    }
    if let Some(said) = &analysis.article.about.stated.title {
        return said.value.clone();
    }
    let first = analysis.article.segments.first().map_or("", |s| s.span.of(text));
    if first.chars().count() <= MOST_CHARS {
        return first.to_owned();
    }
    let head: String = first.chars().take(MOST_CHARS).collect();
    let whole_words = head.rsplit_once(char::is_whitespace).map_or(head.as_str(), |(words, _)| words);
    format!("{whole_words} …")
}
