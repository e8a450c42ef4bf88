//! Numerals: digits and number words, read to a value. Shared by dates and figures.

mod digits;
mod words;

pub(super) use digits::whole;
pub(super) use words::small_number;
