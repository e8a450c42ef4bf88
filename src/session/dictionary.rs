//! What the reader says about words: changes that can be taken back, and the articles they concern.

use crate::corpus::Engine;
use crate::ingest::decode;
use crate::lexicon::{BadLine, Dictionary, Mark};

use super::collection::Collection;
use super::intake;
use super::protocol::{Failure, Reply};
use super::stored;

/// Changes that can be taken back, at most.
const MOST_UNDONE: usize = 50;

/// Dictionaries as they were before each change, oldest first.
#[derive(Debug, Default)]
pub(super) struct History(Vec<Dictionary>);

/// A change at work: articles are read anew, one at a time.
#[derive(Debug)]
pub(super) struct Rereading {
    /// Keys of articles not yet looked at, the next one last.
    waiting: Vec<String>,
    changed: Dictionary,
    bad: Vec<BadLine>,
}

impl History {
    /// Whether a change can be taken back.
    pub(super) fn is_open(&self) -> bool {
        !self.0.is_empty()
    }

    /// Forgets everything that was said; can be taken back.
    pub(super) fn clear(&mut self, engine: &mut Engine) {
        if !engine.dictionary().is_empty() {
            self.remember(engine);
            engine.set_dictionary(Dictionary::default());
        }
    }

    /// Takes a word list in place of what was said; for a session that reads for another one.
    pub(super) fn replace(&mut self, engine: &mut Engine, list: &str) {
        let mut next = Dictionary::default();
        next.read(list);
        if next != **engine.dictionary() {
            engine.set_dictionary(next);
        }
    }

    /// Adds a word list to what was said; whether that changes anything. Lines that cannot be read are left out.
    pub(super) fn take(&mut self, engine: &mut Engine, list: &str) -> bool {
        let mut next = Dictionary::clone(engine.dictionary());
        next.read(list);
        let is_other = next != **engine.dictionary();
        if is_other {
            self.remember(engine);
            engine.set_dictionary(next);
        }
        is_other
    }

    fn remember(&mut self, engine: &Engine) {
        if self.0.len() >= MOST_UNDONE {
            self.0.remove(0);
        }
        self.0.push(Dictionary::clone(engine.dictionary()));
    }

    /// Says something about a phrase.
    pub(super) fn mark(
        &mut self,
        engine: &mut Engine,
        collection: &Collection,
        phrase: &str,
        mark: Option<Mark>,
    ) -> Result<Rereading, Failure> {
        let mut next = Dictionary::clone(engine.dictionary());
        let composed = engine.composed(phrase);
        next.set(&composed, mark)
            .map_err(|error| Failure::NoPhrase { text: composed.chars().take(80).collect(), error })?;
        self.remember(engine);
        Ok(Rereading::new(engine, collection, next, Vec::new()))
    }

    /// Takes in a word list.
    pub(super) fn read(
        &mut self,
        engine: &mut Engine,
        collection: &Collection,
        bytes: &[u8],
        replace: bool,
    ) -> Result<Rereading, Failure> {
        let list = decode(bytes).map_err(intake::failure)?.text;
        let mut next = if replace { Dictionary::default() } else { Dictionary::clone(engine.dictionary()) };
        let bad = next.read(&engine.composed(&list));
        self.remember(engine);
        Ok(Rereading::new(engine, collection, next, bad))
    }

    /// Takes back the last change.
    pub(super) fn undo(&mut self, engine: &mut Engine, collection: &Collection) -> Rereading {
        let next = self.0.pop().unwrap_or_else(|| Dictionary::clone(engine.dictionary()));
        Rereading::new(engine, collection, next, Vec::new())
    }
}

impl Rereading {
    fn new(engine: &mut Engine, collection: &Collection, next: Dictionary, bad: Vec<BadLine>) -> Self {
        let changed = engine.dictionary().difference(&next);
        engine.set_dictionary(next);
        let waiting = collection.entries.iter().rev().map(|e| e.key.clone()).collect();
        Self { waiting, changed, bad }
    }

    /// Looks at the next article, and reads it anew if the change concerns it: its name, and its key if it was read.
    pub(super) fn step(&mut self, engine: &Engine, collection: &mut Collection) -> Option<(String, Option<String>)> {
        let key = self.waiting.pop()?;
        let Some(at) = collection.find(&key) else { return Some((String::new(), None)) };
        let is_concerned = Engine::holds(&self.changed, &collection.entries[at].analysis.article.text);
        if is_concerned {
            collection.reread(engine, at, None);
        }
        let entry = &mut collection.entries[at];
        entry.analysis.dictionary = engine.dictionary().clone();
        Some((entry.name.clone(), is_concerned.then_some(key)))
    }

    /// What the host is told in the end.
    pub(super) fn reply(self, engine: &Engine, keys: Vec<String>) -> Reply {
        let n_changed = self.changed.entries().len() as u32;
        let store = if n_changed > 0 { vec![stored::put_dictionary(engine.dictionary())] } else { Vec::new() };
        Reply::DictionaryChanged { keys, n_changed, bad: self.bad, store }
    }
}
