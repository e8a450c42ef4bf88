//! Who wrote the text and who took the pictures.

use std::ops::Range;

use crate::base::Span;
use crate::extract::Reading;
use crate::ingest::{SetAsideKind, named};
use crate::lexicon::Credit;
use crate::text::TokenKind;

use super::Meta;

/// Fills author, byline and the credits of pictures.
pub(super) fn authorship(reading: &Reading, meta: &mut Meta) {
    let asides = || reading.article.set_aside.iter();
    if let Some(line) = asides().find(|s| s.kind == SetAsideKind::Byline) {
        meta.credit = Some(line.span);
        let name = author(reading, line.span);
        meta.credit_kind = Some(if is_staff(reading, name.clone()) { "byline_generic" } else { "byline" });
        meta.author = text_of(reading, name);
    } else if let Some(span) = asides()
        .filter(|s| s.kind == SetAsideKind::PageMetadata)
        .find_map(|s| named(&reading.lexicon.page, reading.text, s.span))
    {
        meta.credit = Some(span);
        meta.credit_kind = Some("byline");
        meta.author = Some(span.of(reading.text).to_owned());
    }
    let is_named = meta.author.is_some() && meta.credit_kind != Some("byline_generic");
    if let Some(said) = reading.article.about.stated.author.as_ref().filter(|_| !is_named) {
        (meta.author, meta.credit_kind) = (Some(said.value.clone()), Some("file"));
    }
    for credit in asides().filter(|s| s.kind == SetAsideKind::PhotoCredit) {
        let name = text_of(reading, unlabelled(reading, credit.span));
        meta.photo_credits.extend(name.filter(|n| !meta.photo_credits.contains(n)));
    }
}

/// The name in a byline: without its label, a note (`(tổng hợp)`) and the outlet (`/VOV`).
fn author(reading: &Reading, line: Span) -> Range<usize> {
    let all = unlabelled(reading, line);
    let end = all.clone().skip(1).find(|&i| {
        let outlet = || reading.longest(&reading.lexicon.page.outlets, i + 1, all.end).is_some();
        reading.raw(i) == "(" || matches!(reading.raw(i), "/" | "-" | "–" | ",") && outlet()
    });
    all.start..end.unwrap_or(all.end)
}

/// The tokens of a credit without brackets, label and closing stop.
fn unlabelled(reading: &Reading, stretch: Span) -> Range<usize> {
    let Range { start: mut from, end: mut to } = reading.tokens_in(stretch);
    let is_mark = |i: usize| reading.kind(i) == Some(TokenKind::Mark);
    let opens = |i: usize| is_mark(i) && !matches!(reading.raw(i), "“" | "\"");
    while from < to && opens(from) {
        from += 1;
    }
    if let Some((next, kind)) = reading.longest(&reading.lexicon.page.credits, from, to)
        && (kind != Credit::Source || reading.low(from) == "theo")
    {
        from = next;
    }
    while from < to && opens(from) {
        from += 1;
    }
    let has_open = (from..to).any(|i| reading.raw(i) == "(");
    while to > from && (matches!(reading.raw(to - 1), "." | "]" | "*") || reading.raw(to - 1) == ")" && !has_open) {
        to -= 1;
    }
    from..to
}

fn text_of(reading: &Reading, tokens: Range<usize>) -> Option<String> {
    (!tokens.is_empty()).then(|| reading.span(tokens).of(reading.text).to_owned())
}

/// `PV`, `Nhóm PV`, `P.V`: a reporter without a name.
fn is_staff(reading: &Reading, mut tokens: Range<usize>) -> bool {
    const WORDS: [&str; 14] =
        ["pv", "bt", "btv", "ctv", "bbt", "nhóm", "phóng", "viên", "p", "v", "ban", "biên", "tập", "t"];
    tokens.all(|i| reading.kind(i) == Some(TokenKind::Mark) || WORDS.contains(&reading.low(i)))
}
