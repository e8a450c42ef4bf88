//! Articles read elsewhere: by another worker, by another machine. What is read of one article depends on that article
//! (and on the dictionary) alone, so it can be read anywhere and put together in any order.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::base::crc32;
use crate::corpus::correction::text_sha256;
use crate::corpus::{Analysis, Engine, Versions};
use crate::extract::Given;
use crate::view::EncodingNote;

use super::collection::{Collection, Entry};
use super::intake::Waiting;
use super::origin::Origin;

/// An article that was read, with what is known of its file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Mapped {
    /// Name of its file or paste.
    pub name: String,
    /// SHA-256 of the bytes of the file.
    pub sha256: String,
    /// Its number in the file, from 1; 0 where the file is one article.
    pub part: u32,
    pub(super) note: Option<EncodingNote>,
    pub(super) bytes: Option<Vec<u8>>,
    analysis: Analysis,
}

/// How the bytes begin: name, version, a blank; then the versions that the results depend on, a blank, the checksum of
/// what follows the line end.
const HEAD: &str = "langkinh-part 1 ";

impl Mapped {
    /// Reads an article of which `given` is said.
    pub fn read(engine: &Engine, name: &str, sha256: &str, text: &str, given: &Given) -> Self {
        let analysis = engine.analyse(text, given);
        Self { name: name.to_owned(), sha256: sha256.to_owned(), part: 0, note: None, bytes: None, analysis }
    }

    pub(super) fn of(engine: &Engine, waiting: Waiting) -> Self {
        let given = Given::default();
        let analysis = engine.analyse_about(&waiting.text, waiting.about, &given);
        let Origin { note, bytes } = waiting.origin;
        let (name, sha256, part) = (waiting.name, waiting.sha256, waiting.part as u32);
        Self { name, sha256, part, note, bytes, analysis }
    }

    /// Names the article: SHA-256 of its text, composed.
    pub fn text_sha256(&self) -> String {
        text_sha256(&self.analysis.article.text)
    }

    /// As bytes, for the same build elsewhere.
    pub fn pack(&self, engine: &Engine) -> Vec<u8> {
        let body = postcard::to_allocvec(self).unwrap_or_default();
        let mut out = format!("{HEAD}{} {:08x}\n", stamp(engine.versions()), crc32(&body)).into_bytes();
        out.extend(body);
        out
    }

    /// Reads it back.
    ///
    /// # Errors
    /// Where it is none, was damaged, or was made by another build or with other tables; says which.
    pub fn unpack(engine: &Engine, bytes: &[u8]) -> Result<Self, String> {
        let end = bytes.iter().take(500).position(|&b| b == b'\n').ok_or("no part")?;
        let (head, body) = (std::str::from_utf8(&bytes[..end]).map_err(|_| "no part")?, &bytes[end + 1..]);
        let (made_by, sum) = head.strip_prefix(HEAD).and_then(|rest| rest.rsplit_once(' ')).ok_or("no part")?;
        if made_by != stamp(engine.versions()) {
            return Err(format!("made by {made_by}, this is {}", stamp(engine.versions())));
        }
        if u32::from_str_radix(sum, 16) != Ok(crc32(body)) {
            return Err("damaged".to_owned());
        }
        let mut mapped: Self = postcard::from_bytes(body).map_err(|error| error.to_string())?;
        mapped.analysis.dictionary = engine.dictionary().clone();
        Ok(mapped)
    }

    /// Puts it into a collection; gives its key.
    pub(super) fn insert(self, collection: &mut Collection) -> String {
        let key = collection.free_key(&self.sha256, self.part as usize);
        let order = collection.next_order();
        let Self { name, sha256, note, bytes, analysis, .. } = self;
        let given = analysis.given.clone();
        let origin = Origin { note, bytes };
        collection.insert(Entry {
            key: key.clone(),
            order,
            name,
            sha256,
            given,
            rewritten: false,
            origin,
            analysis,
            stamp: 0,
        });
        key
    }

    /// Its text.
    pub(super) fn text(&self) -> &str {
        &self.analysis.article.text
    }
}

/// Puts articles behind each other: the length of each as four bytes, the lowest first, before it.
pub fn framed<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> Vec<u8> {
    let mut out = Vec::new();
    for part in parts {
        let part = part.as_ref();
        out.extend((part.len() as u32).to_le_bytes());
        out.extend(part);
    }
    out
}

/// Takes them apart again; what is cut at the end comes as it is, and is refused as damaged.
pub(super) fn unframed(mut bytes: &[u8]) -> VecDeque<Vec<u8>> {
    let mut out = VecDeque::new();
    while let Some((length, rest)) = bytes.split_first_chunk() {
        let (part, rest) = rest.split_at((u32::from_le_bytes(*length) as usize).min(rest.len()));
        out.push_back(part.to_vec());
        bytes = rest;
    }
    out
}

fn stamp(versions: &Versions) -> String {
    let Versions { version, words, tables } = versions;
    format!("{version}/{words}/{tables}")
}
