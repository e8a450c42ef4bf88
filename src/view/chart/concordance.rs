//! Every place of a term with the words around it, the term in the middle.

use super::measure::{em_width, fit, fit_end};
use super::scene::Scene;
use super::{Chart, Node, Pick, Table};
use crate::view::ConcordanceLine;

const SIZE: f64 = 12.0;
const ROW: f64 = 22.0;

/// The places of the chosen term, one line each.
pub(super) fn lines(scene: &Scene) -> Chart {
    let w = scene.w;
    let term = scene.subject();
    let (Some(found), false) = (scene.places(), term.is_empty()) else {
        return Chart { title: (w.concordance)("…"), summary: w.choose_term.to_owned(), ..Chart::default() };
    };
    let all = found.ordered(scene.query.order);
    let shown = &all[..all.len().min(scene.limit(60))];
    let mut table = Table::new([
        ("year", w.year, None),
        ("before", w.before, None),
        ("hit", w.hit, None),
        ("after", w.after, None),
        ("article", w.article, None),
    ]);
    for line in &all {
        let words = [&line.before, &line.hit, &line.after, &line.article_title].map(|text| text.trim().into());
        table.add(
            Some(Pick::Place { evidence: line.evidence.clone() }),
            std::iter::once(line.year.into()).chain(words).collect(),
        );
    }
    let mut notes = vec![w.concordance_help.to_owned()];
    if (shown.len() as u32) < found.n_lines {
        notes.push((w.first_of)(&scene.integer(shown.len() as u32), &scene.integer(found.n_lines)));
    }
    let mut articles: Vec<&str> = found.lines.iter().map(|line| line.evidence.article.as_str()).collect();
    articles.dedup();
    Chart {
        title: (w.concordance)(term),
        summary: (w.spread_found)(&scene.integer(found.n_lines), &scene.integer(articles.len() as u32), term),
        notes,
        height: shown.len() as f64 * ROW + 4.0,
        nodes: shown.iter().enumerate().map(|(i, line)| row(scene, line, i as f64 * ROW)).collect(),
        table,
        ..Chart::default()
    }
}

fn row(scene: &Scene, line: &ConcordanceLine, y: f64) -> Node {
    let first = if scene.is_narrow() { 34.0 } else { 44.0 };
    let hit = fit(&line.hit, SIZE, scene.width * 0.4);
    let half = em_width(&hit) * SIZE / 2.0;
    let middle = (first + scene.width) / 2.0;
    let room = (scene.width - first) / 2.0 - half - 8.0;
    let at = |x: f64| (x, y + 15.0);
    let year = line.year.map_or(String::new(), |year| year.to_string());
    let nodes = vec![
        Node::text("soft", at(0.0), SIZE - 1.0, "start", &year),
        Node::text("", at(middle - half - 6.0), SIZE, "end", &fit_end(&line.before, SIZE, room)),
        Node::text("bold t1", at(middle), SIZE, "middle", &hit),
        Node::text("", at(middle + half + 6.0), SIZE, "start", &fit(line.after.trim_start(), SIZE, room)),
    ];
    let title = format!("{}{}{} ({})", line.before, line.hit, line.after, line.article_title);
    Node::group("pick", nodes).titled(title).picking(Some(Pick::Place { evidence: line.evidence.clone() }))
}
