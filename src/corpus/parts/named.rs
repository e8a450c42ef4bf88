//! The years that a sentence names and speaks of.

use crate::base::Arrange;
use crate::extract::{DateExpression, Facts, Reading, Sentence};

/// Tokens within which an expression of time opens its sentence: `Theo thống kê, đến cuối năm 2023, …`.
const N_OPENING: usize = 5;

/// What a sentence names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// The heaviest year; of several as heavy the first.
    pub best: Option<i32>,
    /// Others that are as heavy.
    rivals: Vec<i32>,
    /// Whether the sentences around it may take its year.
    pub carries: bool,
}

impl Named {
    /// The year the sentence speaks of, given that of the sentences before it.
    pub(super) fn year(&self, before: Option<i32>) -> Option<i32> {
        before.filter(|year| self.rivals.contains(year)).or(self.best)
    }
}

/// What each sentence of the body names, in order.
pub(super) fn named(reading: &Reading, facts: &Facts) -> Vec<Named> {
    let mut dates = facts.dates.iter().peekable();
    let mut themes: Vec<(usize, i32)> = facts.themes.iter().map(|t| (t.span.start(), t.year)).collect();
    themes.arrange();
    let mut out = Vec::new();
    for sentence in reading.body() {
        let mut weights: Vec<(i32, u32)> = Vec::new();
        while dates.next_if(|d| d.span.start() < sentence.span.start()).is_some() {}
        while let Some(date) = dates.next_if(|d| d.span.start() < sentence.span.end()) {
            if let Some((year, weight)) = weight(reading, sentence, date, facts.meta.year) {
                add(&mut weights, year, weight);
            }
        }
        let first = themes.partition_point(|t| t.0 < sentence.span.start());
        let own = themes[first..].iter().take_while(|t| t.0 < sentence.span.end());
        // What a year is called is said of that year, if it is named here at all.
        own.for_each(|&(_, year)| weights.iter_mut().filter(|w| w.0 == year).for_each(|w| w.1 += 2));
        out.push(decided(&weights, facts.meta.year));
    }
    out
}

fn add(weights: &mut Vec<(i32, u32)>, year: i32, weight: u32) {
    match weights.iter_mut().find(|w| w.0 == year) {
        Some(known) => known.1 += weight,
        None => weights.push((year, weight)),
    }
}

fn decided(weights: &[(i32, u32)], own: Option<i32>) -> Named {
    let Some(most) = weights.iter().map(|w| w.1).max() else { return Named::default() };
    let mut heaviest = weights.iter().filter(|w| w.1 == most).map(|w| w.0);
    let best = heaviest.next();
    let near = |year: i32| own.is_none_or(|own| (own - 1..=own + 1).contains(&year));
    Named { best, rivals: heaviest.chain(best).collect(), carries: best.is_some_and(near) }
}

/// The year of an expression and what it weighs; `None` if its sentence does not speak of it.
fn weight(reading: &Reading, sentence: &Sentence, date: &DateExpression, own: Option<i32>) -> Option<(i32, u32)> {
    if matches!(date.role, Some("baseline" | "horizon" | "deadline")) || date.rule == "same_period" {
        return None;
    }
    if date.timex == "SET" || date.value.starts_with('P') || date.basis == "vague" || date.basis == "recurring" {
        return None;
    }
    let (first, last) = date.interval?;
    let year = first.year();
    if last.year() != year {
        return None;
    }
    let start = reading.token_at(date.span.start());
    let opens = opens(reading, sentence, date, start);
    let is_topic = is_topic(reading, date);
    if own.is_some_and(|own| year > own) && is_limit(reading, start) {
        return None;
    }
    if own.is_some_and(|own| !(own - 1..=own + 1).contains(&year)) && !opens && !is_topic {
        return None;
    }
    if is_of_document(reading, start) {
        return None;
    }
    let days = last.number() - first.number();
    let weight = if days < 8 { 1 } else { 2 };
    let frame = if days >= 8 && (opens || is_topic) { 3 } else { 0 };
    Some((year, weight + frame))
}

/// Whether the expression opens its sentence: `Cũng trong năm 2023 …`, or before a comma or behind one near the head:
/// `Theo thống kê, đến cuối năm 2023, …`.
fn opens(reading: &Reading, sentence: &Sentence, date: &DateExpression, start: usize) -> bool {
    const BEFORE: [&str; 24] = [
        "trong", "vào", "cũng", "tính", "đến", "cuối", "đầu", "tới", "từ", "hết", "riêng", "ngay", "còn", "“", "\"",
        "(", "in", "by", "during", "at", "the", "end", "of", "for",
    ];
    let is_led = |from: usize| (from..start).all(|i| BEFORE.contains(&reading.low(i)));
    let head = sentence.tokens.start;
    let next = reading.token_at(date.span.end());
    let near = head..start.min(head + N_OPENING + 1);
    is_led(head)
        || start < head + N_OPENING && reading.low(next) == ","
        || near.into_iter().any(|i| reading.low(i) == "," && is_led(i + 1))
}

/// `năm 2023 sẽ là năm …`, `2024 is the year of …`: the year is what is spoken of.
fn is_topic(reading: &Reading, date: &DateExpression) -> bool {
    let next = reading.token_at(date.span.end());
    reading.any(next, &["là", "sẽ là", "còn là", "được xác định là", "được chọn là", "is", "will be"]).is_some()
}

/// A time up to which, or from which, something is to be.
fn is_limit(reading: &Reading, start: usize) -> bool {
    const LIMITS: [&str; 22] = [
        "đến",
        "tới",
        "trước",
        "hết",
        "từ",
        "sau",
        "đến hết",
        "đến cuối",
        "cuối",
        "vào cuối",
        "đến năm",
        "giữa",
        "đầu",
        "vào",
        "by",
        "until",
        "before",
        "from",
        "after",
        "since",
        "end of",
        "the end of",
    ];
    LIMITS.iter().any(|words| reading.phrase_before(start, words).is_some())
        || reading.any(start, &["cuối", "đầu", "giữa", "trước", "sau", "đến", "hết", "từ"]).is_some()
}

/// `Luật Đất đai năm 2024`, `Nghị quyết số 57 ngày 22/12/2024`: the year of a document.
fn is_of_document(reading: &Reading, start: usize) -> bool {
    const DOCUMENTS: [&str; 9] =
        ["luật", "bộ luật", "nghị quyết", "quyết định", "chỉ thị", "nghị định", "thông tư", "hiến pháp", "pháp lệnh"];
    let from = start.saturating_sub(5);
    let document = (from..start).rev().find(|&i| reading.any(i, &DOCUMENTS).is_some());
    document.is_some_and(|at| {
        reading.is_capital(at) && (at..start).all(|i| !matches!(reading.low(i), "," | ";" | ":" | "." | "là" | "cho"))
    })
}
