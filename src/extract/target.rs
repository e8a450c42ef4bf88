//! Commitments for the future.

use crate::base::Span;

use super::{Confidence, Facts, Reading};

/// One commitment.
#[derive(Clone, Debug)]
pub struct Target {
    /// Where it stands.
    pub span: Span,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Commitments for the future.
pub fn targets(_reading: &Reading, _facts: &Facts) -> Vec<Target> {
    Vec::new()
}
