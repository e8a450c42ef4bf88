//! How evenly a term is spread over articles.

/// Gries' deviation of proportions, 0 (as even as the lengths of the articles) to nearly 1 (all in one short article):
/// half the sum of |share of the occurrences − share of the text|. S. Th. Gries (2008), "Dispersions and adjusted
/// frequencies in corpora". `parts` gives occurrences and syllables of each article; `None` where either sum is 0.
pub fn dp(parts: impl Iterator<Item = (u32, u32)> + Clone) -> Option<f64> {
    let (count, size) = parts.clone().fold((0u64, 0u64), |(c, s), p| (c + u64::from(p.0), s + u64::from(p.1)));
    if count == 0 || size == 0 {
        return None;
    }
    let off = |(c, s): (u32, u32)| (f64::from(c) / count as f64 - f64::from(s) / size as f64).abs();
    Some(parts.map(off).sum::<f64>() / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_published_example() {
        // Gries 2008, section 3.3: five parts of 9, 10, 10, 10 and 11 words that hold `a` 1 to 5 times; DP = 0.18.
        let parts = [(1, 9), (2, 10), (3, 10), (4, 10), (5, 11)];
        assert!((dp(parts.into_iter()).unwrap() - 0.18).abs() < 1e-12);
    }

    #[test]
    fn runs_from_even_to_all_in_one() {
        assert_eq!(dp([(2, 100), (4, 200)].into_iter()), Some(0.0));
        assert_eq!(dp([(5, 100), (0, 300)].into_iter()), Some(0.75));
        assert_eq!(dp([(0, 100)].into_iter()), None);
    }
}
