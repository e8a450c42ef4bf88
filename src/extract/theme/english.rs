//! English designations of years: `2024 is the Year of …`, `has declared next year the Year of …`.

use std::ops::Range;

use crate::base::Span;
use crate::ingest::Zone;

use super::scope::NameEnds;
use super::{Found, Source, ThemeKind, year_at};

/// Verbs by which somebody names a year.
#[rustfmt::skip]
const NAMES: [&str; 11] = [
    "chosen", "chose", "declared", "designated", "named", "marked", "selected", "proclaimed", "dubbed", "called", "picked",
];

/// Other words between a year and what it is called.
#[rustfmt::skip]
const LINKS: [&str; 15] = [
    "is", "was", "will", "be", "has", "had", "been", "as", "the", "to", "national", "international", "“", "\"", "‘",
];

/// Words before which what the year is called has ended.
const STOPS: [&str; 14] =
    ["to", "with", "when", "as", "while", "which", "said", "by", "under", "after", "following", "in", "at", "for"];

/// Most words between a year and what it is called.
const REACH: usize = 8;

/// The designations of sentence `n`.
pub(super) fn designations(source: Source, n: usize) -> Vec<Found> {
    let r = source.reading;
    let sentence = &r.sentences[n];
    let mut out = Vec::new();
    if sentence.zone != Zone::Body {
        return out;
    }
    for i in sentence.tokens.clone() {
        let Some((after, year)) = year_at(source, i) else { continue };
        let Some(core) = called(source, i..after, sentence.tokens.end) else { continue };
        out.push(Found {
            tokens: core.clone(),
            core,
            cue: i..after,
            year,
            kind: ThemeKind::YearDesignation,
            sentence: n,
            rule: "year_is_year",
        });
    }
    out
}

/// What the year is called: `Year of …`, in small letters only where it is to be one, or somebody named it so.
fn called(source: Source, year: Range<usize>, end: usize) -> Option<Range<usize>> {
    let r = source.reading;
    // `the third year, 2022, was …`
    let aside = year.start > 0 && r.raw(year.start - 1) == "," && r.raw(year.end) == ",";
    let from = year.end + usize::from(aside);
    let start = (from..end.min(from + REACH)).find(|&k| !LINKS.contains(&r.low(k)) && !NAMES.contains(&r.low(k)))?;
    let is_named = named_by(source, year.start).is_some()
        || (year.end..start).any(|k| NAMES.contains(&r.low(k)) || matches!(r.low(k), "will" | "is"));
    let of = r.low(start) == "year" && r.low(start + 1) == "of" && r.low(start - 1) != "of";
    let named = start + 2 + usize::from(r.low(start + 2) == "the");
    let was = r.low(start.wrapping_sub(2)) == "was" && r.is_capital(named);
    let small = !r.is_capital(start) && r.low(start - 1) == "the" && (is_named || was);
    if !of || !(r.is_capital(start) || small) || start == year.end {
        return None;
    }
    let stops = |k: usize| {
        let name = r.is_capital(start) && r.is_capital(k + 1);
        matches!(r.raw(k), "," | ";" | "." | "(" | "”" | "\"" | "’" | ":" | "–" | "—")
            || STOPS.contains(&r.low(k)) && !(name && matches!(r.low(k), "in" | "for" | "with" | "by"))
    };
    let to = (start + 2..end).find(|&k| stops(k)).unwrap_or(end);
    (to > start + 2).then_some(start..to)
}

/// Where the words begin by which somebody names the year at `year`: `has declared`.
fn named_by(source: Source, year: usize) -> Option<usize> {
    let r = source.reading;
    let verb = year.checked_sub(1).filter(|&k| NAMES.contains(&r.low(k)))?;
    Some(if verb > 0 && matches!(r.low(verb - 1), "has" | "had" | "have") { verb - 1 } else { verb })
}

/// The body or place that names the year: `The Ministry of Health has designated 2024 the Year of …`.
pub(super) fn chooser(source: Source, ends: &NameEnds, found: &Found) -> Option<Span> {
    let verb = named_by(source, found.cue.start)?;
    let last = verb.checked_sub(1)?;
    ends.at(source.reading.span(last..verb).end())
}
