//! Terms of one article: the words and phrases worth counting, with exact counts.

use super::{Facts, Reading};

/// One term of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Matching form: lower case, single blanks (SCHEMA §16 of the contract).
    pub term: String,
    /// Occurrences in the body, nested ones included.
    pub count: u32,
    /// Number of syllables.
    pub syllables: u32,
}

/// Terms of the body, best first.
pub fn terms(_reading: &Reading, _facts: &Facts) -> Vec<Term> {
    Vec::new()
}
