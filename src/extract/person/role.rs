//! Offices as the text gives them: the word and what belongs to it.

use std::ops::Range;

use crate::extract::Reading;
use crate::extract::name::{capital_run, is_short_form};
use crate::extract::place::place_phrase;
use crate::extract::system::is_stop;
use crate::lexicon::{Office, SpeechVerb, Subject};
use crate::text::TokenKind;

use super::context::Context;
use super::name::{Cue, is_foreign, is_sure_name, name_at};

/// Whether the office stands before or after the name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    /// `Bộ trưởng Bộ Y tế Đào Hồng Lan`.
    Before,
    /// `Đào Hồng Lan, Bộ trưởng Bộ Y tế`.
    After,
}

/// What stands at a token in front of names.
pub(crate) fn word_at(r: &Reading, i: usize, end: usize) -> Option<(usize, Office)> {
    r.longest(&r.lexicon.offices.words, i, end)
}

/// The office that begins at `i`, with the words before and after that belong to it.
pub(crate) fn role_at(r: &Reading, context: &Context, i: usize, end: usize, side: Side) -> Option<Range<usize>> {
    let mut head = i;
    if r.low(i) == "quyền"
        && i > 0
        && matches!(r.low(i - 1), "chính" | "uy" | "nhân" | "thẩm" | "cầm" | "có" | "bản" | "chủ" | "đặc" | "dân")
    {
        return None;
    }
    while let Some((to, Office::Prefix)) = word_at(r, head, end) {
        if head > i + 1 {
            return None;
        }
        head = to;
    }
    let (after_head, Office::Office) = word_at(r, head, end)? else { return None };
    // The head may hold the first word of a body: `Trưởng ban Tuyên giáo Trung ương`.
    let overlapping = (head + 1..after_head).find_map(|k| context.body(k)).filter(|&to| to > after_head);
    let start = overlapping.unwrap_or(after_head);
    let to = complement(r, context, start, end, side);
    let to = if to > after_head && r.low(to - 1) == "kiêm" { to - 1 } else { to };
    (side == Side::Before || to > after_head || is_closed(r, head, to, end)).then_some(i..to)
}

/// Whether an office that follows its holder ends where the apposition does. A common noun before a verb begins a clause:
/// `Theo ông Nam, đối tượng bỏ chạy`.
fn is_closed(r: &Reading, head: usize, to: usize, end: usize) -> bool {
    r.is_capital(head) || to >= end || r.kind(to) == Some(TokenKind::Mark) || is_said(r, to, end)
}

/// Whether a verb of saying begins at `i`.
fn is_said(r: &Reading, i: usize, end: usize) -> bool {
    r.longest(&r.lexicon.speech.verbs, i, end)
        .is_some_and(|(_, verb)| matches!(verb, SpeechVerb::Say | SpeechVerb::Weak))
}

/// Whether the complement is the family name of the holder: `Chủ tịch UBND tỉnh Đoàn Văn An`, not `Bí thư Đoàn Lê Văn An`.
fn is_family(r: &Reading, at: usize, to: usize, end: usize) -> bool {
    let run = capital_run(r, at, end.min(at + 6)) - at;
    to == at + 1
        && (3..=4).contains(&run)
        && r.lexicon.family_names.holds(r.low(at))
        && !r.lexicon.family_names.is_common(r.low(at + 1))
}

/// Index after what belongs to an office that ends at `from`.
fn complement(r: &Reading, context: &Context, from: usize, end: usize, side: Side) -> usize {
    let mut at = from;
    let mut listed = false; // whether the last part may be one of several joined by `và`
    while at < end && at < from + 40 {
        if let Some(to) = context.body(at) {
            (at, listed) = (to, false);
        } else if let Some((n, _)) = r.lexicon.bodies.portfolio(&r.run(at..end)).filter(|_| r.is_capital(at)) {
            (at, listed) = (at + n, true);
        } else if let Some(to) = place(r, at, end).or_else(|| team(r, at, end)) {
            (at, listed) = (to, false);
        } else if let Some(to) = r
            .longest(&r.lexicon.offices.complements, at, end)
            .map(|(to, ())| to)
            .filter(|&to| fits(r, at, to) && !is_family(r, at, to, end))
        {
            (at, listed) = (to, true);
        } else if let Some((to, Subject::Noun | Subject::Activity)) = r
            .longest(&r.lexicon.subjects, at, end)
            .filter(|&(to, class)| r.is_capital(at) && !is_name(r, at, to) || class == Subject::Noun && to > at + 1)
        {
            (at, listed) = (to, true);
        } else if let Some(to) = unit(r, context, at, end, side, from) {
            (at, listed) = (to, false);
        } else if let Some(to) = linked(r, context, at, end, side, listed) {
            (at, listed) = (to, true);
        } else {
            break;
        }
    }
    match side {
        Side::Before => toward_name(r, context, at, end).unwrap_or(at),
        Side::After if at == from || listed => rest(r, context, at, end).unwrap_or(at),
        // A body that the rules cut short: `Cục trưởng Cục Bản quyền tác giả -`.
        Side::After => rest(r, context, at, end)
            .filter(|&to| {
                to <= at + 3 && !r.is_capital(at) && context.in_body(r, at - 1) && r.kind(to) == Some(TokenKind::Mark)
            })
            .unwrap_or(at),
    }
}

// Most words of the part of an office that no table knows.
const LONGEST_REST: usize = 12;

/// Whether the word cannot stand in the name of an office: verbs that have a person for their subject, links, other offices.
fn ends_office(r: &Reading, i: usize, end: usize) -> bool {
    const VERBS: [&str; 60] = [
        "bước",
        "bắt",
        "bỏ",
        "chia",
        "chúc",
        "chạy",
        "chết",
        "chủ trì",
        "cùng",
        "cảm",
        "cắt",
        "dẫn",
        "dự",
        "ghi",
        "giao",
        "giới thiệu",
        "gặp",
        "gọi",
        "gửi",
        "hướng",
        "khai mạc",
        "khen",
        "khánh thành",
        "ký",
        "kêu",
        "mong",
        "mất",
        "mở",
        "mời",
        "nghe",
        "nhận",
        "nêu",
        "phát biểu",
        "phối hợp",
        "quyết",
        "rời",
        "sinh",
        "tham",
        "thay mặt",
        "theo",
        "thăm",
        "tin",
        "tiếp",
        "tiễn",
        "tổ chức",
        "trao",
        "trình bày",
        "trúng",
        "trả lời",
        "tuyên",
        "tặng",
        "viếng",
        "về",
        "xin",
        "xử",
        "đau",
        "đánh",
        "đón",
        "đồng",
        "ủng",
    ];
    r.any(i, &VERBS).is_some()
        || is_stop(r, i)
        || is_said(r, i, end)
        || matches!(r.low(i), "và" | "nói" | "người" | "khác" | "hiện" | "ông" | "bà" | "anh" | "chị" | "rồi" | "mà")
        || word_at(r, i, end).is_some_and(|(_, word)| word != Office::Prefix)
}

/// Index after the words that no table knows, up to the mark or the verb that ends an apposition: `Giám đốc Xí nghiệp đóng
/// tàu Hạ Long, cho biết`.
fn rest(r: &Reading, context: &Context, from: usize, end: usize) -> Option<usize> {
    // `chuyên gia cao cấp về quản trị công`
    let expert = (from.saturating_sub(5)..from).any(|k| r.any(k, &["chuyên gia", "cố vấn", "đặc phái viên"]).is_some());
    // `Cục trưởng Cục Viễn thông tại Tọa đàm`: where he spoke.
    const EVENTS: [&str; 9] =
        ["hội nghị", "hội thảo", "tọa đàm", "diễn đàn", "lễ", "phiên họp", "kỳ họp", "chương trình", "sự kiện"];
    let meets = |i: usize| r.low(i) == "tại" && r.any(i + 1, &EVENTS).is_some();
    let links = |i: usize| matches!(r.low(i), "của" | "tại" | "thuộc") && !meets(i) || expert && r.low(i) == "về";
    let mut at = from;
    // `Ngoại trưởng Rex Tillerson`: the office of somebody else.
    if r.is_capital(from)
        && (r.is_capital(from + 1) || r.joins.get(from + 1) != Some(&true))
        && name_at(r, context, from, end, Cue::Office)
            .is_some_and(|to| to > from + 1 && (is_foreign(r, from, to) || is_sure_name(r, from, end)))
    {
        return None;
    }
    while at < end && at < from + LONGEST_REST {
        if let Some(to) = context.body(at).or_else(|| place(r, at, end)) {
            at = to;
        } else if links(at) && (at > from || expert || r.is_capital(at + 1))
            || matches!(r.kind(at), Some(TokenKind::Word | TokenKind::Number))
                && !ends_office(r, at, end)
                && name_at(r, context, at, end, Cue::None).is_none()
                && !is_sure_name(r, at, end)
        {
            at += 1;
        } else {
            break;
        }
    }
    let closed = at >= end || r.kind(at) == Some(TokenKind::Mark) || is_said(r, at, end);
    (at > from && closed && !links(at - 1)).then_some(at)
}

/// Index after the words that no table knows before a name that follows them: `nhà nghiên cứu văn hóa dân gian Trần Văn An`.
fn toward_name(r: &Reading, context: &Context, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    while at < end && at < from + LONGEST_REST {
        let begins = r.lexicon.family_names.is_common(r.low(at)) && !r.joins.get(at + 1).copied().unwrap_or(false)
            || at > from && !r.is_capital(at - 1);
        if r.is_capital(at)
            && begins
            && let Some(to) = name_at(r, context, at, end, Cue::Office)
        {
            let sure = r.lexicon.family_names.is_common(r.low(at)) || is_said(r, to, end);
            return (to - at > 1 && sure).then_some(at);
        }
        if let Some(to) = context.body(at).or_else(|| place(r, at, end)) {
            at = to;
        } else if r.kind(at) == Some(TokenKind::Word) && !ends_office(r, at, end) {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// A complement that is also a common word counts only where it stands right.
fn fits(r: &Reading, at: usize, to: usize) -> bool {
    !(r.low(at) == "nước" && to == at + 1 && at > 0 && r.low(at - 1) != "tịch")
}

/// Whether the single capital syllable may be the beginning of a name.
fn is_name(r: &Reading, at: usize, to: usize) -> bool {
    to == at + 1 && r.lexicon.family_names.holds(r.low(at))
}

/// A place after an office; `Hồ Chí Minh` alone is the person.
fn place(r: &Reading, at: usize, end: usize) -> Option<usize> {
    let to = place_phrase(r, at, end)?;
    (r.phrase(at, "hồ chí minh").is_none()).then_some(to)
}

/// Index after a national team by age: `U23 Việt Nam`.
fn team(r: &Reading, at: usize, end: usize) -> Option<usize> {
    let age = r.raw(at).strip_prefix('U').filter(|age| age.len() == 2 && age.bytes().all(|b| b.is_ascii_digit()));
    age.and_then(|_| place(r, at + 1, end))
}

/// Index after a unit that the tables do not know, right after an office that follows its holder: `Trưởng khoa Nhiễm D`;
/// or after the body the unit belongs to: `, Bệnh viện Chợ Rẫy`.
fn unit(r: &Reading, context: &Context, at: usize, end: usize, side: Side, from: usize) -> Option<usize> {
    if side == Side::Before {
        return None;
    }
    if r.raw(at) == "," && at < end {
        // `Trưởng phòng Đào tạo, Trường Đại học …`: the office names a unit of the body.
        let of_unit = from > 0 && matches!(r.low(from - 1), "phòng" | "khoa" | "ban" | "môn");
        let has_body = !of_unit && (from..at).any(|k| context.in_body(r, k));
        return context
            .body(at + 1)
            .filter(|&to| !has_body && (to >= end || r.kind(to) == Some(TokenKind::Mark) || !r.is_capital(to)));
    }
    const STATE: [&str; 6] = ["bộ trưởng", "thứ trưởng", "thủ tướng", "tổng thống", "ngoại trưởng", "quốc vương"];
    let to = capital_run(r, at, end);
    let fits = at == from
        && !STATE.iter().any(|office| r.phrase_before(from, office).is_some())
        && to > at
        && !context.in_body(r, at)
        && !r.lexicon.family_names.is_common(r.low(at))
        && word_at(r, at, end).is_none()
        && r.joins.get(to) != Some(&true);
    (fits && (to >= end || !matches!(r.raw(to), "-"))).then_some(to)
}

/// Index after a link and the part it leads to.
fn linked(r: &Reading, context: &Context, at: usize, end: usize, side: Side, listed: bool) -> Option<usize> {
    let next = at + 1;
    match r.low(at) {
        // `Trưởng khoa Toán - CNTT`: a short form of another field closes the name of the unit.
        "-" if listed && is_short_form(r.raw(next)) && r.kind(next + 1) == Some(TokenKind::Mark) => Some(next + 1),
        "và" | "," | "-" | "&" if listed => {
            let (to, class) = r.longest(&r.lexicon.subjects, next, end)?;
            let goes_on = r.low(at) == "và" || matches!(r.low(to), "và" | "," | "-");
            (goes_on
                && (class == Subject::Noun || r.is_capital(next))
                && word_at(r, next, end).is_none()
                && r.is_capital(next))
            .then_some(to)
        }
        "tại" if side == Side::Before && !listed && place(r, next, end).is_some() => place(r, next, end),
        "của" | "tại" if side == Side::Before => context
            .body(next)
            .or_else(|| place(r, next, end))
            .filter(|&to| name_at(r, context, to, end, Cue::Office).is_some()),
        "của" | "tại" | "thuộc" if side == Side::After => context.body(next).or_else(|| place(r, next, end)),
        _ => None,
    }
}
