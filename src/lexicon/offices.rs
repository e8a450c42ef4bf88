//! Offices, ranks, occupations, academic titles and forms of address.

use super::{Phrases, Tables};

/// What a word before or after a person's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Office {
    /// An office, function, rank or occupation: `Bộ trưởng`.
    Office,
    /// An academic title: `PGS.TS`.
    Degree,
    /// A form of address: `ông`.
    Address,
    /// A word before an office: `nguyên`.
    Prefix,
}

/// Words around people's names.
#[derive(Debug)]
pub struct Offices {
    /// Offices, titles, forms of address.
    pub words: Phrases<Office>,
    /// Words that may follow an office and are part of it: `Chính phủ`, `thường trực`.
    pub complements: Phrases<()>,
}

impl Offices {
    pub(super) fn new(tables: &Tables) -> Self {
        let mut words = Vec::new();
        let mut complements = Vec::new();
        for row in tables.rows("offices") {
            match row[..] {
                [word, "office"] => words.push((word, Office::Office)),
                [word, "degree"] => words.push((word, Office::Degree)),
                [word, "address"] => words.push((word, Office::Address)),
                [word, "prefix"] => words.push((word, Office::Prefix)),
                [word, "complement"] => complements.push((word, ())),
                _ => {}
            }
        }
        Self { words: Phrases::new(words), complements: Phrases::new(complements) }
    }
}
