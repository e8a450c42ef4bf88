//! Where a term stands in each article: a stroke for each place.

use super::measure::fit;
use super::scale::Scale;
use super::scene::Scene;
use super::{Chart, Node, Pick, Table};
use crate::base::{Arrange, Span};
use crate::view::document::Locator;
use crate::view::{Concordance, Entry};

const SIZE: f64 = 12.0;
const ROW: f64 = 44.0;

/// The places of the chosen term in each article, from its beginning to its end.
pub(super) fn spread(scene: &Scene) -> Chart {
    let w = scene.w;
    let term = scene.subject();
    let found = scene.places();
    let (Some(found), false) = (found, term.is_empty()) else {
        return Chart { title: (w.spread)("…"), summary: w.choose_term.to_owned(), ..Chart::default() };
    };
    let mut table = Table::new([
        ("article", w.article, None),
        ("year", w.year, None),
        ("position_percent", w.position, Some(1)),
        ("text", w.hit, None),
    ]);
    let mut nodes = Vec::new();
    let mut n_articles = 0;
    let mut entries: Vec<&Entry> = scene.entries.iter().collect();
    entries.arrange_by_key(|entry| entry.analysis.facts.meta.year.unwrap_or(i32::MAX));
    for entry in entries {
        let marks = marks(entry, found);
        if marks.is_empty() {
            continue;
        }
        nodes.push(row(scene, entry, &marks, f64::from(n_articles) * ROW));
        n_articles += 1;
        for mark in &marks {
            let line = &found.lines[mark.line];
            table.add(
                Some(Pick::Place { evidence: line.evidence.clone() }),
                vec![
                    line.article_title.as_str().into(),
                    line.year.into(),
                    super::node::tenth(mark.at).into(),
                    line.hit.as_str().into(),
                ],
            );
        }
    }
    Chart {
        title: (w.spread)(term),
        summary: (w.spread_found)(&scene.integer(found.n_lines), &scene.integer(n_articles), term),
        notes: vec![w.spread_help.to_owned()],
        height: f64::from(n_articles) * ROW,
        nodes,
        table,
        ..Chart::default()
    }
}

/// One place: index of its line, and where it stands in the article, in percent.
struct Mark {
    line: usize,
    at: f64,
}

fn marks(entry: &Entry, found: &Concordance) -> Vec<Mark> {
    let article = &entry.analysis.article;
    let length = Locator::new(article).end(Span::new(0, article.text.len()));
    let lines = found.lines.iter().enumerate().filter(|(_, line)| line.evidence.article == entry.key);
    lines
        .map(|(i, line)| Mark { line: i, at: 100.0 * f64::from(line.evidence.start) / f64::from(length.max(1)) })
        .collect()
}

fn row(scene: &Scene, entry: &Entry, marks: &[Mark], y: f64) -> Node {
    let w = scene.w;
    let x = Scale::new((0.0, 100.0), (2.0, scene.width - 2.0));
    let found = scene.places();
    let row = scene.overview.articles.iter().find(|row| row.key == entry.key);
    let year = row.and_then(|row| row.year).map_or(w.no_year.to_owned(), |year| year.to_string());
    let title = row.map_or("", |row| row.title.as_str());
    let title = if title.is_empty() { w.untitled } else { title };
    let count = scene.integer(marks.len() as u32);
    let label = fit(&format!("{year}  {title}"), SIZE, scene.width - 50.0);
    let head = Node::group(
        "pick",
        vec![
            Node::text("", (0.0, y + 13.0), SIZE, "start", &label),
            Node::text("soft", (scene.width, y + 13.0), SIZE, "end", &count),
        ],
    );
    let head =
        head.titled(format!("{title} ({year}): {count}")).picking(Some(Pick::Article { key: entry.key.to_owned() }));
    let mut nodes = vec![head, Node::rect("ground", [0.0, y + 20.0, scene.width, 16.0])];
    for mark in marks {
        let at = x.at(mark.at);
        let stroke = Node::rect("s1", [at - 1.2, y + 20.0, 2.4, 16.0]);
        let Some(line) = found.and_then(|found| found.lines.get(mark.line)) else { continue };
        let title = format!("{}{}{}", line.before, line.hit, line.after);
        nodes.push(
            Node::group("pick", vec![stroke])
                .titled(title)
                .picking(Some(Pick::Place { evidence: line.evidence.clone() })),
        );
    }
    Node::group("", nodes)
}
