//! Terms of one article: the words and phrases worth counting, with exact counts.

mod candidates;
mod counter;
mod stopwords;
mod units;

pub use counter::{Occurrence, TermCounter};
pub use stopwords::{StopClass, Stopwords};
pub use units::{Unit, lower_into, units};

use crate::base::Span;

use super::{Facts, Reading};

/// One term of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Matching form: lower case, single blanks (SCHEMA §16 of the contract).
    pub term: String,
    /// Occurrences in the body, nested ones included.
    pub count: u32,
    /// Occurrences in the body that lie in no longer term of the article.
    pub count_maximal: u32,
    /// Occurrences in what was set aside.
    pub count_aside: u32,
    /// Number of syllables.
    pub syllables: u32,
    /// Weight by which the terms are ranked.
    pub weight: f64,
    /// Where it stands in the body, in order.
    pub spans: Vec<Span>,
}

/// Terms of the body, best first.
pub fn terms(reading: &Reading, _facts: &Facts) -> Vec<Term> {
    let candidates = candidates::candidates(reading);
    let counter = TermCounter::new(candidates.iter().map(|c| c.term.as_str()));
    let mut out: Vec<Term> = candidates
        .into_iter()
        .map(|c| Term {
            syllables: c.term.split(' ').count() as u32,
            term: c.term,
            count: 0,
            count_maximal: 0,
            count_aside: 0,
            weight: c.weight,
            spans: Vec::new(),
        })
        .collect();
    for segment in &reading.article.segments {
        for found in counter.occurrences(reading.text, segment.span) {
            let term = &mut out[found.term as usize];
            term.count += 1;
            term.count_maximal += u32::from(found.maximal);
            term.spans.push(found.span);
        }
    }
    for aside in reading.article.set_aside.iter().filter(|a| !a.sub) {
        for found in counter.occurrences(reading.text, aside.span) {
            out[found.term as usize].count_aside += 1;
        }
    }
    out.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
    out
}
