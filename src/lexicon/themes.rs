//! Words around the theme of a year or an occasion.

use super::units::reversed;
use super::{Phrases, Tables};

/// Words that tell what a theme is the theme of.
#[derive(Clone, Debug)]
pub struct ThemeWords {
    /// What is held, observed or called out; the words that name it follow: `tuần lễ`.
    pub occasions: Phrases<()>,
    /// Whose year it may be: what a body or a place is (`ngành`).
    pub owners: Phrases<()>,
    /// Verbs by which somebody gives a year or an occasion its theme: `chọn`.
    pub chooses: Phrases<()>,
    /// The same, words reversed.
    pub chooses_reversed: Phrases<()>,
    /// Between an occasion and the noun that announces its theme: `mang`.
    pub between: Phrases<()>,
    /// Before these the name of an occasion has ended: `diễn ra`.
    pub stops: Phrases<()>,
}

impl ThemeWords {
    /// Reads the table.
    pub(super) fn new(tables: &Tables) -> Self {
        let of = |class: &'static str| {
            let has = move |what: &&str| what.split(' ').any(|word| word == class);
            tables.rows("theme_words").filter_map(move |row| row.get(1).filter(|what| has(what)).map(|_| (row[0], ())))
        };
        Self {
            occasions: Phrases::new(of("occasion")),
            owners: Phrases::new(of("owner")),
            chooses: Phrases::new(of("chooses")),
            chooses_reversed: Phrases::new(of("chooses").map(|(phrase, ())| (reversed(phrase), ()))),
            between: Phrases::new(of("between")),
            stops: Phrases::new(of("stop")),
        }
    }
}
