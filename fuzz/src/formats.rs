//! Files of every format: whatever the bytes, what comes out holds together.

use langkinh::formats::{Content, Event, Format, Memory, Reader, Settings, Step};

/// A saved page.
pub fn html(data: &[u8]) {
    read(data, Format::Html);
}

/// A page with its pictures in one file.
pub fn mhtml(data: &[u8]) {
    read(data, Format::Mhtml);
}

/// RSS, Atom, RDF.
pub fn feed(data: &[u8]) {
    read(data, Format::Feed);
}

/// Tables with commas and with tabs.
pub fn table(data: &[u8]) {
    read(data, Format::Csv);
    read(data, Format::Tsv);
}

/// JSON, whole and by lines.
pub fn json(data: &[u8]) {
    read(data, Format::Json);
    read(data, Format::Jsonl);
}

/// Markdown.
pub fn markdown(data: &[u8]) {
    read(data, Format::Markdown);
}

/// Reads the bytes as that format: documents have text, hints stand in order on lines that are there, and something is
/// told of every file.
fn read(data: &[u8], format: Format) {
    let settings = Settings { format: Some(format), ..Settings::default() };
    let mut reader = Reader::new(Box::new(Memory(data.to_vec())), "a", settings);
    let mut n_told = 0;
    loop {
        let event = match reader.step() {
            Step::Found(event) => event,
            Step::Working => continue,
            Step::Done => break,
        };
        n_told += 1;
        let Event::Document(document) = event else { continue };
        assert!(!document.is_empty(), "a document has text");
        let Content::Blocks { text, hints } = document.content else { continue };
        let n_lines = text.split('\n').count() as u32;
        let mut end = 0;
        for hint in hints {
            assert!(hint.lines.start >= end && hint.lines.start < hint.lines.end && hint.lines.end <= n_lines, "{hint:?}");
            end = hint.lines.end;
        }
    }
    assert!(n_told > 0, "something is told of every file");
}
