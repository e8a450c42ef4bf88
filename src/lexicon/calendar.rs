//! Fixed expressions of time: `năm ngoái`, `đến nay`, `hằng tháng`.

use super::{Phrases, Tables};

/// What a fixed expression of time means, seen from the article's date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimePhrase {
    /// So many days later.
    Day(i32),
    /// So many weeks later.
    Week(i32),
    /// So many months later.
    Month(i32),
    /// So many quarters later.
    Quarter(i32),
    /// So many years later.
    Year(i32),
    /// The year that is ending or has just ended.
    PastYear,
    /// The beginning of the year so many years later.
    YearStart(i32),
    /// The middle of that year.
    YearMiddle(i32),
    /// The end of that year.
    YearEnd(i32),
    /// From the first day of the year to the article's date.
    SinceYear,
    /// From the first day of the month to the article's date.
    SinceMonth,
    /// From the article's date to the end of its year.
    RestOfYear,
    /// `PRESENT_REF`, `PAST_REF` or `FUTURE_REF`.
    Vague(&'static str),
    /// A repeated time, as an ISO 8601 duration.
    Every(&'static str),
    /// A feast on a lunar day: month and day (0: the last).
    Lunar(u32, u32),
    /// A feast on a day of the solar year: month and day.
    Feast(u32, u32),
}

/// Reads the table of fixed expressions.
pub(super) fn time_phrases(tables: &Tables) -> Phrases<TimePhrase> {
    Phrases::new(tables.rows("calendar").filter_map(|row| {
        let [phrase, kind, value] = row[..] else { return None };
        Some((phrase, time_phrase(kind, value)?))
    }))
}

fn time_phrase(kind: &str, value: &'static str) -> Option<TimePhrase> {
    let shift = value.parse().unwrap_or(0);
    Some(match kind {
        "day" => TimePhrase::Day(shift),
        "week" => TimePhrase::Week(shift),
        "month" => TimePhrase::Month(shift),
        "quarter" => TimePhrase::Quarter(shift),
        "year" => TimePhrase::Year(shift),
        "past_year" => TimePhrase::PastYear,
        "year_start" => TimePhrase::YearStart(shift),
        "year_mid" => TimePhrase::YearMiddle(shift),
        "year_end" => TimePhrase::YearEnd(shift),
        "since_year" => TimePhrase::SinceYear,
        "since_month" => TimePhrase::SinceMonth,
        "rest_of_year" => TimePhrase::RestOfYear,
        "ref" => TimePhrase::Vague(value),
        "set" => TimePhrase::Every(value),
        "lunar" => {
            let (month, day) = month_day(value)?;
            TimePhrase::Lunar(month, day)
        }
        "feast" => {
            let (month, day) = month_day(value)?;
            TimePhrase::Feast(month, day)
        }
        _ => return None,
    })
}

fn month_day(value: &str) -> Option<(u32, u32)> {
    let (month, day) = value.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

// The names of months and days are no table: readers of formats, which have none, read dates, too.
const ENGLISH_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of an English month, 1 to 12, by its name in lower case or the first letters of it: `october`, `oct`, `sept`.
pub fn english_month(low: &str) -> Option<u32> {
    let is_named = |name: &&str| *name == low || name.get(..3) == Some(low) || low == "sept" && name.starts_with(low);
    ENGLISH_MONTHS.iter().position(is_named).map(|at| at as u32 + 1)
}

const ENGLISH_WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The number of an English day of the week, 1 (Monday) to 7, by its name in lower case.
pub fn english_weekday(low: &str) -> Option<u32> {
    ENGLISH_WEEKDAYS.iter().position(|name| *name == low).map(|at| at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_months_by_name_and_short() {
        let numbers = ["january", "oct", "sept", "sep", "may", "octo", "ma", "tháng"].map(english_month);
        assert_eq!(numbers, [Some(1), Some(10), Some(9), Some(9), Some(5), None, None, None]);
    }

    #[test]
    fn english_days_of_the_week() {
        assert_eq!(["monday", "sunday", "sun", "today"].map(english_weekday), [Some(1), Some(7), None, None]);
    }

    #[test]
    fn every_row_is_read() {
        for row in Tables::built_in().rows("calendar") {
            assert!(row.len() == 3 && time_phrase(row[1], row[2]).is_some(), "{row:?}");
        }
    }
}
