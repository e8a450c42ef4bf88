//! What became of each term from one year to another, and what that is worth.

use crate::compare::comparison::Year;
use crate::compare::{Counts, ENOUGH_OCCURRENCES, Strength, benjamini_hochberg, strength};

use super::ComparedTerm;

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

/// Each year with the next, then the first with the last.
pub(super) fn pairs(n_years: usize) -> Vec<(usize, usize)> {
    let mut out: Vec<_> = (1..n_years).map(|later| (later - 1, later)).collect();
    if n_years > 2 {
        out.push((0, n_years - 1));
    }
    out
}

/// The years, and the year of each article.
pub(super) struct Calendar<'a> {
    /// The years.
    pub years: &'a [Year],
    /// By article: index of its year.
    pub year_of: Vec<Option<usize>>,
}

impl Calendar<'_> {
    /// Sums counts by year.
    pub(super) fn by_year(&self, by_article: &[(usize, u32)]) -> Vec<u32> {
        let mut out = vec![0; self.years.len()];
        for &(article, n) in by_article {
            if let Some(year) = self.year_of[article] {
                out[year] += n;
            }
        }
        out
    }

    /// Compares all terms in two years: by their exact counts, and where forms are merged by those too.
    pub(super) fn add_keyness(&self, rows: &mut [ComparedTerm], pair: (usize, usize)) {
        let exact = self.keyness(rows.iter().map(|r| (r.by_year.as_slice(), r.by_article.as_slice())), pair);
        let merged = |row: &ComparedTerm| row.merged.is_some();
        if rows.iter().any(merged) {
            let whole = self.keyness(rows.iter().map(ComparedTerm::whole), pair);
            for (row, keyness) in rows.iter_mut().zip(whole) {
                row.merged.iter_mut().for_each(|m| m.keyness.push(keyness));
            }
        }
        rows.iter_mut().zip(exact).for_each(|(row, keyness)| row.keyness.push(keyness));
    }

    fn keyness<'r>(
        &self,
        rows: impl Iterator<Item = (&'r [u32], &'r [(usize, u32)])> + Clone,
        (from, to): (usize, usize),
    ) -> Vec<Keyness> {
        let [c, d] = [from, to].map(|year| self.years[year].n_syllables);
        let counts: Vec<Counts> =
            rows.clone().map(|(by_year, _)| Counts { a: by_year[from], b: by_year[to], c, d }).collect();
        // Terms below the floor are not tested, so they do not weigh on the correction either.
        let tested: Vec<usize> =
            (0..counts.len()).filter(|&i| counts[i].a + counts[i].b >= ENOUGH_OCCURRENCES).collect();
        let p: Vec<f64> = tested.iter().map(|&i| counts[i].p_value()).collect();
        let mut q = vec![1.0; counts.len()];
        for (&i, corrected) in tested.iter().zip(benjamini_hochberg(&p)) {
            q[i] = corrected;
        }
        let of_either = |c: &&(usize, u32)| self.year_of[c.0].is_some_and(|y| y == from || y == to);
        let n_articles = rows.map(|(_, by_article)| by_article.iter().filter(of_either).count() as u32);
        let one = |((counts, q), n_articles): ((Counts, f64), u32)| {
            let strength = strength(counts, n_articles, q);
            Keyness { counts, n_articles, q, strength, fate: fate(counts) }
        };
        counts.into_iter().zip(q).zip(n_articles).map(one).collect()
    }
}

fn fate(counts: Counts) -> Fate {
    match (counts.a, counts.b) {
        (a, b) if a + b < ENOUGH_OCCURRENCES => Fate::Rare,
        (0, _) => Fate::Came,
        (_, 0) => Fate::Went,
        _ if counts.p_value() >= 0.05 => Fate::Stayed,
        _ if counts.signed_g2() > 0.0 => Fate::Rose,
        _ => Fate::Fell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_became_of_a_term() {
        let of = |a, b| fate(Counts { a, b, c: 3000, d: 3000 });
        use Fate::*;
        assert_eq!(
            [of(0, 3), of(5, 0), of(1, 1), of(4, 5), of(2, 30), of(30, 2)],
            [Came, Went, Rare, Stayed, Rose, Fell]
        );
    }
}
