//! What became of each term from one year to another, and what that is worth.

use rustc_hash::FxHashMap;

use crate::compare::{Counts, ENOUGH_OCCURRENCES, Strength, benjamini_hochberg, strength};

/// A term in two years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keyness {
    /// Counts and lengths; G², log ratio, interval and BIC are computed from them.
    pub counts: Counts,
    /// Articles of the two years that hold the term.
    pub n_articles: u32,
    /// p-value corrected for all terms tested in this pair (Benjamini and Hochberg).
    pub q: f64,
    /// What the difference is worth.
    pub strength: Strength,
    /// What became of the term.
    pub fate: Fate,
}

/// What became of a term from one year to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// Not there before, at least three times after.
    Came,
    /// At least three times before, not there after.
    Went,
    /// In both, more frequent after than chance alone would have it in 19 of 20 pairs of texts.
    Rose,
    /// In both, less frequent after than chance alone would have it in 19 of 20 pairs of texts.
    Fell,
    /// In both, at rates that chance alone may set apart.
    Stayed,
    /// Too rare to say.
    Rare,
}

impl Fate {
    /// As it is printed.
    pub fn code(self) -> &'static str {
        match self {
            Self::Came => "came",
            Self::Went => "went",
            Self::Rose => "rose",
            Self::Fell => "fell",
            Self::Stayed => "stayed",
            Self::Rare => "rare",
        }
    }
}

/// What two counts in a pair of years are worth: the same for every term that has them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Worth {
    pub q: f64,
    pub fate: Fate,
    /// G² with its sign.
    pub g2: f64,
}

/// What each pair of counts is worth in two years, of those that are tested.
#[derive(Clone, Debug, Default)]
pub(super) struct Worths(FxHashMap<(u32, u32), Worth>);

impl Worths {
    /// Judges the counts of all terms in two years of these lengths. Terms below the floor are not tested, so they do not
    /// weigh on the correction either.
    pub(super) fn new(counts: impl Iterator<Item = (u32, u32)>, (c, d): (u32, u32)) -> Self {
        let mut n_terms: FxHashMap<(u32, u32), usize> = FxHashMap::default();
        for (a, b) in counts.filter(|(a, b)| a + b >= ENOUGH_OCCURRENCES) {
            *n_terms.entry((a, b)).or_default() += 1;
        }
        let judged = n_terms.iter().map(|(&(a, b), &n)| {
            let counts = Counts { a, b, c, d };
            (counts, n, counts.p_value())
        });
        let judged: Vec<(Counts, usize, f64)> = judged.collect();
        let p: Vec<(f64, usize)> = judged.iter().map(|&(_, n, p)| (p, n)).collect();
        let worths = judged.iter().zip(benjamini_hochberg(&p)).map(|(&(counts, _, p), q)| {
            ((counts.a, counts.b), Worth { q, fate: fate(counts, p), g2: counts.signed_g2() })
        });
        Self(worths.collect())
    }

    /// What two counts are worth; `None` for those that are not tested.
    pub(super) fn of(&self, counts: (u32, u32)) -> Option<Worth> {
        if counts.0 + counts.1 < ENOUGH_OCCURRENCES { None } else { self.0.get(&counts).copied() }
    }
}

impl Keyness {
    /// Of a term with these counts in that many articles; `worth` is what they are worth, if they were tested.
    pub(super) fn new(counts: Counts, n_articles: u32, worth: Option<Worth>) -> Self {
        let (q, fate) = worth.map_or((1.0, Fate::Rare), |worth| (worth.q, worth.fate));
        Self { counts, n_articles, q, strength: strength(counts, n_articles, q), fate }
    }
}

/// `p` is the p-value of the counts.
fn fate(counts: Counts, p: f64) -> Fate {
    match (counts.a, counts.b) {
        (a, b) if a + b < ENOUGH_OCCURRENCES => Fate::Rare,
        (0, _) => Fate::Came,
        (_, 0) => Fate::Went,
        _ if p >= 0.05 => Fate::Stayed,
        _ if counts.signed_g2() > 0.0 => Fate::Rose,
        _ => Fate::Fell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_became_of_a_term() {
        let of = |a, b| {
            let counts = Counts { a, b, c: 3000, d: 3000 };
            fate(counts, counts.p_value())
        };
        use Fate::*;
        assert_eq!(
            [of(0, 3), of(5, 0), of(1, 1), of(4, 5), of(2, 30), of(30, 2)],
            [Came, Went, Rare, Stayed, Rose, Fell]
        );
    }

    #[test]
    fn equal_counts_are_judged_once_and_weigh_as_often_as_they_occur() {
        let counts = [(0, 9), (4, 5), (4, 5), (1, 1), (9, 1), (4, 5)];
        let worths = Worths::new(counts.into_iter(), (3000, 3000));
        let tested = [(0, 9), (4, 5), (4, 5), (9, 1), (4, 5)];
        let p = tested.map(|(a, b)| (Counts { a, b, c: 3000, d: 3000 }.p_value(), 1));
        let q = benjamini_hochberg(&p);
        assert_eq!(
            tested.map(|counts| worths.of(counts).map(|worth| worth.q)).to_vec(),
            q.into_iter().map(Some).collect::<Vec<_>>()
        );
        assert_eq!(worths.of((1, 1)), None);
    }
}
