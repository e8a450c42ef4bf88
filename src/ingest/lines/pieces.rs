//! The small parts of a line of page metadata: separators, counters, names, rubrics.

use crate::ingest::stamp::{clock_at, date_at, weekday_at};
use crate::ingest::words::Words;
use crate::lexicon::{Label, Navigation, PageWords};
use crate::text::TokenKind;

/// Index after the separators at token `i`.
pub(super) fn marks(words: &Words, mut i: usize) -> usize {
    while matches!(
        words.raw(i),
        "|" | "-" | "–" | "—" | "•" | "·" | "," | ":" | "/" | "(" | ")" | "[" | "]" | "." | "'" | "+" | "►"
    ) {
        i += 1;
    }
    i
}

/// `Lượt xem: 4030`, `4.030 lượt xem`.
pub(super) fn count(page: &PageWords, words: &Words, i: usize) -> Option<usize> {
    let is_count =
        |at: usize| words.longest(&page.labels, at).filter(|(_, kind)| *kind == Label::Count).map(|(n, _)| n);
    if words.kind(i) == Some(TokenKind::Number) {
        return is_count(i + 1).filter(|_| words.raw(i + 1) != "xem");
    }
    let after = marks(words, is_count(i)?);
    let next = after + 1;
    let unit = words.low(next) == "phút";
    (words.kind(after) == Some(TokenKind::Number)).then_some(next + usize::from(unit))
}

/// Digits and marks only: a counter, a page number.
pub(super) fn is_counter(words: &Words) -> bool {
    let plain = |i| matches!(words.kind(i), Some(TokenKind::Number | TokenKind::Mark));
    words.n_tokens() < 8 && (0..words.n_tokens()).all(plain)
}

/// `2 giờ trước`, `3 hours ago`.
pub(super) fn ago(words: &Words, i: usize) -> Option<usize> {
    const UNITS: [&str; 18] = [
        "giây", "phút", "giờ", "ngày", "tuần", "tháng", "second", "seconds", "minute", "minutes", "hour", "hours",
        "day", "days", "week", "weeks", "month", "months",
    ];
    let unit = words.kind(i) == Some(TokenKind::Number) && UNITS.contains(&words.low(i + 1));
    (unit && matches!(words.low(i + 2), "trước" | "ago")).then_some(i + 3)
}

/// The sizes after `Cỡ chữ`: `A- A A+`.
pub(super) fn sizes(words: &Words, mut i: usize) -> usize {
    while matches!(words.low(i), "a" | "+" | "-" | "=" | ":" | "nhỏ" | "vừa" | "lớn" | "to") {
        i += 1;
    }
    i
}

/// A menu entry or an outlet between the parts of a date line.
pub(super) fn filler(page: &PageWords, words: &Words, i: usize) -> Option<usize> {
    let menu =
        words.longest(&page.navigation, i).filter(|(_, kind)| matches!(kind, Navigation::Item | Navigation::Section));
    menu.map(|(n, _)| n).or_else(|| words.longest(&page.outlets, i).map(|(n, _)| n))
}

/// A piece of up to five words between the line's edge and a bar: a rubric that no table knows.
pub(super) fn rubric(words: &Words, i: usize) -> Option<usize> {
    let is_bar = |k: usize| matches!(words.raw(k), "|" | "•" | "·");
    let end = (i + 1..i + 6).find(|&k| is_bar(k) || k == words.n_tokens())?;
    let word = (i..end).all(|k| words.kind(k) == Some(TokenKind::Word));
    (word && words.is_capital(i) && (i == 0 || is_bar(i - 1)) && (end < words.n_tokens() || i > 0)).then_some(end)
}

/// A name of one to six capitalised words, that of the author or place; with `by` or `theo` before it.
pub(super) fn name(words: &Words, i: usize) -> Option<usize> {
    let start = if matches!(words.low(i), "by" | "theo" | "bởi" | "pv" | "tác") { i + 1 } else { i };
    let start = if words.low(start) == "giả" { marks(words, start + 1) } else { start };
    let mut at = start;
    let dated = |at: usize| at > start && (date_at(words, at).is_some() || weekday_at(words, at).is_some());
    while at < start + 6 && words.kind(at) == Some(TokenKind::Word) && words.is_capital(at) && !dated(at) {
        at += 1;
    }
    let closes = at == words.n_tokens()
        || marks(words, at) > at
        || date_at(words, at).is_some()
        || clock_at(words, at).is_some();
    (at > start && closes).then_some(at)
}
