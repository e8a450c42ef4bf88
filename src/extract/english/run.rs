//! Runs of words with a capital letter.

use std::ops::Range;

use crate::extract::Reading;
use crate::extract::place::known_place;
use crate::lexicon::EnglishWord;
use crate::text::TokenKind;

/// The class of the word or phrase at `i`, and the index after it.
pub(super) fn word_at(r: &Reading, i: usize, end: usize) -> Option<(usize, EnglishWord)> {
    r.longest(&r.lexicon.english_words, i, end)
}

/// Whether the word at `i` is of the class.
pub(super) fn is(r: &Reading, i: usize, class: EnglishWord) -> bool {
    word_at(r, i, i + 1).is_some_and(|(_, word)| word == class)
}

/// Whether the token is a word that begins with a capital letter.
pub(super) fn is_name_word(r: &Reading, i: usize) -> bool {
    r.kind(i) == Some(TokenKind::Word) && r.is_capital(i)
}

/// Whether the word at `i` only opens a sentence; it is a name in `An Khanh Data Centre`, where no article stands before a
/// consonant, after an office, as in `General Secretary To Lam`, and in `IT Services`.
pub(super) fn is_opener(r: &Reading, i: usize) -> bool {
    let name = |k: usize| {
        is_name_word(r, k)
            && r.raw(k).chars().any(char::is_lowercase)
            && !r.low(k).starts_with(['a', 'e', 'i', 'o', 'u'])
    };
    let held = || i > 0 && r.is_capital(i - 1) && is(r, i - 1, EnglishWord::Title);
    let named = r.raw(i) == "An" && name(i + 1)
        || r.raw(i) == "To" && is_name_word(r, i + 1) && held()
        || r.raw(i) == "IT" && is_name_word(r, i + 1) && r.raw(i + 1).chars().any(char::is_lowercase);
    is(r, i, EnglishWord::Opener) && !named
}

/// Most words of a Vietnamese name, its family name among them.
const LONGEST_NAME: usize = 4;

/// Where in the run of capitals the Vietnamese name begins that closes it: `People's Committee Pham Van Hai`.
pub(super) fn closing_name(r: &Reading, mut from: usize, to: usize) -> Option<usize> {
    from = from.max(to.saturating_sub(LONGEST_NAME));
    let families = &r.lexicon.family_names;
    let accented = |k: usize| families.holds(r.low(k)) && k + 2 < to && (k..to).any(|n| !r.raw(n).is_ascii());
    (from..to.saturating_sub(1)).find(|&k| families.is_english(r.low(k)) || families.is_common(r.low(k)) || accented(k))
}

/// The capitals that stand together at `i`, with hyphens and `'s` between them; without words that only open a sentence.
pub(super) fn run_at(r: &Reading, i: usize, end: usize) -> Option<Range<usize>> {
    if !is_name_word(r, i) || is_opener(r, i) {
        return None;
    }
    let mut at = i + 1;
    while at < end {
        if is_name_word(r, at) && numero(r, at, end).is_none() {
            at += 1;
        } else if let Some(after) = particles(r, at).filter(|&after| after < end && is_name_word(r, after)) {
            at = after + 1;
        } else if matches!(r.raw(at), "-" | "’" | "'") && r.is_glued(at) && r.is_glued(at + 1) && at + 1 < end {
            let possessive = r.low(at + 1) == "s" && r.raw(at) != "-";
            // `Japan's Green Lee`, `Hai Phong City's Green Lee`, `SBV's Green Office`: whose it is is no part of its name.
            let city = |to: usize| to + 1 == at && is(r, to, EnglishWord::Place);
            let short = at == i + 1 && r.raw(i).len() > 1 && r.raw(i).bytes().all(|b| b.is_ascii_uppercase());
            let origin = || short || known_place(r, i, at).is_some_and(|to| to == at || city(to));
            let named = at + 2 < end && is_name_word(r, at + 2) && !origin();
            if possessive && !named || r.raw(at) == "-" && is_tie(r, at + 1) {
                break;
            }
            at += 2;
        } else {
            break;
        }
    }
    Some(i..at)
}

/// The index of the number after a `No.` at `i`: `Green Hall No. 2`, `No 68-NQ/TW`.
pub(super) fn numero(r: &Reading, i: usize, end: usize) -> Option<usize> {
    let at = i + 1 + usize::from(r.raw(i + 1) == ".");
    (r.low(i) == "no" && at < end && r.raw(at).starts_with(|c: char| c.is_ascii_digit())).then_some(at)
}

/// Whether the word at `i`, after a hyphen, ties a place to what comes from there: `Singapore-based Green Lee`.
pub(super) fn is_tie(r: &Reading, i: usize) -> bool {
    matches!(r.low(i), "based" | "listed" | "headquartered" | "born" | "led" | "backed" | "owned" | "funded" | "run")
}

/// The index after the small words at `i` that stand inside names of persons: `Jan van der Meer`.
fn particles(r: &Reading, i: usize) -> Option<usize> {
    match (r.low(i), r.low(i + 1)) {
        ("van" | "von", "der" | "den" | "de") => Some(i + 2),
        ("van" | "von" | "bin" | "binti" | "dos", _) => Some(i + 1),
        _ => None,
    }
}

/// Most parts of a list of capitals.
const LONGEST_LIST: usize = 8;

/// Whether the comma at `i` parts two of a list of capitals that an `and` closes, all of one name: `Science, Technology,
/// Innovation and Digital Transformation`.
pub(super) fn listed(r: &Reading, i: usize, end: usize) -> bool {
    let mut comma = i;
    for _ in 0..LONGEST_LIST {
        let Some(run) = run_at(r, comma + 1, end) else { return false };
        let other = [EnglishWord::Body, EnglishWord::Company, EnglishWord::Title];
        let own = run.clone().any(|k| other.iter().any(|&class| is(r, k, class)));
        if own || known_place(r, run.start, end).is_some() {
            return false;
        }
        // `Sports, and Tourism`
        let and = run.end + usize::from(r.raw(run.end) == "," && r.low(run.end + 1) == "and");
        match r.raw(and) {
            "and" | "&" => return is_name_word(r, and + 1),
            "," => comma = and,
            _ => return false,
        }
    }
    false
}

/// Fewest words that make a heading; a few capitals may be a name.
const SHORTEST_HEADING: usize = 6;
/// Most words of a sentence that are looked at.
const HEADING_LOOKED_AT: usize = 24;
/// How many of ten words have a capital in a heading in capitals.
const CAPITALS_OF_TEN: usize = 7;

/// Whether most words of the tokens have a capital, so that capitals say nothing: `Firms Eye Green Energy in New Zones`.
pub(super) fn in_title_case(r: &Reading, tokens: Range<usize>) -> bool {
    let words = tokens.filter(|&k| r.kind(k) == Some(TokenKind::Word)).take(HEADING_LOOKED_AT);
    let (words, capitals) = words.fold((0, 0), |(n, capitals), k| (n + 1, capitals + usize::from(r.is_capital(k))));
    words >= SHORTEST_HEADING && capitals * 10 >= words * CAPITALS_OF_TEN
}

/// The short form in brackets at `i`, right after a name, which may be said to have something: `(VICOFA)`, `'s (VICOFA)`.
pub(super) fn bracketed_short_form<'a>(r: &Reading<'a>, i: usize, end: usize) -> Option<&'a str> {
    let i = i + 2 * usize::from(matches!(r.raw(i), "'" | "’") && r.low(i + 1) == "s");
    let raw = r.raw(i + 1);
    let capitals = raw.chars().filter(|c| c.is_uppercase()).count();
    let bracketed = i + 2 < end && r.raw(i) == "(" && r.raw(i + 2) == ")";
    (bracketed && capitals > 1).then_some(raw)
}
