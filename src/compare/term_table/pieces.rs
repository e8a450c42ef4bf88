//! Which listed phrases are mere pieces of longer terms, judged by all their places in the corpus.

use crate::extract::{Occurrence, Standing, standings};

use super::ComparedTerm;

/// How the places of one phrase lie, over all bodies.
#[derive(Clone, Debug, Default)]
struct Places {
    total: u32,
    alone: u32,
    across: u32,
    /// Different longer terms it stands in, no more than [`MOST_HOLDERS`].
    holders: Vec<u32>,
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

    /// Takes in the occurrences of one stretch.
    pub(super) fn add(&mut self, found: &[Occurrence], rows: &[ComparedTerm]) {
        let standings = standings(found, |row| rows[row as usize].weight);
        for (occurrence, standing) in found.iter().zip(standings) {
            let places = &mut self.0[occurrence.term as usize];
            places.total += 1;
            match standing {
                Standing::Alone => places.alone += 1,
                Standing::Across => places.across += 1,
                Standing::Inside(holder) => {
                    if places.holders.len() < MOST_HOLDERS && !places.holders.contains(&holder) {
                        places.holders.push(holder);
                    }
                }
            }
        }
    }

    /// Marks the rows that are pieces: at most one place in five by itself, and half of the places across the border of a
    /// weightier term, or all inside one longer term, or inside two of which one is weightier.
    ///
    /// After C-value (Frantzi, Ananiadou, Mima 2000), which takes from a phrase the mean count of the terms that hold it.
    pub(super) fn mark(&self, rows: &mut [ComparedTerm]) {
        for i in 0..rows.len() {
            let places = &self.0[i];
            let heavier = |&holder: &u32| rows[holder as usize].weight >= rows[i].weight;
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
