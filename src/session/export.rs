//! Files with results.

use crate::lexicon::{Dictionary, TermWords};
use crate::view::wording::Language;
use crate::view::{self, ChartQuery, Clock, Entry, FactQuery, FactRow, FigureQuery, Overview, ReportKind, Verdict};

use super::protocol::{ChartFormat, ExportFormat, Reply};

/// Makes the file.
pub(super) fn file(
    words: &TermWords,
    dictionary: &Dictionary,
    entries: &[Entry],
    format: ExportFormat,
    clock: Clock,
) -> Reply {
    let (name, mime, text) = match format {
        ExportFormat::Json => ("langkinh.json", "application/json", view::document::json(words, entries, clock)),
        ExportFormat::TermsCsv => ("langkinh-terms.csv", "text/csv", terms(words, entries, clock)),
        ExportFormat::FactsCsv => ("langkinh-facts.csv", "text/csv", facts(entries, Table::comma(), clock)),
        ExportFormat::FactsTsv => ("langkinh-facts.tsv", TSV, facts(entries, Table::tab(), clock)),
        ExportFormat::Corrections => ("langkinh-corrections.json", "application/json", view::corrections_json(entries)),
        // Bundles are made in steps (`job`), not here.
        ExportFormat::Dictionary | ExportFormat::Bundle | ExportFormat::BundleHashes => {
            ("langkinh-dictionary.txt", "text/plain", dictionary.list())
        }
    };
    exported(name, mime, text)
}

const TSV: &str = "text/tab-separated-values";

pub(super) fn exported(name: &str, mime: &str, text: String) -> Reply {
    Reply::Exported { name: name.to_owned(), mime: mime.to_owned(), bytes: text.into_bytes() }
}

/// Makes the file of a picture or its table.
pub(super) fn chart(overview: &Overview, entries: &[Entry], query: &ChartQuery, format: ChartFormat) -> Reply {
    let chart = view::chart(overview, entries, query);
    let (end, mime, text) = match format {
        ChartFormat::Svg => ("svg", "image/svg+xml", view::chart::stand_alone(&chart, overview, entries, query)),
        ChartFormat::Csv => ("csv", "text/csv", chart.table.csv()),
        ChartFormat::Tsv => ("tsv", TSV, chart.table.tsv()),
        ChartFormat::Json => ("json", "application/json", format!("{:#}\n", chart.table.json())),
        ChartFormat::Markdown => ("md", "text/markdown", view::chart::markdown(&chart, overview, query)),
        ChartFormat::Html => ("html", "text/html", view::chart::html(&chart, overview, query)),
    };
    exported(&format!("langkinh-{}.{end}", query.kind.code()), mime, text)
}

/// Makes the report or the text by which it is cited.
pub(super) fn report(overview: &Overview, entries: &[Entry], kind: ReportKind, language: Language) -> Reply {
    let text = view::report(overview, entries, language, kind);
    match kind {
        ReportKind::Markdown => exported("langkinh-report.md", "text/markdown", text),
        ReportKind::Citation => exported("langkinh-citation.txt", "text/plain", text),
    }
}

/// Makes the file of the figures that fit a query.
pub(super) fn figures(entries: &[Entry], query: &FigureQuery, terms: &[String], format: ExportFormat) -> Reply {
    let is_tab = format == ExportFormat::FactsTsv;
    let mut out = if is_tab { Table::tab() } else { Table::comma() };
    let head = "article,year,indicator,value,value_max,unit,bound,kind,period,text,sentence,start,end,zone,rule,\
                confidence,corrected,as_read";
    out.row(head.split(',').map(str::to_owned));
    let all = FigureQuery { from: 0, limit: u32::MAX, ..query.clone() };
    for f in view::figure_table(entries, &all, terms).rows {
        let number = |n: Option<f64>| n.map(|n| n.to_string()).unwrap_or_default();
        let (value, value_max) = (number(f.value), number(f.value_max));
        let [article, year, sentence, start, end] = place(entries, &f.fact);
        let [corrected, as_read] = word(&f.fact);
        let measure = [article, year, f.indicator, value, value_max, f.unit, f.bound, f.kind, f.period];
        let fact = f.fact;
        out.row(measure.into_iter().chain([
            fact.label,
            sentence,
            start,
            end,
            fact.zone,
            fact.rule,
            fact.confidence,
            corrected,
            as_read,
        ]));
    }
    if is_tab {
        exported("langkinh-figures.tsv", TSV, out.text)
    } else {
        exported("langkinh-figures.csv", "text/csv", out.text)
    }
}

/// Name and year of the article of a fact, its sentence and its offsets.
fn place(entries: &[Entry], fact: &FactRow) -> [String; 5] {
    let (before, hit, after) = &fact.sentence;
    let name = entries.iter().find(|e| e.key == fact.evidence.article).map_or("", |e| e.name);
    [
        name.to_owned(),
        fact.year.map_or(String::new(), |y| y.to_string()),
        format!("{before}{hit}{after}"),
        fact.evidence.start.to_string(),
        fact.evidence.end.to_string(),
    ]
}

/// What the reader said of a fact, and what was read before.
fn word(fact: &FactRow) -> [String; 2] {
    let Some(corrected) = &fact.corrected else { return Default::default() };
    let action = match corrected.action {
        Verdict::Wrong => "wrong",
        Verdict::Change => "change",
        Verdict::Add => "add",
    };
    let was: Vec<String> = corrected.was.iter().map(|d| format!("{}: {}", d.field, d.value)).collect();
    [action.to_owned(), was.join("; ")]
}

fn terms(words: &TermWords, entries: &[Entry], clock: Clock) -> String {
    let terms = view::all_terms(words, entries, clock);
    let years: Vec<i32> = terms.first().map_or(Vec::new(), |t| t.by_year.iter().map(|y| y.year).collect());
    let mut out = Table::comma();
    let columns = years.iter().flat_map(|y| [format!("count {y}"), format!("per 10,000 syllables {y}")]);
    out.row(
        ["term", "count", "per 10,000 syllables", "articles"]
            .into_iter()
            .map(str::to_owned)
            .chain(columns)
            .chain(["counted with".to_owned()]),
    );
    for t in terms {
        let forms = t.forms.iter().map(|f| f.form.as_str()).collect::<Vec<_>>().join("; ");
        let counts = t.by_year.iter().flat_map(|c| [c.count.to_string(), c.per_10k.to_string()]);
        out.row(
            [t.term, t.count.to_string(), t.per_10k.to_string(), t.n_articles.to_string()]
                .into_iter()
                .chain(counts)
                .chain([forms]),
        );
    }
    out.text
}

/// All facts, and those that the reader calls wrong marked as such.
fn facts(entries: &[Entry], mut out: Table, clock: Clock) -> String {
    let head = "article,year,type,text,value,details,sentence,start,end,zone,rule,confidence,corrected,as_read";
    out.row(head.split(',').map(str::to_owned));
    let query = FactQuery { limit: u32::MAX, clock, ..FactQuery::default() };
    for f in view::fact_table(entries, &query, &[]).rows {
        let details: Vec<String> = f.details.iter().map(|d| format!("{}: {}", d.field, d.value)).collect();
        let [article, year, sentence, start, end] = place(entries, &f);
        let [corrected, as_read] = word(&f);
        out.row([
            article,
            year,
            f.kind.code().to_owned(),
            f.label,
            f.value,
            details.join("; "),
            sentence,
            start,
            end,
            f.zone,
            f.rule,
            f.confidence,
            corrected,
            as_read,
        ]);
    }
    out.text
}

/// Separated values: by commas after RFC 4180, or by tabs. A cell that a spreadsheet would take for a formula gets an
/// apostrophe before it.
struct Table {
    text: String,
    separator: char,
}

impl Table {
    fn comma() -> Self {
        Self { text: "\u{feff}".to_owned(), separator: ',' }
    }

    fn tab() -> Self {
        Self { text: String::new(), separator: '\t' }
    }

    fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        for (i, cell) in cells.into_iter().enumerate() {
            if i > 0 {
                self.text.push(self.separator);
            }
            self.cell(&cell);
        }
        self.text.push_str("\r\n");
    }

    fn cell(&mut self, cell: &str) {
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t']) && cell.parse::<f64>().is_err();
        let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
        if self.separator == '\t' {
            // There are no quotes in this form, so nothing in a cell may look like its end.
            self.text.push_str(&cell.replace(['\t', '\n', '\r'], " "));
        } else if cell.contains([',', '"', '\n', '\r']) {
            self.text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
        } else {
            self.text.push_str(&cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_quotes_what_needs_it() {
        let mut csv = Table::comma();
        csv.row(["a,b", "nói \"có\"", "=1+1", "-5"].map(str::to_owned));
        assert_eq!(csv.text, "\u{feff}\"a,b\",\"nói \"\"có\"\"\",'=1+1,-5\r\n");
        let mut tsv = Table::tab();
        tsv.row(["a\tb", "c\nd", "@x"].map(str::to_owned));
        assert_eq!(tsv.text, "a b\tc d\t'@x\r\n");
    }
}
