//! Offices as the text gives them: the word and what belongs to it.

use std::ops::Range;

use crate::extract::Reading;
use crate::extract::name::capital_run;
use crate::extract::place::place_phrase;
use crate::lexicon::{Office, Subject};
use crate::text::TokenKind;

use super::context::Context;
use super::name::{Cue, name_at};

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
    Some(i..if to > after_head && r.low(to - 1) == "kiêm" { to - 1 } else { to })
}

/// Index after what belongs to an office that ends at `from`.
fn complement(r: &Reading, context: &Context, from: usize, end: usize, side: Side) -> usize {
    let mut at = from;
    let mut listed = false; // whether the last part may be one of several joined by `và`
    while at < end && at < from + 40 {
        if let Some(to) = context.body(at) {
            (at, listed) = (to, false);
        } else if let Some((n, _)) =
            r.lexicon.bodies.portfolio(|k| (at + k < end).then(|| r.low(at + k))).filter(|_| r.is_capital(at))
        {
            (at, listed) = (at + n, true);
        } else if let Some(to) = place(r, at, end) {
            (at, listed) = (to, false);
        } else if let Some(to) =
            r.longest(&r.lexicon.offices.complements, at, end).map(|(to, ())| to).filter(|&to| fits(r, at, to))
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
    at
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

/// Index after a unit that the tables do not know, right after an office that follows its holder: `Trưởng khoa Nhiễm D`;
/// or after the body the unit belongs to: `, Bệnh viện Chợ Rẫy`.
fn unit(r: &Reading, context: &Context, at: usize, end: usize, side: Side, from: usize) -> Option<usize> {
    if side == Side::Before {
        return None;
    }
    if r.raw(at) == "," && at < end {
        let has_body = (from..at).any(|k| context.in_body(r, k));
        return context
            .body(at + 1)
            .filter(|&to| !has_body && (to >= end || r.kind(to) == Some(TokenKind::Mark) || !r.is_capital(to)));
    }
    let to = capital_run(r, at, end);
    let fits = at == from
        && to > at
        && !context.in_body(r, at)
        && !r.lexicon.family_names.is_common(r.low(at))
        && word_at(r, at, end).is_none();
    (fits && (to >= end || !matches!(r.raw(to), "-"))).then_some(to)
}

/// Index after a link and the part it leads to.
fn linked(r: &Reading, context: &Context, at: usize, end: usize, side: Side, listed: bool) -> Option<usize> {
    let next = at + 1;
    match r.low(at) {
        "và" | "," | "-" | "&" if listed => {
            let (to, class) = r.longest(&r.lexicon.subjects, next, end)?;
            let goes_on = r.low(at) == "và" || matches!(r.low(to), "và" | "," | "-");
            (goes_on
                && (class == Subject::Noun || r.is_capital(next))
                && word_at(r, next, end).is_none()
                && r.is_capital(next))
            .then_some(to)
        }
        "tại" if side == Side::Before && !listed => place(r, next, end),
        "của" if side == Side::Before => {
            place(r, next, end).filter(|&to| name_at(r, context, to, end, Cue::Office).is_some())
        }
        "của" | "tại" | "thuộc" if side == Side::After => context.body(next).or_else(|| place(r, next, end)),
        _ => None,
    }
}
