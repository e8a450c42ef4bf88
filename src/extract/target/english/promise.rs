//! Promises whose words stand apart, and headlines that need none: `agreed here on Friday to`, `Port to sell 40 boats by 2030`.

use std::ops::Range;

use crate::ingest::SegmentRole;
use crate::lexicon::{english_month, english_weekday};
use crate::text::TokenKind;

use super::super::Source;
use super::super::deadline::Deadline;
use super::super::signal::figures_in;
use super::due;

/// Most tokens between a promise and its `to`.
const BETWEEN: usize = 6;

/// The index after `to` where a time or place stands before it: `agreed here on Friday to`, `has until June 30 to`.
pub(super) fn promised(source: Source, i: usize) -> Option<usize> {
    let r = source.reading;
    let until = matches!(r.low(i), "has" | "have" | "had") && r.low(i + 1) == "until";
    if !until && !matches!(r.low(i), "agreed" | "pledged" | "vowed" | "promised" | "decided" | "committed") {
        return None;
    }
    let i = i + usize::from(until);
    let circumstance = |k: usize| {
        let word = r.low(k);
        r.kind(k) == Some(TokenKind::Number)
            || english_weekday(word).or_else(|| english_month(word)).is_some()
            || matches!(
                word,
                "here" | "on" | "in" | "today" | "yesterday" | "last" | "this" | "earlier" | "week" | "month" | "year"
            )
    };
    let to = (i + 1..).take(BETWEEN).find(|&k| !circumstance(k)).filter(|&k| r.low(k) == "to")?;
    Some(to + 1)
}

/// Most tokens before the `to` of a headline.
const LONGEST_SUBJECT: usize = 8;

/// The index after the `to` at `i` with which a headline says what will be done: `Port to sell 40 boats by 2030`, with a
/// number and a day.
pub(super) fn headline(source: Source, i: usize, sentence: &Range<usize>, deadlines: &[Deadline]) -> Option<usize> {
    let r = source.reading;
    let title = r.sentence_at(r.tokens[i].span.start()).map(|s| r.article.segments.get(s.segment));
    if r.low(i) != "to" || title.flatten().is_none_or(|segment| segment.role != SegmentRole::Title) {
        return None;
    }
    let subject = sentence.start..i;
    let word = |k: usize| r.kind(k) == Some(TokenKind::Word);
    let other =
        |k: usize| matches!(r.low(k), "from" | "due" | "up" | "down" | "road" | "path" | "way" | "back" | "close");
    let verb = word(i + 1) && !r.low(i + 1).ends_with('s');
    let plain = (1..=LONGEST_SUBJECT).contains(&subject.len()) && word(i - 1) && !subject.clone().any(other);
    let measured = figures_in(source, sentence.clone()).next().is_some();
    (plain && verb && measured && due(source, i..sentence.end, deadlines).is_some()).then_some(i + 1)
}
