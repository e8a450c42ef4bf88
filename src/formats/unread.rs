//! What was not read, and why.

use super::Format;
use crate::ingest::Reason;

/// A file, or a part of one, that was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Path inside the containers.
    pub name: String,
    /// What it was taken for.
    pub format: Option<Format>,
    /// Why.
    pub reason: Reason,
    /// Whether a part of it was read all the same.
    pub is_partly_read: bool,
}

impl Unread {
    /// Nothing of it was read.
    pub fn new(name: impl Into<String>, format: Option<Format>, reason: Reason) -> Self {
        Self { name: name.into(), format, reason, is_partly_read: false }
    }

    /// What could be read is kept.
    pub fn partly(self) -> Self {
        Self { is_partly_read: true, ..self }
    }
}
