//! Lists of priorities, pillars, tasks in prose.

use crate::base::Span;

use super::{Confidence, Facts, Reading};

/// One list; the span is that of its label.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// Where it stands.
    pub span: Span,
    /// Its items, in order.
    pub items: Vec<Item>,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Lists of priorities, pillars, tasks in prose.
pub fn enumerations(_reading: &Reading, _facts: &Facts) -> Vec<Enumeration> {
    Vec::new()
}

/// One item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where it stands.
    pub span: Span,
}
