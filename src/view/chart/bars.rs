//! Ranked bars: terms by rate.

use super::measure::{em_width, fit};
use super::scale::Scale;
use super::scene::{Counted, Scene};
use super::{Chart, Node, Table};
use crate::base::Arrange;

const SIZE: f64 = 13.0;
const ROW: f64 = 24.0;
const ROW_NARROW: f64 = 38.0;

/// Terms by rate, of the chosen year or of all articles.
pub(super) fn bars(scene: &Scene) -> Chart {
    let w = scene.w;
    let counted = scene.counted();
    let mut shown = counted[..counted.len().min(scene.limit(30))].to_vec();
    shown.arrange_by_key(|c| std::cmp::Reverse(c.count));
    let shown = shown.as_slice();
    let mut notes = vec![(w.terms_help)(&scene.per_10k())];
    if shown.len() < counted.len() {
        notes.push((w.first_of)(&scene.integer(shown.len() as u32), &scene.integer(counted.len() as u32)));
    }
    let row_height = if scene.is_narrow() { ROW_NARROW } else { ROW };
    let room = Room::of(scene, shown);
    let nodes = shown.iter().enumerate().map(|(i, c)| bar(scene, &room, *c, i as f64 * row_height)).collect();
    Chart {
        title: scene.year().map_or(w.terms.to_owned(), w.terms_of),
        summary: first_terms(scene, shown),
        notes,
        height: shown.len() as f64 * row_height + 4.0,
        nodes,
        table: table(scene, &counted),
        ..Chart::default()
    }
}

/// The sentence that names the first three.
pub(super) fn first_terms(scene: &Scene, shown: &[Counted]) -> String {
    let first: Vec<&str> = shown.iter().take(3).map(|c| c.row.term.as_str()).collect();
    if first.is_empty() { scene.w.nothing.to_owned() } else { (scene.w.first_terms)(&first.join(", ")) }
}

/// How the width is shared.
struct Room {
    label: f64,
    scale: Scale,
}

impl Room {
    fn of(scene: &Scene, shown: &[Counted]) -> Self {
        let widest = shown.iter().map(|c| em_width(&c.row.term) * SIZE).fold(0.0, f64::max);
        let label = if scene.is_narrow() { 0.0 } else { widest.min(scene.width * 0.42) + 10.0 };
        let most = shown.iter().map(|c| c.per_10k).fold(0.0, f64::max).max(1e-9);
        Self { label, scale: Scale::new((0.0, most), (0.0, scene.width - label - 64.0)) }
    }
}

fn bar(scene: &Scene, room: &Room, counted: Counted, y: f64) -> Node {
    let term = counted.row.term.as_str();
    let is_chosen = scene.is_chosen(term);
    let (text_class, class) = if is_chosen { ("bold", "s2") } else { ("", "s1") };
    let length = room.scale.at(counted.per_10k).max(1.0);
    let (label, top) = if scene.is_narrow() {
        (Node::text(text_class, (0.0, y + 14.0), SIZE, "start", &fit(term, SIZE, scene.width)), y + 19.0)
    } else {
        let shown = fit(term, SIZE, room.label - 8.0);
        (Node::text(text_class, (room.label - 8.0, y + 16.5), SIZE, "end", &shown), y + 4.0)
    };
    let count =
        Node::text("soft", (room.label + length + 6.0, top + 12.5), SIZE - 1.0, "start", &scene.integer(counted.count));
    let bar = Node::rect(class, [room.label, top, length, 16.0]);
    let title =
        format!("{term}: {} ({} {})", scene.integer(counted.count), scene.decimal(counted.per_10k, 1), scene.per_10k());
    Node::group("pick", vec![label, bar, count]).titled(title).picking(Scene::term(term))
}

/// Rank, term, count, rate, articles, and count and rate of every year.
pub(super) fn table(scene: &Scene, counted: &[Counted]) -> Table {
    let w = scene.w;
    let mut table = Table::new([
        ("term", w.term, None),
        ("rank", w.rank, Some(0)),
        ("count", w.count, Some(0)),
        ("per_10k", w.rate, Some(1)),
        ("articles", w.articles, Some(0)),
    ]);
    let years = scene.years();
    for year in &years {
        table.add_column(&format!("count_{year}"), &(w.count_in)(*year), Some(0));
        table.add_column(&format!("per_10k_{year}"), &(w.rate_in)(*year), Some(1));
    }
    for (i, c) in counted.iter().enumerate() {
        let mut cells = vec![
            c.row.term.as_str().into(),
            (i as u32 + 1).into(),
            c.count.into(),
            c.per_10k.into(),
            c.row.n_articles.into(),
        ];
        for year in &years {
            let count = c.row.by_year.iter().find(|count| count.year == *year);
            cells.push(count.map(|count| count.count).into());
            cells.push(count.map(|count| count.per_10k).into());
        }
        table.add(Scene::term(&c.row.term), cells);
    }
    table
}
