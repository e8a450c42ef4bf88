//! Reading our own tables: one entry a line, columns separated by tabs, `#` begins a comment line.

/// The rows of a table as lists of columns.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| l.split('\t').collect())
}
