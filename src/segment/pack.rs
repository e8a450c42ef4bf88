//! The file of the word pack: a header, a checksum, sections of plain numbers. The format is in `docs/words.md`.

use crate::base::PackError;

const MAGIC: [u8; 4] = *b"LKWP";
const VERSION: u16 = 3;
/// Magic, version, two spare bytes, checksum.
const HEADER: usize = 16;

/// The sections of a pack, read from the first to the last.
pub(super) struct Sections<'a> {
    rest: &'a [u8],
}

impl<'a> Sections<'a> {
    /// Checks the header and the checksum.
    pub(super) fn open(pack: &'a [u8]) -> Result<Self, PackError> {
        if !pack.starts_with(&MAGIC) {
            return Err(PackError::Magic);
        }
        let Some((header, rest)) = pack.split_first_chunk::<HEADER>() else { return Err(PackError::Damaged) };
        let [_, _, _, _, low, high, spare @ .., a, b, c, d, e, f, g, h] = *header;
        let found = u16::from_le_bytes([low, high]);
        if found != VERSION {
            return Err(PackError::Version { found, expected: VERSION });
        }
        if spare != [0, 0] || checksum(rest) != u64::from_le_bytes([a, b, c, d, e, f, g, h]) {
            return Err(PackError::Damaged);
        }
        Ok(Self { rest })
    }

    /// The next section.
    pub(super) fn bytes(&mut self) -> Result<&'a [u8], PackError> {
        let (length, rest) = self.rest.split_first_chunk::<4>().ok_or(PackError::Damaged)?;
        let length = u32::from_le_bytes(*length) as usize;
        let (section, rest) = rest.split_at_checked(length).ok_or(PackError::Damaged)?;
        self.rest = rest;
        Ok(section)
    }

    /// The next section, which holds `n` rows of `N` bytes.
    pub(super) fn exactly<const N: usize>(&mut self, n: usize) -> Result<&'a [[u8; N]], PackError> {
        match self.bytes()?.as_chunks::<N>() {
            (rows, []) if rows.len() == n => Ok(rows),
            _ => Err(PackError::Damaged),
        }
    }

    /// The next section as numbers of two bytes: all low bytes, then all high bytes.
    pub(super) fn numbers(&mut self) -> Result<Vec<u16>, PackError> {
        let section = self.bytes()?;
        let (low, high) = section.split_at(section.len() / 2);
        if low.len() != high.len() {
            return Err(PackError::Damaged);
        }
        Ok(low.iter().zip(high).map(|(&l, &h)| u16::from_le_bytes([l, h])).collect())
    }

    /// The next section as `n` signed numbers of two bytes.
    pub(super) fn weights(&mut self, n: usize) -> Result<Vec<i16>, PackError> {
        let numbers = self.numbers()?;
        if numbers.len() != n {
            return Err(PackError::Damaged);
        }
        Ok(numbers.into_iter().map(|x| x as i16).collect())
    }

    /// That nothing is left.
    pub(super) fn end(self) -> Result<(), PackError> {
        if self.rest.is_empty() { Ok(()) } else { Err(PackError::Damaged) }
    }
}

/// Eight bytes at a step: each is mixed in by steps that can be undone, so that no change within one of them is missed.
fn checksum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, bytes: [u8; 8]| {
        ((sum ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9E37_79B9_7F4A_7C15)).rotate_left(29)
    };
    let (chunks, tail) = bytes.as_chunks::<8>();
    let mut sum = chunks.iter().fold(bytes.len() as u64, |sum, chunk| step(sum, *chunk));
    let mut last = [0; 8];
    last[..tail.len()].copy_from_slice(tail);
    sum = step(sum, last);
    sum ^ sum >> 32
}

/// Writes the checksum that fits the content.
#[cfg(test)]
pub(super) fn sign(pack: &mut [u8]) {
    let (header, rest) = pack.split_at_mut(HEADER);
    header[8..].copy_from_slice(&checksum(rest).to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_why_it_refuses() {
        let open = |bytes: &[u8]| Sections::open(bytes).err();
        assert_eq!(open(b""), Some(PackError::Magic));
        assert_eq!(open(b"PK\x03\x04 something else"), Some(PackError::Magic));
        assert_eq!(open(b"LKWP\x03"), Some(PackError::Damaged));
        assert_eq!(open(b"LKWP\x01\0\0\0\0\0\0\0\0\0\0\0"), Some(PackError::Version { found: 1, expected: 3 }));
        assert_eq!(open(b"LKWP\x03\0\0\0\x01\0\0\0\0\0\0\0"), Some(PackError::Damaged));
        let mut empty = *b"LKWP\x03\0\0\0\0\0\0\0\0\0\0\0";
        sign(&mut empty);
        assert_eq!(open(&empty), None);
    }

    #[test]
    fn every_byte_counts() {
        let text = *b"0123456789abcdefghijk";
        let sums: std::collections::BTreeSet<u64> = (0..text.len())
            .map(|at| {
                let mut changed = text;
                changed[at] ^= 1;
                checksum(&changed)
            })
            .chain([checksum(&text), checksum(&text[..20]), checksum(b"0123456789abcdefghijk\0")])
            .collect();
        assert_eq!(sums.len(), text.len() + 3);
    }
}
