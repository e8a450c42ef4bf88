//! What sets one group of texts apart from all together.

/// c-TF-IDF of a term in a group (a year): its occurrences there times ln(1 + A / f), with A the mean number of syllables of
/// the groups and f the occurrences in all. M. Grootendorst (2022), "BERTopic: Neural topic modeling with a class-based
/// TF-IDF procedure". 0 where it does not occur.
pub fn c_tf_idf(here: u32, everywhere: u32, mean_syllables: f64) -> f64 {
    if here == 0 || everywhere == 0 {
        return 0.0;
    }
    f64::from(here) * libm::log(1.0 + mean_syllables / f64::from(everywhere))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_its_definition() {
        // Python: 5 * log(1 + 1000 / 5), 31 * log(1 + 1000 / 64), with the math module.
        assert!((c_tf_idf(5, 5, 1000.0) - 26.516_524_5).abs() < 1e-6);
        assert!((c_tf_idf(31, 64, 1000.0) - 87.138_135_2).abs() < 1e-6);
        assert_eq!((c_tf_idf(0, 9, 1000.0), c_tf_idf(0, 0, 0.0)), (0.0, 0.0));
    }
}
