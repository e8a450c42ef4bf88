//! Average linkage over terms that meet in paragraphs.

use crate::base::Arrange;

/// Meetings below which two terms are not near: one paragraph may be chance.
const FEW_MEETINGS: usize = 2;

/// Normalised pointwise mutual information of two things that stand in `one` and `other` of `n` places and in `together` of
/// them both, −1 to 1; 0 for what never meets, since such small texts tell nothing of what keeps apart.
pub(super) fn npmi(together: usize, one: usize, other: usize, n: u32) -> f64 {
    let [x, a, b, n] = [together as f64, one as f64, other as f64, f64::from(n)];
    if together == 0 || n <= 0.0 {
        return 0.0;
    }
    if x >= n {
        return 1.0;
    }
    libm::log(x * n / (a * b)) / -libm::log(x / n)
}

/// How much a likeness is worth that rests on few places, 0 to 1: x/(x+1) · m/(m+1) for `together` x and the rarer of the two
/// m. P. Pantel and D. Lin (2002), "Discovering word senses from text".
fn discount(together: usize, one: usize, other: usize) -> f64 {
    let of = |n: usize| n as f64 / (n as f64 + 1.0);
    of(together) * of(one.min(other))
}

/// Numbers below `n`, one bit each.
fn bits(numbers: &[u32], n: u32) -> Vec<u64> {
    let mut out = vec![0; n.div_ceil(64) as usize];
    for number in numbers {
        out[(number / 64) as usize] |= 1 << (number % 64);
    }
    out
}

/// Numbers that two sets hold.
fn shared(a: &[u64], b: &[u64]) -> usize {
    a.iter().zip(b).map(|(a, b)| (a & b).count_ones() as usize).sum()
}

/// Groups of things by the places they stand in (ascending numbers below `n`): the nearest two groups are joined until no
/// two are on average nearer than `near`. The members of a group ascend, as do the groups by their first member; of pairs
/// that are as near the first is joined first, so the outcome is always the same.
pub(super) fn grouped(places: &[&[u32]], n: u32, near: f64) -> Vec<Vec<usize>> {
    let size = places.len();
    let sets: Vec<Vec<u64>> = places.iter().map(|places| bits(places, n)).collect();
    // Sum of the likenesses between the members of two groups; row and column of a group are those of its first member.
    let mut sums = vec![0.0_f64; size * size];
    for i in 0..size {
        for j in i + 1..size {
            let together = shared(&sets[i], &sets[j]);
            if together >= FEW_MEETINGS {
                let (one, other) = (places[i].len(), places[j].len());
                let likeness = npmi(together, one, other, n).max(0.0) * discount(together, one, other);
                (sums[i * size + j], sums[j * size + i]) = (likeness, likeness);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = (0..size).map(|i| vec![i]).collect();
    loop {
        let mut best: Option<(f64, usize, usize)> = None;
        for i in (0..size).filter(|&i| !groups[i].is_empty()) {
            for j in (i + 1..size).filter(|&j| !groups[j].is_empty()) {
                let mean = sums[i * size + j] / (groups[i].len() * groups[j].len()) as f64;
                if mean >= near && best.is_none_or(|b| mean > b.0) {
                    best = Some((mean, i, j));
                }
            }
        }
        let Some((_, i, j)) = best else { break };
        let joined = std::mem::take(&mut groups[j]);
        groups[i].extend(joined);
        for k in 0..size {
            sums[i * size + k] += sums[j * size + k];
            sums[k * size + i] = sums[i * size + k];
        }
    }
    groups.retain(|group| !group.is_empty());
    groups.iter_mut().for_each(|group| group.arrange());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn npmi_agrees_with_its_definition() {
        // Python: log(.12 / (.2 * .25)) / -log(.12), rounded.
        let near = |got: f64, want: f64| assert!((got - want).abs() < 1e-6, "{got} {want}");
        near(npmi(12, 20, 25, 100), 0.412_906);
        near(npmi(5, 5, 5, 100), 1.0);
        near(npmi(5, 10, 50, 100), 0.0);
        near(npmi(0, 10, 50, 100), 0.0);
        near(npmi(100, 100, 100, 100), 1.0);
    }

    #[test]
    fn a_likeness_of_few_places_is_worth_less() {
        let near = |got: f64, want: f64| assert!((got - want).abs() < 1e-12, "{got} {want}");
        near(discount(4, 10, 5), 4.0 / 5.0 * 5.0 / 6.0);
        near(discount(2, 2, 30), 2.0 / 3.0 * 2.0 / 3.0);
        near(discount(0, 0, 0), 0.0);
        // Two pairs as near as can be: the one that was seen twice is not enough, the one seen nine times is.
        let (twice, often): (&[u32], Vec<u32>) = (&[0, 1], (10..19).collect());
        assert_eq!(grouped(&[twice, twice, &often, &often], 60, 0.5), [vec![0], vec![1], vec![2, 3]]);
    }

    #[test]
    fn joins_what_meets_and_makes_no_chains() {
        // a–b and b–c meet often, a–c never: a chain would join all three.
        let a: &[u32] = &[0, 1, 2, 3];
        let b: &[u32] = &[2, 3, 4, 5];
        let c: &[u32] = &[4, 5, 6, 7];
        let near = npmi(2, 4, 4, 40) * discount(2, 4, 4);
        assert_eq!(grouped(&[a, b, c], 40, near * 0.9), [vec![0, 1], vec![2]]);
        assert_eq!(grouped(&[a, b, c], 40, near * 0.4), [vec![0, 1, 2]]);
        assert_eq!(grouped(&[a, c], 40, 0.01), [vec![0], vec![1]]);
        assert!(grouped(&[], 0, 0.3).is_empty());
    }
}
