//! How long the time is that a figure counts over: what is earned in a month is not set against what is earned in a year.

use crate::base::{Day, days_in_month};
use crate::extract::FigureKind;
use crate::text::fold;

/// Units of what happens, which is counted over a time as money is: of what there is a number holds at a time.
const EVENTS: [&str; 8] = ["lượt", "vụ", "ca", "giao dịch", "chuyến", "cuộc", "visits", "transactions"];

/// Words that say that a figure counts from the beginning of its year on.
const SO_FAR: [&str; 4] = ["lũy kế", "luỹ kế", "cộng dồn", "year to date"];

/// Factor by which two periods may differ in length and still be of one kind: months, quarters, years.
const ALIKE: f64 = 1.2;
/// Factor by which a sum without a period may differ from that of a year, or from another without a period, and still be
/// one of a year.
const OF_A_YEAR: f64 = 1.6;

/// Whether a figure adds up over its period, as income does, other than what there is at a time: money, what happens, and
/// whatever is counted over an interval that its sentence names (`quý I có 1.436 người chết`). `named`: the period that its
/// sentence names (ISO 8601).
pub(super) fn adds_up(kind: FigureKind, unit: &str, named: Option<&str>) -> bool {
    let unit = fold(unit);
    let is_of = |word: &str| unit.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let is_over_interval = || named.is_some_and(|period| period.contains('/'));
    match kind {
        FigureKind::Money => true,
        FigureKind::Count => EVENTS.iter().any(|word| is_of(word)) || is_over_interval(),
        _ => false,
    }
}

/// Days of the period `value` (ISO 8601: a year, month or interval) of a figure in `sentence`; `None` where it is a single
/// day, which only says when something was told.
pub(super) fn length(value: &str, sentence: &str) -> Option<u16> {
    let (first, last) = match value.split_once('/') {
        Some((first, last)) => (first_day(first)?, last_day(last)?),
        None => (first_day(value)?, last_day(value)?),
    };
    if first == last {
        return None;
    }
    let low = fold(sentence);
    let is_so_far = SO_FAR.iter().any(|words| low.contains(words));
    let first = if is_so_far { Day::new(last.year(), 1, 1)? } else { first };
    u16::try_from(last.number() - first.number() + 1).ok()
}

/// Whether two sums, each with the days that it counts over, may be of one measure.
pub(super) fn comparable((a, days_a): (f64, Option<u16>), (b, days_b): (f64, Option<u16>)) -> bool {
    let within = |a: f64, b: f64, factor: f64| a <= factor * b && b <= factor * a;
    match (days_a, days_b) {
        (Some(a), Some(b)) => within(f64::from(a), f64::from(b), ALIKE),
        (Some(days), None) | (None, Some(days)) => days >= 365 && within(a, b, OF_A_YEAR),
        (None, None) => within(a, b, OF_A_YEAR),
    }
}

fn parts(iso: &str) -> Option<(i32, Option<u32>, Option<u32>)> {
    let mut parts = iso.splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let year = i32::try_from(parts.next()??).ok()?;
    Some((year, parts.next().flatten(), parts.next().flatten()))
}

fn first_day(iso: &str) -> Option<Day> {
    let (year, month, day) = parts(iso)?;
    Day::new(year, month.unwrap_or(1), day.unwrap_or(1))
}

/// The last day of a day, month or year (ISO 8601).
pub(super) fn last_day(iso: &str) -> Option<Day> {
    let (year, month, day) = parts(iso)?;
    let month = month.unwrap_or(12);
    Day::new(year, month, day.unwrap_or_else(|| days_in_month(year, month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_have_a_length() {
        for (value, sentence, days) in [
            ("2023", "", Some(365)),
            ("2024", "", Some(366)),
            ("2023-03", "", Some(31)),
            ("2023-01-01/2023-06-30", "", Some(181)),
            ("2021/2025", "", Some(1826)),
            ("2023-03", "Lũy kế đến hết tháng 3 là 5 tỷ đồng.", Some(90)),
            // A day, and what is no time.
            ("2023-03-14", "", None),
            ("XXXX-10-10", "", None),
            ("2023-02-30", "", None),
            ("", "", None),
        ] {
            assert_eq!(length(value, sentence), days, "{value} {sentence}");
        }
    }

    #[test]
    fn sums_of_periods_of_one_length_are_compared() {
        for (a, b, is_comparable) in [
            ((90.0, Some(365)), (99.0, Some(366)), true),
            ((90.0, Some(365)), (9.0, Some(31)), false),
            ((25.0, Some(90)), (24.0, Some(92)), true),
            // Without a period: of a year, or less.
            ((90.0, Some(365)), (99.0, None), true),
            ((90.0, Some(365)), (45.0, None), false),
            ((9.0, Some(31)), (9.0, None), false),
            ((90.0, None), (99.0, None), true),
            ((9.0, None), (90.0, None), false),
        ] {
            assert_eq!(comparable(a, b), is_comparable, "{a:?} {b:?}");
        }
    }

    #[test]
    fn money_and_events_add_up() {
        for (kind, unit, named, expected) in [
            (FigureKind::Money, "đồng", None, true),
            (FigureKind::Count, "lượt khách", None, true),
            (FigureKind::Count, "cán bộ", None, false),
            (FigureKind::Count, "trường", None, false),
            (FigureKind::Count, "người", Some("2023-01-01/2023-03-31"), true),
            (FigureKind::Count, "người", Some("2023-03-31"), false),
            (FigureKind::Count, "người", Some("2023"), false),
            (FigureKind::Percent, "%", Some("2023-01-01/2023-03-31"), false),
        ] {
            assert_eq!(adds_up(kind, unit, named), expected, "{unit} {named:?}");
        }
    }
}
