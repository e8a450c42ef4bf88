//! UTF-16, and UTF-8 in which some bytes are wrong.

use super::code_page::windows1252;
use super::{Confidence, Decoded, Decoding, Encoding, ReadError};

/// The text, if the bytes are UTF-16: by their mark, or because every second byte of most letters is zero.
pub(super) fn utf16(bytes: &[u8]) -> Result<Option<Decoded>, ReadError> {
    let (encoding, rest) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (Encoding::Utf16Le, rest),
        [0xFE, 0xFF, rest @ ..] => (Encoding::Utf16Be, rest),
        _ => match unmarked(bytes) {
            Some(encoding) => (encoding, bytes),
            None => return Ok(None),
        },
    };
    let read = if encoding == Encoding::Utf16Le { u16::from_le_bytes } else { u16::from_be_bytes };
    let text = utf16_as(rest, read);
    let n_lost = n_replaced(&text);
    // Pairs of bytes at random are wrong far more often.
    if n_lost as usize * 50 > text.len() {
        return if rest.len() < bytes.len() { Err(ReadError::Binary) } else { Ok(None) };
    }
    Ok(Some(Decoded { text, decoding: Decoding { encoding, confidence: Confidence::High, n_lost } }))
}

/// The text of UTF-16 without its mark; what is wrong becomes a replacement character.
pub(super) fn utf16_as(bytes: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

fn unmarked(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if half < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    match () {
        () if odd * 3 > half && even * 20 < half => Some(Encoding::Utf16Le),
        () if even * 3 > half && odd * 20 < half => Some(Encoding::Utf16Be),
        () => None,
    }
}

/// UTF-8 with a few wrong bytes: those of quotation marks and dashes in windows-1252 are read as such, the others become
/// replacement characters. `None` if the bytes are hardly UTF-8.
pub(super) fn torn(bytes: &[u8]) -> Option<Decoded> {
    let mut text = String::with_capacity(bytes.len());
    let (mut n_letters, mut n_wrong, mut n_lost) = (0usize, 0usize, 0u32);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        n_letters += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        if chunk.invalid().is_empty() {
            continue;
        }
        n_wrong += 1;
        match chunk.invalid() {
            &[byte @ (0x85 | 0x91..=0x97)] => text.push(windows1252(byte)),
            _ => {
                text.push(char::REPLACEMENT_CHARACTER);
                n_lost += 1;
            }
        }
    }
    let confidence = if n_letters > n_wrong * 20 { Confidence::High } else { Confidence::Medium };
    let decoding = Decoding { encoding: Encoding::Utf8, confidence, n_lost };
    (n_letters > 2 && n_letters >= n_wrong * 5).then_some(Decoded { text, decoding })
}

/// Number of replacement characters.
pub(super) fn n_replaced(text: &str) -> u32 {
    text.matches(char::REPLACEMENT_CHARACTER).count() as u32
}
