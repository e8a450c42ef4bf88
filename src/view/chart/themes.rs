//! Themes: the terms of each in one cloud, all on one scale, and the theme's share of each year.

use super::cloud::{layout, usual_scale};
use super::measure::fit;
use super::scale::Scale;
use super::scene::Scene;
use super::{Chart, Node, Pick, Table};
use crate::view::ThemeGroup;

const SIZE: f64 = 15.0;
const SMALL: f64 = 11.0;
const GAP: f64 = 36.0;
/// Terms of one theme, at most.
const MOST_TERMS: usize = 12;

/// The themes, a block for each: those that are said most first.
pub(super) fn themes(scene: &Scene) -> Chart {
    let w = scene.w;
    let all = &scene.overview.theme_groups;
    let shown = &all[..all.len().min(scene.limit(9))];
    let columns = (scene.width / 300.0).floor().clamp(1.0, 3.0);
    let width = (scene.width - GAP * (columns - 1.0)) / columns;
    let words: Vec<(&str, f64)> = shown.iter().flat_map(terms).collect();
    let scale = usual_scale(&words, width, words.len() as f64 * 2200.0 / width).max(9.0);
    let highest = shown.iter().flat_map(|group| &group.by_year).map(|share| share.high).fold(1.0, f64::max);
    let mut nodes = Vec::new();
    let (mut top, mut tallest) = (0.0, 0.0_f64);
    for (i, group) in shown.iter().enumerate() {
        let column = i % columns as usize;
        if column == 0 {
            top += tallest;
            tallest = 0.0;
        }
        let block = Block { x: column as f64 * (width + GAP), y: top, width, scale, highest };
        let (node, height) = block.draw(scene, group);
        nodes.push(node);
        tallest = tallest.max(height + 22.0);
    }
    let names: Vec<&str> = shown.iter().take(3).map(|group| group.head.as_str()).collect();
    Chart {
        title: w.themes.to_owned(),
        summary: if names.is_empty() { w.nothing.to_owned() } else { (w.themes_found)(&names.join(", ")) },
        notes: vec![w.themes_help.to_owned()],
        height: top + tallest,
        nodes,
        table: table(scene),
        ..Chart::default()
    }
}

fn terms(group: &ThemeGroup) -> impl Iterator<Item = (&str, f64)> {
    group.terms.iter().take(MOST_TERMS).map(|term| (term.term.as_str(), f64::from(term.count.max(1))))
}

/// The room of one theme.
struct Block {
    x: f64,
    y: f64,
    width: f64,
    scale: f64,
    highest: f64,
}

impl Block {
    fn draw(&self, scene: &Scene, group: &ThemeGroup) -> (Node, f64) {
        let series = group.colour as usize % 8 + 1;
        let Self { x, y, width, .. } = *self;
        let head = Node::text(&format!("bold t{series}"), (x, y + 18.0), SIZE, "start", &fit(&group.head, SIZE, width));
        let head = Node::group("pick", vec![head]).titled(group.head.clone()).picking(Scene::theme(&group.head));
        let mut nodes = vec![head];
        nodes.push(Node::rect(&format!("s{series}"), [x, y + 25.0, width, 2.0]));
        let words: Vec<(&str, f64)> = terms(group).collect();
        let cloud = layout(&words, width, self.scale);
        let top = y + 34.0;
        for (word, (term, _)) in cloud.words.iter().zip(&words) {
            let chosen = if scene.is_chosen(term) { " chosen" } else { "" };
            let text = Node::text(&format!("t{series}{chosen}"), (x + word.x, top + word.y), word.size, "middle", term);
            let count = group.terms.iter().find(|t| t.term == *term).map_or(0, |t| t.count);
            nodes.push(pick_term(term, text, format!("{term}: {}", scene.integer(count))));
        }
        let mut bottom = top + cloud.height + 10.0;
        let bar = Scale::new((0.0, self.highest), (x + 40.0, x + width - 56.0));
        for share in &group.by_year {
            let value = format!("{} %", scene.decimal(share.percent, 1));
            let row = vec![
                Node::text("soft", (x, bottom + 11.0), SMALL, "start", &share.year.to_string()),
                Node::rect(&format!("s{series}"), [x + 40.0, bottom + 2.0, bar.at(share.percent) - x - 40.0, 10.0]),
                Node::line("whisker", (bar.at(share.low), bottom + 7.0), (bar.at(share.high), bottom + 7.0)),
                Node::text("", (x + width, bottom + 11.0), SMALL, "end", &value),
            ];
            let title = format!("{}, {}: {value}", group.head, share.year);
            nodes.push(Node::group("pick", row).titled(title).picking(Some(Pick::Year { year: share.year })));
            bottom += 16.0;
        }
        let is_other = scene.topic().is_some_and(|topic| topic.head != group.head);
        (Node::group(if is_other { "weak" } else { "" }, nodes), bottom - y)
    }
}

fn pick_term(term: &str, node: Node, title: String) -> Node {
    Node::group("pick", vec![node]).titled(title).picking(Scene::term(term))
}

/// A row for each theme, with its terms and its share of each year.
fn table(scene: &Scene) -> Table {
    let w = scene.w;
    let mut table = Table::new([
        ("theme", w.theme, None),
        ("terms", w.terms, None),
        ("sentences", w.sentences, Some(0)),
        ("articles", w.articles, Some(0)),
    ]);
    let years: Vec<i32> =
        scene.overview.theme_groups.first().map_or(Vec::new(), |group| group.by_year.iter().map(|s| s.year).collect());
    for year in &years {
        table.add_column(&format!("percent_{year}"), &(w.share_in)(*year), Some(1));
        table.add_column(&format!("percent_low_{year}"), &(w.low_in)(*year), Some(1));
        table.add_column(&format!("percent_high_{year}"), &(w.high_in)(*year), Some(1));
    }
    for group in &scene.overview.theme_groups {
        let terms: Vec<String> = group.terms.iter().map(|t| format!("{} {}", t.term, t.count)).collect();
        let mut cells = vec![
            group.head.as_str().into(),
            terms.join(", ").into(),
            group.n_sentences.into(),
            group.n_articles.into(),
        ];
        for share in &group.by_year {
            cells.extend([share.percent.into(), share.low.into(), share.high.into()]);
        }
        table.add(Scene::theme(&group.head), cells);
    }
    table
}
