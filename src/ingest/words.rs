//! The tokens of a short stretch, folded for look-up. Long stretches are read at their head or tail only.

use std::ops::Range;
use std::rc::Rc;

use crate::base::Span;
use crate::lexicon::Phrases;
use crate::text::{Token, TokenKind, Tokenised};

/// The tokens of one stretch: those that lie wholly inside.
#[derive(Clone, Debug)]
pub(super) struct Words<'t> {
    source: Rc<Tokenised<'t>>,
    stretch: Span,
    // Its tokens among those of the source.
    range: Range<usize>,
}

/// Bytes of a long stretch that are read at one end.
const REACH: usize = 700;

/// The head of a long stretch.
fn head(text: &str, stretch: Span) -> Span {
    Span::new(stretch.start(), text.floor_char_boundary(stretch.end().min(stretch.start() + REACH)))
}

impl<'t> Words<'t> {
    /// All tokens of `stretch`, of which nothing else is asked.
    pub(super) fn new(text: &'t str, stretch: Span) -> Self {
        Self::of(&Rc::new(Tokenised::part(text, stretch)), stretch)
    }

    /// The tokens of the head of `stretch`, of which nothing else is asked.
    pub(super) fn head(text: &'t str, stretch: Span) -> Self {
        Self::new(text, head(text, stretch))
    }

    /// The tokens of `stretch`.
    pub(super) fn of(source: &Rc<Tokenised<'t>>, stretch: Span) -> Self {
        let start = source.tokens().partition_point(|t| t.span.start() < stretch.start());
        let n = source.tokens()[start..].partition_point(|t| t.span.end() <= stretch.end());
        Self { source: Rc::clone(source), stretch, range: start..start + n }
    }

    /// The tokens of the head of `stretch`.
    pub(super) fn head_of(source: &Rc<Tokenised<'t>>, stretch: Span) -> Self {
        Self::of(source, head(source.text(), stretch))
    }

    /// The tokens of the tail of `stretch`.
    pub(super) fn tail_of(source: &Rc<Tokenised<'t>>, stretch: Span) -> Self {
        let start = stretch.start().max(stretch.end().saturating_sub(REACH));
        Self::of(source, Span::new(source.text().ceil_char_boundary(start), stretch.end()))
    }

    /// Some of the tokens as words of their own.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let stretch = self.span(range.clone());
        Self { source: Rc::clone(&self.source), stretch, range: self.at(range.start)..self.at(range.end) }
    }

    /// Index of token `i` among those of the source; that of the first after the stretch past the end.
    fn at(&self, i: usize) -> usize {
        self.range.end.min(self.range.start + i)
    }

    fn tokens(&self) -> &[Token] {
        &self.source.tokens()[self.range.clone()]
    }

    /// Number of tokens.
    pub(super) fn n_tokens(&self) -> usize {
        self.range.len()
    }

    /// The folded form of token `i`; empty past the end.
    pub(super) fn low(&self, i: usize) -> &str {
        if i < self.n_tokens() { self.source.folded().get(self.at(i)).unwrap_or_default() } else { "" }
    }

    /// Token `i` as it stands in the text; empty past the end.
    pub(super) fn raw(&self, i: usize) -> &'t str {
        self.tokens().get(i).map_or("", |t| t.span.of(self.source.text()))
    }

    /// What token `i` is made of.
    pub(super) fn kind(&self, i: usize) -> Option<TokenKind> {
        self.tokens().get(i).map(|t| t.kind)
    }

    /// Whether token `i` is a word that begins with a capital letter.
    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.raw(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether token `i` is a word that begins with a small letter.
    pub(super) fn is_small(&self, i: usize) -> bool {
        self.raw(i).chars().next().is_some_and(char::is_lowercase)
    }

    /// Whether white space stands before token `i`.
    pub(super) fn is_spaced(&self, i: usize) -> bool {
        i > 0 && i < self.n_tokens() && self.tokens()[i - 1].span.end() < self.tokens()[i].span.start()
    }

    /// Whether the tokens from `i` on read as `phrase` (folded, single blanks); the index after it.
    pub(super) fn phrase(&self, i: usize, phrase: &str) -> Option<usize> {
        let end = self.source.folded().phrase(self.at(i), phrase)?;
        (end <= self.range.end).then(|| end - self.range.start)
    }

    /// The longest phrase of the table at `i`: the index after it, and its value.
    pub(super) fn longest<T: Copy>(&self, table: &Phrases<T>, i: usize) -> Option<(usize, T)> {
        let (n, value) = table.longest(&self.source.folded().run(self.at(i)..self.range.end))?;
        Some((i + n, value))
    }

    /// From the first to the last of the tokens; empty at the end of the stretch if there is none.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        match (self.tokens().get(range.start), self.tokens().get(range.end.wrapping_sub(1))) {
            (Some(a), Some(b)) if range.start < range.end => a.span.to(b.span),
            _ => Span::new(self.stretch.end(), self.stretch.end()),
        }
    }

    /// Byte where token `i` begins; the end of the stretch past the last.
    pub(super) fn start(&self, i: usize) -> usize {
        self.tokens().get(i).map_or(self.stretch.end(), |t| t.span.start())
    }
}
