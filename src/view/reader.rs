//! One article to read, its facts marked.

use serde::{Deserialize, Serialize};

use crate::base::{Arrange, Span};
use crate::ingest::{Article, SegmentRole};

use super::document::{Locator, set_aside_code};
use super::fact_rows::located;
use super::{ArticleRow, CorrectionRow, Entry, FactRow};

/// What a block of the page is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum BlockKind {
    /// Headline.
    Title,
    /// Opening summary.
    Lead,
    /// Heading inside the text.
    Heading,
    /// Paragraph.
    Paragraph,
    /// Not body text.
    SetAside {
        /// Code of the reason: `caption`, `nav`, …
        reason: String,
    },
}

/// Words that belong to the same facts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// First UTF-16 unit in the article's text.
    pub start: u32,
    /// The words.
    pub text: String,
    /// Ids of the facts that cover them, widest first.
    pub facts: Vec<u32>,
}

/// One block of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, cut where facts begin and end.
    pub runs: Vec<Run>,
}

/// One article to read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleView {
    /// The article in the list.
    pub row: ArticleRow,
    /// The page, top to bottom.
    pub blocks: Vec<Block>,
    /// Its facts; a run names them by their `id`.
    pub facts: Vec<FactRow>,
    /// Where words begin and end, in UTF-16 units of the text, ascending; words without letter or digit are left out.
    pub words: Vec<(u32, u32)>,
    /// The whole text, for editing.
    pub text: String,
    /// What the reader said of its facts, in the order in which it was said.
    pub corrections: Vec<CorrectionRow>,
}

/// The article to read; `words` are those of its text.
pub fn article_view(entry: &Entry, words: &[Span]) -> ArticleView {
    let article = &entry.analysis.article;
    let at = Locator::new(article);
    let (facts, marks) = located(entry, &at);
    let mut rest = marks.as_slice();
    let block = |(kind, span): (BlockKind, Span)| {
        let past = rest.iter().take_while(|(mark, _)| mark.end() <= span.start()).count();
        rest = &rest[past..];
        Block { kind, runs: runs(&at, span, rest) }
    };
    let corrections = super::corrections(entry);
    let blocks = stretches(article).into_iter().map(block).collect();
    let words = words.iter().map(|&word| (at.start(word), at.end(word))).collect();
    ArticleView { row: super::article_row(entry), blocks, facts, words, text: article.text.clone(), corrections }
}

/// Segments and what was set aside, in text order.
fn stretches(article: &Article) -> Vec<(BlockKind, Span)> {
    let body = article.segments.iter().map(|s| {
        let kind = match s.role {
            SegmentRole::Title => BlockKind::Title,
            SegmentRole::Lead => BlockKind::Lead,
            SegmentRole::Heading => BlockKind::Heading,
            SegmentRole::Paragraph => BlockKind::Paragraph,
        };
        (kind, s.span)
    });
    let aside = article.set_aside.iter().filter(|s| !s.sub);
    let aside = aside.map(|s| (BlockKind::SetAside { reason: set_aside_code(s.kind).to_owned() }, s.span));
    let mut out: Vec<_> = body.chain(aside).collect();
    out.arrange_by_key(|(_, span)| *span);
    out
}

/// The stretch cut where marks begin and end. `marks` are sorted by start.
fn runs(at: &Locator, stretch: Span, marks: &[(Span, u32)]) -> Vec<Run> {
    let until = marks.partition_point(|(span, _)| span.start() < stretch.end());
    let inside: Vec<(Span, u32)> = marks[..until]
        .iter()
        .filter(|(span, _)| span.overlaps(stretch))
        .map(|&(span, id)| (Span::new(span.start().max(stretch.start()), span.end().min(stretch.end())), id))
        .collect();
    let mut cuts: Vec<usize> = inside.iter().flat_map(|(span, _)| [span.start(), span.end()]).collect();
    cuts.extend([stretch.start(), stretch.end()]);
    cuts.arrange();
    cuts.dedup();
    let mut open: Vec<(Span, u32)> = Vec::new();
    let mut waiting = inside.iter().peekable();
    let mut out = Vec::new();
    for pair in cuts.windows(2) {
        let piece = Span::new(pair[0], pair[1]);
        open.retain(|(span, _)| span.end() > piece.start());
        while let Some(mark) = waiting.next_if(|(span, _)| span.start() <= piece.start()) {
            open.push(*mark);
        }
        open.arrange_by_key(|(span, id)| (std::cmp::Reverse(span.len()), *id));
        let mut facts: Vec<u32> = Vec::with_capacity(open.len());
        for (_, id) in &open {
            if !facts.contains(id) {
                facts.push(*id);
            }
        }
        out.push(Run { start: at.start(piece), text: at.text(piece).to_owned(), facts });
    }
    out
}
