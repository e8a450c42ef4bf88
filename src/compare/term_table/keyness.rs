//! What became of each term from one year to another, and what that is worth.

use crate::compare::comparison::{Source, Year};
use crate::compare::{Counts, ENOUGH_OCCURRENCES, ENOUGH_SYLLABLES, Strength, benjamini_hochberg, strength};
use crate::corpus::Clock;

use super::{ComparedTerm, PartCount};

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

/// The years, and which of them each part of each article counts for.
pub(in crate::compare) struct Calendar<'a> {
    years: &'a [Year],
    clock: Clock,
    // By article: index of the first of its parts in `year_of`; one more than articles.
    first_part: Vec<u32>,
    // By part: index of its year, `NONE` for none.
    year_of: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl<'a> Calendar<'a> {
    /// Finds the year of each part.
    pub(in crate::compare) fn new(sources: &[Source], years: &'a [Year], clock: Clock) -> Self {
        let mut out = Self { years, clock, first_part: vec![0], year_of: Vec::new() };
        for (_, analysis) in sources {
            for part in analysis.parts.list() {
                let year = match clock {
                    Clock::Published => analysis.facts.meta.year,
                    Clock::Discussed => part.year,
                };
                let at = year.and_then(|year| years.binary_search_by_key(&year, |y| y.year).ok());
                out.year_of.push(at.map_or(NONE, |at| at as u32));
            }
            out.first_part.push(out.year_of.len() as u32);
        }
        out
    }

    /// By which year things count.
    pub(in crate::compare) fn clock(&self) -> Clock {
        self.clock
    }

    /// Each year with the next, then the first with the last. Of the years spoken of those that have too little text to be
    /// compared are passed over.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let is_compared =
            |year: &usize| self.clock == Clock::Published || self.years[*year].n_syllables >= ENOUGH_SYLLABLES;
        let compared: Vec<usize> = (0..self.years.len()).filter(is_compared).collect();
        let mut out: Vec<_> = compared.windows(2).map(|pair| (pair[0], pair[1])).collect();
        if let [first, _, .., last] = compared[..] {
            out.push((first, last));
        }
        out
    }

    fn year(&self, count: &PartCount) -> Option<usize> {
        let part = self.first_part[count.article as usize] + count.part;
        Some(self.year_of[part as usize]).filter(|&year| year != NONE).map(|year| year as usize)
    }

    /// Sums counts by year.
    pub(in crate::compare) fn by_year(&self, by_part: &[PartCount]) -> Vec<u32> {
        let mut out = vec![0; self.years.len()];
        for count in by_part {
            if let Some(year) = self.year(count) {
                out[year] += count.n;
            }
        }
        out
    }

    /// Compares all terms in two years: by their exact counts, and where forms are merged by those too.
    pub(super) fn add_keyness(&self, rows: &mut [ComparedTerm], pair: (usize, usize)) {
        let exact = self.keyness(rows.iter().map(|r| (r.by_year.as_slice(), r.by_part.as_slice())), pair);
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
        rows: impl Iterator<Item = (&'r [u32], &'r [PartCount])> + Clone,
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
        let of_either = |c: &&PartCount| self.year(c).is_some_and(|y| y == from || y == to);
        let n_articles = rows.map(|(_, by_part)| {
            let mut last = None;
            let articles = by_part.iter().filter(of_either).filter(|c| last.replace(c.article) != Some(c.article));
            articles.count() as u32
        });
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
