//! Requests waiting, one at work, replies out.

use std::collections::VecDeque;

use crate::base::Day;
use crate::base::PackError;
use crate::corpus::Engine;
use crate::extract::Correction;
use crate::lexicon::TermWords;
use crate::text::Compose;
use crate::view::{self, Clock, Outline, Overview};
#[cfg(feature = "built-in")]
use crate::{lexicon::Tables, segment::Segmenter};

use super::bundle::{self, Checking, Expected, Options};
use super::collection::{Collection, Entry, Step};
use super::corrections;
use super::dictionary::{History, Rereading};
use super::export;
use super::intake;
use super::job::{Job, Work};
use super::mapped::unframed;
use super::origin::Origin;
use super::overviews::Overviews;
use super::pictures::Pictures;
use super::protocol::{Edit, ExportFormat, Failure, Rejection, Reply, Request, StoreChange};
use super::stored;

/// The engine with its articles, driven in steps.
#[derive(Debug)]
pub struct Session {
    pub(super) engine: Engine,
    pub(super) collection: Collection,
    pub(super) history: History,
    pub(super) expected: Option<Expected>,
    waiting: VecDeque<(u32, Request)>,
    pub(super) job: Option<Job>,
    // Drawn when nothing else waits.
    pub(super) pictures: VecDeque<Pictures>,
    pub(super) overviews: Overviews,
}

impl Session {
    /// A session without articles. `compose` brings text to NFC, `words` and `tables` are the data files.
    ///
    /// # Errors
    /// When one of them is damaged or made for another build.
    pub fn new(compose: Compose, words: &[u8], tables: &[u8]) -> Result<Self, PackError> {
        let engine = Engine::new(compose, words, tables)?;
        let (collection, history) = (Collection::default(), History::default());
        let (waiting, pictures, overviews) = (VecDeque::new(), VecDeque::new(), Overviews::default());
        Ok(Self { engine, collection, history, expected: None, waiting, job: None, pictures, overviews })
    }

    /// A session with the words and tables of this build.
    #[cfg(feature = "built-in")]
    #[expect(clippy::missing_panics_doc, reason = "the packs are built together with the program")]
    pub fn built_in(compose: Compose) -> Self {
        Self::new(compose, Segmenter::BUILT_IN, Tables::BUILT_IN)
            .expect("the packs are built together with the program")
    }

    pub(super) fn n_articles(&self) -> u32 {
        self.collection.entries.len() as u32
    }

    fn term_words(&self) -> &TermWords {
        &self.engine.lexicon().term_words
    }

    /// Hands in a request; its replies carry `id`. Requests are begun in their order, but pictures stand back: they are drawn
    /// when nothing else waits.
    pub fn submit(&mut self, id: u32, request: Request) {
        match request {
            Request::Charts { queries } => self.pictures.push_back(Pictures::new(id, queries)),
            request => self.waiting.push_back((id, request)),
        }
    }

    /// Gives up a request that waits or is at work. What it has read already stays; its reply says `added` as far as it
    /// came, or `cancelled` if it had not begun.
    pub fn cancel(&mut self, id: u32) {
        if let Some(job) = self.job.take_if(|job| job.id == id) {
            match job.cancelled() {
                Some(job) => self.job = Some(job),
                None => self.waiting.push_front((id, Request::Cancelled)),
            }
        } else if let Some(at) = self.pictures.iter().position(|pictures| pictures.id == id) {
            self.pictures.remove(at);
            self.waiting.push_front((id, Request::Cancelled));
        } else if let Some((_, request)) = self.waiting.iter_mut().find(|(waiting, _)| *waiting == id) {
            *request = Request::Cancelled;
        }
    }

    /// Does one bounded piece of work (one article, one part of an overview, or one picture). `None` when there is nothing to
    /// do.
    pub fn step(&mut self) -> Option<(u32, Reply)> {
        if let Some(job) = self.job.take() {
            return Some(self.go_on(job));
        }
        if let Some((id, request)) = self.waiting.pop_front() {
            return Some(self.begin(id, request));
        }
        let pictures = self.pictures.pop_front()?;
        Some(self.draw(pictures))
    }

    pub(super) fn begin(&mut self, id: u32, request: Request) -> (u32, Reply) {
        if request.may_change() {
            self.overviews.outdate();
            self.pictures.iter_mut().for_each(Pictures::outdate);
        }
        if let Some(clock) = self.missing(&request) {
            return self.prepare(id, clock, request);
        }
        let reply = match request {
            Request::Add { files, keep_duplicates } => {
                let total = files.len() as u32;
                let work = Work::Files { files: files.into(), texts: VecDeque::new(), keep_duplicates };
                return self.go_on(Job::new(id, work, total));
            }
            Request::Replace { keys, files } => {
                let gone = if keys.is_empty() { Vec::new() } else { self.collection.remove(&keys) };
                let store = gone.iter().flat_map(|key| stored::delete(key)).collect();
                let total = files.len() as u32;
                let work = Work::Files { files: files.into(), texts: VecDeque::new(), keep_duplicates: false };
                return self.go_on(Job { store, ..Job::new(id, work, total) });
            }
            Request::Map { files, dictionary } => {
                self.history.replace(&mut self.engine, &dictionary);
                let total = files.len() as u32;
                let work = Work::Map { files: files.into(), texts: VecDeque::new(), parts: Vec::new() };
                return self.go_on(Job::new(id, work, total));
            }
            Request::AddMapped { bytes, keep_duplicates } => {
                let parts = unframed(&bytes);
                let total = parts.len() as u32;
                let work = Work::Mapped { parts, fresh: Default::default(), keep_duplicates };
                return self.go_on(Job::new(id, work, total));
            }
            Request::Restore { records } => {
                if let Some(dictionary) = stored::dictionary(&records).filter(|_| self.engine.dictionary().is_empty()) {
                    self.engine.set_dictionary(dictionary);
                    let keys: Vec<String> = self.collection.entries.iter().map(|e| e.key.clone()).collect();
                    self.collection.catch_up(&self.engine, &keys);
                }
                let (stored, damaged) = stored::articles(records);
                let reject = |key: String| Rejection { name: key.clone(), failure: Failure::DamagedRecord { key } };
                let rejected = damaged.into_iter().map(reject).collect();
                let total = stored.len() as u32;
                return self.go_on(Job { rejected, ..Job::new(id, Work::Stored(stored.into()), total) });
            }
            Request::Bundle { texts, view, clock, settings } => {
                return self.bundle(id, Options { texts, view, clock, settings });
            }
            Request::Export { format: ExportFormat::Bundle, clock } => {
                return self.bundle(id, Options::new(true, clock));
            }
            Request::Export { format: ExportFormat::BundleHashes, clock } => {
                return self.bundle(id, Options::new(false, clock));
            }
            Request::Open { bytes, replace } => match bundle::open(&bytes) {
                Ok(opened) => return self.open(id, opened, replace),
                Err(failure) => Reply::Failed { failure },
            },
            Request::Verify => match &self.expected {
                Some(expected) => {
                    let (work, total) = (Work::Checking(Checking::new(expected)), self.n_articles());
                    return self.go_on(Job::new(id, work, total));
                }
                None => Reply::Failed { failure: Failure::NothingToVerify },
            },
            Request::Edit { key, edit } => self.edit(&key, edit),
            Request::Correct { key, correction } => self.say(&key, |entry| corrections::say(entry, correction)),
            Request::TakeBack { key, kind, start, end } => self.say(&key, |entry| {
                corrections::take_back(entry, kind, start, end);
                Ok(())
            }),
            Request::Corrections { bytes } => self.import(&bytes),
            Request::Remove { keys } => {
                let is_everything = keys.is_empty();
                let keys = self.collection.remove(&keys);
                let mut store: Vec<StoreChange> = keys.iter().flat_map(|key| stored::delete(key)).collect();
                if is_everything {
                    self.expected = None;
                    self.history.clear(&mut self.engine);
                    store.push(stored::put_dictionary(self.engine.dictionary()));
                }
                Reply::Changed { keys, store }
            }
            Request::Undo => {
                let keys = self.collection.undo(&self.engine);
                self.collection.catch_up(&self.engine, &keys);
                let back = self.collection.entries.iter().filter(|e| keys.contains(&e.key));
                Reply::Changed { store: back.flat_map(stored::put_anew).collect(), keys }
            }
            Request::Overview { clock } => {
                Reply::Overview { overview: Box::new(Overview::clone(&self.overview(clock))) }
            }
            Request::Outline { clock } => Reply::Outline { outline: Box::new(Outline::new(&self.overview(clock))) },
            Request::Charts { queries } => return self.draw(Pictures::new(id, queries)),
            Request::ExportChart { query, format } => {
                export::chart(&self.overview(query.clock), &self.collection.views(), &query, format)
            }
            Request::ExportReport { kind, language, clock } => {
                export::report(&self.overview(clock), &self.collection.views(), kind, language)
            }
            Request::Facts { query } => {
                let terms = self.terms_of_theme(&query.topic, query.clock);
                Reply::Facts { table: view::fact_table(&self.collection.views(), &query, &terms) }
            }
            Request::Figures { query } => {
                let terms = self.terms_of_theme(&query.topic, query.clock);
                Reply::Figures { table: view::figure_table(&self.collection.views(), &query, &terms) }
            }
            Request::Article { key } => match self.collection.find(&key) {
                Some(at) => {
                    let entry = &self.collection.entries[at];
                    let words = self.engine.words(&entry.analysis);
                    Reply::Article { article: Box::new(view::article_view(&entry.view(), &words)) }
                }
                None => Reply::Failed { failure: Failure::NoArticle { key } },
            },
            Request::Word { key, at } => self.word(key, at),
            Request::Dictionary => {
                let rows = view::dictionary_rows(&self.collection.views(), self.engine.dictionary());
                Reply::Dictionary { dictionary: view::DictionaryView { rows, can_undo: self.history.is_open() } }
            }
            Request::Mark { phrase, mark } => {
                match self.history.mark(&mut self.engine, &self.collection, &phrase, mark) {
                    Ok(rereading) => return self.reread(id, rereading),
                    Err(failure) => Reply::Failed { failure },
                }
            }
            Request::ReadDictionary { bytes, replace } => {
                match self.history.read(&mut self.engine, &self.collection, &bytes, replace) {
                    Ok(rereading) => return self.reread(id, rereading),
                    Err(failure) => Reply::Failed { failure },
                }
            }
            Request::UndoDictionary => {
                let rereading = self.history.undo(&mut self.engine, &self.collection);
                return self.reread(id, rereading);
            }

            Request::Concordance { term, topic, clock, year } if term.is_empty() && !topic.is_empty() => {
                let overview = self.overview(clock);
                Reply::Concordance {
                    concordance: view::theme_places(&overview, &self.collection.views(), &topic, year),
                }
            }
            Request::Concordance { term, clock, year: Some(year), .. } if term.is_empty() => {
                Reply::Concordance { concordance: view::of_year(&self.collection.views(), clock, year) }
            }
            Request::Concordance { term, clock, year, .. } => {
                Reply::Concordance { concordance: view::concordance(&self.collection.views(), &term, clock, year) }
            }
            Request::Export { format, clock } => {
                export::file(self.term_words(), self.engine.dictionary(), &self.collection.views(), format, clock)
            }
            Request::ExportFigures { query, format } => {
                let terms = self.terms_of_theme(&query.topic, query.clock);
                export::figures(&self.collection.views(), &query, &terms, format)
            }
            Request::Cancelled => Reply::Failed { failure: Failure::Cancelled },
        };
        (id, reply)
    }

    /// The terms of a theme; none where none is named.
    fn terms_of_theme(&self, topic: &str, clock: Clock) -> Vec<String> {
        if topic.is_empty() { Vec::new() } else { view::terms_of_theme(&self.overview(clock), topic) }
    }

    /// Reads articles anew after a change of the dictionary.
    fn reread(&mut self, id: u32, rereading: Rereading) -> (u32, Reply) {
        let total = self.n_articles();
        self.go_on(Job::new(id, Work::Dictionary(rereading), total))
    }

    fn word(&self, key: String, at: u32) -> Reply {
        let Some(entry) = self.collection.find(&key).map(|at| &self.collection.entries[at]) else {
            return Reply::Failed { failure: Failure::NoArticle { key } };
        };
        let byte = view::document::Locator::new(&entry.analysis.article).byte(at);
        let found = self.engine.word_at(&entry.analysis, byte);
        let word = found.and_then(|word| view::word_view(&self.collection.views(), &entry.view(), &word));
        Reply::Word { word: word.map(Box::new) }
    }

    /// Takes what the reader says of the facts of an article; can be undone.
    fn say(&mut self, key: &str, say: impl FnOnce(&mut Entry) -> Result<(), Failure>) -> Reply {
        let Some(at) = self.collection.find(key) else {
            return Reply::Failed { failure: Failure::NoArticle { key: key.to_owned() } };
        };
        let entry = &mut self.collection.entries[at];
        let before = entry.given.corrections.clone();
        if let Err(failure) = say(entry) {
            return Reply::Failed { failure };
        }
        self.collection.keep(Step::Said { key: key.to_owned(), corrections: before });
        self.collection.reread(&self.engine, at, None);
        let store = vec![stored::put_given(&self.collection.entries[at])];
        Reply::Changed { keys: vec![key.to_owned()], store }
    }

    /// Reads a list of corrections and takes each for the articles of its text.
    fn import(&mut self, bytes: &[u8]) -> Reply {
        let list: Vec<Correction> = match serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
            Ok(list) => list,
            Err(error) => return Reply::Failed { failure: Failure::NoCorrections { reason: error.to_string() } },
        };
        let corrections::Imported { keys, n_taken: taken, n_unmatched: unmatched, n_refused: refused } =
            corrections::import(&mut self.collection, list);
        let mut store = Vec::new();
        for at in keys.iter().filter_map(|key| self.collection.find(key)).collect::<Vec<_>>() {
            self.collection.reread(&self.engine, at, None);
            store.push(stored::put_given(&self.collection.entries[at]));
        }
        Reply::Corrected { keys, taken, unmatched, refused, store }
    }

    fn edit(&mut self, key: &str, edit: Edit) -> Reply {
        let Some(at) = self.collection.find(key) else {
            return Reply::Failed { failure: Failure::NoArticle { key: key.to_owned() } };
        };
        let entry = &mut self.collection.entries[at];
        if let Some(text) = &edit.published {
            entry.given.published = Day::parse(text.trim());
            if entry.given.published.is_none() && !text.trim().is_empty() {
                return Reply::Failed { failure: Failure::NoSuchDay { text: text.clone() } };
            }
        }
        if let Some(title) = edit.title {
            entry.given.title = Some(title.trim().to_owned()).filter(|t| !t.is_empty());
        }
        if let Some(year) = edit.year {
            entry.given.year = Some(year).filter(|y| (1000..=9999).contains(y));
        }
        let counted = edit.counted.map(|_| Step::Counted { key: key.to_owned(), counted: entry.given.counted });
        if let Some(counted) = edit.counted {
            entry.given.counted = Some(counted).filter(|&counted| counted);
        }
        let keep = edit.keep.map(|text| self.engine.composed(&text));
        let set_aside = edit.set_aside.map(|text| self.engine.composed(&text));
        let sorted = (keep.is_some() || set_aside.is_some())
            .then(|| Step::Sorted { key: key.to_owned(), sorting: entry.given.sorting.clone() });
        keep.iter().for_each(|text| entry.given.sorting.keep(text));
        set_aside.iter().for_each(|text| entry.given.sorting.set_aside(text));
        let mut text = edit.text.filter(|text| !text.trim().is_empty());
        if text.is_some() {
            entry.rewritten = true;
            entry.origin = Origin::default();
        }
        if let Some(encoding) = edit.encoding {
            if entry.origin.is(encoding) {
                entry.origin.confirm();
            } else {
                match entry.origin.read_as(&entry.analysis.article.text, encoding) {
                    Ok(read) => text = Some(read),
                    Err(error) => return Reply::Failed { failure: intake::failure(error) },
                }
            }
        }
        sorted.into_iter().chain(counted).for_each(|step| self.collection.keep(step));
        self.collection.reread(&self.engine, at, text.as_deref());
        let entry = &self.collection.entries[at];
        let mut store = vec![stored::put_given(entry)];
        if text.is_some() || edit.encoding.is_some() {
            store.push(stored::put_article(entry));
        }
        Reply::Changed { keys: vec![key.to_owned()], store }
    }
}
