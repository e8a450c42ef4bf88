//! What an article is known by when its text comes again: a sample of its runs of syllables.
//!
//! Resemblance of documents by min-wise hashing (A. Broder, On the resemblance and containment of documents, 1997), with
//! one hash and bins (P. Li, A. Owen, C.-H. Zhang, One permutation hashing, 2012): linear in the text, the same anywhere.

use serde::{Deserialize, Serialize};

use crate::extract::Reading;
use crate::text::{TokenKind, fold, tokens};

/// Syllables in a run.
const RUN: usize = 4;

/// Bins; the standard error of a likeness of 0.7 is 0.04.
pub(crate) const BINS: usize = 128;

/// Bins that must be filled, by some 60 different runs; a text of fewer is not told from another by them.
const LEAST: usize = 48;

/// A sample of the runs of four syllables in the body of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    // The least hash of each bin; `u32::MAX` where no run fell into it. Empty: too short.
    bins: Vec<u32>,
}

impl Sketch {
    /// Of the body of an article.
    pub fn new(reading: &Reading) -> Self {
        let mut sample = Sample::default();
        for segment in &reading.article.segments {
            match reading.own_tokens(segment.span) {
                Some(range) => {
                    range.filter(|&i| reading.kind(i) != Some(TokenKind::Mark)).for_each(|i| sample.add(reading.low(i)))
                }
                None => sample.add_all(segment.span.of(reading.text)),
            }
        }
        sample.sketch()
    }

    /// The bins; none for a text that is too short.
    pub fn bins(&self) -> &[u32] {
        &self.bins
    }

    /// How many of the runs of both texts stand in both (Jaccard), estimated, 0 to 1.
    pub fn likeness(&self, other: &Self) -> f64 {
        let pairs = || self.bins.iter().zip(&other.bins);
        let n_either = pairs().filter(|(a, b)| **a != u32::MAX || **b != u32::MAX).count();
        let n_both = pairs().filter(|(a, b)| **a != u32::MAX && a == b).count();
        if n_either == 0 { 0.0 } else { n_both as f64 / n_either as f64 }
    }
}

/// A sketch in the making.
struct Sample {
    bins: Vec<u32>,
    // The hashes of the last syllables.
    last: [u64; RUN],
    n_syllables: usize,
}

impl Default for Sample {
    fn default() -> Self {
        Self { bins: vec![u32::MAX; BINS], last: [0; RUN], n_syllables: 0 }
    }
}

impl Sample {
    /// Takes the next syllable, folded.
    fn add(&mut self, low: &str) {
        self.last.rotate_left(1);
        self.last[RUN - 1] = hash(low.as_bytes());
        self.n_syllables += 1;
        if self.n_syllables >= RUN {
            let run = self.last.iter().fold(0, |sum: u64, &word| mixed(sum.rotate_left(7) ^ word));
            let bin = &mut self.bins[(run >> 32) as usize % BINS];
            *bin = (*bin).min(run as u32 & !1);
        }
    }

    /// Takes all syllables of a text.
    fn add_all(&mut self, text: &str) {
        for token in tokens(text).into_iter().filter(|token| token.kind != TokenKind::Mark) {
            self.add(&fold(token.span.of(text)));
        }
    }

    fn sketch(self) -> Sketch {
        let n_filled = self.bins.iter().filter(|bin| **bin != u32::MAX).count();
        Sketch { bins: if n_filled < LEAST { Vec::new() } else { self.bins } }
    }
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum: u64, &b| (sum ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// The last step of SplitMix64.
fn mixed(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Sketch {
        let mut sample = Sample::default();
        sample.add_all(text);
        sample.sketch()
    }

    /// A text of so many syllables, all different.
    fn numbered(from: u32, to: u32) -> String {
        (from..to).map(|n| format!("từ{n} ")).collect()
    }

    #[test]
    fn likeness_is_near_the_share_of_common_runs() {
        // Runs: 397 each; 297 in common, 497 in all.
        let (a, b) = (of(&numbered(0, 400)), of(&numbered(100, 500)));
        assert!((a.likeness(&b) - 297.0 / 497.0).abs() < 0.15, "{}", a.likeness(&b));
        assert_eq!(a.likeness(&a), 1.0);
        assert!(a.likeness(&of(&numbered(1000, 1400))) < 0.05);
    }

    #[test]
    fn case_marks_and_line_ends_do_not_count_and_short_texts_have_no_sketch() {
        let text = numbered(0, 100);
        assert_eq!(of(&text), of(&text.to_uppercase().replace(' ', ",\n")));
        assert_eq!(of("Một câu ngắn.").bins(), [0u32; 0]);
        assert_eq!(of("a b").likeness(&of("a b")), 0.0);
    }
}
