//! What holds for every text: composing, folding, tokens, sentences, UTF-16 offsets. Knows no word.

mod address;
mod compose;
mod fold;
mod folded;
mod gate;
mod lower;
mod scan;
mod sentence;
mod tokenised;
mod utf16;
mod words;

pub use compose::{Compose, Composed, compose};
pub use fold::{fold, fold_into, fold_words, search_key, tone};
pub use folded::{Folded, Row, Run};
pub use gate::{Mark, Openers, PhraseList};
pub use lower::{has_letter, is_capital, is_letter, lower_into};
pub use scan::{Token, TokenKind, tokens, tokens_into};
pub use sentence::sentences;
pub use tokenised::Tokenised;
pub use utf16::Utf16Index;
pub use words::{holds_words, n_words, words};
