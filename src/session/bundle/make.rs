//! Making a bundle, one article a step.

use std::collections::BTreeMap;

use crate::base::Arrange;
use crate::corpus::Engine;
use crate::corpus::correction::text_sha256;
use crate::extract::Given;
use crate::lexicon::TermWords;
use crate::session::collection::{Entry, sha256};
use crate::view::{self, Clock, document};

use super::ready::Ready;
use super::record::{ArticleRecord, Bundle, ResultRecord, SCHEMA};

/// What goes into a bundle.
#[derive(Clone, Debug)]
pub(in crate::session) struct Options {
    /// Whether the texts are inside; otherwise only their digests.
    pub texts: bool,
    /// Whether the overview is inside, so that it can be shown without the engine.
    pub view: bool,
    /// The year that a count belongs to.
    pub clock: Clock,
    /// What the host wants kept.
    pub settings: BTreeMap<String, String>,
}

impl Options {
    /// With the overview and without settings.
    pub(in crate::session) fn new(texts: bool, clock: Clock) -> Self {
        Self { texts, view: true, clock, settings: BTreeMap::new() }
    }
}

/// A bundle being made.
#[derive(Debug)]
pub(in crate::session) struct Making {
    options: Options,
    done: Vec<ArticleRecord>,
}

impl Making {
    pub(in crate::session) fn new(options: Options) -> Self {
        Self { options, done: Vec::new() }
    }

    /// Takes the next article; gives its name, or nothing when all are taken.
    pub(in crate::session) fn step(&mut self, entries: &[Entry]) -> Option<String> {
        let entry = entries.get(self.done.len())?;
        self.done.push(article_record(entry));
        Some(entry.name.clone())
    }

    /// The file.
    pub(in crate::session) fn finish(self, engine: &Engine, entries: &[Entry]) -> String {
        let Self { options, done } = self;
        let words = &engine.lexicon().term_words;
        let mut order: Vec<usize> = (0..done.len().min(entries.len())).collect();
        let said: Vec<String> = done.iter().map(said).collect();
        let id = |i: usize| (done[i].source.as_str(), done[i].text_sha256.as_str());
        order.arrange_by(|&a, &b| id(a).cmp(&id(b)).then_with(|| said[a].cmp(&said[b])));
        order.dedup_by(|&mut b, &mut a| id(a) == id(b));
        let ordered: Vec<&Entry> = order.iter().map(|&i| &entries[i]).collect();
        let comparison_sha256 = comparison_sha256(words, &ordered, options.clock);
        let keys = keys(order.iter().map(|&i| done[i].text_sha256.as_str()));
        let view = options.view.then(|| {
            let shown: Vec<view::Entry> =
                ordered.iter().zip(&keys).map(|(entry, key)| view::Entry { key, ..entry.view() }).collect();
            Ready::new(words, &shown, options.clock)
        });
        let mut articles: Vec<ArticleRecord> = order.iter().map(|&i| done[i].clone()).collect();
        for (record, entry) in articles.iter_mut().zip(&ordered) {
            record.text = options.texts.then(|| entry.analysis.article.text.clone());
        }
        let result = result(&articles, comparison_sha256);
        let bundle = Bundle {
            schema: SCHEMA.to_owned(),
            engine: engine.versions().clone(),
            clock: options.clock,
            settings: options.settings,
            dictionary: engine.dictionary().list(),
            articles,
            result,
            view,
        };
        let mut out = serde_json::to_string(&bundle).expect("records hold strings, numbers and lists only");
        out.push('\n');
        out
    }
}

/// What the reader said, as text; decides between two articles that are the same otherwise.
fn said(record: &ArticleRecord) -> String {
    serde_json::to_string(record).unwrap_or_default()
}

/// The record of an article, without its text.
fn article_record(entry: &Entry) -> ArticleRecord {
    let Given { title, published, year, counted, sorting, corrections } = entry.given.clone();
    ArticleRecord {
        source: entry.name.clone(),
        sha256: entry.sha256.clone(),
        text_sha256: text_sha256(&entry.analysis.article.text),
        text: None,
        encoding: entry.origin.note,
        about: entry.analysis.article.about.clone(),
        rewritten: entry.rewritten,
        title,
        published: published.map(|day| day.to_string()),
        year,
        counted,
        sorting,
        corrections,
        result_sha256: result_sha256(entry),
    }
}

/// Keys of articles in the order of a bundle: of their texts, with a number where one stands twice.
fn keys<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen: rustc_hash::FxHashMap<&str, u32> = rustc_hash::FxHashMap::default();
    let key = |sha256: &'a str| {
        let stem = &sha256[..16];
        let n = seen.entry(stem).or_default();
        *n += 1;
        if *n == 1 { stem.to_owned() } else { format!("{stem}.{n}") }
    };
    texts.map(key).collect()
}

/// Digest of what was read from an article.
pub(super) fn result_sha256(entry: &Entry) -> String {
    sha256(document::article_json(&entry.view()).as_bytes())
}

/// Digest of the comparison of articles, which stand in the order of a bundle.
pub(super) fn comparison_sha256(words: &TermWords, ordered: &[&Entry], clock: Clock) -> Option<String> {
    let entries: Vec<view::Entry> = ordered.iter().map(|entry| entry.view()).collect();
    document::comparison_json(words, &entries, clock).map(|json| sha256(json.as_bytes()))
}

/// All digests in one.
pub(super) fn result(articles: &[ArticleRecord], comparison_sha256: Option<String>) -> ResultRecord {
    let mut lines = String::new();
    for digest in articles.iter().map(|a| a.result_sha256.as_str()).chain(comparison_sha256.as_deref()) {
        lines.push_str(digest);
        lines.push('\n');
    }
    ResultRecord { comparison_sha256, sha256: sha256(lines.as_bytes()) }
}
