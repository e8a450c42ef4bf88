//! Named bodies: state, party, associations, media, companies.

use super::{Facts, Mention, Reading};

/// One named body.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Canonical name.
    pub name: String,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// Named bodies: state, party, associations, media, companies.
pub fn organisations(_reading: &Reading, _facts: &Facts) -> Vec<Organisation> {
    Vec::new()
}
