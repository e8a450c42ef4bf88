//! Why a file, or a part of one, was not read.

use serde::{Deserialize, Serialize};

use super::{MAX_BYTES, ReadError};

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Reason {
    /// No bytes, or no text in them.
    Empty,
    /// Larger than `limit` bytes.
    TooLarge {
        /// Largest size that is read.
        limit: u64,
    },
    /// A picture, a program: no format that holds text.
    Binary,
    /// Text in an encoding that is not recognised.
    UnknownEncoding {
        /// Offset of the first byte that is not UTF-8.
        at: u64,
    },
    /// A format that is known, but not read; save it as another.
    NotRead {
        /// Its name: `doc`, `xls`, `rar`.
        format: String,
    },
    /// It wants a password.
    Encrypted,
    /// It ends too early.
    Truncated,
    /// It is not as its format wants it.
    Damaged {
        /// What is wrong, for someone who knows the format.
        detail: String,
    },
    /// Pages of pictures without text; recognise the text first.
    NoTextLayer,
    /// More entries in an archive than are read.
    TooManyEntries {
        /// So many are.
        limit: u64,
    },
    /// An archive in an archive in an archive …
    TooDeep {
        /// So deep is read.
        limit: u32,
    },
    /// It grows more than any text does when it is unpacked.
    Bomb {
        /// So many times the size of the packed bytes is read.
        limit: u64,
    },
    /// A picture, style or script that was saved beside a page.
    PartOfPage,
    /// A front page or a list of links to so many articles; each has to be opened and saved by itself.
    ListOfArticles {
        /// So many are.
        n: u32,
    },
    /// A row of a table, or a record, that is no article; the others are read.
    Row {
        /// Line of the file that it begins on, counted from 1; of JSON that is not by lines, its number.
        line: u64,
        /// What is wrong with it.
        fault: RowFault,
    },
    /// Packed by a method that is not known.
    Method {
        /// Number or name of the method.
        method: String,
    },
    /// Its bytes could not be fetched from the disk.
    Unreachable {
        /// What the system says.
        detail: String,
    },
}

impl From<ReadError> for Reason {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Empty => Self::Empty,
            ReadError::TooLarge => Self::TooLarge { limit: MAX_BYTES as u64 },
            ReadError::Binary => Self::Binary,
            ReadError::UnknownEncoding { at } => Self::UnknownEncoding { at: at as u64 },
        }
    }
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum RowFault {
    /// Its text is empty.
    NoText,
    /// It has too few cells to hold the text, or more than there are columns.
    Cells {
        /// Cells that it has.
        found: u32,
        /// Cells that the other rows have.
        wanted: u32,
    },
    /// A quotation mark that nothing closes.
    OpenQuote,
    /// It is no JSON.
    NotJson {
        /// What is wrong, for someone who knows JSON.
        detail: String,
    },
}
