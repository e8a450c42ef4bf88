//! Syllables by number, and phrases as lists of such numbers: what is compared often is compared fast.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::text::{TokenKind, fold_into, tokens};

/// Folded syllables, each with a number that stays.
#[derive(Debug)]
pub(in crate::compare) struct Syllables {
    numbers: FxHashMap<Box<str>, u32>,
    // The sentence that was read last: several figures may stand in it.
    last: (String, Sentence),
}

/// The syllables of a sentence, and what tells quickly whether it has a run of them in common with another.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentence {
    /// Its syllables, in order.
    pub syllables: Arc<[u32]>,
    /// A number for each run of [`SHARED_RUN`] syllables in it, ascending, each once.
    pub runs: Arc<[u32]>,
}

/// Syllables in a row that two sentences must share to speak of the same thing.
pub(super) const SHARED_RUN: usize = 5;

/// Whether no mark stands in a run.
pub(super) fn is_unbroken(run: &&[u32]) -> bool {
    !run.contains(&MARK)
}

/// Stands for a mark in a phrase.
pub(super) const MARK: u32 = u32::MAX;

/// They have the first numbers.
const FUNCTION_WORDS: [&str; 16] =
    ["các", "của", "có", "được", "đã", "là", "những", "số", "lượng", "tổng", "trên", "và", "với", "tại", "trong", "cả"];

/// They have the numbers after them: what is counted everywhere, so that it does not tell two counts apart.
const GENERAL_WORDS: [&str; 24] = [
    "tỉnh",
    "thành",
    "phố",
    "huyện",
    "quận",
    "thị",
    "phường",
    "trấn",
    "bộ",
    "ngành",
    "địa",
    "phương",
    "cơ",
    "quan",
    "đơn",
    "vị",
    "trung",
    "ương",
    "người",
    // Of an event: `gian trưng bày`, `khách tham quan`, `đại biểu`.
    "gian",
    "trưng",
    "bày",
    "tham",
    "biểu",
];

/// They have the numbers after these, each before its opposite.
const OPPOSITES: [&str; 18] = [
    "trước", "sau", "xuất", "nhập", "nam", "nữ", "thu", "chi", "nội", "ngoại", "mới", "cũ", "vào", "ra", "export",
    "import", "before", "after",
];

/// They have the numbers after these: with one of them a name is of something else (`hộ cận nghèo`, `near-poor households`).
const EXCLUDING_WORDS: [&str; 10] = ["cận", "chưa", "không", "ngoài", "phi", "tái", "near", "non", "not", "without"];

impl Default for Syllables {
    fn default() -> Self {
        let mut known = Self { numbers: FxHashMap::default(), last: Default::default() };
        for word in FUNCTION_WORDS.iter().chain(&GENERAL_WORDS).chain(&OPPOSITES).chain(&EXCLUDING_WORDS) {
            known.number(word);
        }
        known
    }
}

/// Whether it is a word for what is counted everywhere.
pub(super) fn is_general(syllable: u32) -> bool {
    (FUNCTION_WORDS.len()..FUNCTION_WORDS.len() + GENERAL_WORDS.len()).contains(&(syllable as usize))
}

/// The word for what this one is not.
pub(super) fn opposite(syllable: u32) -> Option<u32> {
    let at = (syllable as usize).checked_sub(FUNCTION_WORDS.len() + GENERAL_WORDS.len())?;
    let pair = if at % 2 == 0 { syllable + 1 } else { syllable - 1 };
    (at < OPPOSITES.len()).then_some(pair)
}

/// Whether a name is of something else with the word than without it.
pub(super) fn is_excluding(syllable: u32) -> bool {
    let first = FUNCTION_WORDS.len() + GENERAL_WORDS.len() + OPPOSITES.len();
    (first..first + EXCLUDING_WORDS.len()).contains(&(syllable as usize))
}

/// Whether it is a function word.
pub(super) fn is_function(syllable: u32) -> bool {
    (syllable as usize) < FUNCTION_WORDS.len()
}

impl Syllables {
    fn number(&mut self, folded: &str) -> u32 {
        if folded.is_empty() {
            return MARK;
        }
        if let Some(&known) = self.numbers.get(folded) {
            return known;
        }
        let next = self.numbers.len() as u32;
        self.numbers.insert(folded.into(), next);
        next
    }

    /// The syllables of a phrase, in order; [`MARK`] for a mark.
    pub(super) fn read(&mut self, phrase: &str) -> Vec<u32> {
        let mut folded = String::new();
        let mut out = Vec::new();
        for token in tokens(phrase) {
            folded.clear();
            if token.kind != TokenKind::Mark {
                fold_into(token.span.of(phrase), &mut folded);
            }
            out.push(self.number(&folded));
        }
        out
    }

    /// A sentence; one that was read last is not read again.
    pub(super) fn sentence(&mut self, sentence: &str) -> Sentence {
        if self.last.0 != sentence {
            let syllables = self.read(sentence);
            self.last = (sentence.to_owned(), Sentence { runs: runs(&syllables), syllables: syllables.into() });
        }
        self.last.1.clone()
    }
}

/// A number for each run of syllables, ascending, each once.
fn runs(sentence: &[u32]) -> Arc<[u32]> {
    let number = |run: &[u32]| run.iter().fold(0u32, |n, &word| (n.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9));
    let mut out: Vec<u32> = sentence.windows(SHARED_RUN).filter(is_unbroken).map(number).collect();
    out.arrange();
    out.dedup();
    out.into()
}

/// The syllables of a phrase whatever their order; one that stands twice is listed twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers(Box<[u32]>);

impl Numbers {
    /// Of a phrase without its marks.
    pub(super) fn new(syllables: &[u32]) -> Self {
        let mut sorted: Vec<u32> = syllables.iter().copied().filter(|&syllable| syllable != MARK).collect();
        sorted.arrange();
        Self(sorted.into_boxed_slice())
    }

    /// The numbers, ascending.
    pub(super) fn list(&self) -> &[u32] {
        &self.0
    }

    /// Syllables it holds.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it holds none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Syllables that both hold, each as often as in the one that holds it less often.
    pub(super) fn shared(&self, other: &Self) -> usize {
        let (a, b) = (&self.0, &other.0);
        let (mut i, mut j, mut n) = (0, 0, 0);
        while i < a.len() && j < b.len() {
            n += usize::from(a[i] == b[j]);
            let is_less = a[i] <= b[j];
            j += usize::from(a[i] >= b[j]);
            i += usize::from(is_less);
        }
        n
    }

    /// Share of common syllables, as [`crate::compare::Bag::likeness`] gives it.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let all = self.len() + other.len();
        if all == 0 { 0.0 } else { 2.0 * self.shared(other) as f64 / all as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Bag;

    #[test]
    fn likeness_by_number_is_that_of_the_words() {
        let phrases = ["", "trạm y tế xã", "Trạm Y-tế", "xã, xã và trạm", "hộ dân dùng nước", "1.200 hộ dân"];
        let mut syllables = Syllables::default();
        for a in phrases {
            for b in phrases {
                let [x, y] = [a, b].map(|phrase| Numbers::new(&syllables.read(phrase)));
                let (one, other) = (Bag::new(a), Bag::new(b));
                assert_eq!(x.shared(&y), one.shared(&other), "{a} {b}");
                assert_eq!(x.likeness(&y), one.likeness(&other), "{a} {b}");
                assert_eq!((x == y, x.len()), (one == other, one.len()), "{a} {b}");
            }
        }
        assert_eq!(syllables.read("Xã, xã"), [syllables.number("xã"), MARK, syllables.number("xã")]);
    }

    #[test]
    fn figures_of_one_sentence_share_what_was_read_of_it() {
        let mut syllables = Syllables::default();
        let of = |syllables: &mut Syllables, text| syllables.sentence(text);
        let long = "Mỗi xã có một trạm y tế, một trạm";
        let [first, again, other] = [long, long, "Hai xã"].map(|text| of(&mut syllables, text));
        assert!(Arc::ptr_eq(&first.syllables, &again.syllables) && *first.syllables == *syllables.read(long));
        // Runs of five begin at three of the seven syllables before the mark; behind it are too few.
        assert_eq!((first.runs.len(), other.runs.len()), (3, 0));
    }
}
