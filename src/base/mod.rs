//! Vocabulary of the engine: spans, civil days. Knows nothing of language.

mod day;
mod span;

pub use day::{Day, days_in_month};
pub use span::Span;
