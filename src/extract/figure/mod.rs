//! Numeric statements.

use crate::base::Span;

use super::{Confidence, Facts, Reading};

/// One number that says something, with unit, bound and period.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Where it stands.
    pub span: Span,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Numeric statements.
pub fn figures(_reading: &Reading, _facts: &Facts) -> Vec<Figure> {
    Vec::new()
}
