//! A set of phrases, each with a value, found by longest match over tokens.

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::text::{fold, tokens};

/// Phrases in folded form, with what each stands for.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    // By first token: the rest of each phrase, longest first.
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
            let bucket = by_first.entry(first).or_default();
            if !bucket.iter().any(|(r, _)| *r == rest) {
                bucket.push((rest, value));
            }
        }
        for bucket in by_first.values_mut() {
            bucket.arrange_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Self { by_first }
    }

    /// The longest phrase at the head of `low` (folded tokens by index): how many tokens it takes, and its value.
    pub fn longest<'a>(&self, mut low: impl FnMut(usize) -> Option<&'a str>) -> Option<(usize, T)> {
        let bucket = self.by_first.get(low(0)?)?;
        bucket
            .iter()
            .find(|(rest, _)| rest.iter().enumerate().all(|(i, part)| low(i + 1) == Some(&**part)))
            .map(|(rest, value)| (rest.len() + 1, *value))
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
    }
}
