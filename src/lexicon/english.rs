//! Words around English names.

use super::{Phrases, Tables};

/// What a word says about the capitals beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EnglishWord {
    /// Heads the name of a body: `Ministry`.
    Body,
    /// Heads the name of a place: `City`.
    Place,
    /// Stands before a personal name, and names an office after it: `Prime Minister`, `chairman`.
    Title,
    /// Names an office after a personal name: `head of …`.
    Role,
    /// Begins a sentence and is no part of a name: `The`.
    Opener,
}

/// Reads the table.
pub(super) fn english_words(tables: &Tables) -> Phrases<EnglishWord> {
    Phrases::new(tables.rows("english_names").filter_map(|row| {
        let [phrase, class] = row[..] else { return None };
        let word = match class {
            "body" => EnglishWord::Body,
            "place" => EnglishWord::Place,
            "title" => EnglishWord::Title,
            "role" => EnglishWord::Role,
            "opener" => EnglishWord::Opener,
            _ => return None,
        };
        Some((phrase, word))
    }))
}
