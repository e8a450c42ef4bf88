//! The unit after a number: measures, currencies, counted nouns, with the denominator of a rate.

use crate::base::Span;
use crate::lexicon::UnitKind;
use crate::text::{TokenKind, fold};

use super::super::Reading;
use super::super::place::is_level;
use super::Per;

/// A unit as written.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Its words, blanks folded; `phần trăm` as `%`.
    pub text: String,
    /// What it is.
    pub kind: UnitKind,
    /// Index after its last token.
    pub end: usize,
    /// Its last byte.
    pub end_byte: usize,
    /// What follows a slash.
    pub per: Option<Per>,
}

/// Words that no unit begins with.
const NO_UNIT: [&str; 213] = [
    "và", "là", "của", "trong", "đã", "đang", "sẽ", "được", "bị", "tại", "ở", "với", "cho", "để", "khi", "từ", "đến",
    "tới", "này", "đó", "kia", "ấy", "thì", "mà", "nên", "nhưng", "so", "theo", "về", "hơn", "trở", "còn", "lại",
    "nữa", "vừa", "mới", "vẫn", "cũng", "như", "do", "vì", "nếu", "hay", "hoặc", "có", "không", "chưa", "phải", "cần",
    "rất", "quá", "trên", "dưới", "sau", "trước", "qua", "vào", "ra", "lên", "xuống", "cùng", "bằng", "tăng", "giảm",
    "đạt", "chiếm", "gồm", "thuộc", "nằm", "diễn", "nhằm", "đầu", "cuối", "giữa", "toàn", "các", "những", "mỗi",
    "tương", "the", "of", "in", "and", "to", "from", "for", "on", "làm", "tặng", "mua", "bán", "trả", "vay", "xây",
    "góp", "chi", "nộp", "đóng", "trùng", "mang", "chở", "gây", "khiến", "giúp", "biết", "thấy", "nói", "yêu", "khỏi",
    "mắc", "chết", "sinh", "sống", "thứ", "rồi", "nhé", "ngay", "nhất", "lấy", "bắt", "dành", "bồi", "thay", "đều",
    "hết", "đi", "tức", "thế", "đây", "nào", "nay", "mai", "kể", "cả", "khác", "đứng", "tham", "khoảng", "gần", "trú",
    "ngụ", "xảy", "cộng", "vượt", "kéo", "chạy", "chia", "đưa", "tiếp", "chuẩn", "tính", "liên", "suốt", "gấp", "dự",
    "phấn", "trao", "ủng", "triển", "lưu", "một", "hai", "ba", "đặc", "ít", "nhiều", "nghỉ", "giành", "sang", "thành",
    "mở", "bao", "ai", "gì", "sao", "bởi", "chứ", "liền", "ròng", "rưỡi", "kém", "ngoài", "song", "riêng", "tất", "is",
    "are", "was", "were", "has", "have", "had", "at", "by", "with", "as", "who", "that", "which", "more", "less",
    "higher", "lower", "fewer", "than", "or", "after", "before", "since", "over", "under", "between", "during",
];

/// Words of English articles that no unit begins with.
const NO_ENGLISH_UNIT: [&str; 48] = [
    "per",
    "each",
    "every",
    "a",
    "an",
    "this",
    "last",
    "next",
    "out",
    "now",
    "when",
    "where",
    "while",
    "but",
    "if",
    "because",
    "not",
    "only",
    "alone",
    "annually",
    "its",
    "their",
    "his",
    "her",
    "what",
    "earlier",
    "later",
    "above",
    "below",
    "up",
    "down",
    "against",
    "versus",
    "among",
    "within",
    "without",
    "about",
    "around",
    "will",
    "would",
    "using",
    "including",
    "involving",
    "connecting",
    "connected",
    "covering",
    "serving",
    "aged",
];

/// Whether no unit begins with the word at `i`.
fn begins_none(reading: &Reading, i: usize) -> bool {
    let low = reading.low(i);
    NO_UNIT.contains(&low) || reading.language == "en" && NO_ENGLISH_UNIT.contains(&low)
}

/// A currency that stands right before a number: `US$5 million`, `VND 500 billion`.
pub(super) struct CurrencyBefore {
    /// Its first token.
    pub start: usize,
    /// Its ISO 4217 code.
    pub code: &'static str,
    /// Whether it is written as a sign.
    pub is_sign: bool,
}

/// The currency right before the token `i`.
pub(super) fn currency_before(reading: &Reading, i: usize) -> Option<CurrencyBefore> {
    let at = i.checked_sub(1)?;
    let code = currency(reading.raw(at))?;
    let of_country = at > 0 && reading.low(at - 1) == "us" && reading.is_glued(at);
    let is_sign = !reading.raw(at).starts_with(char::is_alphabetic);
    Some(CurrencyBefore { start: at - usize::from(of_country), code, is_sign })
}

/// The code of a currency that is written before numbers.
pub(super) fn currency(raw: &str) -> Option<&'static str> {
    Some(match raw {
        "$" | "USD" => "USD",
        "€" | "EUR" => "EUR",
        "£" => "GBP",
        "¥" => "JPY",
        "VND" | "VNĐ" => "VND",
        _ => return None,
    })
}

/// The unit at token `i`, not reaching past `end`.
pub(super) fn after(reading: &Reading, i: usize, end: usize) -> Option<Unit> {
    if i >= end {
        return None;
    }
    // `2/3 số hộ`: the noun after the word for number.
    let counted = matches!(reading.low(i), "số" | "tổng" | "lượng");
    let i = if counted && matches!(reading.low(i + 1), "số" | "lượng") { i + 2 } else { i + usize::from(counted) };
    if i >= end {
        return None;
    }
    let english = reading.language == "en";
    // `20,000 5G stations`: a generation of networks is no number.
    let generation = english && matches!(reading.low(i), "3g" | "4g" | "5g" | "6g");
    let i = i + usize::from(generation);
    // `the 500-kilovolt line`
    let joined = english && reading.raw(i) == "-" && reading.is_glued(i) && reading.is_glued(i + 1);
    let hyphen = reading.longest(&reading.lexicon.units, i + 1, end).filter(|_| joined);
    if let Some((next, kind @ (UnitKind::Measure | UnitKind::Percent | UnitKind::Time))) = hyphen {
        let span = reading.span(i + 1..next);
        let text = name(kind, span.of(reading.text));
        return Some(Unit { text, kind, end: next, end_byte: span.end(), per: None });
    }
    let known = reading.longest(&reading.lexicon.units, i, end);
    if let Some(range) = known.is_none().then(|| counted_in_english(reading, i, end)).flatten() {
        let span = reading.span(range.clone());
        let (text, end_byte) = (words(span.of(reading.text)), span.end());
        return Some(Unit { text, kind: UnitKind::Noun, end: range.end, end_byte, per: None });
    }
    let (next, kind) = match known {
        Some(found) if !is_other_word(reading, i, found) => found,
        _ => (noun(reading, i, end)?, UnitKind::Noun),
    };
    let (next, kind) = extend(reading, i, next, kind, end);
    let span = reading.span(i..next);
    let text = name(kind, span.of(reading.text));
    let mut unit = Unit { text, kind, end: next, end_byte: span.end(), per: None };
    add_denominator(reading, &mut unit, end);
    Some(unit)
}

/// The name of a unit that is written so; percent has one sign for all its words.
fn name(kind: UnitKind, written: &str) -> String {
    if kind == UnitKind::Percent { "%".to_owned() } else { words(written) }
}

/// Most words of an English noun that is counted, with what stands before it.
const LONGEST_COUNTED: usize = 4;

/// Longest short form before a noun that is counted: `ICT firms`.
const LONGEST_SHORT_FORM: usize = 4;
/// Most tokens in quotation marks, with these, before a noun that is counted.
const LONGEST_QUOTED: usize = 8;

/// Nouns that end as adjectives do: `hospital beds`, `cable cars`.
#[rustfmt::skip]
const NO_ADJECTIVES: [&str; 18] = [
    "hospital", "animal", "capital", "metal", "festival", "terminal", "signal", "cable", "table", "vegetable", "traffic",
    "plastic", "music", "clinic", "fabric", "pedestrian", "civilian", "speed",
];

/// The plural that an English number counts, without adjectives before it: `new bank accounts` gives `bank accounts`.
fn counted_in_english(reading: &Reading, i: usize, end: usize) -> Option<std::ops::Range<usize>> {
    let adjective = |k: usize| {
        let low = reading.low(k);
        let ending =
            ["al", "ed", "ive", "ous", "ful", "able", "ible", "ic", "ian", "ese"].iter().any(|e| low.ends_with(e));
        ending && low.len() > 4 && !NO_ADJECTIVES.contains(&low)
            || matches!(
                low,
                "free"
                    | "small"
                    | "new"
                    | "large"
                    | "big"
                    | "open"
                    | "old"
                    | "young"
                    | "public"
                    | "private"
                    | "key"
                    | "main"
                    | "major"
                    | "valid"
            )
    };
    // `1,200 ICT firms`: a short form stands before the noun.
    let short_form = |k: usize| {
        let raw = reading.raw(k);
        (2..=LONGEST_SHORT_FORM).contains(&raw.len()) && raw.bytes().all(|b| b.is_ascii_uppercase())
    };
    let word = |k: usize| {
        k < end
            && reading.kind(k) == Some(TokenKind::Word)
            && reading.raw(k).starts_with(|c: char| c.is_ascii_alphabetic())
            && !begins_none(reading, k)
    };
    let plural = |k: usize| {
        let low = reading.low(k);
        let noun = low.len() > 3 && reading.raw(k).starts_with(|c: char| c.is_ascii_lowercase());
        noun && low.ends_with('s') && !["ss", "us", "is"].iter().any(|e| low.ends_with(e)) || low == "people"
    };
    if reading.language != "en" {
        return None;
    }
    let i = after_compound(reading, after_quoted(reading, i, end), end);
    let head = (i..i + LONGEST_COUNTED).take_while(|&k| word(k)).find(|&k| plural(k) && !short_form(k))?;
    let start = (i..head).rev().find(|&k| adjective(k)).map_or(i, |k| k + 1);
    Some(start..head + 1)
}

/// The index after the compound at `i` that tells more of what is counted: `12 high-speed trains` counts trains.
fn after_compound(reading: &Reading, i: usize, end: usize) -> usize {
    let word = |k: usize| reading.kind(k) == Some(TokenKind::Word);
    let joined = i + 2 < end && reading.raw(i + 1) == "-" && reading.is_glued(i + 1) && reading.is_glued(i + 2);
    if joined && word(i) && word(i + 2) { i + 3 } else { i }
}

/// The index after what stands in quotation marks at `i`: `34 “clean pier” towns` counts towns.
fn after_quoted(reading: &Reading, i: usize, end: usize) -> usize {
    let mark = |k: &usize| matches!(reading.raw(*k), "“" | "”" | "\"");
    let close = (i + 2..end.min(i + LONGEST_QUOTED)).find(mark).filter(|_| mark(&i));
    close.map_or(i, |close| close + 1)
}

/// The unit glued to the digits: `km` in `12km`, `m2` in `100m2`.
pub(super) fn glued(reading: &Reading, token: usize, tail: Span, end: usize) -> Option<Unit> {
    let raw = tail.of(reading.text);
    // `5G`, `3D`: a single capital letter is no unit.
    if raw.len() == 1 && raw.chars().all(char::is_uppercase) {
        return None;
    }
    let low = fold(raw);
    let (n, kind) = reading.lexicon.units.longest(&[&*low])?;
    debug_assert_eq!(n, 1);
    let mut unit =
        Unit { text: tail.of(reading.text).to_owned(), kind, end: token + 1, end_byte: tail.end(), per: None };
    add_denominator(reading, &mut unit, end);
    Some(unit)
}

/// Short units that are also other words: `m`, `V`, `năm` before a year, `đồng` in `đồng thời`.
fn is_other_word(reading: &Reading, i: usize, (next, kind): (usize, UnitKind)) -> bool {
    let raw = reading.raw(i);
    let follows = reading.low(next);
    match reading.low(i) {
        "đồng" => matches!(follows, "thời" | "ý" | "loạt" | "bộ" | "đều" | "hành"),
        "điểm" if kind == UnitKind::Classifier => matches!(follows, "lại"),
        "tệ" | "mẫu" | "công" | "tầm" | "cân" if next == i + 1 => false,
        "ban" => matches!(follows, "đầu" | "hành"),
        "v" | "w" | "g" | "m" => raw.chars().all(char::is_uppercase) && raw == "M",
        "bộ" | "sở" | "ngành" | "hội" | "viện" | "báo" if reading.is_capital(i) => false,
        _ => false,
    }
}

/// A noun that no table knows: the word at `i`.
fn noun(reading: &Reading, i: usize, end: usize) -> Option<usize> {
    let low = reading.low(i);
    if reading.kind(i) != Some(TokenKind::Word)
        || begins_none(reading, i)
        || reading.is_capital(i)
        || is_digits(reading, i)
    {
        return None;
    }
    let mut next = i + 1;
    let english = |k: usize| k < end && reading.kind(k) == Some(TokenKind::Word) && reading.raw(k).is_ascii();
    if english(i)
        && !low.ends_with('s')
        && english(next)
        && reading.low(next).ends_with('s')
        && !begins_none(reading, next)
    {
        return Some(next + 1);
    }
    while next < end && next < i + 4 && reading.joins.get(next) == Some(&true) {
        next += 1;
    }
    Some(next)
}

fn is_digits(reading: &Reading, i: usize) -> bool {
    reading.raw(i).starts_with(|c: char| c.is_ascii_digit())
}

/// Takes the noun after a classifier, and the nouns coordinated with a group: `bộ, ngành, địa phương`.
fn extend(reading: &Reading, i: usize, next: usize, kind: UnitKind, end: usize) -> (usize, UnitKind) {
    match kind {
        UnitKind::Classifier if next == i + 1 => {
            let noun = known_noun(reading, next, end).or_else(|| joined_noun(reading, next, end));
            (noun.unwrap_or(next), UnitKind::Noun)
        }
        UnitKind::Classifier => (next, UnitKind::Noun),
        UnitKind::Group => (coordinated(reading, next, end), UnitKind::Noun),
        kind => (next, kind),
    }
}

fn known_noun(reading: &Reading, i: usize, end: usize) -> Option<usize> {
    let (next, kind) = reading.longest(&reading.lexicon.units, i, end)?;
    let noun = matches!(kind, UnitKind::Noun | UnitKind::Group | UnitKind::Classifier);
    (noun && !reading.is_capital(i)).then_some(next)
}

fn joined_noun(reading: &Reading, i: usize, end: usize) -> Option<usize> {
    let next = (i < end).then(|| noun(reading, i, end))??;
    (next > i + 1).then_some(next)
}

fn coordinated(reading: &Reading, mut next: usize, end: usize) -> usize {
    for _ in 0..6 {
        if !matches!(reading.low(next), "," | "và") || next + 1 >= end {
            break;
        }
        let comma = reading.low(next) == ",";
        let Some((after, UnitKind::Group)) = reading.longest(&reading.lexicon.units, next + 1, end) else { break };
        if reading.is_capital(next + 1) || (comma && reading.low(after) == "số") {
            break;
        }
        next = after;
    }
    next
}

/// `USD/thùng`, `người/km2`, `triệu đồng/người/năm`, `trên 1.000 dân`, `mỗi ngày`.
fn add_denominator(reading: &Reading, unit: &mut Unit, end: usize) {
    let at = unit.end;
    if at + 1 < end && reading.low(at) == "/" && reading.kind(at + 1) == Some(TokenKind::Word) {
        let (next, _) = reading.longest(&reading.lexicon.units, at + 1, end).unwrap_or((at + 2, UnitKind::Noun));
        let mut next = next;
        while next + 1 < end && reading.low(next) == "/" && reading.kind(next + 1) == Some(TokenKind::Word) {
            next = reading.longest(&reading.lexicon.units, next + 1, end).map_or(next + 2, |(n, _)| n);
        }
        let denominator = reading.span(at + 1..next);
        // `63 tỉnh/thành phố`: of one kind or the other.
        let level = |i: usize| is_level(reading, i).is_some();
        let either = is_level(reading, at - 1).or_else(|| is_level(reading, at - 2)) == Some(at) && level(at + 1);
        unit.per = (!either).then(|| Per { value: 1.0, unit: words(denominator.of(reading.text)) });
        if unit.kind != UnitKind::Percent {
            unit.text.push('/');
            unit.text.push_str(&words(denominator.of(reading.text)));
        }
        unit.end = next;
        unit.end_byte = denominator.end();
    }
}

/// The words with single blanks between.
pub(super) fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
