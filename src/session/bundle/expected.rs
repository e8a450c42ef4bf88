//! What a bundle says must come out, held against what does.

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::corpus::correction::text_sha256;
use crate::corpus::{Engine, Versions};
use crate::extract::Given;
use crate::ingest::About;
use crate::session::collection::Entry;
use crate::view::{Clock, EncodingNote};

use super::make::{comparison_sha256, result, result_sha256};
use super::record::{ArticleRecord, ResultRecord};
use super::verdict::{Match, Verdict};

/// What a bundle that was opened says of its articles.
#[derive(Clone, Debug)]
pub(in crate::session) struct Expected {
    versions: Versions,
    pub clock: Clock,
    dictionary: String,
    articles: Vec<ArticleRecord>,
    result: ResultRecord,
    // Of articles whose text is not in the bundle and did not come yet: index by digest of the text.
    awaited: FxHashMap<String, Vec<usize>>,
}

/// An article of the bundle whose text has come.
#[derive(Debug)]
pub(in crate::session) struct Arrived {
    pub name: String,
    pub sha256: String,
    pub given: Given,
    pub rewritten: bool,
    pub about: About,
    pub note: Option<EncodingNote>,
}

impl Expected {
    pub(super) fn new(
        (versions, clock): (Versions, Clock),
        dictionary: &str,
        articles: &[ArticleRecord],
        result: ResultRecord,
    ) -> Self {
        let mut awaited: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (i, article) in articles.iter().enumerate().filter(|(_, article)| article.text.is_none()) {
            awaited.entry(article.text_sha256.clone()).or_default().push(i);
        }
        let articles = articles.iter().map(|article| ArticleRecord { text: None, ..article.clone() }).collect();
        Self { versions, clock, dictionary: dictionary.to_owned(), articles, result, awaited }
    }

    /// Names of the articles whose text did not come yet.
    pub(in crate::session) fn awaited(&self) -> Vec<String> {
        let mut waiting: Vec<usize> = self.awaited.values().flatten().copied().collect();
        waiting.arrange();
        waiting.into_iter().map(|i| self.articles[i].source.clone()).collect()
    }

    /// Whether any text is awaited.
    pub(in crate::session) fn is_waiting(&self) -> bool {
        !self.awaited.is_empty()
    }

    /// The article of a text (composed), if that is awaited. Of two articles with one text the one of that name.
    pub(in crate::session) fn arrive(&mut self, name: &str, text: &str) -> Option<Arrived> {
        let digest = text_sha256(text);
        let waiting = self.awaited.get_mut(&digest)?;
        let base = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        let named = waiting.iter().position(|&i| base(&self.articles[i].source) == base(name));
        let index = waiting.remove(named.unwrap_or(0));
        if waiting.is_empty() {
            self.awaited.remove(&digest);
        }
        let mut record = self.articles[index].clone();
        let given = record.given();
        let ArticleRecord { source: name, sha256, rewritten, about, encoding: note, .. } = record;
        Some(Arrived { name, sha256, given, rewritten, about, note })
    }
}

/// A comparison at work, one article a step.
#[derive(Debug, Default)]
pub(in crate::session) struct Checking {
    next: usize,
    // By article of the bundle: index of the entry, and whether it came out the same.
    found: Vec<Option<(usize, bool)>>,
    index: FxHashMap<(String, String), usize>,
    n_others: u32,
}

impl Checking {
    pub(in crate::session) fn new(expected: &Expected) -> Self {
        let id = |article: &ArticleRecord| (article.source.clone(), article.text_sha256.clone());
        let index = expected.articles.iter().enumerate().map(|(i, article)| (id(article), i)).collect();
        Self { next: 0, found: vec![None; expected.articles.len()], index, n_others: 0 }
    }

    /// Looks at the next article of the collection; gives its name.
    pub(in crate::session) fn step(&mut self, expected: &Expected, entries: &[Entry]) -> Option<String> {
        let (at, entry) = (self.next, entries.get(self.next)?);
        self.next += 1;
        let id = (entry.name.clone(), text_sha256(&entry.analysis.article.text));
        match self.index.get(&id).copied().filter(|&i| self.found[i].is_none()) {
            Some(i) => {
                let is_same = result_sha256(entry) == expected.articles[i].result_sha256;
                self.found[i] = Some((at, is_same));
            }
            None => self.n_others += 1,
        }
        Some(entry.name.clone())
    }

    /// What came of it.
    pub(in crate::session) fn finish(self, engine: &Engine, expected: &Expected, entries: &[Entry]) -> Verdict {
        let named = |keep: &dyn Fn(Option<(usize, bool)>) -> bool| -> Vec<String> {
            let pairs = expected.articles.iter().zip(&self.found);
            pairs.filter(|(_, found)| keep(**found)).map(|(article, _)| article.source.clone()).collect()
        };
        let missing = named(&|found| found.is_none());
        let differing = named(&|found| found.is_some_and(|(_, is_same)| !is_same));
        let ordered: Vec<&Entry> = self.found.iter().flatten().map(|&(at, _)| &entries[at]).collect();
        let comparison = if !missing.is_empty() {
            Match::Unknown
        } else if comparison_sha256(&engine.lexicon().term_words, &ordered, expected.clock)
            == expected.result.comparison_sha256
        {
            Match::Same
        } else {
            Match::Differs
        };
        // The digest of all digests holds the bundle against itself.
        let is_whole =
            result(&expected.articles, expected.result.comparison_sha256.clone()).sha256 == expected.result.sha256;
        let is_same = is_whole && missing.is_empty() && differing.is_empty() && comparison == Match::Same;
        let other_engine = (expected.versions != *engine.versions())
            .then(|| [expected.versions.clone(), engine.versions().clone()].map(|v| v.to_string()));
        Verdict {
            is_same,
            is_whole,
            n_articles: expected.articles.len() as u32,
            differing,
            missing,
            comparison,
            other_engine,
            other_dictionary: engine.dictionary().list() != expected.dictionary,
            n_others: self.n_others,
        }
    }
}
