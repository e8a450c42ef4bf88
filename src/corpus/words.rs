//! The words of an article, and why each is one.

use std::ops::Range;

use super::{Analysis, Engine};
use crate::base::Span;
use crate::lexicon::{Dictionary, Mark};
use crate::segment::{Explained, Reason};
use crate::text::{Token, TokenKind, fold, tokens};

/// Why two tokens are of one word or of two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Border {
    /// The reader's dictionary says so.
    Dictionary,
    /// The segmenter says so, for this reason.
    Segmenter(Reason),
}

/// One word and why it is one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WordReading {
    /// Its tokens, each with its place.
    pub parts: Vec<Span>,
    /// Why a border stands before it, why its parts are of one word, why a border stands behind it: one more than parts.
    pub borders: Vec<Border>,
    /// Whether it is in the word list.
    pub is_listed: bool,
    /// What the reader said of just these words.
    pub mark: Option<Mark>,
    /// The word before it, with nothing but blanks between.
    pub before: Option<Span>,
    /// The word behind it, with nothing but blanks between.
    pub after: Option<Span>,
}

/// A text with its tokens and the borders of words, before and after the reader's dictionary.
struct Words<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    learned: Vec<bool>,
    joins: Vec<bool>,
}

impl Engine {
    /// Whether any phrase of the dictionary stands in the text.
    pub fn holds(dictionary: &Dictionary, text: &str) -> bool {
        let tokens = tokens(text);
        let low: Vec<String> = tokens.iter().map(|t| fold(t.span.of(text))).collect();
        !dictionary.find(text, &tokens, |i| &low[i]).is_empty()
    }

    fn read_words<'a>(&self, text: &'a str) -> Words<'a> {
        let tokens = tokens(text);
        let learned = self.segmenter.joins(text, &tokens);
        let mut joins = learned.clone();
        let low: Vec<String> = tokens.iter().map(|t| fold(t.span.of(text))).collect();
        self.dictionary.apply(text, &tokens, |i| &low[i], &mut joins);
        Words { text, tokens, learned, joins }
    }

    /// The words of an article that hold a letter or digit, in order.
    pub fn words(&self, analysis: &Analysis) -> Vec<Span> {
        let words = self.read_words(&analysis.article.text);
        let mut out = Vec::new();
        let mut at = 0;
        while at < words.tokens.len() {
            let range = words.word(at);
            at = range.end;
            if words.tokens[range.clone()].iter().any(|t| t.kind != TokenKind::Mark) {
                out.push(words.span(range));
            }
        }
        out
    }

    /// The word of an article that holds the byte, and why it is one.
    pub fn word_at(&self, analysis: &Analysis, at: usize) -> Option<WordReading> {
        let words = self.read_words(&analysis.article.text);
        let token = words.tokens.partition_point(|t| t.span.end() <= at);
        if !words.tokens.get(token)?.span.holds(at) {
            return None;
        }
        let range = words.word(token);
        let Explained { reasons, is_listed } = self.segmenter.explain(words.text, &words.tokens, range.clone());
        let border = |(at, reason): (usize, Reason)| {
            let is_changed = words.joins.get(at) != words.learned.get(at);
            if is_changed { Border::Dictionary } else { Border::Segmenter(reason) }
        };
        let span = words.span(range.clone());
        let [before, after] = [range.start.checked_sub(1), Some(range.end).filter(|&i| i < words.tokens.len())]
            .map(|at| at.filter(|&i| words.tokens[i].kind != TokenKind::Mark).map(|i| words.word(i)));
        let beside = |word: Option<Range<usize>>| {
            let other = words.span(word?);
            let gap = if other.end() <= span.start() { other.end()..span.start() } else { span.end()..other.start() };
            let gap = &words.text[gap];
            (!gap.is_empty() && !gap.contains('\n')).then_some(other)
        };
        Some(WordReading {
            borders: (range.start..).zip(reasons).map(border).collect(),
            parts: words.tokens[range].iter().map(|t| t.span).collect(),
            is_listed,
            mark: self.dictionary.mark(span.of(words.text)),
            before: beside(before),
            after: beside(after),
        })
    }
}

impl Words<'_> {
    /// The tokens of the word that holds token `at`.
    fn word(&self, at: usize) -> Range<usize> {
        let start = (0..=at).rev().find(|&i| !self.joins[i]).unwrap_or(0);
        let end = (at + 1..self.tokens.len()).find(|&i| !self.joins[i]).unwrap_or(self.tokens.len());
        start..end
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.tokens[range.start].span.to(self.tokens[range.end - 1].span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Given;

    fn read(list: &str, text: &str, at: &str) -> (String, WordReading, String) {
        let mut engine = Engine::built_in(str::to_owned);
        let mut dictionary = Dictionary::default();
        assert_eq!(dictionary.read(list), []);
        engine.set_dictionary(dictionary);
        let analysis = engine.analyse(text, &Given::default());
        let all: Vec<&str> = engine.words(&analysis).iter().map(|w| w.of(text)).collect();
        let word = engine.word_at(&analysis, text.find(at).unwrap()).unwrap();
        let shown = word.parts.iter().map(|p| p.of(text)).collect::<Vec<_>>().join(" ");
        (all.join("|"), word, shown)
    }

    #[test]
    fn a_word_says_why_it_is_one() {
        let text = "Nghề nuôi biển, học sinh.";
        let (all, word, shown) = read("", text, "sinh");
        assert_eq!((all.as_str(), shown.as_str()), ("Nghề|nuôi|biển|học sinh", "học sinh"));
        assert!(word.is_listed && matches!(word.borders[1], Border::Segmenter(Reason::Learned(n)) if n > 0));
        assert_eq!((word.before, word.after, word.mark), (None, None, None));
        let (all, word, shown) = read("+ Nuôi biển", text, "biển");
        assert_eq!((all.as_str(), shown.as_str()), ("Nghề|nuôi biển|học sinh", "nuôi biển"));
        assert_eq!((word.borders[1], word.mark), (Border::Dictionary, Some(Mark::Join)));
        assert_eq!(word.before.map(|w| w.of(text)), Some("Nghề"));
    }

    #[test]
    fn there_is_no_word_in_a_gap() {
        let engine = Engine::built_in(str::to_owned);
        let analysis = engine.analyse("a  b", &Given::default());
        assert_eq!(engine.word_at(&analysis, 1), None);
        assert_eq!(engine.word_at(&analysis, 99), None);
        assert!(engine.word_at(&analysis, 3).is_some());
    }
}
