//! Days in the future by which something is to be done.

use std::ops::Range;

use crate::base::{Arrange, Day, Span, days_in_month};

use super::super::{DateExpression, Facts, Reading};

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
    let reference = facts.meta.reference_date.as_deref().and_then(first_day);
    let reference = reference.or_else(|| Day::new(facts.meta.year?, 1, 1));
    let mut names: Vec<Span> = facts.systems.iter().flat_map(|s| s.mentions.iter().map(|m| m.span)).collect();
    names.arrange();
    let named = |span: Span| {
        let after = names.partition_point(|n| n.start() <= span.start());
        // `Quy hoạch điện VII điều chỉnh, giai đoạn 2016-2020 phải …`: after a comma the name is over.
        let apart = reading.raw(reading.token_at(span.start()).wrapping_sub(1)) == ",";
        !apart && names[after.saturating_sub(3)..after].iter().any(|n| n.covers(span))
    };
    let yearless = facts.meta.reference_date.as_deref().filter(|_| reference.is_none()).and_then(in_any_year);
    let ahead = |last: Day| reference.is_none_or(|r| last.number() > r.number());
    let mut out = Vec::new();
    // `within the next three months`
    let is_span_ahead = |d: &DateExpression| {
        let at = reading.token_at(d.span.start());
        reading.language == "en"
            && (at.saturating_sub(2)..at).any(|k| reading.low(k) == "within")
            && matches!(reading.low(at), "next" | "coming")
    };
    for date in facts.dates.iter().filter(|d| (d.timex == "DATE" || is_span_ahead(d)) && !named(d.span)) {
        let tokens = reading.tokens_in(date.span);
        let Some(last) = last_day(reading, &tokens, date, yearless) else { continue };
        let since = tokens.start > 0
            && (matches!(reading.low(tokens.start - 1), "từ" | "sau" | "với" | "của")
                || reading.low(tokens.start.wrapping_sub(2)) == "tính");
        // `phải đến ngày 10/6 mới …`: something late, not something to be done.
        let late = tokens.start > 1
            && matches!(reading.low(tokens.start - 1), "đến" | "tới")
            && reading.low(tokens.start - 2) == "phải";
        let titled = in_title(reading, tokens.start) || of_name(reading, tokens.start);
        if tokens.is_empty() || since || late || titled || !ahead(last) {
            continue;
        }
        let iso = if date.interval.is_some() || !date.value.starts_with("XXXX") {
            last.to_string()
        } else {
            date.value.clone()
        };
        out.push(Deadline { iso, span: date.span, tokens });
    }
    out
}

/// The day, or the first of the month.
fn first_day(iso: &str) -> Option<Day> {
    Day::parse(iso).or_else(|| Day::parse(&format!("{iso}-01")))
}

/// The last day of the date. Without a year it counts where it comes after the article's day, or a word makes it a deadline.
fn last_day(reading: &Reading, tokens: &Range<usize>, date: &DateExpression, event: Option<Day>) -> Option<Day> {
    if let Some((_, last)) = date.interval {
        return Some(last);
    }
    if let Some(last) = date.value.strip_prefix("PRESENT_REF/") {
        let year = last.get(..4).and_then(|y| y.parse().ok())?;
        return Day::parse(last).or_else(|| Day::new(year, 12, 31));
    }
    let before = reading.low(tokens.start.wrapping_sub(1));
    let due = matches!(before, "trước" | "đến" | "tới" | "hết" | "nhất" | "by" | "before" | "until")
        || reading.low(tokens.end) == "sẽ";
    let Some(day) = in_any_year(&date.value) else {
        return month_in_any_year(&date.value).filter(|_| due && reading.language == "en");
    };
    event.map_or(due, |e| day.number() > e.number()).then_some(day)
}

/// A day without a year (`XXXX-07-03`) as one of a leap year, to compare it with another.
fn in_any_year(value: &str) -> Option<Day> {
    value.strip_prefix("XXXX-").and_then(|day| Day::parse(&format!("2000-{day}")))
}

/// The last day of a month without a year (`XXXX-07`) as one of a leap year.
fn month_in_any_year(value: &str) -> Option<Day> {
    let month = value.strip_prefix("XXXX-").filter(|month| month.len() == 2)?.parse().ok()?;
    Day::new(2000, month, days_in_month(2000, month))
}

/// Whether the year belongs to the name before it: `SEA Games 2025`, `Olympic Vật lý quốc tế năm 2025`.
fn of_name(reading: &Reading, at: usize) -> bool {
    let bare = reading.raw(at).starts_with(|c: char| c.is_ascii_digit()) && reading.raw(at).len() == 4;
    let before = at.wrapping_sub(1);
    let link = matches!(
        reading.low(before),
        "đến"
            | "tới"
            | "trước"
            | "vào"
            | "trong"
            | "hết"
            | "nay"
            | "là"
            | "tuyên bố"
            | "by"
            | "before"
            | "until"
            | "in"
            | "the"
            | "to"
            | "for"
            | "during"
            | "within"
    ) || reading.low(before) == "from" && matches!(reading.raw(at + 1), "-" | "–");
    let contest = ["kỳ thi", "giải đấu", "giải vô địch", "cuộc thi", "mùa giải", "lễ hội", "liên hoan", "văn bản số"];
    let of_contest = (at.saturating_sub(10)..at).any(|i| reading.any(i, &contest).is_some_and(|after| after <= at));
    let code = reading.raw(before).chars().filter(|c| c.is_uppercase()).count() > 1 && reading.is_glued(before);
    // `Đại hội đồng cổ đông thường niên năm 2025`
    let yearly = reading.phrase_before(at, "thường niên").is_some();
    at > 0
        && !link
        && (bare
            || of_contest
            || yearly
            || code
            || (reading.low(at) == "năm" && reading.is_capital(before) && at > 1 && reading.is_capital(at - 2)))
}

/// Whether the date belongs to the title of a document: `Chiến lược … đến năm 2025, định hướng đến năm 2030`.
fn in_title(reading: &Reading, at: usize) -> bool {
    const TITLES: [&str; 8] =
        ["chính sách", "chiến lược", "đề án", "quy hoạch", "chương trình", "kế hoạch", "nghị quyết", "giai đoạn"];
    const VERBS: [&str; 12] =
        ["sẽ", "phấn đấu", "mục tiêu", "hoàn thành", "phải", "đạt", "yêu cầu", "đặt", "là", "xây", "trước", "dự"];
    let stage = reading.any(at, &["giai đoạn", "nhiệm kỳ"]).is_some();
    // `Theo chiến lược, đến năm 2030, …`
    let apart = at == 0 || stage && reading.raw(at - 1) == "," || at > 1 && reading.raw(at - 2) == "," && !stage;
    if apart || !(stage || matches!(reading.low(at - 1), "đến" | "tới")) {
        return false;
    }
    for i in (at.saturating_sub(24)..at - usize::from(!stage)).rev() {
        if matches!(reading.raw(i), "." | ";" | ":") || reading.any(i, &VERBS).is_some() {
            return false;
        }
        if TITLES.iter().any(|t| reading.phrase(i, t).is_some()) {
            if stage && reading.any(i, &["giai đoạn", "nhiệm kỳ"]).is_some() {
                continue;
            }
            let issued = ["ban hành", "phê duyệt", "triển khai", "thông qua"]
                .iter()
                .any(|v| reading.phrase_before(i, v).is_some());
            return stage
                || issued
                || reading.is_capital(i)
                || reading.any(i, &["chiến lược", "đề án", "quy hoạch"]).is_some();
        }
    }
    false
}

/// The deadlines that stand in the tokens.
pub(super) fn within(deadlines: &[Deadline], range: Range<usize>) -> &[Deadline] {
    let start = deadlines.partition_point(|d| d.tokens.start < range.start);
    let end = deadlines.partition_point(|d| d.tokens.start < range.end);
    &deadlines[start..end.max(start)]
}
