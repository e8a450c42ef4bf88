//! Stated themes for reading: the same words are shown once.

use crate::text::fold;
use crate::view::{Evidence, StatedItem};

/// A theme with all places that state it in the same words.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// Its first statement.
    pub item: StatedItem,
    /// The places of the others.
    pub more: Vec<Evidence>,
}

/// Statements without repetition, in their order. Case, tone mark placement and quotation marks make no difference.
pub fn distinct(items: &[StatedItem]) -> Vec<Stated> {
    let key = |item: &StatedItem| {
        let words = item.text.trim_matches(|c: char| !c.is_alphanumeric()).split_whitespace().map(fold);
        (item.kind.clone(), item.of.as_deref().map(fold), words.collect::<Vec<_>>())
    };
    let mut found: Vec<Stated> = Vec::new();
    for item in items {
        match found.iter_mut().find(|stated| key(&stated.item) == key(item)) {
            Some(stated) => stated.more.push(item.evidence.clone()),
            None => found.push(Stated { item: item.clone(), more: Vec::new() }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_stand_once_with_all_their_places() {
        let item = |kind: &str, text: &str| {
            let evidence = Evidence { text: text.to_owned(), ..Evidence::default() };
            StatedItem { kind: kind.to_owned(), text: text.to_owned(), evidence, ..StatedItem::default() }
        };
        let items = [
            item("official_theme", "Hoà nhịp số"),
            item("official_theme", "“hòa nhịp  số”"),
            item("message", "Hòa nhịp số"),
            item("official_theme", "Hòa nhịp"),
        ];
        let found: Vec<_> =
            distinct(&items).iter().map(|stated| (stated.item.text.clone(), stated.more.len())).collect();
        let expected = [("Hoà nhịp số", 1), ("Hòa nhịp số", 0), ("Hòa nhịp", 0)];
        assert_eq!(found, expected.map(|(text, n)| (text.to_owned(), n)));
    }
}
