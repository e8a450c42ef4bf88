//! What the reader said about words: which syllables are one word, which never are, what is a term and what is none.
//!
//! Goes before what the engine learned and before what its rules decide, and is kept apart from both.

mod matcher;
mod phrase;
mod text;

use std::collections::BTreeMap;

pub use matcher::Found;
use matcher::Matcher;
use phrase::Phrase;
pub use phrase::PhraseError;
pub use text::{BadLine, Trouble};

use crate::text::Token;

/// What the reader said about a phrase.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Mark {
    /// Its syllables are one word, and it is a term.
    Join,
    /// Its syllables are several words, and it is no term.
    Split,
    /// It is a term, even where a rule would drop it.
    Keep,
    /// It is no term.
    Stop,
    /// It is counted by itself, never together with another form of it (a short form with its long one).
    Apart,
}

impl Mark {
    /// All marks, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Join, Self::Split, Self::Keep, Self::Stop, Self::Apart];

    /// Whether it makes its phrase a term wherever the phrase stands.
    pub fn is_term(self) -> bool {
        matches!(self, Self::Join | Self::Keep)
    }

    /// Whether it takes its phrase off the terms.
    pub fn is_no_term(self) -> bool {
        matches!(self, Self::Split | Self::Stop)
    }

    /// Whether it says where words begin and end.
    pub fn is_of_words(self) -> bool {
        matches!(self, Self::Join | Self::Split)
    }
}

/// One thing the reader said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The phrase as the reader wrote it, with single blanks.
    pub phrase: String,
    /// What was said of it.
    pub mark: Mark,
}

/// Everything the reader said about words. One mark for each phrase; spellings of one phrase (case, place of the tone
/// mark, composed or not) are one.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    // By folded phrase.
    entries: BTreeMap<String, Entry>,
    matcher: Matcher,
}

/// Entries of a dictionary, at most.
pub const MAX_ENTRIES: usize = 5_000;

impl PartialEq for Dictionary {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Dictionary {
    /// The entries, by folded phrase.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.entries.values()
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What was said of the phrase.
    pub fn mark(&self, phrase: &str) -> Option<Mark> {
        if self.entries.is_empty() {
            return None;
        }
        self.entries.get(&phrase::key(phrase)).map(|e| e.mark)
    }

    /// Says `mark` of the phrase, or takes back what was said of it.
    ///
    /// # Errors
    /// Where the phrase is none, the mark does not fit it, or there is no room.
    pub fn set(&mut self, phrase: &str, mark: Option<Mark>) -> Result<(), PhraseError> {
        self.put(phrase, mark)?;
        self.index();
        Ok(())
    }

    /// As [`Dictionary::set`], without the index: for many entries at once.
    fn put(&mut self, phrase: &str, mark: Option<Mark>) -> Result<(), PhraseError> {
        let phrase = Phrase::read(phrase)?;
        let Some(mark) = mark else {
            self.entries.remove(&phrase.key);
            return Ok(());
        };
        if mark.is_of_words() && phrase.n_tokens < 2 {
            return Err(PhraseError::Single);
        }
        if self.entries.len() >= MAX_ENTRIES && !self.entries.contains_key(&phrase.key) {
            return Err(PhraseError::Full { limit: MAX_ENTRIES as u32 });
        }
        self.entries.insert(phrase.key, Entry { phrase: phrase.shown, mark });
        Ok(())
    }

    fn index(&mut self) {
        self.matcher = Matcher::new(self.entries.iter().map(|(key, entry)| (key.as_str(), entry.mark)));
    }

    /// Puts the borders of words where the reader wants them. `low` gives the folded form of a token.
    ///
    /// First phrases that are no words are cut at every gap; then phrases that are one word are joined and cut off from
    /// what stands around them, from left to right, at each place the longest.
    pub fn apply<'a>(&self, text: &str, tokens: &[Token], low: impl Fn(usize) -> &'a str, joins: &mut [bool]) {
        if !self.entries.values().any(|e| e.mark.is_of_words()) {
            return;
        }
        let found = self.matcher.all(text, tokens, low);
        for range in found.iter().filter(|f| f.mark == Mark::Split).map(|f| &f.tokens) {
            joins[range.start + 1..range.end].fill(false);
        }
        let mut reached = 0;
        for range in found.iter().filter(|f| f.mark == Mark::Join).map(|f| &f.tokens) {
            if range.start < reached {
                continue;
            }
            joins[range.start] = false;
            joins[range.start + 1..range.end].fill(true);
            if let Some(after) = joins.get_mut(range.end) {
                *after = false;
            }
            reached = range.end;
        }
    }

    /// Every place among the tokens where a phrase stands, by start, longer ones first. `low` gives the folded form of a
    /// token.
    pub fn find<'a>(&self, text: &str, tokens: &[Token], low: impl Fn(usize) -> &'a str) -> Vec<Found> {
        self.matcher.all(text, tokens, low)
    }

    /// The entries in which the two differ, as a dictionary.
    pub fn difference(&self, other: &Self) -> Self {
        let lacks = |a: &Self, b: &Self| {
            let entries =
                a.entries.iter().filter(|(key, entry)| b.entries.get(*key).map(|e| e.mark) != Some(entry.mark));
            entries.map(|(key, entry)| (key.clone(), entry.clone())).collect::<BTreeMap<_, _>>()
        };
        let mut out = Self { entries: lacks(self, other), matcher: Matcher::default() };
        out.entries.extend(lacks(other, self));
        out.index();
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{fold, tokens};

    fn dictionary(list: &str) -> Dictionary {
        let mut dictionary = Dictionary::default();
        assert_eq!(dictionary.read(list), [], "{list}");
        dictionary
    }

    /// Applies the list to words that the segmenter left joined (`_`) or apart.
    #[track_caller]
    fn check(list: &str, segmented: &str, expected: &str) {
        let text = segmented.replace('_', " ");
        let tokens = tokens(&text);
        let mut joins: Vec<bool> =
            tokens.iter().map(|t| t.span.start() > 0 && segmented.as_bytes()[t.span.start() - 1] == b'_').collect();
        let low: Vec<String> = tokens.iter().map(|t| fold(t.span.of(&text))).collect();
        dictionary(list).apply(&text, &tokens, |i| &low[i], &mut joins);
        let mut got = text.clone().into_bytes();
        for (token, _) in tokens.iter().zip(&joins).filter(|(_, join)| **join) {
            got[token.span.start() - 1] = b'_';
        }
        assert_eq!(String::from_utf8(got).unwrap(), expected);
    }

    #[test]
    fn joins_and_cuts_words() {
        check("+ nuôi biển", "nghề nuôi biển_xanh tốt", "nghề nuôi_biển xanh tốt");
        check("- học sinh học", "lớp học_sinh_học mới", "lớp học sinh học mới");
        check("- học sinh học\n+ sinh học", "lớp học_sinh_học mới", "lớp học sinh_học mới");
    }

    #[test]
    fn the_longest_goes_first_from_the_left() {
        check("+ điện gió\n+ điện gió ngoài khơi\n+ khơi xa", "điện gió ngoài khơi xa", "điện_gió_ngoài_khơi xa");
        check("+ a b\n+ b c", "a b c", "a_b c");
    }

    #[test]
    fn other_marks_leave_words_alone() {
        check("* nuôi biển\n! biển xanh", "nuôi biển_xanh", "nuôi biển_xanh");
    }

    #[test]
    fn spellings_of_a_phrase_are_one() {
        let mut d = dictionary("+ Hoá đơn\n");
        for spelt in ["hóa đơn", "HÓA  ĐƠN", "ho\u{301}a đơn", "hoá\u{a0}đơn"] {
            assert_eq!(d.mark(spelt), Some(Mark::Join), "{spelt}");
        }
        assert_eq!(d.mark("hoa đơn"), None);
        d.set("hóa đơn", Some(Mark::Stop)).unwrap();
        assert_eq!((d.entries().len(), d.mark("hoá đơn")), (1, Some(Mark::Stop)));
        d.set("hóa đơn", None).unwrap();
        assert!(d.is_empty());
    }

    #[test]
    fn a_phrase_stands_on_one_line_as_it_was_written() {
        check("+ ti lê", "ti, lê ti lê", "ti, lê ti_lê");
        let d = dictionary("+ nuôi biển\n* TT&TT");
        for (text, n) in [("nuôi\nbiển", 0), ("nuôi\tbiển", 1), ("Sở TT&TT", 1), ("TT & TT", 0)] {
            let tokens = tokens(text);
            let low: Vec<String> = tokens.iter().map(|t| fold(t.span.of(text))).collect();
            assert_eq!(d.find(text, &tokens, |i| &low[i]).len(), n, "{text:?}");
        }
    }

    #[test]
    fn differences_are_found_both_ways() {
        let a = dictionary("+ nuôi biển\n* năm 2024");
        let b = dictionary("+ nuôi biển\n! năm 2024\n! công tác");
        let changed: Vec<_> = a.difference(&b).entries().map(|e| e.phrase.clone()).collect();
        assert_eq!(changed, ["công tác", "năm 2024"]);
        assert!(a.difference(&a).is_empty());
    }
}
