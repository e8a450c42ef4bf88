//! Increases and decreases: `tăng hơn 1.200 hộ so với cuối năm 2021`.

use crate::base::Span;
use crate::lexicon::UnitKind;

use super::super::Reading;
use super::candidate::Candidate;

/// The verb of a change before a number.
pub(super) struct Verb {
    /// First token of the verb.
    pub start: usize,
    /// Up, or down.
    pub up: bool,
}

/// Verbs with the direction they give; one before those that it ends with.
const VERBS: [(&str, bool); 103] = [
    ("bổ sung thêm", true),
    ("an increase of", true),
    ("growth rate of", true),
    ("tăng trưởng", true),
    ("tăng thêm", true),
    ("gia tăng", true),
    ("nâng thêm", true),
    ("cao hơn", true),
    ("nhanh hơn", true),
    ("đắt hơn", true),
    ("cắt giảm", false),
    ("sụt giảm", false),
    ("suy giảm", false),
    ("giảm bớt", false),
    ("rút ngắn", false),
    ("thấp hơn", false),
    ("rẻ hơn", false),
    ("chậm hơn", false),
    ("nhiều hơn", true),
    ("lớn hơn", true),
    ("ít hơn", false),
    ("nhỏ hơn", false),
    ("tăng vọt", true),
    ("nhảy vọt", true),
    ("nhảy", true),
    ("thăng", true),
    ("lao dốc", false),
    ("increase of", true),
    ("rise of", true),
    ("growth of", true),
    ("decrease of", false),
    ("decline of", false),
    ("drop of", false),
    ("tăng", true),
    ("giảm", false),
    ("hạ", false),
    ("tụt", false),
    ("mất", false),
    ("gấp", true),
    ("grew", true),
    ("rose", true),
    ("increased", true),
    ("edged up", true),
    ("up", true),
    ("fell", false),
    ("decreased", false),
    ("dropped", false),
    ("declined", false),
    ("down", false),
    ("rise", true),
    ("rises", true),
    ("increase", true),
    ("increases", true),
    ("grow", true),
    ("grows", true),
    ("gain", true),
    ("gained", true),
    ("jumped", true),
    ("surged", true),
    ("climbed", true),
    ("expanded", true),
    ("raised by", true),
    ("fall", false),
    ("falls", false),
    ("drop", false),
    ("drops", false),
    ("decline", false),
    ("declines", false),
    ("decrease", false),
    ("decreases", false),
    ("cut", false),
    ("plunged", false),
    ("slid", false),
    ("shrank", false),
    ("reduce", false),
    ("reduced", false),
    ("slipped", false),
    ("dipped", false),
    ("tumbled", false),
    ("soared", true),
    ("risen", true),
    ("rising", true),
    ("grown", true),
    ("growing", true),
    ("growing at", true),
    ("grew at", true),
    ("grow at", true),
    ("increasing", true),
    ("expand", true),
    ("expanding", true),
    ("surge", true),
    ("surging", true),
    ("jump", true),
    ("jumping", true),
    ("climb", true),
    ("climbing", true),
    ("rebounded", true),
    ("fallen", false),
    ("falling", false),
    ("shrunk", false),
    ("slumped", false),
    ("narrowed by", false),
    ("eased", false),
];

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

fn ending_at(reading: &Reading, at: usize, start: usize) -> Option<Verb> {
    VERBS.iter().find_map(|&(verb, up)| {
        let from = reading.phrase_before(at, verb).filter(|from| *from >= start)?;
        let before = if from > start { reading.low(from - 1) } else { "" };
        let noun = matches!(
            (verb, before),
            ("mất", "tỷ" | "bị")
                | ("hạ", "cơ" | "thủ" | "hải")
                | ("down" | "up", "set" | "shut" | "brought" | "shot" | "took" | "broke" | "closed" | "let" | "made")
        );
        let lost = verb == "mất" || (verb == "hạ" && at - from == 1 && reading.low(at) == "tầng");
        (!noun && !lost).then_some(Verb { start: from, up })
    })
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
