//! Who says what: verbs of saying with their speakers. Quotes and reported speech are read from these.

mod clause;
mod cue;
mod speaker;

pub use cue::Mode;
pub(crate) use cue::{Cue, cues};
pub(crate) use speaker::Speakers;

use super::quote::{Marked, marked};
use super::{Facts, Reading};

/// Everything in the article that quotes and reported speech are read from.
#[derive(Debug)]
pub(crate) struct Speech {
    /// Spans in quotation marks.
    pub(crate) marked: Vec<Marked>,
    /// Verbs of saying with their speakers.
    pub(crate) cues: Vec<Cue>,
}

impl Speech {
    /// Reads marks and cues. Verbs inside long quotations are a speaker's own words and no cues.
    pub(crate) fn new(reading: &Reading, facts: &Facts) -> Self {
        let marked = marked(reading);
        let long: Vec<_> =
            marked.iter().filter(|m| m.nested_in.is_none() && m.tokens.len() > 6).map(|m| m.tokens.clone()).collect();
        let quoted = |i: usize| {
            let after = long.partition_point(|t| t.start <= i);
            long[..after].last().is_some_and(|t| i < t.end)
        };
        let cues = cues(reading, facts, quoted);
        Self { marked, cues }
    }

    /// The cues of one sentence, in order.
    pub(crate) fn of_sentence(&self, sentence: usize) -> &[Cue] {
        let start = self.cues.partition_point(|c| c.sentence < sentence);
        let end = self.cues.partition_point(|c| c.sentence <= sentence);
        &self.cues[start..end]
    }
}
