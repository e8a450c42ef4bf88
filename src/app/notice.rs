//! Messages that stay on the page until they are put away.

use crate::session::protocol::Rejection;

/// A message that stays until it is put away.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// Articles were read.
    Added {
        /// Their keys.
        keys: Vec<String>,
        /// Whether they stem from one paste.
        pasted: bool,
        /// Whether the reader stopped the work before the last was read.
        stopped: bool,
    },
    /// Files were not read.
    Rejected(Vec<Rejection>),
    /// An article was taken out; can be undone.
    Removed {
        /// Its title.
        title: String,
    },
    /// Everything was deleted.
    Cleared,
    /// A request failed.
    Failed(crate::session::protocol::Failure),
    /// The engine stopped; what it said.
    Broken(String),
    /// The sample could not be fetched.
    NoSample,
    /// A newer build of the page is there.
    Update,
    /// The browser refuses to keep the articles.
    NotStored,
}

impl Notice {
    /// Whether something went wrong.
    pub fn is_bad(&self) -> bool {
        !matches!(self, Self::Added { .. } | Self::Removed { .. } | Self::Cleared | Self::Update)
    }
}
