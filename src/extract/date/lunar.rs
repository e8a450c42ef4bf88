//! Days of the lunar calendar and feasts: `mùng 1 Tết`, `rằm tháng Giêng`, `ngày 10/3 âm lịch`, `dịp Tết Nguyên đán 2024`.

use crate::lexicon::{LunarYears, TimePhrase};

use super::day::month_number;
use super::find::{Finder, Hit};
use super::period::year_after;
use super::when::{Anchor, Resolved, Sense, When, YearOf};

/// A lunar day or a feast at token `i`.
pub(super) fn lunar(f: &Finder, i: usize) -> Option<Hit> {
    match f.low(i) {
        "mùng" | "mồng" => counted(f, i, i + 1),
        "rằm" => full_moon(f, i),
        "ngày" | "sáng" | "chiều" | "tối" | "đêm" => announced(f, i),
        _ => new_year_eve(f, i).or_else(|| feast(f, i)),
    }
}

/// `ngày 10/3 âm lịch`, `sáng mùng 2 Tết`, `đêm rằm tháng Tám`.
fn announced(f: &Finder, i: usize) -> Option<Hit> {
    let mut at = i + 1;
    if f.low(at) == "ngày" {
        at += 1;
    }
    if matches!(f.low(at), "mùng" | "mồng") {
        return counted(f, i, at + 1);
    }
    if f.low(at) == "rằm" {
        return full_moon(f, at).map(|hit| Hit { start: i, ..hit });
    }
    let (day, month, next) = day_month(f, at)?;
    let next = past_lunar(f, next)?;
    Some(hit(f, i, next, month, day))
}

/// After `mùng`: `1 Tết`, `3 tháng Giêng`, `10/3 âm lịch`.
fn counted(f: &Finder, start: usize, at: usize) -> Option<Hit> {
    let (next, day) = f.count(at).filter(|&(_, d)| (1..=10).contains(&d))?;
    if f.low(next) == "tết" {
        let next = f.reading.any(next, &["tết nguyên đán", "tết âm lịch", "tết"])?;
        return Some(hit(f, start, next, 1, day));
    }
    let (_, month, next) = day_month(f, at)?;
    Some(hit(f, start, past_lunar(f, next).unwrap_or(next), month, day))
}

/// `rằm tháng Giêng`, `rằm tháng 7`.
fn full_moon(f: &Finder, i: usize) -> Option<Hit> {
    if f.low(i + 1) != "tháng" {
        return None;
    }
    let (next, month) = lunar_month(f, i + 2)?;
    Some(hit(f, i, past_lunar(f, next).unwrap_or(next), month, 15))
}

/// `30 Tết`, `23 tháng Chạp`.
fn new_year_eve(f: &Finder, i: usize) -> Option<Hit> {
    let day = f.digits(i).filter(|d| (20..=30).contains(d))?;
    if f.low(i + 1) == "tết" && !f.reading.is_glued(i + 1) {
        return Some(hit(f, i, i + 2, 12, if day == 30 { 0 } else { day }));
    }
    let chap = f.low(i + 1) == "tháng" && f.low(i + 2) == "chạp";
    chap.then(|| hit(f, i, i + 3, 12, day))
}

/// A feast by its name, where the words around it make it a time: `dịp Tết Nguyên đán`, `trước Noel`, `Trung thu 2024`.
fn feast(f: &Finder, i: usize) -> Option<Hit> {
    const BEFORE: [&str; 20] = [
        "dịp", "trước", "sau", "vào", "trong", "ngày", "đêm", "lễ", "đến", "tới", "từ", "tối", "sáng", "chiều", "giáp",
        "cận", "qua", "during", "before", "after",
    ];
    if f.low(i) == "tết" && stem_and_branch(f, i + 1).is_some() {
        return Some(hit(f, i, i + 1, 1, 1));
    }
    let (next, phrase) = f.reading.longest(&f.reading.lexicon.time_phrases, i, f.end)?;
    let dated = stem_and_branch(f, next)
        .map(|(_, year)| year)
        .or_else(|| f.year(next))
        .or_else(|| (f.low(next) == "năm").then(|| f.year(next + 1))?)
        .is_some();
    // `before the Lunar New Year`
    let first = if f.before(i) == "the" { i - 1 } else { i };
    if !dated && !BEFORE.contains(&f.before(first)) {
        return None;
    }
    match phrase {
        TimePhrase::Lunar(month, day) => Some(hit(f, i, next, month, day)),
        TimePhrase::Feast(month, day) => {
            let (next, year) = year_of(f, next);
            Some(Hit::new(i, next, When::Day { year, month, day }, "feast"))
        }
        _ => None,
    }
}

/// The name of a year in the cycle of sixty, as the year from 1984 to 2043: `Giáp Thìn` is 2024.
fn stem_and_branch(f: &Finder, i: usize) -> Option<(usize, i32)> {
    const STEMS: [&str; 10] = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];
    const BRANCHES: [&str; 12] = ["tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"];
    let branch = match f.low(i + 1) {
        "tí" => "tý",
        "tị" => "tỵ",
        "mẹo" => "mão",
        other => other,
    };
    let stem = STEMS.iter().position(|s| *s == f.low(i))?;
    let branch = BRANCHES.iter().position(|b| *b == branch)?;
    let year = (0..60).find(|k| k % 10 == stem && k % 12 == branch)?;
    Some((i + 2, 1984 + year as i32))
}

fn hit(f: &Finder, start: usize, next: usize, month: u32, day: u32) -> Hit {
    let (next, year) = year_of(f, next);
    Hit::new(start, next, When::Lunar { year, month, day }, "lunar")
}

fn year_of(f: &Finder, next: usize) -> (usize, YearOf) {
    let at = if f.low(next) == "năm" { next + 1 } else { next };
    if let Some((next, year)) = stem_and_branch(f, at) {
        let written = year_after(f, next).map(|(after, _)| after).or_else(|| f.year(next).map(|_| next + 1));
        return (written.unwrap_or(next), YearOf::Known(year));
    }
    year_after(f, next).or_else(|| f.year(next).map(|y| (next + 1, YearOf::Known(y)))).unwrap_or((next, YearOf::Open))
}

/// Day, month and the index after them: `10/3`, `10 tháng 3`, `23 tháng Chạp`.
fn day_month(f: &Finder, at: usize) -> Option<(u32, u32, usize)> {
    let (after, day) = f.count(at).filter(|&(_, d)| (1..=30).contains(&d))?;
    if f.joins(at + 1, &["/", "-"]) {
        let month = f.digits(at + 2).filter(|m| (1..=12).contains(m))?;
        return Some((day, month, at + 3));
    }
    if f.low(after) != "tháng" {
        return None;
    }
    let (next, month) = lunar_month(f, after + 1)?;
    Some((day, month, next))
}

/// `Giêng`, `Chạp`, or a number. `một` as the old name of the eleventh month is not read.
fn lunar_month(f: &Finder, at: usize) -> Option<(usize, u32)> {
    match f.low(at) {
        "giêng" => Some((at + 1, 1)),
        "chạp" => Some((at + 1, 12)),
        _ => month_number(f, at),
    }
}

/// The index after `âm lịch`, `(âm lịch)`, `ÂL`.
fn past_lunar(f: &Finder, next: usize) -> Option<usize> {
    let open = usize::from(f.low(next) == "(");
    let after = f.reading.any(next + open, &["âm lịch", "âl", "al"])?;
    Some(after + usize::from(open == 1 && f.low(after) == ")"))
}

/// The day of a lunar date: in its lunar year, else the one that lies nearest to the article's date.
pub(super) fn resolve(years: &LunarYears, when: (YearOf, u32, u32), anchor: Anchor, sense: Sense) -> Resolved {
    let (year, month, day) = when;
    let found = match year {
        YearOf::Known(year) => years.day(year, month, day),
        YearOf::Shift(n) => anchor.year.and_then(|y| years.day(y + n, month, day)),
        YearOf::Every => None,
        YearOf::Open => nearest(years, month, day, anchor, sense),
    };
    found.map_or_else(Resolved::default, Resolved::day)
}

fn nearest(years: &LunarYears, month: u32, day: u32, anchor: Anchor, sense: Sense) -> Option<crate::base::Day> {
    let year = anchor.year?;
    let Some(now) = anchor.day else { return years.day(year, month, day) };
    let all = [year - 1, year, year + 1].into_iter().filter_map(|y| years.day(y, month, day));
    let distance = |d: &crate::base::Day| {
        let ahead = d.number() - now.number();
        // What is to come is not far behind.
        if sense == Sense::Future && ahead < 0 { ahead.abs() + 150 } else { ahead.abs() }
    };
    all.min_by_key(distance)
}
