//! Events, publications and the deadlines of targets: a line of time, and below it a list in its order.

use super::measure::{em_width, fit, lines};
use super::scale::Scale;
use super::scene::Scene;
use super::{Chart, Node, Pick, Table};
use crate::view::TimelineItem;
use crate::view::wording;

const SIZE: f64 = 13.0;
const SMALL: f64 = 11.0;
const KINDS: [&str; 3] = ["published", "event", "target"];

/// What the articles date, in the order of time; with a chosen year that year alone, with a chosen term or theme what names it.
pub(super) fn timeline(scene: &Scene) -> Chart {
    let w = scene.w;
    let year = scene.query.years.first().copied().filter(|_| scene.query.years.len() == 1);
    let dated = scene.overview.timeline.iter().filter_map(|item| Some((moment(&item.date)?, item)));
    let of_year = dated.filter(|(at, _)| year.is_none_or(|y| at.floor() as i32 == y));
    let all: Vec<(f64, &TimelineItem)> = of_year.filter(|(_, item)| scene.is_about(&item.label)).collect();
    let shown = &all[..all.len().min(scene.limit(40))];
    let mut nodes = strip(scene, &all);
    let mut y = if all.is_empty() { 0.0 } else { 104.0 };
    let mut last_year = None;
    for (at, item) in shown {
        let year = at.floor() as i32;
        if last_year != Some(year) {
            y += 24.0;
            let head = Node::text("bold", (0.0, y), 15.0, "start", &year.to_string());
            nodes.push(Node::group("pick", vec![head]).titled(year.to_string()).picking(Some(Pick::Year { year })));
            last_year = Some(year);
        }
        nodes.push(row(scene, item, &mut y));
    }
    let mut notes = vec![w.timeline_help.to_owned()];
    if shown.len() < all.len() {
        notes.push((w.first_of)(&scene.integer(shown.len() as u32), &scene.integer(all.len() as u32)));
    }
    let count = |kind: &str| all.iter().filter(|(_, item)| item.kind == kind).count() as u32;
    let counts = ["event", "target", "published"].map(|kind| (kind, count(kind)));
    let said = counts.iter().filter(|(_, n)| *n > 0).map(|(kind, n)| (w.moments)(kind, &scene.integer(*n)));
    let summary = match said.collect::<Vec<_>>() {
        none if none.is_empty() => w.nothing.to_owned(),
        said => said.join(", ") + ".",
    };
    let mut table = Table::new([
        ("label", w.text, None),
        ("date", w.as_of, None),
        ("kind", w.kind, None),
        ("outcome", w.outcome, None),
    ]);
    for (_, item) in &all {
        let outcome = item.outcome.as_deref().map(w.outcome_name);
        let cells = vec![
            item.label.as_str().into(),
            item.date.as_str().into(),
            (w.moment_name)(&item.kind).into(),
            outcome.into(),
        ];
        table.add(Some(Pick::Place { evidence: item.evidence.clone() }), cells);
    }
    Chart { title: w.timeline.to_owned(), summary, notes, height: y + 8.0, nodes, table, ..Chart::default() }
}

/// A day, month or year as a number of years; the middle of a month or year where the day is not known.
pub(super) fn moment(iso: &str) -> Option<f64> {
    let mut parts = iso.split(['-', '/']);
    let year: f64 = parts.next()?.parse().ok()?;
    let month: Option<f64> = parts.next().and_then(|month| month.parse().ok());
    let day: Option<f64> = parts.next().and_then(|day| day.parse().ok());
    Some(year + month.map_or(0.5, |month| (month - 1.0) / 12.0 + day.map_or(0.5, |day| (day - 1.0) / 31.0) / 12.0))
}

/// The line of time: a lane for each kind.
fn strip(scene: &Scene, all: &[(f64, &TimelineItem)]) -> Vec<Node> {
    let w = scene.w;
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return Vec::new() };
    let names: Vec<&str> = KINDS.iter().map(|kind| (w.moment_name)(kind)).collect();
    let label = names.iter().map(|name| em_width(name) * SMALL).fold(0.0, f64::max) + 12.0;
    let (from, to) = (first.0.floor(), last.0.floor() + 1.0);
    let x = Scale::new((from, to), (label, scene.width - 6.0));
    let mut nodes = Vec::new();
    let every = ((to - from) / (scene.width / 70.0)).ceil().max(1.0) as i32;
    for year in (from as i32..=to as i32).filter(|year| (year - from as i32) % every == 0) {
        let at = x.at(f64::from(year));
        nodes.push(Node::line("grid", (at, 16.0), (at, 92.0)));
        if f64::from(year) < to {
            let middle = x.at(f64::from(year) + 0.5);
            let middle = if every > 1 { at + 2.0 } else { middle };
            nodes.push(Node::text(
                "soft",
                (middle, 12.0),
                SMALL,
                if every > 1 { "start" } else { "middle" },
                &year.to_string(),
            ));
        }
    }
    for (lane, name) in names.iter().enumerate() {
        let y = 30.0 + lane as f64 * 24.0;
        nodes.push(Node::text("", (0.0, y + 4.0), SMALL, "start", name));
        nodes.push(Node::line("axis", (label, y), (scene.width, y)));
    }
    for (at, item) in all {
        let lane = KINDS.iter().position(|kind| *kind == item.kind).unwrap_or(1);
        let place = (x.at(*at), 30.0 + lane as f64 * 24.0);
        let sign = Node::sign(&format!("s{}", lane + 1), lane, place, 4.5);
        let title = format!("{}: {}", item.date, item.label);
        let pick = Some(Pick::Place { evidence: item.evidence.clone() });
        nodes.push(Node::group("pick", vec![sign]).titled(title).picking(pick));
    }
    nodes
}

fn row(scene: &Scene, item: &TimelineItem, y: &mut f64) -> Node {
    let w = scene.w;
    let lane = KINDS.iter().position(|kind| *kind == item.kind).unwrap_or(1);
    let left = if scene.is_narrow() { 92.0 } else { 130.0 };
    let date = fit(&wording::day(scene.query.language, &item.date), SIZE - 1.0, left - 26.0);
    let mut text = item.label.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(outcome) = item.outcome.as_ref().filter(|outcome| *outcome != "no_number") {
        text = format!("{text} ({})", (w.outcome_name)(outcome));
    }
    let mut wrapped = lines(&text, SIZE, scene.width - left);
    if wrapped.len() > 2 {
        wrapped.truncate(2);
        wrapped[1] = fit(&format!("{} …", wrapped[1]), SIZE, scene.width - left);
    }
    *y += 22.0;
    let mut nodes = vec![
        Node::sign(&format!("s{}", lane + 1), lane, (6.0, *y - 4.0), 4.5),
        Node::text("soft", (18.0, *y), SIZE - 1.0, "start", &date),
    ];
    for (i, line) in wrapped.iter().enumerate() {
        *y += if i > 0 { 17.0 } else { 0.0 };
        nodes.push(Node::text("", (left, *y), SIZE, "start", line));
    }
    let title = format!("{}, {}: {}", (w.moment_name)(&item.kind), item.date, item.label);
    Node::group("pick", nodes).titled(title).picking(Some(Pick::Place { evidence: item.evidence.clone() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_follow_each_other() {
        let all: Vec<f64> =
            ["2023", "2024-01", "2024-01-31", "2024-12-31", "2025"].iter().filter_map(|iso| moment(iso)).collect();
        assert!(all.len() == 5 && all.windows(2).all(|pair| pair[0] < pair[1]), "{all:?}");
        assert_eq!(moment("XXXX-10-10"), None);
    }
}
