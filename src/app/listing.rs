//! The list of articles, a page at a time.

use super::{Choice, ROWS_PER_PAGE};
use crate::view::ArticleRow;

/// What of the list of articles is on show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// What its articles hold.
    pub choice: Choice,
    /// What is looked for in their titles, outlets and names.
    pub words: String,
    /// How many stand before the first on the page.
    pub from: u32,
}

impl Listing {
    /// The list of articles that hold a choice: this one, or another from its beginning.
    pub fn of(&self, choice: &Choice) -> Self {
        if self.choice == *choice { self.clone() } else { Self { choice: choice.clone(), ..Self::default() } }
    }

    /// Whether an article has the words that are looked for.
    pub fn finds(&self, row: &ArticleRow) -> bool {
        let has = |text: &str| has_words(text, &self.words);
        has(&row.title) || has(&row.name) || row.outlet.as_deref().is_some_and(has)
    }

    /// Where the page begins in a list of so many: at its last page if it has become shorter.
    pub fn first_of(&self, n: usize) -> usize {
        let page = ROWS_PER_PAGE as usize;
        (self.from as usize).min(n.saturating_sub(1) / page * page)
    }
}

/// Whether a text has words in it, in capitals or not.
pub fn has_words(text: &str, words: &str) -> bool {
    words.is_empty() || text.to_lowercase().contains(&words.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_choice_begins_at_the_beginning() {
        let choice = Choice { year: Some(2024), ..Choice::default() };
        let listing = Listing { from: 100, words: "lúa".to_owned(), ..Listing::default() };
        assert_eq!(listing.of(&Choice::default()), listing);
        assert_eq!(listing.of(&choice), Listing { choice, ..Listing::default() });
    }

    #[test]
    fn a_list_that_became_shorter_shows_its_last_page() {
        let first = |from, n| Listing { from, ..Listing::default() }.first_of(n);
        for (from, n, expected) in [(0, 0, 0), (0, 10, 0), (50, 51, 50), (50, 50, 0), (100, 60, 50), (50, 200, 50)] {
            assert_eq!(first(from, n), expected, "{from} of {n}");
        }
    }

    #[test]
    fn words_are_looked_for_in_titles_outlets_and_names() {
        let row = ArticleRow {
            title: "Giá Lúa tăng".to_owned(),
            outlet: Some("Báo Đồng Khởi".to_owned()),
            name: "a-12.txt".to_owned(),
            ..ArticleRow::default()
        };
        let finds = |words: &str| Listing { words: words.to_owned(), ..Listing::default() }.finds(&row);
        for (words, is_found) in
            [("", true), ("giá lúa", true), ("ĐỒNG KHỞI", true), ("a-12", true), ("giá gạo", false)]
        {
            assert_eq!(finds(words), is_found, "{words}");
        }
    }
}
