//! The articles a session holds, in the order they came.

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::corpus::{Analysis, Engine};
use crate::extract::{Correction, Given};
use crate::ingest::Sorting;
use crate::view;

use super::origin::Origin;

/// One article of the session.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Names the article; made from the bytes it came as.
    pub(super) key: String,
    /// Place in the order of the list; grows.
    pub(super) order: u32,
    /// Name of its file or paste.
    pub(super) name: String,
    /// SHA-256 of the bytes of the file, in hexadecimal.
    pub(super) sha256: String,
    /// What the reader said about it.
    pub(super) given: Given,
    /// Whether the reader changed its text.
    pub(super) rewritten: bool,
    /// Where its text came from.
    pub(super) origin: Origin,
    /// What was read from it.
    pub(super) analysis: Analysis,
    /// Names what was read; given by the collection, another one whenever the article is read.
    pub(super) stamp: u64,
}

/// The articles, by `order`.
#[derive(Debug, Default)]
pub(super) struct Collection {
    pub(super) entries: Vec<Entry>,
    // Number of articles by SHA-256, and the order of each by key.
    by_sha256: FxHashMap<String, u32>,
    by_key: FxHashMap<String, u32>,
    // What can be undone, the last first; articles taken out are kept once.
    steps: Vec<Step>,
    next_order: u32,
    last_stamp: u64,
}

/// Something that can be undone.
#[derive(Debug)]
pub(super) enum Step {
    /// Articles were taken out.
    Removed(Vec<Entry>),
    /// The reader's word on the facts of an article was another one before.
    Said { key: String, corrections: Vec<Correction> },
    /// What the reader put into the body of an article, or out of it, was something else before.
    Sorted { key: String, sorting: Sorting },
    /// Whether an article counts although its text is that of another was said otherwise before.
    Counted { key: String, counted: Option<bool> },
}

/// Steps that can be undone, at most.
const MOST_STEPS: usize = 100;

impl Collection {
    pub(super) fn find(&self, key: &str) -> Option<usize> {
        let order = *self.by_key.get(key)?;
        let from = self.entries.partition_point(|e| e.order < order);
        let near = self.entries[from..].iter().take_while(|e| e.order == order);
        near.enumerate().find_map(|(i, e)| (e.key == key).then_some(from + i))
    }

    /// The first article that came as a file of these bytes.
    pub(super) fn twin(&self, sha256: &str) -> Option<&Entry> {
        self.by_sha256.get(sha256)?;
        self.entries.iter().find(|e| e.sha256 == sha256)
    }

    /// A key that no article has: of the bytes alone, or (if those are there already) with a number behind.
    pub(super) fn free_key(&self, sha256: &str, part: usize) -> String {
        let stem = if part == 0 { sha256[..16].to_owned() } else { format!("{}-{part}", &sha256[..16]) };
        let numbered = (2..).map(|n| format!("{stem}.{n}"));
        let mut candidates = std::iter::once(stem.clone()).chain(numbered);
        candidates.find(|key| self.find(key).is_none()).unwrap_or(stem)
    }

    pub(super) fn next_order(&mut self) -> u32 {
        self.next_order += 1;
        self.next_order
    }

    pub(super) fn insert(&mut self, mut entry: Entry) {
        self.last_stamp += 1;
        entry.stamp = self.last_stamp;
        self.next_order = self.next_order.max(entry.order);
        *self.by_sha256.entry(entry.sha256.clone()).or_default() += 1;
        self.by_key.insert(entry.key.clone(), entry.order);
        let at = self.entries.partition_point(|e| e.order <= entry.order);
        self.entries.insert(at, entry);
    }

    /// Takes out the articles of these keys (all, if there are none) and remembers them; gives their keys.
    pub(super) fn remove(&mut self, keys: &[String]) -> Vec<String> {
        let all = std::mem::take(&mut self.entries);
        let (out, kept): (Vec<_>, Vec<_>) = all.into_iter().partition(|e| keys.is_empty() || keys.contains(&e.key));
        self.entries = kept;
        for entry in &out {
            self.by_key.remove(&entry.key);
            if let Some(n) = self.by_sha256.get_mut(&entry.sha256) {
                *n -= 1;
                if *n == 0 {
                    self.by_sha256.remove(&entry.sha256);
                }
            }
        }
        let gone = out.iter().map(|e| e.key.clone()).collect();
        self.steps.retain(|step| !matches!(step, Step::Removed(_)));
        self.keep(Step::Removed(out));
        gone
    }

    /// Remembers what can be undone.
    pub(super) fn keep(&mut self, step: Step) {
        self.steps.push(step);
        let over = self.steps.len().saturating_sub(MOST_STEPS);
        self.steps.drain(..over);
    }

    /// Undoes the last step; gives the keys of the articles concerned.
    pub(super) fn undo(&mut self, engine: &Engine) -> Vec<String> {
        match self.steps.pop() {
            Some(Step::Removed(out)) => {
                let back: Vec<Entry> = out.into_iter().filter(|e| self.find(&e.key).is_none()).collect();
                let keys = back.iter().map(|e| e.key.clone()).collect();
                back.into_iter().for_each(|e| self.insert(e));
                keys
            }
            Some(Step::Said { key, corrections }) => {
                self.give_back(engine, key, |given| given.corrections = corrections)
            }
            Some(Step::Sorted { key, sorting }) => self.give_back(engine, key, |given| given.sorting = sorting),
            Some(Step::Counted { key, counted }) => self.give_back(engine, key, |given| given.counted = counted),
            None => Vec::new(),
        }
    }

    /// Gives an article back what the reader said of it before; gives its key, if it is there.
    fn give_back(&mut self, engine: &Engine, key: String, set: impl FnOnce(&mut Given)) -> Vec<String> {
        let Some(at) = self.find(&key) else { return Vec::new() };
        set(&mut self.entries[at].given);
        self.reread(engine, at, None);
        vec![key]
    }

    /// Reads those of the articles again that were read with another dictionary.
    pub(super) fn catch_up(&mut self, engine: &Engine, keys: &[String]) {
        for key in keys {
            if let Some(at) = self.find(key).filter(|&at| self.entries[at].analysis.dictionary != *engine.dictionary())
            {
                self.reread(engine, at, None);
            }
        }
    }

    /// Reads an article again after a change.
    pub(super) fn reread(&mut self, engine: &Engine, at: usize, text: Option<&str>) {
        let entry = &mut self.entries[at];
        self.last_stamp += 1;
        entry.stamp = self.last_stamp;
        let old = std::mem::take(&mut entry.analysis.article);
        let mut about = old.about;
        if text.is_some() {
            // The lines are other ones now.
            about.hints.clear();
        }
        entry.analysis = engine.analyse_about(text.unwrap_or(&old.text), about, &entry.given);
    }

    /// The articles as the views take them.
    pub(super) fn views(&self) -> Vec<view::Entry<'_>> {
        self.entries.iter().map(Entry::view).collect()
    }
}

impl Entry {
    pub(super) fn view(&self) -> view::Entry<'_> {
        let edited = self.rewritten || self.given != Given::default();
        view::Entry {
            key: &self.key,
            name: &self.name,
            sha256: &self.sha256,
            edited,
            encoding: self.origin.note,
            analysis: &self.analysis,
            stamp: self.stamp,
        }
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
