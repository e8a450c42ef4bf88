//! A text with its tokens, taken apart once for all who look at it.

use std::cell::OnceCell;

use crate::base::Span;

use super::{Folded, Token, tokens};

/// A text with its tokens.
#[derive(Clone, Debug)]
pub struct Tokenised<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    // Folded when it is asked for: much is known by the letters alone.
    folded: OnceCell<Folded<'t>>,
}

impl<'t> Tokenised<'t> {
    /// The text with all its tokens.
    pub fn new(text: &'t str) -> Self {
        Self { text, tokens: tokens(text), folded: OnceCell::new() }
    }

    /// The text with the tokens of one stretch, as it would have them by itself.
    pub fn part(text: &'t str, stretch: Span) -> Self {
        let mut part = Self::new(stretch.of(text));
        for token in &mut part.tokens {
            token.span = Span::new(stretch.start() + token.span.start(), stretch.start() + token.span.end());
        }
        Self { text, ..part }
    }

    /// The text itself.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Its tokens.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Their folded forms.
    pub fn folded(&self) -> &Folded<'t> {
        self.folded.get_or_init(|| Folded::new(self.text, &self.tokens))
    }

    /// The tokens and their folded forms.
    pub fn into_parts(self) -> (Vec<Token>, Folded<'t>) {
        let folded = self.folded.into_inner().unwrap_or_else(|| Folded::new(self.text, &self.tokens));
        (self.tokens, folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_keeps_its_place() {
        let text = "Chợ Mới: hoà thuận";
        let part = Tokenised::part(text, Span::new(text.find("hoà").unwrap(), text.len()));
        assert!(part.tokens().iter().map(|t| t.span.of(text)).eq(["hoà", "thuận"]));
        assert_eq!((part.text(), part.folded().get(0)), (text, Some("hòa")));
        let (tokens, folded) = Tokenised::new(text).into_parts();
        assert_eq!((tokens.len(), folded.get(3)), (5, Some("hòa")));
    }
}
