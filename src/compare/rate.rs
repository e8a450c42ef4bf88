//! How often something is said, per 10,000 syllables.
//!
//! News articles hold one to two thousand syllables, so a rate per million would promise more than the text holds.

/// Occurrences per 10,000 syllables; 0 for an empty text.
pub fn per_10k(count: u32, syllables: u32) -> f64 {
    if syllables == 0 { 0.0 } else { f64::from(count) * 1e4 / f64::from(syllables) }
}

/// To one decimal, as rates are printed.
pub fn tenths(rate: f64) -> f64 {
    (rate * 10.0).round() / 10.0
}

/// The 95 % interval of a rate per 10,000: the score interval of E. B. Wilson (1927, "Probable inference, the law of
/// succession, and statistical inference", JASA 22), which stays inside 0 ..= 10,000 also for small counts.
pub fn per_10k_interval(count: u32, syllables: u32) -> (f64, f64) {
    if syllables == 0 {
        return (0.0, 0.0);
    }
    const Z: f64 = 1.959_963_984_540_054;
    let n = f64::from(syllables);
    let p = f64::from(count.min(syllables)) / n;
    let middle = p + Z * Z / (2.0 * n);
    let reach = Z * libm::sqrt(p * (1.0 - p) / n + Z * Z / (4.0 * n * n));
    let scale = 1e4 / (1.0 + Z * Z / n);
    (((middle - reach) * scale).max(0.0), (middle + reach) * scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_per_ten_thousand() {
        assert_eq!(tenths(per_10k(31, 1439)), 215.4);
        assert_eq!(per_10k(3, 0), 0.0);
    }

    #[test]
    fn wilson_agrees_with_the_published_example() {
        // 0 of 10: 0 to 27.75 %, 5 of 10: 23.66 to 76.34 % (R, prop.test without continuity correction).
        let (low, high) = per_10k_interval(0, 10);
        assert!(low == 0.0 && (high - 2775.33).abs() < 0.01, "{low} {high}");
        let (low, high) = per_10k_interval(5, 10);
        assert!((low - 2365.93).abs() < 0.01 && (high - 7634.07).abs() < 0.01, "{low} {high}");
    }
}
