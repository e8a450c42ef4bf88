//! Which phrases of an article are terms, and how much each weighs.
//!
//! A term is a phrase that holds together, is not merely a part of one longer phrase, begins and ends well, and is made
//! of words the article returns to. After C-value (K. Frantzi, S. Ananiadou, H. Mima 2000, "Automatic recognition of
//! multi-word terms") in that occurrences inside longer terms count less; but where C-value needs repetition, the edges,
//! the boundaries of the run and the weight of the single words also rank phrases that stand only once.

use crate::base::Arrange;
use crate::extract::{Facts, Reading};
use crate::lexicon::{Mark, TermLimit};

use super::phrases::{Phrase, Phrases};
use super::runs::{Form, Runs, runs};

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
const OVERLAP: f64 = 1.0;

/// The terms of an article, heaviest first.
pub(super) fn candidates(reading: &Reading, facts: &Facts) -> Vec<Candidate> {
    let runs = runs(reading, facts);
    let phrases = Phrases::new(&runs);
    let english = facts.meta.language == "en";
    let mut weighed: Vec<(usize, f64)> =
        phrases.list.iter().enumerate().filter_map(|(i, p)| Some((i, weight(&runs, p, english)?))).collect();
    let order = |a: &(usize, f64), b: &(usize, f64)| {
        b.1.total_cmp(&a.1).then_with(|| phrases.list[a.0].first.cmp(&phrases.list[b.0].first)).then(a.0.cmp(&b.0))
    };
    if let Some(dictionary) = reading.dictionary.filter(|d| !d.is_empty()) {
        let unwanted = |i: usize| dictionary.mark(&text(&runs, &phrases.list[i])).is_some_and(Mark::is_no_term);
        weighed.retain(|(i, _)| !unwanted(*i));
    }
    weighed.arrange_by(order);
    share_words(&runs, &phrases, &mut weighed);
    weighed.retain(|(_, weight)| *weight >= LEAST);
    weighed.arrange_by(order);
    weighed.into_iter().map(|(i, weight)| candidate(&runs, &phrases.list[i], weight)).collect()
}

/// The forms of a phrase.
fn forms<'a>(runs: &'a Runs, phrase: &Phrase) -> impl DoubleEndedIterator<Item = &'a Form> + ExactSizeIterator + 'a {
    runs.words[phrase.first..phrase.first + phrase.n_words].iter().map(|w| &runs.forms[w.form as usize])
}

/// Matching form of a phrase.
fn text(runs: &Runs, phrase: &Phrase) -> String {
    forms(runs, phrase).map(|f| f.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn candidate(runs: &Runs, phrase: &Phrase, weight: f64) -> Candidate {
    let n_units = forms(runs, phrase).map(|f| f.n_units).sum();
    Candidate { term: text(runs, phrase), n_units, weight, kept: false }
}

/// Weight of a phrase by itself; `None` if it is no term.
fn weight(runs: &Runs, phrase: &Phrase, english: bool) -> Option<f64> {
    let (mut n_units, mut links, mut soft, mut topic, mut verbs) = (0, 0.0, 0.0, 0.0, 0.0);
    for form in forms(runs, phrase) {
        n_units += form.n_units;
        verbs += form.verb_share;
        match form.limit {
            Some(TermLimit::Link) => links += 1.0,
            _ => topic += libm::log(1.0 + 10.0 * f64::from(form.count)),
        }
        soft += if matches!(form.limit, Some(TermLimit::Tail | TermLimit::Edge)) { 1.0 } else { 0.0 };
    }
    let (first, last) = (forms(runs, phrase).next()?, forms(runs, phrase).next_back()?);
    let link = |form: &Form| form.limit == Some(TermLimit::Link);
    let single = phrase.n_words == 1 && n_units < 3;
    if link(first) || link(last) || (n_units < 2 && !(english && phrase.count > 1 && first.text.chars().count() > 3)) {
        return None;
    }
    let repeated = phrase.count > 1;
    let words = &runs.words[phrase.first..phrase.first + phrase.n_words];
    let place = words.iter().any(|w| w.place);
    if words[0].place || place && !repeated {
        return None;
    }
    let part = phrase.held == phrase.count || phrase.whole * 4 < phrase.count;
    if repeated && part || !repeated && links > 0.0 {
        return None;
    }
    let count = f64::from(phrase.count);
    let begins_weakly = matches!(first.limit, Some(TermLimit::Weak | TermLimit::Edge));
    let mut weight = 1.1 * libm::log2(0.5 + f64::from(phrase.whole));
    weight += 0.8 * topic / (phrase.n_words as f64 - links);
    weight += (f64::from(phrase.opens) + f64::from(phrase.closes)) / count;
    let edges = first.verb_share + last.verb_share;
    weight -= 2.5 * edges + 1.5 * (verbs - edges).max(0.0) + 1.2 * links + 2.2 * soft;
    weight -= 4.0 * f64::from(phrase.capital) / count + 0.6 * f64::from(n_units.saturating_sub(5));
    weight -= if begins_weakly { 2.5 } else { 0.0 } + if single { 4.5 } else { 0.0 };
    if phrase.n_words == 2 && n_units == 2 {
        weight -= if repeated { 0.7 } else { 1.5 };
    }
    Some(weight - if phrase.whole == 0 { 0.6 } else { 0.0 })
}

/// Takes weight from a term for each occurrence on words that a heavier term has taken, and all of it from one that
/// stands once, inside or across a heavier one; the list is heaviest first.
fn share_words(runs: &Runs, phrases: &Phrases, weighed: &mut [(usize, f64)]) {
    let mut rank = vec![usize::MAX; phrases.list.len()];
    for (place, &(i, _)) in weighed.iter().enumerate() {
        rank[i] = place;
    }
    let mut places: Vec<Vec<u32>> = vec![Vec::new(); weighed.len()];
    for run in &runs.ranges {
        for first in run.clone() {
            for phrase in phrases.at(runs, first, run.end).filter(|&p| rank[p] != usize::MAX) {
                places[rank[phrase]].push(first as u32);
            }
        }
    }
    // By word: the widest stretch taken that holds it, as (first word, word after the last).
    let mut taken = vec![(0, 0); runs.words.len()];
    for ((phrase, weight), places) in weighed.iter_mut().zip(&places) {
        let words = |first: u32| first as usize..first as usize + phrases.list[*phrase].n_words;
        let reaches_out = |first: u32| {
            let range = words(first);
            let (start, end) = (taken[range.start], taken[range.end - 1]);
            start.1 > 0 && start.0 < range.start || end.1 > range.end || start.1 >= range.end
        };
        if let [first] = places[..]
            && reaches_out(first)
        {
            *weight = f64::NEG_INFINITY;
            continue;
        }
        let clashes = places.iter().filter(|&&first| taken[words(first)].iter().any(|t| t.1 > 0)).count();
        *weight -= OVERLAP * clashes as f64 / places.len().max(1) as f64;
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
