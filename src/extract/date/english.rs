//! English days, months, quarters and years.

use crate::base::Day;
use crate::lexicon::{english_month, english_weekday};

use super::find::{Expression, Finder, Hit};
use super::when::{Part, Unit, When, YearOf};

/// An English expression of time at token `i`.
pub(super) fn english(f: &Finder, i: usize) -> Option<Hit> {
    if !f.reading.raw(i).is_ascii() {
        return None;
    }
    end_of(f, i)
        .or_else(|| short_years(f, i))
        .or_else(|| fiscal(f, i))
        .or_else(|| month_first(f, i))
        .or_else(|| day_first(f, i))
        .or_else(|| quarter(f, i))
        .or_else(|| months(f, i))
        .or_else(|| after_word(f, i))
        .or_else(|| length(f, i))
        .or_else(|| ago(f, i))
        .or_else(|| present(f, i))
        .or_else(|| weekday(f, i))
        .or_else(|| part(f, i))
        .or_else(|| months_to(f, i))
        .or_else(|| named_year(f, i))
        .or_else(|| subject_year(f, i))
        .or_else(|| goal_year(f, i))
        .or_else(|| year_of_result(f, i))
}

/// Highest number that after a year may be a month: `2021-09`.
const MONTHS: u32 = 12;

/// `the 2021-25 period`, `2026–30`: years of which the second is short.
fn short_years(f: &Finder, i: usize) -> Option<Hit> {
    let first = f.year(i).filter(|_| f.is_dash(i + 1) && f.reading.is_glued(i + 1) && f.reading.is_glued(i + 2))?;
    let short = f.digits(i + 2).filter(|_| f.reading.raw(i + 2).len() == 2)?;
    let stretch = matches!(f.low(i + 3), "period" | "term" | "tenure" | "phase" | "plan" | "season");
    let last = first - first % 100 + short as i32;
    let joined = f.is_dash(i + 3) && f.reading.is_glued(i + 3);
    let fits = last > first && !joined && (stretch || short > MONTHS);
    fits.then(|| Hit::new(i, i + 3, When::Years(first, last), "years"))
}

/// A month by name or abbreviation, capital first.
fn month(f: &Finder, i: usize) -> Option<u32> {
    english_month(f.low(i)).filter(|_| f.reading.is_capital(i))
}

fn ordinal(f: &Finder, i: usize) -> Option<u32> {
    let raw = f.low(i);
    let digits = raw
        .strip_suffix("st")
        .or_else(|| raw.strip_suffix("nd"))
        .or_else(|| raw.strip_suffix("rd"))
        .or_else(|| raw.strip_suffix("th"));
    f.digits(i).or_else(|| digits.and_then(|d| d.parse().ok())).filter(|d| (1..=31).contains(d))
}

/// `October 10, 2024`, `Oct. 10`, `October 2024`.
fn month_first(f: &Finder, i: usize) -> Option<Hit> {
    let month = month(f, i)?;
    let at = if f.low(i + 1) == "." { i + 2 } else { i + 1 };
    if let Some(year) = f.year(at) {
        return Some(Hit::new(i, at + 1, When::Month { year: YearOf::Known(year), month }, "month_year"));
    }
    if let Some(hit) = days_of(f, i, at, month).or_else(|| months_of(f, i, month)) {
        return Some(hit);
    }
    if let Some(day) = ordinal(f, at) {
        let comma = if f.low(at + 1) == "," { at + 2 } else { at + 1 };
        let written = f.year(comma).map(|y| (comma + 1, YearOf::Known(y)));
        let (next, year) = written.or_else(|| told_year(f, at + 1)).unwrap_or((at + 1, YearOf::Open));
        return Some(Hit::new(i, next, When::Day { year, month, day }, "day_month"));
    }
    let named = (f.low(i).len() > 3 || f.low(i) == "may")
        && matches!(
            f.before(i),
            "in" | "of"
                | "since"
                | "by"
                | "until"
                | "last"
                | "this"
                | "from"
                | "to"
                | "through"
                | "within"
                | "during"
                | "before"
                | "next"
                | "for"
        );
    let told = told_year(f, at);
    let (next, year) = told.unwrap_or((i + 1, YearOf::Open));
    (named || told.is_some()).then(|| Hit::new(i, next, When::Month { year, month }, "month"))
}

/// The year that other words tell after a day or month: `June 30 next year`; `June 30 that year`, which [`anaphoric`] reads.
fn told_year(f: &Finder, i: usize) -> Option<(usize, YearOf)> {
    let of = i + usize::from(f.low(i) == "of");
    let year = match (f.low(of), f.low(of + 1)) {
        ("this", "year") => YearOf::Shift(0),
        ("last", "year") => YearOf::Shift(-1),
        ("next", "year") => YearOf::Shift(1),
        ("that", "year") => YearOf::Open,
        _ => return None,
    };
    Some((of + 2, year))
}

/// The number after the dash that is glued to the number or month at `i`.
fn after_glued_dash(f: &Finder, i: usize) -> Option<usize> {
    let glued = f.is_dash(i + 1) && f.reading.is_glued(i + 1) && f.reading.is_glued(i + 2);
    glued.then_some(i + 2)
}

/// Some days in a row of one month.
fn days(year: YearOf, month: u32, first: u32, last: u32) -> When {
    let day = |day: u32| Box::new(When::Day { year, month, day });
    When::Between(day(first), day(last))
}

/// `June 28-29`, `June 28-29, 2024`: the days stand at `at`.
fn days_of(f: &Finder, i: usize, at: usize, month: u32) -> Option<Hit> {
    let first = f.digits(at).filter(|n| (1..=31).contains(n))?;
    let to = after_glued_dash(f, at)?;
    let last = f.digits(to).filter(|n| (first + 1..=31).contains(n) && after_glued_dash(f, to).is_none())?;
    let comma = if f.low(to + 1) == "," { to + 2 } else { to + 1 };
    let (next, year) = f.year(comma).map_or((to + 1, YearOf::Open), |y| (comma + 1, YearOf::Known(y)));
    Some(Hit::new(i, next, days(year, month, first, last), "day_month"))
}

/// `January-September`, `January-September 2024`.
fn months_of(f: &Finder, i: usize, first: u32) -> Option<Hit> {
    let to = after_glued_dash(f, i)?;
    let last = month(f, to).filter(|&last| last > first)?;
    let (next, year) = f.year(to + 1).map_or((to + 1, YearOf::Shift(0)), |y| (to + 2, YearOf::Known(y)));
    Some(Hit::new(i, next, When::Months { year, first, last }, "months_of_year"))
}

/// `10 October 2024`, `10 October, 2024`, `10th of October`, `25-26 October`.
fn day_first(f: &Finder, i: usize) -> Option<Hit> {
    let day = ordinal(f, i)?;
    if let Some(to) = after_glued_dash(f, i)
        && let Some(last) = f.digits(to).filter(|n| (day + 1..=31).contains(n))
        && let Some(month) = month(f, to + 1)
    {
        let (next, year) = f.year(to + 2).map_or((to + 2, YearOf::Open), |y| (to + 3, YearOf::Known(y)));
        return Some(Hit::new(i, next, days(year, month, day, last), "day_month"));
    }
    let at = if f.low(i + 1) == "of" { i + 2 } else { i + 1 };
    let month = month(f, at)?;
    let comma = if f.low(at + 1) == "," { at + 2 } else { at + 1 };
    let (next, year) = f.year(comma).map_or((at + 1, YearOf::Open), |y| (comma + 1, YearOf::Known(y)));
    Some(Hit::new(i, next, When::Day { year, month, day }, "day_month"))
}

/// `fiscal year 2025`, `fiscal 2025`, `fiscal year ended June 30, 2025`: the year before the day it ends on.
fn fiscal(f: &Finder, i: usize) -> Option<Hit> {
    if !matches!(f.low(i), "fiscal" | "financial") {
        return None;
    }
    let at = if f.low(i + 1) == "year" { i + 2 } else { i + 1 };
    if let Some(year) = f.year(at) {
        // `fiscal year 2019-20`
        let last = after_glued_dash(f, at).and_then(|to| f.digits(to)).filter(|&n| n as i32 % 100 == (year + 1) % 100);
        return Some(match last {
            Some(_) => Hit::new(i, at + 3, When::Years(year, year + 1), "fiscal_year"),
            None => Hit::new(i, at + 1, When::Year(YearOf::Known(year)), "fiscal_year"),
        });
    }
    let ends = matches!(f.low(at), "ended" | "ending" | "to" | "through") && f.low(at - 1) == "year";
    let next = if f.low(at + 1) == "on" { at + 2 } else { at + 1 };
    let last = month_first(f, next).filter(|_| ends)?;
    match last.when {
        When::Day { year: YearOf::Known(year), month, day } => {
            let from = Box::new(day_after(year - 1, month, day));
            Some(Hit::new(i, last.next, When::Between(from, Box::new(last.when)), "fiscal_year"))
        }
        _ => None,
    }
}

/// The day after; after 29 February of a common year, 1 March.
fn day_after(year: i32, month: u32, day: u32) -> When {
    let next = Day::new(year, month, day).and_then(|d| d.plus_days(1));
    let (year, month, day) = next.map_or((year, 3, 1), |d| (d.year(), d.month(), d.day()));
    When::Day { year: YearOf::Known(year), month, day }
}

/// `third quarter of 2024`, `Q3 2024`.
fn quarter(f: &Finder, i: usize) -> Option<Hit> {
    let (at, quarter) = match f.low(i) {
        "q1" => (i + 1, 1),
        "q2" => (i + 1, 2),
        "q3" => (i + 1, 3),
        "q4" => (i + 1, 4),
        word if f.low(i + 1) == "quarter" => (i + 2, rank(word)?),
        _ => return None,
    };
    let (next, year) = year_after(f, at);
    Some(Hit::new(i, next, When::Quarter { year, quarter }, "quarter"))
}

fn rank(word: &str) -> Option<u32> {
    match word {
        "first" => Some(1),
        "second" => Some(2),
        "third" => Some(3),
        "fourth" | "last" => Some(4),
        _ => None,
    }
}

fn year_after(f: &Finder, i: usize) -> (usize, YearOf) {
    let at = match f.low(i) {
        "of" | "in" | "/" | "," => i + 1,
        _ => i,
    };
    if let Some(year) = f.year(at) {
        return (at + 1, YearOf::Known(year));
    }
    match (f.low(at), f.low(at + 1)) {
        ("this", "year") => (at + 2, YearOf::Shift(0)),
        ("last", "year") => (at + 2, YearOf::Shift(-1)),
        ("the", "year") => (at + 2, YearOf::Shift(0)),
        _ => (i, YearOf::Open),
    }
}

/// `first nine months of 2024`, `first half of the year`.
fn months(f: &Finder, i: usize) -> Option<Hit> {
    // `H1 2025`
    if let Some((first, last)) =
        [("h1", (1, 6)), ("h2", (7, 12))].iter().find(|(half, _)| *half == f.low(i)).map(|h| h.1)
    {
        let (next, year) = year_after(f, i + 1);
        let year = if year == YearOf::Open { YearOf::Shift(0) } else { year };
        return Some(Hit::new(i, next, When::Months { year, first, last }, "months_of_year"));
    }
    if !matches!(f.low(i), "first" | "last" | "second" | "latter") {
        return None;
    }
    let (at, first, last) = match f.low(i + 1) {
        "half" if f.low(i) == "first" => (i + 2, 1, 6),
        "half" => (i + 2, 7, 12),
        _ => {
            let (at, n) = f
                .count(i + 1)
                .filter(|(at, n)| matches!(f.low(*at), "month" | "months") && *n <= 12 && f.low(i) == "first")?;
            (at + 1, 1, n)
        }
    };
    let (next, year) = year_after(f, at);
    let year = if year == YearOf::Open { YearOf::Shift(0) } else { year };
    Some(Hit::new(i, next, When::Months { year, first, last }, "months_of_year"))
}

/// `in 2024`, `by 2030`: a year after an English preposition.
fn after_word(f: &Finder, i: usize) -> Option<Hit> {
    let year = f.year(i).filter(|y| (1900..=2100).contains(y))?;
    let wanted = matches!(
        f.before(i),
        "in" | "by" | "of" | "since" | "from" | "until" | "for" | "during" | "to" | "than" | "and" | "between"
    );
    let glued = i + 1 < f.end && f.reading.is_glued(i + 1) && matches!(f.low(i + 1), "-" | "–" | "/");
    (wanted && !glued).then(|| Hit::new(i, i + 1, When::Year(YearOf::Known(year)), "year"))
}

/// `the end of December`, `end of this year`, `year-end`
fn end_of(f: &Finder, i: usize) -> Option<Hit> {
    if f.low(i) == "year" && f.low(i + 1) == "-" && f.low(i + 2) == "end" {
        let hit = Hit::new(i, i + 3, When::Year(YearOf::Shift(0)), "part_of_year");
        return Some(Hit { part: Some(Part::End), ..hit });
    }
    if f.low(i) != "end" || f.low(i + 1) != "of" {
        return None;
    }
    let at = if matches!(f.low(i + 2), "the" | "this" | "last" | "next") { i + 3 } else { i + 2 };
    if f.low(at) == "year" {
        let shift = match f.low(at - 1) {
            "last" => -1,
            "next" => 1,
            _ => 0,
        };
        return Some(Hit {
            part: Some(Part::End),
            ..Hit::new(i, at + 1, When::Year(YearOf::Shift(shift)), "part_of_year")
        });
    }
    if f.low(at) == "month" && matches!(f.low(at - 1), "the" | "this" | "next") {
        let hit = Hit::new(i, at + 1, When::Shift(Unit::Month, i32::from(f.low(at - 1) == "next")), "part_of_month");
        return Some(Hit { part: Some(Part::End), ..hit });
    }
    if let Some(year) = f.year(at) {
        let hit = Hit::new(i, at + 1, When::Year(YearOf::Known(year)), "part_of_year");
        return Some(Hit { part: Some(Part::End), ..hit });
    }
    let month = month(f, at)?;
    let (next, year) = f.year(at + 1).map_or((at + 1, YearOf::Open), |y| (at + 2, YearOf::Known(y)));
    Some(Hit { part: Some(Part::End), ..Hit::new(i, next, When::Month { year, month }, "month") })
}

/// `on Wednesday`, `last Monday`; not before a date that says the day.
fn weekday(f: &Finder, i: usize) -> Option<Hit> {
    let weekday = english_weekday(f.low(i))?;
    let at = if f.low(i + 1) == "," { i + 2 } else { i + 1 };
    let dated = month(f, at).is_some() || ordinal(f, at).is_some() && month(f, at + 1).is_some();
    // `Black Friday`, `Sunday Times`
    let named = i > f.start && f.reading.is_capital(i - 1) || f.low(i + 1) != "," && f.reading.is_capital(i + 1);
    let week = if f.before(i) == "next" { Some(1) } else { None };
    (f.reading.is_capital(i) && !dated && !named)
        .then(|| Hit::new(i, i + 1, When::Weekday { weekday, week }, "weekday"))
}

/// `next 10 years`, `past decade`, `last three months`; `ten years` of `the highest in ten years`.
fn length(f: &Finder, i: usize) -> Option<Hit> {
    let extreme = |k: usize| {
        matches!(f.low(k), "highest" | "lowest" | "fastest" | "slowest" | "biggest" | "largest" | "worst" | "best")
    };
    let record = || f.before(i) == "in" && i > f.start + 1 && (i.saturating_sub(8).max(f.start)..i - 1).any(extreme);
    if let Some((at, n)) = f.count(i).filter(|&(at, _)| f.low(at) == "years" && record()) {
        return Some(Hit::new(i, at + 1, When::Length { unit: Unit::Year, n, ahead: false }, "length"));
    }
    let ahead = match f.low(i) {
        "next" | "coming" => true,
        "past" | "last" => false,
        _ => return None,
    };
    if f.low(i + 1) == "decade" {
        return Some(Hit::new(i, i + 2, When::Length { unit: Unit::Year, n: 10, ahead }, "length"));
    }
    let (at, n) = f.count(i + 1)?;
    if f.low(at) == "decades" && n <= 10 {
        return Some(Hit::new(i, at + 1, When::Length { unit: Unit::Year, n: n * 10, ahead }, "length"));
    }
    let unit = match f.low(at) {
        "days" => Unit::Day,
        "weeks" => Unit::Week,
        "months" => Unit::Month,
        "quarters" => Unit::Quarter,
        "years" => Unit::Year,
        _ => return None,
    };
    Some(Hit::new(i, at + 1, When::Length { unit, n, ahead }, "length"))
}

/// What is said to be longer ago is no date: `5,000 years ago`.
const LONGEST_AGO: u32 = 1000;

/// `ten years ago`, `a week ago`.
fn ago(f: &Finder, i: usize) -> Option<Hit> {
    let one = matches!(f.low(i), "a" | "an").then_some((i + 1, 1));
    let (at, n) = f.count(i).or(one)?;
    let unit = match f.low(at) {
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "month" | "months" => Unit::Month,
        "year" | "years" => Unit::Year,
        _ => return None,
    };
    // `four years earlier`, not `one year earlier than`
    let past = f.low(at + 1) == "ago" || f.low(at + 1) == "earlier" && f.low(at + 2) != "than" && n > 1;
    (past && n <= LONGEST_AGO).then(|| Hit::new(i, at + 2, When::Shift(unit, -(n as i32)), "ago"))
}

/// `at present`, not `at present prices`.
fn present(f: &Finder, i: usize) -> Option<Hit> {
    let alone = f.low(i) == "present"
        && f.before(i) == "at"
        && (i + 1 >= f.end || !f.reading.raw(i + 1).starts_with(char::is_alphabetic));
    alone.then(|| Hit::new(i, i + 1, When::Vague("PRESENT_REF"), "phrase"))
}

/// `early 2026`, `late August`, `mid-2025`, `end-2027`.
fn part(f: &Finder, i: usize) -> Option<Hit> {
    let part = match f.low(i) {
        "early" => Part::Start,
        "mid" => Part::Middle,
        "late" | "end" => Part::End,
        _ => return None,
    };
    let hyphen = f.low(i + 1) == "-";
    let at = if hyphen { i + 2 } else { i + 1 };
    if f.low(i) == "end" && !hyphen {
        return None;
    }
    let hit = match (f.year(at), month(f, at)) {
        (Some(year), _) => Hit::new(i, at + 1, When::Year(YearOf::Known(year)), "part_of_year"),
        (_, Some(month)) => {
            let (next, year) = f.year(at + 1).map_or((at + 1, YearOf::Open), |y| (at + 2, YearOf::Known(y)));
            Hit::new(i, next, When::Month { year, month }, "month")
        }
        _ => return None,
    };
    Some(Hit { part: Some(part), ..hit })
}

/// `five months to May`, `nine months through September 2025`: so many months, the last of them named.
fn months_to(f: &Finder, i: usize) -> Option<Hit> {
    let (at, n) = f.count(i).filter(|&(at, n)| f.low(at) == "months" && n > 1)?;
    let last = month(f, at + 2).filter(|&last| matches!(f.low(at + 1), "to" | "through" | "until") && last >= n)?;
    let (next, year) = f.year(at + 3).map_or((at + 3, YearOf::Shift(0)), |y| (at + 4, YearOf::Known(y)));
    Some(Hit::new(i, next, When::Months { year, first: last + 1 - n, last }, "months_of_year"))
}

/// `Clean Water Day 2025`, `Trade Forum 2025`: the year in the name of what is held in it.
fn named_year(f: &Finder, i: usize) -> Option<Hit> {
    let year = f.year(i).filter(|y| (1990..=2100).contains(y))?;
    let held = matches!(
        f.before(i),
        "day" | "week" | "month" | "forum" | "summit" | "expo" | "festival" | "fair" | "conference" | "exhibition"
    );
    (held && f.reading.is_capital(i - 1)).then(|| Hit::new(i, i + 1, When::Year(YearOf::Known(year)), "named_year"))
}

/// `2023 was the year of the flood`: the year as the subject of its sentence.
fn subject_year(f: &Finder, i: usize) -> Option<Hit> {
    let opens = i == f.start || matches!(f.before(i), "“" | "\"");
    let verb = matches!(f.low(i + 1), "is" | "was" | "has" | "had" | "will" | "saw" | "marks" | "marked");
    let year = f.year(i).filter(|y| opens && verb && (1990..=2100).contains(y))?;
    Some(Hit::new(i, i + 1, When::Year(YearOf::Known(year)), "subject_year"))
}

/// `the 2025 deadline`, `its 2030 targets`: the year by which something is to be done.
fn goal_year(f: &Finder, i: usize) -> Option<Hit> {
    let goal = matches!(f.low(i + 1), "deadline" | "target" | "targets" | "goal" | "goals");
    let year = f.year(i).filter(|y| goal && (1990..=2100).contains(y))?;
    Some(Hit::new(i, i + 1, When::Year(YearOf::Known(year)), GOAL_YEAR))
}

/// The rule of a year that a goal is named by.
pub(super) const GOAL_YEAR: &str = "goal_year";

/// `its 2023 revenue`, `the 2024 budget`: the year that a result is of.
fn year_of_result(f: &Finder, i: usize) -> Option<Hit> {
    let result = matches!(
        f.low(i + 1),
        "revenue"
            | "revenues"
            | "profit"
            | "profits"
            | "income"
            | "sales"
            | "output"
            | "exports"
            | "imports"
            | "figure"
            | "figures"
            | "results"
            | "result"
            | "level"
            | "total"
            | "turnover"
            | "earnings"
            | "harvest"
            | "crop"
            | "ranking"
            | "rankings"
            | "budget"
            | "review"
    );
    let owner = matches!(f.before(i), "the" | "its" | "their" | "s" | "our" | "full" | "whole");
    let year = f.year(i).filter(|y| result && owner && (1990..=2100).contains(y))?;
    Some(Hit::new(i, i + 1, When::Year(YearOf::Known(year)), "year_of_result"))
}

/// `in 2024, up from 16% in the previous year`: the year before or after the one named last in the sentence; `June 30 that
/// year`: the one named last.
pub(super) fn anaphoric(f: &Finder, hit: &Hit, last: Option<&Expression>) -> Option<When> {
    if f.low(hit.next - 1) == "year" && f.low(hit.next - 2) == "that" {
        let year = YearOf::Known(last?.when.known_year()?);
        return match hit.when {
            When::Day { month, day, .. } => Some(When::Day { year, month, day }),
            When::Month { month, .. } => Some(When::Month { year, month }),
            _ => None,
        };
    }
    let shift = match (f.low(hit.start), f.low(hit.start + 1), f.low(hit.start + 2)) {
        ("a", "year", "earlier") | ("the", "previous", "year") | ("the", "year", "before") => -1,
        ("the", "following", "year") => 1,
        _ => return None,
    };
    let year = last.filter(|e| e.tokens.start >= f.start)?.when.known_year()?;
    Some(When::Year(YearOf::Known(year + shift)))
}
