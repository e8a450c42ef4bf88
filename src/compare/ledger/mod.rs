//! What is known of the articles from one comparison to the next, so that only what changed is read and counted again.
//!
//! Everything kept of an article is a function of the article and of the set of phrases that are counted; a comparison sums
//! it up anew. So a comparison that finds a ledger full gives the same bytes as one that begins with an empty one.

mod counted;
mod forms;
mod phrases;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Arrange, Span};
use crate::corpus::Analysis;
use crate::extract::{PhraseBook, Term};
use crate::ingest::SegmentRole;
use crate::lexicon::TermWords;

use super::cast::NamedIn;
use super::comparison::Source;
use super::indicators::{Gathered, Joining, Measured, Syllables};
use super::term_table::{Ranking, Ways};

use self::counted::Counter;
use self::forms::Forms;
use self::phrases::Phrases;

pub(super) use counted::Counted;
pub(super) use forms::matching;
pub(super) use phrases::Texts;

/// What was counted before.
#[derive(Debug, Default)]
pub struct Ledger {
    pub(super) book: PhraseBook,
    articles: FxHashMap<u64, Kept>,
    phrases: Phrases,
    // By folded name of a person or body.
    names: FxHashMap<String, u32>,
    // By phrase: whether it is counted.
    is_counted: Vec<bool>,
    // Whether most phrases were of articles that had gone when they were counted last.
    is_stale: bool,
    ranking: Ranking,
    /// Short forms and long ones by number.
    pub(super) forms: Forms,
    /// The other ways to write phrases.
    pub(super) ways: Ways,
    // Of what figures measure.
    syllables: Syllables,
    /// Which values are of one measure.
    pub(super) joining: Joining,
}

/// A phrase as an article lists it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    /// Its weight there.
    pub weight: f64,
    /// Its number.
    pub phrase: u32,
    /// Syllables it is long.
    pub n_syllables: u16,
    /// Whether the reader wants it.
    pub kept: bool,
}

/// What is kept of an article.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// The units of its body, as the book reads them.
    pub units: Vec<u32>,
    // The first unit of each stretch of one sentence, and the number of the sentence.
    sentences: Vec<(u32, u32)>,
    /// By segment: the unit after its last, and whether it is a heading.
    pub segments: Vec<(u32, bool)>,
    /// The phrases that it lists, in order.
    pub listed: Vec<Listed>,
    /// Other spellings of them, in order.
    pub spellings: Vec<u32>,
    /// Short forms that it explains, each with its long one, by number.
    pub explained: Box<[(u32, u32)]>,
    /// How often short forms stand in parts of its body, as written: form, part, occurrences.
    pub shortened: Box<[(u32, u32, u32)]>,
    /// Who and what its body names.
    pub named: NamedIn,
    /// How often the counted phrases stand in it; `None`: to be counted.
    pub counted: Option<Counted>,
    /// What its figures measure; `None`: not read yet.
    pub measured: Option<Measured>,
}

/// The articles of one comparison. The stamp of an article changes with all that is read of it; 0 is that of one for which
/// another stands.
#[derive(Clone, Copy)]
pub(super) struct Set<'a> {
    pub sources: &'a [Source<'a>],
    pub stamps: &'a [u64],
}

/// Phrases beyond twice those counted that are kept of articles that went.
const STALE: usize = 20_000;

impl Ledger {
    /// What is kept of an article; `None` for one for which another stands.
    pub(super) fn article(&self, stamp: u64) -> Option<&Kept> {
        self.articles.get(&stamp)
    }

    /// Forgets articles that are there no longer, and everything where most of it is of those.
    pub(super) fn forget(&mut self, set: &Set) {
        self.forget_if_stale();
        let known: FxHashSet<u64> = set.stamps.iter().copied().collect();
        self.articles.retain(|stamp, _| known.contains(stamp));
    }

    fn forget_if_stale(&mut self) {
        if self.is_stale {
            *self = Self::default();
        }
    }

    /// Reads what is kept of an article before a comparison asks for it; `words` and stamp as in [`super::Comparing::step`].
    pub fn read_ahead(&mut self, words: &TermWords, source: Source, stamp: u64) {
        self.forget_if_stale();
        let set = Set { sources: &[source], stamps: &[stamp] };
        self.read(&set, 0, usize::MAX);
        self.measure(words, &set, 0, usize::MAX);
    }

    /// Reads the articles from this one on that are new, up to some bytes of text; gives the next one to read.
    pub(super) fn read(&mut self, set: &Set, from: usize, mut bytes: usize) -> usize {
        for (at, (&(_, analysis), &stamp)) in set.sources.iter().zip(set.stamps).enumerate().skip(from) {
            if stamp == 0 || self.articles.contains_key(&stamp) {
                continue;
            }
            let kept = self.kept(analysis);
            self.articles.insert(stamp, kept);
            let size = analysis.article.text.len();
            if size >= bytes {
                return at + 1;
            }
            bytes -= size;
        }
        set.sources.len()
    }

    fn kept(&mut self, analysis: &Analysis) -> Kept {
        let mut out = Kept::default();
        let (article, parts) = (&analysis.article, &analysis.parts);
        for segment in &article.segments {
            let sentences = &mut out.sentences;
            let mut unit = out.units.len() as u32;
            self.book.read(&article.text, segment.span, &mut out.units, |byte| {
                let sentence = parts.sentence_at(byte) as u32;
                if sentences.last().is_none_or(|last| last.1 != sentence) {
                    sentences.push((unit, sentence));
                }
                unit += 1;
            });
            out.segments.push((out.units.len() as u32, segment.role == SegmentRole::Heading));
        }
        out.units.shrink_to_fit();
        out.sentences.shrink_to_fit();
        let listed = |term: &Term| Listed {
            weight: term.weight,
            phrase: self.phrase(&term.term),
            n_syllables: u16::try_from(term.syllables).unwrap_or(u16::MAX),
            kept: term.kept,
        };
        out.listed = analysis.terms.iter().map(listed).collect();
        let spellings = analysis.terms.iter().flat_map(|term| &term.variants);
        out.spellings = spellings.map(|(form, _)| self.phrase(form)).collect();
        (out.explained, out.shortened) = self.forms.read(analysis);
        out.named = NamedIn::new(analysis, |name| {
            let next = self.names.len() as u32;
            *self.names.entry(name).or_insert(next)
        });
        out
    }

    /// Number of a phrase.
    pub(super) fn phrase(&mut self, phrase: &str) -> u32 {
        self.phrases.number(&mut self.book, phrase)
    }

    /// How many phrases have a number.
    pub(super) fn n_phrases(&self) -> usize {
        self.phrases.texts.len()
    }

    /// A phrase as it is written.
    pub(super) fn text(&self, phrase: u32) -> &str {
        self.phrases.texts.of(phrase)
    }

    /// The units of a phrase.
    pub(super) fn units(&self, phrase: u32) -> &[u32] {
        self.phrases.units(phrase)
    }

    /// The numbers of the words of a phrase; `None` where its units are others than the words between its blanks.
    pub(super) fn words(&self, phrase: u32) -> Option<&[u32]> {
        self.phrases.words(phrase)
    }

    /// Number of the folded form of a phrase with a number; it is a phrase, too.
    pub(super) fn folded_of(&self, phrase: u32) -> u32 {
        self.phrases.folded_of(phrase)
    }

    /// Brings the phrases that have a weight in order.
    pub(super) fn rank(&mut self, weights: &[Option<f64>]) {
        self.ranking.renew(weights, &self.phrases.texts);
    }

    /// The phrases with their weights, heaviest first, as they were ranked last.
    pub(super) fn ranked(&self) -> &[(f64, u32)] {
        self.ranking.sorted()
    }

    /// The texts of all phrases.
    pub(super) fn texts(&self) -> &Arc<Texts> {
        &self.phrases.texts
    }

    /// Takes the phrases that are counted from now on; what was counted of articles that hold one that came or went is to be
    /// counted again.
    pub(super) fn count_only(&mut self, set: &Set, phrases: &[u32]) {
        self.is_counted.resize(self.n_phrases(), false);
        let mut is_counted = vec![false; self.n_phrases()];
        let mut came: Vec<u32> = Vec::new();
        let mut n_stayed = 0;
        for &phrase in phrases {
            // Two rows may be of one phrase.
            if std::mem::replace(&mut is_counted[phrase as usize], true) {
                continue;
            }
            match self.is_counted[phrase as usize] {
                true => n_stayed += 1,
                false => came.push(phrase),
            }
        }
        let n_gone = self.is_counted.iter().filter(|was| **was).count() - n_stayed;
        // Where nothing is counted yet, nothing is to be counted again.
        let is_counted_yet = |stamp: &u64| self.article(*stamp).is_some_and(|kept| kept.counted.is_some());
        let looked_for = if set.stamps.iter().any(is_counted_yet) { came.as_slice() } else { &[] };
        let finder = self.book.finder(looked_for.iter().map(|&phrase| self.text(phrase)));
        for &stamp in set.stamps {
            let Some(kept) = self.articles.get_mut(&stamp) else { continue };
            let has_gone =
                |counted: &Counted| n_gone > 0 && counted.counts.iter().any(|count| !is_counted[count.phrase as usize]);
            if kept.counted.as_ref().is_some_and(|c| has_gone(c) || !came.is_empty() && finder.is_in(&kept.units)) {
                kept.counted = None;
            }
        }
        self.is_stale = self.book.n_phrases() > 2 * (n_stayed + came.len()) + STALE;
        self.is_counted = is_counted;
    }

    /// Counts the articles from this one on that are to be counted, up to some bytes of text; gives the next one.
    pub(super) fn count(&mut self, set: &Set, from: usize, mut bytes: usize) -> usize {
        let mut counter = Counter::default();
        for (at, (&(_, analysis), stamp)) in set.sources.iter().zip(set.stamps).enumerate().skip(from) {
            let Some(kept) = self.articles.get_mut(stamp).filter(|kept| kept.counted.is_none()) else { continue };
            let is_counted = |phrase: u32| self.is_counted[phrase as usize];
            kept.counted = Some(counter.count(&self.book, kept, &analysis.parts, is_counted));
            let size = analysis.article.text.len();
            if size >= bytes {
                return at + 1;
            }
            bytes -= size;
        }
        set.sources.len()
    }

    /// Places of the counted phrases in a stretch of an article, by phrase.
    pub(super) fn in_stretch(&self, analysis: &Analysis, span: Span) -> impl Iterator<Item = u32> + use<> {
        let found = self.book.occurrences(&analysis.article.text, span, |phrase| self.is_counted[phrase as usize]);
        found.into_iter().map(|found| found.term)
    }

    /// Reads the measures of the articles from this one on of which they are not known, up to some bytes of text; gives the
    /// next one.
    pub(super) fn measure(&mut self, words: &TermWords, set: &Set, from: usize, mut bytes: usize) -> usize {
        for (at, (&(_, analysis), stamp)) in set.sources.iter().zip(set.stamps).enumerate().skip(from) {
            let Some(kept) = self.articles.get_mut(stamp) else { continue };
            if let Some(measured) = &mut kept.measured {
                measured.number(at);
                continue;
            }
            kept.measured.insert(Measured::new(words, &mut self.syllables, analysis)).number(at);
            let size = analysis.article.text.len();
            if size >= bytes {
                return at + 1;
            }
            bytes -= size;
        }
        set.sources.len()
    }

    /// What the figures of the articles measure, by source.
    pub(super) fn measured(&self, set: &Set) -> Gathered<'_> {
        let measured = |(i, stamp): (usize, &u64)| Some((i, *stamp, self.article(*stamp)?.measured.as_ref()?));
        let mut out: Gathered = set.stamps.iter().enumerate().filter_map(measured).collect();
        out.arrange_by_key(|&(i, ..)| set.sources[i].0);
        out
    }

    /// The articles of a set, with their indices.
    pub(super) fn of<'a>(&'a self, set: &'a Set) -> impl Iterator<Item = (usize, &'a Kept)> + Clone {
        set.stamps.iter().enumerate().filter_map(|(i, stamp)| Some((i, self.articles.get(stamp)?)))
    }
}

impl Kept {
    /// Number, from 0, of the sentence of the body that a unit belongs to.
    pub(super) fn sentence_of(&self, unit: usize) -> u32 {
        let after = self.sentences.partition_point(|s| s.0 as usize <= unit);
        self.sentences[..after].last().map_or(0, |s| s.1)
    }
}
