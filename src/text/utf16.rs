//! From bytes to UTF-16 code units, the offsets that JavaScript and the printed document use.

/// Translates byte offsets of one text to UTF-16 offsets.
#[derive(Clone, Debug)]
pub struct Utf16Index {
    // UTF-16 offset of every 64th byte, rounded down to a character boundary: (byte, unit).
    pins: Vec<(u32, u32)>,
}

const STEP: usize = 64;

impl Utf16Index {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut pins = Vec::with_capacity(text.len() / STEP + 1);
        let (mut from, mut units) = (0, 0);
        for goal in (0..=text.len()).step_by(STEP) {
            let at = text.floor_char_boundary(goal);
            units += n_units(&text.as_bytes()[from..at]);
            pins.push((at as u32, units));
            from = at;
        }
        Self { pins }
    }

    /// The UTF-16 offset of the character boundary `at` (bytes) of the text it was made from.
    pub fn offset(&self, text: &str, at: usize) -> u32 {
        let (byte, unit) = self.pins[(at / STEP).min(self.pins.len() - 1)];
        unit + n_units(&text.as_bytes()[byte as usize..at])
    }

    /// The byte where the character of the UTF-16 offset `unit` begins; the end of the text for one beyond it.
    pub fn byte(&self, text: &str, unit: u32) -> usize {
        let pin = self.pins.partition_point(|&(_, units)| units <= unit).saturating_sub(1);
        let (byte, mut units) = self.pins[pin];
        for (at, c) in text[byte as usize..].char_indices() {
            units += c.len_utf16() as u32;
            if units > unit {
                return byte as usize + at;
            }
        }
        text.len()
    }

    /// The byte offset of the UTF-16 offset `at`; `None` behind the end and inside a character.
    pub fn boundary(&self, text: &str, at: u32) -> Option<usize> {
        let byte = self.byte(text, at);
        (self.offset(text, byte) == at).then_some(byte)
    }
}

/// UTF-16 units of whole characters: one for the first byte of each, one more for those of four bytes.
fn n_units(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&b| u32::from(b & 0xC0 != 0x80) + u32::from(b >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_encode_utf16() {
        let text = "Chuyển đổi số 🇻🇳 — “kinh tế số”. ".repeat(20);
        let index = Utf16Index::new(&text);
        for (at, _) in text.char_indices() {
            let unit = text[..at].encode_utf16().count();
            assert_eq!((index.offset(&text, at) as usize, index.byte(&text, unit as u32)), (unit, at));
        }
        assert_eq!(index.offset(&text, text.len()) as usize, text.encode_utf16().count());
        assert_eq!((index.byte(&text, u32::MAX), Utf16Index::new("").byte("", 3)), (text.len(), 0));
        assert_eq!(index.boundary(&text, index.offset(&text, text.len())), Some(text.len()));
        assert_eq!(index.boundary(&text, index.offset(&text, text.len()) + 1), None);
        assert_eq!(Utf16Index::new("😀").boundary("😀", 1), None);
        assert_eq!(Utf16Index::new("").boundary("", 0), Some(0));
    }
}
