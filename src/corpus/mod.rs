//! Many articles as one collection: the analysis of each, and what is counted over all.

mod analysis;
mod clock;
pub mod correction;
mod parts;
mod sketch;
mod words;

pub use analysis::{Analysis, Engine, Versions, syllables};
pub use clock::Clock;
pub use correction::Corrected;
pub use parts::{Part, Parts, Stretch, YearReason};
pub use sketch::Sketch;
pub use words::{Border, WordReading};
