//! The table of terms in the making, in bounded steps.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::compare::comparison::{Source, Statement, Year};
use crate::compare::ledger::{Ledger, Set};
use crate::corpus::Clock;

use super::foremost::foremost;
use super::keyness::Worths;
use super::pieces::Pieces;
use super::rows::{Group, Rows, merge};
use super::short_forms::{ShortForms, count_short};
use super::yearly::Forms;
use super::{Calendar, ComparedTerm, PartCount, TermTable};

/// A table in the making: [`Work::list`], then [`Work::count`] until all is counted, then [`Work::sum`], then [`Work::judge`]
/// for each of the pairs.
#[derive(Debug, Default)]
pub(in crate::compare) struct Work {
    rows: Rows,
    groups: Vec<Group>,
    listed: Listed,
    // The article that is counted next.
    next: usize,
    table: TermTable,
}

/// How far the list of what is counted has come.
#[derive(Clone, Copy, Debug, Default)]
enum Listed {
    #[default]
    Nothing,
    /// The terms, in every spelling.
    Terms,
    /// Their short and long forms, too.
    Forms,
}

/// Pairs of years that are compared in one step.
const PAIRS_AT_ONCE: usize = 8;
/// Bytes of text that are counted in one step.
const AT_ONCE: usize = 100_000;

impl Work {
    /// Says which terms are counted; whether that is done. The ledger has read all articles.
    pub fn list(&mut self, ledger: &mut Ledger, set: &Set) -> bool {
        match self.listed {
            Listed::Nothing => {
                self.rows = Rows::listed(ledger, set, &order(set.sources));
                self.rows.add_spellings(ledger, set);
                self.listed = Listed::Terms;
            }
            Listed::Terms => {
                let forms = ShortForms::known(ledger, set);
                self.groups = self.rows.add_other_forms(ledger, forms);
                self.listed = Listed::Forms;
            }
            Listed::Forms => {
                ledger.count_only(set, &self.rows.phrases);
                return true;
            }
        }
        false
    }

    /// Counts some articles; whether all are counted.
    pub fn count(&mut self, ledger: &mut Ledger, set: &Set) -> bool {
        self.next = ledger.count(set, self.next, AT_ONCE);
        self.next >= set.sources.len()
    }

    /// Sums up what was counted; `statements` are what articles state for years.
    pub fn sum(&mut self, ledger: &mut Ledger, set: &Set, years: &[Year], clock: Clock, statements: &[Statement]) {
        let (starts, counts) = by_phrase(ledger, set);
        let of = |phrase: u32| (starts[phrase as usize], starts[phrase as usize + 1]);
        let by_part = |phrase: u32| {
            let (from, to) = of(phrase);
            &counts[from as usize..to as usize]
        };
        let short_counts = count_short(ledger, set);
        let mut merged = merge(&self.groups, &self.rows, ledger, &short_counts, by_part);
        let mut stated = self.stated(ledger, set, statements);
        let mut pieces = Pieces::new(self.rows.by_phrase());
        ledger.of(set).filter_map(|(_, kept)| kept.counted.as_ref()).for_each(|counted| pieces.add(counted));
        let of_phrases = self.rows.by_phrase();
        // By phrase: whether it is merged or stated, as few are.
        let mut is_special = vec![false; of_phrases.len()];
        merged.keys().chain(stated.keys()).for_each(|&phrase| is_special[phrase as usize] = true);
        // What is known of each phrase in one place of memory, as the rows come in another order.
        let summed: Vec<Summed> = (0..)
            .zip(of_phrases)
            .zip(&is_special)
            .map(|((phrase, known), &is_special)| {
                let total = by_part(phrase).iter().map(|c| c.n).sum();
                let is_piece = !known.kept && pieces.is_piece(phrase, total);
                let n_syllables = known.n_syllables;
                Summed { counts: of(phrase), total, n_syllables, kept: known.kept, is_piece, is_special }
            })
            .collect();
        let calendar = Calendar::new(set.sources, years, clock);
        let mut yearly = Forms::new(years.len());
        let mut rows: Vec<ComparedTerm> = Vec::with_capacity(self.rows.n_listed);
        let (ranked, texts) = ledger.ranked(&self.rows.weights());
        for &(weight, phrase) in ranked {
            let sum = summed[phrase as usize];
            let mut row = ComparedTerm {
                phrase,
                n_syllables: u32::from(sum.n_syllables),
                total: sum.total,
                weight,
                stated: Vec::new(),
                merged: None,
                kept: sum.kept,
                is_piece: sum.is_piece,
                counts: sum.counts,
            };
            if sum.is_special {
                row.stated = stated.remove(&phrase).unwrap_or_default();
                row.merged = merged.remove(&phrase).map(Box::new);
            }
            match &row.merged {
                // Of most terms, which stand once, no year is told.
                None if sum.total < 2 => {}
                None => yearly.single.add(&calendar, rows.len(), by_part(phrase)),
                Some(merged) => {
                    yearly.parted.add(&calendar, rows.len(), by_part(phrase));
                    yearly.merged.add(&calendar, rows.len(), &merged.by_part);
                }
            }
            rows.push(row);
        }
        let texts = Arc::clone(texts);
        let pairs = calendar.pairs(years);
        let length = |pair: &(usize, usize)| (years[pair.0].n_syllables, years[pair.1].n_syllables);
        let lengths = pairs.iter().map(length).collect();
        let n_syllables: Vec<u32> = set.sources.iter().map(|s| s.1.n_syllables).collect();
        let all_syllables = n_syllables.iter().sum();
        let foremost = foremost(&rows);
        let (exact, merged) = (Vec::new(), Vec::new());
        self.table = TermTable {
            texts,
            rows,
            pairs,
            lengths,
            counts,
            calendar,
            n_syllables,
            all_syllables,
            foremost,
            yearly,
            exact,
            merged,
        };
    }

    /// Compares all terms in the next pairs of years: by their exact counts, and where forms are merged by those too. The
    /// table, when no pair is left.
    pub fn judge(&mut self) -> Option<TermTable> {
        let table = &mut self.table;
        let from = table.exact.len();
        if from == table.pairs.len() {
            return Some(std::mem::take(table));
        }
        for (&pair, &lengths) in table.pairs.iter().zip(&table.lengths).skip(from).take(PAIRS_AT_ONCE) {
            let Forms { single, parted, merged } = &table.yearly;
            let exact = Worths::new(single.counts(pair).chain(parted.counts(pair)), lengths);
            let has_merged = merged.counts(pair).next().is_some();
            let whole = || Worths::new(single.counts(pair).chain(merged.counts(pair)), lengths);
            let merged = if has_merged { whole() } else { Worths::default() };
            table.exact.push(exact);
            table.merged.push(merged);
        }
        None
    }

    /// The years for which phrases are stated.
    fn stated(&self, ledger: &Ledger, set: &Set, statements: &[Statement]) -> FxHashMap<u32, Vec<i32>> {
        let mut out: FxHashMap<u32, Vec<i32>> = FxHashMap::default();
        for statement in statements {
            let analysis = set.sources[statement.place.article].1;
            for phrase in ledger.in_stretch(analysis, statement.place.span).filter(|&phrase| self.rows.has(phrase)) {
                out.entry(phrase).or_default().push(statement.year);
            }
        }
        for years in out.values_mut() {
            years.arrange();
            years.dedup();
        }
        out
    }
}

/// The counts of a phrase summed up.
#[derive(Clone, Copy)]
struct Summed {
    counts: (u32, u32),
    total: u32,
    n_syllables: u16,
    kept: bool,
    is_piece: bool,
    // Whether it is merged or stated.
    is_special: bool,
}

/// Counts of all articles by phrase, each phrase's in one piece: where each begins (one more than phrases), and the counts.
fn by_phrase(ledger: &Ledger, set: &Set) -> (Vec<u32>, Vec<PartCount>) {
    let counted = || ledger.of(set).filter_map(|(i, kept)| Some((i as u32, kept.counted.as_ref()?)));
    let mut starts = vec![0; ledger.n_phrases() + 2];
    for (_, counted) in counted() {
        counted.counts.iter().for_each(|count| starts[count.phrase as usize + 2] += 1);
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut out = vec![PartCount { article: 0, part: 0, n: 0 }; sum as usize];
    for (article, counted) in counted() {
        for count in &counted.counts {
            let at = &mut starts[count.phrase as usize + 1];
            out[*at as usize] = PartCount { article, part: count.part, n: count.n };
            *at += 1;
        }
    }
    starts.pop();
    (starts, out)
}

/// The articles by their source.
fn order(sources: &[Source]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.arrange_by_key(|&i| sources[i].0);
    order
}
