//! The records of a bundle.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::Day;
use crate::corpus::Versions;
use crate::extract::{Correction, Given};
use crate::ingest::{About, Sorting};
use crate::view::{Clock, EncodingNote};

/// Name and version of the format.
pub(super) const SCHEMA: &str = "langkinh-bundle/1";
/// What the name of every version begins with.
pub(super) const FAMILY: &str = "langkinh-bundle/";

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Bundle<V> {
    pub schema: String,
    pub engine: Versions,
    /// The year that a count belongs to.
    pub clock: Clock,
    /// What the host wants kept: the selection, the view.
    #[serde(default)]
    pub settings: BTreeMap<String, String>,
    /// What the reader said about words, as a plain word list.
    #[serde(default)]
    pub dictionary: String,
    pub articles: Vec<ArticleRecord>,
    pub result: ResultRecord,
    /// What can be shown without the engine. Nothing is read from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<V>,
}

/// One article: what it was made from, and the digest of what came out.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in crate::session) struct ArticleRecord {
    pub source: String,
    /// Of the bytes of its file.
    pub sha256: String,
    /// Of its text, composed.
    pub text_sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<EncodingNote>,
    /// What the file said of the text in it.
    #[serde(default, skip_serializing_if = "About::is_empty")]
    pub about: About,
    /// Whether the reader changed the text.
    #[serde(default, skip_serializing_if = "is_false")]
    pub rewritten: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Whether it counts although its text is that of another article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<bool>,
    /// Which stretches are body and which are not.
    #[serde(default, skip_serializing_if = "Sorting::is_empty")]
    pub sorting: Sorting,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Of its record in the document `langkinh/1`.
    pub result_sha256: String,
}

/// Digests of what came out.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ResultRecord {
    /// Of the comparison in the document `langkinh/1` of these articles; `None` for fewer than two.
    pub comparison_sha256: Option<String>,
    /// Of all digests above, one a line.
    pub sha256: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl ArticleRecord {
    /// What the reader said of the article.
    pub(in crate::session) fn given(&mut self) -> Given {
        let published = self.published.as_deref().and_then(Day::parse);
        let (title, corrections) = (self.title.take(), std::mem::take(&mut self.corrections));
        let sorting = std::mem::take(&mut self.sorting);
        Given { title, published, year: self.year, counted: self.counted, sorting, corrections }
    }
}
