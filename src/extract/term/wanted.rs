//! Terms that the reader wants, whether a rule finds them or not.

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::extract::Reading;

use super::candidates::{Candidate, LEAST};
use super::units::{lower_into, units};

/// Marks the candidates that the reader wants, and adds those that no rule has found but that stand in the body.
pub(super) fn add_wanted(reading: &Reading, candidates: &mut Vec<Candidate>) {
    let wanted = wanted(reading);
    if wanted.is_empty() {
        return;
    }
    let index: FxHashMap<String, usize> =
        candidates.iter().enumerate().map(|(i, candidate)| (candidate.term.clone(), i)).collect();
    for (term, n_units, count) in wanted {
        match index.get(&term) {
            Some(&i) => candidates[i].kept = true,
            None => {
                let weight = LEAST + 1.1 * libm::log2(0.5 + f64::from(count)).max(0.0);
                candidates.push(Candidate { term, n_units, weight, kept: true });
            }
        }
    }
}

/// Each phrase that the reader wants, in the spelling that the body has most often: matching form, syllables, count.
fn wanted(reading: &Reading) -> Vec<(String, u32, u32)> {
    let Some(dictionary) = reading.dictionary.filter(|d| d.entries().any(|e| e.mark.is_term())) else {
        return Vec::new();
    };
    // By folded phrase: the spellings with their counts, in the order they come.
    let mut spellings: FxHashMap<String, Vec<(String, u32, u32)>> = FxHashMap::default();
    for segment in &reading.article.segments {
        let range = reading.tokens_in(segment.span);
        let tokens = &reading.tokens[range.clone()];
        for found in dictionary.find(reading.text, tokens, |i| reading.low(range.start + i)) {
            if !found.mark.is_term() {
                continue;
            }
            let Some((form, n_units)) = form(reading, range.start + found.tokens.start..range.start + found.tokens.end)
            else {
                continue;
            };
            let key = crate::text::fold_words(&form);
            let forms = spellings.entry(key).or_default();
            match forms.iter_mut().find(|f| f.0 == form) {
                Some(known) => known.2 += 1,
                None => forms.push((form, n_units, 1)),
            }
        }
    }
    let mut out: Vec<_> = spellings.into_values().filter_map(|f| f.into_iter().max_by_key(|f| f.2)).collect();
    out.arrange();
    out
}

/// Matching form and syllables of some tokens; `None` where a mark stands between them, which ends a term.
fn form(reading: &Reading, range: std::ops::Range<usize>) -> Option<(String, u32)> {
    let (mut form, mut n_units) = (String::new(), 0);
    for unit in units(reading.text, &reading.tokens[range.clone()], range.start) {
        if n_units > 0 {
            if unit.broken {
                return None;
            }
            form.push(' ');
        }
        lower_into(unit.span.of(reading.text), &mut form);
        n_units += 1;
    }
    (n_units > 0).then_some((form, n_units))
}
