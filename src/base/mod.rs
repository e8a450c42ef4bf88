//! Vocabulary of the engine: spans, civil days. Knows nothing of language.

mod day;
mod sort;
mod span;

pub use day::{Day, days_in_month};
pub use sort::Arrange;
pub use span::Span;
