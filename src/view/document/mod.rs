//! The printed document `langkinh/1`: all facts of every article, and the comparison of the years.
//!
//! Same input, same bytes. One file per type of record; every record borrows from the analysis.

mod article;
mod comparison;
mod entities;
mod figures;
mod lists;
mod place_in_text;
mod speech;
mod times;

pub use article::ArticleRecord;
pub use comparison::ComparisonRecord;
pub use place_in_text::Locator;

use serde::Serialize;

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

/// The document as one line of JSON with a line feed at its end.
pub fn to_json(document: &Document) -> String {
    let mut out = serde_json::to_string(document).expect("records hold strings, numbers and lists only");
    out.push('\n');
    out
}
