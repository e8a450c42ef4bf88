//! `tables.pack`: the tables in `data/*.tsv` as one file. Used by the build of the program and of the package.

use std::path::Path;
use std::{fs, io};

#[path = "../../src/base/crc.rs"]
#[allow(dead_code, reason = "shared with the program")]
mod crc;

/// All tables of the folder, sorted by name, without comments, with a checksum (read by `src/lexicon/tables.rs`).
pub fn pack(folder: &Path) -> io::Result<Vec<u8>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "tsv"));
    paths.sort();
    let mut body = String::new();
    for path in paths {
        let text = fs::read_to_string(&path)?;
        let name = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        body.push_str(&format!("\u{c}{name}\n"));
        let rows = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        rows.for_each(|row| body.extend([row, "\n"]));
    }
    let head = format!("langkinh-tables 1 {:08x}\n", crc::crc32(body.as_bytes()));
    Ok([head.as_bytes(), body.as_bytes()].concat())
}
