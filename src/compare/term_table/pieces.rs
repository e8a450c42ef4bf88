//! Which listed phrases are mere pieces of longer terms, judged by all their places in the corpus.

use crate::compare::ledger::Counted;
use crate::extract::{Standing, standing};

use super::ComparedTerm;

/// How the places of one phrase lie, over all bodies.
#[derive(Clone, Debug, Default)]
struct Places {
    total: u32,
    alone: u32,
    across: u32,
    /// Different longer phrases it stands in, no more than [`MOST_HOLDERS`].
    holders: Vec<u32>,
}

impl Places {
    fn hold(&mut self, holder: u32) {
        if self.holders.len() < MOST_HOLDERS && !self.holders.contains(&holder) {
            self.holders.push(holder);
        }
    }
}

/// A phrase that stands in so many different terms is what they have in common, not a piece of one.
const MOST_HOLDERS: usize = 3;

/// How the places of every row lie.
#[derive(Clone, Debug)]
pub(super) struct Pieces(Vec<Places>);

impl Pieces {
    pub(super) fn new(n_rows: usize) -> Self {
        Self(vec![Places::default(); n_rows])
    }

    /// Takes in the places of one article.
    pub(super) fn add(&mut self, counted: &Counted, row: impl Fn(u32) -> Option<usize>, rows: &[ComparedTerm]) {
        for count in &counted.counts {
            row(count.phrase).into_iter().for_each(|row| self.0[row].total += count.n);
        }
        for &(phrase, n) in &counted.alone {
            row(phrase).into_iter().for_each(|row| self.0[row].alone += n);
        }
        for &(phrase, holder) in &counted.inside {
            row(phrase).into_iter().for_each(|row| self.0[row].hold(holder));
        }
        let weight = |phrase: u32| row(phrase).map_or(0.0, |row| rows[row].weight);
        for place in counted.crossing() {
            let Some(at) = row(place.phrase) else { continue };
            let places = &mut self.0[at];
            match standing(place.holder, place.before, place.after, rows[at].weight, weight) {
                Standing::Alone => places.alone += 1,
                Standing::Across => places.across += 1,
                Standing::Inside(holder) => places.hold(holder),
            }
        }
    }

    /// Marks the rows that are pieces: at most one place in five by itself, and half of the places across the border of a
    /// weightier term, or all inside one longer term, or inside two of which one is weightier.
    ///
    /// After C-value (Frantzi, Ananiadou, Mima 2000), which takes from a phrase the mean count of the terms that hold it.
    pub(super) fn mark(&self, rows: &mut [ComparedTerm], row: impl Fn(u32) -> Option<usize>) {
        for i in 0..rows.len() {
            let places = &self.0[i];
            let heavier = |&holder: &u32| {
                row(holder).and_then(|row| rows.get(row)).is_some_and(|held| held.weight >= rows[i].weight)
            };
            let held = match places.holders.len() {
                0 => false,
                1 => true,
                2 => places.holders.iter().any(heavier),
                _ => false,
            };
            let mostly_held = 5 * places.alone <= places.total && places.total > 0;
            rows[i].is_piece = mostly_held && (held || 2 * places.across >= places.total) && !rows[i].kept;
        }
    }
}
