//! Short forms and long forms as one term: what a term's counts are when `doanh nghiệp CNTT` counts as
//! `doanh nghiệp công nghệ thông tin`.
//!
//! Two articles that differ only in whether they write a name out would otherwise show a trend that is none.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Arrange, Span};
use crate::compare::Source;
use crate::compare::ledger::Ledger;
use crate::extract::{PhraseFinder, TermCounter};
use crate::ingest::Zone;
use crate::lexicon::{Dictionary, Mark};

use super::{PartCount, add, settle};

/// Short forms with one long form each, in matching form; those that articles explain in two ways are left out.
#[derive(Debug, Default)]
pub(super) struct ShortForms {
    long_of: FxHashMap<String, String>,
    // The long forms, and of each its short forms.
    longs: Vec<(String, Vec<String>)>,
    finder: TermCounter,
    // What the reader wants counted by itself: one dictionary, or several where articles were read with several.
    dictionaries: Vec<Arc<Dictionary>>,
}

impl ShortForms {
    /// The short forms of all articles; `order` in the order of the sources.
    pub(super) fn new(sources: &[Source], order: &[usize]) -> Self {
        let mut dictionaries: Vec<Arc<Dictionary>> = Vec::new();
        for source in sources {
            let dictionary = &source.1.dictionary;
            if !dictionary.is_empty() && !dictionaries.iter().any(|d| Arc::ptr_eq(d, dictionary)) {
                dictionaries.push(Arc::clone(dictionary));
            }
        }
        let is_apart = |form: &str| dictionaries.iter().any(|d| d.mark(form) == Some(Mark::Apart));
        let mut known: FxHashMap<String, Option<String>> = FxHashMap::default();
        for &article in order {
            for form in &sources[article].1.facts.abbreviations {
                let Some(long) = form.long.as_deref().map(matching) else { continue };
                if is_apart(&form.short) || is_apart(&long) {
                    continue;
                }
                let entry = known.entry(matching(&form.short)).or_insert_with(|| Some(long.clone()));
                if entry.as_ref() != Some(&long) {
                    *entry = None;
                }
            }
        }
        let long_of: FxHashMap<String, String> =
            known.into_iter().filter_map(|(short, long)| Some((short, long.filter(|l| l.contains(' '))?))).collect();
        let mut by_long: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for (short, long) in &long_of {
            by_long.entry(long.clone()).or_default().push(short.clone());
        }
        let mut longs: Vec<(String, Vec<String>)> = by_long.into_iter().collect();
        longs.iter_mut().for_each(|(_, shorts)| shorts.arrange());
        longs.arrange();
        let finder = TermCounter::new(longs.iter().map(|l| l.0.as_str()));
        Self { long_of, longs, finder, dictionaries }
    }

    /// Whether the reader wants the form counted by itself.
    pub(super) fn is_apart(&self, form: &str) -> bool {
        self.dictionaries.iter().any(|d| d.mark(form) == Some(Mark::Apart))
    }

    /// The term with every short form written out.
    pub(super) fn written_out(&self, term: &str) -> String {
        let parts: Vec<&str> =
            term.split(' ').map(|part| self.long_of.get(part).map_or(part, String::as_str)).collect();
        parts.join(" ")
    }

    fn has_short(&self, term: &str) -> bool {
        term.split(' ').any(|part| self.long_of.contains_key(part))
    }

    /// The other ways to write a term that is written out: each with one long form replaced by a short one.
    pub(super) fn shortened(&self, written_out: &str) -> Vec<String> {
        let found = self.finder.occurrences(written_out, Span::new(0, written_out.len()));
        let replace =
            |span: Span, short: &str| format!("{}{short}{}", &written_out[..span.start()], &written_out[span.end()..]);
        let ways = found.iter().flat_map(|f| self.longs[f.term as usize].1.iter().map(|s| replace(f.span, s)));
        ways.collect()
    }

    /// Whether the term is nothing but a short form, which is counted as written (`AI` is not `ai`).
    pub(super) fn is_short(&self, term: &str) -> bool {
        self.long_of.contains_key(term)
    }
}

/// The short and long forms by the numbers that their words have in the ledger, so that thousands of phrases are looked
/// through without reading them.
#[derive(Debug)]
pub(super) struct ShortNumbers {
    // By word: whether it is a short form.
    words: Vec<bool>,
    phrases: FxHashSet<u32>,
    longs: PhraseFinder,
}

impl ShortNumbers {
    /// A form of which the ledger does not know a word stands in no phrase of it.
    pub(super) fn new(forms: &ShortForms, ledger: &Ledger) -> Self {
        let book = &ledger.book;
        let mut words = vec![false; book.n_words()];
        let shorts = || forms.long_of.keys();
        shorts().filter_map(|short| book.word_number(short)).for_each(|word| words[word as usize] = true);
        Self {
            words,
            phrases: shorts().filter_map(|short| book.known(short)).collect(),
            longs: book.finder(forms.longs.iter().map(|long| long.0.as_str())),
        }
    }

    /// Whether the phrase is nothing but a short form.
    pub(super) fn is_short(&self, phrase: u32) -> bool {
        self.phrases.contains(&phrase)
    }

    /// Whether a word of the phrase is a short form.
    pub(super) fn has_short(&self, forms: &ShortForms, ledger: &Ledger, phrase: u32) -> bool {
        match ledger.words(phrase) {
            Some(words) => words.iter().any(|&word| self.words.get(word as usize) == Some(&true)),
            None => forms.has_short(ledger.text(phrase)),
        }
    }

    /// Whether a long form stands in the phrase.
    pub(super) fn may_shorten(&self, ledger: &Ledger, phrase: u32) -> bool {
        self.longs.is_in(ledger.units(phrase))
    }
}

/// Occurrences of each short form by part, as written, in bodies.
pub(super) fn count_short(sources: &[Source], order: &[usize]) -> FxHashMap<String, Vec<PartCount>> {
    let mut out: FxHashMap<String, Vec<PartCount>> = FxHashMap::default();
    for &article in order {
        let analysis = sources[article].1;
        for form in &analysis.facts.abbreviations {
            let places = form.mentions.iter().filter(|m| m.1 == Zone::Body).map(|m| m.0.start());
            let counts = out.entry(matching(&form.short)).or_default();
            places.for_each(|at| add(counts, article as u32, analysis.parts.at(at) as u32));
        }
    }
    out.values_mut().for_each(settle);
    out
}

/// Lower case, single blanks.
pub(super) fn matching(phrase: &str) -> String {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
