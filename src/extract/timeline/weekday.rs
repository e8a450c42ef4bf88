//! The year of an English article between what it calls past and what is to come, by the weekday of its day.

use crate::base::Day;
use crate::ingest::Zone;
use crate::lexicon::english_weekday;

use super::super::Reading;
use super::super::date::{Expression, Sense, When, YearOf};

/// Years in which a day of the year falls on a weekday only once.
const ONCE: i32 = 5;

/// The year, with the expression that shows it: the one that lies between what the article calls past and what is to come,
/// or the one of them in which `HANOI, Jan 17 (Reuters) - … on Friday` and `on Friday, January 17` fall.
pub(super) fn year(
    reading: &Reading,
    found: &[Expression],
    event: &Expression,
    day: (u32, u32),
    is_this_year: bool,
) -> Option<(i32, usize)> {
    if reading.language != "en" {
        return None;
    }
    let (first, last) = bounds(found, day, is_this_year);
    if let Some((first, at)) = first.filter(|&(first, _)| Some(first) == last && is_this_year) {
        return Some((first, at));
    }
    let (told, at) = weekday(reading, found, event)?;
    // `by 2030` alone says little of the year that it is said in.
    let last = last.filter(|_| first.is_some() || names_day_ahead(found)).or(first.map(|(year, _)| year + ONCE - 1))?;
    let first = first.map_or(last - ONCE + 1, |(year, _)| year).max(1990);
    // Copy is written on the day that it tells of, or on the day after.
    let falls =
        |year: i32, later: u32| Day::new(year, day.0, day.1).is_some_and(|d| d.weekday() % 7 == (told + later) % 7);
    let years = || first..=last.min(first + ONCE - 1);
    let after = || years().find(|&year| event.zone == Zone::Boilerplate && falls(year, 1));
    years().find(|&year| falls(year, 0)).or_else(after).map(|year| (year, at))
}

/// The first year that the article may be of, with the expression that shows it, and the last. Where its own is `this year`,
/// a past year that it calls by its number is another one.
fn bounds(found: &[Expression], day: (u32, u32), is_this_year: bool) -> (Option<(i32, usize)>, Option<i32>) {
    let own = i32::from(is_this_year);
    let body = || found.iter().enumerate().filter(|(_, e)| e.zone == Zone::Body && !is_name(e));
    let ahead = body().filter(|(_, e)| e.sense == Sense::Future).filter_map(|(_, e)| {
        let start = match e.when {
            When::Day { month, day, .. } => (month, day),
            When::Month { month, .. } => (month, 1),
            _ => return e.when.known_year(),
        };
        e.when.known_year().map(|year| if day >= start { year - 1 } else { year })
    });
    let last = ahead.min();
    let past = body().filter(|(_, e)| e.sense == Sense::Open && e.bound.is_none()).filter_map(|(at, e)| {
        let whole = matches!(e.when, When::Year(_)) && e.rule != "subject_year";
        Some((e.when.known_year()? + if whole { own } else { 0 }, at))
    });
    // `a second phase, to 2040`: what lies behind what is to come is not past.
    let past = past.filter(|&(year, _)| last.is_none_or(|last| year <= last));
    (past.max_by_key(|&(year, at)| (year, usize::MAX - at)), last)
}

/// Whether a day or month that is to come is named with its year.
fn names_day_ahead(found: &[Expression]) -> bool {
    let day = |e: &Expression| matches!(e.when, When::Day { .. } | When::Month { .. }) && e.when.known_year().is_some();
    found.iter().any(|e| e.zone == Zone::Body && e.sense == Sense::Future && day(e))
}

/// Whether the year belongs to a name: `World Boat Fair 2025`.
fn is_name(e: &Expression) -> bool {
    matches!(e.rule, "bare_year" | "named_year")
}

/// Whether an English article calls its own year `this year`.
pub(super) fn says_this_year(reading: &Reading, found: &[Expression]) -> bool {
    let this = |e: &Expression| e.zone == Zone::Body && e.when == When::Year(YearOf::Shift(0));
    reading.language == "en" && found.iter().any(this)
}

/// The weekday of the event, and the expression that shows it: right before its date, or the first that the text after a
/// dateline names.
fn weekday(reading: &Reading, found: &[Expression], event: &Expression) -> Option<(u32, usize)> {
    let at = found.iter().position(|e| e.tokens == event.tokens)?;
    if event.zone == Zone::Body {
        let before = event.tokens.start.checked_sub(2).filter(|&k| matches!(reading.raw(k + 1), "," | "("))?;
        return english_weekday(reading.low(before)).map(|weekday| (weekday, at));
    }
    let first = reading.body().find(|s| s.tokens.start >= event.tokens.end)?;
    found.iter().enumerate().find_map(|(at, e)| match e.when {
        When::Weekday { weekday, week: None } if first.tokens.contains(&e.tokens.start) => Some((weekday, at)),
        _ => None,
    })
}
