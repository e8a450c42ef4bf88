//! Composed form (NFC) of a text, with a map back to the offsets of the text as it came.
//!
//! Composing itself belongs to the platform (`String.normalize` in a browser, a crate natively), which is handed only
//! the few stretches that could change.

/// Composes one stretch to NFC.
pub type Compose = fn(&str) -> String;

/// A text in NFC that remembers where each byte came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composed {
    /// The text in NFC.
    pub text: String,
    // Stretches whose length changed, ascending: (end in the composed text, end in the source).
    shifts: Vec<(usize, usize)>,
}

impl Composed {
    /// The byte offset in the source of the byte at `at` in the composed text.
    ///
    /// Inside a stretch that was composed it is the nearest offset known to lie on a character boundary.
    pub fn source_offset(&self, at: usize) -> usize {
        let after = self.shifts.partition_point(|&(composed, _)| composed <= at);
        let (composed, source) = if after == 0 { (0, 0) } else { self.shifts[after - 1] };
        let limit = self.shifts.get(after).map_or(usize::MAX, |&(_, source)| source);
        (source + (at - composed)).min(limit)
    }
}

/// Whether the character can neither change under NFC nor combine with what stands before it.
fn is_stable(c: char) -> bool {
    matches!(u32::from(c), 0..0x300 | 0x1E00..0x1F00 | 0x2010..0x2028 | 0x202F..0x205F | 0x20A0..0x20C0 | 0x2122 | 0x2190..0x2200
        | 0x25A0..0x2700 | 0x4E00..0xA000)
}

/// How many bytes at the head of a text are letters of Latin, marks of ASCII or letters of Vietnamese, all of them stable.
fn stable_len(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        at += match first {
            ..0x80 => 1,
            0xC2..=0xCB => 2,
            0xE1 if matches!(bytes.get(at + 1), Some(0xB8..=0xBB)) => 3,
            _ => return at,
        };
    }
    at
}

/// Brings `source` to NFC, calling `nfc` only for stretches that hold a character which may change.
pub fn compose(nfc: Compose, source: &str) -> Composed {
    let mut out = Composed { text: String::with_capacity(source.len()), shifts: Vec::new() };
    let char_at = |at: usize| source[at..].chars().next();
    let mut at = 0;
    let mut stable_from = 0; // start of the stretch not yet copied
    let mut last_stable = 0; // start of the last stable character, which a mark may combine with
    loop {
        let run = stable_len(&source.as_bytes()[at..]);
        if run > 0 {
            at += run;
            last_stable = source.floor_char_boundary(at - 1);
        }
        let Some(c) = char_at(at) else { break };
        if is_stable(c) {
            last_stable = at;
            at += c.len_utf8();
            continue;
        }
        // The stretch to compose: the stable character before, the unstable run, up to the next stable one.
        let from = if at == stable_from { at } else { last_stable };
        let mut to = at + c.len_utf8();
        while let Some(c) = char_at(to).filter(|&c| !is_stable(c)) {
            to += c.len_utf8();
        }
        out.text.push_str(&source[stable_from..from]);
        let piece = &source[from..to];
        let composed = nfc(piece);
        out.text.push_str(&composed);
        if composed.len() != piece.len() {
            // Before the stretch the shift is the old one: pin its start, so that only the stretch itself is blurred.
            out.shifts.push((out.text.len() - composed.len(), from));
            out.shifts.push((out.text.len(), to));
        }
        (stable_from, last_stable, at) = (to, to, to);
    }
    out.text.push_str(&source[stable_from..]);
    out
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    fn nfc(s: &str) -> String {
        s.nfc().collect()
    }

    #[test]
    fn composes_marks_and_keeps_the_way_back() {
        let source: String = "Chuyển đổi số — hòa giải".nfd().collect();
        let composed = compose(nfc, &source);
        assert_eq!(composed.text, "Chuyển đổi số — hòa giải");
        let at = composed.text.find("giải").unwrap();
        assert!(source[composed.source_offset(at)..].starts_with('g'));
        assert_eq!(composed.source_offset(composed.text.len()), source.len());
    }

    #[test]
    fn the_short_way_agrees_with_the_long_one() {
        for c in '\0'..=char::MAX {
            let len = stable_len(c.encode_utf8(&mut [0; 4]).as_bytes());
            assert!(len == 0 || is_stable(c) && len == c.len_utf8(), "{c:?}");
        }
    }

    #[test]
    fn leaves_composed_text_alone() {
        let composed = compose(nfc, "“Kinh tế số”, 10,41%");
        assert_eq!(composed.text, "“Kinh tế số”, 10,41%");
        assert!(composed.shifts.is_empty());
    }
}
