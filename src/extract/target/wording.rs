//! Small questions about the words of a sentence: who is named, what is expected, what is quoted.

use std::ops::Range;

use super::Source;
use super::signal::has_number;

/// Whether a body is named where the part begins: `UBND các tỉnh ban hành …`.
pub(super) fn begins_with_body(source: Source, start: usize) -> bool {
    let r = source.reading;
    let Some(at) = r.tokens.get(start).map(|t| t.span.start()) else { return false };
    let several = ["ubnd các", "các bộ", "các sở", "các địa phương", "các huyện", "các xã", "các ngân hàng"];
    r.any(start, &several).is_some()
        || source.facts.organisations.iter().any(|o| {
            let after = o.mentions.partition_point(|m| m.span.start() < at);
            o.mentions.get(after).is_some_and(|m| m.span.start() == at)
        })
}

/// `công ty kỳ vọng năm 2030 đạt 500 tỷ đồng`: what somebody has set out to reach; not what is `được kỳ vọng`.
pub(super) fn expects_level(source: Source, clause: Range<usize>) -> bool {
    let r = source.reading;
    let expects = |&i: &usize| r.phrase(i, "kỳ vọng").is_some() && r.low(i.wrapping_sub(1)) != "được";
    clause.clone().find(expects).is_some_and(|i| has_number(source, i..clause.end))
}

/// `từng đặt mục tiêu`.
pub(super) fn says_once(source: Source, clause: &Range<usize>) -> bool {
    clause.clone().take(12).any(|i| source.reading.low(i) == "từng" && source.reading.low(i + 1) != "bước")
}

/// `đề xuất` and `kiến nghị` ask for what may never come.
pub(super) fn proposes(source: Source, verb: Range<usize>) -> bool {
    verb.into_iter().any(|i| source.reading.any(i, &["đề xuất", "kiến nghị", "khuyến nghị", "góp ý"]).is_some())
}

/// Whether the token stands in a direct quote.
pub(super) fn in_quote(source: Source, token: usize) -> bool {
    let after = source.speech.marked.partition_point(|m| m.tokens.start <= token + 1);
    source.speech.marked[..after].last().is_some_and(|m| token < m.tokens.end)
}
