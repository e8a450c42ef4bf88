//! Where words begin and end: joins the syllables of a text to words.

mod segmenter;

pub use segmenter::{PackError, Segmenter};
