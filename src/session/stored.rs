//! Records that the host keeps for the next visit: one per article with its text, one with what the reader said of it.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::base::{Arrange, Day};
use crate::corpus::Engine;
use crate::extract::{Correction, Given};
use crate::ingest::{About, Sorting};
use crate::lexicon::Dictionary;
use crate::view::EncodingNote;

use super::collection::Entry;
use super::origin::Origin;
use super::protocol::{StoreChange, StoredRecord};

#[derive(Serialize, Deserialize)]
struct ArticleRecord {
    version: u32,
    order: u32,
    name: String,
    sha256: String,
    rewritten: bool,
    text: String,
    #[serde(default)]
    encoding: Option<EncodingNote>,
    // The bytes of the file, each as the character of that number.
    #[serde(default)]
    bytes: Option<String>,
    #[serde(default, skip_serializing_if = "About::is_empty")]
    about: About,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct GivenRecord {
    title: Option<String>,
    published: Option<String>,
    year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<bool>,
    #[serde(skip_serializing_if = "Sorting::is_empty")]
    sorting: Sorting,
    corrections: Vec<Correction>,
}

const VERSION: u32 = 1;
const ARTICLE: &str = "article/";
const GIVEN: &str = "given/";
const DICTIONARY: &str = "dictionary";

/// The record of what the reader said about words: a plain word list.
pub(super) fn put_dictionary(dictionary: &Dictionary) -> StoreChange {
    let key = DICTIONARY.to_owned();
    if dictionary.is_empty() {
        return StoreChange::Delete { key };
    }
    StoreChange::Put { key, bytes: dictionary.list().into_bytes() }
}

/// What the reader said about words on an earlier visit. A line that cannot be read is left out, as nobody is there to
/// be told.
pub(super) fn dictionary(records: &[StoredRecord]) -> Option<Dictionary> {
    let record = records.iter().find(|r| r.key == DICTIONARY)?;
    let mut dictionary = Dictionary::default();
    dictionary.read(&String::from_utf8_lossy(&record.bytes));
    Some(dictionary)
}

/// The record of the article's text.
pub(super) fn put_article(entry: &Entry) -> StoreChange {
    let record = ArticleRecord {
        version: VERSION,
        order: entry.order,
        name: entry.name.clone(),
        sha256: entry.sha256.clone(),
        rewritten: entry.rewritten,
        text: entry.analysis.article.text.clone(),
        encoding: entry.origin.note,
        bytes: entry.origin.bytes.as_ref().map(|bytes| bytes.iter().copied().map(char::from).collect()),
        about: entry.analysis.article.about.clone(),
    };
    put(format!("{ARTICLE}{}", entry.key), &record)
}

/// The record of what the reader said.
pub(super) fn put_given(entry: &Entry) -> StoreChange {
    let given = &entry.given;
    let published = given.published.map(|d| d.to_string());
    let (title, corrections) = (given.title.clone(), given.corrections.clone());
    put(
        format!("{GIVEN}{}", entry.key),
        &GivenRecord {
            title,
            published,
            year: given.year,
            counted: given.counted,
            sorting: given.sorting.clone(),
            corrections,
        },
    )
}

/// Both records of the article.
pub(super) fn put_all(entry: &Entry) -> Vec<StoreChange> {
    let mut out = vec![put_article(entry)];
    if entry.given != Given::default() {
        out.push(put_given(entry));
    }
    out
}

/// Both records of the article, whatever stood there before.
pub(super) fn put_anew(entry: &Entry) -> [StoreChange; 2] {
    [put_article(entry), put_given(entry)]
}

/// No record of the article any more.
pub(super) fn delete(key: &str) -> [StoreChange; 2] {
    [StoreChange::Delete { key: format!("{ARTICLE}{key}") }, StoreChange::Delete { key: format!("{GIVEN}{key}") }]
}

fn put(key: String, record: &impl Serialize) -> StoreChange {
    let bytes = serde_json::to_vec(record).expect("records hold strings and numbers only");
    StoreChange::Put { key, bytes }
}

/// An article as it was stored, not yet read.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) order: u32,
    pub(super) sha256: String,
    pub(super) rewritten: bool,
    pub(super) text: String,
    pub(super) given: Given,
    pub(super) origin: Origin,
    pub(super) about: About,
}

impl Stored {
    pub(super) fn read(self, engine: &Engine) -> Entry {
        let analysis = engine.analyse_about(&self.text, self.about, &self.given);
        let Stored { key, order, name, sha256, rewritten, given, origin, .. } = self;
        Entry { key, order, name, sha256, given, rewritten, origin, analysis, stamp: 0 }
    }
}

/// The articles in the records, by their order; and the keys of records that cannot be read.
pub(super) fn articles(records: Vec<StoredRecord>) -> (Vec<Stored>, Vec<String>) {
    let (mut out, mut damaged) = (Vec::new(), Vec::new());
    let mut said: FxHashMap<&str, &StoredRecord> = FxHashMap::default();
    for record in &records {
        if let Some(key) = record.key.strip_prefix(GIVEN) {
            said.entry(key).or_insert(record);
        }
    }
    for record in &records {
        let Some(key) = record.key.strip_prefix(ARTICLE) else { continue };
        match stored(record, key, said.get(key).copied()) {
            Some(article) => out.push(article),
            None => damaged.push(record.key.clone()),
        }
    }
    out.arrange_by(|a, b| (a.order, &a.key).cmp(&(b.order, &b.key)));
    damaged.arrange();
    (out, damaged)
}

/// The article of a record, with what the reader said of it.
// Apart from the list, which is empty on a first visit: in the browser this is fetched after a first result.
#[inline(never)]
fn stored(record: &StoredRecord, key: &str, said: Option<&StoredRecord>) -> Option<Stored> {
    let article: ArticleRecord = serde_json::from_slice(&record.bytes).ok()?;
    let ArticleRecord { version, order, name, sha256, rewritten, text, encoding, bytes, about, .. } = article;
    if version != VERSION || sha256.len() != 64 || !sha256.is_ascii() {
        return None;
    }
    let origin = Origin { note: encoding, bytes: bytes.and_then(|shown| bytes_of(&shown)) };
    Some(Stored { key: key.to_owned(), order, name, sha256, rewritten, text, given: given(said), origin, about })
}

/// The bytes that were stored as characters.
fn bytes_of(shown: &str) -> Option<Vec<u8>> {
    shown.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}

fn given(record: Option<&StoredRecord>) -> Given {
    let given: GivenRecord = record.and_then(|r| serde_json::from_slice(&r.bytes).ok()).unwrap_or_default();
    let published = given.published.as_deref().and_then(Day::parse);
    let GivenRecord { title, year, counted, sorting, corrections, .. } = given;
    Given { title, published, year, counted, sorting, corrections }
}
