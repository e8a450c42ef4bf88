//! Bytes of any file to documents: text with one block to a line, what the file says of it, and which lines are what.
//!
//! [`Reader`] is driven in steps: each gives at most one document and reads no more of the file than it needs, so that a
//! large archive takes little memory and can be given up. What is not read is told, with the reason, in its place.

mod archive;
mod blocks;
mod charset;
mod dates;
mod document;
mod event;
mod feed;
mod folder;
mod format;
mod html;
mod limits;
mod markdown;
mod mhtml;
mod office;
#[cfg(feature = "pdf")]
mod pdf;
mod read;
mod reader;
mod records;
mod reference;
mod rtf;
mod source;
mod stream;
mod tell;
#[cfg(test)]
mod testing;
mod unread;
mod web;

pub use crate::ingest::{Hint, HintKind, Reason, RowFault, Said, Stated, TableField};
pub use document::{Content, Document};
pub use event::Event;
pub use folder::folder_year;
pub use format::Format;
pub use limits::{Limits, Settings};
pub use reader::{Progress, Reader, Step};
pub use records::{Column, ColumnSaid, Columns, Evidence};
pub use source::{Memory, Source, SourceError};
pub use tell::tell;
pub use unread::Unread;
