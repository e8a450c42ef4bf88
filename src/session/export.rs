//! Files with results.

use crate::lexicon::{Dictionary, TermWords};
use crate::view::{self, Entry, FactQuery};

use super::protocol::{ExportFormat, Reply};

/// Makes the file.
pub(super) fn file(words: &TermWords, dictionary: &Dictionary, entries: &[Entry], format: ExportFormat) -> Reply {
    let (name, mime, text) = match format {
        ExportFormat::Json => ("langkinh.json", "application/json", view::document::json(words, entries)),
        ExportFormat::TermsCsv => ("langkinh-terms.csv", "text/csv", terms(words, entries)),
        ExportFormat::FactsCsv => ("langkinh-facts.csv", "text/csv", facts(entries)),
        ExportFormat::Dictionary => ("langkinh-dictionary.txt", "text/plain", dictionary.list()),
    };
    Reply::Exported { name: name.to_owned(), mime: mime.to_owned(), bytes: text.into_bytes() }
}

fn terms(words: &TermWords, entries: &[Entry]) -> String {
    let terms = view::all_terms(words, entries);
    let years: Vec<i32> = terms.first().map_or(Vec::new(), |t| t.by_year.iter().map(|y| y.year).collect());
    let mut out = Csv::new();
    let columns = years.iter().flat_map(|y| [format!("count {y}"), format!("per 10,000 syllables {y}")]);
    out.row(["term", "count", "per 10,000 syllables", "articles"].into_iter().map(str::to_owned).chain(columns));
    for t in terms {
        let counts = t.by_year.iter().flat_map(|c| [c.count.to_string(), c.per_10k.to_string()]);
        out.row(
            [t.term, t.count.to_string(), t.per_10k.to_string(), t.n_articles.to_string()].into_iter().chain(counts),
        );
    }
    out.text
}

fn facts(entries: &[Entry]) -> String {
    let mut out = Csv::new();
    let head = [
        "article",
        "year",
        "type",
        "text",
        "value",
        "details",
        "sentence",
        "start",
        "end",
        "zone",
        "rule",
        "confidence",
    ];
    out.row(head.map(str::to_owned));
    let query = FactQuery { limit: u32::MAX, ..FactQuery::default() };
    for f in view::fact_table(entries, &query).rows {
        let details: Vec<String> = f.details.iter().map(|d| format!("{}: {}", d.field, d.value)).collect();
        let (before, hit, after) = f.sentence;
        let name = entries.iter().find(|e| e.key == f.evidence.article).map_or("", |e| e.name);
        out.row([
            name.to_owned(),
            f.year.map_or(String::new(), |y| y.to_string()),
            f.kind.code().to_owned(),
            f.label,
            f.value,
            details.join("; "),
            format!("{before}{hit}{after}"),
            f.evidence.start.to_string(),
            f.evidence.end.to_string(),
            f.zone,
            f.rule,
            f.confidence,
        ]);
    }
    out.text
}

/// Comma separated values after RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
struct Csv {
    text: String,
}

impl Csv {
    fn new() -> Self {
        Self { text: "\u{feff}".to_owned() }
    }

    fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        for (i, cell) in cells.into_iter().enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            let formula = cell.starts_with(['=', '+', '-', '@', '\t']) && cell.parse::<f64>().is_err();
            let cell = if formula { format!("'{cell}") } else { cell };
            if cell.contains([',', '"', '\n', '\r']) {
                self.text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
            } else {
                self.text.push_str(&cell);
            }
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_quotes_what_needs_it() {
        let mut csv = Csv::new();
        csv.row(["a,b", "nói \"có\"", "=1+1", "-5"].map(str::to_owned));
        assert_eq!(csv.text, "\u{feff}\"a,b\",\"nói \"\"có\"\"\",'=1+1,-5\r\n");
    }
}
