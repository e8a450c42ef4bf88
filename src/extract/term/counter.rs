//! Counts a fixed list of terms in many texts, each text read once.

use rustc_hash::FxHashMap;

use crate::base::Span;
use crate::extract::Reading;

use super::book::PhraseBook;
use super::units::{Unit, units};

/// One place where a term of the list stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Occurrence {
    /// Index of the term in the list.
    pub term: u32,
    /// Where it stands.
    pub span: Span,
    /// Whether it lies in no longer term of the list.
    pub maximal: bool,
}

/// A list of terms in matching form, ready to be found in texts.
#[derive(Clone, Debug, Default)]
pub struct TermCounter {
    book: PhraseBook,
    // By number of the phrase: its place in the list.
    terms: Vec<u32>,
}

impl TermCounter {
    /// Takes the terms; of a term given twice the first counts.
    pub fn new<S: AsRef<str>>(terms: impl IntoIterator<Item = S>) -> Self {
        let mut out = Self::default();
        for (i, term) in terms.into_iter().enumerate() {
            if out.book.phrase(term.as_ref()) as usize == out.terms.len() {
                out.terms.push(i as u32);
            }
        }
        out
    }

    /// Every place of the stretch where a term stands, by start, longer ones first.
    pub fn occurrences(&self, text: &str, stretch: Span) -> Vec<Occurrence> {
        self.in_the_list(self.book.occurrences(text, stretch, |_| true))
    }

    /// The same of a stretch of an article that was read.
    pub fn occurrences_in(&self, reading: &Reading, stretch: Span) -> Vec<Occurrence> {
        let Some(tokens) = reading.own_tokens(stretch) else { return self.occurrences(reading.text, stretch) };
        let units = units(reading.text, &reading.tokens[tokens.clone()], tokens.start);
        let lower = |unit: &Unit, low: &mut String| {
            (unit.token..unit.token + unit.n_tokens).for_each(|token| reading.lower_into(token, low));
        };
        self.in_the_list(self.book.among(units, lower, |_| true))
    }

    fn in_the_list(&self, mut found: Vec<Occurrence>) -> Vec<Occurrence> {
        found.iter_mut().for_each(|o| o.term = self.terms[o.term as usize]);
        found
    }
}

/// Words by number. Nearly all are short enough to be keys by themselves, which saves a look at far memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    short: FxHashMap<[u64; 2], u32>,
    long: FxHashMap<Box<str>, u32>,
}

impl Words {
    pub(super) fn get(&self, word: &str) -> Option<u32> {
        match short(word) {
            Some(key) => self.short.get(&key).copied(),
            None => self.long.get(word).copied(),
        }
    }

    pub(super) fn insert(&mut self, word: &str, number: u32) {
        match short(word) {
            Some(key) => self.short.insert(key, number),
            None => self.long.insert(word.into(), number),
        };
    }
}

/// A word of at most 15 bytes as two numbers, the last byte its length.
fn short(word: &str) -> Option<[u64; 2]> {
    let mut key = [0; 16];
    key[..15].get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    key[15] = word.len() as u8;
    let (head, tail) = key.split_first_chunk()?;
    Some([u64::from_le_bytes(*head), u64::from_le_bytes(*tail.first_chunk()?)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(terms: &[&str], text: &str, expected: &str) {
        let found = TermCounter::new(terms).occurrences(text, Span::new(0, text.len()));
        let got: Vec<String> = found
            .iter()
            .map(|o| format!("{}{}{}", terms[o.term as usize], if o.maximal { "@" } else { "<" }, o.span.start()))
            .collect();
        assert_eq!(got.join(", "), expected);
    }

    #[test]
    fn counts_nested_terms_and_says_so() {
        let terms = ["nước sạch", "nước sạch nông thôn", "nông thôn"];
        check(
            &terms,
            "Nước sạch nông thôn, nước\u{a0}sạch",
            "nước sạch nông thôn@0, nước sạch<0, nông thôn<15, nước sạch@28",
        );
    }

    #[test]
    fn of_a_term_given_twice_the_first_counts() {
        let found = TermCounter::new(["xe", "xe", "điện"]).occurrences("xe điện", Span::new(0, "xe điện".len()));
        assert_eq!(found.iter().map(|o| o.term).collect::<Vec<_>>(), [0, 2]);
    }

    #[test]
    fn takes_whole_syllables_within_marks() {
        check(&["xe điện", "5g"], "Xe, điện; xe điện; xe điệnn 5G", "xe điện@13, 5g@37");
    }
}
