//! The printed document `langkinh/1`: all facts of every article, and the comparison of the years.
//!
//! Same input, same bytes. One file per type of record; every record borrows from the analysis.

mod article;
mod comparison;
mod corrections;
mod entities;
mod figures;
mod lists;
mod place_in_text;
mod speech;
mod times;

pub use article::{ArticleRecord, set_aside_code};
pub use comparison::ComparisonRecord;
pub use place_in_text::Locator;

use serde::Serialize;

use crate::compare::{Clock, Source, compare};
use crate::lexicon::TermWords;

use super::Entry;

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    /// `langkinh/1`.
    pub schema: &'static str,
    /// One record per file, in the order given.
    pub articles: Vec<ArticleRecord<'a>>,
    /// The comparison of the years; `None` for one article.
    pub comparison: Option<ComparisonRecord<'a>>,
}

/// What the document says of one article, as JSON.
pub fn article_json(entry: &Entry) -> String {
    serde_json::to_string(&ArticleRecord::new(entry)).expect("records hold strings, numbers and lists only")
}

/// What the document says of the years, as JSON; `None` for fewer than two articles.
pub fn comparison_json(words: &TermWords, entries: &[Entry], clock: Clock) -> Option<String> {
    let sources: Vec<Source> = entries.iter().map(|e| (e.name, e.analysis)).collect();
    let compared = (sources.len() > 1).then(|| compare(words, &sources, clock))?;
    let record = ComparisonRecord::new(&sources, &compared);
    Some(serde_json::to_string(&record).expect("records hold strings, numbers and lists only"))
}

/// The document of these articles as one line of JSON with a line feed at its end; `clock` says by which year terms count.
pub fn json(words: &TermWords, entries: &[Entry], clock: Clock) -> String {
    let articles = entries.iter().map(ArticleRecord::new).collect();
    let sources: Vec<Source> = entries.iter().map(|e| (e.name, e.analysis)).collect();
    let compared = (sources.len() > 1).then(|| compare(words, &sources, clock));
    let comparison = compared.as_ref().map(|c| ComparisonRecord::new(&sources, c));
    let document = Document { schema: "langkinh/1", articles, comparison };
    let mut out = serde_json::to_string(&document).expect("records hold strings, numbers and lists only");
    out.push('\n');
    out
}
