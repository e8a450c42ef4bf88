//! Messages that stay on the page until they are put away.

use crate::session::protocol::{BadLine, Rejection};
use crate::view::Verdict;

use super::{Messages, context};

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
    /// Something was said of a fact; can be undone.
    Corrected {
        /// What.
        action: Verdict,
        /// Words of the fact.
        label: String,
    },
    /// A list of corrections was read.
    CorrectionsRead {
        /// Corrections taken.
        taken: u32,
        /// Corrections of other texts.
        unmatched: u32,
        /// Corrections that do not fit.
        refused: u32,
    },
    /// Everything was deleted.
    Cleared,
    /// The dictionary was changed; can be undone.
    Dictionary {
        /// Entries that came, went or changed.
        n_changed: u32,
        /// Articles counted anew.
        n_articles: u32,
    },
    /// Lines of a word list were not taken.
    BadLines(Vec<BadLine>),
    /// A bundle was opened that holds no texts; names of the articles it awaits.
    Awaited(Vec<String>),
    /// The articles were held against the bundle that was opened.
    Verified(crate::session::protocol::Verdict),
    /// A request failed.
    Failed(crate::session::protocol::Failure),
    /// The engine stopped; what it said.
    Broken(String),
    /// The sample could not be fetched.
    NoSample,
    /// The browser could not turn a picture into pixels.
    NoPixels,
    /// A newer build of the page is there.
    Update,
    /// The browser refuses to keep the articles.
    NotStored,
}

impl Notice {
    /// Whether something went wrong.
    pub fn is_bad(&self) -> bool {
        match self {
            Self::CorrectionsRead { unmatched, refused, .. } => unmatched + refused > 0,
            Self::Added { .. } | Self::Removed { .. } | Self::Cleared | Self::Update | Self::Corrected { .. } => false,
            Self::Dictionary { .. } | Self::Awaited(_) => false,
            Self::Verified(verdict) => !verdict.is_same,
            _ => true,
        }
    }

    /// Whether it offers to undo what it tells.
    pub fn can_be_undone(&self) -> bool {
        matches!(self, Self::Removed { .. } | Self::Corrected { .. })
    }

    /// What it tells about facts; empty for other messages.
    pub fn said(&self, m: &Messages) -> String {
        match self {
            Self::Corrected { action: Verdict::Wrong, label } => {
                (m.corrected_wrong)(context::head(label.trim(), 60).as_str())
            }
            Self::Corrected { action: Verdict::Change, label } => {
                (m.corrected_change)(context::head(label.trim(), 60).as_str())
            }
            Self::Corrected { action: Verdict::Add, label } => {
                (m.corrected_add)(context::head(label.trim(), 60).as_str())
            }
            Self::CorrectionsRead { taken, unmatched, refused } => (m.corrections_read)(*taken, *unmatched, *refused),
            _ => String::new(),
        }
    }
}
