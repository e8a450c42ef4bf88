//! The eight-bit encodings: which bytes are which letters.

use rustc_hash::FxHashMap;

use super::Encoding;

/// One eight-bit encoding, to read by.
#[derive(Debug)]
pub(super) struct CodePage {
    // The letter of a byte; where the encoding says nothing, that of windows-1252.
    single: [char; 256],
    // Letters of two bytes (VNI): a base letter and its mark.
    pairs: FxHashMap<(u8, u8), char>,
}

impl CodePage {
    /// The table of an eight-bit encoding; windows-1252 for any other.
    pub(super) fn new(encoding: Encoding) -> Self {
        let mut page = Self { single: std::array::from_fn(|b| windows1252(b as u8)), pairs: FxHashMap::default() };
        let column = match encoding {
            Encoding::Tcvn3 => 1,
            Encoding::Viscii => 2,
            Encoding::Vni => 3,
            Encoding::Windows1258 => {
                WINDOWS_1258.iter().for_each(|&(byte, c)| page.single[usize::from(byte)] = c);
                return page;
            }
            _ => return page,
        };
        for row in letters() {
            if let (Some(letter), Some(bytes)) = (row[0].chars().next(), row.get(column)) {
                page.put(letter, bytes);
            }
        }
        page
    }

    fn put(&mut self, letter: char, bytes: &str) {
        let byte = |at: usize| bytes.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (byte(0), byte(2)) {
            (Some(base), Some(mark)) => {
                self.pairs.insert((base, mark), letter);
                // In a word of small letters with a capital at its head either mark is typed.
                self.pairs.entry((base, mark ^ 0x20)).or_insert(letter);
            }
            (Some(byte), None) => self.single[usize::from(byte)] = letter,
            _ => {}
        }
    }

    /// The text of these units: bytes, or characters that are text already.
    pub(super) fn read(&self, units: impl Iterator<Item = Unit>) -> String {
        let mut out = String::with_capacity(units.size_hint().0 * 5 / 4);
        let mut before = None;
        for unit in units {
            let byte = match unit {
                Unit::Char(c) => {
                    out.push(c);
                    before = None;
                    continue;
                }
                Unit::Byte(byte) => byte,
            };
            match before.and_then(|base| self.pairs.get(&(base, byte))) {
                Some(&letter) => {
                    out.pop();
                    out.push(letter);
                    before = None;
                }
                None => {
                    out.push(self.single[usize::from(byte)]);
                    before = Some(byte);
                }
            }
        }
        out
    }
}

/// The rows of the table of letters: the letter, its bytes in TCVN3, VISCII, VNI. It lies beside the code and not with the
/// tables of the engine: files are decoded before and without them.
pub(super) fn letters() -> impl Iterator<Item = Vec<&'static str>> {
    include_str!("letters.tsv").lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// A piece of what is read: a byte of the encoding, or a character that is not.
#[derive(Clone, Copy, Debug)]
pub(super) enum Unit {
    Byte(u8),
    Char(char),
}

/// The character of a byte in windows-1252; where it has none, the control character of that number.
pub(super) fn windows1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The byte that windows-1252 or Latin-1 shows as this character.
pub(super) fn byte_shown_as(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0..0x100 => Some(code as u8),
        0x152..0x2123 => WINDOWS_1252.iter().position(|&shown| shown == c).map(|at| at as u8 + 0x80),
        _ => None,
    }
}

const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Where windows-1258 differs from windows-1252: tone marks stand as characters of their own after the vowel.
const WINDOWS_1258: [(u8, char); 18] = [
    (0x8a, '\u{8a}'),
    (0x8e, '\u{8e}'),
    (0x9a, '\u{9a}'),
    (0x9e, '\u{9e}'),
    (0xc3, 'Ă'),
    (0xcc, '\u{300}'),
    (0xd0, 'Đ'),
    (0xd2, '\u{309}'),
    (0xd5, 'Ơ'),
    (0xdd, 'Ư'),
    (0xde, '\u{303}'),
    (0xe3, 'ă'),
    (0xec, '\u{301}'),
    (0xf0, 'đ'),
    (0xf2, '\u{323}'),
    (0xf5, 'ơ'),
    (0xfd, 'ư'),
    (0xfe, '₫'),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter of the table through its bytes and back.
    fn check(encoding: Encoding, column: usize, missing: usize) {
        let page = CodePage::new(encoding);
        let mut without = 0;
        for row in letters() {
            let hex: Vec<u8> = row[column].bytes().collect();
            if row[column] == "-" {
                without += 1;
                continue;
            }
            let byte = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap();
            let bytes: Vec<u8> = hex.chunks(2).map(byte).collect();
            assert_eq!(page.read(bytes.into_iter().map(Unit::Byte)), row[0], "{encoding:?}");
        }
        assert_eq!(without, missing);
    }

    #[test]
    fn every_letter_has_its_bytes() {
        check(Encoding::Tcvn3, 1, 60);
        check(Encoding::Viscii, 2, 0);
        check(Encoding::Vni, 3, 0);
    }

    #[test]
    fn the_table_has_every_letter_in_both_cases_and_no_bytes_twice() {
        let all: Vec<_> = letters().collect();
        assert_eq!(all.len(), 134);
        assert!(all.is_sorted_by(|a, b| a[0] < b[0]));
        for row in &all {
            let c = row[0].chars().next().unwrap();
            let other: String = if c.is_lowercase() { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
            assert!(all.iter().any(|row| row[0] == other), "{other}");
        }
        for column in 1..4 {
            let mut codes: Vec<&str> = all.iter().map(|row| row[column]).filter(|code| *code != "-").collect();
            let n = codes.len();
            codes.sort_unstable();
            codes.dedup();
            assert_eq!(codes.len(), n);
        }
    }

    #[test]
    fn vni_capitals_are_the_small_letters_less_32() {
        let page = CodePage::new(Encoding::Vni);
        let read = |bytes: &[u8]| page.read(bytes.iter().copied().map(Unit::Byte));
        for row in letters() {
            let c = row[0].chars().next().unwrap();
            let bytes: Vec<u8> =
                (0..row[3].len()).step_by(2).map(|i| u8::from_str_radix(&row[3][i..i + 2], 16).unwrap()).collect();
            if c.is_uppercase() {
                let small: Vec<u8> = bytes.iter().map(|b| b + 0x20).collect();
                assert_eq!(read(&small), c.to_lowercase().to_string());
                // `Án` typed with a small mark.
                let mixed: Vec<u8> = bytes.iter().enumerate().map(|(i, b)| b + 0x20 * (i as u8)).collect();
                assert_eq!(read(&mixed), row[0]);
            }
        }
    }

    #[test]
    fn windows_1252_goes_there_and_back() {
        for byte in 0..=255u8 {
            assert_eq!(byte_shown_as(windows1252(byte)), Some(byte));
        }
        assert_eq!(byte_shown_as('\u{85}'), Some(0x85));
        assert_eq!(byte_shown_as('ể'), None);
    }
}
