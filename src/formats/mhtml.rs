//! Pages saved with their pictures in one file (MHTML, RFC 2557): the page is taken out and read as a saved one.

use super::html;
use super::read::{File, Found, one};
use super::{Event, Format, Reason, Said, Settings, Unread, web};

/// Messages inside messages that are looked into.
const DEEPEST: u32 = 4;

/// Reads a page saved as MHTML.
pub(super) fn read(file: File, settings: &Settings) -> Found {
    let Some(part) = page(&file.bytes, 0) else {
        let reason = Reason::Damaged { detail: "no part of the message is a web page".to_owned() };
        return one(Unread::new(file.name, Some(Format::Mhtml), reason));
    };
    let decoded = match html::decoded(&part.bytes, settings, part.charset.as_deref()) {
        Ok(decoded) => decoded,
        Err(reason) => return one(Unread::new(file.name, Some(Format::Mhtml), reason)),
    };
    let address =
        part.address.filter(|url| url.starts_with("http")).and_then(|url| Said::new(&url, "Content-Location"));
    let torn =
        part.is_torn.then(|| Unread::new(file.name.clone(), Some(Format::Mhtml), Reason::Truncated).partly().into());
    let found = web::page(file, &decoded.text, Format::Mhtml).map(move |event| match event {
        Event::Document(mut document) => {
            document.stated.url = document.stated.url.take().or_else(|| address.clone());
            Event::Document(document)
        }
        other => other,
    });
    Box::new(found.chain::<Option<Event>>(torn))
}

/// The page in a message.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    bytes: Vec<u8>,
    charset: Option<String>,
    address: Option<String>,
    /// Whether the message ends before its last border.
    is_torn: bool,
}

/// The first part that is HTML, or the one that the message names as its root.
fn page(message: &[u8], depth: u32) -> Option<Part> {
    let (head, body) = split(message);
    let kind = header(&head, "content-type").unwrap_or_else(|| "text/html".to_owned());
    let low = kind.to_ascii_lowercase();
    if let Some(border) = parameter(&kind, "boundary").filter(|b| low.starts_with("multipart/") && !b.is_empty()) {
        if depth >= DEEPEST {
            return None;
        }
        let (parts, is_torn) = parts(body, &border);
        let start = parameter(&kind, "start");
        let is_root = |part: &&&[u8]| start.is_some() && header(&split(part).0, "content-id") == start;
        let root = parts.iter().find(is_root).and_then(|part| page(part, depth + 1));
        let found = root.or_else(|| parts.iter().find_map(|part| page(part, depth + 1)))?;
        let address = found.address.clone().or_else(|| header(&head, "snapshot-content-location"));
        let is_torn = found.is_torn || is_torn && parts.len() == 1;
        return Some(Part { address, is_torn, ..found });
    }
    if !low.starts_with("text/html") && !low.starts_with("application/xhtml") {
        return None;
    }
    let encoding = header(&head, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
    let bytes = match encoding.trim() {
        "quoted-printable" => unquoted(body),
        "base64" => of_base64(body),
        _ => body.to_vec(),
    };
    Some(Part {
        bytes,
        charset: parameter(&kind, "charset"),
        address: header(&head, "content-location"),
        is_torn: false,
    })
}

/// The head of a message as lines, folded ones joined, and what comes after it.
fn split(message: &[u8]) -> (Vec<String>, &[u8]) {
    const LONGEST_HEAD: usize = 64 << 10;
    let mut head: Vec<String> = Vec::new();
    let mut at = 0;
    while at < message.len().min(LONGEST_HEAD) {
        let end = message[at..].iter().position(|&b| b == b'\n').map_or(message.len(), |n| at + n + 1);
        let line = String::from_utf8_lossy(&message[at..end]).trim_end().to_owned();
        at = end;
        if line.is_empty() {
            if head.is_empty() {
                continue;
            }
            break;
        }
        match head.last_mut().filter(|_| line.starts_with([' ', '\t'])) {
            Some(last) => {
                last.push(' ');
                last.push_str(line.trim_start());
            }
            None => head.push(line),
        }
    }
    (head, &message[at..])
}

fn header(head: &[String], wanted: &str) -> Option<String> {
    let value = head
        .iter()
        .find_map(|line| line.split_once(':').filter(|(name, _)| name.trim().eq_ignore_ascii_case(wanted)))?
        .1;
    Some(value.trim().to_owned())
}

/// The value of `name=` in a header, without quotation marks.
fn parameter(value: &str, wanted: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case(wanted).then(|| value.trim().trim_matches('"').to_owned())
    })
}

/// The parts between the borders, and whether the last border is missing.
fn parts<'a>(body: &'a [u8], border: &str) -> (Vec<&'a [u8]>, bool) {
    let mark = format!("--{border}");
    let last = format!("{mark}--");
    let mut out = Vec::new();
    let (mut at, mut start) = (0, None);
    while at < body.len() {
        let end = body[at..].iter().position(|&b| b == b'\n').map_or(body.len(), |n| at + n + 1);
        let line = body[at..end].trim_ascii_end();
        if line == mark.as_bytes() || line == last.as_bytes() {
            out.extend(start.map(|start| &body[start..at]));
            start = Some(end);
            if line == last.as_bytes() {
                return (out, false);
            }
        }
        at = end;
    }
    out.extend(start.map(|start| &body[start..]));
    (out, true)
}

/// Quoted-printable (RFC 2045); what does not fit stays as it is.
fn unquoted(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    let digit = |b: u8| char::from(b).to_digit(16).map(|n| n as u8);
    while let Some((&b, after)) = rest.split_first() {
        rest = after;
        match (b, after) {
            (b'=', [b'\r', b'\n', more @ ..] | [b'\n', more @ ..]) => rest = more,
            (b'=', [high, low, more @ ..]) if digit(*high).is_some() && digit(*low).is_some() => {
                out.push(digit(*high).unwrap_or(0) << 4 | digit(*low).unwrap_or(0));
                rest = more;
            }
            _ => out.push(b),
        }
    }
    out
}

/// Base 64 (RFC 2045); what is no digit of it is passed over.
fn of_base64(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut n) = (0u32, 0);
    for &b in text {
        let value = match b {
            b'A'..=b'Z' => b - b'A',
            b'a'..=b'z' => b - b'a' + 26,
            b'0'..=b'9' => b - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        n += 6;
        if n >= 8 {
            n -= 8;
            out.push((bits >> n) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transfer_encodings_are_undone() {
        assert_eq!(unquoted("L=C3=BAa t=C4=83ng=\r\n gi=C3=A1 =zz".as_bytes()), "Lúa tăng giá =zz".as_bytes());
        assert_eq!(of_base64(b"TMO6\r\nYQ=="), "Lúa".as_bytes());
    }

    #[test]
    fn the_page_is_taken_out_of_the_message() {
        let message = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://b.vn/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x\"\r\n\r\n\r\n----x\r\nContent-Type: image/png\r\n\r\nPNG\r\n----x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>L=C3=BAa</p>\r\n----x--\r\n";
        let part = page(message.as_bytes(), 0).unwrap();
        assert_eq!(String::from_utf8(part.bytes).unwrap(), "<p>Lúa</p>\r\n");
        assert_eq!(
            (part.charset.as_deref(), part.address.as_deref(), part.is_torn),
            (Some("utf-8"), Some("https://b.vn/1"), false)
        );
        let torn = message.split_once("</p>").unwrap().0;
        assert!(page(torn.as_bytes(), 0).is_some());
        assert_eq!(page(b"Content-Type: text/plain\n\nx", 0), None);
    }
}
