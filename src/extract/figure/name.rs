//! Numbers that name rather than count: `phường 1`, `Đề án 06`, `749/QĐ-TTg`, `số 1`, list markers, scores, phone numbers.

use crate::lexicon::{Numbering, UnitKind};
use crate::text::TokenKind;

use super::super::Reading;
use super::super::number::Form;
use super::candidate::Candidate;
use super::change::is_signed;

/// Whether the candidate is part of a name, a marker, an address and the like; `start` and `end` are those of its sentence.
pub(super) fn is_name(reading: &Reading, c: &Candidate, start: usize, end: usize) -> bool {
    let i = c.tokens.start;
    let numbered = reading.longest_before(&reading.lexicon.numbered_names, i, start).map(|(_, strength)| strength);
    // `giai đoạn 2 Bệnh viện Mắt`: what a capital begins is not counted.
    let counted = |u: &super::unit::Unit| u.kind != UnitKind::Noun || is_known(reading, c.tokens.end, end);
    let capital = numbered.is_some() && reading.is_capital(c.tokens.end) && reading.raw(c.tokens.end).len() > 4;
    let has_unit = c.unit.as_ref().is_some_and(counted) && !capital;
    is_glued_to_word(reading, c, start, end)
        || is_marker(reading, c, start, end)
        || is_numbered(reading, i, start)
        || (c.form != Form::Magnitude && !c.scaled && !is_share_or_money(c) && numbered == Some(Numbering::Always))
        || (is_whole(c) && !has_unit && numbered.is_some())
        || (is_whole(c) && !has_unit && is_after_name(reading, i, start))
        || is_idiom(reading, c, start)
        || reading.language == "en" && is_determiner(reading, c, start)
        || (!has_unit && (is_year(reading, c) || is_pair(reading, c, start)))
        || is_phone(reading, c, start)
        || is_score(reading, c, start)
        || is_age(reading, c, start)
        || is_grade_of_stars(reading, c)
        || is_denominator(reading, c, start)
        || is_since(reading, c, start)
}

/// `Sau gần 5 năm triển khai`: since when something has been done.
fn is_since(reading: &Reading, c: &Candidate, start: usize) -> bool {
    let Some(unit) = c.unit.as_ref().filter(|u| u.kind == UnitKind::Time) else { return false };
    let about = c.tokens.start > start && matches!(reading.low(c.tokens.start - 1), "gần" | "hơn" | "khoảng");
    let after = c.tokens.start - usize::from(about);
    let done = ["triển khai", "thực hiện", "thi hành", "hoạt động", "thành lập", "xây dựng", "đi vào"];
    after > start && reading.low(after - 1) == "sau" && reading.any(unit.end, &done).is_some()
}

/// `bình quân 1 hộ`: for how many something is told.
fn is_denominator(reading: &Reading, c: &Candidate, start: usize) -> bool {
    let i = c.tokens.start;
    let mean = ["bình quân", "trung bình", "tính trên"]
        .iter()
        .any(|m| reading.phrase_before(i, m).is_some_and(|k| k >= start));
    let noun = c.unit.as_ref().is_some_and(|u| matches!(u.kind, UnitKind::Noun | UnitKind::Classifier));
    mean && noun && c.value == 1.0 && !c.scaled && c.max.is_none() && c.of.is_none()
}

/// `sản phẩm đạt 4 sao`, `khách sạn 3-5 sao`: a grade, no number of things.
fn is_grade_of_stars(reading: &Reading, c: &Candidate) -> bool {
    const MOST_STARS: f64 = 7.0;
    let other = matches!(reading.low(c.tokens.end + 1), "băng" | "chổi" | "trời" | "biển");
    reading.low(c.tokens.end) == "sao" && c.form == Form::Digits && c.value <= MOST_STARS && !other
}

/// Whether the number is a share or an amount of money, which no name has: `hạt điều 5.378 USD/tấn`.
fn is_share_or_money(c: &Candidate) -> bool {
    c.unit.as_ref().is_some_and(|u| matches!(u.kind, UnitKind::Percent | UnitKind::Currency))
}

/// Whether the words at `i` are in the tables.
fn is_known(reading: &Reading, i: usize, end: usize) -> bool {
    reading.longest(&reading.lexicon.units, i, end).is_some()
}

fn is_whole(c: &Candidate) -> bool {
    c.form != Form::Magnitude && !c.scaled && c.max.is_none() && c.of.is_none() && c.value < 10_000.0
}

/// `57-NQ/TW`, `749/QĐ-TTg`, `COVID-19`, `A-1`, `5G`: letters joined to the digits without a gap.
fn is_glued_to_word(reading: &Reading, c: &Candidate, start: usize, end: usize) -> bool {
    let (first, next) = (c.tokens.start, c.tokens.end);
    let letters = |i: usize| reading.kind(i) == Some(TokenKind::Word);
    let open = |i: usize| matches!(reading.low(i), "-" | "/" | "." | "–" | "&" | "+");
    let after = next + 1 < end && open(next) && reading.is_glued(next) && reading.is_glued(next + 1);
    let capital =
        after && letters(next + 1) && reading.is_capital(next + 1) && c.unit.as_ref().is_none_or(|u| u.end <= next);
    let more = after && reading.kind(next + 1) == Some(TokenKind::Number) && c.unit.is_none() && c.of.is_some();
    let before = first >= start + 2
        && reading.is_glued(first)
        && open(first - 1)
        && reading.is_glued(first - 1)
        && letters(first - 2);
    let coded = |i: usize| i >= start && i < first && letters(i) && is_code(reading.raw(i));
    let dashed = first >= start + 2 && matches!(reading.low(first - 1), "-" | "–");
    // `phủ sóng 4G 100% thôn`
    let code = !is_share_or_money(c) && first > start && coded(first - 1) || dashed && coded(first - 2);
    let inside = first > start
        && reading.is_glued(first)
        && matches!(reading.low(first - 1), "-" | "/" | "–" | "#" | "." | "@" | "_")
        && !is_signed(reading, c, start);
    let glued_word = first > start && reading.is_glued(first) && letters(first - 1);
    capital || more || before || code || c.rule == "letters" || inside || glued_word
}

/// `43H2`, `51C`: digits and capital letters without a gap.
fn is_code(raw: &str) -> bool {
    raw.bytes().any(|b| b.is_ascii_digit()) && raw.bytes().any(|b| b.is_ascii_uppercase())
}

/// Four digits without marks that may be a year.
fn is_year(reading: &Reading, c: &Candidate) -> bool {
    c.tokens.len() == 1 && reading.raw(c.tokens.start).len() == 4 && (1900.0..2100.0).contains(&c.value)
}

/// Most days of a month: a pair of numbers up to it may be a day, as in `9/11 attacks`.
const DAYS_OF_MONTH: f64 = 31.0;

/// `m/n` without a noun that is counted: `Mega 6/45`; but `2/3 dân số`, `đạt 15/20`, `62/63 provinces`.
fn is_pair(reading: &Reading, c: &Candidate, start: usize) -> bool {
    let before = if c.tokens.start > start { reading.low(c.tokens.start - 1) } else { "" };
    let fits = |of: f64| of <= 10.0 || reading.language == "en" && of > DAYS_OF_MONTH;
    let simple = c.of.is_some_and(|of| fits(of) && c.value < of) && c.unit.is_some();
    c.form == Form::Digits
        && c.of.is_some()
        && !simple
        && !matches!(before, "đạt" | "là" | "được" | "với" | "có" | "gần" | "hơn" | "khoảng")
}

/// `1.`, `(2)`, `3)` at the head of a sentence, `(i)`; `Một là`, `Hai là`.
fn is_marker(reading: &Reading, c: &Candidate, start: usize, end: usize) -> bool {
    let (first, next) = (c.tokens.start, c.tokens.end);
    if !is_whole(c) {
        return false;
    }
    let prev = if first > start { reading.low(first - 1) } else { "" };
    let after = if next < end { reading.low(next) } else { "" };
    let opens = first == start || matches!(prev, "." | ";" | ":" | "–" | "-" | "“" | "\"");
    if c.form == Form::Words {
        return after == "là" && (opens || prev == ",");
    }
    (prev == "(" && after == ")") || (first == start && matches!(after, "." | ")" | "/" | "" | ":") && c.value < 100.0)
}

/// `số 1`, `No. 5`; but `trong số 45 người`, `tổng số 500`, `doanh số 3 tỷ`.
fn is_numbered(reading: &Reading, i: usize, start: usize) -> bool {
    if i <= start {
        return false;
    }
    match reading.low(i - 1) {
        "số" => {
            let head = if i >= start + 2 { reading.low(i - 2) } else { "" };
            !matches!(head, "trong" | "tổng" | "con" | "đạt" | "với" | "doanh" | "dân" | "hệ" | "sĩ" | "điểm")
        }
        "no" | "no." | "#" | "№" => true,
        "." => i >= start + 2 && matches!(reading.low(i - 2), "no" | "q" | "p" | "ql"),
        _ => false,
    }
}

/// A number right after a capital word that does not begin the sentence: `SEA Games 33`, `Apollo 11`.
fn is_after_name(reading: &Reading, i: usize, start: usize) -> bool {
    i > start + 1
        && reading.kind(i - 1) == Some(TokenKind::Word)
        && reading.is_capital(i - 1)
        && reading.raw(i).starts_with(|c: char| c.is_ascii_digit())
        && !matches!(reading.low(i - 1), "có" | "top")
        || reading.language == "en"
            && reading.is_capital(i.saturating_sub(1))
            && reading.longest_before(&reading.lexicon.english_instruments, i, start).is_some()
        || is_second_number(reading, i, start)
}

/// The second of two numbers after a name: `nhà máy Sao Mai 3 và 4`.
fn is_second_number(reading: &Reading, i: usize, start: usize) -> bool {
    i > start + 3
        && matches!(reading.low(i - 1), "và" | ",")
        && reading.kind(i - 2) == Some(TokenKind::Number)
        && reading.raw(i - 2).len() <= 2
        && reading.raw(i).len() <= 2
        && reading.kind(i - 3) == Some(TokenKind::Word)
        && reading.is_capital(i - 3)
}

/// `the two countries`: those already spoken of; but `the two million`, `the two biggest`.
fn is_determiner(reading: &Reading, c: &Candidate, start: usize) -> bool {
    let first = c.tokens.start;
    let noun = reading.low(c.tokens.end);
    c.form == Form::Words
        && c.value == 2.0
        && !c.scaled
        && first > start
        && reading.low(first - 1) == "the"
        && (noun.ends_with('s') || noun == "men" || noun == "women")
}

/// Words that stand in fixed phrases: `hai bên`, `một chiều`, `ba mẹ`, `năm` as year, `24/7`.
fn is_idiom(reading: &Reading, c: &Candidate, start: usize) -> bool {
    let (first, next) = (c.tokens.start, c.tokens.end);
    if in_saying(reading, first, start) {
        return true;
    }
    let after = reading.low(next);
    let prev = if first > start { reading.low(first - 1) } else { "" };
    if c.form == Form::Digits {
        let round = c.of.is_some() && matches!((c.value as u32, c.of.unwrap_or(0.0) as u32), (24, 7) | (24, 24));
        let scale = c.of.is_some_and(|of| c.value == 1.0 && of >= 100.0) && matches!(prev, "lệ");
        let lunar = matches!(prev, "mùng" | "mồng" | "rằm");
        // `chuyến xe 0 đồng`: for nothing.
        let free = c.value == 0.0 && after == "đồng" && !c.scaled;
        return free || round || scale || lunar || (after == "chiều" && !c.scaled);
    }
    if c.form == Form::Magnitude {
        return !matches!(prev, "hàng" | "vài" | "mấy" | "dăm");
    }
    if matches!(c.rule, "double" | "two_digits") {
        // `nhân đôi cách biệt`: of goals, not of amounts.
        return after == "cách" || after == "tỷ";
    }
    if c.tokens.len() > 1 || c.of.is_some() || c.rule == "half" {
        return c.value == 1.0 && c.of.is_none();
    }
    let capital = reading.is_capital(first) && first > start && !matches!(prev, "." | ":" | ";" | "“" | "\"" | ",");
    let couple = after == "vợ" && reading.low(next + 1) == "chồng";
    let fixed = couple
        || matches!(
            after,
            "bên" | "phía" | "chiều" | "mẹ" | "má" | "tôi" | "anh" | "miền" | "nước" | "vai" | "tay" | "mắt" | "lần"
        );
    let joined = reading.joins.get(next) == Some(&true) || reading.joins.get(first) == Some(&true);
    let one = c.value == 1.0;
    let no_noun = c.unit.is_none();
    let ordinal = matches!(prev, "thứ" | "tháng" | "lần" | "mùng" | "đệ" | "số" | "chủ");
    let year = reading.low(first) == "năm" && !is_five(reading, c, prev);
    let dozen = matches!(after, "dăm" | "mươi");
    capital || one || no_noun || fixed || joined || ordinal || year || dozen
}

/// Whether the number at `i` stands in a saying: `làm việc ba ca bốn kíp`.
fn in_saying(reading: &Reading, i: usize, start: usize) -> bool {
    (i.saturating_sub(3).max(start)..=i).any(|from| {
        reading.longest(&reading.lexicon.sayings, from, reading.tokens.len()).is_some_and(|(to, ())| to > i)
    })
}

/// `năm` is five only before a noun that is counted, and after nothing that wants a year.
fn is_five(reading: &Reading, c: &Candidate, prev: &str) -> bool {
    let counted =
        c.unit.as_ref().is_some_and(|u| matches!(u.kind, UnitKind::Noun | UnitKind::Time | UnitKind::Currency))
            && is_known(reading, c.tokens.end, c.tokens.end + 3)
            && !matches!(
                reading.low(c.tokens.end),
                "học" | "ngành" | "tháng" | "ngày" | "giải" | "nhà" | "trường" | "vùng"
            );
    counted
        && !matches!(
            prev,
            "trong"
                | "mỗi"
                | "hằng"
                | "hàng"
                | "của"
                | "đầu"
                | "cuối"
                | "giữa"
                | "cả"
                | "từ"
                | "đến"
                | "một"
                | "vào"
                | "qua"
                | "là"
                | "về"
                | "lấy"
                | "sang"
                | "như"
                | "kể"
                | "làm"
        )
}

/// Long digit runs, and digits after words for telephones.
fn is_phone(reading: &Reading, c: &Candidate, start: usize) -> bool {
    let raw = reading.raw(c.tokens.start);
    if c.form != Form::Digits || c.scaled || c.of.is_some() {
        return false;
    }
    let digits = raw.bytes().filter(u8::is_ascii_digit).count();
    let plain = digits == raw.len();
    let called = (c.tokens.start.saturating_sub(3).max(start)..c.tokens.start)
        .any(|k| matches!(reading.low(k), "đt" | "sđt" | "tel" | "hotline" | "fax"));
    called
        || (plain && digits >= 9)
        || (plain && digits >= 4 && raw.starts_with('0'))
        || (raw.starts_with('0') && raw.contains('.') && digits >= 8)
}

/// `tỷ số 2-1`, `thắng 3-0`, `hòa 1-1`: the score of a match.
fn is_score(reading: &Reading, c: &Candidate, start: usize) -> bool {
    let next = c.tokens.end;
    let dash = |i: usize| matches!(reading.low(i), "-" | "–");
    let forward = dash(next) && reading.kind(next + 1) == Some(TokenKind::Number) && reading.raw(next + 1).len() <= 3;
    let backward = c.tokens.start >= start + 2
        && dash(c.tokens.start - 1)
        && reading.kind(c.tokens.start - 2) == Some(TokenKind::Number);
    let small = c.form == Form::Digits && !c.scaled && c.value < 200.0 && c.value.fract() == 0.0;
    small && c.unit.is_none() && c.max.is_none() && (forward || backward)
}

/// `(45 tuổi)`, `trẻ dưới 5 tuổi`; but `tuổi thọ trung bình 74,5 tuổi`.
fn is_age(reading: &Reading, c: &Candidate, start: usize) -> bool {
    if c.unit.as_ref().is_none_or(|u| u.kind != UnitKind::Age) {
        return false;
    }
    let from = c.tokens.start.saturating_sub(12).max(start);
    !(from..c.tokens.start).any(|k| reading.any(k, &["tuổi thọ", "trung bình", "bình quân"]).is_some())
}
