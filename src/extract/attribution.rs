//! Reported speech without quotation marks.

use crate::base::Span;

use super::{Confidence, Facts, Reading};

/// One reported clause.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// Where it stands.
    pub span: Span,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Reported speech without quotation marks.
pub fn attributions(_reading: &Reading, _facts: &Facts) -> Vec<Attribution> {
    Vec::new()
}
