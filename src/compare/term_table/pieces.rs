//! Which listed phrases are mere pieces of longer terms, judged by all their places in the corpus.

use crate::compare::ledger::Counted;
use crate::extract::{Standing, standing};

use super::rows::OfPhrase;

/// How the places of one phrase lie, over all bodies.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    alone: u32,
    across: u32,
    /// Different longer phrases it stands in, no more than [`MOST_HOLDERS`].
    holders: [u32; MOST_HOLDERS],
    n_holders: u32,
}

impl Places {
    fn holders(&self) -> &[u32] {
        &self.holders[..self.n_holders as usize]
    }

    fn hold(&mut self, holder: u32) {
        if self.holders().len() < MOST_HOLDERS && !self.holders().contains(&holder) {
            self.holders[self.n_holders as usize] = holder;
            self.n_holders += 1;
        }
    }
}

/// A phrase that stands in so many different terms is what they have in common, not a piece of one.
const MOST_HOLDERS: usize = 3;

/// How the places of every phrase lie.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    places: Vec<Places>,
    of: &'a [OfPhrase],
}

impl<'a> Pieces<'a> {
    pub(super) fn new(of: &'a [OfPhrase]) -> Self {
        Self { places: vec![Places::default(); of.len()], of }
    }

    /// Takes in the places of one article.
    pub(super) fn add(&mut self, counted: &Counted) {
        for &(phrase, n) in &counted.alone {
            self.places[phrase as usize].alone += n;
        }
        for &(phrase, holder) in &counted.inside {
            self.places[phrase as usize].hold(holder);
        }
        let weight = |phrase: u32| self.of[phrase as usize].weight;
        for place in counted.crossing() {
            let places = &mut self.places[place.phrase as usize];
            match standing(place.holder, place.before, place.after, weight(place.phrase), weight) {
                Standing::Alone => places.alone += 1,
                Standing::Across => places.across += 1,
                Standing::Inside(holder) => places.hold(holder),
            }
        }
    }

    /// Whether a phrase that stands at so many places is a piece: at most one place in five by itself, and half of the places
    /// across the border of a weightier term, or all inside one longer term, or inside two of which one is weightier.
    ///
    /// After C-value (Frantzi, Ananiadou, Mima 2000), which takes from a phrase the mean count of the terms that hold it.
    pub(super) fn is_piece(&self, phrase: u32, total: u32) -> bool {
        let places = &self.places[phrase as usize];
        let own = self.of[phrase as usize].weight;
        let held = match places.holders() {
            [_] => true,
            both @ [_, _] => both.iter().any(|&holder| self.of[holder as usize].weight >= own),
            _ => false,
        };
        let mostly_held = 5 * places.alone <= total && total > 0;
        mostly_held && (held || 2 * places.across >= total)
    }
}
