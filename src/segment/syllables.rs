//! Ids of syllables, and the shapes of tokens.

use super::pack::Sections;
use crate::base::PackError;
use crate::text::{TokenKind, fold_into, is_capital, is_letter};

/// Id of what is no syllable.
pub(super) mod id {
    pub(in super::super) const NUMBER: u16 = 1;
    pub(in super::super) const MARK: u16 = 2;
    pub(in super::super) const ADDRESS: u16 = 3;
    pub(in super::super) const UNKNOWN: u16 = 4;
    /// How many ids are none of a syllable; 0 is beyond the ends of a line.
    pub(in super::super) const SPECIALS: u16 = 5;
}

/// Shape of a token; 0 is beyond the ends of a line.
pub(super) mod shape {
    pub(in super::super) const LOWER: u8 = 1;
    pub(in super::super) const TITLE: u8 = 2;
    pub(in super::super) const UPPER: u8 = 3;
    pub(in super::super) const NUMBER: u8 = 4;
    pub(in super::super) const MARK: u8 = 5;
    pub(in super::super) const MIXED: u8 = 6;
    pub(in super::super) const CAPITAL: u8 = 7;
    pub(in super::super) const STRANGE: u8 = 8;
    pub(in super::super) const STRANGE_TITLE: u8 = 9;
    /// How many there are.
    pub(in super::super) const COUNT: usize = 10;
}

/// A syllable of at most 16 bytes as two numbers.
type Key = [u64; 2];

/// Folded syllables and marks by id.
#[derive(Debug)]
pub(super) struct Syllables {
    keys: Vec<Key>,
    // Shape of the folded form, by index into `keys`.
    shapes: Vec<u8>,
    // Those before this id are of the word list; a token beyond is a stranger.
    strangers_from: u16,
    // Open addressing: index into `keys` and one, 0 for an empty place. The length is a power of two.
    places: Vec<u16>,
}

impl Syllables {
    pub(super) fn read(sections: &mut Sections<'_>, n_listed: u16) -> Result<Self, PackError> {
        let keys = unpack(sections.bytes()?).ok_or(PackError::Damaged)?;
        if keys.len() >= usize::from(u16::MAX - id::SPECIALS) || usize::from(n_listed) > keys.len() {
            return Err(PackError::Damaged);
        }
        let shapes = sections.exactly::<1>(keys.len())?.as_flattened().to_vec();
        if shapes.iter().any(|&shape| usize::from(shape) >= shape::COUNT) {
            return Err(PackError::Damaged);
        }
        let mut places = vec![0; (keys.len() * 3).next_power_of_two()];
        for (i, key) in keys.iter().enumerate() {
            let mut at = hash(key) & (places.len() - 1);
            while places[at] != 0 {
                at = (at + 1) & (places.len() - 1);
            }
            places[at] = i as u16 + 1;
        }
        Ok(Self { keys, shapes, strangers_from: id::SPECIALS + n_listed, places })
    }

    /// How many ids there are, those that are no syllables counted.
    pub(super) fn n_ids(&self) -> usize {
        self.keys.len() + usize::from(id::SPECIALS)
    }

    /// Id and shape of a token; `scratch` is any string to work in.
    pub(super) fn look(
        &self,
        text: &str,
        start: usize,
        end: usize,
        kind: TokenKind,
        scratch: &mut String,
    ) -> (u16, u8) {
        match kind {
            TokenKind::Number => return (id::NUMBER, shape::NUMBER),
            TokenKind::Address => return (id::ADDRESS, shape::MIXED),
            TokenKind::Mark | TokenKind::Word => {}
        }
        // Most tokens stand in the text as they stand in the table: lower case, composed; most others have a capital at
        // their head. No capital is in the table.
        if let Some(key) = key_in(text.as_bytes(), start, end) {
            match lower_head(key) {
                None => {
                    if let Some(i) = self.index(&key) {
                        return self.known(i, self.shapes[i], kind);
                    }
                }
                Some(lower) => {
                    if let Some(i) = self.index(&lower)
                        && self.shapes[i] == shape::LOWER
                    {
                        let one = key[0] < 0x100 || (key[0] < 0x1_0000 && key[0] & 0x80 != 0);
                        return self.known(i, if one { shape::CAPITAL } else { shape::TITLE }, kind);
                    }
                }
            }
        }
        let token = &text[start..end];
        scratch.clear();
        fold_into(token, scratch);
        let own = if kind == TokenKind::Mark { shape::MARK } else { letters_shape(token) };
        match key(scratch).and_then(|key| self.index(&key)) {
            Some(i) => self.known(i, own, kind),
            None if kind == TokenKind::Mark => (id::MARK, shape::MARK),
            None => (id::UNKNOWN, strange(own)),
        }
    }

    fn known(&self, index: usize, shape: u8, kind: TokenKind) -> (u16, u8) {
        let id = index as u16 + id::SPECIALS;
        match kind {
            TokenKind::Mark => (id, shape::MARK),
            _ if id >= self.strangers_from => (id, strange(shape)),
            _ => (id, shape),
        }
    }

    fn index(&self, key: &Key) -> Option<usize> {
        let mut at = hash(key) & (self.places.len() - 1);
        loop {
            let i = usize::from(*self.places.get(at)?).checked_sub(1)?;
            if self.keys[i] == *key {
                return Some(i);
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }
}

/// Each syllable is stored as a byte below 0x20, how many bytes it has in common with the one before it, and its others.
fn unpack(mut rest: &[u8]) -> Option<Vec<Key>> {
    let mut syllable = [0; 16];
    let mut keys = Vec::new();
    while let Some((&n_shared, tail)) = rest.split_first() {
        let n_own = tail.iter().position(|&b| b < b' ').unwrap_or(tail.len());
        let (own, after) = tail.split_at(n_own);
        let place = syllable.get_mut(usize::from(n_shared)..)?;
        place.fill(0);
        place.get_mut(..n_own)?.copy_from_slice(own);
        keys.push(halves(syllable));
        rest = after;
    }
    Some(keys)
}

fn strange(own: u8) -> u8 {
    match own {
        shape::LOWER => shape::STRANGE,
        shape::TITLE => shape::STRANGE_TITLE,
        other => other,
    }
}

/// The shape of a word by its letters.
fn letters_shape(word: &str) -> u8 {
    let (mut upper, mut letters) = (0, 0);
    for c in word.chars() {
        if c.is_ascii_digit() {
            return shape::MIXED;
        }
        letters += usize::from(is_letter(c));
        upper += usize::from(is_capital(c));
    }
    let title = || word.chars().next().is_some_and(is_capital);
    match (upper, letters) {
        (0, _) => shape::LOWER,
        (1, 1) => shape::CAPITAL,
        (n, m) if n == m => shape::UPPER,
        (1, _) if title() => shape::TITLE,
        _ => shape::MIXED,
    }
}

/// The syllable as a key; `None` if it is empty or too long.
fn key(name: &str) -> Option<Key> {
    let mut bytes = [0; 16];
    bytes.get_mut(..name.len())?.copy_from_slice(name.as_bytes());
    (!name.is_empty()).then(|| halves(bytes))
}

/// The bytes from `start` to `end` as a key; `None` if they are too many.
fn key_in(text: &[u8], start: usize, end: usize) -> Option<Key> {
    let length = end - start;
    let Some(bytes) = text.get(start..start + 16).and_then(<[u8]>::first_chunk::<16>) else {
        let mut bytes = [0; 16];
        bytes.get_mut(..length)?.copy_from_slice(&text[start..end]);
        return Some(halves(bytes));
    };
    let [low, high] = halves(*bytes);
    match length {
        0..8 => Some([low & ((1 << (8 * length)) - 1), 0]),
        8..16 => Some([low, high & ((1 << (8 * (length - 8))) - 1)]),
        16 => Some([low, high]),
        _ => None,
    }
}

/// The key with its first letter, if it is an ASCII capital or `Đ`, in lower case.
fn lower_head([low, high]: Key) -> Option<Key> {
    match low as u8 {
        b'A'..=b'Z' => Some([low | 0x20, high]),
        0xC4 if low >> 8 & 0xFF == 0x90 => Some([low | 0x100, high]),
        _ => None,
    }
}

fn halves(bytes: [u8; 16]) -> Key {
    let both = u128::from_le_bytes(bytes);
    [both as u64, (both >> 64) as u64]
}

fn hash(key: &Key) -> usize {
    let mixed = (key[0] ^ key[1].rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 40) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_share_their_beginnings() {
        let keys = |names: &[&str]| names.iter().map(|name| key(name)).collect::<Option<Vec<_>>>();
        for (stored, names) in [
            (&b""[..], Some(&[][..])),
            (b"\0anh\x01o\x02m", Some(&["anh", "ao", "aom"])),
            (b"\0abcdefghijklmnop\x0fq\x10", Some(&["abcdefghijklmnop", "abcdefghijklmnoq", "abcdefghijklmnoq"])),
            (b"\0abcdefghijklmnopq", None),
            (b"\x11", None),
        ] {
            assert_eq!(unpack(stored), names.and_then(keys), "{stored:?}");
        }
    }
}
