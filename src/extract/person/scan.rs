//! Names and offices of one sentence, in order.

use std::ops::Range;

use crate::extract::name::{capital_run, is_shouted};
use crate::extract::place::known_place;
use crate::extract::{Reading, Sentence};
use crate::lexicon::{Office, SpeechVerb};
use crate::text::TokenKind;

use super::context::Context;
use super::name::{Cue, is_foreign, is_sure_name, name_at};
use super::role::{Side, role_at, word_at};

/// A person named, or an office without a name.
#[derive(Clone, Debug)]
pub(crate) struct Sighting {
    /// The whole expression: offices, form of address and name.
    pub(crate) tokens: Range<usize>,
    /// The bare name; `None` for an office alone.
    pub(crate) name: Option<Range<usize>>,
    /// Offices, each as it stands.
    pub(crate) roles: Vec<Range<usize>>,
    /// What spoke for the name.
    pub(crate) cue: Cue,
}

/// What stands before a name.
#[derive(Default)]
struct Titles {
    roles: Vec<Range<usize>>,
    degree: bool,
}

/// Names and offices of the sentence.
pub(crate) fn sightings(r: &Reading, context: &Context, sentence: &Sentence) -> Vec<Sighting> {
    let mut out = Vec::new();
    if is_shouted(r, sentence.tokens.clone()) {
        return out;
    }
    let end = sentence.tokens.end;
    let mut i = sentence.tokens.start;
    while i < end {
        if context.in_body(r, i) {
            i += 1;
            continue;
        }
        let (titles, at) = titles(r, context, i, end);
        if at > i {
            if let Some(to) = named(r, context, i, at, end, titles, &mut out) {
                i = to;
                continue;
            }
            // An office without a name: go on after it.
            i = out.last().filter(|s| s.tokens.start == i).map_or(i + 1, |s| s.tokens.end);
            continue;
        }
        match name_at(r, context, i, end, Cue::None) {
            Some(to) => i = with_offices(r, context, i..to, i..to, end, Titles::default(), Cue::None, &mut out),
            None => i += 1,
        }
    }
    out
}

/// Offices, academic titles and forms of address from `i` on, and the index after them.
fn titles(r: &Reading, context: &Context, i: usize, end: usize) -> (Titles, usize) {
    let mut titles = Titles::default();
    let mut at = i;
    while let Some((to, word)) = word_at(r, at, end) {
        match word {
            // In the middle of a sentence a form of address has a small letter: `Hai Bà Trưng` is a name.
            Office::Address if r.is_capital(at) && at == i && !begins(r, at) => break,
            // `Bắc Giang, Bà Rịa - Vũng Tàu`: the place has more words than a form of address and a name.
            Office::Address if r.is_capital(at) && known_place(r, at, end).is_some_and(|past| past > to + 1) => break,
            Office::Address => {
                at = to;
            }
            Office::Degree => {
                titles.degree = true;
                at = if matches!(r.raw(to), "." | "," | "-")
                    && word_at(r, to + 1, end).is_some_and(|(_, w)| w == Office::Degree)
                    || r.raw(to) == "."
                {
                    to + 1
                } else {
                    to
                };
            }
            Office::Office | Office::Prefix => {
                let Some(role) = role_at(r, context, at, end, Side::Before) else { break };
                at = role.end;
                titles.roles.push(role);
                at = after_brackets(r, at, end)
                    .filter(|&to| name_at(r, context, to, end, Cue::Office).is_some())
                    .unwrap_or(at);
                let next = at + usize::from(matches!(r.low(at), "," | "kiêm" | "-" | "–"));
                if next > at
                    && (may_hold_both(r, titles.roles.last(), next)
                        && word_at(r, next, end).is_some_and(|(_, w)| w != Office::Address || r.low(at) != ",")
                        && leads_to_name(r, context, next, end)
                        || r.raw(at) == "," && is_own_name(r, context, titles.roles.last(), next, end)
                        || matches!(r.raw(at), "-" | "–") && follows_body(r, context, titles.roles.last(), next, end))
                {
                    at = next;
                }
            }
        }
        if at >= end {
            break;
        }
    }
    (titles, at)
}

/// Whether the name after a comma is that of the one who holds the office before it: `Giám đốc Sở Y tế Lào Cai, ông Lê Văn
/// An, cho biết`. The office must be said in full and be the subject of its clause, so that no list can be meant.
fn is_own_name(r: &Reading, context: &Context, role: Option<&Range<usize>>, next: usize, end: usize) -> bool {
    let Some(role) = role.filter(|role| role.len() > 3) else { return false };
    let full = role.clone().any(|k| context.in_body(r, k)) || r.is_capital(role.end - 1);
    let oblique = role.start > 0
        && matches!(
            r.low(role.start - 1),
            "với" | "của" | "cho" | "gặp" | "tiếp" | "theo" | "có" | "và" | "các" | "là"
        );
    let from = if matches!(r.low(next), "ông" | "bà") { next + 1 } else { next };
    let Some(to) = name_at(r, context, from, end, Cue::Office).filter(|to| to - from > 1) else { return false };
    let verb = r.longest(&r.lexicon.speech.verbs, to + usize::from(r.raw(to) == ","), end);
    full && !oblique && verb.is_some_and(|(_, verb)| verb == SpeechVerb::Say)
}

/// Whether the name after a dash is that of the one who holds the office in a body before it: `Giám đốc Sở Y tế – Lê Văn An`.
fn follows_body(r: &Reading, context: &Context, role: Option<&Range<usize>>, next: usize, end: usize) -> bool {
    let in_body = role.is_some_and(|role| context.in_body(r, role.end - 1));
    in_body && is_sure_name(r, next, end) && name_at(r, context, next, end, Cue::Office).is_some()
}

/// Index after a short form in brackets: `Chủ tịch Liên đoàn Bóng đá Việt Nam (VFF) Trần …`.
fn after_brackets(r: &Reading, at: usize, end: usize) -> Option<usize> {
    if r.raw(at) != "(" {
        return None;
    }
    (at + 2..end.min(at + 6)).find(|&k| r.raw(k) == ")").map(|k| k + 1)
}

/// Whether a sentence or quoted speech begins at `i`.
fn begins(r: &Reading, i: usize) -> bool {
    i == 0
        || r.sentence_at(r.tokens[i].span.start()).is_some_and(|s| s.tokens.start == i)
        || matches!(r.kind(i - 1), Some(TokenKind::Mark))
}

/// Whether one person may hold the office before and the one that begins at `next`: not a chief and somebody under him.
fn may_hold_both(r: &Reading, before: Option<&Range<usize>>, next: usize) -> bool {
    const CHIEFS: [&str; 5] = ["thủ tướng", "tổng thống", "chủ tịch nước", "chủ tịch quốc hội", "quốc vương"];
    const OTHERS: [&str; 8] =
        ["bộ trưởng", "thứ trưởng", "phó", "thủ tướng", "tổng", "chủ tịch quốc hội", "ngoại trưởng", "chủ tịch nước"];
    const RANKS: [&str; 10] = [
        "ủy viên",
        "uỷ viên",
        "bí thư",
        "phó bí thư",
        "tổng bí thư",
        "đại tướng",
        "thượng tướng",
        "trung tướng",
        "quyền",
        "nguyên",
    ];
    const GROUPS: [&str; 12] = [
        "phóng viên",
        "đại diện",
        "đại biểu",
        "lãnh đạo",
        "nhà báo",
        "sinh viên",
        "tân sinh viên",
        "học sinh",
        "bệnh nhân",
        "công nhân",
        "hội viên",
        "đoàn viên",
    ];
    let Some(before) = before else { return true };
    if r.any(before.start, &GROUPS).is_some() && r.low(next - 1) == "," {
        return false;
    }
    let chief = r.any(before.start, &CHIEFS).is_some();
    let ranked = r.any(before.start, &RANKS).is_some();
    !(chief && r.any(next, &OTHERS).is_some()) && (ranked || r.any(next, &CHIEFS).is_none())
}

/// Whether offices from `i` on end in a name.
fn leads_to_name(r: &Reading, context: &Context, i: usize, end: usize) -> bool {
    let mut at = i;
    for _ in 0..4 {
        match word_at(r, at, end) {
            Some((_, Office::Office | Office::Prefix)) => match role_at(r, context, at, end, Side::Before) {
                Some(role) => at = role.end,
                None => return false,
            },
            Some((to, _)) => at = to,
            None => break,
        }
        if matches!(r.low(at), "," | "kiêm" | "-" | "–") && word_at(r, at + 1, end).is_some() {
            at += 1;
        }
    }
    name_at(r, context, at, end, Cue::Office).is_some()
}

/// A name after titles, and the names that share them. The index after all; `None` where no name follows.
fn named(
    r: &Reading,
    context: &Context,
    i: usize,
    at: usize,
    end: usize,
    titles: Titles,
    out: &mut Vec<Sighting>,
) -> Option<usize> {
    let cue = if titles.roles.is_empty() && !titles.degree { Cue::Address } else { Cue::Office };
    let colon = r.raw(at) == ":";
    let from = at + usize::from(colon);
    // `các đồng chí: Ủy viên Trung ương Đảng Lê Văn An`: an office follows, no name.
    let office = colon && word_at(r, from, end).is_some_and(|(_, word)| word == Office::Office);
    let cue_of_name = if colon && !is_plural(r, i) { Cue::None } else { cue };
    let Some(to) = name_at(r, context, from, end, cue_of_name).filter(|_| !office) else {
        if let Some(role) = titles.roles.first() {
            out.push(Sighting { tokens: role.clone(), name: None, roles: vec![role.clone()], cue });
        }
        return None;
    };
    let shared: Option<Vec<Range<usize>>> = is_plural(r, i).then(|| titles.roles.clone());
    let start = if colon { from } else { i };
    let mut next = with_offices(r, context, start..to, from..to, end, titles, cue, out);
    let Some(shared) = shared else { return Some(players(r, context, next, end, cue, out)) };
    while matches!(r.low(next), "," | "và") || colon && r.raw(next) == ";" {
        let Some(to) = name_at(r, context, next + 1, end, Cue::Office) else { break };
        let titles = Titles { roles: shared.clone(), degree: false };
        next = with_offices(r, context, next + 1..to, next + 1..to, end, titles, cue, out);
    }
    Some(next)
}

/// Names after a name with its office, in a list: `tiền vệ Hoàng Đức, Quang Hải và Vĩ Hào`. Whose office they share is not
/// said.
fn players(r: &Reading, context: &Context, mut next: usize, end: usize, cue: Cue, out: &mut Vec<Sighting>) -> usize {
    while cue == Cue::Office && matches!(r.low(next), "," | "và") {
        let from = next + 1;
        let Some(to) = name_at(r, context, from, end, Cue::Office) else { break };
        let run = capital_run(r, from, end);
        if to - from < 2
            || to != run
            || is_foreign(r, from, to)
            || word_at(r, from, end).is_some()
            || r.joins.get(from + 1) == Some(&true)
                && r.lexicon.subjects.longest(&r.run(from..r.tokens.len())).is_some()
        {
            break;
        }
        next = with_offices(r, context, from..to, from..to, end, Titles::default(), cue, out);
    }
    next
}

/// Whether the word before `i` says that several people hold the office: `các Phó Chủ tịch`.
fn is_plural(r: &Reading, i: usize) -> bool {
    i > 0
        && matches!(r.low(i - 1), "các" | "hai" | "ba" | "bốn" | "năm" | "những" | "2" | "3" | "4" | "5" | "vị" | "cặp")
}

/// The sighting of a name that is known, with the offices that follow it.
pub(super) fn named_again(r: &Reading, context: &Context, name: Range<usize>, end: usize) -> Sighting {
    let mut out = Vec::new();
    with_offices(r, context, name.clone(), name.clone(), end, Titles::default(), Cue::None, &mut out);
    out.pop().unwrap_or(Sighting { tokens: name.clone(), name: Some(name), roles: Vec::new(), cue: Cue::None })
}

/// Adds a sighting with the offices that follow the name; the index after them.
#[allow(clippy::too_many_arguments)]
fn with_offices(
    r: &Reading,
    context: &Context,
    tokens: Range<usize>,
    name: Range<usize>,
    end: usize,
    titles: Titles,
    cue: Cue,
    out: &mut Vec<Sighting>,
) -> usize {
    let mut roles = titles.roles;
    let mut to = name.end;
    while to < end && matches!(r.raw(to), "," | "-" | "–" | "—" | "(")
        || to < end && to > name.end && matches!(r.low(to), "kiêm" | "và")
    {
        let Some(role) = role_at(r, context, to + 1, end, Side::After) else { break };
        if name_at(r, context, role.end, end, Cue::Office).is_some()
            || r.raw(role.end) == ":"
            || matches!(r.low(role.end), "-" | "–" | "kiêm") && leads_to_name(r, context, role.end + 1, end)
        {
            break;
        }
        to = role.end;
        roles.push(role);
    }
    out.push(Sighting { tokens: tokens.start..to, name: Some(name), roles, cue });
    to
}
