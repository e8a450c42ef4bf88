//! When the article was published, as a date line of the page states it.

use crate::base::Day;
use crate::extract::Reading;
use crate::ingest::{SetAsideKind, Stamp, stamps};

use super::{Given, Published};

/// What the reader said, or else the best date line: one with a label, one without, the day of the last change.
pub(super) fn published(reading: &Reading, given: &Given) -> Published {
    if let Some(day) = given.published {
        return Published { iso: Some(day.to_string()), basis: "given", ..Published::default() };
    }
    if let Some(published) = by_file(reading) {
        return published;
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

/// The day that the file states: `2024-01-10`, with or without a time behind.
fn by_file(reading: &Reading) -> Option<Published> {
    let said = reading.article.about.stated.published.as_ref()?;
    let (day, rest) = said.value.split_at_checked(10)?;
    let iso = Day::parse(day)?.to_string();
    let clock = rest.strip_prefix(['T', ' ']).and_then(|clock| clock.get(..5));
    let is_clock =
        |clock: &&str| clock.bytes().enumerate().all(|(i, b)| if i == 2 { b == b':' } else { b.is_ascii_digit() });
    let time = clock.filter(is_clock).map(str::to_owned);
    Some(Published { iso: Some(iso), basis: "file", evidence: None, time })
}
