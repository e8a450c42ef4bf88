//! Vietnamese family names.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Phrases, Tables};
use crate::text::fold;

/// Family names, folded; true for those that are hardly ever another word at the head of a run of capitals.
#[derive(Debug)]
pub struct FamilyNames {
    names: FxHashMap<String, bool>,
    // As English articles write them, in small letters.
    english: FxHashSet<&'static str>,
    /// Whole names of people from other countries.
    pub known: Phrases<()>,
}

impl FamilyNames {
    pub(super) fn new(tables: &Tables) -> Self {
        let known = Phrases::new(tables.rows("known_people").filter_map(|row| Some((*row.first()?, ()))));
        Self {
            known,
            names: tables
                .rows("family_names")
                .filter(|row| row.len() > 1)
                .map(|row| (fold(row[0]), row[1] == "common"))
                .collect(),
            english: tables.rows("family_names").filter_map(|row| row.get(2).copied()).collect(),
        }
    }

    /// Whether the folded syllable is a family name.
    pub fn holds(&self, low: &str) -> bool {
        self.names.contains_key(low)
    }

    /// Whether the word, in small letters, is one as English articles write it: `nguyen`.
    pub fn is_english(&self, low: &str) -> bool {
        self.english.contains(low)
    }

    /// Whether it is one that is hardly ever another word.
    pub fn is_common(&self, low: &str) -> bool {
        self.names.get(low) == Some(&true)
    }
}
