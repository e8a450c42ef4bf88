//! Tells the format of a file from its first bytes; its name only decides between formats that look alike.

use super::{Format, Reason};
use crate::ingest::{ReadError, decode};

/// So many bytes are enough to tell a format.
pub(super) const HEAD: u64 = 8192;

/// The format of a file that begins with these bytes. A file that holds text in no other form is text.
///
/// # Errors
/// When it is empty, or holds no text that could be read.
pub fn tell(head: &[u8], name: &str) -> Result<Format, Reason> {
    if head.is_empty() {
        return Err(Reason::Empty);
    }
    if let Some(format) = by_magic(head) {
        return Ok(format);
    }
    let text = match decode(head) {
        Ok(decoded) => decoded.text,
        Err(ReadError::Binary) if is_tar(head) => return Ok(Format::Tar),
        Err(ReadError::Binary) => return Err(Reason::Binary),
        Err(_) => String::from_utf8_lossy(head).into_owned(),
    };
    Ok(by_structure(text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']), name))
}

fn by_magic(head: &[u8]) -> Option<Format> {
    const MAGIC: [(&[u8], Format); 11] = [
        (b"{\\rtf", Format::Rtf),
        (b"PK\x05\x06", Format::Zip),
        (b"PK\x07\x08", Format::Zip),
        (b"\x1f\x8b", Format::Gzip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format::Ole),
        (b"Rar!\x1a\x07", Format::OtherArchive),
        (b"7z\xbc\xaf\x27\x1c", Format::OtherArchive),
        (b"\xfd7zXZ\x00", Format::OtherArchive),
        (b"BZh", Format::OtherArchive),
        (b"\x28\xb5\x2f\xfd", Format::OtherArchive),
        (b"%PDF-", Format::Pdf),
    ];
    if head.starts_with(b"PK\x03\x04") {
        return Some(zipped(head));
    }
    let plain = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, format)| *format);
    plain.or_else(|| {
        // Readers of PDF look for its mark in the first kilobyte.
        let near = &head[..head.len().min(1024)];
        let after_junk = near.windows(5).any(|w| w == b"%PDF-") && near.contains(&0);
        after_junk.then_some(Format::Pdf)
    })
}

/// What a zip archive is by the names of its first entries; OpenDocument and EPUB state it at a fixed place.
fn zipped(head: &[u8]) -> Format {
    const STATED: [(&[u8], Format); 4] = [
        (b"mimetypeapplication/vnd.oasis.opendocument.text", Format::Odt),
        (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Format::Spreadsheet),
        (b"mimetypeapplication/vnd.oasis.opendocument.presentation", Format::Presentation),
        (b"mimetypeapplication/epub+zip", Format::Epub),
    ];
    let name = head.get(30..).unwrap_or_default();
    STATED.iter().find(|(mark, _)| name.starts_with(mark)).map_or(Format::Zip, |(_, format)| *format)
}

/// Whether a tar header stands here: its sum of bytes fits.
pub(super) fn is_tar(head: &[u8]) -> bool {
    let Some(block) = head.get(..512) else { return false };
    let stated = block[148..156].iter().filter(|b| b.is_ascii_digit()).fold(0u32, |n, b| n * 8 + u32::from(b - b'0'));
    let sum: u32 = block.iter().map(|&b| u32::from(b)).sum();
    let own: u32 = block[148..156].iter().map(|&b| u32::from(b)).sum();
    stated > 0 && stated == sum - own + 8 * u32::from(b' ')
}

/// What text is by its first characters, and by its name where they leave a choice.
fn by_structure(text: &str, name: &str) -> Format {
    let promised = Format::of_extension(name);
    let mut end = text.len().min(4096);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let low = text[..end].to_ascii_lowercase();
    if let Some(format) = low.strip_prefix('<').and_then(|_| marked_up(&low)) {
        return format;
    }
    if is_mhtml(&low) {
        return Format::Mhtml;
    }
    if let Some(format) = records(&low) {
        // A whole article on one line is longer than what is looked at.
        let is_one_line = low.starts_with("{\"") && end < text.len() && !low.trim_end().contains('\n');
        return match promised {
            Some(Format::Json) if format == Format::Jsonl => Format::Json,
            Some(Format::Jsonl) if is_one_line => Format::Jsonl,
            _ => format,
        };
    }
    match promised {
        Some(Format::Html | Format::Feed) if !low.contains('<') => Format::Text,
        Some(format @ (Format::Markdown | Format::Html | Format::Feed | Format::Csv | Format::Tsv | Format::Jsonl)) => {
            format
        }
        _ => Format::Text,
    }
}

fn marked_up(low: &str) -> Option<Format> {
    let has = |marks: &[&str]| marks.iter().any(|mark| low.contains(mark));
    if has(&["<rss", "<feed", "<rdf:rdf"]) && !has(&["<html"]) {
        return Some(Format::Feed);
    }
    has(&["<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<p ", "<article", "<span", "<meta"])
        .then_some(Format::Html)
}

/// A message with a web page in it, as browsers save it.
fn is_mhtml(low: &str) -> bool {
    let head = low.split("\n\n").next().unwrap_or(low).split("\r\n\r\n").next().unwrap_or(low);
    let first = head.lines().next().unwrap_or("");
    first.contains(": ") && head.contains("mime-version:") && head.contains("content-type:")
}

/// JSON, or JSON by lines.
fn records(low: &str) -> Option<Format> {
    let rest = low.strip_prefix(['{', '['])?.trim_start();
    let is_json = match low.as_bytes()[0] {
        b'{' => rest.starts_with(['"', '}']),
        _ => rest.starts_with(['{', '"', ']']),
    };
    if !is_json {
        return None;
    }
    let mut lines = low.lines().map(str::trim).filter(|line| !line.is_empty());
    let whole = |line: &str| line.starts_with("{\"") && line.ends_with('}');
    let is_lines = lines.next().is_some_and(whole) && lines.next().is_some_and(|line| line.starts_with("{\""));
    Some(if is_lines { Format::Jsonl } else { Format::Json })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &[u8], name: &str, told: Result<Format, Reason>) {
        assert_eq!(tell(head, name), told, "{name}: {}", String::from_utf8_lossy(head));
    }

    #[test]
    fn content_goes_before_the_name() {
        check(b"%PDF-1.7\n", "a.txt", Ok(Format::Pdf));
        check(b"{\\rtf1\\ansi", "a.doc", Ok(Format::Rtf));
        check(b"PK\x03\x04 and so on", "a.docx", Ok(Format::Zip));
        check(b"\x1f\x8b\x08", "a", Ok(Format::Gzip));
        check(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", Ok(Format::Ole));
        check(b"<!DOCTYPE html><title>A</title>", "a.txt", Ok(Format::Html));
        check(b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", "a.xml", Ok(Format::Feed));
        check(b"<?xml version=\"1.0\"?><html xmlns=\"x\">", "a.xml", Ok(Format::Html));
        check(b"{\"title\": \"A\",\n \"text\": \"B\"}", "a", Ok(Format::Json));
        check(b"{\"a\": 1}\n{\"a\": 2}\n", "a", Ok(Format::Jsonl));
        check(b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "a", Ok(Format::Mhtml));
    }

    #[test]
    fn the_name_decides_between_what_looks_alike() {
        let table = "tiêu đề,ngày\nA,1/2/2023\n".as_bytes();
        check(table, "a.csv", Ok(Format::Csv));
        check(table, "a.txt", Ok(Format::Text));
        check(b"# A\n\ntext\n", "a.md", Ok(Format::Markdown));
        let long = format!("{{\"text\": \"{}\"}}", "a ".repeat(3000));
        check(long.as_bytes(), "a.jsonl", Ok(Format::Jsonl));
        check(long.as_bytes(), "a.json", Ok(Format::Json));
        check(b"{\n\"text\": \"A\"}", "a.jsonl", Ok(Format::Json));
        check(b"A text, whatever it is called.", "a.html", Ok(Format::Text));
        check(b"A text, whatever it is called.", "a.pdf", Ok(Format::Text));
    }

    #[test]
    fn text_that_begins_like_something_else_is_text() {
        check("[Infographic] Mười sự kiện".as_bytes(), "a.txt", Ok(Format::Text));
        check("{Ảnh: A}".as_bytes(), "a.txt", Ok(Format::Text));
        check("<Ảnh> Mười sự kiện".as_bytes(), "a.txt", Ok(Format::Text));
        check("Content-Type: là gì?\n\nMột câu hỏi.".as_bytes(), "a.txt", Ok(Format::Text));
    }

    #[test]
    fn no_text_is_told() {
        check(b"", "a.txt", Err(Reason::Empty));
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt", Err(Reason::Binary));
        check(&[0, 1, 2, 3, 0, 0, 0, 9, 8, 7], "a.txt", Err(Reason::Binary));
    }
}
