//! Many articles as one collection: the analysis of each, and what is counted over all.

mod analysis;

pub use analysis::{Analysis, Engine};
