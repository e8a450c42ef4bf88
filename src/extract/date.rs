//! Expressions of time, resolved against the article's date.

use crate::base::Span;

use super::{Confidence, Meta, Reading};

/// One expression of time.
#[derive(Clone, Debug)]
pub struct DateExpression {
    /// Where it stands: the shortest phrase with its calendar noun.
    pub span: Span,
    /// ISO 8601 value, or `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
    pub value: Option<String>,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Expressions of time, in order.
pub fn dates(_reading: &Reading, _meta: &Meta) -> Vec<DateExpression> {
    Vec::new()
}
