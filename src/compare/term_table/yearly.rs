//! The terms of each year.

use super::PartCount;
use super::calendar::Calendar;

/// Terms by year, apart by what their forms are.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// Terms with one form.
    pub single: Yearly,
    /// Terms with several forms: the counts of the form that names them.
    pub parted: Yearly,
    /// The same terms: the counts of all forms as one.
    pub merged: Yearly,
}

impl Forms {
    /// Without terms.
    pub fn new(n_years: usize) -> Self {
        let [single, parted, merged] = [(); 3].map(|()| Yearly::new(n_years));
        Self { single, parted, merged }
    }
}

/// Terms by year: of each the row and how often it stands there, in the order of the rows. Terms that stand once in all are
/// left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Yearly {
    by_year: Vec<Vec<(u32, u32)>>,
    // By row: how often it stands in any year.
    dated: Vec<u32>,
    counts: Vec<u32>,
    held: Vec<usize>,
}

impl Yearly {
    /// Without terms.
    pub(super) fn new(n_years: usize) -> Self {
        Self { by_year: vec![Vec::new(); n_years], counts: vec![0; n_years], ..Self::default() }
    }

    /// Takes the counts of the next row.
    pub(super) fn add(&mut self, calendar: &Calendar, row: usize, by_part: &[PartCount]) {
        if let [] | [PartCount { n: 1, .. }] = by_part {
            return;
        }
        for count in by_part {
            if let Some(year) = calendar.year(count) {
                let sum = &mut self.counts[year];
                if *sum == 0 {
                    self.held.push(year);
                }
                *sum += count.n;
            }
        }
        self.dated.resize(row + 1, 0);
        for year in self.held.drain(..) {
            let n = std::mem::take(&mut self.counts[year]);
            self.by_year[year].push((row as u32, n));
            self.dated[row] += n;
        }
    }

    /// The rows of a year.
    pub(super) fn year(&self, year: usize) -> &[(u32, u32)] {
        &self.by_year[year]
    }

    /// How often a row stands in any year.
    pub(super) fn dated(&self, row: usize) -> u32 {
        self.dated.get(row).copied().unwrap_or_default()
    }

    /// How often the terms of either of two years stand in the one and in the other.
    pub(super) fn counts(&self, pair: (usize, usize)) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.pair(pair).map(|row| row.1)
    }

    /// The rows of either of two years, each with how often it stands in the one and in the other.
    pub(super) fn pair(&self, pair: (usize, usize)) -> impl Iterator<Item = (usize, (u32, u32))> + '_ {
        let (mut one, mut other) = (self.year(pair.0), self.year(pair.1));
        std::iter::from_fn(move || {
            let row = match (one.first(), other.first()) {
                (Some(a), Some(b)) => a.0.min(b.0),
                (a, b) => a.or(b)?.0,
            };
            let of = |list: &mut &[(u32, u32)]| match list.split_first() {
                Some((first, rest)) if first.0 == row => {
                    *list = rest;
                    first.1
                }
                _ => 0,
            };
            Some((row as usize, (of(&mut one), of(&mut other))))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_two_years_are_told_once_each() {
        let by_year = vec![vec![(0, 2), (3, 1), (9, 4)], Vec::new(), vec![(1, 1), (3, 5)]];
        let yearly = Yearly { by_year, ..Yearly::default() };
        let pair = |pair| yearly.pair(pair).collect::<Vec<_>>();
        assert_eq!(pair((0, 2)), [(0, (2, 0)), (1, (0, 1)), (3, (1, 5)), (9, (4, 0))]);
        assert_eq!(pair((1, 2)), [(1, (0, 1)), (3, (0, 5))]);
        assert!(pair((1, 1)).is_empty());
    }
}
