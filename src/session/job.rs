//! Requests that take several steps, an article each.

use std::collections::{BTreeMap, VecDeque};

use rustc_hash::FxHashSet;

use super::Session;
use crate::view::{Clock, Overviewing};

use super::bundle::{Checking, Expected, Making, Opened, Options};
use super::collection::Collection;
use super::dictionary::Rereading;
use super::export;
use super::intake::{self, Texts, Waiting};
use super::mapped::{Mapped, framed};
use super::origin::Origin;
use super::protocol::{Rejection, Reply, Request, SourceFile, Split, StoreChange};
use super::stored::{self, Stored};

/// A request that takes several steps.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) id: u32,
    pub(super) work: Work,
    pub(super) done: u32,
    pub(super) total: u32,
    pub(super) keys: Vec<String>,
    pub(super) rejected: Vec<Rejection>,
    pub(super) splits: Vec<Split>,
    pub(super) store: Vec<StoreChange>,
}

/// What is at work.
#[derive(Debug)]
pub(super) enum Work {
    Files {
        files: VecDeque<SourceFile>,
        texts: VecDeque<Waiting>,
        keep_duplicates: bool,
    },
    Map {
        files: VecDeque<SourceFile>,
        texts: VecDeque<Waiting>,
        parts: Vec<Vec<u8>>,
    },
    Mapped {
        parts: VecDeque<Vec<u8>>,
        fresh: FxHashSet<String>,
        keep_duplicates: bool,
    },
    Stored(VecDeque<Stored>),
    Dictionary(Rereading),
    Bundle(Making),
    Opened {
        articles: VecDeque<Stored>,
        settings: BTreeMap<String, String>,
    },
    Checking(Checking),
    /// An overview in the making, and the request that needs it.
    Overview {
        overviewing: Box<Overviewing>,
        then: Box<Request>,
    },
}

impl Job {
    pub(super) fn new(id: u32, work: Work, total: u32) -> Self {
        let (keys, rejected, splits, store) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { id, work, done: 0, total, keys, rejected, splits, store }
    }

    /// What is left of it when it is given up; nothing if it has no result by halves.
    pub(super) fn cancelled(mut self) -> Option<Self> {
        match &mut self.work {
            Work::Files { files, texts, .. } | Work::Map { files, texts, .. } => {
                files.clear();
                texts.clear();
            }
            Work::Mapped { parts, .. } => parts.clear(),
            Work::Stored(stored) => stored.clear(),
            Work::Opened { articles, .. } => articles.clear(),
            // Half the articles read with one dictionary and half with another would be no answer.
            Work::Dictionary(_) => {}
            Work::Bundle(_) | Work::Checking(_) | Work::Overview { .. } => return None,
        }
        Some(self)
    }
}

impl Session {
    /// Makes a bundle.
    pub(super) fn bundle(&mut self, id: u32, options: Options) -> (u32, Reply) {
        let total = self.n_articles();
        self.go_on(Job::new(id, Work::Bundle(Making::new(options)), total))
    }

    /// Takes in a bundle.
    pub(super) fn open(&mut self, id: u32, opened: Opened, replace: bool) -> (u32, Reply) {
        let Opened { articles, rejected, settings, dictionary, expected } = opened;
        let mut store = Vec::new();
        if replace {
            let gone = self.collection.remove(&[]);
            store.extend(gone.iter().flat_map(|key| stored::delete(key)));
            self.history.clear(&mut self.engine);
        }
        if self.history.take(&mut self.engine, &dictionary) {
            let keys: Vec<String> = self.collection.entries.iter().map(|e| e.key.clone()).collect();
            self.collection.catch_up(&self.engine, &keys);
        }
        if replace || !dictionary.is_empty() {
            store.push(stored::put_dictionary(self.engine.dictionary()));
        }
        self.expected = Some(expected);
        let waiting = |(mut record, text): (super::bundle::ArticleRecord, String)| Stored {
            key: String::new(),
            given: record.given(),
            name: record.source,
            order: 0,
            sha256: record.sha256,
            rewritten: record.rewritten,
            origin: Origin { note: record.encoding, bytes: None },
            about: record.about,
            text,
        };
        let articles: VecDeque<Stored> = articles.into_iter().map(waiting).collect();
        let total = articles.len() as u32;
        let work = Work::Opened { articles, settings };
        self.go_on(Job { rejected, store, ..Job::new(id, work, total) })
    }

    /// One article of a longer request.
    pub(super) fn go_on(&mut self, mut job: Job) -> (u32, Reply) {
        if let Work::Overview { .. } = &job.work {
            return self.draw_on(job);
        }
        let n_keys = job.keys.len();
        let name = match &mut job.work {
            Work::Files { files, texts, keep_duplicates } => {
                let keep_duplicates = *keep_duplicates;
                let splits = &mut job.splits;
                let text = next(files, texts, &mut job.total, &mut job.done, &mut job.rejected, |file| {
                    let Texts { texts, split } = intake::open(&self.engine, &self.collection, file, keep_duplicates)?;
                    splits.extend(split);
                    Ok(texts)
                });
                text.map(|text| {
                    let name = text.name.clone();
                    let expected = self.expected.as_mut();
                    job.keys.push(intake::read(&self.engine, &mut self.collection, expected, text));
                    name
                })
            }
            Work::Map { files, texts, parts } => {
                let nothing = Collection::default();
                let text = next(files, texts, &mut job.total, &mut job.done, &mut job.rejected, |file| {
                    intake::open(&self.engine, &nothing, file, true).map(|opened| opened.texts)
                });
                text.map(|text| {
                    let name = text.name.clone();
                    parts.push(Mapped::of(&self.engine, text).pack(&self.engine));
                    name
                })
            }
            Work::Mapped { parts, fresh, keep_duplicates } => parts.pop_front().map(|part| {
                let expected = self.expected.as_mut();
                match intake::take_over(&self.engine, &mut self.collection, expected, &part, fresh, *keep_duplicates) {
                    Ok((name, key)) => {
                        // Other workers read on meanwhile; later the overview would wait for it.
                        if let Some(at) = self.collection.find(&key) {
                            let words = &self.engine.lexicon().term_words;
                            self.overviews.read_ahead(words, &self.collection.entries[at]);
                        }
                        job.keys.push(key);
                        name
                    }
                    Err(rejection) => {
                        let name = rejection.name.clone();
                        job.rejected.push(rejection);
                        name
                    }
                }
            }),
            Work::Stored(stored) => stored.pop_front().map(|stored| {
                let (key, name) = (stored.key.clone(), stored.name.clone());
                if self.collection.find(&key).is_none() {
                    self.collection.insert(stored.read(&self.engine));
                    job.keys.push(key);
                }
                name
            }),
            Work::Opened { articles, .. } => articles.pop_front().map(|stored| {
                let name = stored.name.clone();
                job.keys.extend(intake::take_in(&self.engine, &mut self.collection, stored));
                name
            }),
            Work::Dictionary(rereading) => rereading.step(&self.engine, &mut self.collection).map(|(name, key)| {
                job.keys.extend(key);
                name
            }),
            Work::Bundle(making) => making.step(&self.collection.entries),
            Work::Checking(checking) => {
                self.expected.as_ref().and_then(|expected| checking.step(expected, &self.collection.entries))
            }
            Work::Overview { .. } => None,
        };
        let Some(name) = name else { return self.end(job) };
        let is_new = matches!(job.work, Work::Files { .. } | Work::Mapped { .. } | Work::Opened { .. });
        let is_new = is_new && job.keys.len() > n_keys;
        if let Some(at) = job.keys.last().filter(|_| is_new).and_then(|key| self.collection.find(key)) {
            job.store.extend(stored::put_all(&self.collection.entries[at]));
        }
        job.done += 1;
        let (done, total, part) = (job.done, job.total, READING.to_owned());
        let progress = (job.id, Reply::Progress { done, total, name, in_kilobytes: false, part });
        self.job = Some(job);
        progress
    }

    fn end(&self, job: Job) -> (u32, Reply) {
        let Job { id, keys, rejected, splits, store, .. } = job;
        let reply = match job.work {
            Work::Dictionary(rereading) => rereading.reply(&self.engine, keys),
            Work::Bundle(making) => {
                let text = making.finish(&self.engine, &self.collection.entries);
                export::exported("langkinh-bundle.json", "application/json", text)
            }
            Work::Opened { settings, .. } => {
                let awaited = self.expected.as_ref().map_or_else(Vec::new, Expected::awaited);
                let clock = self.expected.as_ref().map_or_else(Clock::default, |expected| expected.clock);
                Reply::Opened { keys, rejected, awaited, clock, settings, store }
            }
            Work::Checking(checking) => match &self.expected {
                Some(expected) => {
                    let verdict = checking.finish(&self.engine, expected, &self.collection.entries);
                    Reply::Verified { verdict }
                }
                None => Reply::Failed { failure: super::protocol::Failure::NothingToVerify },
            },
            Work::Overview { .. } => Reply::Failed { failure: super::protocol::Failure::Cancelled },
            Work::Map { parts, .. } => Reply::Mapped { bytes: framed(parts), rejected },
            Work::Files { .. } | Work::Mapped { .. } | Work::Stored(_) => {
                Reply::Added { keys, rejected, splits, tables: Vec::new(), store }
            }
        };
        (id, reply)
    }
}

/// The part of the work, as progress says, in which articles are read.
const READING: &str = "reading";

/// The next text of files, which are opened as they are needed.
fn next(
    files: &mut VecDeque<SourceFile>,
    texts: &mut VecDeque<Waiting>,
    total: &mut u32,
    done: &mut u32,
    rejected: &mut Vec<Rejection>,
    mut open: impl FnMut(SourceFile) -> Result<Vec<Waiting>, Rejection>,
) -> Option<Waiting> {
    while texts.is_empty() {
        match open(files.pop_front()?) {
            Ok(parts) => {
                *total = *total + parts.len() as u32 - 1;
                texts.extend(parts);
            }
            Err(rejection) => {
                *done += 1;
                rejected.push(rejection);
            }
        }
    }
    texts.pop_front()
}
