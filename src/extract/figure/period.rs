//! When a number holds: the date of its clause, of its sentence, or the article's.

use crate::base::Span;

use super::super::{DateExpression, Facts, Reading, Sentence};
use super::{FigureKind, Period};

/// A number whose period is wanted.
pub(super) struct Held<'a> {
    /// From qualifier to unit.
    pub(super) place: Span,
    /// What it says.
    pub(super) kind: FigureKind,
    /// Planned, not reached.
    pub(super) is_target: bool,
    /// The period that an earlier sentence left to this one.
    pub(super) frame: Option<&'a Period>,
}

/// When the number holds: by a date of its part of the sentence, of its clause, at the head of the sentence, before it in
/// the paragraph, or the article's own.
pub(super) fn period(reading: &Reading, facts: &Facts, sentence: &Sentence, held: &Held) -> Option<Period> {
    let place = held.place;
    let window = window(reading, sentence, place);
    let text = reading.text;
    let piece = around(text, window, place, &[';', ',', '(', ')']);
    if let Some(date) = of_baseline(reading, facts, held) {
        return Some(Period { span: Some(date.span), value: value(reading, facts, date)?, source: "sentence" });
    }
    if is_rate(reading, held) {
        return None;
    }
    let dates: Vec<&DateExpression> = inside(facts, window)
        .iter()
        .filter(|d| may_hold(d) && !of_law(reading, d) && !of_birth(reading, d) && !of_plan(reading, d))
        .filter(|d| !of_prices(reading, d) && (held.kind != FigureKind::Change || !is_same_period(reading, d)))
        .filter(|d| !left_behind(text, d, place) && !equalled(reading, d))
        .collect();
    let clause = around(text, window, place, &[';']);
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
    let after = |stretch: Span, limit: usize| {
        let within = dates.iter().filter(|d| stretch.covers(d.span) && d.span.start() >= place.end());
        within.filter(|d| distance(d) <= limit).min_by_key(|d| distance(d)).copied()
    };
    let head = reading.span(sentence.tokens.start..(sentence.tokens.start + 4).min(sentence.tokens.end));
    let opening =
        inside(facts, head).iter().find(|d| may_hold(d) && !of_prices(reading, d) && d.span.start() < place.start());
    // `Theo kế hoạch, đến năm 2025, …; …`: a date between commas at the head holds for the whole sentence.
    let lead = reading.span(sentence.tokens.start..(sentence.tokens.start + 16).min(sentence.tokens.end));
    let opening = opening.or_else(|| {
        inside(facts, lead).iter().find(|d| may_hold(d) && d.span.end() < place.start() && is_adjunct(reading, d))
    });
    // `15 tỷ kWh năm 2023`, `10 tỷ USD vào năm 2025`
    let own = after(piece, 10).or_else(|| before(piece)).or_else(|| after(piece, 24));
    let timeless = own.is_none() && is_timeless(reading, sentence, held);
    let found = own
        .or_else(|| before(clause).filter(|_| !timeless))
        .or(opening.filter(|d| !left_behind(text, d, place) && !timeless))
        .or_else(|| after(piece, usize::MAX))
        .or_else(|| after(clause, 80).filter(|d| closes(reading, d)));
    if let Some(date) = found {
        return Some(Period { span: Some(date.span), value: value(reading, facts, date)?, source: "sentence" });
    }
    let around = held.frame.cloned().or_else(|| context(facts).filter(|_| !held.is_target));
    around.filter(|_| !timeless).map(|p| Period { span: None, source: "context", ..p })
}

/// Whether the date stands between commas, with a preposition or without.
fn is_adjunct(reading: &Reading, date: &DateExpression) -> bool {
    let tokens = reading.tokens_in(date.span);
    let from = tokens.start.saturating_sub(3)..tokens.start;
    let prepositions = ["đến", "tới", "trong", "vào", "hết", "tính"];
    let before = from.rev().find(|&k| !prepositions.contains(&reading.low(k)));
    reading.raw(tokens.end) == "," && before.is_some_and(|k| reading.raw(k) == ",")
}

/// The date that the number is the baseline of: `cao hơn cùng kỳ năm 2024 (28,2%)`, `hơn mức 5,52% cùng kỳ năm ngoái`.
fn of_baseline<'f>(reading: &Reading, facts: &'f Facts, held: &Held) -> Option<&'f DateExpression> {
    let first = reading.token_at(held.place.start());
    let next = reading.token_at(held.place.end());
    let compared = |d: &&DateExpression| d.rule == "same_period" || d.role == Some("baseline");
    let before = facts.dates.partition_point(|d| d.span.end() <= held.place.start());
    let bracket = facts.dates[..before].last().filter(|d| {
        compared(d) && reading.raw(first.wrapping_sub(1)) == "(" && reading.token_at(d.span.end()) + 1 == first
    });
    let after = facts.dates.get(before).filter(|d| {
        let at = reading.token_at(d.span.start());
        compared(d)
            && held.kind != FigureKind::Change
            && !equalled(reading, d)
            && (at == next || at == next + 1 && reading.low(next) == "của")
    });
    bracket.or(after)
}

/// `tăng 10% mỗi năm`, `tăng 10%/năm`: a rate holds at no one time; but `15 bác sĩ/10.000 dân`, `90 triệu đồng/người/năm`.
fn is_rate(reading: &Reading, held: &Held) -> bool {
    const PER_TIME: [&str; 4] = ["/năm", "/tháng", "/quý", "/ngày"];
    let next = reading.token_at(held.place.end());
    let unit = held.place.of(reading.text);
    reading.any(next, &["mỗi năm", "một năm", "mỗi tháng", "mỗi ngày", "hằng năm", "hàng năm"]).is_some()
        || reading.raw(next) == "/" && PER_TIME.iter().any(|per| per[1..] == *reading.low(next + 1))
        || held.kind == FigureKind::Change && PER_TIME.iter().any(|per| unit.ends_with(per))
}

/// `từ 115 ngày năm 2013 xuống còn 31 ngày`: the date belongs to the number that is left behind.
fn left_behind(text: &str, date: &DateExpression, place: Span) -> bool {
    let now = ["xuống", "lên", "còn", "giảm còn", "tăng lên"].iter().any(|w| place.of(text).starts_with(w));
    now && date.span.end() <= place.start() && place.start() - date.span.end() <= 2
}

/// `bằng 104% năm ngoái`: the date is that of the whole.
fn equalled(reading: &Reading, date: &DateExpression) -> bool {
    let at = reading.token_at(date.span.start());
    reading.raw(at.wrapping_sub(1)) == "%" && reading.low(at.wrapping_sub(3)) == "bằng"
}

/// `theo Luật Ngân sách nhà nước năm 2015`: the year of a law.
fn of_law(reading: &Reading, date: &DateExpression) -> bool {
    const LAWS: [&str; 6] = ["luật", "hiến pháp", "nghị quyết", "nghị định", "quyết định", "thông tư"];
    let at = reading.token_at(date.span.start());
    let from = (at.saturating_sub(8)..at).rev().take_while(|&k| !matches!(reading.raw(k), "," | ";" | "."));
    matches!(date.rule, "bare_year" | "year")
        && from.into_iter().any(|k| reading.is_capital(k) && reading.any(k, &LAWS).is_some())
}

/// `ông Nam, sinh năm 1962, nuôi 20 con bò`: the year of somebody's birth.
fn of_birth(reading: &Reading, date: &DateExpression) -> bool {
    let at = reading.token_at(date.span.start());
    at > 0 && matches!(reading.low(at - 1), "sinh" | "sn")
}

/// `đạt 39,6% kế hoạch năm 2023`: the year of what was planned.
fn of_plan(reading: &Reading, date: &DateExpression) -> bool {
    let at = reading.token_at(date.span.start());
    let is_of_plan = ["kế hoạch", "dự toán"].iter().any(|plan| reading.phrase_before(at, plan).is_some());
    is_of_plan && (at.saturating_sub(8)..at).any(|k| reading.raw(k) == "%")
}

/// `theo giá so sánh năm 2010`: the year whose prices are counted with.
fn of_prices(reading: &Reading, date: &DateExpression) -> bool {
    let at = reading.token_at(date.span.start());
    ["giá so sánh", "giá cố định", "giá gốc"].iter().any(|prices| reading.phrase_before(at, prices).is_some())
}

/// `tăng 7% với cùng kỳ năm ngoái`, `gấp 2 lần cùng kỳ năm trước`: what a change is compared with.
fn is_same_period(reading: &Reading, date: &DateExpression) -> bool {
    let at = reading.token_at(date.span.start());
    reading.low(at) == "cùng" && matches!(reading.low(at + 1), "kỳ" | "kì" | "thời" | "tháng" | "quý")
}

/// Whether a word for a term stands before the date that closes a list: `… trong năm 2025`.
fn closes(reading: &Reading, date: &DateExpression) -> bool {
    let at = reading.token_at(date.span.start());
    matches!(reading.low(at.wrapping_sub(1)), "trong" | "vào" | "đến")
}

/// Whether the sentence sets a rule, asks for something or weighs what may be: its numbers hold at no stated time.
fn is_timeless(reading: &Reading, sentence: &Sentence, held: &Held) -> bool {
    const RULES: [&str; 20] = [
        "không quá",
        "không vượt quá",
        "tối đa",
        "đề nghị",
        "kiến nghị",
        "đề xuất",
        "cho phép",
        "quy định",
        "được hưởng",
        "có thể",
        "nếu",
        "khả năng",
        "mỗi",
        "theo hướng",
        "rút ngắn",
        "giá fit",
        "sớm hơn",
        "tại sao",
        "từ đủ",
        "bị phạt",
    ];
    let at = reading.token_at(held.place.start());
    let from = at.saturating_sub(40).max(sentence.tokens.start);
    let said = (from..=at).any(|k| reading.any(k, &RULES).is_some());
    let times = held.kind != FigureKind::Change && held.place.of(reading.text).ends_with(" lần");
    said || held.kind == FigureKind::Duration || times
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
