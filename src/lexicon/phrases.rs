//! A set of phrases, each with a value, found by longest match over tokens.

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::text::{Mark, fold, tokens};

/// Phrases in folded form, with what each stands for.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    set: PhraseSet,
    // By the numbers of the phrases.
    values: Vec<T>,
}

/// Numbered phrases. Apart from their values, so that its code is there once, not for every type of value.
#[derive(Debug, Clone)]
struct PhraseSet {
    // By first token: the rest of each phrase, ascending, so that phrases with the same beginning stand together.
    by_first: FxHashMap<Box<str>, Vec<Rest>>,
    // A bit for the mark of every first token, of every phrase of one token, of every pair that begins a phrase: most
    // tokens begin no phrase and are sent away by it.
    gate: Vec<u64>,
}

/// Words of the gate for so many phrases there is one.
const PER_WORD: usize = 4;

/// Stands for the second token of a phrase that has none.
const NONE: Mark = Mark::of("");

/// What follows the first token of a phrase, and the phrase's number.
type Rest = (Vec<Box<str>>, usize);

impl PhraseSet {
    fn new(phrases: &[String]) -> Self {
        let mut by_first: FxHashMap<Box<str>, Vec<Rest>> = FxHashMap::default();
        for (number, phrase) in phrases.iter().enumerate() {
            let mut parts = tokens(phrase).into_iter().map(|t| fold(t.span.of(phrase)).into_boxed_str());
            let Some(first) = parts.next() else { continue };
            let rest: Vec<_> = parts.collect();
            by_first.entry(first).or_default().push((rest, number));
        }
        for bucket in by_first.values_mut() {
            bucket.arrange();
            bucket.dedup_by(|later, first| later.0 == first.0);
        }
        let n_phrases: usize = by_first.values().map(Vec::len).sum();
        let mut gate = vec![0; (n_phrases / PER_WORD).next_power_of_two()];
        let mut open = |mark: Mark| {
            let (word, bit) = mark.place(gate.len());
            gate[word] |= bit;
        };
        for (first, rests) in &by_first {
            let first = Mark::of(first);
            open(first);
            rests.iter().for_each(|(rest, _)| open(first.then(rest.first().map_or(NONE, |second| Mark::of(second)))));
        }
        Self { by_first, gate }
    }

    #[inline]
    fn has(&self, mark: Mark) -> bool {
        let (word, bit) = mark.place(self.gate.len());
        self.gate[word] & bit != 0
    }
}

impl<T: Copy> Phrases<T> {
    /// Builds the set; of a phrase given twice the first value stays.
    pub fn new<S: AsRef<str>>(entries: impl IntoIterator<Item = (S, T)>) -> Self {
        let entries = entries.into_iter().map(|(phrase, value)| (phrase.as_ref().to_owned(), value));
        let (phrases, values): (Vec<String>, Vec<T>) = entries.unzip();
        Self { set: PhraseSet::new(&phrases), values }
    }

    /// Whether a phrase may begin with a token of this mark, the one after it being `next`.
    #[inline]
    pub fn may_stand(&self, mark: Mark, next: impl FnOnce() -> Option<Mark>) -> bool {
        let has = |mark| self.set.has(mark);
        has(mark) && (has(mark.then(NONE)) || next().is_some_and(|next| has(mark.then(next))))
    }

    /// The longest phrase at the head of `low` (folded tokens by index): how many tokens it takes, and its value.
    pub fn longest<'a>(&self, mut low: impl FnMut(usize) -> Option<&'a str>) -> Option<(usize, T)> {
        let first = low(0)?;
        if !self.may_stand(Mark::of(first), || low(1).map(Mark::of)) {
            return None;
        }
        let mut open = self.set.by_first.get(first)?.as_slice();
        let mut found = None;
        for n in 0.. {
            // Of the phrases that agree so far the one that ends here comes first.
            if let Some(((rest, number), longer)) = open.split_first()
                && rest.len() == n
            {
                found = Some((n + 1, self.values[*number]));
                open = longer;
            }
            if open.is_empty() {
                break;
            }
            let Some(token) = low(n + 1) else { break };
            let from = open.partition_point(|(rest, _)| &*rest[n] < token);
            let to = from + open[from..].partition_point(|(rest, _)| &*rest[n] == token);
            open = &open[from..to];
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefers_the_longest() {
        let phrases = Phrases::new([("Thủ tướng", 1), ("Thủ tướng Chính phủ", 2)]);
        let at = |words: &'static [&'static str]| phrases.longest(move |i| words.get(i).copied());
        assert_eq!(at(&["thủ", "tướng", "chính", "phủ"]), Some((4, 2)));
        assert_eq!(at(&["thủ", "tướng", "chính"]), Some((2, 1)));
        assert_eq!(at(&["thủ"]), None);
        let phrases = Phrases::new([("a b c d", 1), ("a", 2), ("a c", 3), ("a b", 4), ("a b", 5)]);
        let at = |words: &'static [&'static str]| phrases.longest(move |i| words.get(i).copied());
        assert_eq!(at(&["a", "b", "c", "e"]), Some((2, 4)));
        assert_eq!(at(&["a", "b", "c", "d"]), Some((4, 1)));
        assert_eq!(at(&["a", "a"]), Some((1, 2)));
    }
}
