//! The table that belongs to a picture: the same data, for eyes, ears and programs.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::Pick;
use crate::view::wording::{self, Language};

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Name for programs: `count`, `per_10k_2024`.
    pub key: String,
    /// Name for readers.
    pub name: String,
    /// Decimals that are shown, for a column of numbers.
    pub decimals: Option<u8>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// A number.
    Number(f64),
    /// Words.
    Words(String),
    /// Nothing is known.
    Empty,
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// One for each column.
    pub cells: Vec<Cell>,
    /// What a click on it chooses.
    pub pick: Option<Pick>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// The columns; the first one names the rows.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// A table without rows. A column is key, name and, for numbers, decimals.
    pub(super) fn new<const N: usize>(columns: [(&str, &str, Option<u8>); N]) -> Self {
        let mut table = Self::default();
        columns.into_iter().for_each(|(key, name, decimals)| table.add_column(key, name, decimals));
        table
    }

    pub(super) fn add_column(&mut self, key: &str, name: &str, decimals: Option<u8>) {
        self.columns.push(Column { key: key.to_owned(), name: name.to_owned(), decimals });
    }

    pub(super) fn add(&mut self, pick: Option<Pick>, cells: Vec<Cell>) {
        self.rows.push(Row { cells, pick });
    }

    /// A cell as it is shown: numbers and days as the language writes them.
    pub fn shown(&self, language: Language, column: usize, cell: &Cell) -> String {
        let decimals = self.columns.get(column).and_then(|column| column.decimals);
        match cell {
            Cell::Empty => String::new(),
            Cell::Words(words) if wording::is_day(words) => wording::day(language, words),
            Cell::Words(words) => words.clone(),
            Cell::Number(number) => match decimals {
                // A year is a name, not an amount.
                None => number.to_string(),
                Some(u8::MAX) => wording::number(language, *number),
                Some(n) => wording::decimal(language, *number, usize::from(n)),
            },
        }
    }

    /// Comma separated, with a byte-order mark, so that spreadsheets read it as UTF-8.
    pub fn csv(&self) -> String {
        let field = |text: String| {
            if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
        };
        format!("\u{feff}{}", self.separated(",", "\r\n", &field))
    }

    /// Tab separated; tabs and line breaks inside a cell become blanks.
    pub fn tsv(&self) -> String {
        self.separated("\t", "\n", &|text| text.replace(['\t', '\n', '\r'], " "))
    }

    fn separated(&self, separator: &str, end: &str, field: &dyn Fn(String) -> String) -> String {
        let line = |fields: Vec<String>| fields.into_iter().map(field).collect::<Vec<_>>().join(separator) + end;
        let head = line(self.columns.iter().map(|column| column.key.clone()).collect());
        let rows = self.rows.iter().map(|row| line(row.cells.iter().map(plain).collect()));
        std::iter::once(head).chain(rows).collect()
    }

    /// A list of objects by the keys of the columns.
    pub fn json(&self) -> serde_json::Value {
        let object = |row: &Row| {
            let fields = self.columns.iter().zip(&row.cells).map(|(column, cell)| {
                let value = match cell {
                    Cell::Empty => serde_json::Value::Null,
                    Cell::Words(words) => words.as_str().into(),
                    Cell::Number(n) if n.fract() == 0.0 && n.abs() < 9e15 => (*n as i64).into(),
                    Cell::Number(n) => (*n).into(),
                };
                (column.key.clone(), value)
            });
            serde_json::Value::Object(fields.collect())
        };
        self.rows.iter().map(object).collect()
    }

    /// A Markdown table of the first `most` rows, as a reader of the language reads it.
    pub fn markdown(&self, language: Language, most: usize) -> String {
        let mut out = String::new();
        let cell = |text: String| text.replace('|', "\\|").replace(['\n', '\r'], " ");
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        out.push_str(&line(self.columns.iter().map(|column| cell(column.name.clone())).collect()));
        out.push_str(&line(
            self.columns.iter().map(|c| if c.decimals.is_some() { "---:" } else { "---" }.to_owned()).collect(),
        ));
        for row in self.rows.iter().take(most) {
            let cells = row.cells.iter().enumerate().map(|(i, c)| cell(self.shown(language, i, c)));
            // Writing to a string cannot fail.
            let _ = out.write_str(&line(cells.collect()));
        }
        out
    }
}

/// A cell for a program.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Words(words) => words.clone(),
        Cell::Number(number) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table =
            Table::new([("term", "Thuật ngữ", None), ("count", "Số lần", Some(0)), ("rate", "Tần suất", Some(1))]);
        table.add(None, vec!["a, \"b\"".into(), 1200_u32.into(), 12.5.into()]);
        table.add(None, vec!["c|d\te".into(), Cell::Empty, 3.0.into()]);
        table
    }

    #[test]
    fn one_table_in_every_format() {
        let table = table();
        assert_eq!(table.csv(), "\u{feff}term,count,rate\r\n\"a, \"\"b\"\"\",1200,12.5\r\nc|d\te,,3\r\n");
        assert_eq!(table.tsv(), "term\tcount\trate\na, \"b\"\t1200\t12.5\nc|d e\t\t3\n");
        assert_eq!(table.json()[1]["count"], serde_json::Value::Null);
        assert_eq!(table.json()[0]["rate"], 12.5);
        let markdown = table.markdown(Language::Vi, 9);
        assert!(markdown.contains("| a, \"b\" | 1.200 | 12,5 |") && markdown.contains("c\\|d"), "{markdown}");
    }

    #[test]
    fn cells_come_back_from_json() {
        let table = table();
        let text = serde_json::to_string(&table).unwrap();
        assert_eq!(serde_json::from_str::<Table>(&text).unwrap(), table);
    }
}
