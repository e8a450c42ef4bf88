//! Bytes to text: which encoding, how sure, and a clear refusal of what is no text.

use std::str;

use super::windows1258;

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;

/// How the bytes of a file were read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// The Vietnamese code page of Windows.
    Windows1258,
}

/// A text and the encoding it was read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; a byte-order mark stays, as the offsets of the contract count it.
    pub text: String,
    /// How it was read.
    pub encoding: Encoding,
}

/// Why a file was not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ReadError {
    /// No bytes, or only white space.
    #[error("the file is empty")]
    Empty,
    /// More than [`MAX_BYTES`].
    #[error("the file is larger than {} MiB", MAX_BYTES >> 20)]
    TooLarge,
    /// Control bytes: a picture, an archive, a program.
    #[error("the file is not text")]
    Binary,
    /// Text in an encoding that is not recognised; the offset of the first byte that is not UTF-8.
    #[error("the file is not UTF-8 text (byte {at})")]
    UnknownEncoding {
        /// Offset of the first wrong byte.
        at: usize,
    },
}

/// Reads the bytes as text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    let decoded = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes, Encoding::Utf16Le)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes, Encoding::Utf16Be)?,
        _ => match unmarked_utf16(bytes) {
            Some(decoded) => decoded,
            None => eight_bit(bytes)?,
        },
    };
    if decoded.text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(ReadError::Empty);
    }
    if looks_binary(decoded.text.as_bytes()) { Err(ReadError::Binary) } else { Ok(decoded) }
}

fn eight_bit(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let error = match str::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text: text.to_owned(), encoding: Encoding::Utf8 }),
        Err(error) => error,
    };
    if looks_binary(bytes) {
        return Err(ReadError::Binary);
    }
    let text = windows1258::decode(bytes).ok_or(ReadError::UnknownEncoding { at: error.valid_up_to() })?;
    Ok(Decoded { text, encoding: Encoding::Windows1258 })
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16, encoding: Encoding) -> Result<Decoded, ReadError> {
    let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    let text = char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| ReadError::Binary)?;
    Ok(Decoded { text, encoding })
}

/// UTF-16 that has no byte-order mark: every second byte of most letters is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<Decoded> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if half < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let (read, encoding): (fn([u8; 2]) -> u16, _) = match () {
        () if odd * 3 > half && even * 20 < half => (u16::from_le_bytes, Encoding::Utf16Le),
        () if even * 3 > half && odd * 20 < half => (u16::from_be_bytes, Encoding::Utf16Be),
        () => return None,
    };
    utf16(bytes, read, encoding).ok()
}

/// Whether the first bytes hold control characters that no text has.
fn looks_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    head.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\n' | b'\r' | b'\t' | 0x0c)).count() * 200 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(decode(b""), Err(ReadError::Empty));
        assert_eq!(decode(" \n".as_bytes()), Err(ReadError::Empty));
        assert_eq!(decode(&[0x89, b'P', b'N', b'G', 0, 0, 1, 2]), Err(ReadError::Binary));
        assert_eq!(decode(b"Chuy\xd3n \xae\xe6i s\xe8"), Err(ReadError::UnknownEncoding { at: 4 }));
        assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]), Err(ReadError::TooLarge));
    }

    #[test]
    fn reads_the_code_page() {
        let decoded = decode(b"Chuy\xea\xd2n \xf0\xf4\xd2i").unwrap();
        assert_eq!(decoded.encoding, Encoding::Windows1258);
        assert_eq!(decoded.text.chars().count(), 12);
    }

    #[test]
    fn reads_utf16_without_mark() {
        let text = "Nông dân được mùa";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little).unwrap(), Decoded { text: text.to_owned(), encoding: Encoding::Utf16Le });
        assert_eq!(decode(&big).unwrap(), Decoded { text: text.to_owned(), encoding: Encoding::Utf16Be });
        assert_eq!(decode(&[0; 64]), Err(ReadError::Binary));
    }

    #[test]
    fn reads_utf16_with_mark() {
        let bytes: Vec<u8> = "\u{feff}số hóa".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&bytes).unwrap().text, "số hóa");
    }
}
