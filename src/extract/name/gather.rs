//! Mentions of named things, gathered by the thing they name.

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::extract::Mention;

/// Things in the order of their first mention, each found again by its key.
#[derive(Debug)]
pub(crate) struct Gathered<T> {
    items: Vec<(T, Vec<Mention>)>,
    by_key: FxHashMap<String, usize>,
}

impl<T> Default for Gathered<T> {
    fn default() -> Self {
        Self { items: Vec::new(), by_key: FxHashMap::default() }
    }
}

impl<T> Gathered<T> {
    /// Adds a mention of the thing with this key, making the thing if it is new; its index.
    pub(crate) fn add(&mut self, key: &str, mention: Mention, make: impl FnOnce() -> T) -> usize {
        let at = match self.by_key.get(key) {
            Some(&at) => at,
            None => {
                self.items.push((make(), Vec::new()));
                self.by_key.insert(key.to_owned(), self.items.len() - 1);
                self.items.len() - 1
            }
        };
        self.items[at].1.push(mention);
        at
    }

    /// The thing at `at`.
    pub(crate) fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.items.get_mut(at).map(|(item, _)| item)
    }

    /// The things with their keys and mentions, as they stand so far, in the order of their first mention.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T, &[Mention])> {
        let mut keys: Vec<&str> = vec![""; self.items.len()];
        for (key, &at) in &self.by_key {
            keys[at] = key;
        }
        self.items.iter().zip(keys).map(|((item, mentions), key)| (key, item, mentions.as_slice()))
    }

    /// The things with their mentions in text order.
    pub(crate) fn into_items(self) -> impl Iterator<Item = (T, Vec<Mention>)> {
        self.items.into_iter().map(|(item, mut mentions)| {
            mentions.arrange_by_key(|m| m.span);
            (item, mentions)
        })
    }
}
