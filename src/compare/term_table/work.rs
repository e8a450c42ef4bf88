//! The table of terms in the making, in bounded steps.

use crate::base::Arrange;
use crate::compare::comparison::{Source, Statement, Year};
use crate::compare::dp;
use crate::compare::ledger::{Ledger, Set};
use crate::corpus::Clock;

use super::keyness::{Calendar, Held};
use super::pieces::Pieces;
use super::rows::{Group, Rows, merge};
use super::short_forms::{ShortForms, count_short};
use super::{PartCount, TermTable, by_article};

/// A table in the making: [`Work::new`], then [`Work::count`] until all is counted, then [`Work::sum`], then
/// [`Work::judge`] for each of the pairs.
#[derive(Debug, Default)]
pub(in crate::compare) struct Work {
    rows: Rows,
    groups: Vec<Group>,
    n_listed: usize,
    next: usize,
    table: TermTable,
    held: Held,
    judged: usize,
}

/// Bytes of text that are counted in one step.
const AT_ONCE: usize = 100_000;

impl Work {
    /// Says which terms are counted. The ledger has read all articles.
    pub fn new(ledger: &mut Ledger, set: &Set) -> Self {
        let order = order(set.sources);
        let forms = ShortForms::new(set.sources, &order);
        let mut rows = Rows::listed(ledger, set, &order);
        let n_listed = rows.list.len();
        rows.add_spellings(ledger, set);
        let groups = rows.add_other_forms(ledger, &forms);
        ledger.count_only(set, rows.phrases.iter().copied().zip(rows.list.iter().map(|row| row.term.as_str())));
        Self { rows, groups, n_listed, ..Self::default() }
    }

    /// Counts some articles; whether all are counted.
    pub fn count(&mut self, ledger: &mut Ledger, set: &Set) -> bool {
        self.next = ledger.count(set, self.next, AT_ONCE);
        self.next >= set.sources.len()
    }

    /// Sums up what was counted; `statements` are what articles state for years.
    pub fn sum(&mut self, ledger: &Ledger, set: &Set, years: &[Year], clock: Clock, statements: &[Statement]) {
        let calendar = Calendar::new(set.sources, years, clock);
        self.add_up(ledger, set);
        self.take_statements(ledger, set, statements);
        merge(&self.groups, &count_short(set.sources, &order(set.sources)), &mut self.rows.list);
        let mut rows = std::mem::take(&mut self.rows.list);
        rows.truncate(self.n_listed);
        let n_syllables = set.sources.iter().map(|s| s.1.n_syllables).sum();
        for row in &mut rows {
            row.total = row.by_part.iter().map(|c| c.n).sum();
            row.by_year = calendar.by_year(&row.by_part);
            row.dp = spread(set.sources, &row.by_part, n_syllables);
            if let Some(merged) = &mut row.merged {
                merged.by_year = calendar.by_year(&merged.by_part);
            }
        }
        rows.arrange_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
        let pairs = calendar.pairs();
        self.held = calendar.held(&rows, &pairs);
        let length = |pair: &(usize, usize)| (years[pair.0].n_syllables, years[pair.1].n_syllables);
        let lengths = pairs.iter().map(length).collect();
        self.table = TermTable { rows, pairs, lengths };
    }

    /// Compares all terms in the next pair of years; the table, when none is left.
    pub fn judge(&mut self, set: &Set, years: &[Year], clock: Clock) -> Option<TermTable> {
        if self.judged < self.table.pairs.len() {
            Calendar::new(set.sources, years, clock).add_keyness(&mut self.table, self.judged, &self.held);
            self.judged += 1;
            return None;
        }
        Some(std::mem::take(&mut self.table))
    }

    /// Counts of all articles by row, and which rows are pieces of others.
    fn add_up(&mut self, ledger: &Ledger, set: &Set) {
        let counted = || ledger.of(set).filter_map(|(i, kept)| Some((i, kept.counted.as_ref()?)));
        let Rows { list, .. } = &self.rows;
        let mut n_parts = vec![0; list.len()];
        let row = |phrase: u32| self.rows.row(phrase);
        for (_, counted) in counted() {
            counted.counts.iter().filter_map(|count| row(count.phrase)).for_each(|row| n_parts[row] += 1);
        }
        let mut by_part: Vec<Vec<PartCount>> = n_parts.into_iter().map(Vec::with_capacity).collect();
        let mut pieces = Pieces::new(list.len());
        for (article, counted) in counted() {
            for count in &counted.counts {
                let Some(row) = row(count.phrase) else { continue };
                by_part[row].push(PartCount { article: article as u32, part: count.part, n: count.n });
            }
            pieces.add(counted, row, list);
        }
        for (row, by_part) in self.rows.list.iter_mut().zip(by_part) {
            row.by_part = by_part;
        }
        self.rows.mark(&pieces);
    }

    fn take_statements(&mut self, ledger: &Ledger, set: &Set, statements: &[Statement]) {
        for statement in statements {
            let analysis = set.sources[statement.place.article].1;
            for phrase in ledger.in_stretch(analysis, statement.place.span) {
                if let Some(row) = self.rows.row(phrase) {
                    self.rows.list[row].stated.push(statement.year);
                }
            }
        }
        for row in &mut self.rows.list {
            row.stated.arrange();
            row.stated.dedup();
        }
    }
}

/// The articles by their source.
fn order(sources: &[Source]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.arrange_by_key(|&i| sources[i].0);
    order
}

/// Gries' DP over all articles; those that do not hold the term count as one part.
fn spread(sources: &[Source], by_part: &[PartCount], n_syllables: u32) -> f64 {
    let held = by_article(by_part).map(|(article, n)| (n, sources[article].1.n_syllables));
    let rest = n_syllables.saturating_sub(held.clone().map(|part| part.1).sum::<u32>());
    dp(held.chain([(0, rest)])).unwrap_or(0.0)
}
