//! What became of each term from one year to another, and what that is worth.

use rustc_hash::FxHashMap;

use crate::base::{Arrange, ascending};
use crate::compare::comparison::{Source, Year};
use crate::compare::{Counts, ENOUGH_OCCURRENCES, ENOUGH_SYLLABLES, Strength, benjamini_hochberg, strength};
use crate::corpus::Clock;

use super::{ComparedTerm, PartCount, TermTable};

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

    /// Which rows stand in either year of each pair, and in how many articles of both.
    pub(super) fn held(&self, rows: &[ComparedTerm], pairs: &[(usize, usize)]) -> Held {
        let numbered = || rows.iter().enumerate();
        let exact = numbered().map(|(i, row)| (i, row.by_part.as_slice()));
        let merged = numbered().filter_map(|(i, row)| Some((i, row.merged.as_ref()?.by_part.as_slice())));
        Held { exact: self.held_by_pair(exact, pairs), merged: self.held_by_pair(merged, pairs) }
    }

    fn held_by_pair<'r>(
        &self,
        rows: impl Iterator<Item = (usize, &'r [PartCount])>,
        pairs: &[(usize, usize)],
    ) -> Vec<Vec<(u32, u32)>> {
        let mut of_year: Vec<Vec<usize>> = vec![Vec::new(); self.years.len()];
        for (i, pair) in pairs.iter().enumerate() {
            of_year[pair.0].push(i);
            of_year[pair.1].push(i);
        }
        let mut out = vec![Vec::new(); pairs.len()];
        let mut held: Vec<usize> = Vec::new();
        for (row, by_part) in rows {
            // Every pair once for each article that holds the term in either of its years.
            held.clear();
            for of_one in by_part.chunk_by(|a, b| a.article == b.article) {
                let from = held.len();
                held.extend(of_one.iter().filter_map(|count| self.year(count)).flat_map(|year| &of_year[year]));
                ascending(&mut held[from..]);
                let mut last = None;
                let mut to = from;
                for at in from..held.len() {
                    if last.replace(held[at]) != Some(held[at]) {
                        held[to] = held[at];
                        to += 1;
                    }
                }
                held.truncate(to);
            }
            ascending(&mut held);
            held.chunk_by(|a, b| a == b).for_each(|same| out[same[0]].push((row as u32, same.len() as u32)));
        }
        out
    }

    /// Compares all terms in a pair of years: by their exact counts, and where forms are merged by those too.
    pub(super) fn add_keyness(&self, table: &mut TermTable, at: usize, held: &Held) {
        let Some(&pair) = table.pairs.get(at) else { return };
        let rows = &mut table.rows;
        let mut known = FxHashMap::default();
        let counts = |by_year: &[u32]| (by_year[pair.0], by_year[pair.1]);
        let exact = held.exact[at].iter().map(|&(row, n)| (row, counts(&rows[row as usize].by_year), n));
        let exact = self.keyness(exact.collect(), pair, &mut known);
        if !held.merged[at].is_empty() {
            let is_exact = |one: &&(u32, u32)| rows[one.0 as usize].merged.is_none();
            let one = |&(row, n): &(u32, u32)| (row, counts(rows[row as usize].whole().0), n);
            let mut whole: Vec<_> = held.exact[at].iter().filter(is_exact).chain(&held.merged[at]).map(one).collect();
            whole.arrange();
            for (row, keyness) in self.keyness(whole, pair, &mut known) {
                let merged = rows[row as usize].merged.iter_mut();
                merged.for_each(|m| m.keyness.0.push((at as u32, keyness)));
            }
        }
        for (row, keyness) in exact {
            rows[row as usize].keyness.0.push((at as u32, keyness));
        }
    }

    /// `rows`: number, counts in the two years and articles of either. `known`: what pairs of counts are worth.
    fn keyness(
        &self,
        rows: Vec<(u32, (u32, u32), u32)>,
        pair: (usize, usize),
        known: &mut FxHashMap<(u32, u32), (f64, Fate)>,
    ) -> Vec<(u32, Keyness)> {
        let [c, d] = [pair.0, pair.1].map(|year| self.years[year].n_syllables);
        let one = |(row, (a, b), n_articles)| (row, Keyness { n_articles, ..Keyness::none(Counts { a, b, c, d }) });
        let mut out: Vec<(u32, Keyness)> = rows.into_iter().map(one).collect();
        // Terms below the floor are not tested, so they do not weigh on the correction either.
        let is_tested = |one: &Keyness| one.counts.a + one.counts.b >= ENOUGH_OCCURRENCES;
        let (mut tested, mut p): (Vec<usize>, Vec<f64>) = (Vec::new(), Vec::new());
        for (i, (_, one)) in out.iter_mut().enumerate().filter(|(_, (_, one))| is_tested(one)) {
            let counts = one.counts;
            let worth = known.entry((counts.a, counts.b)).or_insert_with(|| (counts.p_value(), fate(counts)));
            one.fate = worth.1;
            tested.push(i);
            p.push(worth.0);
        }
        for (&i, corrected) in tested.iter().zip(benjamini_hochberg(&p)) {
            out[i].1.q = corrected;
        }
        for (_, one) in &mut out {
            one.strength = strength(one.counts, one.n_articles, one.q);
        }
        out
    }
}

/// Which rows stand in either year of each pair of years: by pair, the number of the row and of the articles.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    exact: Vec<Vec<(u32, u32)>>,
    // The same by merged counts, of the rows that have them.
    merged: Vec<Vec<(u32, u32)>>,
}

/// What became of a term in each pair of years of which one holds it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InPairs(Vec<(u32, Keyness)>);

impl TermTable {
    /// What became of a term in a pair of years (index in [`TermTable::pairs`]); `of` is of a row of this table.
    pub fn keyness(&self, of: &InPairs, pair: usize) -> Keyness {
        let at = of.0.binary_search_by_key(&(pair as u32), |one| one.0);
        let none = || {
            let (c, d) = self.lengths.get(pair).copied().unwrap_or_default();
            Keyness::none(Counts { a: 0, b: 0, c, d })
        };
        at.map_or_else(|_| none(), |at| of.0[at].1)
    }
}

impl Keyness {
    /// Of a term that is too rare to say anything of.
    fn none(counts: Counts) -> Self {
        Self { counts, n_articles: 0, q: 1.0, strength: Strength::TooLittle, fate: Fate::Rare }
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
