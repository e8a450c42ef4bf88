//! The facts of one article as rows, with the places they mark in the text.

use crate::base::Span;
use crate::extract::{Confidence, Mention};
use crate::text::sentences;

use super::document::Locator;
use super::{Detail, Entry, Evidence, FactKind, FactRow, article_title};

/// The rows in text order (their `id` is their index), and every stretch of text that belongs to one, sorted by start.
pub(super) fn located(entry: &Entry, at: &Locator) -> (Vec<FactRow>, Vec<(Span, u32)>) {
    let mut drafts = drafts(entry);
    drafts.sort_by_key(|d| (d.spans.first().copied().unwrap_or_default(), d.kind));
    let mut sentences = SentenceFinder::new(entry);
    let title = article_title(entry);
    let mut rows = Vec::with_capacity(drafts.len());
    let mut marks = Vec::new();
    for (id, draft) in drafts.into_iter().enumerate() {
        let id = id as u32;
        let span = draft.spans.first().copied().unwrap_or_default();
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
        });
        marks.extend(draft.spans.iter().map(|&span| (span, id)));
    }
    marks.sort_by_key(|&(span, id)| (span, id));
    (rows, marks)
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
        stretches.sort();
        Self { text: &article.text, stretches, at: None, sentences: Vec::new() }
    }

    /// The sentence (or sentences) that hold the span; the span itself if it lies in none.
    fn around(&mut self, span: Span) -> Span {
        let after = self.stretches.partition_point(|s| s.start() <= span.start());
        let Some(at) = after.checked_sub(1) else { return span };
        if self.at != Some(at) {
            self.at = Some(at);
            self.sentences = sentences(self.text, self.stretches[at]);
        }
        let after = self.sentences.partition_point(|s| s.start() <= span.start());
        let first = after.checked_sub(1).map_or(span, |i| self.sentences[i]);
        if first.overlaps(span) { first.to(span) } else { span }
    }
}

/// A row before it is placed.
struct Draft {
    kind: FactKind,
    spans: Vec<Span>,
    label: Option<String>,
    value: String,
    details: Vec<Detail>,
    count: u32,
    rule: &'static str,
    confidence: Confidence,
}

impl Draft {
    fn new(kind: FactKind, span: Span, rule: &'static str, confidence: Confidence) -> Self {
        let (label, value, details) = (None, String::new(), Vec::new());
        Self { kind, spans: vec![span], label, value, details, count: 1, rule, confidence }
    }

    fn entity(kind: FactKind, name: &str, mentions: &[Mention], rule: &'static str) -> Self {
        let count = mentions.iter().filter(|m| m.zone == crate::ingest::Zone::Body).count() as u32;
        let mut spans: Vec<Span> = mentions.iter().map(|m| m.span).collect();
        // The first place in the body stands for the entity; the others are marked too.
        let first = mentions.iter().position(|m| m.zone == crate::ingest::Zone::Body).unwrap_or(0);
        if first < spans.len() {
            spans.swap(0, first);
        }
        let (value, details) = (String::new(), Vec::new());
        Self { kind, spans, label: Some(name.to_owned()), value, details, count, rule, confidence: Confidence::High }
    }

    fn value(mut self, value: impl Into<Option<String>>) -> Self {
        self.value = value.into().unwrap_or_default();
        self
    }

    /// Adds an attribute, if there is something to say.
    fn with(mut self, field: &str, value: impl Into<Option<String>>) -> Self {
        if let Some(value) = value.into().filter(|v| !v.is_empty()) {
            self.details.push(Detail { field: field.to_owned(), value });
        }
        self
    }
}

fn drafts(entry: &Entry) -> Vec<Draft> {
    let facts = &entry.analysis.facts;
    let mut out = Vec::new();
    out.extend(facts.people.iter().map(|p| Draft::entity(FactKind::Person, &p.name, &p.mentions, p.rule)));
    out.extend(facts.organisations.iter().map(|o| Draft::entity(FactKind::Organisation, &o.name, &o.mentions, o.rule)));
    out.extend(facts.places.iter().map(|p| Draft::entity(FactKind::Place, &p.name, &p.mentions, p.rule)));
    out.extend(facts.systems.iter().map(|s| Draft::entity(FactKind::System, &s.name, &s.mentions, s.rule)));
    out.extend(facts.figures.iter().map(|f| Draft::new(FactKind::Figure, f.span, f.rule, f.confidence)));
    out.extend(
        facts.dates.iter().map(|d| Draft::new(FactKind::Date, d.span, d.rule, d.confidence).value(d.value.clone())),
    );
    out.extend(facts.quotes.iter().map(|q| Draft::new(FactKind::Quote, q.span, q.rule, q.confidence)));
    out.extend(facts.attributions.iter().map(|a| Draft::new(FactKind::Attribution, a.span, a.rule, a.confidence)));
    out.extend(facts.themes.iter().map(|t| Draft::new(FactKind::Theme, t.span, t.rule, t.confidence)));
    out.extend(facts.enumerations.iter().map(|e| Draft::new(FactKind::Enumeration, e.span, e.rule, e.confidence)));
    out.extend(facts.targets.iter().map(|t| Draft::new(FactKind::Target, t.span, t.rule, t.confidence)));
    out.extend(facts.events.iter().map(|e| Draft::new(FactKind::Event, e.span, e.rule, e.confidence)));
    out.retain(|d| !d.spans.is_empty());
    out
}
