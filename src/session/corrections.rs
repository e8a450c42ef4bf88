//! The reader's word on single facts, taken into what is known of an article.

use crate::corpus::correction::{Refusal, check, text_sha256};
use crate::extract::{Correction, FactKind, Verdict};

use super::collection::{Collection, Entry};
use super::protocol::Failure;

/// Corrections of one article, at most.
const MOST: usize = 10_000;

/// What was made of a list of corrections.
#[derive(Debug, Default)]
pub(super) struct Imported {
    /// Keys of the articles whose corrections changed.
    pub(super) keys: Vec<String>,
    /// Corrections taken.
    pub(super) n_taken: u32,
    /// Corrections of texts that are not in the collection.
    pub(super) n_unmatched: u32,
    /// Corrections that do not fit their text.
    pub(super) n_refused: u32,
}

/// Takes what the reader says of one fact of an article.
pub(super) fn say(entry: &mut Entry, correction: Correction) -> Result<(), Failure> {
    let text = &entry.analysis.article.text;
    let sha256 = text_sha256(text);
    if !correction.text_sha256.is_empty() && correction.text_sha256 != sha256 {
        return Err(refused(Refusal::Place));
    }
    check(text, &correction).map_err(refused)?;
    let said = &mut entry.given.corrections;
    let words = words(text, &correction);
    let mut new = Correction { source: String::new(), text_sha256: sha256, text: words, ..correction };
    let is_same = |old: &Correction| is_at(old, new.kind, new.start, new.end) && old.text_sha256 == new.text_sha256;
    let old = said.iter().position(is_same).map(|at| said.remove(at));
    let was_added = old.as_ref().is_some_and(|old| old.action == Verdict::Add);
    if was_added && new.action == Verdict::Wrong {
        return Ok(());
    }
    if let Some(old) = old.filter(|old| old.action != Verdict::Wrong && new.action == Verdict::Change) {
        // What was said before holds where nothing else is said now.
        let kept: Vec<_> = old.fields.0.into_iter().filter(|(field, _)| new.fields.get(*field).is_none()).collect();
        new.fields.0.splice(0..0, kept);
        new.action = old.action;
    }
    let is_empty = new.action == Verdict::Change && new.fields.is_empty();
    if !is_empty && said.len() < MOST {
        said.push(new);
    }
    Ok(())
}

/// Takes back what the reader said of the fact at a place; tells whether there was something.
pub(super) fn take_back(entry: &mut Entry, kind: FactKind, start: u32, end: u32) -> bool {
    let said = &mut entry.given.corrections;
    let before = said.len();
    said.retain(|c| !is_at(c, kind, start, end));
    said.len() < before
}

/// Takes a list of corrections, each for the article of its text.
pub(super) fn import(collection: &mut Collection, list: Vec<Correction>) -> Imported {
    let mut out = Imported::default();
    let hashes: Vec<String> = collection.entries.iter().map(|e| text_sha256(&e.analysis.article.text)).collect();
    for correction in list {
        let mut is_matched = false;
        for (entry, hash) in collection.entries.iter_mut().zip(&hashes) {
            let by_name = correction.text_sha256.is_empty() && is_named(&entry.name, &correction.source);
            if correction.text_sha256 != *hash && !by_name {
                continue;
            }
            is_matched = true;
            if say(entry, correction.clone()).is_err() {
                out.n_refused += 1;
                continue;
            }
            out.n_taken += 1;
            if !out.keys.contains(&entry.key) {
                out.keys.push(entry.key.clone());
            }
        }
        out.n_unmatched += u32::from(!is_matched);
    }
    out
}

/// Whether an article bears the name of a file, with or without its folder.
fn is_named(name: &str, source: &str) -> bool {
    let base = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    !source.is_empty() && (name == source || base(name) == base(source))
}

fn is_at(correction: &Correction, kind: FactKind, start: u32, end: u32) -> bool {
    (correction.kind, correction.start, correction.end) == (kind, start, end)
}

/// The words at the place of a correction that fits the text.
fn words(text: &str, correction: &Correction) -> String {
    let units: Vec<u16> = if correction.text.is_empty() { text.encode_utf16().collect() } else { Vec::new() };
    let given = || correction.text.clone();
    units.get(correction.start as usize..correction.end as usize).map_or_else(given, String::from_utf16_lossy)
}

fn refused(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::Place => Failure::NoSuchPlace,
        Refusal::Value(field, text) => Failure::NoSuchValue { field: field.code().to_owned(), text },
    }
}
