//! Stretches of text that a name has taken.

use crate::base::{Arrange, Span};

/// Stretches already spoken for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken {
    // Ascending by start; stretches may lie inside others, so the furthest end so far is kept beside each.
    spans: Vec<(Span, usize)>,
}

impl Taken {
    /// From stretches in any order.
    pub(crate) fn new(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut spans: Vec<(Span, usize)> = spans.into_iter().map(|s| (s, 0)).collect();
        spans.arrange();
        let mut reach = 0;
        for (span, furthest) in &mut spans {
            reach = reach.max(span.end());
            *furthest = reach;
        }
        Self { spans }
    }

    /// Whether the byte lies in one of them.
    pub(crate) fn holds(&self, at: usize) -> bool {
        let after = self.spans.partition_point(|(s, _)| s.start() <= at);
        after > 0 && self.spans[after - 1].1 > at
    }
}
