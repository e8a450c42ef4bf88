//! Which year each part of each article counts for.

use crate::compare::comparison::{Source, Year};
use crate::compare::{Counts, ENOUGH_SYLLABLES};
use crate::corpus::Clock;

use super::PartCount;

/// The years, and which of them each part of each article counts for.
#[derive(Clone, Debug, Default)]
pub(in crate::compare) struct Calendar {
    n_years: usize,
    clock: Clock,
    // By article: index of the first of its parts in `year_of`; one more than articles.
    first_part: Vec<u32>,
    // By part: index of its year, `NONE` for none.
    year_of: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Calendar {
    /// Finds the year of each part.
    pub(in crate::compare) fn new(sources: &[Source], years: &[Year], clock: Clock) -> Self {
        let mut out = Self { n_years: years.len(), clock, first_part: vec![0], year_of: Vec::new() };
        let index = |year: i32| years.binary_search_by_key(&year, |y| y.year).map_or(NONE, |at| at as u32);
        for (_, analysis) in sources {
            let published = analysis.facts.meta.year.map_or(NONE, index);
            for part in analysis.parts.list() {
                out.year_of.push(match clock {
                    Clock::Published => published,
                    Clock::Discussed => part.year.map_or(NONE, index),
                });
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
    pub(super) fn pairs(&self, years: &[Year]) -> Vec<(usize, usize)> {
        let is_compared = |year: &usize| self.clock == Clock::Published || years[*year].n_syllables >= ENOUGH_SYLLABLES;
        let compared: Vec<usize> = (0..years.len()).filter(is_compared).collect();
        let mut out: Vec<_> = compared.windows(2).map(|pair| (pair[0], pair[1])).collect();
        if let [first, _, .., last] = compared[..] {
            out.push((first, last));
        }
        out
    }

    /// The year that a count belongs to.
    pub(super) fn year(&self, count: &PartCount) -> Option<usize> {
        let part = self.first_part[count.article as usize] + count.part;
        Some(self.year_of[part as usize]).filter(|&year| year != NONE).map(|year| year as usize)
    }

    /// Sums counts by year.
    pub(in crate::compare) fn by_year(&self, by_part: &[PartCount]) -> Vec<u32> {
        let mut out = vec![0; self.n_years];
        for count in by_part {
            if let Some(year) = self.year(count) {
                out[year] += count.n;
            }
        }
        out
    }

    /// Sums counts in two years of these lengths; besides, in how many articles of either the thing stands.
    pub(super) fn in_pair(&self, by_part: &[PartCount], pair: (usize, usize), lengths: (u32, u32)) -> (Counts, u32) {
        let mut counts = Counts { a: 0, b: 0, c: lengths.0, d: lengths.1 };
        let (mut n_articles, mut last) = (0, None);
        for count in by_part {
            let year = self.year(count);
            counts.a += if year == Some(pair.0) { count.n } else { 0 };
            counts.b += if year == Some(pair.1) { count.n } else { 0 };
            let is_in = year.is_some_and(|year| year == pair.0 || year == pair.1);
            if is_in && last.replace(count.article) != Some(count.article) {
                n_articles += 1;
            }
        }
        (counts, n_articles)
    }
}
