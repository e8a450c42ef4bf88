//! Why something was not done.

use serde::{Deserialize, Serialize};

use crate::ingest::Reason;
use crate::lexicon::PhraseError;

/// A file that was not read, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rejection {
    /// Name of the file.
    pub name: String,
    /// Why.
    pub failure: Failure,
}

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Failure {
    /// The file has no bytes or only white space.
    Empty,
    /// The file is larger than `limit` bytes.
    TooLarge {
        /// Largest size that is read.
        limit: u32,
    },
    /// The file is not text (a picture, an archive, a program).
    Binary,
    /// The file is text in an unknown encoding.
    UnknownEncoding {
        /// Offset of the first byte that is not UTF-8.
        at: u32,
    },
    /// The same bytes are in the corpus already.
    Duplicate {
        /// Key of the article that is there.
        key: String,
    },
    /// There is no article of that key.
    NoArticle {
        /// The key asked for.
        key: String,
    },
    /// The day does not exist.
    NoSuchDay {
        /// As given.
        text: String,
    },
    /// The words are no phrase of a dictionary.
    NoPhrase {
        /// As given.
        text: String,
        /// Why.
        error: PhraseError,
    },
    /// The text has no such words at the place of a correction.
    NoSuchPlace,
    /// A fact cannot have that value.
    NoSuchValue {
        /// Code of the attribute.
        field: String,
        /// As given.
        text: String,
    },
    /// The file is no list of corrections.
    NoCorrections {
        /// What is wrong with it.
        reason: String,
    },
    /// The file is no bundle, or one that breaks its rules.
    NoBundle {
        /// What is wrong with it.
        reason: String,
    },
    /// What another session read is of another build, or damaged.
    NoPart {
        /// What is wrong with it.
        reason: String,
    },
    /// The bundle is of another version of the format.
    BundleVersion {
        /// Its version.
        found: String,
    },
    /// The text in the bundle is not the one that its digest was made of.
    Altered,
    /// No bundle was opened that articles could be held against.
    NothingToVerify,
    /// A stored record could not be read.
    DamagedRecord {
        /// Its key in the store.
        key: String,
    },
    /// The reader of its format could not read it, or not all of it.
    Unread {
        /// Why.
        reason: Reason,
        /// Whether a part of it was read all the same.
        partly: bool,
    },
    /// The request was cancelled.
    Cancelled,
}
