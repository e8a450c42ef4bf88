//! The file of the word pack: a header, a checksum, sections of plain numbers. The format is in `docs/words.md`.

use crate::base::{PackError, crc32};

const MAGIC: [u8; 4] = *b"LKWP";
const VERSION: u16 = 1;
/// Magic, version, two spare bytes, checksum.
const HEADER: usize = 12;

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
        if pack.len() < HEADER {
            return Err(PackError::Damaged);
        }
        let (header, rest) = pack.split_at(HEADER);
        let found = u16::from_le_bytes([header[4], header[5]]);
        if found != VERSION {
            return Err(PackError::Version { found, expected: VERSION });
        }
        let sum = u32::from_le_bytes([header[8], header[9], header[10], header[11]]);
        if header[6..8] != [0, 0] || crc32(rest) != sum {
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

    /// The next section, which holds `n` bytes.
    pub(super) fn exactly(&mut self, n: usize) -> Result<&'a [u8], PackError> {
        self.bytes().and_then(|section| if section.len() == n { Ok(section) } else { Err(PackError::Damaged) })
    }

    /// The next section as numbers of two bytes: all low bytes, then all high bytes.
    pub(super) fn numbers(&mut self) -> Result<Vec<u16>, PackError> {
        let section = self.bytes()?;
        if section.len() % 2 != 0 {
            return Err(PackError::Damaged);
        }
        let (low, high) = section.split_at(section.len() / 2);
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

/// Writes the checksum that fits the content.
#[cfg(test)]
pub(super) fn sign(pack: &mut [u8]) {
    let (header, rest) = pack.split_at_mut(HEADER);
    header[8..12].copy_from_slice(&crc32(rest).to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_why_it_refuses() {
        let open = |bytes: &[u8]| Sections::open(bytes).err();
        assert_eq!(open(b""), Some(PackError::Magic));
        assert_eq!(open(b"PK\x03\x04 something else"), Some(PackError::Magic));
        assert_eq!(open(b"LKWP\x01"), Some(PackError::Damaged));
        assert_eq!(open(b"LKWP\x02\0\0\0\0\0\0\0"), Some(PackError::Version { found: 2, expected: 1 }));
        assert_eq!(open(b"LKWP\x01\0\0\0\x01\0\0\0"), Some(PackError::Damaged));
        assert_eq!(open(b"LKWP\x01\0\0\0\0\0\0\0"), None);
    }
}
