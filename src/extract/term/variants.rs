//! Other spellings of a term in the same article: tone marks placed otherwise (`hóa`, `hoá`).

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Arrange;
use crate::extract::Reading;
use crate::text::{TokenKind, fold};

use super::{Term, TermCounter};

/// Spellings tried for one term.
const MOST: usize = 8;

/// Gives each term its other spellings with their counts. Of two listed terms that are spellings of one the heavier
/// stays. The terms are heaviest first.
pub(super) fn add_variants(reading: &Reading, terms: &mut Vec<Term>) {
    let spellings = spellings(reading);
    if spellings.is_empty() {
        return;
    }
    let mut taken: FxHashSet<Box<str>> = FxHashSet::default();
    terms.retain_mut(|term| {
        let stays = !taken.contains(&term.term);
        if stays {
            taken.extend(respelt(&spellings, &term.term).into_iter().map(String::into_boxed_str));
        }
        stays
    });
    let forms: Vec<(usize, String)> = terms
        .iter()
        .enumerate()
        .flat_map(|(i, t)| respelt(&spellings, &t.term).into_iter().map(move |f| (i, f)))
        .collect();
    let counter = TermCounter::new(forms.iter().map(|(_, form)| form.as_str()));
    let mut counts = vec![0; forms.len()];
    for segment in &reading.article.segments {
        counter.occurrences_in(reading, segment.span).iter().for_each(|found| counts[found.term as usize] += 1);
    }
    let found: Vec<(usize, (String, u32))> = forms
        .into_iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|((term, form), count)| (term, (form, count)))
        .collect();
    for of_term in found.chunk_by(|a, b| a.0 == b.0) {
        terms[of_term[0].0].variants = of_term.iter().map(|(_, variant)| variant.clone()).collect();
    }
}

/// Syllables of the body that are spelt in two ways or more: by folded form, the spellings in order of the alphabet.
fn spellings(reading: &Reading) -> FxHashMap<String, Vec<String>> {
    let mut low = String::new();
    let mut seen: FxHashMap<String, Vec<String>> = FxHashMap::default();
    let word = |i: &usize| reading.kind(*i) == Some(TokenKind::Word) && !reading.raw(*i).is_ascii();
    let mut add = |forms: &mut Vec<String>, i: usize| {
        low.clear();
        reading.lower_into(i, &mut low);
        if !forms.contains(&low) {
            forms.push(low.clone());
        }
    };
    // Of two spellings one is not the folded form; few articles have any that is not.
    for segment in &reading.article.segments {
        for i in reading.respelt(reading.tokens_in(segment.span)).filter(word) {
            add(seen.entry(reading.low(i).to_owned()).or_default(), i);
        }
    }
    if seen.is_empty() {
        return seen;
    }
    for segment in &reading.article.segments {
        for i in reading.tokens_in(segment.span).filter(word) {
            if let Some(forms) = seen.get_mut(reading.low(i)) {
                add(forms, i);
            }
        }
    }
    seen.retain(|_, forms| forms.len() > 1);
    seen.values_mut().for_each(|forms| forms.arrange());
    seen
}

/// The other spellings of a term, at most [`MOST`].
fn respelt(spellings: &FxHashMap<String, Vec<String>>, term: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for syllable in term.split(' ') {
        let same = [syllable.to_owned()];
        let forms = spellings.get(&fold(syllable)).map_or(&same[..], Vec::as_slice);
        let longer = |before: &String| {
            let gap = if before.is_empty() { "" } else { " " };
            forms.iter().map(|form| format!("{before}{gap}{form}")).collect::<Vec<_>>()
        };
        out = out.iter().flat_map(longer).take(MOST).collect();
    }
    out.retain(|form| form != term);
    out
}
