//! Lines classed as body or set aside.

use crate::base::Span;

use super::{Article, Segment, SegmentRole};

/// Classes the lines of a composed text.
pub fn article(text: String) -> Article {
    let mut segments = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let span = Span::new(at, at + line.len()).trimmed(&text);
        if !span.is_empty() {
            segments.push(Segment { role: SegmentRole::Paragraph, span });
        }
        at += line.len() + 1;
    }
    Article { text, segments, set_aside: Vec::new() }
}
