//! People and the offices they are given.

use super::{Facts, Mention, Reading};

/// One person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Canonical name.
    pub name: String,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// People and the offices they are given.
pub fn people(_reading: &Reading, _facts: &Facts) -> Vec<Person> {
    Vec::new()
}
