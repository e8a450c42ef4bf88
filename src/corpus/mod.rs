//! Many articles as one collection: the analysis of each, and what is counted over all.

mod analysis;
pub mod correction;
mod words;

pub use analysis::{Analysis, Engine};
pub use correction::Corrected;
pub use words::{Border, WordReading};
