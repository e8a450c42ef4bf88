//! How files were taken: where a text was split, and what the columns of a table were taken for. The reader looks at both
//! and may say otherwise; the files are then read anew.

use serde::{Deserialize, Serialize};

use crate::base::{Arrange, Span};
use crate::ingest::TableField;

/// Longer texts are split without showing how.
const MOST_LINES: usize = 5_000;
/// Characters of a line that are shown.
const SHOWN: usize = 160;

/// Where the articles of a text begin.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Split {
    /// Name of the paste or file.
    pub name: String,
    /// Its lines, long ones cut.
    pub lines: Vec<String>,
    /// The line on which each article begins, counted from 0, ascending.
    pub starts: Vec<u32>,
    /// Further lines on which an article may begin, which the reader is to decide; ascending.
    pub likely: Vec<u32>,
}

impl Split {
    /// Of a text whose articles are `parts`, and `likely` the bytes where more may begin; nothing where the text is too long
    /// to be shown.
    pub(super) fn of(name: &str, text: &str, parts: &[Span], likely: &[usize]) -> Option<Self> {
        let lines: Vec<String> = text.split('\n').take(MOST_LINES + 1).map(shown).collect();
        if lines.len() > MOST_LINES {
            return None;
        }
        let starts = lines_at(text, parts.iter().map(|part| part.start()));
        let likely = lines_at(text, likely.iter().copied());
        Some(Self { name: name.to_owned(), starts, likely, lines })
    }

    /// All lines on which an article begins or may begin, ascending.
    pub fn all_starts(&self) -> Vec<u32> {
        let mut all = [&self.starts[..], &self.likely].concat();
        all.arrange();
        all.dedup();
        all
    }
}

/// The lines, counted from 0, that hold these bytes, which ascend.
fn lines_at(text: &str, bytes: impl Iterator<Item = usize>) -> Vec<u32> {
    let (mut before, mut line) = (0, 0);
    bytes
        .map(|at| {
            line += text[before..at].bytes().filter(|&b| b == b'\n').count() as u32;
            before = at;
            line
        })
        .collect()
}

fn shown(line: &str) -> String {
    let line = line.trim();
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// What the columns of a table, or the fields of records, were taken for. Made by the readers of formats.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Table {
    /// Path of its file inside the containers.
    pub name: String,
    /// Path of the file that the reader gave.
    pub file: String,
    /// Rows or records, without the names.
    pub n_rows: u32,
    /// The columns in their order.
    pub columns: Vec<TableColumn>,
    /// Keys of the articles made of it.
    pub keys: Vec<String>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct TableColumn {
    /// Its name in the file; its number where the file has no names.
    pub name: String,
    /// What it holds; `None`: nothing of the article.
    pub field: Option<TableField>,
    /// The first values in it, shortened.
    pub samples: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_are_lines() {
        let text = "---\nMột\nhai\n---\n\nBa";
        let parts = [Span::new(4, 13), Span::new(19, 21)];
        let split = Split::of("dán", text, &parts, &[10]).expect("short");
        assert_eq!((split.lines.len(), &split.starts[..], &split.likely[..]), (6, &[1, 5][..], &[2][..]));
        assert_eq!(split.all_starts(), [1, 2, 5]);
        assert_eq!(Split::of("dán", &"a\n".repeat(MOST_LINES), &[], &[]), None);
    }

    #[test]
    fn long_lines_are_cut_between_characters() {
        assert_eq!(shown(&"ế".repeat(161)), format!("{}…", "ế".repeat(160)));
        assert_eq!(shown(" a "), "a");
    }
}
