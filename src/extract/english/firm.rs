//! Firms under parts of their names: `Viettel` for `Viettel Group`, `VietBoat` for `VietBoat Shipping`.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::extract::Reading;
use crate::extract::place::known_place;
use crate::lexicon::EnglishWord;
use crate::text::fold;

use super::run::is;

/// The key under which the mentions of a body come together: `Viettel Group` is `Viettel`.
pub(super) fn key_of(r: &Reading, tokens: &Range<usize>) -> String {
    let known = tokens.len() == 2 && is(r, tokens.start, EnglishWord::Company) && is_firm(r, tokens.start + 1);
    let tokens = if known { tokens.start..tokens.start + 1 } else { tokens.clone() };
    fold(r.span(tokens).of(r.text)).replace('’', "'")
}

/// Whether the word at `i` only says that it is a company: `Green Lee Group`.
pub(super) fn is_firm(r: &Reading, i: usize) -> bool {
    matches!(r.low(i), "group" | "corporation" | "corp" | "company" | "jsc" | "holdings" | "conglomerate")
}

/// Whether the word before the hyphen at `i` may say where a company is: `Singapore-based`; not `cloud-based`, `AI-based`, or
/// `Chip-based` among capitals.
pub(super) fn is_seat(r: &Reading, i: usize) -> bool {
    let to = if i > 0 && is(r, i - 1, EnglishWord::Place) { i - 1 } else { i };
    let place = || (i.saturating_sub(4)..to).any(|k| known_place(r, k, i).is_some_and(|end| end == i || end == to));
    let named = || i > 1 && !r.is_capital(i - 2) && r.raw(i - 1).chars().any(char::is_lowercase);
    i > 0 && r.is_capital(i - 1) && (place() || named())
}

/// Shortest first word that stands for the whole name of a company.
const SHORTEST_FIRST: usize = 5;

/// The first words of the companies that no other company begins with, with the keys of their names.
pub(super) fn first_words<'a>(r: &Reading, companies: &'a FxHashSet<String>) -> FxHashMap<&'a str, String> {
    let mut out: FxHashMap<&str, Option<String>> = FxHashMap::default();
    for name in companies {
        let Some((first, _)) = name.split_once(' ') else { continue };
        let low = fold(first);
        let plain = r.lexicon.english_words.longest(&[&*low]).is_some()
            || r.lexicon.places.longest_english(&[&*low]).is_some()
            || r.lexicon.family_names.is_english(&low);
        if first.len() >= SHORTEST_FIRST && !plain {
            out.entry(first).and_modify(|long| *long = None).or_insert_with(|| Some(fold(name)));
        }
    }
    out.into_iter().filter_map(|(first, long)| Some((first, long?))).collect()
}
