//! Which outlet published the page, and whom the text is credited to.

use crate::base::Span;
use crate::extract::Reading;
use crate::ingest::{SetAside, SetAsideKind};
use crate::lexicon::Credit;
use crate::text::TokenKind;

use super::Meta;

/// Fills outlet and source.
pub(super) fn origin(reading: &Reading, meta: &mut Meta) {
    let first = |kind: SetAsideKind| reading.article.set_aside.iter().find(|s| s.kind == kind);
    if let Some(tag) = first(SetAsideKind::OutletTag).filter(|tag| !is_place(reading, tag.span)) {
        meta.outlet = Some(outlet(reading, tag.span));
    }
    let line = reading.article.set_aside.iter().rev().find(|s| s.kind == SetAsideKind::SourceLine);
    if let Some(line) = line {
        meta.source = Some(outlet(reading, line.span));
        meta.source_basis = "source_line";
    } else if meta.outlet.is_some() {
        meta.source = meta.outlet.clone();
        meta.source_basis = "outlet_tag";
    }
    if let Some(said) = &reading.article.about.stated.outlet {
        meta.outlet = Some(said.value.clone());
        if meta.source.is_none() {
            (meta.source, meta.source_basis) = (meta.outlet.clone(), "file");
        }
    }
    if meta.outlet.is_none() {
        meta.outlet = reading.article.set_aside.iter().find_map(|s| site(reading, s));
    }
}

/// Whether an English dateline names a place and no agency: `HẢI PHÒNG — `.
fn is_place(reading: &Reading, tag: Span) -> bool {
    let tokens = reading.tokens_in(tag);
    let named = |i: usize| reading.raw(i) == "(" || known(reading, i, tokens.end).is_some();
    reading.language == "en" && !tokens.clone().any(named)
}

/// The outlet that the edge of the page names: its masthead, or the imprint.
fn site(reading: &Reading, aside: &SetAside) -> Option<String> {
    if aside.kind != SetAsideKind::Nav || !matches!(aside.rule, "imprint" | "outlet at the edge") {
        return None;
    }
    let tokens = reading.tokens_in(aside.span);
    tokens.clone().find_map(|i| known(reading, i, tokens.end)).map(|(_, name)| name)
}

/// The name in an outlet tag or source line: as it stands, an abbreviation by its full name.
fn outlet(reading: &Reading, stretch: Span) -> String {
    let tokens = reading.tokens_in(stretch);
    let (mut from, mut to) = (tokens.start, tokens.end);
    while from < to && reading.kind(from) == Some(TokenKind::Mark) {
        from += 1;
    }
    if let Some((next, Credit::Source)) = reading.longest(&reading.lexicon.page.credits, from, to) {
        from = next;
    }
    while from < to && reading.kind(from) == Some(TokenKind::Mark) {
        from += 1;
    }
    while to > from && reading.kind(to - 1) == Some(TokenKind::Mark) && reading.raw(to - 1) != "+" {
        to -= 1;
    }
    // `Hà Nội (TTXVN 3/5)`: the place is not the outlet.
    if let Some(open) = (from..to).find(|&i| reading.raw(i) == "(")
        && known(reading, from, open).is_none()
        && let Some((_, name)) = known(reading, open + 1, to)
    {
        return name;
    }
    // `BANGKOK (XNT) – `, `MANILA (Harbour News/XNT): `
    if reading.language == "en"
        && let Some(open) = (from..to).find(|&i| reading.raw(i) == "(")
        && let Some(close) = (open + 2..to).find(|&i| matches!(reading.raw(i), ")" | "/" | ","))
    {
        return reading.span(open + 1..close).of(reading.text).to_owned();
    }
    if reading.kind(from) == Some(TokenKind::Address) {
        return host(reading.raw(from)).to_owned();
    }
    if let Some((next, name)) = known(reading, from, to)
        && (next == to || reading.kind(next) == Some(TokenKind::Number))
    {
        return name;
    }
    reading.span(from..to).of(reading.text).to_owned()
}

/// A known outlet at token `i`: the index after it and its name; a tag in capitals by its full name.
fn known(reading: &Reading, i: usize, end: usize) -> Option<(usize, String)> {
    let (next, outlet) = reading.longest(&reading.lexicon.page.outlets, i, end)?;
    let written = reading.span(i..next).of(reading.text);
    let is_tag = written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) || written.ends_with('O');
    let is_short = is_tag && written.chars().count() < 8 && !written.contains(['.', '+']);
    Some((next, if is_short { outlet.name } else { written }.to_owned()))
}

/// The host of a web address, without `www.`.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    if address.contains("://") { host.strip_prefix("www.").unwrap_or(host) } else { host }
}
