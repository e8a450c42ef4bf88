//! What the length of texts is counted in: syllables where they are Vietnamese, words where they are English.

use super::{Language, integer, many};

/// What the length of texts is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Syllables, as Vietnamese writes them apart.
    #[default]
    Syllables,
    /// Words, as English does.
    Words,
    /// Both: texts of either language are counted together.
    Both,
}

impl Unit {
    /// Of texts in languages of these codes (`vi`, `en`).
    pub fn of<'a>(languages: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut has_words, mut has_syllables) = (false, false);
        for language in languages {
            *(if language == "en" { &mut has_words } else { &mut has_syllables }) = true;
        }
        match (has_syllables, has_words) {
            (true, true) => Self::Both,
            (false, true) => Self::Words,
            (_, false) => Self::Syllables,
        }
    }

    /// Its name, of many: `âm tiết`, `words`.
    pub fn name(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::Vi, Self::Syllables) => "âm tiết",
            (Language::Vi, Self::Words) => "từ",
            (Language::Vi, Self::Both) => "âm tiết và từ",
            (Language::En, Self::Syllables) => "syllables",
            (Language::En, Self::Words) => "words",
            (Language::En, Self::Both) => "syllables and words",
        }
    }

    /// So many of it: `1.200 âm tiết`, `1 word`.
    pub fn count(self, language: Language, n: u32) -> String {
        let name = self.name(language);
        let one = match (language, self) {
            (Language::Vi, _) => name,
            (Language::En, Self::Syllables) => "syllable",
            (Language::En, Self::Words | Self::Both) => "word",
        };
        many(&integer(language, n), one, name)
    }

    /// What rates are of: `trên 10.000 âm tiết`.
    pub fn rate(self, language: Language) -> String {
        match language {
            Language::Vi => format!("trên 10.000 {}", self.name(language)),
            Language::En => format!("per 10,000 {}", self.name(language)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_vietnamese_and_words_english() {
        let of = |languages: &[&str]| Unit::of(languages.iter().copied());
        assert_eq!(of(&[]), Unit::Syllables);
        assert_eq!(of(&["vi", "vi"]), Unit::Syllables);
        assert_eq!(of(&["en"]), Unit::Words);
        assert_eq!(of(&["en", "vi", "en"]), Unit::Both);
    }

    #[test]
    fn each_is_named_in_both_languages() {
        let said = |unit: Unit, n| (unit.count(Language::Vi, n), unit.count(Language::En, n));
        assert_eq!(said(Unit::Syllables, 1200), ("1.200 âm tiết".to_owned(), "1,200 syllables".to_owned()));
        assert_eq!(said(Unit::Words, 1), ("1 từ".to_owned(), "1 word".to_owned()));
        assert_eq!(said(Unit::Both, 34), ("34 âm tiết và từ".to_owned(), "34 syllables and words".to_owned()));
        assert_eq!(Unit::Words.rate(Language::Vi), "trên 10.000 từ");
        assert_eq!(Unit::Both.rate(Language::En), "per 10,000 syllables and words");
    }
}
