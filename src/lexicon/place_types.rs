//! Words that say what a place is.

use super::{Phrases, Tables};

/// Words before the name of a place.
#[derive(Debug)]
pub struct PlaceTypes {
    /// Word by word the administrative level that it gives: `huyện`.
    pub levels: Phrases<&'static str>,
    /// What may stand between that word and the name: `vùng cao`.
    pub descriptions: Phrases<()>,
}

/// Class of the rows that give no level.
const DESCRIPTION: &str = "description";

impl PlaceTypes {
    pub(super) fn new(tables: &Tables) -> Self {
        let rows = || tables.rows("place_types").filter(|row| row.len() == 2);
        Self {
            levels: Phrases::new(rows().filter(|row| row[1] != DESCRIPTION).map(|row| (row[0], row[1]))),
            descriptions: Phrases::new(rows().filter(|row| row[1] == DESCRIPTION).map(|row| (row[0], ()))),
        }
    }
}
