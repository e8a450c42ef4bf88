//! Which encoding bytes of text are in by the font that shows them: old Vietnamese fonts have their own.

use crate::ingest::{Encoding, decode_as};

/// How the bytes that a font shows are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Charset {
    encoding: Encoding,
    // Fonts that show small letters as capitals: `.VnTimeH`.
    is_capitals: bool,
}

impl Charset {
    /// Of an encoding that the reader names.
    pub(super) fn of(encoding: Encoding) -> Self {
        Self { encoding, is_capitals: false }
    }

    /// Of a code page by its number; Western where it is no other that is known.
    pub(super) fn of_page(page: i32) -> Self {
        let encoding = match page {
            65001 => Encoding::Utf8,
            1258 => Encoding::Windows1258,
            _ => Encoding::Windows1252,
        };
        Self::of(encoding)
    }

    /// Of a font by its name and by the number of its character set; `None`: that of the document.
    pub(super) fn of_font(name: &str, charset: Option<i32>) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        if name.starts_with(".vn") {
            return Some(Self { encoding: Encoding::Tcvn3, is_capitals: name.ends_with('h') });
        }
        if name.starts_with("vni-") {
            return Some(Self::of(Encoding::Vni));
        }
        match charset? {
            163 => Some(Self::of_page(1258)),
            0 => Some(Self::of_page(1252)),
            _ => None,
        }
    }

    /// Whether a font of that name has an encoding of its own, whatever the file says.
    #[cfg(feature = "pdf")]
    pub(super) fn of_old_font(name: &str) -> Option<Self> {
        Self::of_font(name, None)
    }

    /// What a font shows for characters that a program took its bytes for. Fonts that show two characters as one are left
    /// to whoever sees the whole text.
    #[cfg(feature = "pdf")]
    pub(super) fn shown(self, text: &str) -> String {
        let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
        match bytes {
            Some(bytes) if self.encoding == Encoding::Tcvn3 => self.text(&bytes),
            _ => text.to_owned(),
        }
    }

    /// Bytes as text.
    pub(super) fn text(self, bytes: &[u8]) -> String {
        let text = match decode_as(bytes, self.encoding) {
            Ok(decoded) => decoded.text,
            Err(_) => String::from_utf8_lossy(bytes).into_owned(),
        };
        if self.is_capitals { text.to_uppercase() } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_decide_before_the_document() {
        let cases: [(&str, Option<i32>, &[u8], &str); 6] = [
            (".VnTime", Some(0), b"lo\xb9i", "loại"),
            (".VnTimeH", None, b"vi\xd6t", "VIỆT"),
            ("VNI-Times", Some(0), b"Vie\xe4t", "Việt"),
            ("Arial", Some(163), b"Vi\xea\xf2t", "Viê\u{323}t"),
            ("Arial", Some(0), b"Caf\xe9", "Café"),
            ("Times New Roman", Some(0), b"\x93A\x94", "“A”"),
        ];
        for (name, charset, bytes, text) in cases {
            assert_eq!(Charset::of_font(name, charset).unwrap().text(bytes), text, "{name}");
        }
        assert_eq!(Charset::of_font("Arial", Some(1)), None);
    }
}
