//! What comes of holding articles against a bundle.

use serde::{Deserialize, Serialize};

/// Whether something came out as a bundle says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Match {
    /// Byte for byte.
    Same,
    /// Not the same.
    Differs,
    /// Articles are missing.
    Unknown,
}

/// Articles held against a bundle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// Whether every article is there and everything came out byte for byte.
    pub is_same: bool,
    /// Whether the digests of the bundle fit together.
    pub is_whole: bool,
    /// Articles of the bundle.
    pub n_articles: u32,
    /// Names of those that came out otherwise.
    pub differing: Vec<String>,
    /// Names of those that are not there, or whose text is another.
    pub missing: Vec<String>,
    /// The comparison of the years.
    pub comparison: Match,
    /// Versions of the bundle's engine and of this one, if they differ.
    pub other_engine: Option<[String; 2]>,
    /// Whether the reader's word on words is another than the bundle's.
    pub other_dictionary: bool,
    /// Articles of the collection that are not in the bundle.
    pub n_others: u32,
}
