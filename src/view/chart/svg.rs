//! The bytes of a picture: a stand-alone SVG file with its style, title, legend, source, counts and settings inside.

use std::fmt::Write;

use super::measure::lines;
use super::{Chart, ChartQuery, Node, Pick};
use crate::view::wording::{self, ChartWording};
use crate::view::{Entry, Overview};

/// The style of all pictures; the page uses the same sheet.
const STYLE: &str = include_str!("../../../www/styles/chart.css");
const MARGIN: f64 = 20.0;

/// The file. Its size is that of the picture with a head and a foot.
pub fn stand_alone(chart: &Chart, overview: &Overview, entries: &[Entry], query: &ChartQuery) -> String {
    let w = ChartWording::of(query.language);
    let room = chart.width;
    let mut y = MARGIN;
    let mut head = Vec::new();
    let mut write = |nodes: &mut Vec<Node>, class: &str, size: f64, text: &str| {
        for line in lines(text, size, room) {
            y += (size * 1.4).round();
            nodes.push(Node::text(class, (MARGIN, y), size, "start", &line));
        }
        y
    };
    write(&mut head, "bold", 18.0, &chart.title);
    let top = write(&mut head, "soft", 13.0, &chart.summary) + 14.0;
    y = top + chart.height + 6.0;
    let mut foot = Vec::new();
    for note in chart.notes.iter().cloned().chain(provenance(w, overview, query)) {
        for line in lines(&note, 11.0, room) {
            y += 16.0;
            foot.push(Node::text("soft", (MARGIN, y), 11.0, "start", &line));
        }
    }
    let (width, height) = (room + 2.0 * MARGIN, y + MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" data-theme=\"{}\" lang=\"{}\" role=\"img\" \
         aria-labelledby=\"title desc\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n",
        query.theme.code(),
        query.language.code(),
    );
    let (title, summary) = (escape(&chart.title), escape(&chart.summary));
    // Writing to a string cannot fail.
    let _ = write!(out, "<title id=\"title\">{title}</title>\n<desc id=\"desc\">{summary}</desc>\n<metadata>");
    out.push_str(&escape(&metadata(chart, overview, entries, query)));
    let _ = write!(out, "</metadata>\n<style>{}</style>\n", style());
    let _ = writeln!(out, "<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>");
    head.iter().for_each(|node| element(&mut out, node));
    let _ = writeln!(out, "<g transform=\"translate({MARGIN} {top})\">");
    chart.nodes.iter().for_each(|node| element(&mut out, node));
    out.push_str("</g>\n");
    foot.iter().for_each(|node| element(&mut out, node));
    out.push_str("</svg>\n");
    out
}

/// The sheet without what it says for the page.
fn style() -> String {
    STYLE.split("/* On the page").next().unwrap_or(STYLE).trim().to_owned() + "\n"
}

/// Source, counts and settings in words.
pub(super) fn provenance(w: &ChartWording, overview: &Overview, query: &ChartQuery) -> Vec<String> {
    let integer = |n| wording::integer(query.language, n);
    let years: Vec<String> = overview.years.iter().filter(|y| y.n_articles > 0).map(|y| y.year.to_string()).collect();
    let span = match years.as_slice() {
        [first, .., last] => format!("{first}–{last}"),
        [only] => only.clone(),
        [] => w.no_year.to_owned(),
    };
    let source = (w.source)(&integer(overview.articles.len() as u32), &span);
    let mut settings = vec![source, overview.unit().count(query.language, overview.cleaning.n_syllables)];
    if !query.term.is_empty() {
        settings.push((w.setting_term)(&query.term));
    }
    if !query.topic.is_empty() {
        settings.push((w.setting_topic)(&query.topic));
    }
    if !query.years.is_empty() {
        let years: Vec<String> = query.years.iter().map(i32::to_string).collect();
        settings.push((w.setting_years)(&years.join("–")));
    }
    settings.push((w.made_with)(env!("CARGO_PKG_VERSION")));
    vec![settings.join(" · ")]
}

/// Title, sentence, table and notes, as Markdown.
pub fn markdown(chart: &Chart, overview: &Overview, query: &ChartQuery) -> String {
    let w = ChartWording::of(query.language);
    let notes = chart.notes.iter().cloned().chain(provenance(w, overview, query));
    let notes: String = notes.map(|note| format!("{note}\n\n")).collect();
    let table = chart.table.markdown(query.language, usize::MAX);
    format!("# {}\n\n{}\n\n{table}\n{}\n", chart.title, chart.summary, notes.trim_end())
}

/// What the picture was made of and how, and its data, for a program.
fn metadata(chart: &Chart, overview: &Overview, entries: &[Entry], query: &ChartQuery) -> String {
    let sources = entries.iter().zip(&overview.articles).map(|(entry, row)| {
        serde_json::json!({ "name": entry.name, "title": row.title, "year": row.year, "sha256": entry.sha256 })
    });
    let sources: Vec<serde_json::Value> = sources.collect();
    serde_json::json!({
        "schema": "langkinh-chart/1",
        "program": format!("langkinh {}", env!("CARGO_PKG_VERSION")),
        "query": query,
        "sources": sources,
        "n_syllables": overview.cleaning.n_syllables,
        "data": chart.table.json(),
    })
    .to_string()
}

fn element(out: &mut String, node: &Node) {
    let name = node.tag.name();
    let _ = write!(out, "<{name}");
    for (key, value) in &node.attributes {
        let _ = write!(out, " {key}=\"{}\"", escape(&value.to_string()));
    }
    if let Some(pick) = &node.pick {
        data(out, pick);
    }
    if node.text.is_empty() && node.title.is_empty() && node.nodes.is_empty() {
        out.push_str("/>");
    } else {
        out.push('>');
        if !node.title.is_empty() {
            let _ = write!(out, "<title>{}</title>", escape(&node.title));
        }
        out.push_str(&escape(&node.text));
        node.nodes.iter().for_each(|node| element(out, node));
        let _ = write!(out, "</{name}>");
    }
    if node.pick.is_some() {
        out.push('\n');
    }
}

/// What a part stands for, as data of its element.
fn data(out: &mut String, pick: &Pick) {
    let _ = match pick {
        Pick::Term { term } => write!(out, " data-term=\"{}\"", escape(term)),
        Pick::Theme { topic } => write!(out, " data-theme-term=\"{}\"", escape(topic)),
        Pick::Year { year } => write!(out, " data-year=\"{year}\""),
        Pick::Article { key } => write!(out, " data-article=\"{}\"", escape(key)),
        Pick::Place { evidence } => {
            let article = escape(&evidence.article);
            write!(out, " data-article=\"{article}\" data-start=\"{}\" data-end=\"{}\"", evidence.start, evidence.end)
        }
    };
}

/// Text for XML; characters that XML cannot hold are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let node = Node::text("a", (1.0, 2.04), 12.0, "end", "</text><script>\u{1}&\"");
        let mut out = String::new();
        element(&mut out, &node);
        assert_eq!(
            out,
            "<text class=\"a\" x=\"1\" y=\"2\" font-size=\"12\" text-anchor=\"end\">&lt;/text&gt;&lt;script&gt;&amp;&quot;</text>"
        );
    }
}
