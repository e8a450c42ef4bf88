//! Function words and how they limit terms.

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

/// How a word limits terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StopClass {
    /// In no term: `đã`, `thì`, `the`.
    Stop,
    /// Inside a term only: `và`, `của`, `of`.
    Link,
    /// A term that begins with it weighs less: `thúc đẩy`.
    Weak,
}

/// The stopwords of both languages, by matching form.
#[derive(Clone, Debug)]
pub struct Stopwords {
    words: FxHashMap<&'static str, StopClass>,
}

impl Stopwords {
    /// Reads the tables that are compiled in. Of a word that both languages have the Vietnamese class counts.
    pub fn new() -> Self {
        let tables = [include_str!("../../../data/stopwords_en.tsv"), include_str!("../../../data/stopwords_vi.tsv")];
        let mut words = FxHashMap::default();
        for row in tables.into_iter().flat_map(rows) {
            let class = match row.get(1) {
                Some(&"stop") => StopClass::Stop,
                Some(&"link") => StopClass::Link,
                _ => StopClass::Weak,
            };
            words.insert(row[0], class);
        }
        Self { words }
    }

    /// The class of a word; `None` for a word of content.
    pub fn class(&self, word: &str) -> Option<StopClass> {
        self.words.get(word).copied()
    }
}

impl Default for Stopwords {
    fn default() -> Self {
        Self::new()
    }
}
