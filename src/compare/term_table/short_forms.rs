//! Short forms and long forms as one term: what a term's counts are when `doanh nghiệp CNTT` counts as
//! `doanh nghiệp công nghệ thông tin`.
//!
//! Two articles that differ only in whether they write a name out would otherwise show a trend that is none.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Arrange, Span};
use crate::compare::Source;
use crate::compare::ledger::{Ledger, Set, matching};
use crate::extract::{PhraseFinder, TermCounter};
use crate::lexicon::{Dictionary, Mark};

use super::ways::Concern;
use super::{PartCount, settle};

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
    /// The short forms of all articles.
    pub(super) fn new(sources: &[Source]) -> Self {
        let forms = sources.iter().flat_map(|source| &source.1.facts.abbreviations);
        let explained = forms.filter_map(|form| Some((matching(&form.short), matching(form.long.as_deref()?))));
        let explained: Vec<(String, String)> = explained.collect();
        Self::of(sources, explained.iter().map(|(short, long)| (short.as_str(), long.as_str())))
    }

    /// The same, of articles that the ledger has read.
    pub(super) fn known(ledger: &Ledger, set: &Set) -> Self {
        let pairs = ledger.of(set).flat_map(|(_, kept)| &kept.explained);
        Self::of(set.sources, pairs.map(|&(short, long)| (ledger.forms.text(short), ledger.forms.text(long))))
    }

    fn of<'a>(sources: &[Source], explained: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut dictionaries: Vec<Arc<Dictionary>> = Vec::new();
        for source in sources {
            let dictionary = &source.1.dictionary;
            if !dictionary.is_empty() && !dictionaries.iter().any(|d| Arc::ptr_eq(d, dictionary)) {
                dictionaries.push(Arc::clone(dictionary));
            }
        }
        let is_apart = |form: &str| dictionaries.iter().any(|d| d.mark(form) == Some(Mark::Apart));
        let mut known: FxHashMap<&str, Option<&str>> = FxHashMap::default();
        for (short, long) in explained.filter(|(short, long)| !is_apart(short) && !is_apart(long)) {
            let entry = known.entry(short).or_insert(Some(long));
            if *entry != Some(long) {
                *entry = None;
            }
        }
        let long_of: FxHashMap<String, String> = known
            .into_iter()
            .filter_map(|(short, long)| Some((short.to_owned(), long.filter(|l| l.contains(' '))?.to_owned())))
            .collect();
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

    /// The short forms that stand for something else than in `other`, and the long forms of both that they stand for; `None`
    /// where the reader wants others counted by themselves.
    pub(super) fn changed<'a>(&'a self, other: &'a Self) -> Option<(FxHashSet<&'a str>, FxHashSet<&'a str>)> {
        let (mine, others) = (&self.dictionaries, &other.dictionaries);
        if mine.len() != others.len() || !mine.iter().zip(others).all(|(a, b)| Arc::ptr_eq(a, b)) {
            return None;
        }
        let (mut shorts, mut longs) = (FxHashSet::default(), FxHashSet::default());
        for (forms, others) in [(self, other), (other, self)] {
            for (short, long) in forms.long_of.iter().filter(|(short, long)| others.long_of.get(*short) != Some(long)) {
                shorts.insert(short.as_str());
                longs.insert(long.as_str());
            }
        }
        Some((shorts, longs))
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

    /// How the short forms concern a phrase.
    pub(super) fn concern(&self, forms: &ShortForms, ledger: &Ledger, phrase: u32) -> Concern {
        if self.phrases.contains(&phrase) || forms.is_apart(ledger.text(phrase)) {
            return Concern::Apart;
        }
        let has_short = match ledger.words(phrase) {
            Some(words) => words.iter().any(|&word| self.words.get(word as usize) == Some(&true)),
            None => forms.has_short(ledger.text(phrase)),
        };
        match has_short {
            true => Concern::HasShort,
            false if self.longs.is_in(ledger.units(phrase)) => Concern::HasLong,
            false => Concern::None,
        }
    }
}

/// Occurrences of each short form by part, as written, in bodies; by number of the form.
pub(super) fn count_short(ledger: &Ledger, set: &Set) -> FxHashMap<u32, Vec<PartCount>> {
    let mut out: FxHashMap<u32, Vec<PartCount>> = FxHashMap::default();
    for (article, kept) in ledger.of(set) {
        for &(form, part, n) in &kept.shortened {
            out.entry(form).or_default().push(PartCount { article: article as u32, part, n });
        }
    }
    out.values_mut().for_each(settle);
    out
}
