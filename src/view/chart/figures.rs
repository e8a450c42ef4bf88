//! Figures that moved: a row for each measure, its values joined by a small curve, bounds drawn.

use super::measure::{em_width, fit, lines};
use super::scale::Scale;
use super::scene::Scene;
use super::{Chart, Node, Pick, Table};
use crate::text::search_key;
use crate::view::wording;
use crate::view::{FigureMove, FigurePoint};

const SIZE: f64 = 13.0;
const SMALL: f64 = 11.0;
const CURVE: f64 = 44.0;

/// The measures that stand at several times; with a chosen term or theme those that name it, or stand in a sentence that
/// does, with a chosen year those that have a value of it.
pub(super) fn figures(scene: &Scene) -> Chart {
    let w = scene.w;
    let term = search_key(&scene.query.term);
    let of_year = |figure: &&FigureMove| {
        let is_of = |year: i32| figure.points.iter().any(|point| point.as_of.starts_with(&year.to_string()));
        scene.year().is_none_or(is_of)
    };
    // By its label, or by a sentence that it stands in.
    let is_chosen = |figure: &&FigureMove| {
        !term.is_empty() && search_key(&figure.label).contains(&term)
            || scene.is_about(&figure.label)
            || figure.points.iter().any(|point| scene.is_about(&point.sentence.text))
    };
    let chosen: Vec<&FigureMove> = scene.overview.figures.iter().filter(of_year).filter(is_chosen).collect();
    let shown = &chosen[..chosen.len().min(scene.limit(30))];
    let mut y = 0.0;
    let mut nodes = Vec::new();
    for figure in shown {
        nodes.extend(row(scene, figure, &mut y));
    }
    let summary =
        if shown.is_empty() { w.nothing.to_owned() } else { (w.figures_found)(&scene.integer(chosen.len() as u32)) };
    Chart {
        title: w.figures.to_owned(),
        summary,
        notes: vec![w.figures_help.to_owned()],
        height: y,
        nodes,
        table: table(scene, &chosen),
        ..Chart::default()
    }
}

fn row(scene: &Scene, figure: &FigureMove, y: &mut f64) -> Vec<Node> {
    let w = scene.w;
    let narrow = scene.is_narrow();
    let name_room = if narrow { scene.width } else { scene.width * 0.34 };
    let unit = if figure.label.contains(&figure.unit) { String::new() } else { format!(" ({})", figure.unit) };
    let mut nodes = Vec::new();
    let mut text_y = *y + 2.0;
    for line in lines(&format!("{}{unit}", figure.label), SIZE, name_room).into_iter().take(4) {
        text_y += 17.0;
        nodes.push(Node::text("", (0.0, text_y), SIZE, "start", &line));
    }
    let (left, top) = if narrow { (0.0, text_y + 6.0) } else { (name_room + 16.0, *y) };
    let right = scene.width - if narrow { 76.0 } else { 96.0 };
    nodes.extend(curve(scene, figure, [left, top + 22.0, right - left]));
    let (class, change, bound) = match &figure.change {
        Some(change) => ("bold", wording::signed_change(scene.query.language, change), (w.bound_name)(&change.bound)),
        None if figure.comparability == "high" => ("soft", String::new(), ""),
        None => ("soft", w.low_comparability.to_owned(), ""),
    };
    let middle = top + 22.0 + CURVE / 2.0;
    for (i, line) in lines(&change, SIZE, scene.width - right - 8.0).iter().enumerate() {
        nodes.push(Node::text(class, (scene.width, middle + 5.0 + i as f64 * 16.0), SIZE, "end", line));
    }
    if !bound.is_empty() {
        nodes.push(Node::text("soft", (scene.width, middle - 11.0), SMALL, "end", bound));
    }
    *y = (text_y + 10.0).max(top + 22.0 + CURVE + 24.0);
    nodes.push(Node::line("grid", (0.0, *y), (scene.width, *y)));
    *y += 8.0;
    nodes
}

/// The values in time, evenly or by their days, each with its value above and its time below.
fn curve(scene: &Scene, figure: &FigureMove, [left, top, width]: [f64; 3]) -> Vec<Node> {
    let values = figure.points.iter().map(|p| p.value);
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
    let y = Scale::new((low.min(high - 1e-9), high), (top + CURVE - 6.0, top + 6.0));
    let n = figure.points.len().max(2) as f64;
    let label = 58.0_f64.min(width / n);
    let x = Scale::new((0.0, n - 1.0), (left + label / 2.0, left + width - label / 2.0));
    let at: Vec<(f64, f64)> = figure.points.iter().enumerate().map(|(i, p)| (x.at(i as f64), y.at(p.value))).collect();
    let class = if figure.comparability == "high" { "curve l1" } else { "curve l8" };
    let mut nodes = vec![Node::path(class, &at)];
    let step = (width - label) / (n - 1.0).max(1.0);
    for (point, place) in figure.points.iter().zip(at) {
        nodes.push(mark(scene, figure, point, place, [top, step.max(label) - 4.0]));
    }
    nodes
}

fn mark(scene: &Scene, figure: &FigureMove, point: &FigurePoint, (x, y): (f64, f64), [top, room]: [f64; 2]) -> Node {
    let language = scene.query.language;
    let shown = wording::compact(language, point.value);
    let bound = (scene.w.bound_name)(&point.bound);
    let sign = match point.bound.as_str() {
        "lower" => "≥ ",
        "upper" => "≤ ",
        "estimate" | "magnitude" => "≈ ",
        _ => "",
    };
    let mark = if point.corrected { " ✎" } else { "" };
    let value = fit(&format!("{sign}{shown}{mark}"), SMALL, room);
    let time = fit(&wording::day(language, &point.as_of), SMALL - 1.0, room.max(em_width("0000") * SMALL));
    let dot =
        if point.bound == "exact" { Node::sign("s1", 0, (x, y), 3.5) } else { Node::sign("hollow l1", 0, (x, y), 3.5) };
    let mut nodes = vec![dot];
    // An arrow says on which side the true value lies.
    let arrow = match point.bound.as_str() {
        "lower" => Some(-1.0),
        "upper" => Some(1.0),
        _ => None,
    };
    if let Some(way) = arrow {
        nodes.push(Node::path(
            "curve l1 solid",
            &[(x - 3.5, y + way * 7.0), (x, y + way * 11.0), (x + 3.5, y + way * 7.0)],
        ));
    }
    nodes.push(Node::text("", (x, top - 6.0), SMALL, "middle", &value));
    nodes.push(Node::text("soft", (x, top + CURVE + 12.0), SMALL - 1.0, "middle", &time));
    let mark = if point.corrected { format!(" ({})", scene.w.by_reader) } else { String::new() };
    let title = format!("{}, {}: {bound} {shown} {}{mark}", figure.label, point.as_of, figure.unit);
    Node::group("pick", nodes).titled(title).picking(Some(Pick::Place { evidence: point.evidence.clone() }))
}

/// A row for each value.
fn table(scene: &Scene, figures: &[&FigureMove]) -> Table {
    let w = scene.w;
    let mut table = Table::new([
        ("measure", w.measure, None),
        ("as_of", w.as_of, None),
        ("value", w.value, Some(u8::MAX)),
        ("unit", w.unit, None),
        ("bound", w.bound, None),
        ("text", w.text, None),
        ("change", w.change, Some(u8::MAX)),
        ("change_unit", w.change_unit, None),
        ("change_bound", w.change_bound, None),
        ("comparability", w.evidence, None),
        ("corrected", w.corrected, None),
    ]);
    for figure in figures {
        let change = figure.change.as_ref();
        for point in &figure.points {
            let comparability = if figure.comparability == "high" { "" } else { w.low_comparability };
            table.add(
                Some(Pick::Place { evidence: point.evidence.clone() }),
                vec![
                    figure.label.as_str().into(),
                    point.as_of.as_str().into(),
                    point.value.into(),
                    figure.unit.as_str().into(),
                    (w.bound_name)(&point.bound).into(),
                    point.evidence.text.as_str().into(),
                    change.map(|change| change.by).into(),
                    change.map(|change| wording::change_unit(scene.query.language, change)).into(),
                    change.map(|change| (w.bound_name)(&change.bound)).into(),
                    comparability.into(),
                    if point.corrected { w.by_reader } else { "" }.into(),
                ],
            );
        }
    }
    table
}
