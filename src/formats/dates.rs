//! Dates as files write them, to ISO 8601: `2023-10-10T08:00:00+07:00`, `Thứ ba, 10/10/2023, 08:00 (GMT+7)`,
//! `Tue, 10 Oct 2023 01:00:00 GMT`, `10 tháng 10, 2023`.

use crate::base::Day;
use crate::lexicon::english_month;

/// Minutes that Vietnam is ahead of UTC.
const VIETNAM: i32 = 7 * 60;

/// Which number of `10/11/2023` is the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Order {
    /// The first, as in Vietnam.
    DayFirst,
    /// The second, as in the United States.
    MonthFirst,
}

/// A day and perhaps a time, `2023-10-10` or `2023-10-10T08:00`, as a clock in Vietnam shows it where the text names an
/// offset and `is_vietnamese`; else as it stands. The first date of the text counts.
pub(super) fn iso(text: &str, order: Order, is_vietnamese: bool) -> Option<String> {
    let end = (0..=text.len().min(MOST)).rev().find(|&at| text.is_char_boundary(at))?;
    let text = &text[..end];
    let words = words(text);
    let (day, next) = (0..words.len()).find_map(|i| date(text, &words, i, order, is_vietnamese))?;
    // The time may stand before the day: `08:00 | 10/10/2023`.
    let clock = clock(text, &words, next).or_else(|| (0..words.len()).find_map(|i| clock_at(text, &words, i)));
    let Some((minutes, after)) = clock else { return Some(day.to_string()) };
    let offset = offset(text, &words, after);
    let (day, minutes) = match offset.filter(|&offset| is_vietnamese && offset != VIETNAM) {
        Some(offset) => shifted(day, minutes + VIETNAM - offset)?,
        None => (day, minutes),
    };
    Some(format!("{day}T{:02}:{:02}", minutes / 60, minutes % 60))
}

/// Bytes of a text that are looked at.
const MOST: usize = 400;

/// The day of a serial number of Excel (days since 1899-12-30), if it lies in the years of news.
pub(super) fn of_excel(number: f64) -> Option<String> {
    const FIRST: f64 = 10_959.0; // 1930-01-01
    const LAST: f64 = 73_051.0; // 2100-01-01
    if !(FIRST..LAST).contains(&number) {
        return None;
    }
    Some(Day::new(1899, 12, 30)?.plus_days(number as i64)?.to_string())
}

/// A day and a number of minutes that may lie outside it.
fn shifted(day: Day, minutes: i32) -> Option<(Day, i32)> {
    Some((day.plus_days(i64::from(minutes.div_euclid(1440)))?, minutes.rem_euclid(1440)))
}

/// A run of digits, or of letters in lower case, and where it ends.
#[derive(Debug)]
struct Word<'a> {
    text: &'a str,
    number: Option<i64>,
    start: usize,
    end: usize,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word> = Vec::new();
    let kind = |c: char| if c.is_ascii_digit() { 1 } else { u8::from(c.is_alphabetic()) * 2 };
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if kind(c) == 0 {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = chars.peek().filter(|(_, next)| kind(*next) == kind(c)) {
            end = at + next.len_utf8();
            chars.next();
        }
        let piece = &text[start..end];
        out.push(Word { text: piece, number: piece.parse().ok(), start, end });
    }
    out
}

/// A date at word `i`, and the number of the word after it.
fn date(text: &str, words: &[Word], i: usize, order: Order, is_vietnamese: bool) -> Option<(Day, usize)> {
    let Some(first) = words[i].number else { return english(words, i) };
    if let Some(day) = alone(words[i].text, first, is_vietnamese) {
        return Some((day, i + 1));
    }
    if joined(text, words, i) {
        let (second, third) = (number(words, i + 1)?, number(words, i + 2)?);
        if words[i].text.len() == 4 {
            return Some((day(Some(first), second, third)?, i + 3));
        }
        let month_first = second > 12 || order == Order::MonthFirst && first < 13;
        let (month, date) = if month_first { (first, second) } else { (second, first) };
        return Some((day(Some(third).filter(|_| words[i].text.len() < 3), month, date)?, i + 3));
    }
    let low = words.get(i + 1)?.text.to_lowercase();
    if matches!(low.as_str(), "tháng" | "thg" | "th") {
        // `10 tháng 10 năm 2023`, `10 Th10, 2023`.
        let at = i + 3 + usize::from(words.get(i + 3).is_some_and(|w| w.text == "năm"));
        return Some((day(number(words, at), number(words, i + 2)?, first)?, at + 1));
    }
    Some((day(number(words, i + 2), month(&low)?, first)?, i + 3))
}

/// `October 9th, 2023` at word `i`.
fn english(words: &[Word], i: usize) -> Option<(Day, usize)> {
    let month = month(&words[i].text.to_lowercase())?;
    let ordinal = words.get(i + 2).is_some_and(|w| matches!(w.text, "st" | "nd" | "rd" | "th"));
    let at = i + 2 + usize::from(ordinal);
    Some((day(number(words, at), month, number(words, i + 1)?)?, at + 1))
}

/// A number that is a date by itself: `20231010`, or seconds or milliseconds since 1970.
fn alone(text: &str, number: i64, is_vietnamese: bool) -> Option<Day> {
    match text.len() {
        8 => day(Some(number / 10_000), number / 100 % 100, number % 100),
        n @ (10 | 13) => {
            let seconds =
                if n == 13 { number / 1000 } else { number } + if is_vietnamese { i64::from(VIETNAM) * 60 } else { 0 };
            let day = Day::from_number(Day::new(1970, 1, 1)?.number() + seconds.div_euclid(86_400))?;
            (1990..2100).contains(&day.year()).then_some(day)
        }
        _ => None,
    }
}

fn number(words: &[Word], at: usize) -> Option<i64> {
    words.get(at)?.number
}

fn day(year: Option<i64>, month: i64, day: i64) -> Option<Day> {
    let year = year.filter(|year| (1900..2100).contains(year))?;
    Day::new(i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Whether the three numbers from word `i` on are parted by the same single mark: `10/10/2023`, `2023-10-10`.
fn joined(text: &str, words: &[Word], i: usize) -> bool {
    let gap = |at: usize| Some(text[words.get(at)?.end..words.get(at + 1)?.start].trim());
    gap(i) == gap(i + 1) && matches!(gap(i), Some("/" | "-" | "." | "–"))
}

fn month(low: &str) -> Option<i64> {
    english_month(low).map(i64::from)
}

/// A time of day right behind the date.
fn clock(text: &str, words: &[Word], from: usize) -> Option<(i32, usize)> {
    (from..words.len().min(from + 3)).find_map(|i| clock_at(text, words, i))
}

/// `08:00`, `8h05`, `8:05 PM`; in minutes, and the number of the word after it.
fn clock_at(text: &str, words: &[Word], i: usize) -> Option<(i32, usize)> {
    let colon = |at: usize| words.get(at + 1).is_some_and(|next| &text[words[at].end..next.start] == ":");
    let number = |at: usize| words.get(at).and_then(|w| w.number.filter(|_| w.text.len() < 3));
    let hour = number(i)?;
    let (minute, mut next) = match words.get(i + 1)?.text {
        "h" | "g" | "giờ" => (number(i + 2).unwrap_or(0), i + 3),
        _ if colon(i) => (number(i + 1)?, i + 2),
        _ => return None,
    };
    if hour > 23 || minute > 59 {
        return None;
    }
    if number(next).is_some() && colon(next - 1) {
        next += 1; // seconds
    }
    let half = words.get(next).map(|w| w.text.to_lowercase());
    let hour = match half.as_deref() {
        Some("pm" | "ch") if hour < 12 => hour + 12,
        Some("am" | "sa") if hour == 12 => 0,
        _ => hour,
    };
    Some(((hour * 60 + minute) as i32, next))
}

/// Minutes ahead of UTC that the text names behind the time: `Z`, `GMT`, `+07:00`, `GMT+7`.
fn offset(text: &str, words: &[Word], from: usize) -> Option<i32> {
    let last = words.get(from.checked_sub(1)?)?.end;
    // Behind parts of a second.
    let rest = text[last..].trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let rest = rest.trim_start_matches([' ', '(', '\u{a0}']);
    let named = ["GMT", "UTC", "Z"].iter().find_map(|name| rest.strip_prefix(name));
    let rest = named.unwrap_or(rest).trim_start();
    let sign = match rest.chars().next() {
        Some('+') => 1,
        Some('-' | '−') => -1,
        _ => return named.map(|_| 0),
    };
    let digits: String = rest.chars().skip(1).filter(|c| *c != ':').take_while(char::is_ascii_digit).take(4).collect();
    let number: i32 = digits.parse().ok()?;
    let minutes = if digits.len() > 2 { number / 100 * 60 + number % 100 } else { number * 60 };
    (minutes <= 14 * 60).then_some(sign * minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(iso(text, Order::DayFirst, true).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn reads_dates_in_the_forms_of_files() {
        check("2023-10-10T08:00:00+07:00", "2023-10-10T08:00");
        check("2023-10-09T23:30:00Z", "2023-10-10T06:30");
        check("2023-10-09T23:30:00.000Z", "2023-10-10T06:30");
        check("2023-12-31T23:30:00+0000", "2024-01-01T06:30");
        check("2023-10-10 08:00:00", "2023-10-10T08:00");
        check("2023/10/10", "2023-10-10");
        check("Thứ ba, 10/10/2023, 08:00 (GMT+7)", "2023-10-10T08:00");
        check("08:05 | 10/11/2023", "2023-11-10T08:05");
        check("10/10/2023 8:05 CH", "2023-10-10T20:05");
        check("Ngày 9 tháng 1 năm 2024", "2024-01-09");
        check("9 Th1, 2024", "2024-01-09");
        check("Tue, 10 Oct 2023 01:00:00 GMT", "2023-10-10T08:00");
        check("Tue, 10 Oct 2023 08:00:00 +0700", "2023-10-10T08:00");
        check("October 9th, 2023", "2023-10-09");
        check("25/12/2023 8h30", "2023-12-25T08:30");
        check("12/25/2023", "2023-12-25");
        check("1696899600", "2023-10-10");
        check("20231010", "2023-10-10");
    }

    #[test]
    fn leaves_what_is_no_date() {
        for text in ["", "31/02/2023", "2023", "7.500.000 đồng", "điện thoại 024 3825 1234", "10/10", "tháng 10/2023"]
        {
            check(text, "");
        }
    }

    #[test]
    fn americans_write_the_month_first() {
        assert_eq!(iso("10/11/2023 8:00:00 AM", Order::MonthFirst, false).as_deref(), Some("2023-10-11T08:00"));
        assert_eq!(iso("25/11/2023", Order::MonthFirst, false).as_deref(), Some("2023-11-25"));
        assert_eq!(iso("2023-10-09T23:30:00Z", Order::DayFirst, false).as_deref(), Some("2023-10-09T23:30"));
    }

    #[test]
    fn excel_counts_days() {
        assert_eq!(of_excel(45_209.0).as_deref(), Some("2023-10-10"));
        assert_eq!(of_excel(45_209.75).as_deref(), Some("2023-10-10"));
        assert_eq!(of_excel(2023.0), None);
    }
}
