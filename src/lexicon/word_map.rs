//! A table from words to what is known of them, for look-ups that mostly fail.

use rustc_hash::FxHashMap;

use crate::text::Mark;

/// Words or phrases, each in one spelling, with a value.
#[derive(Clone, Debug)]
pub(super) struct WordMap<T> {
    map: FxHashMap<&'static str, T>,
    // A bit for the mark of every word.
    gate: Vec<u64>,
}

/// Words for which the gate has 64 bits.
const PER_WORD: usize = 4;

impl<T: Copy> WordMap<T> {
    /// The value of the word.
    pub(super) fn get(&self, word: &str) -> Option<T> {
        let (at, bit) = Mark::of(word).place(self.gate.len());
        if self.gate[at] & bit == 0 { None } else { self.map.get(word).copied() }
    }
}

impl<T> FromIterator<(&'static str, T)> for WordMap<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(entries: I) -> Self {
        let map: FxHashMap<&'static str, T> = entries.into_iter().collect();
        let mut gate = vec![0; (map.len() / PER_WORD).next_power_of_two()];
        for word in map.keys() {
            let (at, bit) = Mark::of(word).place(gate.len());
            gate[at] |= bit;
        }
        Self { map, gate }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_it_holds() {
        let words = ["của", "và", "trong khi đó", "a", ""];
        let map: WordMap<usize> = words.into_iter().enumerate().map(|(i, w)| (w, i)).collect();
        for (i, word) in words.into_iter().enumerate() {
            assert_eq!(map.get(word), Some(i));
        }
        assert_eq!((map.get("của và"), map.get("b")), (None, None));
        let empty: WordMap<u8> = [].into_iter().collect();
        assert_eq!(empty.get("a"), None);
    }
}
