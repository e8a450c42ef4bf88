//! Increases and decreases: `tăng hơn 1.200 hộ so với cuối năm 2021`.

use crate::base::Span;
use crate::lexicon::{Direction, UnitKind};

use super::super::Reading;
use super::candidate::Candidate;

/// The verb of a change before a number.
pub(super) struct Verb {
    /// First token of the verb.
    pub start: usize,
    /// Up, or down.
    pub up: bool,
}

/// Words that may stand between the verb and the number without making it a level.
const BETWEEN: [&str; 47] = [
    "gấp",
    "vọt",
    "lần",
    "thêm",
    "tới",
    "đến",
    "mạnh",
    "nhẹ",
    "khá",
    "bình",
    "quân",
    "trung",
    "khoảng",
    "hơn",
    "gần",
    "trên",
    "dưới",
    "ước",
    "tính",
    "đạt",
    "xấp",
    "xỉ",
    "ít",
    "nhất",
    "tối",
    "thiểu",
    "đa",
    "tương",
    "ứng",
    "đột",
    "biến",
    "by",
    "nearly",
    "of",
    "about",
    "around",
    "a",
    "roughly",
    "approximately",
    "almost",
    "over",
    "more",
    "than",
    "lượt",
    "không",
    "quá",
    "chỉ",
];

/// The verb whose amount the number at token `i` is.
pub(super) fn verb(reading: &Reading, c: &Candidate, start: usize) -> Option<Verb> {
    let compares = compares(reading, c);
    let is_step = c.unit.as_ref().is_some_and(|u| matches!(u.kind, UnitKind::Step | UnitKind::Point));
    let mut at = c.tokens.start;
    let mut steps = 0;
    while at > start && steps < 6 {
        if let Some(verb) =
            ending_at(reading, at, start).filter(|v| compares || !is_comparative(reading, at) || v.start + 1 == at)
        {
            return Some(verb);
        }
        let word = reading.low(at - 1);
        let level = matches!(word, "lên" | "còn" | "xuống");
        let range = word == "từ" && c.max.is_some();
        if !(BETWEEN.contains(&word) || (level && is_step) || range) {
            break;
        }
        at -= 1;
        steps += 1;
    }
    compared(reading, c, start).or_else(|| followed(reading, c))
}

/// `43 percent more than`, `5 percent lower`.
fn followed(reading: &Reading, c: &Candidate) -> Option<Verb> {
    let end = c.unit.as_ref().filter(|u| matches!(u.kind, UnitKind::Percent | UnitKind::Point))?.end;
    let up = match reading.low(end) {
        "more" | "higher" | "increase" | "rise" | "growth" | "jump" | "surge" | "gain" | "expansion" | "climb"
        | "hike" => true,
        "less" | "lower" | "fewer" | "decrease" | "drop" | "decline" | "fall" | "slump" | "slide" | "reduction" => {
            false
        }
        _ => return None,
    };
    Some(Verb { start: c.tokens.start, up })
}

/// Whether the words that end before `at` are a comparative: `cao hơn`.
pub(super) fn is_comparative(reading: &Reading, at: usize) -> bool {
    const ADJECTIVES: [&str; 14] =
        ["cao", "thấp", "nhiều", "ít", "nhanh", "chậm", "rẻ", "đắt", "sớm", "muộn", "lớn", "nhỏ", "kém", "đông"];
    at >= 2 && reading.low(at - 1) == "hơn" && ADJECTIVES.contains(&reading.low(at - 2))
}

/// Whether the number may be the amount by which two things differ: a share, or something that is compared.
pub(super) fn compares(reading: &Reading, c: &Candidate) -> bool {
    let end = c.unit.as_ref().map_or(c.tokens.end, |u| u.end);
    let differs = |u: UnitKind| matches!(u, UnitKind::Percent | UnitKind::Point | UnitKind::Times | UnitKind::Step);
    c.unit.as_ref().is_some_and(|u| differs(u.kind)) || (end..end + 10).any(|k| reading.phrase(k, "so với").is_some())
}

/// The verb of a change that ends before the token `at`.
fn ending_at(reading: &Reading, at: usize, start: usize) -> Option<Verb> {
    let (from, direction) = reading.longest_before(&reading.lexicon.change_verbs, at, start)?;
    let before = if from > start { reading.low(from - 1) } else { "" };
    let is_other = at == from + 1
        && match reading.low(from) {
            "hạ" => matches!(before, "cơ" | "thủ" | "hải") || reading.low(at) == "tầng",
            "down" | "up" => {
                matches!(before, "set" | "shut" | "brought" | "shot" | "took" | "broke" | "closed" | "let" | "made")
            }
            _ => false,
        };
    (!is_other).then_some(Verb { start: from, up: direction == Direction::Up })
}

/// `tăng so với quý trước là 3,2%`, `so với cùng kỳ tăng 5%`, `tăng trưởng GDP đạt 7,09%`.
fn compared(reading: &Reading, c: &Candidate, start: usize) -> Option<Verb> {
    let i = c.tokens.start;
    if i <= start
        || !matches!(reading.low(i - 1), "là" | "đạt" | "ở" | "khoảng" | "mức" | "trên" | "gần" | "hơn" | "đến")
    {
        return None;
    }
    let from = i.saturating_sub(14).max(start);
    let mut at = i - 1;
    while at > from {
        let word = reading.low(at);
        if matches!(word, "," | ";" | "." | "và" | ":") || word.starts_with(|c: char| c.is_ascii_digit()) && at + 3 > i
        {
            return None;
        }
        if reading.phrase(at, "tăng trưởng").is_some() && c.unit.as_ref().is_some_and(|u| u.kind == UnitKind::Percent)
        {
            return Some(Verb { start: at, up: true });
        }
        if matches!(word, "tăng" | "giảm") && reading.phrase(at + 1, "so với").is_some() {
            return Some(Verb { start: at, up: word == "tăng" });
        }
        at -= 1;
    }
    None
}

/// What the change is compared with: the words after `so với`, to the end of the clause.
pub(super) fn baseline(reading: &Reading, from: usize, end: usize) -> Option<Span> {
    let limit = (from + 6).min(end);
    let at = (from..limit).take_while(|&k| !matches!(reading.low(k), ";" | ".")).find_map(|k| {
        let after = reading.any(k, &["so với", "so cùng kỳ", "compared with", "compared to"])?;
        Some(if reading.low(k + 1) == "cùng" { k + 1 } else { after })
    })?;
    let stop = (at..end.min(at + 12))
        .find(|&k| matches!(reading.low(k), "," | ";" | "." | ")" | "và" | "là" | ":"))
        .unwrap_or(end.min(at + 12));
    (stop > at).then(|| reading.span(at..stop))
}
