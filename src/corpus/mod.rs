//! Many articles as one collection: the analysis of each, and what is counted over all.

mod analysis;
mod words;

pub use analysis::{Analysis, Engine};
pub use words::{Border, WordReading};
