//! What we know about words: tables compiled into the build, and look-ups on them. Decides nothing.

mod phrases;
mod table;

pub use phrases::Phrases;
pub use table::rows;

/// All tables the engine reads by.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// Reads the tables that are compiled in.
    pub fn new() -> Self {
        Self {}
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new()
    }
}
