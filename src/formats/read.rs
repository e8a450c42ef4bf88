//! One file of a known format, whole in memory, to documents.

use super::{
    Content, Document, Event, Format, Reason, Settings, Stated, Unread, feed, folder_year, markdown, mhtml, records,
    rtf, web,
};
use crate::ingest::{Decoded, decode, decode_as};

/// A file with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    /// Path inside the containers.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Year of the folder that it lies in.
    pub(super) folder_year: Option<i32>,
}

/// What is found in a file, one after the other. A reader that finds several documents makes them as they are asked for.
pub(super) type Found = Box<dyn Iterator<Item = Event>>;

impl File {
    pub(super) fn new(name: String, bytes: Vec<u8>) -> Self {
        Self { folder_year: folder_year(&name), name, bytes }
    }

    /// Its bytes as text, in the encoding that the reader names or that they look like.
    pub(super) fn text(&self, settings: &Settings) -> Result<Decoded, Reason> {
        let decoded = match settings.encoding {
            Some(encoding) => decode_as(&self.bytes, encoding),
            None => decode(&self.bytes),
        };
        Ok(decoded?)
    }
}

/// Reads a file of that format; containers are the reader's business.
pub(super) fn read(file: File, format: Format, settings: &Settings) -> Found {
    match format {
        Format::Text if file.bytes.iter().all(u8::is_ascii_whitespace) => {
            one(Unread::new(file.name, Some(format), Reason::Empty))
        }
        Format::Text => one(plain(file)),
        Format::Html => web::html(file, settings),
        Format::Mhtml => mhtml::read(file, settings),
        Format::Feed => feed::read(file, settings),
        Format::Csv | Format::Tsv | Format::Json | Format::Jsonl => records::read(file, format, settings),
        Format::Markdown => markdown::read(file, settings),
        Format::Rtf => rtf::read(file, settings),
        #[cfg(feature = "pdf")]
        Format::Pdf => super::pdf::read(file, settings),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => {
            one(Event::Elsewhere { name: file.name, format, bytes: file.bytes, folder_year: file.folder_year })
        }
        _ => one(not_read(file.name, format)),
    }
}

/// A file of which one thing is to be told.
pub(super) fn one(event: impl Into<Event>) -> Found {
    Box::new(std::iter::once(event.into()))
}

/// A format that is told, but not read.
pub(super) fn not_read(name: String, format: Format) -> Unread {
    Unread::new(name, Some(format), Reason::NotRead { format: format.name().to_owned() })
}

/// A text file goes on as it is, so that its encoding can be named later.
fn plain(file: File) -> Document {
    let stated = Stated { folder_year: file.folder_year, ..Stated::default() };
    Document { name: file.name, format: Format::Text, content: Content::Plain(file.bytes), stated, split: false }
}
