//! Bytes to text: which encoding, how sure, and a clear refusal of what is no text.

use std::str;

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
        _ => match str::from_utf8(bytes) {
            Ok(text) => Decoded { text: text.to_owned(), encoding: Encoding::Utf8 },
            Err(_) if looks_binary(bytes) => return Err(ReadError::Binary),
            Err(error) => return Err(ReadError::UnknownEncoding { at: error.valid_up_to() }),
        },
    };
    if decoded.text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(ReadError::Empty);
    }
    if looks_binary(decoded.text.as_bytes()) { Err(ReadError::Binary) } else { Ok(decoded) }
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16, encoding: Encoding) -> Result<Decoded, ReadError> {
    let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    let text = char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| ReadError::Binary)?;
    Ok(Decoded { text, encoding })
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
        assert_eq!(decode(b"chuy\xea\xd2n \xf0\xf5i"), Err(ReadError::UnknownEncoding { at: 4 }));
        assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]), Err(ReadError::TooLarge));
    }

    #[test]
    fn reads_utf16_with_mark() {
        let bytes: Vec<u8> = "\u{feff}số hóa".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&bytes).unwrap().text, "số hóa");
    }
}
