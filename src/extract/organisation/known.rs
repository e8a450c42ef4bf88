//! Bodies of the tables: ministries and provincial departments by their portfolio, others by their name.

use rustc_hash::FxHashSet;

use crate::extract::name::is_short_form;
use crate::extract::place::known_place;
use crate::extract::{MentionType, Reading};
use crate::text::fold;

use super::hit::Hit;

/// A ministry: `Bộ Kế hoạch và Đầu tư`, `Bộ TT&TT`, `Bộ Ngoại giao Nga`.
pub(crate) fn ministry(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    if r.low(i) != "bộ" || !r.is_capital(i + 1) {
        return None;
    }
    let (n, known) = r.lexicon.bodies.portfolio(&r.run(i + 1..end))?;
    let mut to = i + 1 + n;
    let mut name = format!("Bộ {}", known.name);
    let kind = how_named(r, i, to, &name);
    if let Some((n, place)) = country(r, to, end) {
        to += n;
        if place != "Việt Nam" {
            name = format!("{name} {place}");
        }
    }
    Some(Hit { tokens: i..to, name, category: "ministry", kind, rule: "ministry" })
}

/// Ministries in the office of their chiefs, where the article names them elsewhere: `Thứ trưởng Công Thương`.
pub(super) fn by_chief(r: &Reading, hits: &mut Vec<Hit>) {
    let named: FxHashSet<String> =
        hits.iter().filter(|hit| hit.rule == "ministry").map(|hit| hit.name.clone()).collect();
    if named.is_empty() {
        return;
    }
    for at in 2..r.tokens.len() {
        if r.low(at - 1) != "trưởng" || !matches!(r.low(at - 2), "bộ" | "thứ") || !r.is_capital(at) {
            continue;
        }
        let end = r.tokens.len();
        let known = r.lexicon.bodies.portfolio(&r.run(at..end));
        let Some((n, name)) = known.map(|(n, known)| (n, format!("Bộ {}", known.name))) else { continue };
        if named.contains(&name) && country(r, at + n, end).is_none() {
            let tokens = at..at + n;
            hits.push(Hit {
                tokens,
                name,
                category: "ministry",
                kind: MentionType::Alias,
                rule: "office of the chief",
            });
        }
    }
}

/// A country right at `i`.
fn country<'a>(r: &Reading<'a>, i: usize, end: usize) -> Option<(usize, &'a str)> {
    let (to, number) = r.longest(r.lexicon.places.forms(), i, end)?;
    let place = r.lexicon.places.place(number)?;
    (place.level == "country" && r.is_capital(i) && r.is_capital(to - 1)).then_some((to - i, place.name))
}

/// A body whose name stands in the table, in capitals where the table has them at its head.
pub(crate) fn body(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    let (n, known) = r.lexicon.bodies.name(&r.run(i..end))?;
    let to = i + n;
    let written = r.span(i..to).of(r.text);
    let capital = known.form.chars().next().is_some_and(char::is_uppercase);
    // Short forms are read as written; other names also in capitals throughout.
    let single =
        n == 1 && written != known.form && (is_short_form(known.form) || !is_short_form(written) && !r.is_capital(i));
    if single
        || capital && !r.is_capital(i)
        || n > 1 && !(i..to).skip(1).any(|k| r.is_capital(k)) && n == 2 && known.form != "Quốc hội"
    {
        return None;
    }
    if matches!(r.low(to), "cup" | "games" | "league" | "open" | "championship" | "champions" | "awards") {
        return None;
    }
    if let Some(branch) = branch(r, i, to, end).filter(|_| known.category == "company") {
        return Some(branch);
    }
    let kind = how_named(r, i, to, known.name);
    Some(Hit { tokens: i..to, name: known.name.to_owned(), category: known.category, kind, rule: "known body" })
}

/// The branch of the company at `i..company` in the place right after it: `Viettel Lào Cai`, `Samsung Việt Nam`.
fn branch(r: &Reading, i: usize, company: usize, end: usize) -> Option<Hit> {
    let to = known_place(r, company, end).filter(|_| company == i + 1 && r.is_capital(company))?;
    let name = r.span(i..to).of(r.text).to_owned();
    Some(Hit { tokens: i..to, name, category: "company", kind: MentionType::Name, rule: "branch" })
}

/// How the words of `i..to` name the body called `name`.
pub(crate) fn how_named(r: &Reading, i: usize, to: usize, name: &str) -> MentionType {
    let written = r.span(i..to).of(r.text);
    match () {
        () if written == name => MentionType::Name,
        () if fold(written) == fold(name) => MentionType::Variant,
        () if (i..to).any(|k| is_short_form(r.raw(k))) => MentionType::Abbr,
        () => MentionType::Alias,
    }
}
