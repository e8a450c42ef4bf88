//! What a difference is worth, in words.

use super::Counts;

/// Strength of the evidence after A. Raftery (1995), "Bayesian model selection in social research", by BIC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum BayesBand {
    /// Below 0: speaks for no difference.
    Against,
    /// 0 to 2: not worth more than a bare mention.
    BareMention,
    /// 2 to 6.
    Positive,
    /// 6 to 10.
    Strong,
    /// Above 10.
    VeryStrong,
}

impl BayesBand {
    /// As it is printed.
    pub fn code(self) -> &'static str {
        match self {
            Self::Against => "against",
            Self::BareMention => "bare_mention",
            Self::Positive => "positive",
            Self::Strong => "strong",
            Self::VeryStrong => "very_strong",
        }
    }
}

/// What a reader may take from a counted difference.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Strength {
    /// Fewer than three occurrences, or a year of fewer than [`ENOUGH_SYLLABLES`] syllables: nothing can be said.
    TooLittle,
    /// All occurrences of both years in one article: says something of that article only.
    OneSource,
    /// Counted, and well within what chance does.
    Weak,
    /// Counted: chance alone does as much in fewer than 1 of 20 pairs of texts, all terms tested together.
    Some,
    /// Counted: besides, the evidence outweighs the size of the texts (BIC at least 2).
    Strong,
}

impl Strength {
    /// As it is printed.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLittle => "too_little_text",
            Self::OneSource => "one_source",
            Self::Weak => "weak",
            Self::Some => "some",
            Self::Strong => "strong",
        }
    }
}

/// Syllables below which a year is too short to be counted against another (one short news item).
pub const ENOUGH_SYLLABLES: u32 = 300;

/// Occurrences below which a term is not compared.
pub const ENOUGH_OCCURRENCES: u32 = 3;

/// The evidence in words for a [`Counts::bic`].
pub fn bayes_band(bic: f64) -> BayesBand {
    match bic {
        b if b < 0.0 => BayesBand::Against,
        b if b < 2.0 => BayesBand::BareMention,
        b if b < 6.0 => BayesBand::Positive,
        b if b <= 10.0 => BayesBand::Strong,
        _ => BayesBand::VeryStrong,
    }
}

/// What a comparison is worth; `articles` hold the term in either text, `q` is its p-value corrected for the number of
/// terms tested ([`super::benjamini_hochberg`]).
pub fn strength(counts: Counts, articles: u32, q: f64) -> Strength {
    if counts.a + counts.b < ENOUGH_OCCURRENCES || counts.c.min(counts.d) < ENOUGH_SYLLABLES {
        Strength::TooLittle
    } else if articles < 2 {
        Strength::OneSource
    } else if q >= 0.05 {
        Strength::Weak
    } else if counts.bic() < 2.0 {
        Strength::Some
    } else {
        Strength::Strong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_follow_raftery() {
        let bands = [-0.1, 0.0, 2.0, 6.0, 10.1].map(bayes_band);
        use BayesBand::*;
        assert_eq!(bands, [Against, BareMention, Positive, Strong, VeryStrong]);
    }

    #[test]
    fn floors_come_before_significance() {
        let many = Counts { a: 1, b: 40, c: 3000, d: 3000 };
        assert_eq!(strength(many, 4, 0.001), Strength::Strong);
        assert_eq!(strength(many, 1, 0.001), Strength::OneSource);
        assert_eq!(strength(many, 4, 0.2), Strength::Weak);
        assert_eq!(strength(Counts { a: 0, b: 2, ..many }, 2, 0.01), Strength::TooLittle);
        assert_eq!(strength(Counts { c: 120, ..many }, 4, 0.001), Strength::TooLittle);
        assert_eq!(strength(Counts { a: 6, b: 19, c: 3439, d: 3230 }, 4, 0.03), Strength::Some);
    }
}
