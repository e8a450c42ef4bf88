//! Dates and times as pages print them: `Thứ năm, 10/10/2024, 14:14 (GMT+7)`. Days come first, years are written out.

use crate::base::{Span, days_in_month};
use crate::lexicon::{english_month, english_weekday};
use crate::text::TokenKind;

use super::words::Words;

/// A date of a page, to the day or the month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PageDate {
    /// `2024`.
    pub year: u32,
    /// 1 ..= 12.
    pub month: u32,
    /// 1 ..= 31.
    pub day: Option<u32>,
}

impl PageDate {
    fn new(year: u32, month: u32, day: Option<u32>) -> Option<Self> {
        let real = match day {
            Some(day) => (1..=days_in_month(year as i32, month)).contains(&day),
            None => (1..=12).contains(&month),
        };
        ((1900..2100).contains(&year) && real).then_some(Self { year, month, day })
    }

    /// `2024-10-10`, `2023-10`.
    pub fn iso(self) -> String {
        let Self { year, month, day } = self;
        day.map_or_else(|| format!("{year:04}-{month:02}"), |day| format!("{year:04}-{month:02}-{day:02}"))
    }
}

/// What a date line of a page states.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// The date with its label and time.
    pub span: Span,
    /// The date.
    pub date: PageDate,
    /// Hour and minute.
    pub clock: Option<(u32, u32)>,
    /// Whether a label calls it the day of the last change.
    pub is_update: bool,
    /// Whether a label calls it the day of publication.
    pub is_labelled: bool,
}

const WEEKDAYS: [&str; 41] = [
    "t . hai",
    "t . ba",
    "t . tư",
    "t . năm",
    "t . sáu",
    "t . bảy",
    "thứ hai",
    "thứ ba",
    "thứ tư",
    "thứ năm",
    "thứ sáu",
    "thứ bảy",
    "thứ 2",
    "thứ 3",
    "thứ 4",
    "thứ 5",
    "thứ 6",
    "thứ 7",
    "chủ nhật",
    "chúa nhật",
    "cn",
    "t2",
    "t3",
    "t4",
    "t5",
    "t6",
    "t7",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "hôm nay",
    "hôm qua",
    "today",
    "yesterday",
];

/// The name of a day of the week at token `i`; the index after it.
pub(super) fn weekday_at(words: &Words, i: usize) -> Option<usize> {
    let named = || english_weekday(words.low(i)).map(|_| i + 1);
    WEEKDAYS.iter().find_map(|name| words.phrase(i, name)).or_else(named)
}

/// A date with its year at token `i`, with or without `ngày` or `tháng` before it; the index after it.
pub(super) fn date_at(words: &Words, i: usize) -> Option<(usize, PageDate)> {
    let at = words.phrase(i, "ngày").unwrap_or(i);
    numeric(words, at).or_else(|| spelt(words, at)).or_else(|| english(words, at))
}

fn number(words: &Words, i: usize) -> Option<u32> {
    let raw = words.raw(i);
    let plain = words.kind(i) == Some(TokenKind::Number) && raw.len() <= 4 && raw.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| raw.parse().ok()).flatten()
}

/// `10/01/2024`, `10-1-2024`, `10.1.2024`, `2024-01-10`, `01/2024`, `2023-10`.
fn numeric(words: &Words, i: usize) -> Option<(usize, PageDate)> {
    if words.kind(i) == Some(TokenKind::Number) && words.raw(i).contains('.') {
        let parts: Vec<u32> = words.raw(i).split('.').filter_map(|p| p.parse().ok()).collect();
        let [day, month, year] = parts[..] else { return None };
        return Some((i + 1, PageDate::new(year, month, Some(day))?));
    }
    let first = number(words, i)?;
    let mark = words.low(i + 1);
    if !matches!(mark, "/" | "-" | "." | "–") {
        return None;
    }
    let second = number(words, i + 2)?;
    let third = (words.low(i + 3) == mark).then(|| number(words, i + 4)).flatten();
    if let Some(day) = before_t(words, i + 4).filter(|_| third.is_none() && words.low(i + 3) == mark) {
        return Some((i + 4, PageDate::new(first, second, Some(day))?));
    }
    let is_rest = i > 0 && words.raw(i - 1) == mark;
    match third {
        Some(day) if first > 1900 => Some((i + 5, PageDate::new(first, second, Some(day))?)),
        Some(year) if second > 12 => Some((i + 5, PageDate::new(year, first, Some(second))?)),
        Some(year) => Some((i + 5, PageDate::new(year, second, Some(first))?)),
        None if is_rest => None,
        None if first > 1900 => Some((i + 3, PageDate::new(first, second, None)?)),
        None => Some((i + 3, PageDate::new(second, first, None)?)),
    }
}

/// The day of `10T14:14`.
fn before_t(words: &Words, i: usize) -> Option<u32> {
    words.low(i).split_once('t')?.0.parse().ok()
}

/// `10 tháng 1 năm 2024`, `10 tháng 1, 2024`, `tháng 1/2024`, `tháng 1 năm 2024`.
fn spelt(words: &Words, i: usize) -> Option<(usize, PageDate)> {
    let (day, at) = match words.phrase(i, "tháng") {
        Some(at) => (None, at),
        None => (Some(number(words, i)?), words.phrase(i + 1, "tháng")?),
    };
    let month = number(words, at)?;
    let mut at = at + 1;
    if matches!(words.low(at), "," | "/" | "-" | "năm") {
        at += 1;
    }
    Some((at + 1, PageDate::new(number(words, at)?, month, day)?))
}

/// `October 10, 2024`, `10 Oct. 2024`, `October 2024`.
fn english(words: &Words, i: usize) -> Option<(usize, PageDate)> {
    let skip = |at: usize, marks: &[&str]| if marks.contains(&words.low(at)) { at + 1 } else { at };
    let ordinal = |at: usize| {
        let low = words.low(at);
        number(words, at)
            .or_else(|| low.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse().ok().filter(|&d| d < 32))
    };
    let (first_day, at) = match month(words, i) {
        Some(_) => (None, i),
        None => (Some(ordinal(i)?), skip(i + 1, &["of", "-"])),
    };
    let month = month(words, at)?;
    let at = skip(at + 1, &[".", ",", "-"]);
    if first_day.is_some() {
        return Some((at + 1, PageDate::new(number(words, at)?, month, first_day)?));
    }
    if let Some(day) = ordinal(at).filter(|&d| d < 32) {
        let year = skip(at + 1, &[",", "/"]);
        return Some((year + 1, PageDate::new(number(words, year)?, month, Some(day))?));
    }
    Some((at + 1, PageDate::new(number(words, at)?, month, None)?))
}

fn month(words: &Words, i: usize) -> Option<u32> {
    english_month(words.low(i))
}

/// A time of day at token `i`; the index after it. `14:14`, `14:14:05`, `14h14`, `14 giờ 14`, `2:14 PM`, `02:14 CH`.
pub(super) fn clock_at(words: &Words, i: usize) -> Option<(usize, (u32, u32))> {
    let (mut at, hour, minute) = bare_clock(words, i)?;
    if matches!(words.low(at), "'" | "’") || words.phrase(at, "phút").is_some() {
        at += 1;
    }
    let half = words.low(at);
    let hour = match half {
        "pm" | "ch" if hour < 12 => hour + 12,
        "am" | "sa" if hour == 12 => 0,
        _ => hour,
    };
    let at = if matches!(half, "pm" | "ch" | "am" | "sa") { at + 1 } else { at };
    (hour < 24 && minute < 60).then_some((at, (hour, minute)))
}

fn bare_clock(words: &Words, i: usize) -> Option<(usize, u32, u32)> {
    let low = words.low(i);
    if let Some((hour, minute)) = low.split_once(['h', 'g']).filter(|_| words.kind(i) == Some(TokenKind::Word)) {
        let hour = hour.parse().ok()?;
        return match minute.trim_end_matches("gmt") {
            "" if words.low(i + 1) == ":" => Some((i + 3, hour, number(words, i + 2)?)),
            "" => Some((i + 1, hour, 0)),
            minute => Some((i + 1, hour, minute.parse().ok()?)),
        };
    }
    // The hour of `10T14:14`.
    let hour = number(words, i).or_else(|| low.split_once('t')?.1.parse().ok())?;
    if words.low(i + 1) == ":" {
        let minute = number(words, i + 2)?;
        let seconds = words.low(i + 3) == ":" && number(words, i + 4).is_some();
        return Some((if seconds { i + 5 } else { i + 3 }, hour, minute));
    }
    let at = words.phrase(i + 1, "giờ")?;
    Some(number(words, at).map_or((at, hour, 0), |minute| (at + 1, hour, minute)))
}

/// `GMT+7`, `(UTC +07:00)` at token `i`; the index after it.
pub(super) fn zone_at(words: &Words, i: usize) -> Option<usize> {
    let opened = words.low(i) == "(";
    let at = i + usize::from(opened);
    if !matches!(words.low(at), "gmt" | "utc" | "ict") {
        return None;
    }
    let mut at = at + 1;
    if matches!(words.low(at), "+" | "-") {
        at += 2;
        if words.low(at) == ":" && number(words, at + 1).is_some() {
            at += 2;
        }
    }
    Some(if opened && words.low(at) == ")" { at + 1 } else { at })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, date: &str, clock: &str) {
        let words = Words::new(text, Span::new(0, text.len()));
        let found = (0..words.n_tokens()).find_map(|i| date_at(&words, i)).map(|(_, d)| d.iso());
        assert_eq!(found.unwrap_or_default(), date, "{text}");
        let found = (0..words.n_tokens()).filter(|&i| date_at(&words, i).is_none()).find_map(|i| clock_at(&words, i));
        assert_eq!(found.map(|(_, (h, m))| format!("{h:02}:{m:02}")).unwrap_or_default(), clock, "{text}");
    }

    #[test]
    fn reads_dates_day_first() {
        check("10/01/2024 | 14:14", "2024-01-10", "14:14");
        check("March, 9/2021 - 08:15", "2021-03-09", "08:15");
        check("Thứ năm, 5/9/2019, 07:05 (GMT+7)", "2019-09-05", "07:05");
        check("16.3.2021 9h05", "2021-03-16", "09:05");
        check("Chủ nhật, ngày 6 tháng 2 năm 2022", "2022-02-06", "");
        check("08:30 SA, 12 tháng 3, 2020", "2020-03-12", "08:30");
        check("date 2018-11", "2018-11", "");
        check("2021-02-24T16:30:00", "2021-02-24", "16:30");
        check("Updated: October 3rd, 2023 2:14 PM", "2023-10-03", "14:14");
        check("3 Oct. 2023", "2023-10-03", "");
        check("Tháng 4/2017", "2017-04", "");
    }

    #[test]
    fn leaves_what_is_no_date() {
        check("ngày 10/10, xếp hạng 71/193", "", "");
        check("31/02/2023", "", "");
        check("24/7 và 3.500 tỷ", "", "");
    }
}
