//! Quotes and attributions.

use serde::Serialize;

use crate::extract::{Attribution, Mode, Quote};
use crate::lexicon::QuoteType;

use super::Locator;

/// One record of `quotes`.
#[derive(Debug, Serialize)]
pub struct QuoteRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    marks: String,
    #[serde(rename = "type")]
    kind: QuoteType,
    speaker: Option<&'a str>,
    speaker_text: Option<&'a str>,
    cue: Option<&'a str>,
    cue_position: Option<&'static str>,
    relayed_by: Option<&'a str>,
    nested_in: Option<usize>,
    zone: &'static str,
    rule: &'static str,
}

impl<'a> QuoteRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, quote: &'a Quote) -> Self {
        let span = quote.span;
        let words = |span: Option<crate::base::Span>| span.map(|s| at.text(s)).filter(|s| !s.is_empty());
        Self {
            text: at.text(span),
            start: at.start(span),
            end: at.end(span),
            line: at.line(span),
            marks: std::iter::once(quote.marks.0).chain(quote.marks.1).collect(),
            kind: quote.kind,
            speaker: quote.speaker.as_deref(),
            speaker_text: words(quote.speaker_text),
            cue: words(quote.cue),
            cue_position: quote.cue_position,
            relayed_by: quote.relayed_by.as_deref(),
            nested_in: quote.nested_in,
            zone: at.zone(span),
            rule: quote.rule,
        }
    }
}

/// One record of `attributions`.
#[derive(Debug, Serialize)]
pub struct AttributionRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    speaker: Option<&'a str>,
    speaker_text: Option<&'a str>,
    cue: &'a str,
    mode: Mode,
    nested_in: Option<usize>,
    zone: &'static str,
    rule: &'static str,
}

impl<'a> AttributionRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, attribution: &'a Attribution) -> Self {
        let span = attribution.span;
        Self {
            text: at.text(span),
            start: at.start(span),
            end: at.end(span),
            line: at.line(span),
            speaker: attribution.speaker.as_deref(),
            speaker_text: attribution.speaker_text.map(|s| at.text(s)),
            cue: at.text(attribution.cue),
            mode: attribution.mode,
            nested_in: attribution.nested_in,
            zone: at.zone(span),
            rule: attribution.rule,
        }
    }
}
