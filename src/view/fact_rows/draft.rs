//! A row before it is placed in the text.

use serde::Serialize;

use crate::base::Span;
use crate::extract::{Confidence, Mention};
use crate::ingest::Zone;

use crate::view::{Detail, FactKind};

/// A row before it is placed: what is said, and the stretches of text that say it, the first standing for all.
pub(super) struct Draft {
    pub(super) kind: FactKind,
    pub(super) spans: Vec<Span>,
    pub(super) label: Option<String>,
    pub(super) value: String,
    pub(super) details: Vec<Detail>,
    pub(super) count: u32,
    pub(super) rule: &'static str,
    pub(super) confidence: Confidence,
    /// Index of the fact in the list of its type.
    pub(super) index: usize,
}

impl Draft {
    /// A statement that stands at one place; its label is the words there.
    pub(super) fn at(kind: FactKind, span: Span, rule: &'static str, confidence: Confidence) -> Self {
        let (label, value, details) = (None, String::new(), Vec::new());
        Self { kind, spans: vec![span], label, value, details, count: 1, rule, confidence, index: 0 }
    }

    /// Something with a name that stands at several places; the first in the body stands for all.
    pub(super) fn named(kind: FactKind, name: &str, places: &[(Span, Zone)], rule: &'static str) -> Self {
        let in_body = |place: &&(Span, Zone)| place.1 == Zone::Body;
        let mut spans: Vec<Span> = places.iter().map(|(span, _)| *span).collect();
        if let Some(first) = places.iter().position(|p| in_body(&p)) {
            spans.swap(0, first);
        }
        let count = places.iter().filter(in_body).count() as u32;
        let (value, details) = (String::new(), Vec::new());
        let (label, confidence) = (Some(name.to_owned()), Confidence::High);
        Self { kind, spans, label, value, details, count, rule, confidence, index: 0 }
    }

    /// An entity with its mentions.
    pub(super) fn entity(kind: FactKind, name: &str, mentions: &[Mention], rule: &'static str) -> Self {
        let places: Vec<(Span, Zone)> = mentions.iter().map(|m| (m.span, m.zone)).collect();
        Self::named(kind, name, &places, rule)
    }

    /// Says which fact of the list of its type it is.
    pub(super) fn nth(mut self, index: usize) -> Self {
        self.index = index;
        self
    }

    /// Gives it a value.
    pub(super) fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// Adds an attribute, if there is something to say.
    pub(super) fn with(mut self, field: &str, value: Option<impl Into<String>>) -> Self {
        if let Some(value) = value.map(Into::into).filter(|v| !v.is_empty()) {
            self.details.push(Detail { field: field.to_owned(), value });
        }
        self
    }
}

/// The code of an enumeration value, as the document prints it.
pub(in crate::view) fn code(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}
