//! The words of an article for a reader who asks why one was joined.

use serde::{Deserialize, Serialize};

use crate::base::Span;
use crate::corpus::{Border, WordReading};
use crate::lexicon::{Dictionary, Mark};
use crate::segment::Reason;
use crate::text::{fold, fold_words, tokens};

use super::concordance::{is_counted, n_places};
use super::document::Locator;
use super::search::Search;
use super::{Entry, Evidence};

/// Why two syllables are of one word or of two.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BorderView {
    /// Code: `dictionary`, `learned`, `touching`, `mark`, `line`, `unread`.
    pub reason: String,
    /// Of `learned`: above zero inside a word; how far from zero says how sure.
    pub score: Option<i32>,
}

/// One word of an article and why it is one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WordView {
    /// The place.
    pub evidence: Evidence,
    /// Its syllables (or other pieces) as they stand.
    pub parts: Vec<String>,
    /// Before the word, between its parts, behind it: one more than parts.
    pub borders: Vec<BorderView>,
    /// Whether it is in the word list.
    pub is_listed: bool,
    /// Whether all its parts begin with a capital letter, which counts for a name.
    pub is_name: bool,
    /// What the reader said of it.
    pub mark: Option<Mark>,
    /// The word before it, if they could be joined.
    pub before: Option<String>,
    /// The word behind it, if they could be joined.
    pub after: Option<String>,
    /// Whether it is a term of the article.
    pub is_term: bool,
    /// Times it stands in the body of the article, whatever the case and the place of tone marks.
    pub count: u32,
    /// The same over all articles.
    pub total: u32,
    /// Articles that hold it.
    pub n_articles: u32,
}

/// An entry of the reader's dictionary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DictionaryRow {
    /// The phrase.
    pub phrase: String,
    /// What was said of it.
    pub mark: Mark,
    /// Places in the bodies of all articles.
    pub count: u32,
}

/// The reader's dictionary.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DictionaryView {
    /// The entries, by folded phrase.
    pub rows: Vec<DictionaryRow>,
    /// Whether a change can be taken back.
    pub can_undo: bool,
}

/// The word of an entry, described.
pub fn word_view(entries: &[Entry], entry: &Entry, word: &WordReading) -> Option<WordView> {
    let article = &entry.analysis.article;
    let at = Locator::new(article);
    let span = word.parts.first()?.to(*word.parts.last()?);
    let text = |span: Span| span.of(&article.text).to_owned();
    let search = Search::new(span.of(&article.text), false);
    let counts: Vec<u32> = entries.iter().map(|e| n_places(e, &search)).collect();
    let key = fold_words(span.of(&article.text));
    Some(WordView {
        evidence: Evidence::new(entry.key, &at, span),
        parts: word.parts.iter().map(|&part| text(part)).collect(),
        borders: word.borders.iter().map(border).collect(),
        is_listed: word.is_listed,
        is_name: word.parts.iter().all(|p| p.of(&article.text).starts_with(char::is_uppercase)),
        mark: word.mark,
        before: word.before.map(text),
        after: word.after.map(text),
        is_term: entry.analysis.terms.iter().any(|t| fold_words(&t.term) == key),
        count: n_places(entry, &search),
        total: counts.iter().sum(),
        n_articles: counts.iter().filter(|n| **n > 0).count() as u32,
    })
}

/// The dictionary as a table.
pub fn dictionary_rows(entries: &[Entry], dictionary: &Dictionary) -> Vec<DictionaryRow> {
    let mut rows: Vec<DictionaryRow> =
        dictionary.entries().map(|e| DictionaryRow { phrase: e.phrase.clone(), mark: e.mark, count: 0 }).collect();
    if rows.is_empty() {
        return rows;
    }
    for article in entries.iter().map(|e| &e.analysis.article) {
        let tokens = tokens(&article.text);
        let low: Vec<String> = tokens.iter().map(|t| fold(t.span.of(&article.text))).collect();
        for found in dictionary.find(&article.text, &tokens, |i| &low[i]) {
            let span = tokens[found.tokens.start].span.to(tokens[found.tokens.end - 1].span);
            rows[found.entry].count += u32::from(is_counted(article, span));
        }
    }
    rows
}

fn border(border: &Border) -> BorderView {
    let (reason, score) = match border {
        Border::Dictionary => ("dictionary", None),
        Border::Segmenter(Reason::Learned(score)) => ("learned", Some(*score)),
        Border::Segmenter(Reason::Touching) => ("touching", None),
        Border::Segmenter(Reason::Mark) => ("mark", None),
        Border::Segmenter(Reason::Line) => ("line", None),
        Border::Segmenter(Reason::Unread) => ("unread", None),
    };
    BorderView { reason: reason.to_owned(), score }
}
