//! How far the name of an instrument reaches.

use crate::extract::Reading;
use crate::extract::organisation::extent;
use crate::lexicon::After;
use crate::text::TokenKind;

/// Words that a name in small letters never holds: verbs, links between clauses, pointing words.
const STOPS: [&str; 94] = [
    "là", "được", "đã", "đang", "sẽ", "bị", "phải", "cần", "có", "không", "chưa", "vừa", "mới", "cũng", "còn", "rất",
    "nhằm", "để", "cho", "với", "tại", "trong", "trên", "từ", "do", "bởi", "theo", "khi", "nếu", "mà", "thì", "này",
    "đó", "trước", "sau", "ở", "vào", "ra", "lên", "xuống", "tăng", "giảm", "đạt", "xếp", "hoạt", "tiếp", "hiện",
    "nêu", "gồm", "bao", "như", "đến", "tới", "thời", "các", "những", "một", "nhiều", "mọi", "mỗi", "nhất", "hơn",
    "cùng", "góp", "giúp", "trở", "bắt", "năm", "tháng", "ngày", "quý", "giai", "đặt", "đưa", "đi", "làm", "qua",
    "nên", "tuy", "song", "nhưng", "hoặc", "hay", "vì", "bằng", "cả", "vẫn", "luôn", "đều", "lại", "chỉ", "nói",
    "nhấn", "yêu",
];

/// Whether a sentence, a line or a part of one begins at `i`: a capital there shows no name.
pub(crate) fn opens_part(r: &Reading, i: usize, start: usize) -> bool {
    i <= start || matches!(r.raw(i - 1), ":" | "-" | "–" | "•" | ";" | "." | ")" | "“" | "\"")
}

/// Whether a word ends every name in small letters.
pub(crate) fn is_stop(r: &Reading, i: usize) -> bool {
    STOPS.contains(&r.low(i))
}

/// Index after the words from `from` on that may be a name in small letters: no marks, no stop, no new capital head.
pub(crate) fn plain_phrase(r: &Reading, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end.min(from + 14)
        && r.kind(at) == Some(TokenKind::Word)
        && !is_stop(r, at)
        && r.low(at) != "của"
        && r.low(at) != "và"
    {
        at += 1;
    }
    at
}

/// Index after a name in capitals that begins at `from`, as names of bodies go.
pub(crate) fn capital_phrase(r: &Reading, from: usize, end: usize) -> Option<usize> {
    extent(r, from, end, After::About)
}

/// Index after the time a plan is for: `đến năm 2025, định hướng đến năm 2030`, `giai đoạn 2021-2030, tầm nhìn 2045`.
pub(crate) fn horizon(r: &Reading, i: usize, end: usize) -> Option<usize> {
    let mut at = r.any(i, &["giai đoạn", "đến năm", "thời kỳ"])?;
    at = year_or_range(r, at, end)?;
    let comma = at + usize::from(r.raw(at) == ",");
    let and = comma + usize::from(comma == at && r.low(at) == "và");
    if let Some(next) = r.any(
        and,
        &["định hướng đến năm", "tầm nhìn đến năm", "tầm nhìn đến", "tầm nhìn", "định hướng đến", "định hướng"],
    ) {
        at = year_or_range(r, next, end).unwrap_or(at);
    }
    Some(at)
}

/// Index after a year, or two years with a dash.
fn year_or_range(r: &Reading, i: usize, end: usize) -> Option<usize> {
    let i = i + usize::from(r.low(i) == "năm");
    let is_year = |k: usize| {
        k < end && r.kind(k) == Some(TokenKind::Number) && r.raw(k).len() == 4 && !r.raw(k).contains(['.', ','])
    };
    if !is_year(i) {
        return None;
    }
    let ranged = matches!(r.raw(i + 1), "-" | "–" | "—") && is_year(i + 2);
    Some(if ranged { i + 3 } else { i + 1 })
}

/// Index after the closing mark of the quoted name that opens at `i`.
pub(crate) fn quoted(r: &Reading, i: usize, end: usize) -> Option<usize> {
    let close = match r.raw(i) {
        "“" => "”",
        "\"" => "\"",
        "«" => "»",
        _ => return None,
    };
    (i + 2..end.min(i + 60)).find(|&k| r.raw(k) == close).map(|k| k + 1)
}
