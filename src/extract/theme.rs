//! Statements that give a year its theme.

use crate::base::Span;

use super::{Confidence, Facts, Reading};

/// One stated theme of a year.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Where it stands.
    pub span: Span,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Statements that give a year its theme.
pub fn themes(_reading: &Reading, _facts: &Facts) -> Vec<Theme> {
    Vec::new()
}
