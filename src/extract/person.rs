//! People and the offices they are given.

use crate::base::Span;

use super::{Facts, Mention, Reading};

/// One person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Canonical name.
    pub name: String,
    /// Offices and functions, each as the text gives it.
    pub roles: Vec<String>,
    /// `person`, `photographer` or `unnamed_office_holder`.
    pub category: &'static str,
    /// The bare name, wherever it stands: the mentions without their titles.
    pub names: Vec<Span>,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// People and the offices they are given.
pub fn people(_reading: &Reading, _facts: &Facts) -> Vec<Person> {
    Vec::new()
}
