//! A cloud for each year, all on one scale, what is said most in the year in its colour.

use super::cloud::{foremost_year, layout, usual_scale};
use super::scene::Scene;
use super::{Chart, Node, Pick, bars};
use crate::view::TermRow;

const GAP: f64 = 28.0;
/// Terms of one year.
const USUAL: usize = 36;

/// Clouds of the chosen years or of all, side by side where there is room.
pub(super) fn clouds(scene: &Scene) -> Chart {
    let w = scene.w;
    let all = scene.years();
    let chosen: Vec<i32> = all.iter().copied().filter(|year| scene.query.years.contains(year)).collect();
    let years = if chosen.is_empty() { all.clone() } else { chosen };
    let columns =
        if scene.is_narrow() { 1.0 } else { (scene.width / 220.0).floor().clamp(1.0, years.len().max(1) as f64) };
    let width = (scene.width - GAP * (columns - 1.0)) / columns;
    let of: Vec<Vec<(&TermRow, f64, u32)>> = years.iter().map(|year| of_year(scene, *year)).collect();
    // One scale for all: the year whose words need most room sets it.
    let scale = of.iter().filter(|words| !words.is_empty()).map(|words| {
        let words: Vec<(&str, f64)> = words.iter().map(|(row, rate, _)| (row.term.as_str(), *rate)).collect();
        usual_scale(&words, width, words.len() as f64 * 2600.0 / width)
    });
    let scale = scale.fold(f64::INFINITY, f64::min).min(60.0);
    let mut nodes = Vec::new();
    let (mut top, mut tallest) = (0.0, 0.0_f64);
    for (i, (year, words)) in years.iter().zip(&of).enumerate() {
        let column = i % columns as usize;
        if column == 0 {
            top += tallest;
            tallest = 0.0;
        }
        let x = column as f64 * (width + GAP);
        let series = all.iter().position(|y| y == year).unwrap_or(0) % 8 + 1;
        let head = Node::text(&format!("bold t{series}"), (x, top + 16.0), 16.0, "start", &year.to_string());
        let head = Node::group("pick", vec![head]).titled(year.to_string()).picking(Some(Pick::Year { year: *year }));
        nodes.extend([head, Node::rect(&format!("s{series}"), [x, top + 22.0, width, 2.0])]);
        let texts: Vec<(&str, f64)> = words.iter().map(|(row, rate, _)| (row.term.as_str(), *rate)).collect();
        let cloud = layout(&texts, width, scale);
        for (word, (row, rate, count)) in cloud.words.iter().zip(words) {
            let is_own = foremost_year(row) == Some(*year);
            let chosen = if scene.is_chosen(&row.term) { " chosen" } else { "" };
            let class = if is_own { format!("bold t{series}{chosen}") } else { format!("t0{chosen}") };
            let text = Node::text(&class, (x + word.x, top + 32.0 + word.y), word.size, "middle", &row.term);
            let title = format!(
                "{}, {year}: {} ({} {})",
                row.term,
                scene.integer(*count),
                scene.decimal(*rate, 1),
                scene.per_10k()
            );
            nodes.push(Node::group("pick", vec![text]).titled(title).picking(Scene::term(&row.term)));
        }
        tallest = tallest.max(cloud.height + 60.0);
    }
    Chart {
        title: w.clouds.to_owned(),
        summary: bars::first_terms(scene, &scene.counted()),
        notes: vec![w.clouds_help.to_owned()],
        height: top + tallest,
        nodes: if years.is_empty() { Vec::new() } else { nodes },
        table: bars::table(scene, &scene.counted()),
        ..Chart::default()
    }
}

/// The terms of a year with rate and count, most frequent first.
fn of_year<'a>(scene: &Scene<'a>, year: i32) -> Vec<(&'a TermRow, f64, u32)> {
    let count = |row: &'a TermRow| {
        if !scene.is_of_topic(&row.term) {
            return None;
        }
        let count = row.by_year.iter().find(|count| count.year == year).filter(|count| count.count > 0)?;
        Some((row, count.per_10k, count.count))
    };
    let mut words: Vec<_> = scene.overview.terms.iter().take(120).filter_map(count).collect();
    crate::base::Arrange::arrange_by(&mut words[..], |a, b| b.1.total_cmp(&a.1));
    words.truncate(scene.limit(USUAL));
    words
}
