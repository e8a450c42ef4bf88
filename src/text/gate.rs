//! A quick look that tells of most tokens that they are none of a list.

/// A number drawn from the length and the ends of a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark(u32);

impl Mark {
    /// The mark of a token in folded form.
    pub const fn of(token: &str) -> Self {
        Self::of_bytes(token.as_bytes(), token.len())
    }

    /// The mark of the token that is the first `n` of some bytes.
    const fn of_bytes(bytes: &[u8], n: usize) -> Self {
        let ends = match n {
            0 => 0,
            1 => u32::from_le_bytes([bytes[0], 0, 0, 0]),
            2 | 3 => u32::from_le_bytes([bytes[0], bytes[n - 1], 0, 0]),
            _ => u32::from_le_bytes([bytes[0], bytes[1], bytes[n - 2], bytes[n - 1]]),
        };
        Self::mixed(ends ^ (n as u32).rotate_right(8))
    }

    /// The mark of two tokens that stand side by side.
    #[inline]
    pub const fn then(self, next: Mark) -> Self {
        Self::mixed(self.0 ^ next.0.rotate_left(11))
    }

    const fn mixed(bits: u32) -> Self {
        let bits = bits.wrapping_mul(0x9e37_79b9);
        Self(bits ^ bits >> 15)
    }

    /// Which bit of how many words stands for it; the number of words is a power of two.
    #[inline]
    pub const fn place(self, n_words: usize) -> (usize, u64) {
        ((self.0 >> 6) as usize & (n_words - 1), 1 << (self.0 & 63))
    }
}

/// Phrases that a rule looks for at many tokens: folded tokens with single blanks between.
///
/// ```
/// # use langkinh::text::PhraseList;
/// static DAY_WORDS: PhraseList = PhraseList::new(&["ngày", "mùng", "rạng sáng"]);
/// assert!(DAY_WORDS.holds("ngày"));
/// ```
#[derive(Debug)]
pub struct PhraseList {
    phrases: &'static [&'static str],
    // A bit for the mark of the first token of each phrase.
    gate: [u64; GATE],
}

const GATE: usize = 8;

/// What the phrases of several lists begin with: rules that are tried one after another at every token need not be where
/// this says no.
#[derive(Debug)]
pub struct Openers {
    // A bit for the mark of the first token of each phrase.
    gate: [u64; WIDE_GATE],
}

const WIDE_GATE: usize = 32;

impl Openers {
    /// What the phrases of these lists begin with.
    pub const fn of(lists: &[&PhraseList]) -> Self {
        let mut gate = [0; WIDE_GATE];
        let mut i = 0;
        while i < lists.len() {
            gate = opened(gate, lists[i].phrases);
            i += 1;
        }
        Self { gate }
    }

    /// Whether some phrase may begin with the token.
    #[inline]
    pub const fn hold(&self, mark: Mark) -> bool {
        let (word, bit) = mark.place(WIDE_GATE);
        self.gate[word] & bit != 0
    }
}

/// The gate with a bit for the mark of the first token of each phrase.
const fn opened<const N: usize>(mut gate: [u64; N], phrases: &[&str]) -> [u64; N] {
    let mut i = 0;
    while i < phrases.len() {
        let bytes = phrases[i].as_bytes();
        let mut n = 0;
        while n < bytes.len() && bytes[n] != b' ' {
            n += 1;
        }
        let (word, bit) = Mark::of_bytes(bytes, n).place(N);
        gate[word] |= bit;
        i += 1;
    }
    gate
}

impl PhraseList {
    /// The list; where two phrases may stand at one token, the one that is wanted comes first.
    pub const fn new(phrases: &'static [&'static str]) -> Self {
        Self { phrases, gate: opened([0; GATE], phrases) }
    }

    /// The phrases.
    pub const fn phrases(&self) -> &'static [&'static str] {
        self.phrases
    }

    /// Whether some phrase may begin with the token.
    #[inline]
    pub const fn may_open(&self, mark: Mark) -> bool {
        let (word, bit) = mark.place(GATE);
        self.gate[word] & bit != 0
    }

    /// Whether the word, one token, is one of the list.
    pub fn holds(&self, word: &str) -> bool {
        self.may_open(Mark::of(word)) && self.phrases.contains(&word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: PhraseList = PhraseList::new(&["a", "áo dài", "dịch", "nghiêng ngả"]);

    #[test]
    fn no_phrase_is_sent_away() {
        for first in ["a", "áo", "dịch", "nghiêng"] {
            assert!(LIST.may_open(Mark::of(first)), "{first}");
        }
        let both = Openers::of(&[&LIST, &PhraseList::new(&["ngày mai"])]);
        assert!(["a", "áo", "dịch", "nghiêng", "ngày"].iter().all(|first| both.hold(Mark::of(first))));
        assert!(LIST.holds("dịch") && !LIST.holds("áo") && !LIST.holds("dài") && !LIST.holds(""));
    }

    #[test]
    fn most_others_are() {
        let others = ["b", "à", "ăn", "của", "và", "được", "trong", "người", "nghiêm", "dịu", "địch", "1.000", ","];
        assert!(others.iter().filter(|o| LIST.may_open(Mark::of(o))).count() < 2);
    }
}
