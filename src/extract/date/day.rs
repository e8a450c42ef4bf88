//! Days and times of day: `ngày 10/10/2024`, `sáng 8-8`, `thứ Năm tuần trước`, `14h30`.

use crate::text::TokenKind;

use super::find::{Finder, Hit};
use super::period::year_after;
use super::when::{Unit, When, YearOf};

/// Words that announce a day.
const DAY_WORDS: [&str; 9] = ["ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "khuya", "dịp"];

/// A day at token `i`: in digits, or after a word.
pub(super) fn day(f: &Finder, i: usize) -> Option<Hit> {
    match f.reading.kind(i)? {
        TokenKind::Number => full(f, i).or_else(|| bare(f, i)),
        _ => announced(f, i).or_else(|| weekday(f, i)),
    }
}

/// A day and its month in digits: the index after it, year, month and day.
fn digits(f: &Finder, i: usize, marks: &[&str]) -> Option<(usize, YearOf, u32, u32)> {
    if f.reading.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    if let Some(found) = dotted(f, i) {
        return Some(found);
    }
    let day = f.digits(i)?;
    if !f.joins(i + 1, marks) {
        return None;
    }
    let month = f.digits(i + 2)?;
    let mut next = i + 3;
    let mut year = YearOf::Open;
    if f.joins(next, marks) {
        match f.year(next + 1) {
            Some(found) => {
                year = YearOf::Known(found);
                next += 2;
            }
            // `30/4-1/5`: another day follows.
            None if f.low(next) != f.low(i + 1) => {}
            None => return None,
        }
    }
    is_day(day, month).then_some((next, year, month, day))
}

/// `10.10.2024`, or `10.10` after a word that announces a day.
fn dotted(f: &Finder, i: usize) -> Option<(usize, YearOf, u32, u32)> {
    if !f.low(i).contains('.') {
        return None;
    }
    let parts: Vec<u32> = f.low(i).split('.').filter_map(|p| p.parse().ok()).collect();
    match parts[..] {
        [day, month, year] if is_day(day, month) && (1900..=2150).contains(&year) => {
            Some((i + 1, YearOf::Known(year as i32), month, day))
        }
        [day, month]
            if is_day(day, month)
                && f.low(i).len() <= 5
                && (matches!(f.before(i), "ngày" | "sáng" | "trưa" | "chiều" | "tối" | "đêm" | "hôm")
                    || is_day_of_all(f, i)) =>
        {
            Some((i + 1, YearOf::Open, month, day))
        }
        _ => None,
    }
}

fn is_day(day: u32, month: u32) -> bool {
    (1..=crate::base::days_in_month(2024, month)).contains(&day)
}

/// Day, month and year in digits stand for a day anywhere.
fn full(f: &Finder, i: usize) -> Option<Hit> {
    let (next, year, month, day) =
        digits(f, i, &["/"]).or_else(|| digits(f, i, &["-", "–"])).or_else(|| digits(f, i, &["."]))?;
    let YearOf::Known(_) = year else { return None };
    if f.joins(next, &["/", "-"]) {
        return None;
    }
    Some(Hit::new(i, next, When::Day { year, month, day }, "day_month_year"))
}

/// After `ngày`, `sáng`, `tối` and the like.
fn announced(f: &Finder, i: usize) -> Option<Hit> {
    if !DAY_WORDS.contains(&f.low(i)) && !matches!(f.low(i), "mùng" | "mồng" | "rạng") {
        return None;
    }
    let mut at = i + 1;
    if f.low(at) == "ngày" || (f.low(i) == "rạng" && f.low(at) == "sáng") || (f.low(i) == "sáng" && f.low(at) == "sớm")
    {
        at += 1;
    }
    if f.low(at) == "ngày" {
        at += 1;
    }
    if matches!(f.low(at), "mùng" | "mồng") {
        at += 1;
    }
    // `hai ngày 5 và 6/11`: the count belongs to the expression.
    let counted = (i > f.start && f.low(i) == "ngày")
        .then(|| f.count(i - 1))
        .flatten()
        .filter(|&(at, n)| at == i && (2..=10).contains(&n));
    let start = if counted.is_some() { i - 1 } else { i };
    if let Some(hit) = several(f, start, at).or_else(|| one(f, start, at)) {
        return Some(hit);
    }
    weekday(f, i + 1).map(|hit| Hit { start: i, ..hit })
}

/// `ngày 10/10`, `ngày 10 tháng 10 năm 2024`, `ngày 10`.
fn one(f: &Finder, start: usize, at: usize) -> Option<Hit> {
    if let Some((next, year, month, day)) = digits(f, at, &["/", "-", "–"]) {
        if is_lunar(f, next) {
            return None;
        }
        if let Some(hit) = to_another(f, start, next, (year, month, day)) {
            return Some(hit);
        }
        let (next, year) =
            if year == YearOf::Open { year_after(f, next).unwrap_or((next, year)) } else { (next, year) };
        return Some(Hit::new(start, next, When::Day { year, month, day }, "day_month"));
    }
    let day = f.digits(at).filter(|d| (1..=31).contains(d))?;
    if f.low(at + 1) == "tháng" {
        let (next, month) = month_number(f, at + 2)?;
        if is_lunar(f, next) {
            return None;
        }
        let (next, year) = year_after(f, next).unwrap_or((next, YearOf::Open));
        return is_day(day, month).then(|| Hit::new(start, next, When::Day { year, month, day }, "day_month"));
    }
    let first = f.low(start);
    let alone = matches!(first, "ngày" | "sáng" | "chiều" | "tối") && f.reading.raw(at).len() <= 2;
    let goes_on =
        matches!(f.low(at + 1), "%" | "/" | "triệu" | "nghìn" | "tỷ" | "người" | "giờ" | "tết" | "âm" | "tuổi");
    let whole = f.low(at - 1) == "ngày" || first == "ngày";
    (alone && whole && !goes_on).then(|| Hit::new(start, at + 1, When::DayOfMonth(day), "day"))
}

/// `ngày 18 và 19/12`, `ngày 5-8/11`, `ngày 18, 19/12`: first and last day.
fn several(f: &Finder, start: usize, at: usize) -> Option<Hit> {
    let first = f.digits(at).filter(|d| (1..=31).contains(d) && f.reading.raw(at).len() <= 2)?;
    let mut next = at + 1;
    let mut n = 0;
    while n < 6 && (matches!(f.low(next), "," | "và" | "hoặc" | "đến" | "tới") || f.is_dash(next)) {
        let comma = f.low(next) == ",";
        next += 1;
        if comma && f.low(next) == "và" {
            next += 1;
        }
        if f.low(next) == "ngày" {
            next += 1;
        }
        n += 1;
        if let Some((end, year, month, last)) = digits(f, next, &["/", "-"]) {
            if is_lunar(f, end) || last <= first {
                return None;
            }
            let (end, year) =
                if year == YearOf::Open { year_after(f, end).unwrap_or((end, year)) } else { (end, year) };
            let day = |day| Box::new(When::Day { year, month, day });
            return Some(Hit::new(start, end, When::Between(day(first), day(last)), "days"));
        }
        let last = f.digits(next).filter(|d| *d > first && *d <= 31)?;
        next += 1;
        if f.low(next) == "tháng" {
            let (end, month) = month_number(f, next + 1)?;
            let (end, year) = year_after(f, end).unwrap_or((end, YearOf::Open));
            let day = |day| Box::new(When::Day { year, month, day });
            return Some(Hit::new(start, end, When::Between(day(first), day(last)), "days"));
        }
    }
    None
}

/// Whether the words after a day say that it is one of the lunar calendar.
pub(super) fn is_lunar(f: &Finder, next: usize) -> bool {
    let at = if f.low(next) == "(" { next + 1 } else { next };
    f.low(at) == "âm" || f.low(at) == "al" || f.reading.phrase(at, "tết").is_some()
}

/// A month as a number in digits or words: the index after it, and its value.
pub(super) fn month_number(f: &Finder, i: usize) -> Option<(usize, u32)> {
    if let Some(month) = f.digits(i) {
        return ((1..=12).contains(&month) && f.reading.raw(i).len() <= 2).then_some((i + 1, month));
    }
    let month = match f.low(i) {
        "tư" => Some((i + 1, 4)),
        "năm" if !f.reading.is_capital(i) || f.year(i + 1).is_some() => None,
        "mười" if matches!(f.low(i + 1), "một" | "hai") => {
            Some((i + 2, if f.low(i + 1) == "một" { 11 } else { 12 }))
        }
        _ => f.count(i),
    };
    month.filter(|(_, m)| (1..=12).contains(m))
}

/// `thứ Năm`, `chủ nhật tuần trước`, `thứ Hai (10/10)`; not `thứ hai,` as a list marker nor `phiên họp thứ ba`.
fn weekday(f: &Finder, i: usize) -> Option<Hit> {
    let (mut next, weekday, sure) = match f.low(i) {
        "thứ" => {
            let weekday = match f.low(i + 1) {
                "hai" | "2" => 1,
                "ba" | "3" => 2,
                "tư" | "4" => 3,
                "năm" | "5" => 4,
                "sáu" | "6" => 5,
                "bảy" | "bẩy" | "7" => 6,
                _ => return None,
            };
            let announced = matches!(f.before(i), "sáng" | "trưa" | "chiều" | "tối" | "đêm" | "vào" | "hôm");
            (i + 2, weekday, announced || (f.reading.is_capital(i + 1) && f.before(i) != "lần"))
        }
        "chủ" if f.low(i + 1) == "nhật" => (i + 2, 7, f.before(i) != "báo"),
        _ => return None,
    };
    let week = match (f.low(next), f.low(next + 1)) {
        ("tuần", "trước" | "vừa") => Some(-1),
        ("tuần", "này" | "qua") => Some(0),
        ("tuần", "tới" | "sau") => Some(1),
        _ => None,
    };
    if week.is_some() {
        return Some(Hit::new(i, next + 2, When::Weekday { weekday, week }, "weekday"));
    }
    // A day that follows says which one is meant.
    while matches!(f.low(next), "," | "(" | "ngày") {
        next += 1;
    }
    if let Some((end, year, month, day)) = digits(f, next, &["/", "-"]) {
        return Some(Hit::new(i, end, When::Day { year, month, day }, "weekday_day"));
    }
    sure.then(|| Hit::new(i, i + 2, When::Weekday { weekday, week }, "weekday"))
}

/// Day and month without a word that announces them: in brackets, or after words that want a date.
fn bare(f: &Finder, i: usize) -> Option<Hit> {
    const WANTED: [&str; 17] = [
        "đến", "tới", "từ", "vào", "trước", "sau", "hết", "lễ", "khánh", "hôm", "tháng", "ngày", "nghỉ", "và", "là",
        "qua", "nay",
    ];
    let bracketed = f.before(i) == "(";
    let limit = matches!(f.before(i), "từ" | "trước" | "đến" | "vào");
    let (next, year, month, day) = digits(f, i, if bracketed || limit { &["/", "-"] } else { &["/"] })?;
    // `từ 3-4%`
    if is_lunar(f, next) || f.low(next) == "%" {
        return None;
    }
    let after_day = f.before(i) == "," && i >= f.start + 2 && matches!(f.low(i - 2), "qua" | "nay" | "mai" | "nhật");
    let named = f.reading.is_capital(i.wrapping_sub(1)) && is_observance(f, i) || is_day_of_all(f, i);
    let closed = bracketed && (f.low(next) == ")" || f.low(next) == ",");
    let rule = if named { "observance" } else { "day_month" };
    if let Some((next, year)) = year_after(f, next) {
        return Some(Hit::new(i, next, When::Day { year, month, day }, "day_month"));
    }
    if let Some(hit) = to_another(f, i, next, (year, month, day)) {
        return Some(hit);
    }
    // No ratio has a part larger than its whole: `đến 30/9 tăng 5%`. A feast is a day: `dịp lễ 2/9 có …`.
    let whole = day > month && matches!(f.before(i), "đến" | "tới" | "hết" | "trước" | "từ");
    let counts = counts(f, next) && !whole && !matches!(f.before(i), "lễ" | "khánh");
    let year = if closed { year_after(f, next + 1).map_or(year, |(_, year)| year) } else { year };
    // The day of a nation comes every year, and is told of before it.
    let year = if is_day_of_all(f, i) && year == YearOf::Open { YearOf::Every } else { year };
    let told = f.phrase_before(i, "bản tin");
    let wanted = (WANTED.contains(&f.before(i)) || after_day || told) && !counts;
    (closed || named || wanted).then(|| Hit::new(i, next, When::Day { year, month, day }, rule))
}

/// Whether the word at `next` may be what a ratio before it counts: no word that goes on after a day.
fn counts(f: &Finder, next: usize) -> bool {
    const GOES_ON: [&str; 16] =
        ["đến", "tới", "và", "năm", "tại", "ở", "hằng", "hàng", "vừa", "với", "của", "này", "là", "để", "trên", "do"];
    f.reading.kind(next) == Some(TokenKind::Word) && next < f.end && !GOES_ON.contains(&f.low(next))
}

/// `chiều nay (11/6)`, `sáng nay 11/6`: the digits say which day it was, also on a page that came later.
pub(super) fn told_in_digits(f: &Finder, start: usize, open: usize, when: &When) -> Option<Hit> {
    let When::Shift(Unit::Day, _) = when else { return None };
    if f.low(open) != "(" {
        let (next, year, month, day) = digits(f, open + usize::from(f.low(open) == "ngày"), &["/"])?;
        return (!counts(f, next)).then(|| Hit::new(start, next, When::Day { year, month, day }, "day_month"));
    }
    let at = open + 1 + usize::from(f.low(open + 1) == "ngày");
    let (close, year, month, day) = digits(f, at, &["/"]).or_else(|| digits(f, at, &["-"]))?;
    (f.low(close) == ")").then(|| Hit::new(start, close, When::Day { year, month, day }, "day_month"))
}

/// `30/4 - 1/5`: from one day to another.
fn to_another(f: &Finder, start: usize, next: usize, (year, month, day): (YearOf, u32, u32)) -> Option<Hit> {
    if !f.is_dash(next) {
        return None;
    }
    let (end, last_year, last_month, last_day) = digits(f, next + 1, &["/"])?;
    let first = Box::new(When::Day { year: if year == YearOf::Open { last_year } else { year }, month, day });
    let last = Box::new(When::Day { year: last_year, month: last_month, day: last_day });
    Some(Hit::new(start, end, When::Between(first, last), "days"))
}

/// Day and month in digits, where the words around want a date.
pub(super) fn plain(f: &Finder, i: usize) -> Option<Hit> {
    let (next, year, month, day) = digits(f, i, &["/"])?;
    (!is_lunar(f, next)).then(|| Hit::new(i, next, When::Day { year, month, day }, "day_month"))
}

/// Whether the capital words before `i` begin with `Ngày` or `Lễ`: the name of an observance.
fn is_observance(f: &Finder, i: usize) -> bool {
    let from = i.saturating_sub(10).max(f.start);
    (from..i).rev().any(|k| matches!(f.reading.raw(k), "Ngày" | "Lễ" | "Quốc" | "Tết"))
}

/// Whether the words before `i` name the day of a nation or of the world: `Ngày chuyển đổi số quốc gia 10/10`.
fn is_day_of_all(f: &Finder, i: usize) -> bool {
    let of_all = ["quốc gia", "quốc tế", "thế giới", "toàn dân"].iter().any(|words| f.phrase_before(i, words));
    let from = i.saturating_sub(10).max(f.start);
    of_all && (from..i).any(|k| f.low(k) == "ngày" && f.reading.kind(k + 1) == Some(TokenKind::Word))
}

/// `14h30`, `8h`, `14:30`, `8 giờ 30 phút`, with the day after it if there is one.
pub(super) fn clock(f: &Finder, i: usize) -> Option<Hit> {
    let (mut next, hour, minute) = hour_minute(f, i)?;
    if matches!(f.low(next), "sáng" | "chiều" | "tối" | "trưa" | "đêm") {
        next += 1;
    }
    let hour = if matches!(f.low(next - 1), "chiều" | "tối") && hour < 12 { hour + 12 } else { hour };
    let mut at = next;
    while matches!(f.low(at), "," | "cùng") {
        at += 1;
    }
    let day = day(f, at).filter(|hit| matches!(hit.when, When::Day { .. })).map(|hit| Box::new(hit.when));
    Some(Hit::new(i, next, When::Time { hour, minute, day }, "clock"))
}

fn hour_minute(f: &Finder, i: usize) -> Option<(usize, u32, u32)> {
    let raw = f.reading.raw(i);
    if i >= f.end {
        return None;
    }
    // `29H-626.60`: the plate of a car.
    let plate = f.reading.raw(i + 1) == "-"
        && f.reading.is_glued(i + 1)
        && f.reading.is_glued(i + 2)
        && f.reading.raw(i + 2).len() > 3;
    if f.reading.kind(i) == Some(TokenKind::Word)
        && !plate
        && raw.starts_with(|c: char| c.is_ascii_digit())
        && let Some((hour, minute)) = raw.split_once(['h', 'g', 'H']).filter(|(h, _)| h.len() <= 2)
    {
        let minute = minute.trim_end_matches(['p', '\'', '’']);
        let (hour, minute) = (hour.parse().ok()?, if minute.is_empty() { 0 } else { minute.parse().ok()? });
        return (hour <= 24 && minute < 60).then_some((i + 1, hour, minute));
    }
    let hour = f.digits(i).filter(|h| *h <= 24)?;
    if f.joins(i + 1, &[":"]) && raw.len() <= 2 && f.reading.raw(i + 2).len() == 2 {
        let minute = f.digits(i + 2).filter(|m| *m < 60)?;
        return Some((i + 3, hour, minute));
    }
    if f.low(i + 1) != "giờ" {
        return None;
    }
    if let Some(minute) = f.digits(i + 2).filter(|m| *m < 60) {
        let next = if f.low(i + 3) == "phút" { i + 4 } else { i + 3 };
        return Some((next, hour, minute));
    }
    let timed = matches!(f.before(i), "lúc" | "từ" | "trước")
        || f.reading.phrase(i + 2, "cùng ngày").is_some()
        || matches!(f.low(i + 2), "sáng" | "chiều" | "tối" | "trưa" | "đêm" | "ngày");
    timed.then_some((i + 2, hour, 0))
}
