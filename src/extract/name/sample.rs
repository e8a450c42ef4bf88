//! Facts of short texts, for the tests of this layer.

use crate::extract::{Facts, Given, Reading, facts};
use crate::ingest::{Article, Segment, SegmentRole};
use crate::lexicon::Lexicon;
use crate::segment::Segmenter;

/// The facts of a text that is one paragraph.
pub(crate) fn facts_of(text: &str) -> Facts {
    let segment = Segment { role: SegmentRole::Paragraph, span: crate::base::Span::new(0, text.len()) };
    let article = Article { text: text.to_owned(), segments: vec![segment], ..Article::default() };
    let lexicon = Lexicon::default();
    let segmenter = Segmenter::default();
    facts(&Reading::new(&lexicon, &segmenter, &article), &Given::default())
}
