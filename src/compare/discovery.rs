//! Many tests at once: how many of the differences called real are not.
use crate::base::Arrange;

/// The p-values corrected so that those below x hold at most a share x of false ones, in the order given. Y. Benjamini
/// and Y. Hochberg (1995), "Controlling the false discovery rate".
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let n = p.len() as f64;
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.arrange_by(|&a, &b| p[b].total_cmp(&p[a]).then(a.cmp(&b)));
    let mut q = vec![1.0; p.len()];
    let mut least = 1.0_f64;
    for (from_largest, &i) in order.iter().enumerate() {
        least = least.min(p[i] * n / (n - from_largest as f64));
        q[i] = least;
    }
    q
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_r() {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "BH")
        let q = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.005, 0.5]);
        let want = [0.025, 0.05, 0.05, 0.025, 0.5];
        assert!(q.iter().zip(want).all(|(a, b)| (a - b).abs() < 1e-12), "{q:?}");
        assert!(benjamini_hochberg(&[]).is_empty());
    }
}
