//! What was set aside: bars by reason, and every stretch with its rule in the table.

use std::collections::BTreeMap;

use super::measure::{em_width, fit};
use super::scale::Scale;
use super::scene::Scene;
use super::{Chart, Node, Pick, Table};
use crate::base::Arrange;
use crate::corpus::syllables;
use crate::text::fold;
use crate::view::document::{Locator, set_aside_code};
use crate::view::wording::capital;
use crate::view::{ArticleRow, Evidence};

const SIZE: f64 = 13.0;
const ROW: f64 = 26.0;
/// Reasons that the summary names.
const NAMED: usize = 4;

/// What was set aside, by reason.
pub(super) fn cleaning(scene: &Scene) -> Chart {
    let w = scene.w;
    let rows = rows(scene);
    let mut by_code: BTreeMap<&str, u32> = BTreeMap::new();
    rows.iter().for_each(|row| *by_code.entry(row.code).or_default() += 1);
    let mut counts: Vec<(String, u32)> = by_code.into_iter().map(|(code, n)| (code.to_owned(), n)).collect();
    let syllables_of = |code: &str| rows.iter().filter(|row| row.code == code).map(|row| row.n_syllables).sum::<u32>();
    counts.arrange_by_key(|(_, n)| std::cmp::Reverse(*n));
    let n: u32 = counts.iter().map(|(_, n)| n).sum();
    let name = |(code, n): &(String, u32)| format!("{} ({})", (w.reason_name)(code), scene.integer(*n));
    let mut names: Vec<String> = counts.iter().take(NAMED).map(name).collect();
    if counts.len() > NAMED {
        names.push("…".to_owned());
    }
    let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(1);
    let widest = counts.iter().map(|(code, _)| em_width((w.reason_name)(code)) * SIZE).fold(0.0, f64::max);
    let longest = counts.iter().map(|(code, n)| (w.stretches)(&scene.integer(*n), &scene.length(syllables_of(code))));
    let room = longest.map(|text| em_width(&text) * (SIZE - 1.0)).fold(0.0, f64::max) + 12.0;
    let label = widest.min(scene.width * 0.45) + 10.0;
    let x = Scale::new((0.0, f64::from(most)), (0.0, (scene.width - label - room).max(20.0)));
    let bar = |(i, (code, n)): (usize, &(String, u32))| {
        let y = i as f64 * ROW;
        let name = (w.reason_name)(code);
        let width = x.at(f64::from(*n)).max(1.0);
        let counted = (w.stretches)(&scene.integer(*n), &scene.length(syllables_of(code)));
        let nodes = vec![
            Node::text("", (label - 8.0, y + 17.0), SIZE, "end", &fit(name, SIZE, label - 8.0)),
            Node::rect("s8", [label, y + 4.0, width, 17.0]),
            Node::text("soft", (label + width + 6.0, y + 17.0), SIZE - 1.0, "start", &counted),
        ];
        Node::group("", nodes).titled(format!("{name}: {counted}"))
    };
    Chart {
        title: w.cleaning.to_owned(),
        summary: if n == 0 { w.nothing.to_owned() } else { (w.cleaning_found)(&scene.integer(n), &names.join(", ")) },
        notes: vec![w.cleaning_help.to_owned()],
        height: counts.len() as f64 * ROW + 4.0,
        nodes: counts.iter().enumerate().map(bar).collect(),
        table: table(scene, &rows),
        ..Chart::default()
    }
}

/// A stretch that was set aside, or that the reader put back.
struct Row<'a> {
    code: &'static str,
    rule: crate::base::Code,
    /// Syllables of the stretch, which count or do not count by it.
    n_syllables: u32,
    /// Stretches of the same words in the article, which one decision is about.
    n_places: u32,
    evidence: Evidence,
    article: &'a ArticleRow,
}

/// What was set aside in the articles of the chosen year, and names what is chosen.
fn rows<'a>(scene: &Scene<'a>) -> Vec<Row<'a>> {
    let mut out = Vec::new();
    let articles = scene.entries.iter().zip(&scene.overview.articles);
    for (entry, article) in articles.filter(|(_, row)| scene.year().is_none_or(|year| row.year == Some(year))) {
        let at = Locator::new(&entry.analysis.article);
        let first = out.len();
        for aside in entry.analysis.article.set_aside.iter().filter(|aside| !aside.sub) {
            if scene.is_about(at.text(aside.span)) {
                let evidence = Evidence::new(entry.key, &at, aside.span);
                let n_syllables = syllables(at.text(aside.span));
                let code = set_aside_code(aside.kind);
                out.push(Row { code, rule: aside.rule, n_syllables, n_places: 1, evidence, article });
            }
        }
        for segment in &entry.analysis.article.segments {
            if entry.analysis.given.sorting.is_kept(at.text(segment.span)) && scene.is_about(at.text(segment.span)) {
                let evidence = Evidence::new(entry.key, &at, segment.span);
                let n_syllables = syllables(at.text(segment.span));
                out.push(Row { code: "restored", rule: "reader", n_syllables, n_places: 1, evidence, article });
            }
        }
        count_places(&mut out[first..]);
    }
    out
}

/// Counts the stretches of one article that say the same.
fn count_places(rows: &mut [Row]) {
    let keys: Vec<String> = rows.iter().map(|row| fold(row.evidence.text.trim())).collect();
    let mut places: BTreeMap<&str, u32> = BTreeMap::new();
    keys.iter().for_each(|key| *places.entry(key).or_default() += 1);
    for (row, key) in rows.iter_mut().zip(&keys) {
        row.n_places = places.get(key.as_str()).copied().unwrap_or(1);
    }
}

/// A row for each stretch.
fn table(scene: &Scene, rows: &[Row]) -> Table {
    let w = scene.w;
    let columns = [
        ("text", w.text, None),
        ("reason", w.reason, None),
        ("rule", w.rule, None),
        ("article", w.article, None),
        ("year", w.year, None),
        ("places", w.places, Some(0)),
        ("syllables", &capital(scene.unit.name(w.language)), Some(0)),
    ];
    let mut table = Table::new(columns);
    for row in rows {
        let text = row.evidence.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let reason = (w.reason_name)(row.code).to_owned();
        let article = row.article;
        let cells = vec![
            text.into(),
            reason.into(),
            row.rule.into(),
            article.title.as_str().into(),
            article.year.into(),
            row.n_places.into(),
            row.n_syllables.into(),
        ];
        table.add(Some(Pick::Place { evidence: row.evidence.clone() }), cells);
    }
    table
}
