//! A stretch of one text.

use std::ops::Range;

/// A stretch of one text, in bytes of its UTF-8 form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Span {
    // Invariant: start <= end; both lie on character boundaries of the text they speak of.
    start: u32,
    end: u32,
}

impl Span {
    /// The stretch from `start` to `end`; an `end` before `start` gives the empty stretch at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end.max(start) as u32 }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range of indices.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The words of `text` that it covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether the byte at `at` lies inside.
    pub fn holds(self, at: usize) -> bool {
        self.start() <= at && at < self.end()
    }

    /// Whether `other` lies wholly inside.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// From the first byte of either to the last of either.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Without white space (also no-break spaces) at both ends.
    pub fn trimmed(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start() + (inner.len() - inner.trim_start().len());
        Span::new(start, start + inner.trim().len())
    }
}
