//! Vietnamese family names.

use rustc_hash::FxHashMap;

use super::{Phrases, Tables};
use crate::text::fold;

/// Family names, folded; true for those that are hardly ever another word at the head of a run of capitals.
#[derive(Debug)]
pub struct FamilyNames {
    names: FxHashMap<String, bool>,
    /// Whole names of people from other countries.
    pub known: Phrases<()>,
}

impl FamilyNames {
    pub(super) fn new(tables: &Tables) -> Self {
        let table = tables.rows("family_names");
        let known = Phrases::new(tables.rows("known_people").filter_map(|row| Some((*row.first()?, ()))));
        Self {
            known,
            names: table.filter(|row| row.len() == 2).map(|row| (fold(row[0]), row[1] == "common")).collect(),
        }
    }

    /// Whether the folded syllable is a family name.
    pub fn holds(&self, low: &str) -> bool {
        self.names.contains_key(low)
    }

    /// Whether it is one that is hardly ever another word.
    pub fn is_common(&self, low: &str) -> bool {
        self.names.get(low) == Some(&true)
    }
}
