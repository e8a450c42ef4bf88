//! Which listed phrases are mere pieces of longer terms, judged by all their places in the corpus.

use crate::compare::ledger::{Counted, Ledger};
use crate::extract::{Standing, standing};

use super::rows::OfPhrase;

/// How the places of one phrase lie, over all bodies.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    alone: u32,
    across: u32,
    /// Different longer phrases it stands in, no more than [`FEW_HOLDERS`]; whether there are others.
    holders: [u32; FEW_HOLDERS],
    n_holders: u32,
    has_more_holders: bool,
    /// Whether one of these weighs as much.
    has_weightier: bool,
    /// What stands before it and behind it in the longer phrases.
    before: Neighbour,
    behind: Neighbour,
}

/// The unit beside a phrase in the longer ones that hold it. In whatever order they come, it ends as the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Neighbour {
    /// None was seen yet.
    #[default]
    Unseen,
    /// The same in all of them.
    Same(u32),
    /// None in some, or not the same.
    Mixed,
}

impl Neighbour {
    fn see(&mut self, unit: Option<&u32>) {
        *self = match (*self, unit) {
            (Self::Unseen, Some(&unit)) => Self::Same(unit),
            (Self::Same(known), Some(&unit)) if known == unit => *self,
            _ => Self::Mixed,
        };
    }

    fn is_one(self) -> bool {
        matches!(self, Self::Same(_))
    }
}

/// A phrase of more longer ones is what they have in common, not a piece of one, unless they go on from it alike.
const FEW_HOLDERS: usize = 2;

/// How the places of every phrase lie.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    places: Vec<Places>,
    of: &'a [OfPhrase],
    ledger: &'a Ledger,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(of: &'a [OfPhrase], ledger: &'a Ledger) -> Self {
        Self { places: vec![Places::default(); of.len()], of, ledger }
    }

    /// Takes in the places of one article.
    pub(super) fn add(&mut self, counted: &Counted) {
        for &(phrase, n) in &counted.alone {
            self.places[phrase as usize].alone += n;
        }
        for &(phrase, holder) in &counted.inside {
            self.hold(phrase, holder);
        }
        let of = self.of;
        let weight = |phrase: u32| of[phrase as usize].weight;
        for place in counted.crossing() {
            let places = &mut self.places[place.phrase as usize];
            match standing(place.holder, place.before, place.after, weight(place.phrase), weight) {
                Standing::Alone => places.alone += 1,
                Standing::Across => places.across += 1,
                Standing::Inside(holder) => self.hold(place.phrase, holder),
            }
        }
    }

    /// Takes in that a phrase stands in a longer one.
    fn hold(&mut self, phrase: u32, holder: u32) {
        let places = &mut self.places[phrase as usize];
        let n = places.n_holders as usize;
        if !places.holders[..n].contains(&holder) {
            match places.holders.get_mut(n) {
                Some(free) => (*free, places.n_holders) = (holder, places.n_holders + 1),
                None => places.has_more_holders = true,
            }
        }
        places.has_weightier |= self.of[holder as usize].weight >= self.of[phrase as usize].weight;
        let (own, units) = (self.ledger.units(phrase), self.ledger.units(holder));
        let at = units.windows(own.len().max(1)).position(|window| window == own);
        places.before.see(at.and_then(|at| units.get(at.checked_sub(1)?)));
        places.behind.see(at.and_then(|at| units.get(at + own.len())));
    }

    /// Whether a phrase that stands at so many places is a piece: at most one place in five by itself, and half of the places
    /// across the border of a weightier term, or all inside one longer term, or inside several of which one is weightier; more
    /// than two have to go on from it alike, as `chuyển đổi số` and `chuyển đổi số quốc gia` from `đổi số`.
    ///
    /// After C-value (Frantzi, Ananiadou, Mima 2000), which takes from a phrase the mean count of the terms that hold it.
    pub(super) fn is_piece(&self, phrase: u32, total: u32) -> bool {
        let places = &self.places[phrase as usize];
        let goes_on_alike = || places.before.is_one() || places.behind.is_one();
        let held = || match (places.n_holders, places.has_more_holders) {
            (0, _) => false,
            (1, _) => true,
            (_, false) => places.has_weightier,
            (_, true) => places.has_weightier && goes_on_alike(),
        };
        let mostly_held = 5 * places.alone <= total && total > 0;
        mostly_held && (2 * places.across >= total || held())
    }
}
