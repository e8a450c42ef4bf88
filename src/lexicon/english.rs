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
    /// A body by itself, or the head of its name: `Google`.
    Company,
    /// Ends the name of a company: `Solutions`.
    CompanyEnd,
    /// Stands before the name of a company: `law firm`.
    CompanyNoun,
    /// Ends a term with a short form that is no name of a body: `Product` of GDP.
    Concept,
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
            "company" => EnglishWord::Company,
            "company_end" => EnglishWord::CompanyEnd,
            "company_noun" => EnglishWord::CompanyNoun,
            "concept" => EnglishWord::Concept,
            _ => return None,
        };
        Some((phrase, word))
    }))
}

/// Words for what offices are about: `Trade and Industry` of a minister.
pub(super) fn english_fields(tables: &Tables) -> Phrases<()> {
    Phrases::new(tables.rows("english_fields").filter_map(|row| Some((*row.first()?, ()))))
}

/// What a word makes of the name of an instrument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EnglishInstrument {
    /// `document`, `programme`, `index` …
    pub category: &'static str,
    /// Where it stands.
    pub place: InstrumentPlace,
}

/// Where the word for an instrument stands in its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InstrumentPlace {
    /// At the end of a run of capitals, or before `of`, `for`, `on`: `Law on Data`.
    Name,
    /// There, or in small letters behind a name with `the`: `the Green Ledger framework`.
    Behind,
    /// Before a number: `Resolution No 68`.
    Number,
    /// At the end of the name of a day or week: `World Water Day`.
    Day,
    /// In small letters after the name: `the Green Map app`.
    After,
}

impl InstrumentPlace {
    /// Whether the word ends a name in capitals, whatever the name is.
    pub fn ends_name(self) -> bool {
        matches!(self, Self::Name | Self::Behind)
    }
}

/// Reads the table of words for instruments.
pub(super) fn english_instruments(tables: &Tables) -> Phrases<EnglishInstrument> {
    Phrases::new(tables.rows("english_instruments").filter_map(|row| {
        let [phrase, category, place] = row[..] else { return None };
        let place = match place {
            "name" => InstrumentPlace::Name,
            "behind" => InstrumentPlace::Behind,
            "number" => InstrumentPlace::Number,
            "day" => InstrumentPlace::Day,
            _ => InstrumentPlace::After,
        };
        Some((phrase, EnglishInstrument { category, place }))
    }))
}
