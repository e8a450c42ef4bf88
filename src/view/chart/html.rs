//! The table of a picture as a piece of HTML, for pages without scripts.

use super::svg::{escape, provenance};
use super::{Chart, ChartQuery};
use crate::view::Overview;
use crate::view::wording::ChartWording;

/// Title, table, sentence and notes: one `figure` without scripts, styles or addresses. Cells with numbers have the class
/// `number`.
pub fn html(chart: &Chart, overview: &Overview, query: &ChartQuery) -> String {
    let table = &chart.table;
    let element =
        |name: &str, text: &str| format!("<{name}>{}</{}>", escape(text), name.split(' ').next().unwrap_or(name));
    let head: String = table.columns.iter().map(|column| element("th scope=\"col\"", &column.name)).collect();
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().enumerate().map(|(i, cell)| {
            let is_number = table.columns.get(i).is_some_and(|column| column.decimals.is_some());
            let name = match (i, is_number) {
                (0, false) => "th scope=\"row\"",
                (_, true) => "td class=\"number\"",
                _ => "td",
            };
            element(name, &table.shown(query.language, i, cell))
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    });
    let rows: String = rows.collect();
    let w = ChartWording::of(query.language);
    let notes =
        std::iter::once(chart.summary.clone()).chain(chart.notes.iter().cloned()).chain(provenance(w, overview, query));
    let notes: String = notes.filter(|note| !note.is_empty()).map(|note| element("p", &note) + "\n").collect();
    format!(
        "<figure lang=\"{}\">\n<table>\n{}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n<figcaption>\n{notes}</figcaption>\n</figure>\n",
        query.language.code(),
        element("caption", &chart.title),
    )
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Table};
    use super::*;
    use crate::corpus::Engine;
    use crate::view::Clock;
    use crate::view::wording::Language;

    #[test]
    fn a_table_is_plain_html() {
        let engine = Engine::built_in(str::to_owned);
        let overview = crate::view::overview(&engine.lexicon().term_words, &[], Clock::default());
        let mut table = Table::new([("term", "Term", None), ("count", "Count", Some(0)), ("note", "Note", None)]);
        table.add(None, vec!["<script>a</script>".into(), 1200_u32.into(), Cell::Empty]);
        let chart = Chart { title: "A & B".to_owned(), summary: "“1 < 2”".to_owned(), table, ..Chart::default() };
        let query = ChartQuery { language: Language::En, ..ChartQuery::default() };
        let out = html(&chart, &overview, &query);
        for part in [
            "<figure lang=\"en\">\n<table>\n<caption>A &amp; B</caption>\n",
            "<th scope=\"col\">Term</th><th scope=\"col\">Count</th>",
            "<th scope=\"row\">&lt;script&gt;a&lt;/script&gt;</th><td class=\"number\">1,200</td><td></td></tr>",
            "<p>“1 &lt; 2”</p>",
        ] {
            assert!(out.contains(part), "{part} in {out}");
        }
        assert!(!out.contains("<script") && !out.contains(" style=") && !out.contains("<p></p>"), "{out}");
        assert_eq!(out.matches('<').count(), out.matches('>').count());
    }
}
