//! Words that limit terms, in Vietnamese and English.

use rustc_hash::FxHashMap;

use super::rows;

/// How a word limits terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermLimit {
    /// In no term: `đã`, `thì`, `the`.
    Stop,
    /// Inside a term only: `và`, `của`, `of`.
    Link,
    /// A term that begins with it weighs less: `công tác`, `số lượng`.
    Weak,
    /// A term that ends with it weighs less: `quan trọng`.
    Tail,
    /// Both: `năm`.
    Edge,
}

/// What is known of words that matters for terms. Keys are in matching form (lower case, single blanks).
#[derive(Clone, Debug)]
pub struct TermWords {
    limits: FxHashMap<&'static str, TermLimit>,
    verbs: FxHashMap<&'static str, u8>,
}

impl TermWords {
    /// Reads the tables that are compiled in. Of a word that both languages have the Vietnamese row counts.
    pub fn new() -> Self {
        let tables = [include_str!("../../data/stopwords_en.tsv"), include_str!("../../data/stopwords_vi.tsv")];
        let limits = tables.into_iter().flat_map(rows).map(|row| (row[0], limit(row.get(1).copied())));
        let verbs = rows(include_str!("../../data/verbs_vi.tsv"));
        let verbs = verbs.filter_map(|row| Some((row[0], row.get(1)?.parse().ok()?)));
        Self { limits: limits.collect(), verbs: verbs.collect() }
    }

    /// How the word or phrase limits terms; `None` for a word of content.
    pub fn limit(&self, word: &str) -> Option<TermLimit> {
        self.limits.get(word).copied()
    }

    /// How much of a verb the word is, 0 (never seen as one) to 0.9.
    pub fn verb_share(&self, word: &str) -> f64 {
        f64::from(self.verbs.get(word).copied().unwrap_or(0)) / 10.0
    }
}

impl Default for TermWords {
    fn default() -> Self {
        Self::new()
    }
}

fn limit(class: Option<&str>) -> TermLimit {
    match class {
        Some("stop") => TermLimit::Stop,
        Some("link") => TermLimit::Link,
        Some("weak") => TermLimit::Weak,
        Some("tail") => TermLimit::Tail,
        _ => TermLimit::Edge,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_well_formed() {
        let tables = [
            include_str!("../../data/stopwords_en.tsv"),
            include_str!("../../data/stopwords_vi.tsv"),
            include_str!("../../data/verbs_vi.tsv"),
        ];
        for table in tables {
            let keys: Vec<_> =
                rows(table).inspect(|row| assert_eq!(row.len(), 2, "{row:?}")).map(|row| row[0]).collect();
            assert!(keys.is_sorted(), "unsorted");
        }
        let words = TermWords::new();
        assert_eq!(words.limit("năm"), Some(TermLimit::Edge));
        assert_eq!(words.limit("thời gian qua"), Some(TermLimit::Stop));
        assert_eq!(words.limit("of"), Some(TermLimit::Link));
        assert!(words.verb_share("sử dụng") > 0.5 && words.verb_share("công nghệ") == 0.0);
    }
}
