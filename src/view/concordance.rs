//! Every place where some words stand (key word in context).

use serde::{Deserialize, Serialize};

use super::{Entry, Evidence};

/// One place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConcordanceLine {
    /// Title of the article.
    pub article_title: String,
    /// Year of the article.
    pub year: Option<i32>,
    /// The sentence before the words.
    pub before: String,
    /// The words as they stand.
    pub hit: String,
    /// The sentence after the words.
    pub after: String,
    /// The place.
    pub evidence: Evidence,
}

/// Every place where some words stand in a body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Concordance {
    /// The words asked for.
    pub term: String,
    /// Whether accents were left out of the comparison because nothing was found with them.
    pub without_accents: bool,
    /// The places, by year, then order of the articles; at most 500.
    pub lines: Vec<ConcordanceLine>,
    /// Number of all places.
    pub n_lines: u32,
}

/// Finds the words in the bodies of the articles, whatever the case and the place of tone marks.
pub fn concordance(_entries: &[Entry], term: &str) -> Concordance {
    Concordance { term: term.to_owned(), ..Concordance::default() }
}
