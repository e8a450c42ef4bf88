//! Where words begin and end: joins the syllables of a text to words.
//!
//! Every gap between two syllables is judged by itself, from a linear model over the syllables around it, the shapes of
//! their letters and the entries of a word list that cover it (`docs/words.md`). Tokens that touch are joined by rule.

mod explain;
mod glue;
mod model;
mod pack;
mod runs;
mod segmenter;
mod syllables;

pub use crate::base::PackError;
pub use explain::{Explained, Reason};
pub use segmenter::Segmenter;
