//! Names in archives that do not say how they are encoded.

use crate::ingest::{Encoding, decode_as};

/// A name out of an archive: UTF-8, or the code page of the machine that packed it. Of DOS and Windows those come into
/// question that Vietnamese and English files were packed with: 437 has its letters from 0x80 on, 1258 from 0xC0 on,
/// where 437 has lines for drawing boxes.
pub(super) fn name(raw: &[u8], as_437: impl FnOnce() -> String) -> String {
    if let Ok(name) = str::from_utf8(raw) {
        return name.to_owned();
    }
    let has_letters_of_437 = raw.iter().any(|b| (0x80..0xA9).contains(b) && *b != 0x8C && *b != 0x9C);
    if has_letters_of_437 {
        return as_437();
    }
    decode_as(raw, Encoding::Windows1258).map_or_else(|_| as_437(), |decoded| decoded.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_code_pages_apart() {
        let cases: [(&[u8], &str); 4] = [
            ("Báo cáo.txt".as_bytes(), "Báo cáo.txt"),
            // Windows in Vietnamese: đ is F0, ô F4, ấ E2 EC (with a mark that combines).
            (b"B\xe1o \xf0\xf4ng.txt", "Báo đông.txt"),
            (b"Th\xf4ng t\xe2\xecn.txt", "Thông tâ\u{301}n.txt"),
            (b"r\x82sum\x82.txt", "437"),
        ];
        for (raw, shown) in cases {
            assert_eq!(name(raw, || "437".to_owned()), shown);
        }
    }
}
