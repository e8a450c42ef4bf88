//! How strongly two terms keep company.

/// logDice: 14 + log₂(2·together / (one + other)), at most 14; a step of 1 is a factor of 2, and the size of the corpus
/// does not matter. P. Rychlý (2008), "A lexicographer-friendly association score". `None` where they never meet.
pub fn log_dice(together: u32, one: u32, other: u32) -> Option<f64> {
    (together > 0).then(|| 14.0 + libm::log2(2.0 * f64::from(together) / (f64::from(one) + f64::from(other))))
}

/// Pointwise mutual information in bits: log₂(together·n / (one·other)) over `n` places where they could meet.
/// K. Church and P. Hanks (1990), "Word association norms". `None` where they never meet.
pub fn pmi(together: u32, one: u32, other: u32, n: u32) -> Option<f64> {
    let product = f64::from(one) * f64::from(other);
    (together > 0 && product > 0.0).then(|| libm::log2(f64::from(together) * f64::from(n) / product))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_dice_tops_at_fourteen() {
        assert_eq!(log_dice(7, 7, 7), Some(14.0));
        assert_eq!(log_dice(10, 30, 50), Some(12.0));
        assert_eq!(log_dice(0, 30, 50), None);
    }

    #[test]
    fn pmi_is_zero_for_chance() {
        assert_eq!(pmi(5, 50, 100, 1000), Some(0.0));
        assert_eq!(pmi(20, 50, 100, 1000), Some(2.0));
    }
}
