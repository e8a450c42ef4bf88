//! When the article was published, as a date line of the page states it.

use crate::extract::Reading;
use crate::ingest::{SetAsideKind, Stamp, stamps};

use super::{Given, Published};

/// What the reader said, or else the best date line: one with a label, one without, the day of the last change.
pub(super) fn published(reading: &Reading, given: &Given) -> Published {
    if let Some(day) = given.published {
        return Published { iso: Some(day.to_string()), basis: "given", ..Published::default() };
    }
    let lines = reading.article.set_aside.iter();
    let lines = lines.filter(|s| matches!(s.kind, SetAsideKind::PageMetadata | SetAsideKind::GluedHeader));
    let found: Vec<Stamp> = lines.flat_map(|s| stamps(&reading.lexicon.page, reading.text, s.span)).collect();
    let Some(best) = found.iter().min_by_key(|s| (s.is_update, !s.is_labelled, s.date.day.is_none())) else {
        return Published { basis: "not_stated", ..Published::default() };
    };
    Published {
        iso: Some(best.date.iso()),
        basis: "metadata",
        evidence: Some(best.span),
        time: best.clock.map(|(hour, minute)| format!("{hour:02}:{minute:02}")),
    }
}
