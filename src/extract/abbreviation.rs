//! Short forms and what they stand for.

use super::Reading;

/// One short form.
#[derive(Clone, Debug)]
pub struct Abbreviation {
    /// As written: `TT&TT`.
    pub short: String,
}

/// Short forms and what they stand for.
pub fn abbreviations(_reading: &Reading) -> Vec<Abbreviation> {
    Vec::new()
}
