//! Other names of bodies that are named in full elsewhere in the article.

use rustc_hash::FxHashMap;

use crate::extract::name::{Taken, is_short_form};
use crate::extract::person::is_syllable;
use crate::extract::place::known_place;
use crate::extract::{Facts, MentionType, Reading};
use crate::lexicon::Phrases;
use crate::text::{TokenKind, fold};

use super::hit::Hit;

// How far to look for a body that is named in full.
const REACH: usize = 200;

/// Stretches that bodies take already.
pub(super) fn taken(r: &Reading, hits: &[Hit]) -> Taken {
    Taken::new(hits.iter().map(|hit| r.span(hit.tokens.clone())))
}

/// Short forms that the text defines by a body's name: `Hiệp hội Gạo Việt Nam (VRA)`.
pub(super) fn short_forms(r: &Reading, facts: &Facts, hits: &mut Vec<Hit>) {
    let taken = taken(r, hits);
    let mut out = Vec::new();
    let mut renamed: FxHashMap<usize, String> = FxHashMap::default();
    // What the text says that short forms of no body mean, by the byte where they stand.
    let mut other: FxHashMap<usize, &str> = FxHashMap::default();
    for abbreviation in facts.abbreviations.iter().filter(|a| a.evidence.is_some()) {
        let Some(evidence) = abbreviation.evidence else { continue };
        let Some(long) = &abbreviation.long else { continue };
        // A part of the name, as `Thông tin và Truyền thông`, does not make its short form a name of the body.
        let from = hits.partition_point(|hit| r.span(hit.tokens.clone()).start() < evidence.start());
        let body =
            hits[from..].iter().take_while(|hit| r.span(hit.tokens.clone()).start() < evidence.end()).find(|hit| {
                let span = r.span(hit.tokens.clone());
                evidence.covers(span) && fold(long) == fold(span.of(r.text))
            });
        let Some(body) = body else {
            other.extend(abbreviation.mentions.iter().map(|(span, _)| (span.start(), long.as_str())));
            continue;
        };
        renamed.extend(abbreviation.mentions.iter().map(|(span, _)| (span.start(), body.name.clone())));
        for (span, _) in abbreviation.mentions.iter().filter(|(span, _)| !taken.holds(span.start())) {
            let tokens = r.tokens_in(*span);
            out.push(Hit { tokens, kind: MentionType::Abbr, rule: "defined short form", ..body.clone() });
        }
    }
    // The tables may know the short form under another name than the text gives it; and the word for what the body is may
    // stand before it: `Trung tâm ABC`.
    for hit in hits.iter_mut().filter(|hit| matches!(hit.rule, "known body" | "head and name")) {
        let last = r.tokens.get(hit.tokens.end - 1);
        let Some(name) = last.and_then(|t| renamed.get(&t.span.start())) else { continue };
        let head = r.span(hit.tokens.start..hit.tokens.end - 1).of(r.text);
        if hit.tokens.len() == 1 || hit.rule == "head and name" && fold(name).starts_with(&fold(head)) {
            hit.name.clone_from(name);
            hit.kind = MentionType::Abbr;
        }
    }
    hits.retain(|hit| {
        let long = other.get(&r.span(hit.tokens.clone()).start());
        hit.rule != "known body" || hit.tokens.len() > 1 || long.is_none_or(|long| may_mean(&hit.name, long))
    });
    hits.append(&mut out);
}

/// Whether the body may be what the text calls by the long form: they share a word, or the long form is in another language.
pub(crate) fn may_mean(body: &str, long: &str) -> bool {
    let (body, long) = (fold(body), fold(long));
    long.is_ascii() || body.split(' ').any(|word| long.split(' ').any(|other| word == other))
}

/// Other names in brackets after a body's name: `Tổng công ty Lương thực miền Bắc (Vinafood 1)`.
pub(super) fn bracketed(r: &Reading, facts: &Facts, hits: &mut Vec<Hit>) {
    let defined = Taken::new(
        facts
            .abbreviations
            .iter()
            .filter(|a| a.evidence.is_some())
            .flat_map(|a| a.mentions.iter().map(|(span, _)| *span)),
    );
    let taken = taken(r, hits);
    let mut out = Vec::new();
    for hit in hits.iter().filter(|hit| hit.rule != "defined short form") {
        let open = hit.tokens.end;
        if r.raw(open) != "(" {
            continue;
        }
        let Some(close) = (open + 2..open + 6).find(|&k| r.raw(k) == ")") else { continue };
        let inner = open + 1..close;
        let roman = inner.clone().any(|k| {
            r.raw(k).bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) || matches!(r.low(k), "khóa" | "quý" | "ảnh")
        });
        let named = !roman
            && inner.clone().all(|k| {
                r.is_capital(k) && r.kind(k) == Some(TokenKind::Word)
                    || k > open + 1 && r.kind(k) == Some(TokenKind::Number)
            });
        let portfolio = r.lexicon.bodies.portfolio(&r.run(open + 1..close)).is_some();
        let foreign = inner
            .clone()
            .any(|k| r.kind(k) == Some(TokenKind::Number) || is_short_form(r.raw(k)) || !is_syllable(r.low(k)));
        let free = !portfolio
            && foreign
            && !defined.holds(r.tokens[open + 1].span.start())
            && !taken.holds(r.tokens[open + 1].span.start())
            && known_place(r, open + 1, close).is_none()
            && !r.lexicon.family_names.is_common(r.low(open + 1));
        if named && free {
            out.push(Hit { tokens: inner, kind: MentionType::Alias, rule: "name in brackets", ..hit.clone() });
        }
    }
    let names: Vec<(String, u32)> =
        out.iter().enumerate().map(|(i, hit)| (r.span(hit.tokens.clone()).of(r.text).to_owned(), i as u32)).collect();
    if !names.is_empty() {
        let mut all = hits.clone();
        all.extend(out.iter().cloned());
        let again = elsewhere(r, &all, &names, |i| out[i].clone());
        out.extend(again);
    }
    hits.append(&mut out);
}

/// Where the names stand on their own, in capitals and outside other names.
fn elsewhere(r: &Reading, hits: &[Hit], names: &[(String, u32)], body: impl Fn(usize) -> Hit) -> Vec<Hit> {
    let taken = taken(r, hits);
    let phrases = Phrases::new(names.iter().map(|(name, at)| (name, *at)));
    let mut out = Vec::new();
    for sentence in &r.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            let found = r.longest(&phrases, i, sentence.tokens.end);
            let fits = |&(to, _): &(usize, u32)| {
                (i..to).all(|k| r.is_capital(k) || r.kind(k) == Some(TokenKind::Number))
                    && !taken.holds(r.tokens[i].span.start())
                    && !goes_on(r, i, to)
            };
            let Some((to, at)) = found.filter(fits) else {
                i += 1;
                continue;
            };
            out.push(Hit { tokens: i..to, kind: MentionType::Alias, ..body(at as usize) });
            i = to;
        }
    }
    out
}

/// The proper part of a company's name on its own: `Hoshi` of `Công ty phần mềm Hoshi`.
pub(super) fn short_names(r: &Reading, hits: &mut Vec<Hit>) {
    let mut bodies: Vec<usize> = Vec::new();
    let mut tails: Vec<(String, u32)> = Vec::new();
    for (at, hit) in hits
        .iter()
        .enumerate()
        .filter(|(_, h)| h.rule == "head and name" && matches!(h.category, "company" | "bank" | "club"))
    {
        let start = (hit.tokens.start + 1..hit.tokens.end).rev().take_while(|&k| r.is_capital(k)).last();
        let Some(tail) = start.filter(|&s| s < hit.tokens.end && s > hit.tokens.start).map(|s| s..hit.tokens.end)
        else {
            continue;
        };
        let foreign = tail.clone().any(|k| !is_syllable(r.low(k)));
        let subject = r.longest(&r.lexicon.subjects, tail.start, tail.end).is_some();
        let place = known_place(r, tail.start, tail.end).is_some();
        if place || subject || !foreign && tail.len() < 2 {
            continue;
        }
        tails.push((r.span(tail).of(r.text).to_owned(), bodies.len() as u32));
        bodies.push(at);
    }
    if tails.is_empty() {
        return;
    }
    let mut found = elsewhere(r, hits, &tails, |i| Hit { rule: "short name", ..hits[bodies[i]].clone() });
    hits.append(&mut found);
}

/// Whether the run of capitals reaches beyond `i..to`.
fn goes_on(r: &Reading, i: usize, to: usize) -> bool {
    let capital = |k: usize| r.kind(k) == Some(TokenKind::Word) && r.is_capital(k);
    capital(to) || i > 0 && capital(i - 1)
}

/// A name without its place is that of the body named last with the place: `Sở Y tế` after `Sở Y tế Lào Cai`.
pub(super) fn left_out_places(hits: &mut [Hit]) {
    let names: Vec<String> = hits
        .iter()
        .map(|h| fold(&h.name).replace(" tp.", " thành phố ").replace(" tp", " thành phố").replace("  ", " "))
        .collect();
    let mut longer: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, name) in names.iter().enumerate() {
        for (cut, _) in name.match_indices(' ').filter(|(cut, _)| *cut > 3) {
            longer.entry(&name[..cut]).or_default().push(at);
        }
    }
    let mut renamed: Vec<(usize, usize)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let Some(candidates) = longer.get(name.as_str()).filter(|_| may_lack_place(&hits[at])) else { continue };
        let fits = |&&c: &&usize| {
            names[c] != *name && hits[c].category == hits[at].category && hits[c].tokens.start != hits[at].tokens.start
        };
        let after = candidates.partition_point(|&c| c < at);
        let before = candidates[..after].iter().rev().take(REACH).find(fits);
        let Some(&target) = before.or_else(|| candidates[after..].iter().take(REACH).find(fits)) else { continue };
        let only_place = crate::text::tokens(&names[target][name.len()..]).len() <= 6;
        if only_place {
            renamed.push((at, target));
        }
    }
    let targets: Vec<(usize, String)> = renamed.iter().map(|&(at, target)| (at, hits[target].name.clone())).collect();
    for (at, name) in targets {
        hits[at].name = name;
        hits[at].kind = MentionType::Alias;
    }
}

/// Whether a body of this kind may be named without its place.
fn may_lack_place(hit: &Hit) -> bool {
    matches!(hit.rule, "local body" | "head and name" | "known body" | "committee")
        && !matches!(hit.category, "ministry" | "company" | "media" | "international")
}
