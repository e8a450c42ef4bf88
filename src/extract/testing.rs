//! Readings of short texts for tests.

use crate::ingest::{Article, Segment, SegmentRole};
use crate::lexicon::Lexicon;
use crate::segment::Segmenter;

use super::{Facts, Given, Reading, facts};

/// Reads `text` with one body paragraph per line.
pub(crate) fn read(text: &str, check: impl FnOnce(&Reading)) {
    let mut segments = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = crate::base::Span::new(at, at + line.len()).trimmed(text);
        if !span.is_empty() {
            segments.push(Segment { role: SegmentRole::Paragraph, span });
        }
        at += line.len();
    }
    let article = Article { text: text.to_owned(), segments, ..Article::default() };
    let lexicon = Lexicon::default();
    let segmenter = Segmenter::default();
    check(&Reading::new(&lexicon, &segmenter, &article));
}

/// All facts of `text`.
pub(crate) fn read_facts(text: &str, check: impl FnOnce(&Reading, &Facts)) {
    read(text, |reading| check(reading, &facts(reading, &Given::default())));
}
