//! Places in an order and numbers of sessions: `xếp hạng 71/193`, `đứng thứ 44`, `top 10`, `phiên họp thứ 7`.

use crate::lexicon::{Limit, UnitKind};

use super::super::number::Form;
use super::super::{Facts, Reading};
use super::candidate::Candidate;
use super::indicator::phrase_after;
use super::{Figure, Rank, unit};

/// What the words before a number make of it.
pub(super) enum Place {
    /// A place in an order.
    Rank { start: usize, rank: Rank, bound: Limit },
    /// The number of a session and the like; the noun begins at `start`.
    Ordinal { start: usize, noun: String },
    /// An ordinal that says nothing: `Thứ hai,`.
    Nothing,
}

/// Nouns that are numbered.
const NUMBERED: [&str; 12] = [
    "phiên họp",
    "kỳ họp",
    "cuộc họp",
    "hội nghị",
    "đại hội",
    "phiên",
    "kỳ",
    "lần",
    "khóa",
    "nhiệm kỳ",
    "phiên đàm phán",
    "vòng",
];

/// The place that the number at the candidate names, if any.
pub(super) fn place(reading: &Reading, c: &Candidate, start: usize, end: usize) -> Option<Place> {
    let i = c.tokens.start;
    let before = |phrase: &str| reading.phrase_before(i, phrase).filter(|s| *s >= start);
    if let Some(from) = before("thứ") {
        let place = after_ordinal_word(reading, c, from, start, end);
        let first = c.rule == "first" && !matches!(place, Place::Rank { .. });
        return Some(if first { Place::Nothing } else { place });
    }
    const RANKED: [&str; 12] = [
        "xếp hạng",
        "xếp thứ hạng",
        "thứ hạng",
        "đứng hạng",
        "đứng vị trí",
        "ở vị trí",
        "vị trí số",
        "xếp ở vị trí",
        "vị trí",
        "hạng",
        "xếp",
        "lên hạng",
    ];
    let ranked = RANKED.iter().find_map(|p| before(p));
    // `kết quả xếp hạng 1.200 trường`: so many were ranked.
    let counted = before("xếp hạng").is_some()
        && c.of.is_none()
        && c.unit.as_ref().is_some_and(|u| matches!(u.kind, UnitKind::Noun | UnitKind::Group | UnitKind::Classifier))
        && c.unit.as_ref().is_some_and(|u| reading.longest(&reading.lexicon.units, c.tokens.end, u.end).is_some())
        && !is_world(reading, c.tokens.end);
    if counted {
        return None;
    }
    if let Some(from) = ranked.filter(|_| c.of.is_some() || c.unit.is_none() || before("xếp hạng").is_some()) {
        let only_grade = before("hạng").is_some()
            && before("xếp hạng").is_none()
            && c.of.is_none()
            && !is_world(reading, c.tokens.end)
            && !is_far_down(reading, c, start);
        return (!only_grade).then(|| Place::Rank { start: from, rank: exact(reading, c), bound: Limit::Exact });
    }
    if let Some(from) = before("top").or_else(|| before("tốp")) {
        let rank = Rank { position: None, position_max: Some(c.value), out_of: None };
        return Some(Place::Rank { start: from, rank, bound: Limit::Upper });
    }
    let group = before("thuộc nhóm").or_else(|| before("vào nhóm")).or_else(|| before("trong nhóm"))?;
    // `Trong nhóm 63 tỉnh, …`: among whom something is so.
    if reading.is_capital(group) {
        return None;
    }
    let leads = (c.tokens.end..end.min(c.tokens.end + 16)).any(|k| {
        reading
            .any(k, &["hàng đầu", "dẫn đầu", "cao nhất", "lớn nhất", "tốt nhất", "nhanh nhất", "đứng đầu", "thấp nhất"])
            .is_some()
    });
    let rank = Rank { position: None, position_max: Some(c.value), out_of: None };
    leads.then_some(Place::Rank { start: group + 1, rank, bound: Limit::Upper })
}

/// Grades are small (`bệnh viện hạng 2`, `huân chương hạng Ba`); `(hạng 158)` is a place in an order.
fn is_far_down(reading: &Reading, c: &Candidate, start: usize) -> bool {
    let noun = c.tokens.start - 1;
    let bracketed = noun > start && reading.raw(noun - 1) == "(" && reading.raw(c.tokens.end) == ")";
    c.value >= 10.0 || bracketed && c.value.fract() == 0.0 && c.form == Form::Digits
}

/// Whether the words after a place in an order only say among whom it is: `cả nước`, `tỉnh, thành phố`.
pub(super) fn is_field_of_all(phrase: &str) -> bool {
    const ALL: [&str; 11] = [
        "cả nước",
        "toàn quốc",
        "thế giới",
        "toàn cầu",
        "khu vực",
        "châu Á",
        "Đông Nam Á",
        "toàn tỉnh",
        "tỉnh, thành",
        "tỉnh/thành",
        "tỉnh thành",
    ];
    ALL.iter().any(|all| phrase.starts_with(all))
}

/// The token after those among whom the last figure gives a place, which no later number is of: `thứ 9/63 tỉnh, thành phố,
/// tăng 5 bậc`; `next` is the token after that figure.
pub(super) fn after_field(reading: &Reading, last: Option<&Figure>, next: usize) -> usize {
    const LONGEST: usize = 8;
    let ranked = last.is_some_and(|f| f.rank.is_some_and(|rank| rank.out_of.is_some()));
    let end = reading.tokens.len().min(next + LONGEST);
    let listed = reading.longest(&reading.lexicon.units, next, end).is_some_and(|(_, kind)| kind == UnitKind::Group);
    let field = (ranked && listed).then(|| unit::after(reading, next, end)).flatten();
    field.map_or(next, |field| field.end)
}

/// What is ranked, where it is named soon after the place: `đứng thứ 2 cả nước về thu hút vốn`.
pub(super) fn matter(reading: &Reading, facts: &Facts, next: usize) -> Option<String> {
    const NEAR: usize = 6;
    let end = reading.sentence_at(reading.tokens.get(next)?.span.start())?.tokens.end;
    let open = |k: &usize| !matches!(reading.low(*k), "," | ";" | "." | ")");
    let about = (next..end.min(next + NEAR)).take_while(open).find(|&k| reading.low(k) == "về")?;
    phrase_after(reading, facts, about + 1..end)
}

fn exact(reading: &Reading, c: &Candidate) -> Rank {
    Rank { position: Some(c.value), position_max: None, out_of: c.of.or_else(|| among(reading, c)) }
}

/// How many were ranked, where the words after the place say so: `thứ 14 trong 63 tỉnh`, `thứ 15 trên tổng số 63 tỉnh`.
fn among(reading: &Reading, c: &Candidate) -> Option<f64> {
    let next = c.tokens.end;
    let all = reading.any(next, &["trong tổng số", "trên tổng số", "trong số", "trên", "trong"])?;
    let whole: u32 = reading.raw(all).parse().ok()?;
    let counted = reading.longest(&reading.lexicon.units, all + 1, reading.tokens.len());
    let units = counted.is_some_and(|(_, kind)| matches!(kind, UnitKind::Noun | UnitKind::Group));
    (units && f64::from(whole) > c.value).then(|| f64::from(whole))
}

/// After `thứ`: a rank after verbs of standing or before the field, an ordinal after a numbered noun.
fn after_ordinal_word(reading: &Reading, c: &Candidate, from: usize, start: usize, end: usize) -> Place {
    let before = |phrase: &str| reading.phrase_before(from, phrase).filter(|s| *s >= start);
    const STANDS: [&str; 17] = [
        "xếp",
        "đứng",
        "vị trí",
        "hạng",
        "ở vị trí",
        "xếp hạng",
        "đứng ở vị trí",
        "xếp vị trí",
        "về",
        "lên",
        "vươn lên",
        "vươn lên vị trí",
        "lên vị trí",
        "xuống",
        "tụt xuống",
        "xuống vị trí",
        "giữ vị trí",
    ];
    let stands = STANDS.iter().filter_map(|p| before(p)).min();
    if let Some(rank_start) = stands.or_else(|| (c.of.is_some() || is_world(reading, c.tokens.end)).then_some(from)) {
        return Place::Rank { start: rank_start, rank: exact(reading, c), bound: Limit::Exact };
    }
    if let Some(noun) = NUMBERED.iter().find_map(|p| before(p)) {
        let is_time =
            reading.low(noun) == "lần" && end > c.tokens.end && matches!(reading.low(c.tokens.end), "hai" | "ba");
        if !is_time {
            return Place::Ordinal { start: noun, noun: super::unit::words(reading.span(noun..from).of(reading.text)) };
        }
    }
    Place::Nothing
}

/// Whether the words after the number name the field of a ranking.
fn is_world(reading: &Reading, i: usize) -> bool {
    const FIELDS: [&str; 14] = [
        "thế giới",
        "trên thế giới",
        "cả nước",
        "toàn quốc",
        "toàn cầu",
        "châu á",
        "đông nam á",
        "khu vực",
        "trong khu vực",
        "asean",
        "trên toàn cầu",
        "trên toàn quốc",
        "trong asean",
        "trên bảng xếp hạng",
    ];
    reading.any(i, &FIELDS).is_some()
}
