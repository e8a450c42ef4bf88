//! Which tokens are short forms.

use crate::extract::Reading;
use crate::extract::name::is_short_form;
use crate::extract::person::is_syllable;
use crate::text::TokenKind;

/// Index after the short form that begins at `i`, if one does: `TT&TT`, `LĐ-TB&XH`, `TP.HCM`, `COVID-19`, `5G`.
pub(crate) fn short_form(r: &Reading, i: usize, end: usize) -> Option<usize> {
    if r.kind(i) != Some(TokenKind::Word) {
        return None;
    }
    let known = (1..=3).rev().map(|n| i + 2 * n - 1).find(|&to| is_known(r, i, to, end));
    if let Some(to) = known {
        // `VN-Index`: the start of another name.
        let goes_on = to == i + 1 && r.raw(to) == "-" && r.is_glued(to) && r.is_glued(to + 1) && r.is_capital(to + 1);
        let other = goes_on && r.kind(to + 1) == Some(TokenKind::Word) && !is_short_form(r.raw(to + 1));
        return (!other && !in_number(r, i, to)).then_some(to);
    }
    let word = r.raw(i);
    if !is_short_form(word) || is_roman(word) || word.chars().count() > 10 || word.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let shouted = |k: usize| {
        r.kind(k) == Some(TokenKind::Word)
            && is_short_form(r.raw(k))
            && is_syllable(r.low(k))
            && r.lexicon.short_forms.get(r.raw(k)).is_none()
    };
    let toned = !word.is_ascii() && is_syllable(r.low(i)) && r.low(i).chars().any(|c| c != 'đ' && !c.is_ascii());
    if toned || shouted(i) && (shouted(i + 1) || i > 0 && shouted(i - 1)) {
        return None;
    }
    let name = r.lexicon.bodies.name(&[r.low(i)]).is_some_and(|(_, body)| matches!(body.category, "company" | "media"));
    let part_of_name =
        r.raw(i + 1) == "-" && r.is_glued(i + 1) && r.is_glued(i + 2) && r.kind(i + 2) == Some(TokenKind::Word);
    let event = matches!(r.low(i + 1), "games" | "cup") && word == "SEA";
    (!name && !event && !part_of_name && !is_ticker(r, i) && !in_number(r, i, i + 1)).then_some(i + 1)
}

/// Whether the word, alone in brackets, may be a short form by what stands before them, though not by its spelling:
/// `(VinaSeed)`, `(COP12)`.
pub(crate) fn is_bracketed_form(r: &Reading, i: usize) -> bool {
    let word = r.raw(i);
    let alone = i > 1
        && r.kind(i) == Some(TokenKind::Word)
        && r.raw(i - 1) == "("
        && matches!(r.raw(i + 1), ")" | "," | ";")
        && r.kind(i - 2) == Some(TokenKind::Word);
    if !alone {
        return false;
    }
    let letters = word.chars().take_while(|c| c.is_uppercase()).count();
    let digits = word.chars().skip(letters).take_while(char::is_ascii_digit).count();
    let all = word.chars().count();
    let coded = letters > 0 && digits > 0 && letters + digits == all && all <= 6;
    let spelled_as_name = word.is_ascii()
        && r.is_capital(i)
        && all > 2
        && !coded
        && !word.bytes().any(|b| b.is_ascii_digit())
        && (word.bytes().filter(u8::is_ascii_uppercase).count() > 1 || !is_syllable(r.low(i)));
    coded || spelled_as_name
}

/// Whether the word is the code of a stock: three letters after `cổ phiếu` or `mã`, perhaps after others.
fn is_ticker(r: &Reading, i: usize) -> bool {
    let code = |k: usize| r.raw(k).len() == 3 && is_short_form(r.raw(k));
    let mut at = i;
    while at >= 2 && code(at) && (matches!(r.low(at - 1), "," | "và")) && code(at - 2) {
        at -= 2;
    }
    code(i) && at > 0 && matches!(r.low(at - 1), "phiếu" | "mã")
}

/// Whether the glued tokens `i..to` are a short form of the dictionary.
fn is_known(r: &Reading, i: usize, to: usize, end: usize) -> bool {
    to <= end && (i + 1..to).all(|k| r.is_glued(k)) && r.lexicon.short_forms.get(r.span(i..to).of(r.text)).is_some()
}

/// Whether the tokens are part of the number of a document, a plate or a code: `131/2020/NĐ-CP`, `68-NQ/TW`, `VN-A321`.
fn in_number(r: &Reading, i: usize, to: usize) -> bool {
    let joins = |k: usize| matches!(r.raw(k), "-" | "/" | "_") && r.is_glued(k) && r.is_glued(k + 1);
    let before = i >= 2 && joins(i - 1) && (r.kind(i - 2) == Some(TokenKind::Number) || is_short_form(r.raw(i - 2)));
    let after =
        joins(to) && (r.kind(to + 1) == Some(TokenKind::Number) || is_short_form(r.raw(to + 1)) && r.raw(to) != "/");
    let slashed = before && r.raw(i - 1) == "/" && r.kind(i - 2) != Some(TokenKind::Number);
    (before || after) && !(slashed && i >= 3 && r.raw(i - 3) != "-")
}

/// Whether the word is a number in Roman numerals, as far as news uses them.
fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}
