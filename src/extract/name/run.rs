//! Runs of capitalised words.

use crate::extract::Reading;
use crate::text::TokenKind;

/// Whether one blank stands between token `i` and the one before it.
fn follows_closely(r: &Reading, i: usize) -> bool {
    let (Some(before), Some(here)) = (i.checked_sub(1).and_then(|b| r.tokens.get(b)), r.tokens.get(i)) else {
        return false;
    };
    matches!(&r.text[before.span.end()..here.span.start()], " " | "\u{a0}")
}

/// Whether the word begins sentences and stands in no name: a capital there begins the next sentence after a heading.
pub(crate) fn begins_sentence(r: &Reading, i: usize) -> bool {
    matches!(
        r.low(i),
        "tại"
            | "theo"
            | "nhưng"
            | "các"
            | "những"
            | "được"
            | "tuy"
            | "ngay"
            | "trong"
            | "khi"
            | "với"
            | "sau"
            | "đây"
            | "nếu"
            | "vì"
            | "chỉ"
    )
}

/// Index after the run of capitalised words that begins at `i`, not reaching past `end`.
pub(crate) fn capital_run(r: &Reading, i: usize, end: usize) -> usize {
    let mut at = i;
    while at < end
        && r.kind(at) == Some(TokenKind::Word)
        && r.is_capital(at)
        && (at == i || follows_closely(r, at) && !begins_sentence(r, at))
    {
        at += 1;
    }
    at
}

/// Whether the word is written as a short form: two letters or more, all of them capitals (`UBND`, `TT&TT`).
pub(crate) fn is_short_form(word: &str) -> bool {
    let mut capitals = 0;
    for c in word.chars() {
        if c.is_uppercase() {
            capitals += 1;
        } else if c.is_lowercase() || c.is_alphabetic() {
            return false;
        }
    }
    capitals > 1
}

/// Whether the tokens are set in capitals throughout, as a headline may be: then a capital tells nothing.
pub(crate) fn is_shouted(r: &Reading, tokens: std::ops::Range<usize>) -> bool {
    let words = tokens.filter(|&i| r.kind(i) == Some(TokenKind::Word));
    let (mut shouted, mut all) = (0, 0);
    for i in words {
        all += 1;
        shouted += usize::from(!r.has_small(i));
    }
    all > 3 && shouted * 5 > all * 4
}
