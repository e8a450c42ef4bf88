//! A set of phrases, each with a value, found by longest match over tokens.

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::text::{Mark, Row, fold, tokens};

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
    // The marks of all first tokens: most tokens begin no phrase and are sent away by them.
    firsts: Gate,
    // The marks of all phrases of one token and of all pairs that begin a phrase.
    heads: Gate,
}

/// A bit for each of some marks.
#[derive(Debug, Clone)]
struct Gate(Vec<u64>);

impl Gate {
    /// A gate for so many marks.
    fn new(n_marks: usize) -> Self {
        Self(vec![0; (n_marks / PER_WORD).next_power_of_two()])
    }

    fn open(&mut self, mark: Mark) {
        let (word, bit) = mark.place(self.0.len());
        self.0[word] |= bit;
    }

    #[inline]
    fn is_open(&self, mark: Mark) -> bool {
        let (word, bit) = mark.place(self.0.len());
        self.0[word] & bit != 0
    }
}

/// Marks for which a gate has 64 bits.
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
        let mut firsts = Gate::new(by_first.len());
        let mut heads = Gate::new(by_first.values().map(Vec::len).sum());
        for (first, rests) in &by_first {
            let first = Mark::of(first);
            firsts.open(first);
            for (rest, _) in rests {
                heads.open(first.then(rest.first().map_or(NONE, |second| Mark::of(second))));
            }
        }
        Self { by_first, firsts, heads }
    }

    /// Whether a phrase may stand at the head of the row, by the marks of its first two tokens.
    fn may_stand(&self, row: &(impl Row + ?Sized)) -> bool {
        let Some(first) = row.mark(0).filter(|&first| self.firsts.is_open(first)) else { return false };
        self.heads.is_open(first.then(NONE)) || row.mark(1).is_some_and(|next| self.heads.is_open(first.then(next)))
    }

    /// The longest phrase at the head of the row: how many tokens it takes, and its number.
    fn longest(&self, row: &(impl Row + ?Sized)) -> Option<(usize, usize)> {
        if !self.may_stand(row) {
            return None;
        }
        let mut open = self.by_first.get(row.get(0)?)?.as_slice();
        let mut found = None;
        for n in 0.. {
            // Of the phrases that agree so far the one that ends here comes first.
            if let Some(((rest, number), longer)) = open.split_first()
                && rest.len() == n
            {
                found = Some((n + 1, *number));
                open = longer;
            }
            if open.is_empty() {
                break;
            }
            let Some(token) = row.get(n + 1) else { break };
            let from = open.partition_point(|(rest, _)| &*rest[n] < token);
            let to = from + open[from..].partition_point(|(rest, _)| &*rest[n] == token);
            open = &open[from..to];
        }
        found
    }
}

impl<T: Copy> Phrases<T> {
    /// Builds the set; of a phrase given twice the first value stays.
    pub fn new<S: AsRef<str>>(entries: impl IntoIterator<Item = (S, T)>) -> Self {
        let entries = entries.into_iter().map(|(phrase, value)| (phrase.as_ref().to_owned(), value));
        let (phrases, values): (Vec<String>, Vec<T>) = entries.unzip();
        Self { set: PhraseSet::new(&phrases), values }
    }

    /// Whether a phrase may begin with a token of this mark: a quick look, never wrong where one does.
    #[inline]
    pub fn may_begin(&self, first: Mark) -> bool {
        self.set.firsts.is_open(first)
    }

    /// The longest phrase at the head of the row: how many tokens it takes, and its value.
    pub fn longest(&self, row: &(impl Row + ?Sized)) -> Option<(usize, T)> {
        if !self.may_begin(row.mark(0)?) {
            return None;
        }
        let (n, number) = self.set.longest(row)?;
        Some((n, self.values[number]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefers_the_longest() {
        let phrases = Phrases::new([("Thủ tướng", 1), ("Thủ tướng Chính phủ", 2)]);
        let at = |words: &[&str]| phrases.longest(words);
        assert_eq!(at(&["thủ", "tướng", "chính", "phủ"]), Some((4, 2)));
        assert_eq!(at(&["thủ", "tướng", "chính"]), Some((2, 1)));
        assert_eq!(at(&["thủ"]), None);
        let phrases = Phrases::new([("a b c d", 1), ("a", 2), ("a c", 3), ("a b", 4), ("a b", 5)]);
        let at = |words: &[&str]| phrases.longest(words);
        assert_eq!(at(&["a", "b", "c", "e"]), Some((2, 4)));
        assert_eq!(at(&["a", "b", "c", "d"]), Some((4, 1)));
        assert_eq!(at(&["a", "a"]), Some((1, 2)));
    }
}
