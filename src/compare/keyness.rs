//! Whether a term is more frequent in one of two texts than in the other, and by how much.

/// How often a term stands in two texts, and how long they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Occurrences in the earlier text.
    pub a: u32,
    /// Occurrences in the later text.
    pub b: u32,
    /// Syllables of the earlier text.
    pub c: u32,
    /// Syllables of the later text.
    pub d: u32,
}

impl Counts {
    /// Log-likelihood G², 0 or more: 2·(a·ln(a/E₁) + b·ln(b/E₂)) with E₁ = c·(a+b)/(c+d), E₂ = d·(a+b)/(c+d); a part of
    /// the sum is 0 where its count is. P. Rayson and R. Garside (2000), "Comparing corpora using frequency profiling".
    /// Above 3.84 a difference as large is expected in 1 of 20 pairs of texts by chance, above 6.63 in 1 of 100, above
    /// 10.83 in 1 of 1,000, above 15.13 in 1 of 10,000.
    pub fn g2(self) -> f64 {
        let [a, b, c, d] = [self.a, self.b, self.c, self.d].map(f64::from);
        if c + d == 0.0 {
            return 0.0;
        }
        let part = |seen: f64, expected: f64| {
            if seen == 0.0 || expected == 0.0 { 0.0 } else { seen * libm::log(seen / expected) }
        };
        let both = a + b;
        (2.0 * (part(a, c * both / (c + d)) + part(b, d * both / (c + d)))).max(0.0)
    }

    /// G² with the sign of the change: negative where the term is rarer in the later text.
    pub fn signed_g2(self) -> f64 {
        let g2 = self.g2();
        if u64::from(self.b) * u64::from(self.c) < u64::from(self.a) * u64::from(self.d) { -g2 } else { g2 }
    }

    /// Binary logarithm of the ratio of the two rates, later over earlier, with 0.5 in place of a count of 0: +1 says
    /// twice as frequent, −1 half as frequent. A. Hardie (2014), "Log Ratio". 0 where either text is empty.
    pub fn log_ratio(self) -> f64 {
        if self.c == 0 || self.d == 0 {
            return 0.0;
        }
        let [c, d] = [self.c, self.d].map(f64::from);
        libm::log2((half(self.b) / d) / (half(self.a) / c))
    }

    /// The 95 % interval of the log ratio. The two counts are taken as Poisson, so the natural logarithm of the ratio has
    /// the standard error √(1/a + 1/b) (0.5 in place of 0).
    pub fn log_ratio_interval(self) -> (f64, f64) {
        const Z: f64 = 1.959_963_984_540_054;
        let reach = Z * libm::sqrt(1.0 / half(self.a) + 1.0 / half(self.b)) / std::f64::consts::LN_2;
        let middle = self.log_ratio();
        (middle - reach, middle + reach)
    }

    /// Bayesian information criterion, G² − ln(c + d): what is left of the evidence after the size of the texts is paid
    /// for. P. Wilson (2013), "Embracing Bayes factors for key item analysis in corpus linguistics".
    pub fn bic(self) -> f64 {
        let n = f64::from(self.c) + f64::from(self.d);
        if n == 0.0 { 0.0 } else { self.g2() - libm::log(n) }
    }

    /// Chance of a G² at least as large where nothing differs (chi-squared, one degree of freedom).
    pub fn p_value(self) -> f64 {
        tail(self.g2())
    }
}

/// Share of the chi-squared distribution with one degree of freedom above `x`.
fn tail(x: f64) -> f64 {
    libm::erfc(libm::sqrt(x / 2.0))
}

fn half(count: u32) -> f64 {
    if count == 0 { 0.5 } else { f64::from(count) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(got: f64, want: f64) {
        assert!((got - want).abs() < 5e-4, "got {got}, want {want}");
    }

    // Expected values computed with Python's math module from the formulas above.
    #[test]
    fn agrees_with_values_computed_elsewhere() {
        let up = Counts { a: 6, b: 19, c: 3439, d: 3230 };
        near(up.g2(), 7.9430);
        near(up.signed_g2(), 7.9430);
        near(up.log_ratio(), 1.7534);
        near(up.bic(), -0.8622);
        near(up.p_value(), 0.0048);
        let down = Counts { a: 8, b: 1, c: 1323, d: 3230 };
        near(down.signed_g2(), -14.1818);
        near(down.log_ratio(), -4.2877);
    }

    #[test]
    fn p_values_agree_with_the_printed_table() {
        // Critical values of chi-squared, one degree of freedom (NIST/SEMATECH e-Handbook, 1.3.6.7.4, and Rayson's page).
        for (x, p) in [(3.841, 0.05), (6.635, 0.01), (10.828, 0.001), (15.137, 0.000_1)] {
            assert!((tail(x) - p).abs() < p * 5e-3, "{x}: {}", tail(x));
        }
    }

    #[test]
    fn equal_corpora_have_values_that_can_be_done_by_hand() {
        // 1000 and 500 of a million each: E = 750, so G² = 2·(1000·ln(4/3) + 500·ln(2/3)) and the ratio is a half.
        let half = Counts { a: 1000, b: 500, c: 1_000_000, d: 1_000_000 };
        near(half.g2(), 169.8990);
        near(half.log_ratio(), -1.0);
        let some = Counts { a: 120, b: 80, c: 40_000, d: 50_000 };
        near(some.g2(), 19.4645);
        near(some.log_ratio(), -0.9069);
        let (low, high) = some.log_ratio_interval();
        near(low, -1.3150);
        near(high, -0.4988);
        near(some.bic(), 8.0569);
        assert!((some.p_value() - 1.024_9e-5).abs() < 1e-9);
    }

    #[test]
    fn zero_counts_as_half_in_the_ratio_only() {
        let new = Counts { a: 0, b: 5, c: 3439, d: 3230 };
        near(new.g2(), 7.2499);
        near(new.log_ratio(), 3.4124);
        let (low, high) = new.log_ratio_interval();
        near((low + high) / 2.0, 3.4124);
        assert!(low < 0.0 && high > 7.0);
    }

    #[test]
    fn empty_texts_give_nothing() {
        let none = Counts::default();
        assert_eq!((none.g2(), none.log_ratio(), none.bic()), (0.0, 0.0, 0.0));
        assert_eq!(Counts { a: 2, b: 2, c: 100, d: 100 }.signed_g2(), 0.0);
    }
}
