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
use super::rows::{Alike, OfPhrase, Rows, merge};
use super::short_forms::{ShortForms, count_short};
use super::yearly::Forms;
use super::{Calendar, ComparedTerm, Merged, PartCount, TermTable};

/// A table in the making: [`Work::list`], then [`Work::count`] until all is counted, then [`Work::sum`] until all is summed up,
/// then [`Work::judge`] for each of the pairs.
#[derive(Debug, Default)]
pub(in crate::compare) struct Work {
    rows: Rows,
    alike: Alike,
    listed: Listed,
    // The article that is counted next.
    next: usize,
    sums: Sums,
    table: TermTable,
}

/// How far the list of what is counted has come.
#[derive(Clone, Copy, Debug, Default)]
enum Listed {
    #[default]
    Nothing,
    /// The terms, in every spelling.
    Terms,
    /// Which of them have the same words.
    Alike,
    /// Their short and long forms, too.
    Forms,
}

/// Pairs of years that are compared in one step.
const PAIRS_AT_ONCE: usize = 8;
/// Rows of the table that are made in one step.
const ROWS_AT_ONCE: usize = 100_000;
/// Bytes of text that are counted in one step.
const AT_ONCE: usize = 250_000;

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
                self.alike = self.rows.alike(ledger, forms);
                self.listed = Listed::Alike;
            }
            Listed::Alike => {
                if self.rows.add_other_forms(ledger, &mut self.alike) {
                    self.listed = Listed::Forms;
                }
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

    /// Sums up what was counted, some of it; whether all is summed up. `statements` are what articles state for years.
    pub fn sum(
        &mut self,
        ledger: &mut Ledger,
        set: &Set,
        years: &[Year],
        clock: Clock,
        statements: impl FnOnce() -> Vec<Statement>,
    ) -> bool {
        match self.sums.stage {
            Summing::Counts => {
                (self.sums.starts, self.sums.counts) = by_phrase(ledger, set);
                self.sums.stage = Summing::Forms;
            }
            Summing::Forms => {
                let (short_counts, sums) = (count_short(ledger, set), &self.sums);
                let merged =
                    merge(&self.alike.groups, &self.rows, ledger, &short_counts, |phrase| sums.by_part(phrase));
                (self.sums.merged, self.sums.stated) = (merged, self.stated(ledger, set, &statements()));
                self.sums.stage = Summing::Phrases;
            }
            Summing::Phrases => {
                self.sums.summed = self.summed(ledger, set);
                self.sums.stage = Summing::Ranks;
            }
            Summing::Ranks => {
                ledger.rank(&self.rows.weights());
                let (calendar, yearly) = (Calendar::new(set.sources, years, clock), Forms::new(years.len()));
                self.table = TermTable { calendar, yearly, ..TermTable::default() };
                self.table.rows.reserve_exact(self.rows.n_listed);
                self.sums.stage = Summing::Rows;
            }
            Summing::Rows => {
                self.add_rows(ledger);
                if self.table.rows.len() < ledger.ranked().len() {
                    return false;
                }
                let table = &mut self.table;
                table.pairs = table.calendar.pairs(years);
                let length = |pair: &(usize, usize)| (years[pair.0].n_syllables, years[pair.1].n_syllables);
                table.lengths = table.pairs.iter().map(length).collect();
                table.n_syllables = set.sources.iter().map(|s| s.1.n_syllables).collect();
                table.all_syllables = table.n_syllables.iter().sum();
                table.foremost = foremost(&table.rows);
                table.texts = Arc::clone(ledger.texts());
                table.counts = std::mem::take(&mut self.sums).counts;
                return true;
            }
        }
        false
    }

    /// What is known of each phrase in one place of memory, as the rows come in another order.
    fn summed(&self, ledger: &Ledger, set: &Set) -> Vec<Summed> {
        let (of_phrases, sums) = (self.rows.by_phrase(), &self.sums);
        let mut pieces = Pieces::new(of_phrases, ledger);
        ledger.of(set).filter_map(|(_, kept)| kept.counted.as_ref()).for_each(|counted| pieces.add(counted));
        // By phrase: whether it is merged or stated, as few are.
        let mut is_special = vec![false; of_phrases.len()];
        sums.merged.keys().chain(sums.stated.keys()).for_each(|&phrase| is_special[phrase as usize] = true);
        let summed = |((phrase, known), &is_special): ((u32, &OfPhrase), &bool)| {
            let total = sums.by_part(phrase).iter().map(|c| c.n).sum();
            let is_piece = !known.kept && pieces.is_piece(phrase, total);
            let n_syllables = known.n_syllables;
            Summed { counts: sums.of(phrase), total, n_syllables, kept: known.kept, is_piece, is_special }
        };
        (0..).zip(of_phrases).zip(&is_special).map(summed).collect()
    }

    /// Adds the next rows of the table, best first.
    fn add_rows(&mut self, ledger: &Ledger) {
        let (sums, table) = (&mut self.sums, &mut self.table);
        for &(weight, phrase) in ledger.ranked().iter().skip(table.rows.len()).take(ROWS_AT_ONCE) {
            let sum = sums.summed[phrase as usize];
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
                row.stated = sums.stated.remove(&phrase).unwrap_or_default();
                row.merged = sums.merged.remove(&phrase).map(Box::new);
            }
            let (yearly, calendar, at) = (&mut table.yearly, &table.calendar, table.rows.len());
            match &row.merged {
                // Of most terms, which stand once, no year is told.
                None if sum.total < 2 => {}
                None => yearly.single.add(calendar, at, sums.by_part(phrase)),
                Some(merged) => {
                    yearly.parted.add(calendar, at, sums.by_part(phrase));
                    yearly.merged.add(calendar, at, &merged.by_part);
                }
            }
            table.rows.push(row);
        }
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

/// What was summed up so far.
#[derive(Debug, Default)]
struct Sums {
    stage: Summing,
    // By phrase: where its counts begin (one more than phrases), and the counts.
    starts: Vec<u32>,
    counts: Vec<PartCount>,
    merged: FxHashMap<u32, Merged>,
    stated: FxHashMap<u32, Vec<i32>>,
    summed: Vec<Summed>,
}

/// What is summed up next.
#[derive(Clone, Copy, Debug, Default)]
enum Summing {
    /// The counts of all articles, by phrase.
    #[default]
    Counts,
    /// The forms of one term, and what is stated.
    Forms,
    /// All that is told of a phrase.
    Phrases,
    /// Which phrase weighs more.
    Ranks,
    /// The rows of the table.
    Rows,
}

impl Sums {
    fn of(&self, phrase: u32) -> (u32, u32) {
        (self.starts[phrase as usize], self.starts[phrase as usize + 1])
    }

    fn by_part(&self, phrase: u32) -> &[PartCount] {
        let (from, to) = self.of(phrase);
        &self.counts[from as usize..to as usize]
    }
}

/// The counts of a phrase summed up.
#[derive(Clone, Copy, Debug)]
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
