//! Increases and decreases: `tăng hơn 1.200 hộ so với cuối năm 2021`.

use crate::base::Span;
use crate::lexicon::{Direction, UnitKind};
use crate::text::TokenKind;

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

/// `công nghiệp (-1,3%)`, `dịch vụ +6,7%`: a share with a sign that belongs to no other word.
pub(super) fn signed(reading: &Reading, c: &Candidate, start: usize) -> Option<Verb> {
    let sign = c.tokens.start.checked_sub(1).filter(|_| is_signed(reading, c, start))?;
    Some(Verb { start: sign, up: reading.raw(sign) == "+" })
}

/// Whether a sign that belongs to no other word stands before a share.
pub(super) fn is_signed(reading: &Reading, c: &Candidate, start: usize) -> bool {
    let Some(sign) = c.tokens.start.checked_sub(1).filter(|&sign| sign > start) else { return false };
    let share = c.unit.as_ref().is_some_and(|u| matches!(u.kind, UnitKind::Percent | UnitKind::Point));
    let free =
        reading.raw(sign - 1) == "(" || !reading.is_glued(sign) && reading.kind(sign - 1) == Some(TokenKind::Word);
    share && free && reading.is_glued(sign + 1) && matches!(reading.raw(sign), "+" | "-" | "–" | "−")
}

/// `vượt 4,7% kế hoạch`, `vượt 4,7% so với dự toán`: by how much a plan is surpassed, not a bound.
pub(super) fn surpasses(reading: &Reading, c: &Candidate) -> bool {
    let Some(unit) = c.unit.as_ref().filter(|u| u.kind == UnitKind::Percent) else { return false };
    let plan = reading.phrase(unit.end, "so với").unwrap_or(unit.end);
    let over = c.tokens.start > 0 && reading.low(c.tokens.start - 1) == "vượt";
    over && reading.any(plan, &["kế hoạch", "mục tiêu", "chỉ tiêu", "dự toán"]).is_some()
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
    // `thấp hơn tới 4%`
    let at = at - usize::from(at > 2 && matches!(reading.low(at - 1), "tới" | "đến" | "khoảng"));
    at >= 2 && reading.low(at - 1) == "hơn" && ADJECTIVES.contains(&reading.low(at - 2))
}

/// Whether the number may be the amount by which two things differ: a share, or something that is compared.
pub(super) fn compares(reading: &Reading, c: &Candidate) -> bool {
    let end = c.unit.as_ref().map_or(c.tokens.end, |u| u.end);
    let differs = |u: UnitKind| matches!(u, UnitKind::Percent | UnitKind::Point | UnitKind::Times | UnitKind::Step);
    let near = c.tokens.start.saturating_sub(14)..end + 10;
    c.unit.as_ref().is_some_and(|u| differs(u.kind))
        || near
            .take_while(|&k| k < c.tokens.start || reading.raw(k) != ".")
            .any(|k| reading.phrase(k, "so với").is_some())
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
    (!is_other && !is_attribute(reading, from, at, start))
        .then_some(Verb { start: from, up: direction == Direction::Up })
}

/// `vốn đăng ký tăng thêm đạt 10 tỷ USD`, `vốn cấp mới và tăng thêm 20 triệu USD`: what was added is the noun.
fn is_attribute(reading: &Reading, from: usize, at: usize, start: usize) -> bool {
    let named = matches!(reading.low(from + 2), "đạt" | "là");
    let joined = from > start + 1
        && matches!(reading.low(from - 1), "và" | ",")
        && matches!(reading.low(from - 2), "mới" | "ký");
    reading.phrase(from, "tăng thêm").is_some_and(|end| end == at || end == at + 1) && (named || joined)
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
