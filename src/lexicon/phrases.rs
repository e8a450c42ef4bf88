//! A set of phrases, each with a value, found by longest match over tokens.

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::text::{fold, tokens};

/// Phrases in folded form, with what each stands for.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    // By first token: the rest of each phrase, ascending, so that phrases with the same beginning stand together.
    by_first: FxHashMap<Box<str>, Vec<Rest<T>>>,
}

/// What follows the first token of a phrase, and the phrase's value.
type Rest<T> = (Vec<Box<str>>, T);

impl<T: Copy> Phrases<T> {
    /// Builds the set; of a phrase given twice the first value stays.
    pub fn new<S: AsRef<str>>(entries: impl IntoIterator<Item = (S, T)>) -> Self {
        let mut by_first: FxHashMap<Box<str>, Vec<Rest<T>>> = FxHashMap::default();
        for (phrase, value) in entries {
            let phrase = phrase.as_ref();
            let mut parts = tokens(phrase).into_iter().map(|t| fold(t.span.of(phrase)).into_boxed_str());
            let Some(first) = parts.next() else { continue };
            let rest: Vec<_> = parts.collect();
            by_first.entry(first).or_default().push((rest, value));
        }
        for bucket in by_first.values_mut() {
            bucket.arrange_by(|(a, _), (b, _)| a.cmp(b));
            bucket.dedup_by(|later, first| later.0 == first.0);
        }
        Self { by_first }
    }

    /// The longest phrase at the head of `low` (folded tokens by index): how many tokens it takes, and its value.
    pub fn longest<'a>(&self, mut low: impl FnMut(usize) -> Option<&'a str>) -> Option<(usize, T)> {
        let mut open = self.by_first.get(low(0)?)?.as_slice();
        let mut found = None;
        for n in 0.. {
            // Of the phrases that agree so far the one that ends here comes first.
            if let Some(((rest, value), longer)) = open.split_first()
                && rest.len() == n
            {
                found = Some((n + 1, *value));
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
