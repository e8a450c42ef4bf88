//! Bodies in lists: a head left out, a company among companies.

use rustc_hash::FxHashSet;

use crate::base::Arrange;
use crate::extract::name::is_short_form;
use crate::extract::person::is_syllable;
use crate::extract::place::known_place;
use crate::extract::{MentionType, Reading};
use crate::text::TokenKind;

use super::alias::taken;
use super::hit::Hit;

/// A ministry or department after another, its head left out: `Bộ Tài chính, Công an`.
pub(super) fn left_out_head(r: &Reading, before: Option<&Hit>, i: usize, end: usize) -> Option<Hit> {
    let before = before.filter(|hit| hit.tokens.end == i)?;
    let head = match before.category {
        "ministry" => "Bộ",
        "local_government" if before.name.starts_with("Sở ") => "Sở",
        _ => return None,
    };
    if !matches!(r.low(i), "," | "và" | ";") || i + 1 >= end || !r.is_capital(i + 1) {
        return None;
    }
    let (n, known) = r.lexicon.bodies.portfolio(&r.run(i + 1..end))?;
    let to = i + 1 + n;
    let closes = to >= end
        || r.kind(to) == Some(TokenKind::Mark)
        || matches!(r.low(to), "và" | "cùng" | "phối" | "có" | "khẩn" | "chủ" | "vào" | "đã" | "sẽ");
    closes.then(|| Hit {
        tokens: i + 1..to,
        name: format!("{head} {}", known.name),
        category: before.category,
        kind: MentionType::Alias,
        rule: "head left out",
    })
}

/// Foreign names beside companies in a list: `Samsung, Zelvora và Intel`.
pub(super) fn companies(r: &Reading, hits: &mut Vec<Hit>) {
    let mut known = taken(r, hits);
    let mut ends: Vec<usize> =
        hits.iter().filter(|h| h.category == "company" && h.rule == "known body").map(|h| h.tokens.end).collect();
    let mut starts: Vec<usize> =
        hits.iter().filter(|h| h.category == "company" && h.rule == "known body").map(|h| h.tokens.start).collect();
    let mut out = Vec::new();
    while let Some(end) = ends.pop() {
        let next = end + 1;
        if !matches!(r.low(end), "," | "và" | "-" | "–")
            || !is_foreign_name(r, next)
            || known.holds(r.tokens[next].span.start())
        {
            continue;
        }
        out.push(company(r, next));
        ends.push(next + 1);
    }
    while let Some(start) = starts.pop() {
        let Some(before) = start.checked_sub(2) else { continue };
        if !matches!(r.low(before + 1), "," | "và" | "-" | "–")
            || !is_foreign_name(r, before)
            || known.holds(r.tokens[before].span.start())
        {
            continue;
        }
        out.push(company(r, before));
        starts.push(before);
    }
    out.arrange_by_key(|hit: &Hit| hit.tokens.start);
    out.dedup_by_key(|hit| hit.tokens.start);
    hits.append(&mut out);
    known = taken(r, hits);
    let names: FxHashSet<String> =
        hits.iter().filter(|h| h.rule == "company in a list").map(|h| h.name.clone()).collect();
    if names.is_empty() {
        return;
    }
    let again = (0..r.tokens.len()).filter(|&i| !known.holds(r.tokens[i].span.start()) && names.contains(r.raw(i)));
    hits.extend(again.map(|i| company(r, i)).collect::<Vec<_>>());
}

fn company(r: &Reading, i: usize) -> Hit {
    Hit {
        tokens: i..i + 1,
        name: r.raw(i).to_owned(),
        category: "company",
        kind: MentionType::Name,
        rule: "company in a list",
    }
}

/// Whether one capital word in foreign letters stands alone at `i`.
fn is_foreign_name(r: &Reading, i: usize) -> bool {
    let capital = |k: usize| r.kind(k) == Some(TokenKind::Word) && r.is_capital(k);
    capital(i)
        && !capital(i + 1)
        && (i == 0 || !capital(i - 1))
        && !is_syllable(r.low(i))
        && !is_short_form(r.raw(i))
        && known_place(r, i, i + 1).is_none()
        && r.lexicon.instruments.longest(&[r.low(i)]).is_none()
}
