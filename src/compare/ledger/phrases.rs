//! What is known of phrases by their numbers.

use std::sync::Arc;

use crate::base::Span;
use crate::extract::PhraseBook;
use crate::text::fold_words;

/// Texts by number, one after the other.
#[derive(Clone, Debug, Default)]
pub(in crate::compare) struct Texts {
    all: String,
    // The byte after each.
    ends: Vec<u32>,
}

impl Texts {
    pub(in crate::compare) fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
    }

    /// How many there are.
    pub(in crate::compare) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The one with a number.
    pub(in crate::compare) fn of(&self, number: u32) -> &str {
        let at = number as usize;
        let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[from as usize..self.ends[at] as usize]
    }
}

/// Phrases in the order of their numbers.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// As they are written; shared with the tables that were made.
    pub texts: Arc<Texts>,
    // The number of the folded form, which is a phrase like any other; most phrases are their own.
    folded: Vec<u32>,
    // The unit after the last of each, and its units, as the book reads them.
    ends: Vec<u32>,
    units: Vec<u32>,
    // Whether its units are its words.
    is_plain: Vec<bool>,
}

impl Phrases {
    /// Number of a phrase, a new one if need be.
    pub fn number(&mut self, book: &mut PhraseBook, phrase: &str) -> u32 {
        let number = book.phrase(phrase);
        if number as usize == self.texts.len() {
            Arc::make_mut(&mut self.texts).push(phrase);
            self.folded.push(number);
            // What a mark, a digit or another script does to the words is for the book to say.
            let is_plain = phrase.chars().all(|c| c == ' ' || c < '\u{2e80}' && c.is_alphabetic());
            match is_plain {
                true => self.units.extend(phrase.split(' ').filter_map(|word| book.word_number(word))),
                false => book.read(phrase, Span::new(0, phrase.len()), &mut self.units, |_| {}),
            }
            self.is_plain.push(is_plain);
            self.ends.push(self.units.len() as u32);
            let folded = fold_words(phrase);
            if folded != phrase {
                self.folded[number as usize] = self.number(book, &folded);
            }
        }
        number
    }

    /// Number of the folded form of a phrase with a number.
    pub fn folded_of(&self, phrase: u32) -> u32 {
        self.folded[phrase as usize]
    }

    /// The units of a phrase, as the book reads them.
    pub fn units(&self, phrase: u32) -> &[u32] {
        let at = phrase as usize;
        let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.units[from as usize..self.ends[at] as usize]
    }

    /// The words of a phrase, where they are its units.
    pub fn words(&self, phrase: u32) -> Option<&[u32]> {
        self.is_plain[phrase as usize].then(|| self.units(phrase))
    }
}
