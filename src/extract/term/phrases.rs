//! Every phrase of the runs that could be a term, with what the article shows of it.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::lexicon::TermLimit;

use super::runs::{Runs, Word};

/// Longest term, in words.
pub(super) const MAX_WORDS: usize = 7;

/// A phrase and what its occurrences show.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    /// Where it stands first: index of its first word in [`Runs::words`].
    pub first: usize,
    /// Words it is long.
    pub n_words: usize,
    /// Occurrences.
    pub count: u32,
    /// Occurrences in which its words hold together at least as well as with the words around them.
    pub whole: u32,
    /// Occurrences at the beginning of a run, and at the end.
    pub opens: u32,
    /// Occurrences at the end of a run.
    pub closes: u32,
    /// Occurrences in which every syllable begins with a capital.
    pub capital: u32,
    /// Occurrences inside the one phrase, longer by a word, that holds it most often.
    pub held: u32,
    /// Occurrences that begin or end inside a known term, twice if both.
    pub cuts: u32,
    /// Occurrences that begin inside a known term.
    pub torn: u32,
    /// Occurrences whose last words begin a known term that goes on behind them.
    pub split: u32,
    /// Whether it is a known term.
    pub known: bool,
    /// Whether it is longer than a known term with which it begins.
    pub begins_known: bool,
    /// Whether it is longer than a known term with which it ends.
    pub ends_known: bool,
}

/// All phrases of an article.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The phrases.
    pub list: Vec<Phrase>,
    // A trie over forms: (phrase, form) → phrase longer by that form.
    longer: FxHashMap<(u32, u32), u32>,
}

const ROOT: u32 = u32::MAX;
/// What a pair inside a known term has more of firmness.
const KNOWN_BOND: f64 = 3.0;

/// How firmly each word holds to the next one of its run; by index of the first of the two in [`Runs::words`].
///
/// The share of the rarer word's occurrences, one more than there are, times the logarithm of how often the two stand
/// together: a pair that repeats goes before a single one, and a word that seldom stands elsewhere holds firmly.
fn bonds(runs: &Runs) -> Vec<f64> {
    let mut pairs: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let inner = || runs.ranges.iter().flat_map(|r| r.start..r.end - 1);
    for i in inner() {
        *pairs.entry((runs.words[i].form, runs.words[i + 1].form)).or_default() += 1;
    }
    let mut out = vec![0.0; runs.words.len()];
    for i in inner() {
        let (a, b) = (runs.words[i].form, runs.words[i + 1].form);
        let [one, other] = [a, b].map(|form| &runs.forms[form as usize]);
        out[i] = if is_one_term(&runs.words[i], &runs.words[i + 1]) { KNOWN_BOND } else { 0.0 };
        if one.limit == Some(TermLimit::Link) || other.limit == Some(TermLimit::Link) {
            continue;
        }
        let together = f64::from(pairs[&(a, b)]);
        let repeats = if together > 1.0 { libm::log2(1.0 + together) } else { 0.2 };
        out[i] += repeats * together / (f64::from(one.count.min(other.count)) + 1.0);
    }
    out
}

/// Whether the two words, one after the other, lie in one known term.
fn is_one_term(a: &Word, b: &Word) -> bool {
    a.known > 0 && a.known == b.known
}

impl Phrases {
    /// Collects the phrases of all runs; `is_known` tells the key of a known term.
    pub(super) fn new(runs: &Runs, is_known: impl Fn(&str) -> bool) -> Self {
        // Most articles have one to two phrases for each word.
        let enough = 2 * runs.words.len();
        let longer = FxHashMap::with_capacity_and_hasher(enough, FxBuildHasher);
        let mut out = Self { list: Vec::with_capacity(enough), longer };
        let bonds = bonds(runs);
        let limit = |i: usize| runs.forms[runs.words[i].form as usize].limit;
        let link = |i: usize| limit(i) == Some(TermLimit::Link);
        let weak = |i: usize| matches!(limit(i), Some(TermLimit::Weak | TermLimit::Edge));
        let soft = |i: usize| limit(i) == Some(TermLimit::Soft);
        let cut = |i: usize| i > 0 && i < runs.words.len() && is_one_term(&runs.words[i - 1], &runs.words[i]);
        let tail_word = |i: usize| matches!(limit(i), Some(TermLimit::Tail | TermLimit::Edge));
        let place = |i: usize| runs.words[i].place;
        // For the word after the current one: the phrases that begin with it, by length.
        let (mut after, mut here): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::with_capacity(MAX_WORDS));
        let mut text = String::new();
        // Phrases with the phrase that lacks their first word, and the one that lacks their last.
        let mut parts: Vec<(u32, Option<u32>, Option<u32>)> = Vec::new();
        for run in &runs.ranges {
            after.clear();
            for first in run.clone().rev() {
                let opens = first == run.start || link(first - 1);
                let before = if first == run.start || weak(first - 1) { -1.0 } else { bonds[first - 1] };
                let cut_before = first > run.start && cut(first);
                let (mut begins_known, mut marked) = (false, false);
                here.clear();
                let (mut node, mut inside, mut capital) = (ROOT, f64::INFINITY, true);
                for last in first..run.end.min(first + MAX_WORDS) {
                    if last > first {
                        inside = inside.min(bonds[last - 1]);
                    }
                    capital &= runs.words[last].capital;
                    marked |= runs.words[last].known > 0;
                    let shorter = node;
                    begins_known |= shorter != ROOT && out.list[shorter as usize].known;
                    node = out.step(node, runs.words[last].form);
                    here.push(node);
                    let ends_known = (last > first).then(|| &out.list[after[last - first - 1] as usize]);
                    let ends_known = ends_known.is_some_and(|part| part.known || part.ends_known);
                    let phrase = &mut out.list[node as usize];
                    if marked && !phrase.known {
                        runs.write_key(first..last + 1, &mut text);
                        phrase.known = is_known(&text);
                    }
                    if phrase.count == 0 {
                        (phrase.begins_known, phrase.ends_known) = (begins_known, ends_known);
                        (phrase.first, phrase.n_words) = (first, last - first + 1);
                        // A light noun before it, an adjective or a place after it makes no other term of a phrase.
                        let tail = (last > first && !link(first) && !weak(first) && !soft(first))
                            .then(|| after[last - first - 1]);
                        let head = (last > first && !link(last) && !tail_word(last) && !soft(last) && !place(last))
                            .then_some(shorter);
                        parts.push((node, tail, head));
                    }
                    let closes = last + 1 == run.end || link(last + 1);
                    let beyond = if last + 1 == run.end { -1.0 } else { bonds[last] };
                    phrase.count += 1;
                    phrase.whole += u32::from(inside >= before && inside >= beyond);
                    phrase.opens += u32::from(opens);
                    phrase.closes += u32::from(closes);
                    phrase.capital += u32::from(capital);
                    phrase.torn += u32::from(cut_before);
                    let ends_inside = last + 1 < run.end && cut(last + 1);
                    phrase.split += u32::from(ends_inside && runs.words[first].known != runs.words[last].known);
                    phrase.cuts += u32::from(cut_before) + u32::from(ends_inside);
                }
                std::mem::swap(&mut after, &mut here);
            }
        }
        for (node, tail, head) in parts {
            let count = out.list[node as usize].count;
            for part in tail.into_iter().chain(head) {
                let held = &mut out.list[part as usize].held;
                *held = count.max(*held);
            }
        }
        out
    }

    fn step(&mut self, node: u32, form: u32) -> u32 {
        let n = self.list.len() as u32;
        let next = *self.longer.entry((node, form)).or_insert(n);
        if next == n {
            self.list.push(Phrase::default());
        }
        next
    }

    /// The phrases that stand at the word, by length from one word on, within the run that ends at `end`.
    pub(super) fn at<'a>(&'a self, runs: &'a Runs, first: usize, end: usize) -> impl Iterator<Item = usize> + 'a {
        let mut node = ROOT;
        (first..end.min(first + MAX_WORDS)).map_while(move |i| {
            node = *self.longer.get(&(node, runs.words[i].form))?;
            Some(node as usize)
        })
    }
}
