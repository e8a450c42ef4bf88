//! Spans in quotation marks, and whose words they are.

mod kind;
mod marks;
mod source;

pub(crate) use marks::{Marked, marked};

use crate::base::Span;
use crate::lexicon::QuoteType;

use super::speech::{Speakers, Speech};
use super::{Confidence, Facts, Reading};

/// One span in quotation marks, without the marks.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Quote {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: QuoteType,
    /// The opening mark and, where there is one, the closing mark.
    pub marks: (char, Option<char>),
    /// Canonical name of the speaker (author, originator).
    pub speaker: Option<String>,
    /// The words that name the speaker.
    pub speaker_text: Option<Span>,
    /// The words that bring in the quote.
    pub cue: Option<Span>,
    /// `before` or `after` the quote.
    #[serde(deserialize_with = "crate::base::some_code")]
    pub cue_position: Option<crate::base::Code>,
    /// Who repeats the words of somebody else.
    pub relayed_by: Option<String>,
    /// Index of the quote that holds this one.
    pub nested_in: Option<usize>,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Spans in quotation marks, and whose words they are, in text order.
pub(crate) fn quotes(reading: &Reading, facts: &Facts, speech: &Speech) -> Vec<Quote> {
    let mut out: Vec<Quote> = Vec::with_capacity(speech.marked.len());
    let speakers = Speakers::new(reading, facts);
    for i in 0..speech.marked.len() {
        let quote = source::quote(reading, &speakers, speech, i, &out);
        out.push(quote);
    }
    out
}

#[cfg(test)]
mod tests;
