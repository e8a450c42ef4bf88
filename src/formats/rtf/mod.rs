//! Rich text as Word, WordPad and LibreOffice write it. Headings, captions and lists are what styles say; deleted and
//! hidden text, pictures, heads and feet of pages are left out.

#[cfg(test)]
mod tests;
mod text;
mod token;
mod words;

use super::read::{File, Found, one};
use super::{Format, Reason, Settings, Unread};

/// Reads rich text.
pub(super) fn read(file: File, settings: &Settings) -> Found {
    let unread = |reason| Unread::new(&file.name, Some(Format::Rtf), reason);
    if !file.bytes.trim_ascii_start().starts_with(b"{\\rtf") {
        return one(unread(Reason::Damaged { detail: "no rich text".to_owned() }));
    }
    let (mut document, broken) = text::read(&file.name, &file.bytes, settings.encoding);
    if document.is_empty() {
        return one(unread(broken.unwrap_or(Reason::Empty)));
    }
    document.stated.folder_year = file.folder_year;
    let broken = broken.map(|reason| unread(reason).partly().into());
    Box::new(std::iter::once(document.into()).chain(broken))
}
