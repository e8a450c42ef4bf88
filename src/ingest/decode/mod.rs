//! Bytes to text: which encoding, how sure, and a clear refusal of what is no text.

mod capitals;
mod code_page;
mod legacy;
mod misread;
mod plausible;
mod unicode;

use serde::{Deserialize, Serialize};

/// Largest file that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;

/// How the bytes of a file are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, little end first.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, big end first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// UTF-8 that another program read as windows-1252 or Latin-1 and saved so: `chuyá»ƒn Ä‘á»•i`.
    #[serde(rename = "utf-8-misread")]
    Utf8Misread,
    /// The Vietnamese code page of Windows.
    #[serde(rename = "windows-1258")]
    Windows1258,
    /// TCVN 5712:1993 VN3, also called ABC: the fonts .Vn*.
    Tcvn3,
    /// VNI for Windows: the fonts VNI-*.
    Vni,
    /// VISCII (RFC 1456).
    Viscii,
    /// The Western code page of Windows; Latin-1 is part of it.
    #[serde(rename = "windows-1252")]
    Windows1252,
}

impl Encoding {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Utf8,
        Self::Tcvn3,
        Self::Vni,
        Self::Viscii,
        Self::Windows1258,
        Self::Windows1252,
        Self::Utf8Misread,
        Self::Utf16Le,
        Self::Utf16Be,
    ];

    /// Its name: `utf-8`, `tcvn3`, `windows-1258`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Utf8Misread => "utf-8-misread",
            Self::Windows1258 => "windows-1258",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Viscii => "viscii",
            Self::Windows1252 => "windows-1252",
        }
    }

    /// The encoding of a name, in whatever case; `abc`, `latin1` and the like are known too.
    ///
    /// ```
    /// use langkinh::ingest::Encoding;
    /// assert_eq!(Encoding::named("TCVN3"), Some(Encoding::Tcvn3));
    /// assert_eq!(Encoding::named("koi8-r"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let also = match name.as_str() {
            "utf8" => Some(Self::Utf8),
            "abc" | "tcvn" | "tcvn-5712" | "tcvn5712" => Some(Self::Tcvn3),
            "vni-windows" | "vni-win" => Some(Self::Vni),
            "cp1258" => Some(Self::Windows1258),
            "latin1" | "latin-1" | "iso-8859-1" | "cp1252" => Some(Self::Windows1252),
            _ => None,
        };
        also.or_else(|| Self::ALL.into_iter().find(|encoding| encoding.name() == name))
    }
}

/// How sure it is that the encoding was told right.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Confidence {
    /// Another reading is about as likely.
    Low,
    /// Most of the text speaks for it.
    Medium,
    /// There is no other reading.
    High,
}

impl Confidence {
    /// Its name: `high`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// How a text came from its bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Decoding {
    /// The encoding.
    pub encoding: Encoding,
    /// How sure that is.
    pub confidence: Confidence,
    /// Characters that are lost: replacement characters, and pieces of letters that were cut.
    pub n_lost: u32,
}

impl Decoding {
    /// UTF-8 as it should be, with nothing to say about it.
    pub const PLAIN: Self = Self { encoding: Encoding::Utf8, confidence: Confidence::High, n_lost: 0 };

    fn sure(encoding: Encoding) -> Self {
        Self { encoding, ..Self::PLAIN }
    }

    /// Whether the reader has to be told: the encoding was concluded from the text, or something is lost.
    pub fn is_notable(self) -> bool {
        !matches!(self.encoding, Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be)
            || self.confidence != Confidence::High
            || self.n_lost > 0
    }
}

/// A text and the encoding it was read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; a byte-order mark stays, as the offsets of the contract count it.
    pub text: String,
    /// How it was read.
    pub decoding: Decoding,
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
    #[error("the encoding of the file is not known (byte {at} is not UTF-8)")]
    UnknownEncoding {
        /// Offset of the first wrong byte.
        at: usize,
    },
}

/// Reads the bytes as text, in the encoding that they look like.
pub fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    check_size(bytes)?;
    let decoded = match unicode::utf16(bytes)? {
        Some(decoded) => decoded,
        None => match str::from_utf8(bytes) {
            Ok(text) => {
                check_text(bytes)?;
                concluded(text)
            }
            Err(error) => {
                check_text(bytes)?;
                let at = error.valid_up_to();
                legacy::of_bytes(bytes)
                    .or_else(|| unicode::torn(bytes))
                    .or_else(|| legacy::western(bytes))
                    .ok_or(ReadError::UnknownEncoding { at })?
            }
        },
    };
    checked(decoded)
}

/// Reads the bytes in an encoding that the reader names. Text that is UTF-8 by itself is taken for a text that was read
/// wrongly before, where the encoding has eight bits: its characters stand for bytes.
pub fn decode_as(bytes: &[u8], encoding: Encoding) -> Result<Decoded, ReadError> {
    check_size(bytes)?;
    let utf8 = str::from_utf8(bytes);
    let text = match (encoding, utf8) {
        (Encoding::Utf8, _) => String::from_utf8_lossy(bytes).into_owned(),
        (Encoding::Utf16Le, _) => unicode::utf16_as(bytes, u16::from_le_bytes),
        (Encoding::Utf16Be, _) => unicode::utf16_as(bytes, u16::from_be_bytes),
        (Encoding::Utf8Misread, _) => {
            let text = String::from_utf8_lossy(bytes);
            misread::restore(&text).map_or_else(|| text.clone().into_owned(), |restored| restored.text)
        }
        (Encoding::Windows1252, Ok(text)) => text.to_owned(),
        (_, Ok(text)) => legacy::text_as(text, encoding),
        (_, Err(_)) => legacy::bytes_as(bytes, encoding),
    };
    let n_lost = unicode::n_replaced(&text);
    checked(Decoded { text, decoding: Decoding { n_lost, ..Decoding::sure(encoding) } })
}

/// A text that is UTF-8: as it stands, or what it was before it was read wrongly.
fn concluded(text: &str) -> Decoded {
    if let Some(restored) = misread::restore(text) {
        let confidence = match restored.n_letters {
            ..3 => Confidence::Low,
            3..8 => Confidence::Medium,
            _ => Confidence::High,
        };
        let n_lost = restored.n_lost.max(unicode::n_replaced(&restored.text));
        let decoding = Decoding { encoding: Encoding::Utf8Misread, confidence, n_lost };
        return Decoded { text: restored.text, decoding };
    }
    legacy::of_text(text).unwrap_or_else(|| {
        let n_lost = unicode::n_replaced(text);
        Decoded { text: text.to_owned(), decoding: Decoding { n_lost, ..Decoding::PLAIN } }
    })
}

fn check_size(bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.len() > MAX_BYTES { Err(ReadError::TooLarge) } else { Ok(()) }
}

fn checked(decoded: Decoded) -> Result<Decoded, ReadError> {
    if decoded.text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(ReadError::Empty);
    }
    check_text(decoded.text.as_bytes())?;
    Ok(decoded)
}

/// Refuses files that begin as pictures, archives and documents do, and bytes that hold control characters that no text
/// has.
fn check_text(bytes: &[u8]) -> Result<(), ReadError> {
    const HEADS: [&[u8]; 8] =
        [b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"GIF8", b"\xff\xd8\xff", b"\x89PNG", b"\x1f\x8b", b"ID3\x03"];
    let head = &bytes[..bytes.len().min(8192)];
    let n_controls = head.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\n' | b'\r' | b'\t' | 0x0c)).count();
    let is_binary = HEADS.iter().any(|magic| bytes.starts_with(magic)) || n_controls * 200 > head.len();
    if is_binary { Err(ReadError::Binary) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
