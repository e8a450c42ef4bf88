//! Comma, semicolon or tab separated tables to rows. A row with an open quotation mark does not take the rest with it.

use csv::{ReaderBuilder, StringRecord};

/// A row with the line of the file that it begins on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) cells: Vec<String>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) delimiter: u8,
    pub(super) rows: Vec<Row>,
    /// Lines with a quotation mark that nothing closes.
    pub(super) open: Vec<u64>,
    /// Whether there were so many of them that the rest was not read.
    pub(super) is_given_up: bool,
}

/// Reads a table; the delimiter is told from the text.
pub(super) fn table(text: &str, is_tabs: bool) -> Table {
    let text = text.trim_start_matches('\u{feff}');
    let (named, skipped) = stated(text);
    let delimiter = named.unwrap_or_else(|| delimiter(text, is_tabs));
    let mut table = Table { delimiter, ..Table::default() };
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut at = skipped;
    // A text of open quotation marks alone must not be read again from each of them.
    let mut budget = text.len() * 4 + 4096;
    while at < text.len() {
        let rest = &text[at..];
        let mut reader = reader(rest, delimiter);
        let mut record = StringRecord::new();
        let mut torn = None;
        while matches!(reader.read_record(&mut record), Ok(true)) {
            let start = at + record.position().map_or(0, |position| position.byte() as usize);
            let end = at + reader.position().byte() as usize;
            let from = start + blank_lines(&text[start..end]);
            budget = budget.saturating_sub(end - start);
            if text[from..end].trim_end().contains('\n') && !is_well_quoted(&text[from..end], delimiter) {
                torn = Some(from);
                break;
            }
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                table.rows.push(Row { line: lines.number(from), cells: record.iter().map(str::to_owned).collect() });
            }
        }
        let Some(from) = torn else { break };
        table.open.push(lines.number(from));
        at = text[from..].find('\n').map_or(text.len(), |n| from + n + 1);
        if budget == 0 {
            table.is_given_up = true;
            break;
        }
    }
    table
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// Bytes of the blank lines at the head of a row, which belong to none.
fn blank_lines(row: &str) -> usize {
    row.len() - row.trim_start_matches(['\r', '\n']).len()
}

/// Counts lines up to places that only go forward.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn number(&mut self, to: usize) -> u64 {
        self.line += self.text[self.at..to.max(self.at)].bytes().filter(|&b| b == b'\n').count() as u64;
        self.at = to.max(self.at);
        self.line
    }
}

/// Whether every quotation mark that opens a cell is closed at the end of a cell.
fn is_well_quoted(row: &str, delimiter: u8) -> bool {
    let bytes = row.trim_end_matches(['\r', '\n']).as_bytes();
    let (mut in_quotes, mut at_start, mut i) = (false, true, 0);
    while i < bytes.len() {
        let b = bytes[i];
        if in_quotes && b == b'"' {
            match bytes.get(i + 1) {
                Some(b'"') => i += 1,
                None => in_quotes = false,
                Some(&next) if next == delimiter => in_quotes = false,
                Some(_) => return false,
            }
        } else if !in_quotes && at_start && b == b'"' {
            in_quotes = true;
        }
        at_start = !in_quotes && b == delimiter;
        i += 1;
    }
    !in_quotes
}

/// The delimiter that Excel writes in a line of its own (`sep=;`), and the bytes of that line.
fn stated(text: &str) -> (Option<u8>, usize) {
    let first = text.split_inclusive('\n').next().unwrap_or("");
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some(&[mark]) => (Some(mark), first.len()),
        _ => (None, 0),
    }
}

/// The mark by which most rows have the same number of cells, more than one.
fn delimiter(text: &str, is_tabs: bool) -> u8 {
    const ROWS: usize = 60;
    const HEAD: usize = 64 << 10;
    let end = (0..=text.len().min(HEAD)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let head = &text[..end];
    let order: [u8; 4] = if is_tabs { *b"\t,;|" } else { *b",;\t|" };
    let score = |mark: u8| {
        let records = reader(head, mark).into_records();
        let widths: Vec<usize> = records.take(ROWS).flatten().map(|record| record.len()).collect();
        let width = widths.first().copied().unwrap_or(0);
        if width < 2 {
            return (0, 0);
        }
        let same = widths.iter().filter(|&&w| w == width).count();
        (same * 100 / widths.len(), width)
    };
    let scores = order.map(score);
    let best = scores.iter().max().copied().unwrap_or_default();
    order[scores.iter().position(|&s| s == best && s.0 > 0).unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> (char, Vec<String>, Vec<u64>) {
        let table = table(text, false);
        let rows = table.rows.iter().map(|row| format!("{}:{}", row.line, row.cells.join("|"))).collect();
        (char::from(table.delimiter), rows, table.open)
    }

    #[test]
    fn delimiters_are_told() {
        assert_eq!(shown("a,b\n1,\"x;y;z\"\n"), (',', vec!["1:a|b".into(), "2:1|x;y;z".into()], vec![]));
        assert_eq!(shown("a;b\n1,5;2\n").0, ';');
        assert_eq!(shown("a\tb\n1, 2, 3\t2\n").0, '\t');
        assert_eq!(shown("sep=;\r\na;b\r\n1;2\r\n"), (';', vec!["2:a|b".into(), "3:1|2".into()], vec![]));
    }

    #[test]
    fn cells_may_hold_lines_and_marks() {
        assert_eq!(shown("a,b\n1,\"x\ny \"\"z\"\"\"\n2,w\n").1, ["1:a|b", "2:1|x\ny \"z\"", "4:2|w"]);
    }

    #[test]
    fn an_open_quotation_mark_costs_one_line() {
        let (_, rows, open) = shown("a,b\n1,x\n2,\"y\n3,z\n4,\"w\"\n");
        assert_eq!(rows, ["1:a|b", "2:1|x", "4:3|z", "5:4|w"]);
        assert_eq!(open, [3]);
    }
}
