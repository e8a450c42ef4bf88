//! The file of the word pack: a header, a checksum, sections of plain numbers. The format is in `docs/words.md`.

/// Why a pack of words was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PackError {
    /// It does not begin as a pack does.
    #[error("not a word pack")]
    Magic,
    /// It was made for another version of the program.
    #[error("word pack of version {found}, this build reads {expected}")]
    Version {
        /// Version in the pack.
        found: u16,
        /// Version this build reads.
        expected: u16,
    },
    /// Its checksum does not fit its content.
    #[error("the word pack is damaged")]
    Damaged,
}

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

/// CRC-32 (IEEE 802.3), eight bytes at a time.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLES: [[u32; 256]; 8] = tables();
    let mut crc = !0u32;
    let (chunks, tail) = bytes.as_chunks::<8>();
    for chunk in chunks {
        let x = u64::from_le_bytes(*chunk) ^ u64::from(crc);
        crc = (0..8).fold(0, |sum, i| sum ^ TABLES[7 - i][(x >> (8 * i)) as usize & 0xFF]);
    }
    for &b in tail {
        crc = (crc >> 8) ^ TABLES[0][((crc ^ u32::from(b)) & 0xFF) as usize];
    }
    !crc
}

/// Writes the checksum that fits the content.
#[cfg(test)]
pub(super) fn sign(pack: &mut [u8]) {
    let (header, rest) = pack.split_at_mut(HEADER);
    header[8..12].copy_from_slice(&crc32(rest).to_le_bytes());
}

const fn tables() -> [[u32; 256]; 8] {
    let mut tables = [[0u32; 256]; 8];
    let mut i = 0;
    while i < 256 {
        let mut crc = i as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
            bit += 1;
        }
        tables[0][i] = crc;
        i += 1;
    }
    let mut i = 256;
    while i < 8 * 256 {
        let before = tables[i / 256 - 1][i % 256];
        tables[i / 256][i % 256] = (before >> 8) ^ tables[0][(before & 0xFF) as usize];
        i += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_check_value_of_crc32() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }

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
