//! From one time to another: `từ nay đến cuối năm 2025`, `từ tháng 1 đến tháng 9/2024`.

use super::day;
use super::find::{Finder, Hit};
use super::when::{Unit, When, YearOf};
use crate::text::TokenKind;

/// A range that begins with `từ` at token `i`.
pub(super) fn range(f: &Finder, i: usize) -> Option<Hit> {
    if !matches!(f.low(i), "từ" | "from") {
        return None;
    }
    let (middle, from, open) = start(f, i + 1)?;
    let at = match f.low(middle) {
        "đến" | "tới" | "to" | "until" | "through" => middle + 1,
        "cho" if f.low(middle + 1) == "đến" => middle + 2,
        _ if f.is_dash(middle) => middle + 1,
        _ => return None,
    };
    let at = if f.low(at) == "hết" { at + 1 } else { at };
    let now = f.low(at) == "nay" || f.reading.phrase(at, "now").is_some();
    if now {
        let now = Box::new(When::Shift(Unit::Day, 0));
        return Some(Hit::new(i, at + 1, When::Between(Box::new(from?), now), "range"));
    }
    if let Some(hit) = to_day(f, i, at, from.as_ref()) {
        return Some(hit);
    }
    let to = with_year(f, f.single(at).or_else(|| day::plain(f, at)).or_else(|| bare(f, at))?);
    let from = match (from, open, &to.when) {
        (Some(from), _, _) => from,
        (None, Some(day), When::Day { year, month, .. }) => When::Day { year: *year, month: *month, day },
        (None, Some(month), When::Month { year, .. }) => When::Month { year: *year, month },
        _ => return None,
    };
    // `từ nay đến cuối năm`: the last day of the stretch, not its beginning.
    Some(Hit {
        start: i,
        next: to.next,
        when: When::Between(Box::new(from), Box::new(to.when)),
        part: None,
        rule: "range",
    })
}

/// `from September 25 to 26`: the last day, of the same month, stands alone at `at`.
fn to_day(f: &Finder, i: usize, at: usize, from: Option<&When>) -> Option<Hit> {
    let Some(&When::Day { year, month, day }) = from.filter(|_| f.reading.language == "en") else { return None };
    let last = f.digits(at).filter(|n| (day + 1..=31).contains(n) && f.reading.raw(at).len() <= 2)?;
    let counts =
        f.reading.kind(at + 1) == Some(TokenKind::Word) && !matches!(f.low(at + 1), "in" | "at" | "and" | "with");
    let from = Box::new(When::Day { year, month, day });
    let to = Box::new(When::Day { year, month, day: last });
    (!counts).then(|| Hit::new(i, at + 1, When::Between(from, to), "range"))
}

/// The last month of a stretch with the year after it: `June in 2024`.
fn with_year(f: &Finder, to: Hit) -> Hit {
    match to.when {
        When::Month { year: YearOf::Open, month } if matches!(f.low(to.next), "in" | "of") => match f.year(to.next + 1)
        {
            Some(year) => Hit { next: to.next + 2, when: When::Month { year: YearOf::Known(year), month }, ..to },
            None => to,
        },
        _ => to,
    }
}

/// The first end: the index after it, its meaning, or a number that takes its unit from the other end.
fn start(f: &Finder, i: usize) -> Option<(usize, Option<When>, Option<u32>)> {
    if f.low(i) == "nay" {
        return Some((i + 1, Some(When::Shift(Unit::Day, 0)), None));
    }
    let at = if matches!(f.low(i), "ngày" | "tháng") { i + 1 } else { i };
    if let Some(n) = f.digits(at).filter(|n| *n <= 31 && f.reading.raw(at).len() <= 2)
        // `tháng 5-2024 đến tháng 2-2025`: the hyphen joins the year.
        && (matches!(f.low(at + 1), "đến" | "tới") || f.is_dash(at + 1) && f.year(at + 2).is_none())
    {
        return Some((at + 1, None, Some(n)));
    }
    if let Some(hit) = f.single(i) {
        return Some((hit.next, Some(hit.when), None));
    }
    let hit = bare(f, i)?;
    Some((hit.next, Some(hit.when), None))
}

/// A year without a word before it.
fn bare(f: &Finder, i: usize) -> Option<Hit> {
    let year = f.year(i)?;
    Some(Hit::new(i, i + 1, When::Year(YearOf::Known(year)), "year"))
}
