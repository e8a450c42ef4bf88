//! What a step of reading gives.

use super::{Columns, Document, Format, Unread};

/// Something that was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A document.
    Document(Box<Document>),
    /// What the columns of a table hold; its rows come after it.
    Columns(Box<Columns>),
    /// A file, or a part of one, that was not read.
    Unread(Unread),
    /// A file whose reader is not in this build (in the browser: another module). Whoever has that reader hands it the
    /// bytes.
    Elsewhere {
        /// Path inside the containers.
        name: String,
        /// What it is.
        format: Format,
        /// The file.
        bytes: Vec<u8>,
        /// Year of the folder that it lies in.
        folder_year: Option<i32>,
    },
}

impl From<Document> for Event {
    fn from(document: Document) -> Self {
        Self::Document(Box::new(document))
    }
}

impl From<Unread> for Event {
    fn from(unread: Unread) -> Self {
        Self::Unread(unread)
    }
}
