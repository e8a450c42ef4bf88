//! Messages that stay on the page until they are put away.

use std::rc::Rc;

use crate::session::protocol::{BadLine, Rejection};
use crate::view::Verdict;
use crate::view::wording::Unit;

use super::{Messages, Signature, Unlinked, context};

/// A message that stays until it is put away.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// Articles were read.
    Added {
        /// Their keys.
        keys: Rc<[String]>,
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
    /// A stretch was put into the body of its article, or out of it; can be undone.
    Sorted {
        /// Its words.
        text: String,
        /// Whether it is body now.
        is_body: bool,
    },
    /// An article with the text of another is counted too, or no longer; can be undone.
    Counted {
        /// Its title.
        title: String,
        /// How long its body is, in what.
        length: (u32, Unit),
        /// Whether it is counted now.
        is_counted: bool,
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
    /// A link was made.
    Link {
        /// The link.
        link: Rc<str>,
        /// Whether the texts are inside.
        has_texts: bool,
    },
    /// A link would be too long.
    LinkTooLong {
        /// How long.
        unlinked: Unlinked,
        /// Whether the texts were to be inside.
        has_texts: bool,
    },
    /// A text was put into the clipboard, or the browser refused.
    Copied(bool),
    /// The form in which a bundle is signed.
    Signing {
        /// The public key.
        key: String,
        /// The name that was signed with last.
        by: String,
    },
    /// The browser cannot sign.
    CannotSign,
    /// What the signature of an opened bundle is worth.
    Signature(Signature),
    /// A request failed.
    Failed(crate::session::protocol::Failure),
    /// The engine stopped; what it said.
    Broken(String),
    /// The engine stopped and started anew, with the articles as they were.
    Restarted,
    /// The sample could not be fetched.
    NoSample,
    /// The browser could not turn a picture into pixels.
    NoPixels,
    /// A newer build of the page is there.
    Update,
    /// The browser does not keep the articles.
    NotStored(Unstored),
}

/// Why the articles are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unstored {
    /// The browser refuses.
    Refused,
    /// There is no room left.
    Full,
    /// What was kept was deleted, by the browser or by its user.
    Lost,
}

impl Unstored {
    /// Of what the host's event says: the operation (`open`, `write`, `lost`) and the name of the error.
    pub fn of(operation: &str, reason: &str) -> Self {
        match (operation, reason) {
            ("lost", _) | (_, "InvalidStateError") => Self::Lost,
            (_, "QuotaExceededError") => Self::Full,
            _ => Self::Refused,
        }
    }
}

impl Notice {
    /// Whether something went wrong.
    pub fn is_bad(&self) -> bool {
        match self {
            Self::CorrectionsRead { unmatched, refused, .. } => unmatched + refused > 0,
            Self::Added { .. } | Self::Removed { .. } | Self::Cleared | Self::Update | Self::Corrected { .. } => false,
            Self::Dictionary { .. } | Self::Awaited(_) | Self::Sorted { .. } | Self::Counted { .. } => false,
            Self::Verified(verdict) => !verdict.is_same,
            Self::Link { .. } | Self::Signing { .. } => false,
            Self::Copied(is_done) => !is_done,
            Self::Signature(signature) => !signature.is_valid,
            _ => true,
        }
    }

    /// Whether it is about signing a bundle.
    pub fn is_of_signing(&self) -> bool {
        matches!(self, Self::Signing { .. } | Self::CannotSign)
    }

    /// Whether it offers to undo what it tells.
    pub fn can_be_undone(&self) -> bool {
        matches!(self, Self::Removed { .. } | Self::Corrected { .. } | Self::Sorted { .. } | Self::Counted { .. })
    }

    /// What it tells about facts, stretches and articles; empty for other messages.
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
            Self::Sorted { text, is_body } => {
                let said = if *is_body { m.charts.put_back_done } else { m.charts.put_aside_done };
                said(context::head(text.trim(), 60).as_str())
            }
            Self::Counted { title, length: (n, unit), is_counted } => {
                let said = if *is_counted { m.charts.twin_counted } else { m.charts.twin_left_out };
                said(context::head(title.trim(), 60).as_str(), &unit.count(m.lang, *n))
            }
            Self::CorrectionsRead { taken, unmatched, refused } => (m.corrections_read)(*taken, *unmatched, *refused),
            _ => String::new(),
        }
    }
}
