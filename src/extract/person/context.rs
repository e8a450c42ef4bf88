//! What people's names are read against: the bodies found before.

use rustc_hash::FxHashMap;

use crate::base::Span;
use crate::extract::name::Taken;
use crate::extract::{Facts, Reading};

/// Bodies by their first token, and all the text they take.
pub(crate) struct Context {
    ends: FxHashMap<usize, usize>,
    taken: Taken,
}

impl Context {
    /// Of the bodies in `facts`.
    pub(crate) fn new(r: &Reading, facts: &Facts) -> Self {
        let spans: Vec<Span> = facts.organisations.iter().flat_map(|o| o.mentions.iter().map(|m| m.span)).collect();
        let ends = spans.iter().map(|s| (r.token_at(s.start()), r.token_at(s.end()))).collect();
        Self { ends, taken: Taken::new(spans) }
    }

    /// Index after the body that begins at token `i`.
    pub(crate) fn body(&self, i: usize) -> Option<usize> {
        self.ends.get(&i).copied()
    }

    /// Whether token `i` lies in the name of a body.
    pub(crate) fn in_body(&self, r: &Reading, i: usize) -> bool {
        r.tokens.get(i).is_some_and(|t| self.taken.holds(t.span.start()))
    }
}
