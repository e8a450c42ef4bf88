//! Files on their way in: decoded, split, refused or read, one article at a time.

use rustc_hash::FxHashSet;

use crate::base::Span;
use crate::corpus::Engine;
use crate::corpus::correction::text_sha256;
use crate::extract::Given;
use crate::ingest::{About, Decoded, MAX_BYTES, ReadError, decode, decode_as, likely_borders, split, split_at};

use super::bundle::{Arrived, Expected};
use super::collection::{Collection, Entry, sha256};
use super::mapped::Mapped;
use super::origin::Origin;
use super::protocol::{Failure, Rejection, SourceFile, Split};
use super::stored::Stored;

/// A text waiting to be read.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) part: usize,
    pub(super) text: String,
    pub(super) origin: Origin,
    pub(super) about: About,
}

/// The texts of a file.
#[derive(Debug)]
pub(super) struct Texts {
    pub(super) texts: Vec<Waiting>,
    /// Where they were split.
    pub(super) split: Option<Split>,
}

/// Decodes a file and cuts it into articles, at least one.
pub(super) fn open(
    engine: &Engine,
    collection: &Collection,
    file: SourceFile,
    keep_duplicates: bool,
) -> Result<Texts, Rejection> {
    let sha256 = sha256(&file.bytes);
    let twin = collection.twin(&sha256);
    if let (Some(twin), false) = (twin, keep_duplicates) {
        let failure = Failure::Duplicate { key: twin.key.clone() };
        return Err(Rejection { name: file.name, failure });
    }
    let decoded = match file.encoding {
        Some(encoding) => decode_as(&file.bytes, encoding),
        None => decode(&file.bytes),
    };
    let Decoded { text: decoded, decoding } = match decoded {
        Ok(decoded) => decoded,
        Err(error) => return Err(Rejection { name: file.name, failure: failure(error) }),
    };
    let name = file.name;
    let origin = Origin::new(decoding, file.encoding.is_some(), file.bytes);
    if !file.split {
        let text = Waiting { name, sha256, part: 0, text: decoded, origin, about: file.about };
        return Ok(Texts { texts: vec![text], split: None });
    }
    let page = &engine.lexicon().page;
    let parts = match &file.starts[..] {
        [] => split(page, &decoded),
        starts => split_at(&decoded, starts),
    };
    if parts.is_empty() {
        return Err(Rejection { name, failure: Failure::Empty });
    }
    // The reader who has set borders is not asked again.
    let likely = if file.starts.is_empty() { likely_borders(page, &decoded, &parts) } else { Vec::new() };
    let split = Split::of(&name, &decoded, &parts, &likely);
    let mut origins = origin.parts(&decoded, &parts);
    let single = parts.len() == 1;
    let waiting = |(i, span): (usize, &Span)| Waiting {
        name: if single { name.clone() } else { format!("{name} ({})", i + 1) },
        sha256: sha256.clone(),
        part: if single { 0 } else { i + 1 },
        text: span.of(&decoded).to_owned(),
        origin: std::mem::take(&mut origins[i]),
        about: if file.about.is_empty() { About::default() } else { part(&file.about, &decoded, *span) },
    };
    Ok(Texts { texts: parts.iter().enumerate().map(waiting).collect(), split })
}

/// Reads a waiting text into the collection; gives its key. A text that a bundle awaits becomes the bundle's article.
pub(super) fn read(
    engine: &Engine,
    collection: &mut Collection,
    expected: Option<&mut Expected>,
    waiting: Waiting,
) -> String {
    let awaited = expected.filter(|expected| expected.is_waiting());
    if let Some(arrived) = awaited.and_then(|e| e.arrive(&waiting.name, &engine.composed(&waiting.text))) {
        let key = collection.free_key(&text_sha256(&engine.composed(&waiting.text)), 0);
        let Arrived { name, sha256, given, rewritten, about, note } = arrived;
        let origin = Origin { note, ..waiting.origin };
        let analysis = engine.analyse_about(&waiting.text, about, &given);
        let order = collection.next_order();
        collection.insert(Entry {
            key: key.clone(),
            order,
            name,
            sha256,
            given,
            rewritten,
            origin,
            analysis,
            stamp: 0,
        });
        return key;
    }
    let key = collection.free_key(&waiting.sha256, waiting.part);
    let Waiting { name, sha256, origin, text, about, .. } = waiting;
    let analysis = engine.analyse_about(&text, about, &Given::default());
    let order = collection.next_order();
    let given = Given::default();
    let entry = Entry { key: key.clone(), order, name, sha256, given, rewritten: false, origin, analysis, stamp: 0 };
    collection.insert(entry);
    key
}

/// What is said of the part of a text that the span has.
fn part(about: &About, text: &str, span: Span) -> About {
    let n_lines = |text: &str| text.bytes().filter(|&b| b == b'\n').count() as u32;
    about.part(n_lines(&text[..span.start()]), n_lines(span.of(text)) + 1)
}

/// Why a file was not read, as the host is told.
pub(super) fn failure(error: ReadError) -> Failure {
    match error {
        ReadError::Empty => Failure::Empty,
        ReadError::TooLarge => Failure::TooLarge { limit: MAX_BYTES as u32 },
        ReadError::Binary => Failure::Binary,
        ReadError::UnknownEncoding { at } => Failure::UnknownEncoding { at: at as u32 },
    }
}

/// Reads an article of a bundle into the collection; gives its key, or nothing if it is there already.
pub(super) fn take_in(engine: &Engine, collection: &mut Collection, stored: Stored) -> Option<String> {
    let is_there = |e: &Entry| e.name == stored.name && e.analysis.article.text == stored.text;
    if collection.entries.iter().any(is_there) {
        return None;
    }
    let key = collection.free_key(&text_sha256(&stored.text), 0);
    let order = collection.next_order();
    collection.insert(Stored { key: key.clone(), order, ..stored }.read(engine));
    Some(key)
}

/// Takes over an article that another session has read; gives its name and key. `fresh`: files that came before it.
pub(super) fn take_over(
    engine: &Engine,
    collection: &mut Collection,
    expected: Option<&mut Expected>,
    part: &[u8],
    fresh: &mut FxHashSet<String>,
    keep_duplicates: bool,
) -> Result<(String, String), Rejection> {
    let reject = |name: &str, failure| Rejection { name: name.to_owned(), failure };
    let mapped = Mapped::unpack(engine, part).map_err(|reason| reject("", Failure::NoPart { reason }))?;
    let name = mapped.name.clone();
    // The parts of one file are no twins of each other.
    let is_later = mapped.part > 1 && fresh.contains(&mapped.sha256);
    if let Some(twin) = collection.twin(&mapped.sha256).filter(|_| !keep_duplicates && !is_later) {
        fresh.remove(&mapped.sha256);
        return Err(reject(&name, Failure::Duplicate { key: twin.key.clone() }));
    }
    fresh.insert(mapped.sha256.clone());
    if expected.as_ref().is_some_and(|expected| expected.is_waiting()) {
        let Mapped { sha256, note, bytes, part, .. } = &mapped;
        let origin = Origin { note: *note, bytes: bytes.clone() };
        let (sha256, text) = (sha256.clone(), mapped.text().to_owned());
        let about = About::default();
        let waiting = Waiting { name: name.clone(), sha256, part: *part as usize, text, origin, about };
        return Ok((name, read(engine, collection, expected, waiting)));
    }
    let key = mapped.insert(collection);
    Ok((name, key))
}
