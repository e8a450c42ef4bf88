//! Vocabulary of the engine: spans, civil days, checksums. Knows nothing of language.

mod crc;
mod day;
mod pack;
mod room;
mod sort;
mod span;
mod stored;

pub use crc::crc32;
pub use day::{Day, days_in_month};
pub use pack::PackError;
pub use room::Room;
pub use sort::{Arrange, ascending};
pub use span::Span;
pub use stored::{Code, as_json, code, some_code};
