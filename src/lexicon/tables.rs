//! The tables as a file: `data/*.tsv` in one, with a checksum. The build writes it (`xtask/src/tables.rs`).

use rustc_hash::FxHashMap;

use crate::base::{PackError, crc32};

/// How the file begins: name, version, a blank; then the checksum of the rest in eight hexadecimal digits and a line end.
const HEAD: &str = "langkinh-tables ";
const VERSION: u16 = 1;
/// Begins a table: this mark, its name, a line end, its rows.
const TABLE: char = '\u{c}';

/// All tables by name, as text: one entry a line, columns separated by tabs.
#[derive(Debug)]
pub struct Tables {
    by_name: FxHashMap<&'static str, &'static str>,
}

impl Tables {
    /// Checks a file of tables. It stays in memory: words of the tables are handed out wherever facts are.
    ///
    /// # Errors
    /// When the file is not one of tables, is damaged, or was made for another version.
    ///
    /// ```
    /// # use langkinh::{base::PackError, lexicon::Tables};
    /// assert_eq!(Tables::open(b"PK").err(), Some(PackError::Magic));
    /// ```
    pub fn open(file: &'static [u8]) -> Result<Self, PackError> {
        let rest = file.strip_prefix(HEAD.as_bytes()).ok_or(PackError::Magic)?;
        let line = rest.iter().position(|&b| b == b'\n').ok_or(PackError::Damaged)?;
        let (head, body) = (&rest[..line], &rest[line + 1..]);
        let head = std::str::from_utf8(head).map_err(|_| PackError::Damaged)?;
        let (version, sum) = head.split_once(' ').ok_or(PackError::Damaged)?;
        let found = version.parse().map_err(|_| PackError::Damaged)?;
        if found != VERSION {
            return Err(PackError::Version { found, expected: VERSION });
        }
        if u32::from_str_radix(sum, 16) != Ok(crc32(body)) {
            return Err(PackError::Damaged);
        }
        let body = std::str::from_utf8(body).map_err(|_| PackError::Damaged)?;
        let by_name = body.split(TABLE).filter_map(|table| table.split_once('\n')).collect();
        Ok(Self { by_name })
    }

    /// The tables of this build.
    #[cfg(any(test, feature = "built-in"))]
    #[expect(clippy::missing_panics_doc, reason = "the file is written by the same build")]
    pub fn built_in() -> Self {
        Self::open(Self::BUILT_IN).expect("the tables are built together with the program")
    }

    /// The file of this build.
    #[cfg(any(test, feature = "built-in"))]
    pub const BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables.pack"));

    /// The rows of a table as lists of columns; none if there is no such table.
    pub fn rows(&self, name: &str) -> impl Iterator<Item = Vec<&'static str>> + use<> {
        self.by_name.get(name).copied().unwrap_or_default().lines().map(|line| line.split('\t').collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_why_it_refuses() {
        let open = |file: &'static [u8]| Tables::open(file).err();
        assert_eq!(open(b""), Some(PackError::Magic));
        assert_eq!(open(b"langkinh-tables 1"), Some(PackError::Damaged));
        assert_eq!(open(b"langkinh-tables 2 00000000\n"), Some(PackError::Version { found: 2, expected: 1 }));
        assert_eq!(open(b"langkinh-tables 1 00000001\n"), Some(PackError::Damaged));
        assert_eq!(open(b"langkinh-tables 1 00000000\n"), None);
        let mut damaged = Tables::BUILT_IN.to_vec();
        *damaged.last_mut().unwrap() ^= 1;
        assert_eq!(open(damaged.leak()), Some(PackError::Damaged));
    }

    #[test]
    fn holds_the_rows_of_every_table_without_comments() {
        let tables = Tables::built_in();
        for entry in std::fs::read_dir("data").unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "tsv") {
                let text = std::fs::read_to_string(&path).unwrap();
                let rows = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).count();
                assert!(
                    rows > 0 && tables.rows(path.file_stem().unwrap().to_str().unwrap()).count() == rows,
                    "{path:?}"
                );
            }
        }
        assert_eq!(tables.rows("provinces").find(|row| row[0] == "Hà Giang").unwrap()[2], "2025-06-30");
        assert_eq!(tables.rows("none").count(), 0);
    }
}
