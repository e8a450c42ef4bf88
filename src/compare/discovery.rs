//! Many tests at once: how many of the differences called real are not.
use crate::base::Arrange;

/// The p-values, each with how many tests gave it, corrected so that those below x hold at most a share x of false ones, in
/// the order given. Y. Benjamini and Y. Hochberg (1995), "Controlling the false discovery rate".
pub fn benjamini_hochberg(p: &[(f64, usize)]) -> Vec<f64> {
    let n = p.iter().map(|p| p.1).sum::<usize>();
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.arrange_by(|&a, &b| p[b].0.total_cmp(&p[a].0));
    let mut q = vec![1.0; p.len()];
    let (mut least, mut from_largest) = (1.0_f64, 0);
    for i in order {
        least = least.min(p[i].0 * n as f64 / (n as f64 - from_largest as f64));
        q[i] = least;
        from_largest += p[i].1;
    }
    q
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_r() {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "BH")
        let q = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005, 0.5].map(|p| (p, 1)));
        let want = [0.025, 0.05, 0.05, 0.025, 0.5];
        assert!(q.iter().zip(want).all(|(a, b)| (a - b).abs() < 1e-12), "{q:?}");
        assert!(benjamini_hochberg(&[]).is_empty());
    }

    #[test]
    fn tests_of_one_value_may_be_given_at_once() {
        let apart = benjamini_hochberg(&[0.01, 0.04, 0.01, 0.5, 0.01].map(|p| (p, 1)));
        let together = benjamini_hochberg(&[(0.01, 3), (0.04, 1), (0.5, 1)]);
        assert_eq!([apart[0], apart[1], apart[3]].to_vec(), together);
        assert_eq!((apart[0], apart[2]), (apart[2], apart[4]));
    }
}
