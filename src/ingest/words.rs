//! The tokens of a short stretch, folded for look-up. Long stretches are read at their head or tail only.

use std::cell::OnceCell;
use std::ops::Range;

use crate::base::Span;
use crate::lexicon::Phrases;
use crate::text::{Folded, Token, TokenKind, first_tokens};

/// The tokens of one stretch.
#[derive(Debug)]
pub(super) struct Words<'t> {
    text: &'t str,
    stretch: Span,
    tokens: Vec<Token>,
    // Folded when it is asked for: many stretches are known by their letters.
    folded: OnceCell<Folded>,
}

/// Bytes of a long stretch that are read at one end.
const REACH: usize = 700;

impl<'t> Words<'t> {
    /// All tokens of `stretch`.
    pub(super) fn new(text: &'t str, stretch: Span) -> Self {
        Self::first(text, stretch, usize::MAX)
    }

    /// The first `most` tokens of `stretch`.
    pub(super) fn first(text: &'t str, stretch: Span, most: usize) -> Self {
        let at = stretch.start();
        let mut tokens = first_tokens(stretch.of(text), most);
        for t in &mut tokens {
            t.span = Span::new(at + t.span.start(), at + t.span.end());
        }
        Self { text, stretch, tokens, folded: OnceCell::new() }
    }

    /// The tokens of the head of `stretch`.
    pub(super) fn head(text: &'t str, stretch: Span) -> Self {
        Self::new(
            text,
            Span::new(stretch.start(), text.floor_char_boundary(stretch.end().min(stretch.start() + REACH))),
        )
    }

    /// The tokens of the tail of `stretch`.
    pub(super) fn tail(text: &'t str, stretch: Span) -> Self {
        Self::new(
            text,
            Span::new(text.ceil_char_boundary(stretch.start().max(stretch.end().saturating_sub(REACH))), stretch.end()),
        )
    }

    /// Number of tokens.
    pub(super) fn n_tokens(&self) -> usize {
        self.tokens.len()
    }

    /// The folded form of token `i`; empty past the end.
    pub(super) fn low(&self, i: usize) -> &str {
        self.folded().get(i).unwrap_or_default()
    }

    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::new(self.text, &self.tokens))
    }

    /// Token `i` as it stands in the text; empty past the end.
    pub(super) fn raw(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// What token `i` is made of.
    pub(super) fn kind(&self, i: usize) -> Option<TokenKind> {
        self.tokens.get(i).map(|t| t.kind)
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
        i > 0 && i < self.n_tokens() && self.tokens[i - 1].span.end() < self.tokens[i].span.start()
    }

    /// Whether the tokens from `i` on read as `phrase` (folded, single blanks); the index after it.
    pub(super) fn phrase(&self, i: usize, phrase: &str) -> Option<usize> {
        self.folded().phrase(i, phrase)
    }

    /// The longest phrase of the table at `i`: the index after it, and its value.
    pub(super) fn longest<T: Copy>(&self, table: &Phrases<T>, i: usize) -> Option<(usize, T)> {
        let folded = self.folded();
        let (n, value) = table.longest(|k| folded.get(i + k))?;
        Some((i + n, value))
    }

    /// From the first to the last of the tokens; empty at the end of the stretch if there is none.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        match (self.tokens.get(range.start), self.tokens.get(range.end.wrapping_sub(1))) {
            (Some(a), Some(b)) if range.start < range.end => a.span.to(b.span),
            _ => Span::new(self.stretch.end(), self.stretch.end()),
        }
    }

    /// Byte where token `i` begins; the end of the stretch past the last.
    pub(super) fn start(&self, i: usize) -> usize {
        self.tokens.get(i).map_or(self.stretch.end(), |t| t.span.start())
    }
}
