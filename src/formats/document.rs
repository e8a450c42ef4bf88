//! What is read from a file.

use super::{Format, Hint, Stated};

/// One article (or what may be several, see [`Document::split`]) as a file holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Path inside the containers, parts joined by `/`: `bao.zip/2023/du-lich.docx`; a row or an entry has its number
    /// behind: `bang.csv#12`.
    pub name: String,
    /// Format that it was read as.
    pub format: Format,
    /// Its text.
    pub content: Content,
    /// What the file says of it.
    pub stated: Stated,
    /// Whether several articles may stand in it one after the other, to be split as a paste is.
    pub split: bool,
}

/// The text of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text file as it is; its encoding is told by whoever reads it (`ingest::decode`).
    Plain(Vec<u8>),
    /// Text made from another format.
    Blocks {
        /// One block to a line: a paragraph, a heading, an item, a row of a table with tabs between its cells.
        text: String,
        /// What lines are, in order of their first line; lines without a hint are for the engine to class.
        hints: Vec<Hint>,
    },
}

impl Document {
    /// A document of blocks, of which nothing is stated yet.
    pub fn of_blocks(name: String, format: Format, text: String, hints: Vec<Hint>) -> Self {
        Self { name, format, content: Content::Blocks { text, hints }, stated: Stated::default(), split: false }
    }

    /// Bytes of its text.
    pub fn len(&self) -> usize {
        match &self.content {
            Content::Plain(bytes) => bytes.len(),
            Content::Blocks { text, .. } => text.len(),
        }
    }

    /// Whether no text is in it.
    pub fn is_empty(&self) -> bool {
        match &self.content {
            Content::Plain(bytes) => bytes.iter().all(u8::is_ascii_whitespace),
            Content::Blocks { text, .. } => text.trim().is_empty(),
        }
    }
}
