//! Spans in quotation marks, and whose words they are.

use crate::base::Span;

use super::{Confidence, Facts, Reading};

/// One span in quotation marks, without the marks.
#[derive(Clone, Debug)]
pub struct Quote {
    /// Where it stands.
    pub span: Span,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Spans in quotation marks, and whose words they are.
pub fn quotes(_reading: &Reading, _facts: &Facts) -> Vec<Quote> {
    Vec::new()
}
