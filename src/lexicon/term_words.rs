//! Words that limit terms, in Vietnamese and English.

use super::word_map::WordMap;
use super::{Phrases, Tables};

/// How a word limits terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermLimit {
    /// In no term: `đã`, `thì`, `the`.
    Stop,
    /// A term that holds it weighs less: `thực hiện`, `thiếu`.
    Soft,
    /// Inside a term only: `và`, `của`, `of`.
    Link,
    /// A term that begins with it weighs less: `công tác`, `số lượng`.
    Weak,
    /// A term that ends with it weighs less: `quan trọng`.
    Tail,
    /// Both: `năm`.
    Edge,
    /// No term by itself: `tinh thần`.
    General,
}

/// What is known of words that matters for terms. Keys are in matching form (lower case, single blanks).
#[derive(Clone, Debug)]
pub struct TermWords {
    vietnamese: TermLimits,
    english: TermLimits,
    verbs: WordMap<u8>,
    uses: WordMap<WordUse>,
    subjects: Phrases<()>,
    subject_forms: WordMap<()>,
}

/// How a Vietnamese word is used in news at large.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WordUse {
    /// One paragraph in 2 to the power of this holds it, 0 to [`WordUse::RARE`].
    pub rarity: u8,
    /// Of ten occurrences, those behind which a mark or a stopword stands.
    pub ends: u8,
    /// Of ten occurrences, those before which a mark or a stopword stands.
    pub begins: u8,
}

impl WordUse {
    /// Rarity of the words that the table does not hold.
    pub const RARE: u8 = 9;
}

/// The words of one language that limit terms.
#[derive(Clone, Debug)]
pub struct TermLimits(WordMap<TermLimit>);

impl TermLimits {
    fn new(tables: &Tables, name: &str) -> Self {
        Self(tables.rows(name).map(|row| (row[0], limit(row.get(1).copied()))).collect())
    }

    /// How the word or phrase limits terms; `None` for a word of content.
    pub fn get(&self, word: &str) -> Option<TermLimit> {
        self.0.get(word)
    }
}

impl TermWords {
    /// Reads the tables.
    pub fn new(tables: &Tables) -> Self {
        let verbs = tables.rows("verbs_vi");
        let verbs = verbs.filter_map(|row| Some((row[0], row.get(1)?.parse().ok()?)));
        Self {
            vietnamese: TermLimits::new(tables, "stopwords_vi"),
            english: TermLimits::new(tables, "stopwords_en"),
            verbs: verbs.collect(),
            uses: tables.rows("word_use_vi").filter_map(|row| Some((row[0], word_use(row.get(1..4)?)?))).collect(),
            subjects: Phrases::new(tables.rows("subject_terms").map(|row| (row[0], ()))),
            subject_forms: tables.rows("subject_terms").map(|row| (row[0], ())).collect(),
        }
    }

    /// The words of a language (`vi` or `en`).
    pub fn of(&self, language: &str) -> &TermLimits {
        if language == "en" { &self.english } else { &self.vietnamese }
    }

    /// Terms by which articles are indexed, to be found in a text.
    pub fn subjects(&self) -> &Phrases<()> {
        &self.subjects
    }

    /// Whether the phrase is a term by which articles are indexed.
    pub fn is_subject(&self, phrase: &str) -> bool {
        self.subject_forms.get(phrase).is_some()
    }

    /// How the word is used in news at large; what the table does not hold is rare.
    pub fn word_use(&self, word: &str) -> WordUse {
        self.uses.get(word).unwrap_or(WordUse { rarity: WordUse::RARE, ends: 4, begins: 4 })
    }

    /// How much of a verb the word is, 0 (never seen as one) to 0.9.
    pub fn verb_share(&self, word: &str) -> f64 {
        f64::from(self.verbs.get(word).unwrap_or(0)) / 10.0
    }
}

fn word_use(numbers: &[&str]) -> Option<WordUse> {
    let number = |i: usize| numbers.get(i)?.parse().ok();
    Some(WordUse { rarity: number(0)?, ends: number(1)?, begins: number(2)? })
}

fn limit(class: Option<&str>) -> TermLimit {
    match class {
        Some("stop") => TermLimit::Stop,
        Some("soft") => TermLimit::Soft,
        Some("link") => TermLimit::Link,
        Some("weak") => TermLimit::Weak,
        Some("tail") => TermLimit::Tail,
        Some("general") => TermLimit::General,
        _ => TermLimit::Edge,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_well_formed() {
        let tables = Tables::built_in();
        for table in ["stopwords_en", "stopwords_vi", "verbs_vi"] {
            let keys: Vec<_> =
                tables.rows(table).inspect(|row| assert_eq!(row.len(), 2, "{row:?}")).map(|row| row[0]).collect();
            assert!(keys.is_sorted(), "unsorted");
        }
        let subjects: Vec<_> = tables.rows("subject_terms").map(|row| row[0]).collect();
        assert!(subjects.is_sorted() && subjects.iter().all(|s| s.to_lowercase() == *s && s.contains(' ')));
        let uses: Vec<_> =
            tables.rows("word_use_vi").inspect(|row| assert_eq!(row.len(), 4, "{row:?}")).map(|row| row[0]).collect();
        assert!(uses.is_sorted());
        let words = TermWords::new(&tables);
        let [common, some, none] = ["người dân", "dữ liệu", "bán dẫn"].map(|word| words.word_use(word).rarity);
        assert!(common < some && some < none && none == WordUse::RARE);
        assert!(words.is_subject("ngân sách nhà nước") && !words.is_subject("nhà nước ngân sách"));
        assert_eq!(words.of("vi").get("năm"), Some(TermLimit::Edge));
        assert_eq!(words.of("vi").get("thời gian qua"), Some(TermLimit::Stop));
        assert_eq!(words.of("en").get("of"), Some(TermLimit::Link));
        assert!(words.verb_share("sử dụng") > 0.5 && words.verb_share("công nghệ") == 0.0);
    }
}
