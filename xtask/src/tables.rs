//! `tables.pack`: the tables in `data/*.tsv` as one file. Used by the build of the program and of the package.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io, iter};

#[path = "../../src/base/crc.rs"]
#[allow(dead_code, reason = "shared with the program")]
mod crc;

// As in `src/lexicon/tables.rs`, which says how the file is made.
const VERSION: u16 = 2;
const SAME: u8 = 0x1f;
const ABSENT: u8 = 0x1e;
const MOST_SHARED: usize = 0x1d;
const LETTERS: u8 = 0x80;

/// One table: its name, and its rows as lists of columns.
struct Table {
    name: String,
    rows: Vec<Vec<String>>,
}

/// All tables of the folder, sorted by name, without comments, column by column, with a checksum.
pub fn pack(folder: &Path) -> io::Result<Vec<u8>> {
    let tables = read(folder)?;
    let letters: BTreeSet<char> = characters(&tables).filter(|c| !c.is_ascii()).collect();
    if letters.len() > usize::from(LETTERS) || characters(&tables).any(|c| c < ' ') {
        return Err(io::Error::other("the tables hold control characters, or more than 128 letters beyond ASCII"));
    }
    let mut body = String::from_iter(&letters);
    let width = |table: &Table| table.rows.iter().map(Vec::len).max().unwrap_or_default();
    for table in &tables {
        body.push_str(&format!("\n{}\t{}\t{}", table.name, width(table), table.rows.len()));
    }
    body.push_str("\n\n");
    let letters: Vec<char> = letters.into_iter().collect();
    let mut body = body.into_bytes();
    for table in &tables {
        (0..width(table)).for_each(|at| write_column(table.rows.iter().map(|row| row.get(at)), &letters, &mut body));
    }
    let head = format!("langkinh-tables {VERSION} {:08x}\n", crc::crc32(&body));
    Ok([head.as_bytes(), &body].concat())
}

fn read(folder: &Path) -> io::Result<Vec<Table>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "tsv"));
    paths.sort();
    let table = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path)?;
        let name = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        Ok(Table { name, rows: lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect() })
    };
    paths.iter().map(table).collect()
}

fn characters(tables: &[Table]) -> impl Iterator<Item = char> {
    tables.iter().flat_map(|table| &table.rows).flatten().flat_map(|cell| cell.chars())
}

/// Appends the cells of a column; none where the row is shorter.
fn write_column<'a>(cells: impl Iterator<Item = Option<&'a String>>, letters: &[char], out: &mut Vec<u8>) {
    let mut before = Vec::new();
    for cell in cells {
        let Some(cell) = cell else {
            out.push(ABSENT);
            continue;
        };
        let bytes: Vec<u8> = cell.chars().map(|c| byte_of(c, letters)).collect();
        let n_shared = iter::zip(&bytes, &before).take_while(|(a, b)| a == b).count().min(MOST_SHARED);
        if bytes == before {
            out.push(SAME);
        } else {
            out.push(n_shared as u8);
            out.extend(&bytes[n_shared..]);
        }
        before = bytes;
    }
}

fn byte_of(c: char, letters: &[char]) -> u8 {
    letters.binary_search(&c).map_or(c as u8, |at| LETTERS + at as u8)
}
