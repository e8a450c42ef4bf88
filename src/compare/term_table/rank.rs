//! Terms by weight, sorted from the order that they had before.

use std::cmp::Ordering;

use crate::base::Arrange;
use crate::compare::ledger::Texts;

/// Phrases with their weights, heaviest first, as they were last sorted.
#[derive(Debug, Default)]
pub(in crate::compare) struct Ranking {
    last: Vec<(f64, u32)>,
}

impl Ranking {
    /// Brings the phrases, each once, in order: the heaviest first, of equal weight by the alphabet. Those that weigh what they
    /// did are in order already, so that only the others are sorted.
    pub(in crate::compare) fn renew(&mut self, weights: &[Option<f64>], texts: &Texts) {
        let mut stays = vec![false; weights.len()];
        self.last.retain(|&(weight, phrase)| {
            let has_stayed = weights.get(phrase as usize).copied().flatten() == Some(weight);
            if has_stayed {
                stays[phrase as usize] = true;
            }
            has_stayed
        });
        let moved = weights.iter().zip(&stays).zip(0..).filter(|((_, stays), _)| !**stays);
        let mut moved: Vec<(f64, u32)> = moved.filter_map(|((weight, _), phrase)| Some(((*weight)?, phrase))).collect();
        let order = |a: &(f64, u32), b: &(f64, u32)| b.0.total_cmp(&a.0).then_with(|| texts.of(a.1).cmp(texts.of(b.1)));
        moved.arrange_by(order);
        if self.last.is_empty() {
            self.last = moved;
            return;
        }
        let stayed = std::mem::take(&mut self.last);
        self.last.reserve_exact(stayed.len() + moved.len());
        let mut from = 0;
        for one in moved {
            let n = stayed[from..].partition_point(|other| order(other, &one) == Ordering::Less);
            self.last.extend_from_slice(&stayed[from..from + n]);
            self.last.push(one);
            from += n;
        }
        self.last.extend_from_slice(&stayed[from..]);
    }

    /// The phrases in that order.
    pub(in crate::compare) fn sorted(&self) -> &[(f64, u32)] {
        &self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_again_is_as_sorted_anew() {
        let mut texts = Texts::default();
        ["d", "a", "c", "b", "e"].iter().for_each(|text| texts.push(text));
        let mut kept = Ranking::default();
        let sets = [
            [Some(1.0), Some(2.0), None, Some(1.0), None],
            [Some(1.0), Some(0.5), Some(1.0), Some(3.0), None],
            [None, Some(0.5), Some(1.0), Some(1.0), Some(1.0)],
            [None; 5],
            [Some(0.0), Some(0.0), Some(0.0), Some(0.0), Some(0.0)],
        ];
        for weights in sets {
            let mut new = Ranking::default();
            new.renew(&weights, &texts);
            kept.renew(&weights, &texts);
            let anew = new.sorted();
            assert_eq!(kept.sorted(), anew);
            assert!(
                anew.windows(2).all(|w| w[0].0 > w[1].0 || w[0].0 == w[1].0 && texts.of(w[0].1) < texts.of(w[1].1))
            );
            assert_eq!(anew.len(), weights.iter().flatten().count());
        }
    }
}
