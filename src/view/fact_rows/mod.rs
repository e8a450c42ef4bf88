//! The facts of one article as rows, with the places they mark in the text.

mod draft;
mod entities;
mod statements;

use crate::base::{Arrange, Span};
use crate::corpus::correction::fields;
use crate::extract::{Confidence, Fields, Verdict};
use crate::text::sentences;

use super::document::Locator;
use super::{CorrectedFact, Detail, Entry, Evidence, FactRow, article_title};

use draft::Draft;
pub(super) use draft::code;

/// The rows in text order (their `id` is their index; what the reader calls wrong is among them), and every stretch of text that belongs to one, sorted by start.
pub(super) fn located(entry: &Entry, at: &Locator) -> (Vec<FactRow>, Vec<(Span, u32)>) {
    let analysis = entry.analysis;
    let read = entities::drafts(&analysis.facts).chain(statements::drafts(&analysis.facts, at)).map(|d| (d, false));
    let wrong = &analysis.corrected.rejected;
    let wrong = entities::drafts(wrong).chain(statements::drafts(wrong, at)).map(|d| (d, true));
    let mut drafts: Vec<(Draft, bool)> = read.chain(wrong).collect();
    drafts.retain(|(d, _)| !d.spans.is_empty());
    drafts.arrange_by_key(|(d, _)| (d.spans.first().copied().unwrap_or_default(), d.kind));
    let mut sentences = SentenceFinder::new(entry);
    let title = article_title(entry);
    let mut rows = Vec::with_capacity(drafts.len());
    let mut marks = Vec::new();
    for (id, (draft, is_wrong)) in drafts.into_iter().enumerate() {
        let id = id as u32;
        let span = draft.spans.first().copied().unwrap_or_default();
        let facts = if is_wrong { &analysis.corrected.rejected } else { &analysis.facts };
        let sentence = sentences.around(span);
        let cut = |from: usize, to: usize| at.text(Span::new(from, to)).to_owned();
        rows.push(FactRow {
            id,
            kind: draft.kind,
            label: draft.label.unwrap_or_else(|| at.text(span).to_owned()),
            value: draft.value,
            details: draft.details,
            article_title: title.clone(),
            year: entry.analysis.facts.meta.year,
            evidence: Evidence::new(entry.key, at, span),
            sentence: (
                cut(sentence.start(), span.start()),
                cut(span.start(), span.end()),
                cut(span.end(), sentence.end()),
            ),
            zone: at.zone(span).to_owned(),
            count: draft.count,
            rule: draft.rule.to_owned(),
            confidence: confidence(draft.confidence).to_owned(),
            fields: details(&fields(facts, draft.kind, draft.index)),
            corrected: if is_wrong {
                Some(CorrectedFact { action: Verdict::Wrong, was: Vec::new() })
            } else {
                let mark = analysis.corrected.mark(draft.kind, draft.index);
                mark.map(|m| CorrectedFact { action: m.verdict, was: details(&m.was) })
            },
        });
        marks.extend(draft.spans.iter().map(|&span| (span, id)));
    }
    marks.arrange_by_key(|&(span, id)| (span, id));
    (rows, marks)
}

fn details(fields: &Fields) -> Vec<Detail> {
    fields.0.iter().map(|(field, value)| Detail { field: field.code().to_owned(), value: value.clone() }).collect()
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}

/// Finds the sentence around a place; places are asked for in text order.
struct SentenceFinder<'a> {
    text: &'a str,
    stretches: Vec<Span>,
    at: Option<usize>,
    sentences: Vec<Span>,
}

impl<'a> SentenceFinder<'a> {
    fn new(entry: &Entry<'a>) -> Self {
        let article = &entry.analysis.article;
        let aside = article.set_aside.iter().filter(|s| !s.sub).map(|s| s.span);
        let mut stretches: Vec<Span> = article.segments.iter().map(|s| s.span).chain(aside).collect();
        stretches.arrange();
        Self { text: &article.text, stretches, at: None, sentences: Vec::new() }
    }

    /// The sentence (or sentences) that hold the span; the span itself if it lies in none.
    fn around(&mut self, span: Span) -> Span {
        let after = self.stretches.partition_point(|s| s.start() <= span.start());
        let Some(at) = after.checked_sub(1) else { return span };
        if self.at != Some(at) {
            self.at = Some(at);
            self.sentences = sentences(self.text, self.stretches[at]).collect();
        }
        let after = self.sentences.partition_point(|s| s.start() <= span.start());
        let first = after.checked_sub(1).map_or(span, |i| self.sentences[i]);
        if first.overlaps(span) { first.to(span) } else { span }
    }
}
