//! Days in the future by which something is to be done.

use std::ops::Range;

use crate::base::{Day, Span};

use super::super::{Facts, Reading};

/// A day by which something is to be done.
#[derive(Clone, Debug)]
pub(super) struct Deadline {
    /// Last day, ISO 8601.
    pub(super) iso: String,
    /// The words that name it.
    pub(super) span: Span,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
}

/// The dates of the body that lie after the article's day, in text order; those inside names and after `từ` are left out.
pub(super) fn deadlines(reading: &Reading, facts: &Facts) -> Vec<Deadline> {
    let reference = facts.meta.reference_date.as_deref().and_then(Day::parse);
    let reference = reference.or_else(|| Day::new(facts.meta.year?, 1, 1));
    let mut names: Vec<Span> = facts.systems.iter().flat_map(|s| s.mentions.iter().map(|m| m.span)).collect();
    names.sort_unstable();
    let named = |span: Span| {
        let after = names.partition_point(|n| n.start() <= span.start());
        names[after.saturating_sub(3)..after].iter().any(|n| n.covers(span))
    };
    let ahead = |last: Day| reference.is_none_or(|r| last.number() > r.number());
    let mut out = Vec::new();
    for date in facts.dates.iter().filter(|d| d.timex == "DATE" && !named(d.span)) {
        let Some((_, last)) = date.interval else { continue };
        let tokens = reading.tokens_in(date.span);
        let since = tokens.start > 0 && matches!(reading.low(tokens.start - 1), "từ" | "sau");
        let titled = in_title(reading, tokens.start);
        if tokens.is_empty() || since || titled || !ahead(last) {
            continue;
        }
        out.push(Deadline { iso: last.to_string(), span: date.span, tokens });
    }
    out
}

/// Whether the date belongs to the title of a document: `Chiến lược … đến năm 2025, định hướng đến năm 2030`.
fn in_title(reading: &Reading, at: usize) -> bool {
    const TITLES: [&str; 7] =
        ["chiến lược", "đề án", "quy hoạch", "chương trình", "kế hoạch", "nghị quyết", "giai đoạn"];
    const VERBS: [&str; 12] =
        ["sẽ", "phấn đấu", "mục tiêu", "hoàn thành", "phải", "đạt", "yêu cầu", "đặt", "là", "xây", "trước", "dự"];
    if at == 0 || !matches!(reading.low(at - 1), "đến" | "tới") {
        return false;
    }
    for i in (at.saturating_sub(24)..at - 1).rev() {
        if matches!(reading.raw(i), "." | ";" | ":") || VERBS.contains(&reading.low(i)) {
            return false;
        }
        if TITLES.iter().any(|t| reading.phrase(i, t).is_some()) {
            return reading.is_capital(i) || reading.any(i, &["chiến lược", "đề án", "quy hoạch"]).is_some();
        }
    }
    false
}
