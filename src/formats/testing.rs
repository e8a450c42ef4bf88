//! What a file gives, for tests of readers.

use super::{Content, Event, Memory, Reader, Settings, Step};

/// All that is found in a file.
pub(super) fn events(name: &str, bytes: Vec<u8>, settings: Settings) -> Vec<Event> {
    let mut reader = Reader::new(Box::new(Memory(bytes)), name, settings);
    let mut out = Vec::new();
    loop {
        match reader.step() {
            Step::Found(event) => out.push(event),
            Step::Working => {}
            Step::Done => return out,
        }
    }
}

/// The same to compare: `name year text` of a document, `name: reason` of what is not read.
pub(super) fn lines(name: &str, bytes: Vec<u8>, settings: Settings) -> Vec<String> {
    let line = |event| match event {
        Event::Document(document) => {
            let year = document.stated.folder_year.map_or(String::new(), |year| format!(" {year}"));
            let text = match document.content {
                Content::Plain(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                Content::Blocks { text, .. } => text,
            };
            format!("{}{year} {text}", document.name)
        }
        Event::Unread(unread) => {
            let partly = if unread.is_partly_read { ", partly read" } else { "" };
            format!("{}: {:?}{partly}", unread.name, unread.reason)
        }
        Event::Columns(columns) => format!("{}: {} columns", columns.name, columns.columns.len()),
        Event::Elsewhere { name, format, .. } => format!("{name}: elsewhere, {format:?}"),
    };
    events(name, bytes, settings).into_iter().map(line).collect()
}
