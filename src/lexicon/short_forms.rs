//! Short forms and what they stand for where a text does not say.

use super::word_map::WordMap;
use super::{Phrases, Tables};

/// What a short form stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortForm {
    /// The long form: `Ủy ban nhân dân`.
    pub long: &'static str,
    /// `unit`, `technology`, `product_name`, `byline`, where it is one of these.
    pub kind: Option<&'static str>,
}

/// Known short forms, by their exact spelling.
#[derive(Debug)]
pub struct ShortForms {
    by_short: WordMap<ShortForm>,
}

impl ShortForms {
    pub(super) fn new(tables: &Tables) -> Self {
        let table = tables.rows("abbreviations");
        let entry = |row: Vec<&'static str>| match row[..] {
            [short, long, kind] => Some((short, ShortForm { long, kind: (!kind.is_empty()).then_some(kind) })),
            _ => None,
        };
        Self { by_short: table.filter_map(entry).collect() }
    }

    /// What the short form stands for, if it is known.
    pub fn get(&self, short: &str) -> Option<ShortForm> {
        self.by_short.get(short)
    }
}

/// Words that long forms begin with.
#[derive(Debug)]
pub struct LongForms {
    /// Names of agreements, groups and meetings, which have a capital: `Công ước`.
    pub names: Phrases<()>,
    /// Technical terms, also in small letters: `hệ thống`.
    pub terms: Phrases<()>,
}

impl LongForms {
    pub(super) fn new(tables: &Tables) -> Self {
        let of = |class: &str| {
            let rows = tables.rows("long_forms").filter(|row| row.len() == 2);
            Phrases::new(rows.filter(|row| row[1] == class || row[1] == "both").map(|row| (row[0], ())))
        };
        Self { names: of("name"), terms: of("term") }
    }
}
