//! Targets: when each was announced, by when it is to be reached, and what a later article says became of it.

use super::measure::{em_width, fit, lines};
use super::scale::Scale;
use super::scene::Scene;
use super::timeline::moment;
use super::{Chart, Node, Pick, Table};
use crate::view::TargetView;
use crate::view::wording;

const SIZE: f64 = 13.0;
const SMALL: f64 = 11.0;
const TRACK: f64 = 40.0;

/// The targets, those of which something became first; with a chosen year those announced in it or due in it,
/// with a chosen term or theme those that name it.
pub(super) fn targets(scene: &Scene) -> Chart {
    let w = scene.w;
    let of_year = |target: &&TargetView| {
        let moments = [Some(target.announced.as_str()), target.by.as_deref(), target.as_of.as_deref()];
        scene.year().is_none_or(|year| moments.into_iter().flatten().any(|at| year_of(at) == Some(year)))
    };
    let of_year = scene.overview.targets.iter().filter(of_year);
    let all: Vec<&TargetView> = of_year.filter(|target| scene.is_about(&target.what)).collect();
    let shown = &all[..all.len().min(scene.limit(14))];
    let times: Vec<f64> = shown.iter().flat_map(|target| times(target)).flatten().collect();
    let from = times.iter().copied().fold(f64::INFINITY, f64::min).floor();
    let to = times.iter().copied().fold(f64::NEG_INFINITY, f64::max).floor() + 1.0;
    let room = (12.0, scene.width - 12.0);
    let x = if times.is_empty() { Scale::new((0.0, 1.0), room) } else { Scale::new((from, to), room) };
    let mut nodes = Vec::new();
    let mut y = 0.0;
    for target in shown {
        nodes.push(row(scene, target, &x, &mut y));
        nodes.push(Node::line("grid", (0.0, y), (scene.width, y)));
        y += 4.0;
    }
    let mut notes = vec![w.targets_help.to_owned()];
    if shown.len() < all.len() {
        notes.push((w.first_of)(&scene.integer(shown.len() as u32), &scene.integer(all.len() as u32)));
    }
    Chart {
        title: w.targets.to_owned(),
        summary: summary(scene, &all),
        notes,
        height: y,
        nodes,
        table: table(scene, &all),
        ..Chart::default()
    }
}

fn year_of(iso: &str) -> Option<i32> {
    moment(iso).map(|at| at.floor() as i32)
}

/// When it was announced, when it is due, when the later value holds.
fn times(target: &TargetView) -> [Option<f64>; 3] {
    [moment(&target.announced), target.by.as_deref().and_then(moment), target.as_of.as_deref().and_then(moment)]
}

/// How many there are of each outcome.
fn summary(scene: &Scene, all: &[&TargetView]) -> String {
    const OUTCOMES: [&str; 5] = ["reached", "missed", "under_way", "not_reported", "no_number"];
    let count = |outcome: &str| all.iter().filter(|target| target.outcome == outcome).count() as u32;
    let counts: Vec<String> = OUTCOMES
        .iter()
        .filter(|outcome| count(outcome) > 0)
        .map(|outcome| format!("{}: {}", (scene.w.outcome_name)(outcome), scene.integer(count(outcome))))
        .collect();
    if all.is_empty() {
        return scene.w.nothing.to_owned();
    }
    (scene.w.targets_found)(&scene.integer(all.len() as u32), &counts.join("; "))
}

/// Colour and sign of an outcome.
fn series(outcome: &str) -> usize {
    ["reached", "missed", "under_way"].iter().position(|code| *code == outcome).map_or(8, |at| [3, 2, 1][at])
}

fn row(scene: &Scene, target: &TargetView, x: &Scale, y: &mut f64) -> Node {
    let w = scene.w;
    let outcome = (w.outcome_name)(&target.outcome);
    let series = series(&target.outcome);
    let verdict_room = if scene.is_narrow() { 0.0 } else { (em_width(outcome) * SIZE + 16.0).min(scene.width * 0.32) };
    let what = target.what.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut wrapped = lines(&what, SIZE, scene.width - verdict_room);
    if wrapped.len() > 2 {
        wrapped.truncate(2);
        wrapped[1] = fit(&format!("{} …", wrapped[1]), SIZE, scene.width - verdict_room);
    }
    let mut parts = Vec::new();
    let top = *y;
    for line in &wrapped {
        *y += 17.0;
        parts.push(Node::text("", (0.0, *y), SIZE, "start", line));
    }
    let class = if series == 8 { "soft".to_owned() } else { format!("bold t{series}") };
    if scene.is_narrow() {
        *y += 17.0;
        parts.push(Node::text(&class, (0.0, *y), SMALL + 1.0, "start", &fit(outcome, SMALL + 1.0, scene.width)));
    } else {
        let text = fit(outcome, SIZE - 1.0, verdict_room);
        parts.push(Node::text(&class, (scene.width, top + 17.0), SIZE - 1.0, "end", &text));
    }
    parts.extend(track(scene, target, series, x, *y));
    *y += TRACK;
    let title = format!("{what}: {outcome}");
    Node::group("pick", parts).titled(title).picking(Some(Pick::Place { evidence: target.evidence.clone() }))
}

/// From the announcement to the deadline, with the later value where there is one.
fn track(scene: &Scene, target: &TargetView, series: usize, x: &Scale, y: f64) -> Vec<Node> {
    let w = scene.w;
    let middle = y + 12.0;
    let [announced, due, later] = times(target);
    let day = |iso: &str| wording::day(scene.query.language, iso);
    let amount = |value: f64| {
        let unit = target.unit.as_deref().unwrap_or_default();
        format!("{} {unit}", wording::number(scene.query.language, value)).trim_end().to_owned()
    };
    let mut nodes = Vec::new();
    if let (Some(from), Some(to)) = (announced, due) {
        nodes.push(Node::line("axis", (x.at(from), middle), (x.at(to), middle)));
    }
    // What is to be written below the signs, each at its place; a text too near to the one before it is left out.
    let mut texts: Vec<(f64, String)> = Vec::new();
    if let Some(at) = announced {
        nodes.push(Node::sign("s8", 0, (x.at(at), middle), 3.5));
        texts.push((x.at(at), (w.announced_on)(&day(&target.announced))));
    }
    if let (Some(at), Some(by)) = (due, &target.by) {
        nodes.push(Node::sign("s8", 3, (x.at(at), middle), 4.0));
        let goal = target.goal.map(|goal| format!("{} ({})", amount(goal), day(by)));
        texts.push((x.at(at), goal.unwrap_or_else(|| day(by))));
    }
    if let (Some(at), Some(value), Some(as_of)) = (later, target.value, &target.as_of) {
        nodes.push(Node::sign(&format!("s{series}"), 1, (x.at(at), middle), 4.5));
        let bound = target.bound.as_deref().filter(|bound| *bound != "exact").map(w.bound_name).unwrap_or_default();
        let text = format!("{bound} {} ({})", amount(value), day(as_of));
        texts.push((x.at(at), text.trim_start().to_owned()));
    }
    nodes.extend(labels(texts, scene.width, middle + 17.0));
    nodes
}

/// Texts under their places, inside the width, the last ones first: the outcome matters more than the announcement.
fn labels(texts: Vec<(f64, String)>, width: f64, y: f64) -> Vec<Node> {
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let mut nodes = Vec::new();
    for (at, text) in texts.into_iter().rev() {
        let half = em_width(&text) * SMALL / 2.0;
        let middle = at.min(width - half).max(half);
        if taken.iter().any(|(from, to)| middle - half < *to + 8.0 && middle + half > *from - 8.0) {
            continue;
        }
        taken.push((middle - half, middle + half));
        nodes.push(Node::text("soft", (middle, y), SMALL, "middle", &text));
    }
    nodes
}

/// A row for each target.
fn table(scene: &Scene, all: &[&TargetView]) -> Table {
    let w = scene.w;
    let mut table = Table::new([
        ("target", w.target, None),
        ("actor", w.actor, None),
        ("announced", w.announced, None),
        ("by", w.due, None),
        ("goal", w.goal, Some(u8::MAX)),
        ("unit", w.unit, None),
        ("outcome", w.outcome, None),
        ("as_of", w.as_of, None),
        ("value", w.value, Some(u8::MAX)),
        ("bound", w.bound, None),
        ("sentence", w.sentence, None),
    ]);
    for target in all {
        let bound = target.bound.as_deref().map(w.bound_name);
        let later = target.later.as_ref().map(|evidence| evidence.text.as_str());
        let cells = vec![
            target.what.split_whitespace().collect::<Vec<_>>().join(" ").into(),
            target.actor.as_deref().into(),
            target.announced.as_str().into(),
            target.by.as_deref().into(),
            target.goal.into(),
            target.unit.as_deref().into(),
            (w.outcome_name)(&target.outcome).into(),
            target.as_of.as_deref().into(),
            target.value.into(),
            bound.into(),
            later.into(),
        ];
        table.add(Some(Pick::Place { evidence: target.evidence.clone() }), cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stay_inside_and_apart() {
        let texts = || vec![(0.0, "công bố".to_owned()), (10.0, "hạn".to_owned()), (190.0, "đạt 80 %".to_owned())];
        let nodes = labels(texts(), 200.0, 10.0);
        let said: Vec<&str> = nodes.iter().map(|node| node.text.as_str()).collect();
        assert_eq!(said, ["đạt 80 %", "hạn"]);
        assert_eq!(labels(texts(), 2000.0, 10.0).len(), 2);
        assert!(labels(Vec::new(), 200.0, 10.0).is_empty());
    }

    #[test]
    fn outcomes_have_signs_of_their_own() {
        let all: Vec<usize> = ["reached", "missed", "under_way", "no_number"].into_iter().map(series).collect();
        assert_eq!(all, [3, 2, 1, 8]);
    }
}
