//! Reported speech without quotation marks.

use crate::base::Span;

use super::speech::{Cue, Mode, Speech};
use super::{Confidence, Reading};

/// One reported clause.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// Where it stands: the reported clause, to the end of the sentence.
    pub span: Span,
    /// Canonical name of the speaker.
    pub speaker: Option<String>,
    /// The words that name or describe the speaker.
    pub speaker_text: Option<Span>,
    /// The words that bring in the speech.
    pub cue: Span,
    /// How it is brought in.
    pub mode: Mode,
    /// Index of the attribution whose clause holds this one.
    pub nested_in: Option<usize>,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Reported speech without quotation marks, in text order.
pub(crate) fn attributions(reading: &Reading, speech: &Speech) -> Vec<Attribution> {
    let mut out: Vec<Attribution> = Vec::new();
    for cue in speech.cues.iter().filter(|c| c.clause.len() > 2 && !is_quoted(speech, c)) {
        let span = reading.span(cue.clause.clone());
        let nested_in = out.iter().rposition(|a| a.span.covers(span) && a.span != span).filter(|&i| out.len() - i < 4);
        out.push(Attribution {
            span,
            speaker: cue.who.clone(),
            speaker_text: cue.speaker.clone().map(|t| reading.span(t)),
            cue: reading.span(cue.verb.clone()),
            mode: cue.mode,
            nested_in,
            rule: "verb_of_saying",
            confidence: if cue.speaker.is_some() { Confidence::High } else { Confidence::Medium },
        });
    }
    out
}

/// Whether the clause begins with a quotation mark or goes before a quotation, so that it is a quote and not reported.
fn is_quoted(speech: &Speech, cue: &Cue) -> bool {
    let from = speech.marked.partition_point(|m| m.tokens.start <= cue.clause.start);
    let opens = speech.marked.get(from).is_some_and(|m| m.tokens.start == cue.clause.start + 1 && m.tokens.len() > 6);
    let within = speech.marked[..from].last().is_some_and(|m| cue.clause.start < m.tokens.end);
    opens || within
}
