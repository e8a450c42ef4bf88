//! Spans of one article as the document gives them: UTF-16 offsets, line, words, zone.

use std::cell::OnceCell;

use crate::base::Span;
use crate::ingest::{Article, Zone};
use crate::text::Utf16Index;

/// Turns spans of one article into offsets of the document.
#[derive(Debug)]
pub struct Locator<'a> {
    article: &'a Article,
    utf16: OnceCell<Utf16Index>,
    // Byte offset of each line's first character.
    lines: OnceCell<Vec<usize>>,
}

impl<'a> Locator<'a> {
    /// Reads the article's text once, when it is asked.
    pub fn new(article: &'a Article) -> Self {
        Self { article, utf16: OnceCell::new(), lines: OnceCell::new() }
    }

    // The text is read when the first offset is asked for: of most articles no view shows a place.
    fn utf16(&self) -> &Utf16Index {
        self.utf16.get_or_init(|| Utf16Index::new(&self.article.text))
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let breaks = self.article.text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1);
            std::iter::once(0).chain(breaks).collect()
        })
    }

    /// The words of the span, as the text has them.
    pub fn text(&self, span: Span) -> &'a str {
        span.of(&self.article.text)
    }

    /// First UTF-16 unit of the span.
    pub fn start(&self, span: Span) -> u32 {
        self.utf16().offset(&self.article.text, span.start())
    }

    /// UTF-16 unit after its last.
    pub fn end(&self, span: Span) -> u32 {
        self.utf16().offset(&self.article.text, span.end())
    }

    /// The byte of a UTF-16 unit; the end of the text for one beyond it.
    pub fn byte(&self, unit: u32) -> usize {
        self.utf16().byte(&self.article.text, unit)
    }

    /// 1-based physical line on which it starts.
    pub fn line(&self, span: Span) -> u32 {
        self.lines().partition_point(|&at| at <= span.start()) as u32
    }

    /// `body` or `boilerplate`.
    pub fn zone(&self, span: Span) -> &'static str {
        match self.article.zone(span.start()) {
            Zone::Body => "body",
            Zone::Boilerplate => "boilerplate",
        }
    }
}
