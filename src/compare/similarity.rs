//! How alike two phrases are, by their syllables.

use crate::base::Arrange;
use crate::text::{TokenKind, fold, tokens};

/// A phrase as a sorted list of its folded syllables and numbers; one that stands twice is listed twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bag {
    // Invariant: sorted.
    syllables: Vec<Box<str>>,
}

impl Bag {
    /// Reads a phrase.
    pub fn new(phrase: &str) -> Self {
        let words = tokens(phrase).into_iter().filter(|t| t.kind != TokenKind::Mark);
        words.map(|t| fold(t.span.of(phrase)).into_boxed_str()).collect()
    }

    /// Syllables it holds.
    pub fn len(&self) -> usize {
        self.syllables.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.syllables.is_empty()
    }

    /// Whether the syllable is in it.
    pub fn has(&self, syllable: &str) -> bool {
        self.syllables.binary_search_by(|s| (**s).cmp(syllable)).is_ok()
    }

    /// The syllables in order of the alphabet.
    pub fn syllables(&self) -> impl Iterator<Item = &str> {
        self.syllables.iter().map(|s| &**s)
    }

    /// Syllables that both hold, each as often as in the one that holds it less often.
    pub fn shared(&self, other: &Bag) -> usize {
        let (mut a, mut b) = (self.syllables.iter().peekable(), other.syllables.iter().peekable());
        let mut shared = 0;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a.next();
                    b.next();
                }
            }
        }
        shared
    }

    /// Share of common syllables, 0 to 1: twice the shared ones over all (Dice, the F1 of either as prediction of the other).
    pub fn likeness(&self, other: &Bag) -> f64 {
        let all = self.len() + other.len();
        if all == 0 { 0.0 } else { 2.0 * self.shared(other) as f64 / all as f64 }
    }
}

impl FromIterator<Box<str>> for Bag {
    fn from_iter<I: IntoIterator<Item = Box<str>>>(syllables: I) -> Self {
        let mut syllables: Vec<Box<str>> = syllables.into_iter().collect();
        syllables.arrange();
        Self { syllables }
    }
}

/// Pairs up two lists of phrases, the most alike first, down to `least`: index in `a`, index in `b`, by the first.
pub fn align(a: &[Bag], b: &[Bag], least: f64) -> Vec<(usize, usize)> {
    let mut alike: Vec<(f64, usize, usize)> = Vec::new();
    for (i, one) in a.iter().enumerate() {
        let others = b.iter().enumerate().map(|(j, other)| (one.likeness(other), i, j));
        alike.extend(others.filter(|pair| pair.0 >= least));
    }
    alike.arrange_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut used_a, mut used_b) = (vec![false; a.len()], vec![false; b.len()]);
    let mut out = Vec::new();
    for (_, i, j) in alike {
        if !used_a[i] && !used_b[j] {
            (used_a[i], used_b[j]) = (true, true);
            out.push((i, j));
        }
    }
    out.arrange();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(a: &str, b: &str) -> f64 {
        Bag::new(a).likeness(&Bag::new(b))
    }

    #[test]
    fn likeness_is_dice_over_folded_syllables() {
        assert_eq!(like("Số hoá trường học", "số hóa trường học."), 1.0);
        assert_eq!(like("xây trường", "xây cầu"), 0.5);
        assert_eq!(like("a a b", "a b b"), 2.0 / 3.0);
        assert_eq!(like("", "a"), 0.0);
        assert_eq!(like("", ""), 0.0);
    }

    #[test]
    fn pairs_the_most_alike_first() {
        let bags = |list: &[&str]| list.iter().map(|p| Bag::new(p)).collect::<Vec<_>>();
        let before = bags(&["xây cầu mới", "trồng rừng", "nạo vét kênh"]);
        let after = bags(&["trồng rừng ngập mặn", "xây cầu", "trồng rừng"]);
        assert_eq!(align(&before, &after, 0.6), [(0, 1), (1, 2)]);
    }
}
