//! What can be a phrase of the dictionary.

use crate::base::Span;
use crate::text::{TokenKind, fold_into, tokens};

/// Tokens of a phrase, at most.
pub(super) const MAX_TOKENS: usize = 12;
/// Bytes of a phrase, at most.
const MAX_BYTES: usize = 240;

/// Why words are no phrase of the dictionary.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PhraseError {
    /// It has no letter or digit.
    Empty,
    /// It is longer than a dozen words.
    Long,
    /// It holds a mark that is not tied to words at both sides, or a sign that is no text.
    Sign,
    /// It has one syllable, which cannot be joined or split.
    Single,
    /// The dictionary is full.
    Full {
        /// Most entries.
        limit: u32,
    },
}

/// A phrase that was read.
pub(super) struct Phrase {
    /// Folded, with single blanks.
    pub(super) key: String,
    /// As written, with single blanks.
    pub(super) shown: String,
    pub(super) n_tokens: usize,
}

impl Phrase {
    /// Reads a phrase: words and numbers with blanks between, and marks that touch words at both sides (`TT&TT`,
    /// `COVID-19`). `_` stands for a blank.
    pub(super) fn read(words: &str) -> Result<Self, PhraseError> {
        if words.len() > MAX_BYTES {
            return Err(PhraseError::Long);
        }
        if words.contains(|c: char| c.is_control() && !c.is_whitespace() || is_hidden(c)) {
            return Err(PhraseError::Sign);
        }
        let shown = words.replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let tokens = tokens(&shown);
        if tokens.is_empty() || !shown.chars().any(char::is_alphanumeric) {
            return Err(PhraseError::Empty);
        }
        if tokens.len() > MAX_TOKENS {
            return Err(PhraseError::Long);
        }
        let is_tied = |i: usize| {
            let [before, after] =
                [i.wrapping_sub(1), i + 1].map(|at| tokens.get(at).filter(|t| t.kind != TokenKind::Mark));
            let touches = |a: Span, b: Span| a.end() == b.start();
            before.is_some_and(|t| touches(t.span, tokens[i].span))
                && after.is_some_and(|t| touches(tokens[i].span, t.span))
        };
        if (0..tokens.len()).any(|i| tokens[i].kind == TokenKind::Mark && !is_tied(i)) {
            return Err(PhraseError::Sign);
        }
        let n_tokens = tokens.len();
        Ok(Self { key: key(&shown), shown, n_tokens })
    }
}

/// Signs that cannot be seen and would make two phrases that look alike differ, or turn the direction of a line.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Folded token by token, with single blanks where blanks stand.
pub(super) fn key(phrase: &str) -> String {
    let mut key = String::with_capacity(phrase.len());
    let mut end = 0;
    for token in tokens(phrase) {
        if token.span.start() > end && !key.is_empty() {
            key.push(' ');
        }
        fold_into(token.span.of(phrase), &mut key);
        end = token.span.end();
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Result<&str, PhraseError>) {
        assert_eq!(Phrase::read(words).map(|p| p.shown).as_deref().map_err(|e| *e), expected, "{words:?}");
    }

    #[test]
    fn takes_words_and_tied_marks() {
        check("  nuôi   biển ", Ok("nuôi biển"));
        check("nuôi_biển", Ok("nuôi biển"));
        check("COVID-19", Ok("COVID-19"));
        check("Sở TT&TT", Ok("Sở TT&TT"));
        check("năm 2024", Ok("năm 2024"));
        check("<b>", Err(PhraseError::Sign));
    }

    #[test]
    fn refuses_what_is_no_phrase() {
        check("", Err(PhraseError::Empty));
        check(" - ", Err(PhraseError::Empty));
        check("ti, lê", Err(PhraseError::Sign));
        check("nuôi\u{200b}biển", Err(PhraseError::Sign));
        check("nuôi\u{202e} biển", Err(PhraseError::Sign));
        check("a b c d e f g h i k l m n", Err(PhraseError::Long));
        check(&"a".repeat(300), Err(PhraseError::Long));
    }
}
