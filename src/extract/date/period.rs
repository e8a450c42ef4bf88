//! Months, quarters, halves, years and counts of them: `quý III/2024`, `9 tháng đầu năm`, `giai đoạn 2021-2025`, `10 năm tới`.

use crate::text::TokenKind;

use super::day::{is_lunar, month_number};
use super::find::{Finder, Hit};
use super::when::{Part, Unit, When, YearOf};

/// A stretch of the calendar at token `i`.
pub(super) fn period(f: &Finder, i: usize) -> Option<Hit> {
    match f.low(i) {
        "đầu" | "giữa" | "cuối" | "trung" | "thượng" | "hạ" | "hết" => part(f, i),
        "cùng" if matches!(f.low(i + 1), "kỳ" | "kì") => same_period(f, i),
        "nửa" | "sáu" if f.low(i) == "nửa" => half(f, i),
        "tháng" => month(f, i),
        "quý" | "quí" => quarter(f, i),
        "năm" | "niên" | "giai" | "nhiệm" | "thời" | "mùa" | "khóa" | "các" | "những" => {
            year(f, i).or_else(|| counted(f, i))
        }
        "thập" | "thế" => decade(f, i),
        _ => month_year(f, i).or_else(|| years(f, i)).or_else(|| counted(f, i)),
    }
}

/// The year after a month, quarter or day: `/2024`, `-2024`, `năm 2024`, `năm ngoái`; the index after it.
pub(super) fn year_after(f: &Finder, i: usize) -> Option<(usize, YearOf)> {
    if f.joins(i, &["/", "-", "–"])
        && let Some(year) = f.year(i + 1)
    {
        return Some((i + 2, YearOf::Known(year)));
    }
    let at = match (f.low(i), f.low(i + 1)) {
        ("năm", _) => i + 1,
        ("của", "năm") => i + 2,
        (",", "năm") if f.year(i + 2).is_some() => i + 2,
        _ => return None,
    };
    if let Some(year) = f.year(at) {
        return Some((at + 1, YearOf::Known(year)));
    }
    let shift = match f.low(at) {
        "nay" => 0,
        "ngoái" | "trước" => -1,
        "sau" | "tới" => 1,
        _ => return None,
    };
    Some((at + 1, YearOf::Shift(shift)))
}

/// `đầu`, `giữa`, `cuối` before a month, quarter or year.
fn part(f: &Finder, i: usize) -> Option<Hit> {
    let (at, part) = match (f.low(i), f.low(i + 1)) {
        ("đầu", _) => (i + 1, Part::Start),
        ("giữa", _) => (i + 1, Part::Middle),
        ("cuối", _) => (i + 1, Part::End),
        ("thượng", "tuần") => (i + 2, Part::Start),
        ("trung", "tuần") => (i + 2, Part::Middle),
        ("hạ", "tuần") => (i + 2, Part::End),
        ("hết", _) => (i + 1, Part::End),
        _ => return None,
    };
    let at = if f.low(at) == "của" { at + 1 } else { at };
    let hit = match f.low(at) {
        "tháng" => month(f, at),
        "quý" | "quí" => quarter(f, at),
        "năm" | "những" => year(f, at).or_else(|| year_word(f, at)),
        "thập" | "thế" => decade(f, at),
        _ => None,
    }?;
    let is_whole = f.low(i) == "hết" && hit.part.is_none();
    Some(Hit { start: i, part: if is_whole { None } else { Some(part) }, ..hit })
}

/// `năm`, `năm nay` after `đầu`, `giữa`, `cuối`; not `năm học`, `năm thứ hai`.
fn year_word(f: &Finder, i: usize) -> Option<Hit> {
    if f.low(i) != "năm" {
        return None;
    }
    let next = match f.low(i + 1) {
        "nay" => return Some(Hit::new(i, i + 2, When::Year(YearOf::Shift(0)), "part_of_year")),
        "ngoái" | "trước" | "rồi" => {
            return Some(Hit::new(i, i + 2, When::Year(YearOf::Shift(-1)), "part_of_year"));
        }
        "sau" | "tới" => return Some(Hit::new(i, i + 2, When::Year(YearOf::Shift(1)), "part_of_year")),
        "học" | "thứ" | "âm" | "lớp" | "mới" | "cũ" | "ấy" | "đó" => return None,
        _ => i + 1,
    };
    f.digits(next).is_none().then(|| Hit::new(i, next, When::Year(YearOf::Shift(0)), "part_of_year"))
}

/// `cùng kỳ 2023`, `cùng kỳ năm 2023`, `cùng kỳ các năm trước`.
fn same_period(f: &Finder, i: usize) -> Option<Hit> {
    let at = if f.low(i + 2) == "năm" { i + 3 } else { i + 2 };
    let year = f.year(at)?;
    Some(Hit::new(i, at + 1, When::Year(YearOf::Known(year)), "same_period"))
}

/// `nửa đầu năm 2024`, `nửa cuối năm`.
fn half(f: &Finder, i: usize) -> Option<Hit> {
    let (first, last) = match f.low(i + 1) {
        "đầu" => (1, 6),
        "cuối" => (7, 12),
        _ => return None,
    };
    if f.low(i + 2) == "tháng" {
        let part = if first == 1 { Part::Start } else { Part::End };
        return month(f, i + 2).map(|hit| Hit { start: i, part: Some(part), ..hit });
    }
    let (next, year) = year_of(f, i + 2)?;
    Some(Hit::new(i, next, When::Months { year, first, last }, "half_year"))
}

/// `năm 2024`, `năm ngoái`, `của năm`, or `năm` alone for the article's year.
fn year_of(f: &Finder, i: usize) -> Option<(usize, YearOf)> {
    if let Some(found) = year_after(f, i) {
        return Some(found);
    }
    if let Some(year) = f.year(i) {
        return Some((i + 1, YearOf::Known(year)));
    }
    let at = if f.low(i) == "của" { i + 1 } else { i };
    (f.low(at) == "năm" && !matches!(f.low(at + 1), "học" | "thứ")).then_some((at + 1, YearOf::Shift(0)))
}

/// `tháng 10`, `tháng 10/2024`, `tháng Mười năm ngoái`.
fn month(f: &Finder, i: usize) -> Option<Hit> {
    if let Some(hit) = dotted_month(f, i) {
        return Some(hit);
    }
    let (mut next, month) = month_number(f, i + 1)?;
    let in_words = f.digits(i + 1).is_none();
    // `Cách mạng tháng Tám`; `tháng ba` in small letters is a month too, `tháng một lần` is not.
    if matches!(f.before(i), "mạng" | "hàng" | "hằng" | "mỗi" | "một") || (in_words && f.low(next) == "lần")
    {
        return None;
    }
    if f.count(i.wrapping_sub(1)).is_some_and(|(n, _)| n == i && i > f.start) && in_words {
        return None;
    }
    if is_lunar(f, next) {
        return None;
    }
    if f.low(next) == "tuổi" || f.low(next) == "%" {
        return None;
    }
    let found = year_after(f, next);
    if let Some((after, year)) = found {
        next = after;
        return Some(Hit::new(i, next, When::Month { year, month }, "month_year"));
    }
    if matches!(f.low(next), "/") && f.reading.is_glued(next) {
        return None;
    }
    // `tháng 8-10 âm lịch`
    if f.is_dash(next) && f.digits(next + 1).is_some() && is_lunar(f, next + 2) {
        return None;
    }
    // `tháng 7, 8 và 9/2024`
    if let Some(hit) = more_months(f, i, next, month) {
        return Some(hit);
    }
    Some(Hit::new(i, next, When::Month { year: YearOf::Open, month }, "month"))
}

/// `tháng 9.2025`
fn dotted_month(f: &Finder, i: usize) -> Option<Hit> {
    let (month, year) = f.low(i + 1).split_once('.')?;
    let (month, year): (u32, i32) = (month.parse().ok()?, year.parse().ok()?);
    let is_month = (1..=12).contains(&month) && (1900..=2150).contains(&year);
    is_month.then(|| Hit::new(i, i + 2, When::Month { year: YearOf::Known(year), month }, "month_year"))
}

fn more_months(f: &Finder, start: usize, after: usize, first: u32) -> Option<Hit> {
    let mut next = after;
    let mut last = first;
    loop {
        let at = match f.low(next) {
            "," | "và" => next + 1,
            _ if f.is_dash(next) => next + 1,
            "đến" if matches!(f.before(start), "từ") => return None,
            _ => break,
        };
        let at = if f.low(at) == "tháng" { at + 1 } else { at };
        let Some(month) = f.digits(at).filter(|m| *m > last && *m <= 12 && f.reading.raw(at).len() <= 2) else { break };
        let follows = f.low(at + 1);
        let ends = matches!(
            follows,
            "" | "," | "." | ";" | ")" | "và" | "/" | "-" | "năm" | "tới" | "vừa" | "là" | "có" | "trong" | "-–"
        );
        if !ends {
            break;
        }
        last = month;
        next = at + 1;
    }
    if last == first {
        return None;
    }
    let (next, year) = year_after(f, next).unwrap_or((next, YearOf::Open));
    let month = |month| Box::new(When::Month { year, month });
    Some(Hit::new(start, next, When::Between(month(first), month(last)), "months"))
}

/// `10/2024`: month and year without a word before them.
fn month_year(f: &Finder, i: usize) -> Option<Hit> {
    let month = f.digits(i).filter(|m| (1..=12).contains(m) && f.reading.raw(i).len() <= 2)?;
    if i > f.start && f.reading.is_glued(i) && matches!(f.before(i), "/" | "-" | ".") {
        return None;
    }
    if !f.joins(i + 1, &["/"]) {
        return None;
    }
    let year = f.year(i + 2).filter(|y| (1900..=2100).contains(y))?;
    let named = matches!(f.low(i + 3), "/" | "-") && f.reading.is_glued(i + 3);
    let document = matches!(f.before(i), "số" | "định" | "tư" | "quyết" | "luật" | "thị");
    (!named && !document).then(|| Hit::new(i, i + 3, When::Month { year: YearOf::Known(year), month }, "month_year"))
}

/// `quý III/2024`, `quý 3 năm nay`, `quý I và II`.
fn quarter(f: &Finder, i: usize) -> Option<Hit> {
    let number = |at: usize| match f.reading.raw(at) {
        _ if at >= f.end => None,
        "I" | "1" | "một" => Some(1),
        "II" | "2" | "hai" => Some(2),
        "III" | "3" | "ba" => Some(3),
        "IV" | "4" | "tư" | "bốn" => Some(4),
        _ => None,
    };
    let first = number(i + 1)?;
    let mut next = i + 2;
    let mut last = first;
    while matches!(f.low(next), "," | "và" | "-" | "–") {
        let at = if matches!(f.low(next + 1), "quý" | "quí") { next + 2 } else { next + 1 };
        match number(at) {
            Some(n) if n > last => {
                last = n;
                next = at + 1;
            }
            _ => break,
        }
    }
    let (next, year) = year_after(f, next).unwrap_or((next, YearOf::Open));
    let quarter = |quarter| When::Quarter { year, quarter };
    if last > first {
        return Some(Hit::new(i, next, When::Between(Box::new(quarter(first)), Box::new(quarter(last))), "quarters"));
    }
    Some(Hit::new(i, next, quarter(first), "quarter"))
}

/// `năm 2024`, `năm học 2024-2025`, `giai đoạn 2021–2025`, `nhiệm kỳ 2020-2025`.
fn year(f: &Finder, i: usize) -> Option<Hit> {
    let at = match (f.low(i), f.low(i + 1)) {
        ("năm", "học") => i + 2,
        ("năm", "ngân" | "tài") if f.year(i + 3).is_some() => i + 3,
        ("năm", _) => i + 1,
        ("niên", "khóa" | "độ" | "vụ") => i + 2,
        ("giai", "đoạn") | ("nhiệm", "kỳ" | "kì") | ("thời", "kỳ" | "kì" | "gian") => i + 2,
        ("mùa", "giải" | "vụ") => i + 2,
        ("khóa", _) => i + 1,
        ("các" | "những", "năm") => i + 2,
        _ => return None,
    };
    let at = if f.low(at) == "từ" { at + 1 } else { at };
    let at = if f.low(i) != "năm" && f.low(at) == "năm" { at + 1 } else { at };
    if (f.low(i) == "những" || f.before(i) == "những")
        && let Some(hit) = years_of_decade(f, i, at)
    {
        return Some(hit);
    }
    if let Some(hit) = years(f, at) {
        return Some(Hit { start: i, ..hit });
    }
    let year = f.year(at)?;
    let counts = matches!(f.low(at + 1), "%" | "đồng");
    (!counts).then(|| Hit::new(i, at + 1, When::Year(YearOf::Known(year)), "year"))
}

/// `những năm 1990`, `những năm 90`: the decade.
fn years_of_decade(f: &Finder, start: usize, at: usize) -> Option<Hit> {
    let n = f.digits(at)?;
    let tens = match n {
        1000..=2100 if n % 10 == 0 && !f.is_dash(at + 1) => n / 10,
        10..=99 if n % 10 == 0 => 190 + n / 10,
        _ => return None,
    };
    Some(Hit::new(start, at + 1, When::Decade(tens as i32), "decade"))
}

/// `2021-2025`, `2021 đến 2025`.
fn years(f: &Finder, i: usize) -> Option<Hit> {
    let first = f.year(i)?;
    if !f.is_dash(i + 1) && !matches!(f.low(i + 1), "đến" | "tới") {
        return None;
    }
    let at = if f.low(i + 2) == "năm" { i + 3 } else { i + 2 };
    let last = f.year(at).filter(|last| *last > first && last - first <= 120)?;
    Some(Hit::new(i, at + 1, When::Years(first, last), "years"))
}

/// `thập niên 1990`, `thập kỷ 90`, `thế kỷ 21`, `thế kỷ XX`.
fn decade(f: &Finder, i: usize) -> Option<Hit> {
    if !matches!(f.low(i + 1), "niên" | "kỷ" | "kỉ") {
        return None;
    }
    if f.low(i) == "thập" {
        return years_of_decade(f, i, i + 2);
    }
    let n = f.digits(i + 2).or_else(|| roman(f.reading.raw(i + 2))).filter(|n| (1..=22).contains(n))?;
    Some(Hit::new(i, i + 3, When::Century(n as i32 - 1), "century"))
}

/// A small Roman number.
fn roman(raw: &str) -> Option<u32> {
    let value = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let digits: Option<Vec<u32>> = raw.chars().map(value).collect();
    let digits = digits.filter(|d| !d.is_empty() && d.len() <= 6)?;
    let total = digits.iter().enumerate().fold(0i64, |sum, (k, &d)| {
        let smaller = digits.get(k + 1).is_some_and(|&next| next > d);
        sum + if smaller { -i64::from(d) } else { i64::from(d) }
    });
    u32::try_from(total).ok()
}

/// A number of months, years and so on that names a stretch: `9 tháng đầu năm`, `10 năm tới`, `3 năm trước`.
fn counted(f: &Finder, i: usize) -> Option<Hit> {
    let (at, n) = f.count(i)?;
    if n == 0 || (i > f.start && f.reading.is_glued(i) && f.before(i) != "(") {
        return None;
    }
    let unit = match f.low(at) {
        "ngày" => Unit::Day,
        "tuần" => Unit::Week,
        "tháng" => Unit::Month,
        "quý" => Unit::Quarter,
        "năm" => Unit::Year,
        _ => return None,
    };
    let next = at + 1;
    if unit == Unit::Month
        && n <= 12
        && let Some(hit) = months_of_year(f, i, next, n)
    {
        return Some(hit);
    }
    if unit == Unit::Quarter && n <= 4 && f.low(next) == "đầu" {
        let (end, year) = year_of(f, next + 1)?;
        return Some(Hit::new(i, end, When::Months { year, first: 1, last: n * 3 }, "quarters_of_year"));
    }
    let length = |next, ahead| Some(Hit::new(i, next, When::Length { unit, n, ahead }, "length"));
    match (f.low(next), f.low(next + 1)) {
        ("tới", _) | ("tiếp", "theo") | ("sắp", "tới") => {
            length(if f.low(next) == "tới" { next + 1 } else { next + 2 }, true)
        }
        ("qua", w) if w != "đi" => length(next + 1, false),
        ("nay", _) => length(next + 1, false),
        ("vừa", "qua") | ("gần", "đây" | "nhất") | ("trở", "lại") => length(next + 2, false),
        ("trước", w) if w != "đó" && w != "khi" => {
            Some(Hit::new(i, next + 1, When::Shift(unit, -(n.min(9999) as i32)), "ago"))
        }
        ("nữa", _) => Some(Hit::new(i, next + 1, When::Shift(unit, n.min(9999) as i32), "ahead")),
        _ if f.phrase_before(i, "cách đây") || f.phrase_before(i, "cách nay") => {
            Some(Hit::new(i, next, When::Shift(unit, -(n.min(9999) as i32)), "ago"))
        }
        _ => None,
    }
}

/// `9 tháng đầu năm`, `6 tháng cuối năm 2024`, `11 tháng năm 2024`, `9 tháng` as a reporting period.
fn months_of_year(f: &Finder, i: usize, next: usize, n: u32) -> Option<Hit> {
    let hit = |next, year, first, last| Some(Hit::new(i, next, When::Months { year, first, last }, "months_of_year"));
    match f.low(next) {
        "đầu" | "đầu tiên" => {
            let (end, year) =
                year_of(f, next + 1).or_else(|| year_of(f, next + 2).filter(|_| f.low(next + 1) == "tiên"))?;
            hit(end, year, 1, n)
        }
        "cuối" => {
            let (end, year) = year_of(f, next + 1)?;
            hit(end, year, 13 - n, 12)
        }
        "năm" | "của" => {
            let (end, year) = year_after(f, next)?;
            hit(end, year, 1, n)
        }
        "/" if f.year(next + 1).is_some() => hit(next + 2, YearOf::Known(f.year(next + 1)?), 1, n),
        _ if is_reporting(f, i, next, n) => hit(next, YearOf::Shift(0), 1, n),
        _ => None,
    }
}

/// Whether a bare `9 tháng` is the part of the year reported on, not a length of time.
fn is_reporting(f: &Finder, i: usize, next: usize, n: u32) -> bool {
    if n < 2 || matches!(f.before(i), "hơn" | "gần" | "khoảng" | "suốt" | "mỗi" | "thêm" | "hạn" | "quá" | "sau")
    {
        return false;
    }
    let after = f.low(next);
    let result = matches!(after, "ước" | "đạt" | "tăng" | "giảm" | "qua")
        || f.reading.any(next, &["đã đạt", "chỉ đạt", "mới đạt", "ước tính"]).is_some();
    let summed = ["tính chung", "lũy kế", "cộng dồn", "sơ kết", "kết quả"].iter().any(|w| f.phrase_before(i, w));
    // `với kết quả tích cực trong 9 tháng`
    let resulted = f.before(i) == "trong"
        && (i.saturating_sub(5).max(f.start)..i).any(|k| f.reading.phrase(k, "kết quả").is_some());
    // `9 tháng, …` and `Trong 9 tháng, …` at the head of a sentence.
    let headed = i == f.start + 1 && matches!(f.low(f.start), "trong" | "qua") && n > 2 && n < 12;
    let listed = after == "," && (i == f.start || headed);
    (result && after != "qua") || summed || resulted || listed
}

/// A year in four digits without a word before it: `2023 sẽ là năm dữ liệu`, `Asian Cup 2024`.
pub(super) fn bare_year(f: &Finder, i: usize) -> Option<Hit> {
    let year = f.year(i).filter(|y| (1930..=2100).contains(y))?;
    let glued_before = i > f.start && f.reading.is_glued(i) && f.before(i) != "(" && f.before(i) != "“";
    let glued_after = i + 1 < f.end && f.reading.is_glued(i + 1) && matches!(f.low(i + 1), "/" | "-" | "%" | ":" | "°");
    if glued_before || glued_after {
        return None;
    }
    if matches!(
        f.before(i),
        "số" | "mã" | "hơn" | "gần" | "khoảng" | "trên" | "thêm" | "giá" | "là" | "được" | "có" | "thứ" | "đạt"
    ) {
        return None;
    }
    let after = f.low(i + 1);
    let verb = matches!(
        after,
        "sẽ" | "là"
            | "và"
            | "đến"
            | "với"
            | "tại"
            | "của"
            | "trong"
            | "cho"
            | "đã"
            | "có"
            | "diễn"
            | "được"
            | "còn"
            | "tăng"
            | "giảm"
            | "đạt"
            | "ở"
            | "vào"
            | "từ"
            | "như"
            | "theo"
            | "về"
            | "mà"
            | "để"
            | "khi"
            | "nhưng"
            | "vừa"
            | "do"
            | "nhằm"
            | "the"
            | "and"
            | "to"
            | "was"
            | "is"
            | "in"
            | "for"
            | "as"
            | "with"
            | "by"
            | "from"
            | "on"
            | "at"
            | "that"
            | "which"
            | "will"
            | "after"
    );
    let ends = f.reading.kind(i + 1) != Some(TokenKind::Word) || i + 1 >= f.end;
    let name = f.reading.is_capital(i + 1);
    (verb || ends || name).then(|| Hit::new(i, i + 1, When::Year(YearOf::Known(year)), "bare_year"))
}
