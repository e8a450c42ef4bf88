//! When a number holds: the date of its clause, of its sentence, or the article's.

use crate::base::Span;

use super::super::{DateExpression, Facts, Reading, Sentence};
use super::Period;

/// When the number at `place` (from qualifier to unit) holds. `heading` is the period that an earlier sentence of the paragraph gave.
pub(super) fn period(
    reading: &Reading,
    facts: &Facts,
    sentence: &Sentence,
    place: Span,
    heading: Option<&Period>,
) -> Option<Period> {
    let window = window(reading, sentence, place);
    let dates: Vec<&DateExpression> = inside(facts, window).iter().filter(|d| may_hold(d)).collect();
    let text = reading.text;
    let clause = around(text, window, place, &[';']);
    let piece = around(text, window, place, &[';', ',', '(', ')']);
    let distance = |d: &DateExpression| {
        if d.span.start() >= place.end() {
            d.span.start() - place.end()
        } else {
            place.start().saturating_sub(d.span.end())
        }
    };
    let before = |stretch: Span| {
        let within = dates.iter().filter(|d| stretch.covers(d.span) && d.span.start() < place.start());
        within.min_by_key(|d| distance(d)).copied()
    };
    let after = |limit: usize| {
        let within = dates.iter().filter(|d| piece.covers(d.span) && d.span.start() >= place.end());
        within.filter(|d| distance(d) <= limit).min_by_key(|d| distance(d)).copied()
    };
    let head = reading.span(sentence.tokens.start..(sentence.tokens.start + 4).min(sentence.tokens.end));
    let opening = inside(facts, head).iter().find(|d| may_hold(d) && d.span.start() < place.start());
    let found =
        before(piece).or_else(|| after(24)).or_else(|| before(clause)).or(opening).or_else(|| after(usize::MAX));
    if let Some(date) = found {
        return Some(Period { span: Some(date.span), value: value(reading, facts, date)?, source: "sentence" });
    }
    heading.cloned().or_else(|| context(facts)).map(|p| Period { span: None, source: "context", ..p })
}

/// The part of the sentence near the number; sentences may be as long as the text.
fn window(reading: &Reading, sentence: &Sentence, place: Span) -> Span {
    let i = reading.token_at(place.start());
    let near = i.saturating_sub(120).max(sentence.tokens.start)..(i + 120).min(sentence.tokens.end);
    reading.span(near).to(place)
}

/// The dates that begin inside the stretch.
pub(super) fn inside(facts: &Facts, stretch: Span) -> &[DateExpression] {
    let from = facts.dates.partition_point(|d| d.span.start() < stretch.start());
    let to = from + facts.dates[from..].partition_point(|d| d.span.start() < stretch.end());
    &facts.dates[from..to]
}

/// The part of the sentence around the number between these marks. A comma between digits is no border.
fn around(text: &str, sentence: Span, at: Span, marks: &[char]) -> Span {
    let before = &text[sentence.start()..at.start()];
    let after = &text[at.end()..sentence.end().max(at.end())];
    let from = before.rfind(|c| marks.contains(&c)).map_or(0, |i| i + 1);
    let to = after.find(|c| marks.contains(&c)).unwrap_or(after.len());
    Span::new(sentence.start() + from, at.end() + to)
}

fn may_hold(date: &DateExpression) -> bool {
    let vague = matches!(date.timex, "SET" | "TIME")
        || matches!(date.rule, "decade" | "century")
        || (date.value.contains("_REF") && date.value != "PRESENT_REF");
    let baseline = date.role == Some("baseline")
        || date.rule == "same_period"
        || date.value.starts_with('P') && date.timex == "DURATION";
    !vague && !baseline && date.role != Some("horizon")
}

/// The date as a period: a day, month or year, or an interval; the last day of what it is counted up to.
pub(super) fn value(reading: &Reading, facts: &Facts, date: &DateExpression) -> Option<String> {
    if date.value == "PRESENT_REF" {
        return context(facts).map(|p| p.value);
    }
    let i = reading.token_at(date.span.start());
    let up_to =
        ["đến", "tới", "đến hết", "tính đến", "tính đến hết"].iter().any(|w| reading.phrase_before(i, w).is_some());
    match date.interval {
        Some((_, last)) if up_to && (date.modifier == Some("END") || reading.phrase_before(i, "hết").is_some()) => {
            Some(last.to_string())
        }
        Some((first, last)) if date.value.contains("-Q") || date.value.contains("-W") => {
            Some(format!("{first}/{last}"))
        }
        _ => Some(date.value.clone()),
    }
}

/// The article's own time.
fn context(facts: &Facts) -> Option<Period> {
    let meta = &facts.meta;
    let year = || meta.year.map(|y| y.to_string());
    let value = match meta.reference_basis {
        "inferred" => year(),
        _ if meta.published.iso.is_some() => meta.published.iso.clone(),
        _ => meta.reference_date.clone().or_else(year),
    };
    value.map(|value| Period { span: None, value, source: "context" })
}
