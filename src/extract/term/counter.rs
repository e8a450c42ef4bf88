//! Counts a fixed list of terms in many texts, each text read once.

use rustc_hash::FxHashMap;

use crate::base::Span;
use crate::text::tokens;

use super::units::{lower_into, units};

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
    words: Words,
    // A trie over word numbers: (node, word) → node; node 0 is the root. What follows the root is in `firsts`, by word.
    nodes: FxHashMap<(u32, u32), u32>,
    firsts: Vec<u32>,
    // By node: the term that ends there, +1; 0 for none.
    ends: Vec<u32>,
}

impl TermCounter {
    /// Takes the terms; of a term given twice the first counts.
    pub fn new<S: AsRef<str>>(terms: impl IntoIterator<Item = S>) -> Self {
        let mut out = Self { ends: vec![0], ..Self::default() };
        for (i, term) in terms.into_iter().enumerate() {
            let mut node = 0;
            for word in term.as_ref().split(' ') {
                let word = out.word(word);
                let n_nodes = out.ends.len() as u32;
                let next = match node {
                    0 => &mut out.firsts[word as usize],
                    _ => out.nodes.entry((node, word)).or_default(),
                };
                if *next == 0 {
                    *next = n_nodes;
                    out.ends.push(0);
                }
                node = *next;
            }
            if node != 0 && out.ends[node as usize] == 0 {
                out.ends[node as usize] = i as u32 + 1;
            }
        }
        out
    }

    /// Number of a word, a new one if need be.
    fn word(&mut self, word: &str) -> u32 {
        if let Some(known) = self.words.get(word) {
            return known;
        }
        let number = self.firsts.len() as u32;
        self.words.insert(word, number);
        self.firsts.push(0);
        number
    }

    fn next(&self, node: u32, word: u32) -> Option<u32> {
        match node {
            0 => Some(self.firsts[word as usize]).filter(|&next| next != 0),
            _ => self.nodes.get(&(node, word)).copied(),
        }
    }

    /// Every place of the stretch where a term stands, by start, longer ones first.
    pub fn occurrences(&self, text: &str, stretch: Span) -> Vec<Occurrence> {
        let inside = stretch.of(text);
        let tokens = tokens(inside);
        let mut low = String::new();
        let read: Vec<(Option<u32>, bool, Span)> = units(inside, &tokens, 0)
            .map(|unit| {
                low.clear();
                lower_into(unit.span.of(inside), &mut low);
                (self.words.get(&low), unit.broken, unit.span)
            })
            .collect();
        let mut out = Vec::new();
        let mut reached = 0;
        for first in 0..read.len() {
            let from = out.len();
            let mut node = 0;
            for (i, &(word, broken, span)) in read[first..].iter().enumerate() {
                let (false, Some(word)) = (broken && i > 0, word) else { break };
                let Some(next) = self.next(node, word) else { break };
                node = next;
                if let Some(term) = self.ends[node as usize].checked_sub(1) {
                    let span = Span::new(stretch.start() + read[first].2.start(), stretch.start() + span.end());
                    out.push(Occurrence { term, span, maximal: false });
                }
            }
            out[from..].reverse();
            for occurrence in &mut out[from..] {
                occurrence.maximal = occurrence.span.end() > reached;
                reached = reached.max(occurrence.span.end());
            }
        }
        out
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
    fn takes_whole_syllables_within_marks() {
        check(&["xe điện", "5g"], "Xe, điện; xe điện; xe điệnn 5G", "xe điện@13, 5g@37");
    }
}
