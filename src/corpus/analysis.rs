//! Everything the engine knows about one article.

use std::rc::Rc;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::{PackError, crc32};
use crate::extract::{Facts, Given, Reading, Term, facts, terms};
use crate::ingest::{About, Article, article_about};
use crate::lexicon::{Dictionary, Lexicon, Tables};
use crate::segment::Segmenter;
use crate::text::{Compose, Tokenised, compose, words};

use super::clock::Clock;
use super::correction::{Corrected, correct};
use super::parts::{Parts, parts};
use super::sketch::Sketch;

/// Reads articles: the tables, the segmenter and the platform's way to compose text.
#[derive(Debug)]
pub struct Engine {
    compose: Compose,
    lexicon: Lexicon,
    pub(super) segmenter: Segmenter,
    pub(super) dictionary: Arc<Dictionary>,
    versions: Versions,
}

/// What results depend on beside the texts and the reader's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    /// Version of the program.
    pub version: String,
    /// Checksum of the word pack (CRC-32, eight hexadecimal digits).
    pub words: String,
    /// Checksum of the tables.
    pub tables: String,
}

impl std::fmt::Display for Versions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} (words {}, tables {})", self.version, self.words, self.tables)
    }
}

/// One article and everything read from it. Depends on the text, on what the reader said of it and of words, and on the
/// build alone.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Analysis {
    /// The article, its lines classed.
    pub article: Article,
    /// What the reader said of it.
    pub given: Given,
    /// What the reader said about words.
    #[serde(skip)]
    pub dictionary: Arc<Dictionary>,
    /// What it states, the reader's word put in place of what was read.
    pub facts: Facts,
    /// What became of the reader's corrections.
    pub corrected: Corrected,
    /// Its terms, best first.
    pub terms: Vec<Term>,
    /// Its sentences by the year they speak of.
    pub parts: Parts,
    /// Sentences of the body.
    pub n_sentences: u32,
    /// Tokens of the body that hold a letter or digit, separated by white space: the base of every rate.
    pub n_syllables: u32,
    /// The same of what was set aside.
    pub n_syllables_aside: u32,
    /// By what its text is known when it comes again.
    pub sketch: Sketch,
}

impl Engine {
    /// An engine that composes text with `compose`, segments words with the pack `words` and reads by the pack `tables`.
    ///
    /// # Errors
    /// When a pack is damaged or made for another build.
    pub fn new(compose: Compose, words: &[u8], tables: &[u8]) -> Result<Self, PackError> {
        let (lexicon, segmenter) = (Lexicon::new(&Tables::open(tables)?), Segmenter::new(words)?);
        let checksum = |pack: &[u8]| format!("{:08x}", crc32(pack));
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let versions = Versions { version, words: checksum(words), tables: checksum(tables) };
        Ok(Self { compose, lexicon, segmenter, dictionary: Arc::default(), versions })
    }

    /// What its results depend on beside the texts and the reader's word.
    pub fn versions(&self) -> &Versions {
        &self.versions
    }

    /// An engine with the words and tables of this build.
    #[cfg(any(test, feature = "built-in"))]
    #[expect(clippy::missing_panics_doc, reason = "the packs are built together with the program")]
    pub fn built_in(compose: Compose) -> Self {
        Self::new(compose, Segmenter::BUILT_IN, Tables::BUILT_IN)
            .expect("the packs are built together with the program")
    }

    /// The tables it reads by.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// What the reader said about words.
    pub fn dictionary(&self) -> &Arc<Dictionary> {
        &self.dictionary
    }

    /// Takes what the reader said about words; articles read before keep what was said then.
    pub fn set_dictionary(&mut self, dictionary: Dictionary) {
        self.dictionary = Arc::new(dictionary);
    }

    /// Text in composed form.
    pub fn composed(&self, text: &str) -> String {
        compose(self.compose, text).text
    }

    /// Reads one article.
    pub fn analyse(&self, text: &str, given: &Given) -> Analysis {
        self.analyse_about(text, About::default(), given)
    }

    /// Reads one article of which its file says something.
    pub fn analyse_about(&self, text: &str, about: About, given: &Given) -> Analysis {
        let text = compose(self.compose, text).text;
        let source = Rc::new(Tokenised::new(&text));
        let article = article_about(&self.lexicon, &source, about).sorted(&given.sorting);
        let reading = Reading::of(&self.lexicon, &self.segmenter, &article, Rc::unwrap_or_clone(source))
            .with_dictionary(&self.dictionary);
        let mut facts = facts(&reading, given);
        let corrected = correct(&article, &mut facts, &given.corrections);
        let terms = terms(&reading, &facts);
        let parts = parts(&reading, &facts);
        let n_sentences = reading.body().count() as u32;
        let n_syllables = article.segments.iter().map(|s| syllables(s.span.of(&article.text))).sum();
        let aside = article.set_aside.iter().filter(|s| !s.sub);
        let n_syllables_aside = aside.map(|s| syllables(s.span.of(&article.text))).sum();
        let sketch = Sketch::new(&reading);
        let dictionary = Arc::clone(&self.dictionary);
        Analysis {
            given: given.clone(),
            dictionary,
            facts,
            corrected,
            terms,
            parts,
            n_sentences,
            n_syllables,
            n_syllables_aside,
            sketch,
            article,
        }
    }
}

impl Analysis {
    /// The year that a place of the body counts for.
    pub fn year_at(&self, byte: usize, clock: Clock) -> Option<i32> {
        match clock {
            Clock::Published => self.facts.meta.year,
            Clock::Discussed => self.parts.year_at(byte),
        }
    }
}

/// Number of syllables: what stands between spaces and holds a letter or digit.
pub fn syllables(text: &str) -> u32 {
    let counts =
        |piece: &str| piece.bytes().any(|b| b.is_ascii_alphanumeric()) || piece.chars().any(char::is_alphanumeric);
    words(text).filter(|piece| counts(piece)).count() as u32
}
