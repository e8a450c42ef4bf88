//! Conferences and sessions that the article reports on.

use crate::base::Span;

use super::{Confidence, Facts, Reading};

/// One event.
#[derive(Clone, Debug)]
pub struct Event {
    /// Where it stands.
    pub span: Span,
    /// Name of the rule that found it.
    pub rule: &'static str,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Conferences and sessions that the article reports on.
pub fn events(_reading: &Reading, _facts: &Facts) -> Vec<Event> {
    Vec::new()
}
