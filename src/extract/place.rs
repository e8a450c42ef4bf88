//! Countries, provinces, districts, communes, villages.

use super::{Facts, Mention, Reading};

/// One place.
#[derive(Clone, Debug)]
pub struct Place {
    /// Canonical name.
    pub name: String,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// Countries, provinces, districts, communes, villages.
pub fn places(_reading: &Reading, _facts: &Facts) -> Vec<Place> {
    Vec::new()
}
