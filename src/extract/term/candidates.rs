//! Which phrases of an article are terms, and how much each weighs.
//!
//! A term is a phrase that holds together, is not merely a part of one longer phrase, begins and ends well, and is made
//! of words the article returns to. After C-value (K. Frantzi, S. Ananiadou, H. Mima 2000, "Automatic recognition of
//! multi-word terms") in that occurrences inside longer terms count less; but where C-value needs repetition, the edges,
//! the boundaries of the run and the weight of the single words also rank phrases that stand only once.

use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::base::Arrange;
use crate::extract::{Facts, Reading};
use crate::lexicon::Mark;

use super::phrases::{Phrase, Phrases};
use super::runs::{Form, Runs, runs};
use super::weight::{english_weight, weight};

/// A phrase that is a term.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Matching form.
    pub term: String,
    /// Syllables it is long.
    pub n_units: u32,
    /// Weight by which terms are ranked.
    pub weight: f64,
    /// Whether the reader wants it.
    pub kept: bool,
}

/// Weight below which a phrase is no term.
pub(super) const LEAST: f64 = 0.5;
/// Share of the weight that is lost where other, heavier terms stand on the same words.
const OVERLAP: f64 = 0.7;
/// Share of the weight that is lost across the border of a heavier term.
const CROSSING: f64 = 1.0;

/// The terms of an article, heaviest first.
pub(super) fn candidates(reading: &Reading, facts: &Facts) -> Vec<Candidate> {
    let runs = runs(reading, facts);
    let phrases = Phrases::new(&runs, |phrase| reading.lexicon.term_words.is_subject(phrase));
    let english = facts.meta.language == "en";
    let weight = if english { english_weight } else { weight };
    let mut weighed: Vec<(usize, f64)> =
        phrases.list.iter().enumerate().filter_map(|(i, p)| Some((i, weight(&runs, p)?))).collect();
    // A phrase takes weight only from those that weigh less.
    weighed.retain(|(_, weight)| *weight >= LEAST);
    let order = |a: &(usize, f64), b: &(usize, f64)| {
        b.1.total_cmp(&a.1).then_with(|| phrases.list[a.0].first.cmp(&phrases.list[b.0].first)).then(a.0.cmp(&b.0))
    };
    if let Some(dictionary) = reading.dictionary.filter(|d| !d.is_empty()) {
        let unwanted = |i: usize| dictionary.mark(&text(&runs, &phrases.list[i])).is_some_and(Mark::is_no_term);
        weighed.retain(|(i, _)| !unwanted(*i));
    }
    weighed.arrange_by(order);
    share_words(&runs, &phrases, english, &mut weighed);
    weighed.retain(|(_, weight)| *weight >= LEAST);
    weighed.arrange_by(order);
    // Where the article's words are cut in two ways, one phrase stands in the list twice.
    let mut seen = FxHashSet::with_capacity_and_hasher(weighed.len(), FxBuildHasher);
    let all = weighed.into_iter().map(|(i, weight)| candidate(&runs, &phrases.list[i], weight));
    all.filter(|candidate| seen.insert(candidate.term.clone())).collect()
}

/// The forms of a phrase.
pub(super) fn forms<'a>(
    runs: &'a Runs,
    phrase: &Phrase,
) -> impl DoubleEndedIterator<Item = &'a Form> + ExactSizeIterator + 'a {
    runs.words[phrase.first..phrase.first + phrase.n_words].iter().map(|w| &runs.forms[w.form as usize])
}

/// Matching form of a phrase.
fn text(runs: &Runs, phrase: &Phrase) -> String {
    let mut out = String::with_capacity(forms(runs, phrase).map(|form| form.text.len() + 1).sum());
    runs.write(phrase.first..phrase.first + phrase.n_words, &mut out);
    out
}

fn candidate(runs: &Runs, phrase: &Phrase, weight: f64) -> Candidate {
    let n_units = forms(runs, phrase).map(|f| f.n_units).sum();
    Candidate { term: text(runs, phrase), n_units, weight, kept: false }
}

/// Takes weight from a term for each occurrence on words that a heavier term has taken, more where it lies across the
/// border of one; an English term that stands once on such words is none, unless it is a known one. The list is heaviest first.
fn share_words(runs: &Runs, phrases: &Phrases, english: bool, weighed: &mut [(usize, f64)]) {
    let mut rank = vec![usize::MAX; phrases.list.len()];
    for (place, &(i, _)) in weighed.iter().enumerate() {
        rank[i] = place;
    }
    // The first words of all places of each phrase, phrase by phrase, and by phrase where the next place goes.
    let count = |&(phrase, _): &(usize, f64)| phrases.list[phrase].count as usize;
    let mut places = vec![0; weighed.iter().map(count).sum()];
    let mut next: Vec<usize> = weighed
        .iter()
        .scan(0, |sum, phrase| {
            *sum += count(phrase);
            Some(*sum - count(phrase))
        })
        .collect();
    for run in &runs.ranges {
        for first in run.clone() {
            for phrase in phrases.at(runs, first, run.end).filter(|&p| rank[p] != usize::MAX) {
                let next = &mut next[rank[phrase]];
                places[*next] = first as u32;
                *next += 1;
            }
        }
    }
    // By word: the widest stretch taken that holds it, as (first word, word after the last).
    let mut taken = vec![(0, 0); runs.words.len()];
    let mut rest = places.as_slice();
    for (phrase, weight) in weighed.iter_mut() {
        let (places, others) = rest.split_at(phrases.list[*phrase].count as usize);
        rest = others;
        let words = |first: u32| first as usize..first as usize + phrases.list[*phrase].n_words;
        let crosses = |first: u32| {
            let range = words(first);
            [taken[range.start], taken[range.end - 1]].iter().any(|&(start, end)| {
                let inside = start <= range.start && range.end <= end;
                end > 0 && !inside && !(range.start <= start && end <= range.end)
            })
        };
        let share = |n: usize| n as f64 / places.len().max(1) as f64;
        let clashes = places.iter().filter(|&&first| taken[words(first)].iter().any(|t| t.1 > 0)).count();
        if english && places.len() == clashes && clashes == 1 && !phrases.list[*phrase].known {
            *weight = f64::NEG_INFINITY;
            continue;
        }
        let crossings = places.iter().filter(|&&first| crosses(first)).count();
        *weight -= OVERLAP * share(clashes) + CROSSING * share(crossings);
        for &first in places {
            let range = words(first);
            for slot in &mut taken[range.clone()] {
                if slot.1 - slot.0 < range.len() {
                    *slot = (range.start, range.end);
                }
            }
        }
    }
}
