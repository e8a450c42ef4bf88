//! Short forms and what they stand for where a text does not say.

use super::Tables;
use super::word_map::WordMap;

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
