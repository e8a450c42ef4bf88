//! The tables as a file: `data/*.tsv` in one, with a checksum. The build writes it (`xtask/src/tables.rs`).
//!
//! They lie in it so that what packs files on their way makes the most of them (by brotli 78 kB; 92 row by row). First a
//! line with all letters beyond ASCII, which are one byte each further on; then name, number of columns and number of rows
//! of each table, a line each, and an empty line; then the cells, table by table and column by column. Each cell is a mark,
//! a byte below 0x20, and what follows: how many letters it has in common with the cell before it in its column, and the
//! others; or that it is [`SAME`], or [`ABSENT`].

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::base::{PackError, crc32};

/// How the file begins: name, version, a blank; then the checksum of the rest in eight hexadecimal digits and a line end.
const HEAD: &str = "langkinh-tables ";
const VERSION: u16 = 2;
/// Mark of a cell that is as the one before it.
const SAME: u8 = 0x1f;
/// Mark in place of a cell, where the row is shorter than others.
const ABSENT: u8 = 0x1e;
/// The first byte that stands for a letter beyond ASCII.
const LETTERS: u8 = 0x80;
/// Stands in a column where a row has no cell; no cell holds a tab.
const NO_CELL: &str = "\t";

/// All tables by name, as text.
#[derive(Debug)]
pub struct Tables {
    by_name: FxHashMap<String, Table>,
}

/// One table.
#[derive(Clone, Debug, Default)]
struct Table {
    n_rows: usize,
    // The cells of each, one a line.
    columns: Vec<&'static str>,
}

impl Tables {
    /// Checks a file of tables and reads it. Their text stays in memory: words of the tables are handed out wherever facts
    /// are.
    ///
    /// # Errors
    /// When the file is not one of tables, is damaged, or was made for another version.
    ///
    /// ```
    /// # use langkinh::{base::PackError, lexicon::Tables};
    /// assert_eq!(Tables::open(b"PK").err(), Some(PackError::Magic));
    /// ```
    pub fn open(file: &[u8]) -> Result<Self, PackError> {
        unpack(checked(file)?).ok_or(PackError::Damaged)
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
        let Table { n_rows, columns } = self.by_name.get(name).cloned().unwrap_or_default();
        let mut columns: Vec<_> = columns.into_iter().map(str::lines).collect();
        let mut row = move || columns.iter_mut().filter_map(Iterator::next).filter(|&cell| cell != NO_CELL).collect();
        (0..n_rows).map(move |_| row())
    }
}

/// What stands behind the head, if its checksum fits.
fn checked(file: &[u8]) -> Result<&[u8], PackError> {
    let rest = file.strip_prefix(HEAD.as_bytes()).ok_or(PackError::Magic)?;
    let line = rest.iter().position(|&b| b == b'\n').ok_or(PackError::Damaged)?;
    let (head, body) = (&rest[..line], &rest[line + 1..]);
    let head = std::str::from_utf8(head).map_err(|_| PackError::Damaged)?;
    let (version, sum) = head.split_once(' ').ok_or(PackError::Damaged)?;
    let found = version.parse().map_err(|_| PackError::Damaged)?;
    if found != VERSION {
        return Err(PackError::Version { found, expected: VERSION });
    }
    if u32::from_str_radix(sum, 16) == Ok(crc32(body)) { Ok(body) } else { Err(PackError::Damaged) }
}

fn unpack(body: &[u8]) -> Option<Tables> {
    let end = body.windows(2).position(|two| two == b"\n\n")?;
    let mut lines = std::str::from_utf8(&body[..end]).ok()?.lines();
    let mut cells = Cells { letters: lines.next()?.chars().collect(), rest: &body[end + 2..], cell: Vec::new() };
    let mut text = String::new();
    let sizes: Vec<Size> = lines.map(|line| Size::read(line, &mut cells, &mut text)).collect::<Option<_>>()?;
    let mut rest = kept(text);
    let mut column = |length| {
        let (column, after) = rest.split_at(length);
        rest = after;
        column
    };
    let table = |Size { name, n_rows, lengths }| {
        (name, Table { n_rows, columns: lengths.into_iter().map(&mut column).collect() })
    };
    Some(Tables { by_name: sizes.into_iter().map(table).collect() })
}

/// The text stays as long as the program does. Engines of one program share it.
fn kept(text: String) -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    match TEXT.get() {
        Some(kept) if *kept == text => kept,
        Some(_) => text.leak(),
        None => TEXT.get_or_init(|| text),
    }
}

/// What there is of a table.
struct Size {
    name: String,
    n_rows: usize,
    // Of the columns, in bytes of the text.
    lengths: Vec<usize>,
}

impl Size {
    /// Reads the line about a table, and appends its columns to `text`.
    fn read(line: &str, cells: &mut Cells<'_>, text: &mut String) -> Option<Self> {
        let (name, size) = line.split_once('\t')?;
        let (n_columns, n_rows) = size.split_once('\t')?;
        let n_rows = n_rows.parse().ok()?;
        let lengths = (0..n_columns.parse().ok()?).map(|_: usize| cells.column(n_rows, text)).collect::<Option<_>>()?;
        Some(Self { name: name.to_owned(), n_rows, lengths })
    }
}

/// Reads cells.
struct Cells<'a> {
    letters: Vec<char>,
    rest: &'a [u8],
    // The one read last, before its letters are put in place.
    cell: Vec<u8>,
}

impl Cells<'_> {
    /// Appends a column to `text`; how long it is.
    fn column(&mut self, n_rows: usize, text: &mut String) -> Option<usize> {
        let start = text.len();
        self.cell.clear();
        for _ in 0..n_rows {
            self.cell(text)?;
            text.push('\n');
        }
        Some(text.len() - start)
    }

    fn cell(&mut self, text: &mut String) -> Option<()> {
        let (&mark, rest) = self.rest.split_first()?;
        let n_own = rest.iter().position(|&b| b < b' ').unwrap_or(rest.len());
        let (own, rest) = rest.split_at(n_own);
        self.rest = rest;
        match mark {
            ABSENT => {
                text.push_str(NO_CELL);
                return Some(());
            }
            SAME => {}
            n_shared => {
                self.cell.truncate(usize::from(n_shared));
                self.cell.extend(own);
            }
        }
        for &byte in &self.cell {
            let beyond = byte.checked_sub(LETTERS);
            text.push(beyond.map_or(Some(char::from(byte)), |at| self.letters.get(usize::from(at)).copied())?);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_why_it_refuses() {
        let open = |file: &'static [u8]| Tables::open(file).err();
        assert_eq!(open(b""), Some(PackError::Magic));
        assert_eq!(open(b"langkinh-tables 2"), Some(PackError::Damaged));
        assert_eq!(open(b"langkinh-tables 1 00000000\n"), Some(PackError::Version { found: 1, expected: 2 }));
        assert_eq!(open(b"langkinh-tables 2 00000001\n"), Some(PackError::Damaged));
        assert_eq!(open(b"langkinh-tables 2 00000000\n"), Some(PackError::Damaged));
        let mut damaged = Tables::BUILT_IN.to_vec();
        *damaged.last_mut().unwrap() ^= 1;
        assert_eq!(open(damaged.leak()), Some(PackError::Damaged));
    }

    /// A file with a checksum that fits.
    fn signed(body: &[u8]) -> Vec<u8> {
        [format!("{HEAD}{VERSION} {:08x}\n", crc32(body)).as_bytes(), body].concat()
    }

    #[test]
    fn reads_cells_by_their_marks() {
        let rows = |cells: &[u8]| {
            let file = signed(&[&b"\xc3\xa1\xc4\x91\nt\t2\t3\n\n"[..], cells].concat());
            Tables::open(&file).map(|tables| tables.rows("t").collect::<Vec<_>>())
        };
        let expected = vec![vec!["\u{111}a", "x"], vec!["\u{111}i"], vec!["\u{111}i\u{e1}", "x"]];
        assert_eq!(rows(b"\0\x81a\x01i\x02\x80\0x\x1e\x1f"), Ok(expected));
        let damaged: [&[u8]; 3] = [b"", b"\0a", b"\0\x82\0a\0a\0a\0a\0a"];
        damaged.iter().for_each(|cells| assert_eq!(rows(cells), Err(PackError::Damaged), "{cells:?}"));
    }

    #[test]
    fn holds_the_rows_of_every_table_without_comments() {
        let tables = Tables::built_in();
        for entry in std::fs::read_dir("data").unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "tsv") {
                let text = std::fs::read_to_string(&path).unwrap();
                let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
                let rows = tables.rows(path.file_stem().unwrap().to_str().unwrap());
                assert!(rows.eq(lines.map(|line| line.split('\t').collect::<Vec<_>>())), "{path:?}");
            }
        }
        assert_eq!(tables.rows("provinces").find(|row| row[0] == "Hà Giang").unwrap()[2], "2025-06-30");
        assert_eq!(tables.rows("none").count(), 0);
    }
}
