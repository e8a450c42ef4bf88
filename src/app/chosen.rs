//! What of the overview is about what the reader chose.

use crate::text::fold;
use crate::view::{FindingSentence, Outline};

use super::Choice;

/// The words of what is chosen, to look for in what is stated and counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chosen {
    /// The chosen year.
    pub year: Option<i32>,
    /// The chosen term, or the terms of the chosen theme.
    terms: Vec<String>,
    keys: Vec<String>,
}

impl Chosen {
    /// What is chosen among these articles.
    pub fn new(choice: &Choice, overview: &Outline) -> Self {
        let group = overview.themes.iter().find(|group| group.head == choice.topic);
        let terms: Vec<String> = match (choice.term.as_str(), group) {
            ("", Some(group)) => group.terms.clone(),
            ("", None) => Vec::new(),
            (term, _) => vec![term.to_owned()],
        };
        let keys = terms.iter().map(|term| key(term)).collect();
        Self { year: choice.year, terms, keys }
    }

    /// Whether a term or theme is chosen.
    pub fn has_subject(&self) -> bool {
        !self.terms.is_empty()
    }

    /// Whether a year is shown.
    pub fn has_year(&self, year: i32) -> bool {
        self.year.is_none_or(|chosen| chosen == year)
    }

    /// Whether a term is the chosen one, or of the chosen theme.
    pub fn has_term(&self, term: &str) -> bool {
        self.terms.is_empty() || self.terms.iter().any(|one| one == term)
    }

    /// Whether a sentence of the finding names the chosen year, and the chosen term or one of the chosen theme, in its words
    /// or in a place that it rests on.
    pub fn is_told_in(&self, told: &FindingSentence) -> bool {
        let has_year = self.year.is_none_or(|year| key(&told.vi).contains(&key(&year.to_string())));
        has_year && (self.is_about(&told.vi) || told.evidence.iter().any(|place| self.is_about(&place.text)))
    }

    /// Whether a text holds the chosen term, or one of the chosen theme, as whole words.
    pub fn is_about(&self, text: &str) -> bool {
        if self.keys.is_empty() {
            return true;
        }
        let text = key(text);
        self.keys.iter().any(|words| text.contains(words))
    }
}

/// The words of a text with a space around each, whatever the case and the place of tone marks.
fn key(text: &str) -> String {
    let mut out = " ".to_owned();
    for word in fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        out.push_str(word);
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::ThemeOutline;

    #[test]
    fn a_theme_stands_for_all_its_terms() {
        let terms = vec!["hạ tầng".to_owned(), "cơ sở dữ liệu".to_owned()];
        let group = ThemeOutline { head: "hạ tầng".to_owned(), terms };
        let overview = Outline { themes: vec![group], ..Outline::default() };
        let of = |choice: &Choice| Chosen::new(choice, &overview);
        let theme = of(&Choice { topic: "hạ tầng".to_owned(), year: Some(2024), ..Choice::default() });
        assert!(theme.is_about("Xây “Cơ sở dữ liệu” mới") && theme.has_term("cơ sở dữ liệu"));
        assert!(!theme.is_about("cơ sở y tế, dữ liệu") && !theme.has_term("y tế"));
        assert!(theme.has_year(2024) && !theme.has_year(2023) && theme.has_subject());
        let term = of(&Choice { term: "số".to_owned(), ..Choice::default() });
        assert!(term.is_about("kinh tế số.") && !term.is_about("sốt rét") && term.has_year(2023));
        let told = |vi: &str| FindingSentence { vi: vi.to_owned(), ..FindingSentence::default() };
        assert!(theme.is_told_in(&told("Năm 2024 nói nhiều tới “hạ tầng”.")));
        assert!(!theme.is_told_in(&told("Năm 2023 nói nhiều tới “hạ tầng”.")));
        assert!(!theme.is_told_in(&told("20240 và “hạ tầng”.")));
        let nothing = of(&Choice::default());
        assert!(nothing.is_told_in(&told("gì cũng được")));
        assert!(nothing.is_about("gì cũng được") && nothing.has_term("x") && !nothing.has_subject());
    }
}
