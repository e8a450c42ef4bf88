//! How much is read, and what the reader said about how.

use super::{ColumnSaid, Format};
use crate::ingest::{Encoding, MAX_BYTES};

/// Bounds on what an archive may do to memory and time. What goes beyond is refused and told; the rest is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Entries of all archives of one file together.
    pub entries: u64,
    /// Bytes of one file, unpacked; it is held in memory.
    pub file: u64,
    /// Bytes unpacked from one file in all.
    pub total: u64,
    /// Unpacked bytes for each packed one, counted from the first mebibyte on.
    pub ratio: u64,
    /// Archives inside archives: 1 reads none but the outermost.
    pub depth: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { entries: 100_000, file: MAX_BYTES as u64, total: 8 << 30, ratio: 200, depth: 3 }
    }
}

/// How a file is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The format that the reader names; told from the bytes without. Of an archive, that of the files in it.
    pub format: Option<Format>,
    /// The encoding that the reader names; told from the bytes without.
    pub encoding: Option<Encoding>,
    /// What the reader says of columns of tables; told from names and contents without.
    pub columns: Vec<ColumnSaid>,
    /// How much is read.
    pub limits: Limits,
}
