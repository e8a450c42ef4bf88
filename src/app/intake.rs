//! What was read last: from where, how it was taken, and what was not read.

use std::rc::Rc;

use crate::ingest::Reason;
use crate::session::protocol::{Failure, Rejection, SourceFile, Split, Table, TableField};

/// A file in the hands of the browser.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picked {
    /// Names it to the browser.
    pub handle: u32,
    /// Its name, with the folders that it was picked with.
    pub path: String,
}

/// A file that the engine's host is to read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// The file.
    pub file: Picked,
    /// What the reader says of the columns of a table.
    pub columns: Vec<(String, Option<TableField>)>,
    /// The only table of an archive that is wanted.
    pub only: Option<String>,
}

/// Text that another program put on the clipboard with its tags.
#[derive(Clone, Debug, PartialEq)]
pub struct Rich {
    /// The text with tags.
    pub html: String,
    plain: String,
}

impl Rich {
    /// What hangs on the clipboard; nothing where the tags say no more than the text does.
    pub fn of(plain: String, html: String) -> Option<Self> {
        const SAY_MORE: [&str; 8] = ["<p", "<h1", "<h2", "<h3", "<li", "<table", "<article", "<div"];
        let low = html.to_ascii_lowercase();
        let says_more = !plain.trim().is_empty() && SAY_MORE.iter().any(|tag| low.contains(tag));
        says_more.then_some(Self { html, plain })
    }

    /// Whether a field shows this text; fields change line ends.
    pub fn is_of(&self, shown: &str) -> bool {
        self.plain.split_whitespace().eq(shown.split_whitespace())
    }
}

/// Where articles came from.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Origin {
    /// From somewhere that cannot be asked again.
    #[default]
    Elsewhere,
    /// From files.
    Files(Vec<Picked>),
    /// From a paste.
    Paste(Box<SourceFile>),
}

/// What was read last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// Where it came from.
    pub origin: Origin,
    /// Keys of its articles.
    pub keys: Rc<[String]>,
    /// What was not read, and why.
    pub rejected: Vec<Rejection>,
    /// Where texts were split.
    pub splits: Vec<Split>,
    /// What the columns of tables were taken for, until the reader agrees.
    pub tables: Vec<Table>,
}

impl Intake {
    /// What was not read although something may be missed.
    pub fn missed(&self) -> impl Iterator<Item = &Rejection> {
        self.rejected.iter().filter(|one| !is_beside(one))
    }

    /// Pictures, styles and scripts beside saved pages.
    pub fn n_beside(&self) -> usize {
        self.rejected.iter().filter(|one| is_beside(one)).count()
    }

    /// The split whose borders can be moved.
    pub fn split(&self) -> Option<&Split> {
        match (&self.origin, &self.splits[..]) {
            (Origin::Paste(_), [split]) => Some(split),
            _ => None,
        }
    }

    /// Whether there is something to look at or to change.
    pub fn is_open(&self) -> bool {
        self.split().is_some() || !self.tables.is_empty() || self.missed().next().is_some()
    }

    /// Whether it was a paste.
    pub fn is_paste(&self) -> bool {
        matches!(self.origin, Origin::Paste(_))
    }

    /// The paste, to be read anew with borders on these lines.
    pub(super) fn paste_at(&self, starts: Vec<u32>) -> Option<SourceFile> {
        match &self.origin {
            Origin::Paste(file) => Some(SourceFile { starts, ..(**file).clone() }),
            _ => None,
        }
    }

    /// The file of a table, to be read anew with these columns.
    pub(super) fn table_with(&self, table: &Table, columns: Vec<(String, Option<TableField>)>) -> Option<Asked> {
        let Origin::Files(files) = &self.origin else { return None };
        let file = files.iter().find(|file| file.path == table.file)?.clone();
        Some(Asked { file, columns, only: Some(table.name.clone()) })
    }

    /// Puts what was read of a table with other columns in place of what was read before.
    pub(super) fn put_table(&mut self, name: &str, keys: Vec<String>, rejected: Vec<Rejection>, tables: Vec<Table>) {
        let rows = format!("{name}#");
        let old = self.tables.iter().find(|table| table.name == name).map(|table| table.keys.clone());
        let old = old.unwrap_or_default();
        let others = self.keys.iter().filter(|key| !old.contains(key)).cloned();
        self.keys = others.chain(keys).collect();
        self.rejected.retain(|one| one.name != name && !one.name.starts_with(&rows));
        self.rejected.extend(rejected);
        for table in tables {
            if let Some(had) = self.tables.iter_mut().find(|had| had.name == table.name) {
                *had = table;
            }
        }
    }
}

fn is_beside(one: &Rejection) -> bool {
    matches!(one.failure, Failure::Unread { reason: Reason::PartOfPage, .. })
}

/// The borders after one on this line was set, or taken away if it stood there.
pub fn toggled(starts: &[u32], line: u32) -> Vec<u32> {
    match starts.binary_search(&line) {
        Ok(0) => starts.to_vec(),
        Ok(at) => starts.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, start)| *start).collect(),
        Err(0) => starts.to_vec(),
        Err(at) => [&starts[..at], &[line], &starts[at..]].concat(),
    }
}

/// Whether a table whose columns hold these has articles at all.
pub fn has_text(columns: &[(String, Option<TableField>)]) -> bool {
    let is_text = |field| matches!(field, TableField::Text | TableField::Lead | TableField::Title);
    columns.iter().any(|(_, field)| field.is_some_and(is_text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_is_set_and_taken_away() {
        assert_eq!(toggled(&[0, 4], 2), [0, 2, 4]);
        assert_eq!(toggled(&[0, 4], 9), [0, 4, 9]);
        assert_eq!(toggled(&[0, 2, 4], 2), [0, 4]);
        // The first article begins where it begins.
        assert_eq!(toggled(&[1, 4], 1), [1, 4]);
        assert_eq!(toggled(&[1, 4], 0), [1, 4]);
    }

    #[test]
    fn a_table_takes_the_place_of_what_was_read_before() {
        let reject = |name: &str| Rejection { name: name.to_owned(), failure: Failure::Empty };
        let table = |keys: &[&str]| Table {
            name: "a.zip/b.csv".to_owned(),
            file: "a.zip".to_owned(),
            keys: keys.iter().map(|&key| key.to_owned()).collect(),
            ..Table::default()
        };
        let mut intake = Intake {
            origin: Origin::Files(vec![Picked { handle: 1, path: "a.zip".to_owned() }]),
            keys: ["x".to_owned(), "y".to_owned()].into(),
            rejected: vec![reject("a.zip/b.csv#2"), reject("a.zip/c.png")],
            tables: vec![table(&["y"])],
            ..Intake::default()
        };
        let asked = intake.table_with(&intake.tables[0], Vec::new()).expect("its file is there");
        assert_eq!((asked.file.handle, asked.only.as_deref()), (1, Some("a.zip/b.csv")));
        intake.put_table("a.zip/b.csv", vec!["z".to_owned()], Vec::new(), vec![table(&["z"])]);
        assert_eq!(*intake.keys, ["x", "z"]);
        assert_eq!(intake.rejected, [reject("a.zip/c.png")]);
        assert_eq!(intake.tables[0].keys, ["z"]);
    }

    #[test]
    fn tags_count_while_the_field_shows_their_text() {
        let rich = Rich::of("Một\r\nhai".to_owned(), "<P>Một<p>hai".to_owned()).expect("paragraphs");
        assert!(rich.is_of("Một\nhai"));
        assert!(!rich.is_of("Một\nhai\nba"));
        assert_eq!(Rich::of("Một".to_owned(), "<span>Một</span>".to_owned()), None);
        assert_eq!(Rich::of(" ".to_owned(), "<p><img></p>".to_owned()), None);
    }

    #[test]
    fn a_table_needs_text() {
        let column = |field| ("a".to_owned(), field);
        assert!(has_text(&[column(None), column(Some(TableField::Lead))]));
        assert!(!has_text(&[column(None), column(Some(TableField::Url))]));
    }
}
