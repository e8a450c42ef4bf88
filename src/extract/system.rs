//! Named policy instruments and digital systems.

use super::{Facts, Mention, Reading};

/// One instrument or system.
#[derive(Clone, Debug)]
pub struct System {
    /// Canonical name.
    pub name: String,
    /// `strategy`, `programme`, `document`, `index`, `database`, `platform` …
    pub category: &'static str,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// Named policy instruments and digital systems.
pub fn systems(_reading: &Reading, _facts: &Facts) -> Vec<System> {
    Vec::new()
}
