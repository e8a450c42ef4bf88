//! Tables and JSON: a row or a record is an article. What each column holds is told first, so that the reader can agree or
//! say otherwise; then come the articles, and the rows that are none.

mod column;
mod json;
mod table;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

pub use column::{Column, Evidence};

use super::dates::{self, Order};
use super::html::{self, Article, Page, Scope};
use super::read::{File, Found, one};
use super::{Event, Format, Hint, HintKind, Reason, RowFault, Said, Settings, Stated, TableField, Unread, web};
use crate::base::Arrange;

/// What a table holds, as it was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Columns {
    /// Path of the file inside the containers.
    pub name: String,
    /// What it was read as.
    pub format: Format,
    /// The mark between cells; none in JSON.
    pub delimiter: Option<char>,
    /// Whether the first row names the columns.
    pub has_names: bool,
    /// Rows or records, without the names.
    pub n_rows: u32,
    /// The columns in their order.
    pub columns: Vec<Column>,
}

/// What the reader says of a column, by its name; columns that are not named stay as they were told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnSaid {
    /// Its name, as in [`Column::name`].
    pub name: String,
    /// What it holds; `None`: nothing of the article.
    pub field: Option<TableField>,
}

/// Rows that are looked at for what the columns hold.
const LOOKED_AT: usize = 200;

/// A row of any kind: where it begins, and its cells.
struct Row {
    at: u64,
    cells: Vec<String>,
}

/// A table of any kind.
struct Rows {
    names: Vec<String>,
    has_names: bool,
    delimiter: Option<char>,
    rows: Vec<Row>,
    wrong: Vec<(u64, RowFault)>,
    /// The whole is cut off.
    torn: Option<Reason>,
}

/// Reads a table or JSON.
pub(super) fn read(file: File, format: Format, settings: &Settings) -> Found {
    let text = match file.text(settings) {
        Ok(decoded) => decoded.text,
        Err(reason) => return one(Unread::new(file.name, Some(format), reason)),
    };
    let table = match format {
        Format::Json => of_json(json::whole(&text)),
        Format::Jsonl => of_json(json::lines(&text)),
        _ => of_table(table::table(&text, format == Format::Tsv)),
    };
    drop(text);
    if table.rows.is_empty() && table.wrong.is_empty() {
        let reason = table.torn.unwrap_or(Reason::Empty);
        return one(Unread::new(file.name, Some(format), reason));
    }
    documents(file.name, file.folder_year, format, table, &settings.columns)
}

/// What the columns hold, then the articles, then what was not read.
fn documents(name: String, folder_year: Option<i32>, format: Format, table: Rows, said: &[ColumnSaid]) -> Found {
    let looked_at: Vec<Vec<String>> = table.rows.iter().take(LOOKED_AT).map(|row| row.cells.clone()).collect();
    let mut columns = column::guess(&table.names, &looked_at);
    for (column, said) in
        columns.iter_mut().filter_map(|c| Some((said.iter().find(|s| s.name == c.name)?, c))).map(|(s, c)| (c, s))
    {
        (column.field, column.confidence, column.evidence) =
            (said.field, crate::ingest::Confidence::High, Evidence::Given);
    }
    let told = Columns {
        name: name.clone(),
        format,
        delimiter: table.delimiter,
        has_names: table.has_names,
        n_rows: table.rows.len() as u32,
        columns: columns.clone(),
    };
    let layout = Layout::new(&columns, &looked_at);
    let wrong_name = name.clone();
    let wrong = table.wrong.into_iter().map(move |(at, fault)| bad_row(&wrong_name, format, at, fault));
    let torn = table.torn.map(|reason| Unread::new(name.clone(), Some(format), reason).partly().into());
    let articles = table.rows.into_iter().flat_map(move |row| layout.events(&name, folder_year, format, &row));
    Box::new(std::iter::once(Event::Columns(Box::new(told))).chain(articles).chain(wrong).chain::<Option<Event>>(torn))
}

fn bad_row(name: &str, format: Format, at: u64, fault: RowFault) -> Event {
    Unread::new(format!("{name}#{at}"), Some(format), Reason::Row { line: at, fault }).into()
}

fn of_json(read: json::Records) -> Rows {
    let mut names: Vec<String> = Vec::new();
    let mut at_name: FxHashMap<String, usize> = FxHashMap::default();
    let mut rows = Vec::new();
    for record in read.records {
        let mut cells = vec![String::new(); names.len()];
        for (name, value) in record.fields {
            let at = *at_name.entry(name.clone()).or_insert_with(|| {
                names.push(name);
                names.len() - 1
            });
            if cells.len() <= at {
                cells.resize(at + 1, String::new());
            }
            cells[at] = value;
        }
        rows.push(Row { at: record.at, cells });
    }
    let wrong: Vec<_> = read.wrong.into_iter().map(|(at, detail)| (at, RowFault::NotJson { detail })).collect();
    let torn = read.is_torn.then_some(Reason::Truncated);
    Rows { names, has_names: true, delimiter: None, rows, wrong, torn }
}

fn of_table(read: table::Table) -> Rows {
    let mut rows: Vec<Row> = read.rows.into_iter().map(|row| Row { at: row.line, cells: row.cells }).collect();
    let has_names =
        rows.first().is_some_and(|first| is_head(&first.cells, rows.get(1).map(|row| row.cells.as_slice())));
    let mut names: Vec<String> = if has_names { rows.remove(0).cells } else { Vec::new() };
    let width = if has_names { names.len() } else { usual_width(&rows) };
    names.iter_mut().for_each(|name| *name = name.trim().to_owned());
    for i in 0..width {
        match names.get_mut(i) {
            Some(name) if name.is_empty() => *name = (i + 1).to_string(),
            Some(_) => {}
            None => names.push((i + 1).to_string()),
        }
    }
    let wrong = read.open.into_iter().map(|line| (line, RowFault::OpenQuote)).collect();
    let given_up = || Reason::Damaged { detail: "quotation marks that nothing closes".to_owned() };
    let torn = read.is_given_up.then(given_up);
    Rows { names, has_names, delimiter: Some(char::from(read.delimiter)), rows, wrong, torn }
}

/// The number of cells that most of the first rows have.
fn usual_width(rows: &[Row]) -> usize {
    let mut widths: Vec<usize> = rows.iter().take(LOOKED_AT).map(|row| row.cells.len()).collect();
    widths.arrange();
    let runs = widths.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| run.len()).map_or(0, |run| run[0])
}

/// Whether a row names columns: a name among them is known, or none of them looks like what stands below.
fn is_head(cells: &[String], below: Option<&[String]>) -> bool {
    let is_value = |cell: &String| {
        cell.split_whitespace().nth(12).is_some()
            || cell.contains("://")
            || dates::iso(cell, Order::DayFirst, true).is_some()
            || cell.trim().parse::<f64>().is_ok()
    };
    if cells.iter().any(is_value) {
        return false;
    }
    cells.iter().any(|cell| column::of_name(cell).is_some()) || below.is_some_and(|below| below.iter().any(is_value))
}

/// Which column holds what.
struct Layout {
    fields: Vec<(usize, TableField, String)>,
    n_columns: usize,
    order: Order,
}

impl Layout {
    fn new(columns: &[Column], rows: &[Vec<String>]) -> Self {
        let fields: Vec<_> =
            columns.iter().enumerate().filter_map(|(i, c)| Some((i, c.field?, c.name.clone()))).collect();
        let dated = fields.iter().find(|(_, field, _)| *field == TableField::Published).map(|(i, ..)| *i);
        let values: Vec<&str> = rows.iter().filter_map(|row| row.get(dated?)).map(String::as_str).collect();
        Self { fields, n_columns: columns.len(), order: column::order(&values) }
    }

    /// The cell of a field, with the name of its column.
    fn cell<'a>(&'a self, row: &'a Row, wanted: TableField) -> Option<(&'a str, &'a str)> {
        self.cells(row, wanted).next()
    }

    fn cells<'a>(&'a self, row: &'a Row, wanted: TableField) -> impl Iterator<Item = (&'a str, &'a str)> {
        let own = self.fields.iter().filter(move |(_, field, _)| *field == wanted);
        own.filter_map(|(i, _, name)| Some((row.cells.get(*i)?.trim(), name.as_str())))
            .filter(|(cell, _)| !cell.is_empty())
    }

    fn events(&self, name: &str, folder_year: Option<i32>, format: Format, row: &Row) -> Vec<Event> {
        let (found, wanted) = (row.cells.len() as u32, self.n_columns as u32);
        if row.cells.iter().skip(self.n_columns).any(|cell| !cell.trim().is_empty()) {
            return vec![bad_row(name, format, row.at, RowFault::Cells { found, wanted })];
        }
        let has_text = [TableField::Text, TableField::Lead].iter().any(|&field| self.cell(row, field).is_some());
        let title_alone = !has_text && self.fields.iter().all(|(_, field, _)| *field != TableField::Text);
        let is_article = has_text || title_alone && self.cell(row, TableField::Title).is_some();
        if !is_article {
            let last = self.fields.iter().filter(|(_, field, _)| *field == TableField::Text).map(|(i, ..)| *i).min();
            let short = last.is_some_and(|i| row.cells.len() <= i);
            let fault = if short { RowFault::Cells { found, wanted } } else { RowFault::NoText };
            return vec![bad_row(name, format, row.at, fault)];
        }
        web::events(format!("{name}#{}", row.at), format, self.article(row), folder_year)
    }

    fn article(&self, row: &Row) -> Article {
        let said = |field| self.cell(row, field).and_then(|(cell, name)| Said::new(cell, format!("column {name}")));
        let mut article = Article::default();
        if let Some(title) = said(TableField::Title) {
            push(&mut article, &title.value, Some((HintKind::Title, "table:title")));
        }
        for (field, hint) in [(TableField::Lead, Some((HintKind::Lead, "table:lead"))), (TableField::Text, None)] {
            for (cell, _) in self.cells(row, field) {
                push_text(&mut article, cell, hint);
            }
        }
        let published = self.cell(row, TableField::Published).and_then(|(cell, name)| {
            let serial = cell.replace(',', ".").parse().ok().and_then(dates::of_excel);
            Said::new(&serial.or_else(|| dates::iso(cell, self.order, true))?, format!("column {name} ({cell})"))
        });
        article.stated = Stated {
            title: said(TableField::Title),
            outlet: said(TableField::Outlet).map(outlet),
            author: said(TableField::Author),
            published,
            url: said(TableField::Url),
            ..Stated::default()
        };
        article
    }
}

/// The name of an outlet whose domain or address stands in the column.
fn outlet(said: Said) -> Said {
    let host = html::host(&said.value).unwrap_or(&said.value).to_owned();
    match html::outlet_at(&host) {
        Some(name) if !said.value.contains(' ') => Said { value: name.to_owned(), ..said },
        _ => said,
    }
}

/// Adds a line.
fn push(article: &mut Article, line: &str, hint: Option<(HintKind, &'static str)>) {
    let at = if article.text.is_empty() { 0 } else { article.text.split('\n').count() as u32 };
    if at > 0 {
        article.text.push('\n');
    }
    article.text.push_str(line);
    article.hints.extend(hint.map(|(kind, rule)| Hint { lines: at..at + 1, kind, rule: rule.to_owned() }));
}

/// Adds a text of several lines, or HTML.
fn push_text(article: &mut Article, text: &str, hint: Option<(HintKind, &'static str)>) {
    if looks_like_html(text)
        && let Page::Articles(parts) = html::read(text, Scope::Whole)
    {
        for part in parts {
            let at = if article.text.is_empty() { 0 } else { article.text.split('\n').count() as u32 };
            let moved = part.hints.into_iter().map(|h| Hint { lines: h.lines.start + at..h.lines.end + at, ..h });
            article.hints.extend(moved);
            if at > 0 {
                article.text.push('\n');
            }
            article.text.push_str(&part.text);
        }
        return;
    }
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect();
    let mut whole = Article { text: lines.join("\n"), ..Article::default() };
    if let Some((kind, rule)) = hint {
        whole.hints.push(Hint { lines: 0..lines.len() as u32, kind, rule: rule.to_owned() });
    }
    let at = if article.text.is_empty() { 0 } else { article.text.split('\n').count() as u32 };
    article.hints.extend(whole.hints.into_iter().map(|h| Hint { lines: h.lines.start + at..h.lines.end + at, ..h }));
    if at > 0 && !whole.text.is_empty() {
        article.text.push('\n');
    }
    article.text.push_str(&whole.text);
}

fn looks_like_html(text: &str) -> bool {
    ["<p", "<br", "<div", "<span", "</", "&nbsp;", "<img", "<table"].iter().any(|mark| text.contains(mark))
}

#[cfg(test)]
mod tests;
