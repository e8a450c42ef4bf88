//! Numerals: digits, number words and multiplier words, read to a value. Shared by dates and figures.

mod digits;
mod numeral;
mod words;

pub(super) use digits::whole;
pub(super) use numeral::{Form, Language, Numeral, numeral};
pub(super) use words::{FIRST_WORDS, small_number};
