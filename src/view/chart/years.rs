//! Terms over the years: a slope from one year to another, or a small picture for each term where there are more years.

use super::measure::{em_width, fit};
use super::scale::{Scale, ticks};
use super::scene::Scene;
use super::{Chart, Node, Table};
use crate::compare::per_10k_interval;
use crate::view::YearCount;
use crate::view::wording::capital;

const SIZE: f64 = 13.0;
const SMALL: f64 = 11.0;

/// The chosen term over the years, or those that moved most.
pub(super) fn years(scene: &Scene) -> Chart {
    let w = scene.w;
    let years = scene.years();
    let curves = curves(scene);
    let mut chart = match (years.as_slice(), scene.query.term.as_str()) {
        ([] | [_], _) => Chart { title: w.trends.to_owned(), summary: w.one_year.to_owned(), ..Chart::default() },
        ([from, to], _) => slope(scene, *from, *to, &curves),
        _ => panels(scene, &years, &curves),
    };
    if !scene.query.term.is_empty() {
        chart.title = (w.slope_of)(&scene.query.term);
    }
    if chart.summary.is_empty() {
        chart.summary = summary(scene, &curves);
    }
    chart.table = table(scene, &years, &curves);
    chart
}

/// One term with its counts by year.
struct Curve {
    term: String,
    points: Vec<YearCount>,
}

impl Curve {
    /// Change of the rate from the first to the last year in percent; `None` where there is nothing to start from.
    fn percent(&self) -> Option<f64> {
        let (first, last) = (self.points.first()?, self.points.last()?);
        (first.count > 0).then(|| (last.per_10k / first.per_10k - 1.0) * 100.0)
    }

    /// The change in words.
    fn change(&self, scene: &Scene) -> String {
        match (self.percent(), self.points.last()) {
            (None, Some(last)) if last.count > 0 => scene.w.new.to_owned(),
            (Some(_), Some(last)) if last.count == 0 => scene.w.gone.to_owned(),
            (Some(percent), _) => format!("{} %", scene.signed(percent, 0)),
            _ => String::new(),
        }
    }
}

/// The chosen term; else the terms that moved most between the years, and the first ones to fill up.
fn curves(scene: &Scene) -> Vec<Curve> {
    let terms = if scene.query.term.is_empty() { foremost(scene) } else { vec![scene.query.term.as_str()] };
    let points = scene.counts_of(&terms);
    terms.into_iter().zip(points).map(|(term, points)| Curve { term: term.to_owned(), points }).collect()
}

/// The terms that moved most between the years, and the first ones to fill up.
fn foremost<'a>(scene: &Scene<'a>) -> Vec<&'a str> {
    let most = scene.limit(if scene.years().len() == 2 { 10 } else { 12 });
    let changes = scene.overview.changes.iter().rev();
    let both = changes.flat_map(|c| c.risen.iter().take(5).chain(c.fallen.iter().take(3))).map(|s| s.term.as_str());
    let all = both.chain(scene.overview.terms.iter().map(|row| row.term.as_str()));
    let mut out: Vec<&str> = Vec::new();
    for term in all.filter(|term| scene.is_of_topic(term)) {
        if out.len() < most && !out.contains(&term) {
            out.push(term);
        }
    }
    out
}

fn summary(scene: &Scene, curves: &[Curve]) -> String {
    let rate = |p: &YearCount| format!("{} ({})", scene.decimal(p.per_10k, 1), p.year);
    let words = |curve: &Curve| {
        let (points, arrow) = told(&curve.points);
        let rates: Vec<String> = points.into_iter().map(rate).collect();
        format!("{}: {} {}.", curve.term, rates.join(arrow), scene.per_10k())
    };
    match curves {
        [curve] if !scene.query.term.is_empty() => {
            format!("{} {}", words(curve), evidence(scene, &curve.term)).trim_end().to_owned()
        }
        _ => curves.first().map(words).unwrap_or_default(),
    }
}

/// The points of a curve that a sentence tells, and what stands between them: of many the first, the highest and the last.
fn told(points: &[YearCount]) -> (Vec<&YearCount>, &'static str) {
    const MOST: usize = 6;
    let [first, between @ .., last] = points else { return (points.iter().collect(), " → ") };
    if points.len() <= MOST {
        return (points.iter().collect(), " → ");
    }
    let ends = first.per_10k.max(last.per_10k);
    let highest = between.iter().filter(|p| p.per_10k > ends).max_by(|a, b| a.per_10k.total_cmp(&b.per_10k));
    (std::iter::once(first).chain(highest).chain([last]).collect(), " → … → ")
}

/// What is counted and what is stated of a term, in words: the label that every comparison carries.
fn evidence(scene: &Scene, term: &str) -> String {
    let Some(changes) = scene.changes() else { return String::new() };
    let mut shifts = changes.risen.iter().chain(&changes.fallen).chain(&changes.stayed);
    let Some(shift) = shifts.find(|shift| shift.term == term) else { return String::new() };
    let counts = format!("{} → {}, {}–{}", shift.before.count, shift.after.count, changes.from, changes.to);
    let mut label = format!("{} ({counts})", capital((scene.w.strength_long)(&shift.strength)));
    if !shift.stated.is_empty() {
        let years: Vec<String> = shift.stated.iter().map(i32::to_string).collect();
        label = format!("{label}; {}", (scene.w.stated_for)(&years.join(", ")));
    }
    format!("{label}.")
}

fn interval(scene: &Scene, point: &YearCount) -> (f64, f64) {
    per_10k_interval(point.count, scene.syllables(point.year))
}

/// How far the scale of rates reaches. Intervals may be many times as high as any rate, so they reach half above the
/// highest one at most; what goes beyond is cut, and marked.
#[derive(Clone, Copy)]
struct Reach {
    top: f64,
    is_cut: bool,
}

impl Reach {
    fn new(scene: &Scene, curves: &[Curve], with_intervals: bool) -> Self {
        let points = || curves.iter().flat_map(|c| &c.points);
        let rate = points().map(|p| p.per_10k).fold(1.0, f64::max);
        if !with_intervals {
            return Self { top: rate, is_cut: false };
        }
        let interval = points().map(|p| interval(scene, p).1).fold(1.0, f64::max);
        Self { top: interval.min(rate * 1.5), is_cut: interval > rate * 1.5 }
    }

    /// An interval, with an arrowhead where it is cut.
    fn whisker(self, x: f64, y: Scale, (low, high): (f64, f64)) -> Vec<Node> {
        let top = y.at(high.min(self.top));
        let mut nodes = vec![Node::line("whisker", (x, y.at(low.min(self.top))), (x, top))];
        if high > self.top {
            nodes.push(Node::path("whisker", &[(x - 3.5, top + 5.0), (x, top), (x + 3.5, top + 5.0)]));
        }
        nodes
    }
}

/// How to read the picture.
fn notes(scene: &Scene, help: fn(&str) -> String, is_cut: bool) -> Vec<String> {
    let cut = is_cut.then(|| scene.w.intervals_cut.to_owned());
    std::iter::once(help(&scene.per_10k())).chain(cut).collect()
}

/// Two years: a line for each term, both values at its ends.
fn slope(scene: &Scene, from: i32, to: i32, curves: &[Curve]) -> Chart {
    let alone = curves.len() == 1;
    let height = if alone { 180.0 } else { (curves.len() as f64 * 30.0).max(200.0) };
    let top = 30.0;
    let longest = curves.iter().map(|c| em_width(&c.term) * SMALL).fold(0.0, f64::max);
    let side = (longest + 50.0).min(scene.width * 0.36);
    let (left, right) = (side, scene.width - side);
    let reach = Reach::new(scene, curves, alone);
    let y = Scale::new((0.0, reach.top), (top + height, top + 6.0));
    let year = |x: f64, anchor: &str, year: i32| Node::text("bold", (x, 14.0), SIZE, anchor, &year.to_string());
    let axis = |x: f64| Node::line("axis", (x, top), (x, top + height));
    let mut nodes = vec![year(left, "middle", from), year(right, "middle", to), axis(left), axis(right)];
    let ends = |at: fn(&Curve) -> &YearCount| {
        let wished: Vec<f64> = curves.iter().map(|c| y.at(at(c).per_10k)).collect();
        apart(&wished, 14.0, (top + 4.0, top + height + 4.0))
    };
    let (starts, stops) = (ends(|c| &c.points[0]), ends(|c| &c.points[c.points.len() - 1]));
    for (i, curve) in curves.iter().enumerate() {
        let (Some(first), Some(last)) = (curve.points.first(), curve.points.last()) else { continue };
        let series = if last.per_10k < first.per_10k { 1 } else { 2 };
        let ((x1, y1), (x2, y2)) = ((left, y.at(first.per_10k)), (right, y.at(last.per_10k)));
        let mut parts = vec![Node::line(&format!("curve l{series}"), (x1, y1), (x2, y2))];
        for (point, x) in [(first, x1), (last, x2)] {
            let at = y.at(point.per_10k);
            if alone {
                parts.extend(reach.whisker(x, y, interval(scene, point)));
            }
            parts.push(Node::sign(&format!("s{series}"), series, (x, at), 4.0));
        }
        let change = curve.change(scene);
        let room = side - 50.0;
        let before = format!("{}  {}", fit(&curve.term, SMALL, room), scene.decimal(first.per_10k, 1));
        parts.push(Node::text("", (left - 9.0, starts[i] + 4.0), SMALL, "end", &before));
        let after = format!("{}  {change}", scene.decimal(last.per_10k, 1));
        parts.push(Node::text("", (right + 9.0, stops[i] + 4.0), SMALL, "start", &after));
        let title = format!(
            "{}: {} → {} {}, {change}",
            curve.term,
            scene.decimal(first.per_10k, 1),
            scene.decimal(last.per_10k, 1),
            scene.per_10k()
        );
        nodes.push(Node::group("pick", parts).titled(title).picking(Scene::term(&curve.term)));
    }
    let help = if alone { scene.w.slope_help } else { scene.w.slopes_help };
    Chart {
        title: (scene.w.slope)(from, to),
        notes: notes(scene, help, reach.is_cut),
        height: top + height + 14.0,
        nodes,
        ..Chart::default()
    }
}

/// Places as near to the wished ones as can be, at least `gap` apart, inside a range if that is large enough.
fn apart(wished: &[f64], gap: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wished.len()).collect();
    crate::base::Arrange::arrange_by(&mut order[..], |a, b| wished[*a].total_cmp(&wished[*b]));
    let mut out = wished.to_vec();
    let mut least = low;
    for &i in &order {
        out[i] = out[i].max(least);
        least = out[i] + gap;
    }
    let mut most = high;
    for &i in order.iter().rev() {
        out[i] = out[i].min(most);
        most = out[i] - gap;
    }
    let over = low - order.first().map_or(low, |&i| out[i]);
    if over > 0.0 {
        out.iter_mut().for_each(|y| *y += over);
    }
    out
}

/// Three years and more: a small picture for each term, from zero on a scale of its own; years without articles are gaps.
fn panels(scene: &Scene, years: &[i32], curves: &[Curve]) -> Chart {
    const GAP: f64 = 22.0;
    let columns = if curves.len() == 1 { 1.0 } else { (scene.width / 220.0).floor().clamp(1.0, 4.0) };
    let width = (scene.width - GAP * (columns - 1.0)) / columns;
    let height = if curves.len() == 1 { 190.0 } else { 92.0 };
    // A scale of its own for each: one term that is said ten times as often would flatten all others.
    let reaches: Vec<Reach> = curves.iter().map(|curve| Reach::new(scene, std::slice::from_ref(curve), true)).collect();
    let is_cut = reaches.iter().any(|reach| reach.is_cut);
    let of = |(i, curve): (usize, &Curve)| {
        let (column, row) = (i as f64 % columns, (i as f64 / columns).floor());
        let panel = Panel {
            x: column * (width + GAP),
            y: row * (height + 58.0),
            width,
            height,
            reach: reaches[i],
            is_alone: curves.len() == 1,
        };
        panel.draw(scene, years, curve)
    };
    let n_rows = (curves.len() as f64 / columns).ceil();
    Chart {
        title: scene.w.trends.to_owned(),
        notes: notes(scene, scene.w.trends_help, is_cut),
        height: n_rows * (height + 58.0) - 12.0,
        nodes: curves.iter().enumerate().map(of).collect(),
        ..Chart::default()
    }
}

struct Panel {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    reach: Reach,
    is_alone: bool,
}

impl Panel {
    fn draw(&self, scene: &Scene, years: &[i32], curve: &Curve) -> Node {
        let (top, bottom) = (self.y + 26.0, self.y + 26.0 + self.height);
        let (first, last) = (years[0], years[years.len() - 1]);
        let right = if self.is_alone { 42.0 } else { 16.0 };
        let x = Scale::new((f64::from(first), f64::from(last)), (self.x + 26.0, self.x + self.width - right));
        let y = Scale::new((0.0, self.reach.top), (bottom, top + 4.0));
        let shown = fit(&curve.term, SIZE, self.width - 60.0);
        let mut nodes = vec![Node::text("bold", (self.x, self.y + 13.0), SIZE, "start", &shown)];
        nodes.push(Node::text("soft", (self.x + self.width, self.y + 13.0), SMALL, "end", &curve.change(scene)));
        let (values, decimals) = ticks(0.0, self.reach.top, if self.is_alone { 5 } else { 2 });
        for value in values {
            let at = y.at(value);
            nodes.push(Node::line(
                if value == 0.0 { "axis" } else { "grid" },
                (self.x + 22.0, at),
                (self.x + self.width, at),
            ));
            nodes.push(Node::text(
                "soft",
                (self.x + 18.0, at + 3.5),
                SMALL - 1.0,
                "end",
                &scene.decimal(value, decimals),
            ));
        }
        // A pair of years with none between them is joined; a year without articles parts them.
        for pair in curve.points.windows(2).filter(|pair| pair[0].year + 1 == pair[1].year) {
            let at = |p: &YearCount| (x.at(f64::from(p.year)), y.at(p.per_10k));
            nodes.push(Node::line("curve l1", at(&pair[0]), at(&pair[1])));
        }
        let places: Vec<(f64, f64)> = curve.points.iter().map(|p| (x.at(f64::from(p.year)), y.at(p.per_10k))).collect();
        for (point, &(at, value)) in curve.points.iter().zip(&places) {
            nodes.extend(self.reach.whisker(at, y, interval(scene, point)));
            nodes.push(Node::sign("s1", 0, (at, value), 3.5));
        }
        if self.is_alone {
            for (i, point) in curve.points.iter().enumerate() {
                let name = scene.decimal(point.per_10k, 1);
                let (place, anchor) = beside(&places, i, em_width(&name) * SMALL, bottom);
                nodes.push(Node::text("over", place, SMALL, anchor, &name));
            }
        }
        let every = (last - first + 1).div_euclid(if self.is_alone { 12 } else { 5 }) + 1;
        for year in (first..=last).filter(|year| (year - first) % every == 0) {
            let is_gap = !years.contains(&year);
            let name = if is_gap { "·".to_owned() } else { year.to_string() };
            nodes.push(Node::text("soft", (x.at(f64::from(year)), bottom + 14.0), SMALL - 1.0, "middle", &name));
        }
        let rates: Vec<String> =
            curve.points.iter().map(|p| format!("{}: {}", p.year, scene.decimal(p.per_10k, 1))).collect();
        let title = format!("{}, {}; {}", curve.term, scene.per_10k(), rates.join("; "));
        Node::group("pick", nodes).titled(title).picking(Scene::term(&curve.term))
    }
}

/// Where the value of point `i` stands: to the right of its interval or, if the curve or the axis is there on both sides
/// of the point, to the left; above the point or below. `width` is that of the value.
fn beside(places: &[(f64, f64)], i: usize, width: f64, bottom: f64) -> ((f64, f64), &'static str) {
    const GAP: f64 = 7.0;
    let (x, y) = places[i];
    // The height of the curve at most so far from the point: at its end beyond, where a value would stand.
    let crossed = |neighbour: Option<&(f64, f64)>, above: bool| {
        let Some(&(nx, ny)) = neighbour else { return false };
        let part = ((GAP + width) / (nx - x).abs().max(1.0)).min(1.0);
        let there = y + (ny - y) * part;
        let (low, high) = if above { (y - 6.0 - SMALL, y - 3.0) } else { (y + 3.0, y + 6.0 + SMALL) };
        there.min(y).max(low) < there.max(y).min(high)
    };
    let (before, after) = (i.checked_sub(1).and_then(|i| places.get(i)), places.get(i + 1));
    let is_room_below = y + 8.0 + SMALL < bottom;
    for (neighbour, side, anchor) in [(after, GAP, "start"), (before, -GAP, "end")] {
        // At the left edge stand the numbers of the scale.
        if side < 0.0 && i == 0 {
            continue;
        }
        if !crossed(neighbour, true) {
            return ((x + side, y - 6.0), anchor);
        }
        if is_room_below && !crossed(neighbour, false) {
            return ((x + side, y + 6.0 + SMALL * 0.75), anchor);
        }
    }
    ((x + GAP, y - 6.0), "start")
}

fn table(scene: &Scene, years: &[i32], curves: &[Curve]) -> Table {
    let w = scene.w;
    let mut table = Table::new([("term", w.term, None)]);
    for year in years {
        table.add_column(&format!("count_{year}"), &(w.count_in)(*year), Some(0));
        table.add_column(&format!("per_10k_{year}"), &(w.rate_in)(*year), Some(1));
        table.add_column(&format!("per_10k_low_{year}"), &(w.low_in)(*year), Some(1));
        table.add_column(&format!("per_10k_high_{year}"), &(w.high_in)(*year), Some(1));
    }
    table.add_column("change_percent", w.change, Some(0));
    for curve in curves {
        let mut cells = vec![curve.term.as_str().into()];
        for point in &curve.points {
            let (low, high) = interval(scene, point);
            let tenth = super::node::tenth;
            cells.extend([point.count.into(), point.per_10k.into(), tenth(low).into(), tenth(high).into()]);
        }
        cells.push(curve.percent().map(super::node::tenth).into());
        table.add(Scene::term(&curve.term), cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_off_the_curve() {
        let at = |places: &[(f64, f64)], i: usize| beside(places, i, 20.0, 200.0);
        // The curve rises to the right, falls to the right, rises steeply near the axis.
        assert_eq!(at(&[(0.0, 100.0), (100.0, 20.0)], 0), ((7.0, 106.0 + SMALL * 0.75), "start"));
        assert_eq!(at(&[(0.0, 20.0), (100.0, 100.0)], 0), ((7.0, 14.0), "start"));
        assert_eq!(at(&[(0.0, 195.0), (100.0, 195.0), (200.0, 20.0)], 1), ((93.0, 189.0), "end"));
        assert_eq!(at(&[(0.0, 195.0), (100.0, 20.0)], 1).1, "start");
    }

    #[test]
    fn labels_keep_their_distance() {
        let placed = apart(&[50.0, 51.0, 10.0, 52.0, 99.0], 14.0, (0.0, 100.0));
        let mut sorted = placed.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= 14.0 - 1e-9), "{placed:?}");
        assert!(sorted[0] >= 0.0 && sorted[4] <= 100.0, "{placed:?}");
        assert!(placed[2] < placed[0] && placed[0] < placed[1]);
    }

    #[track_caller]
    fn check(rates: &[f64], expected: &[f64], arrow: &str) {
        let point = |(i, rate): (usize, &f64)| YearCount { year: i as i32, per_10k: *rate, ..YearCount::default() };
        let points: Vec<YearCount> = rates.iter().enumerate().map(point).collect();
        let (found, between) = told(&points);
        assert_eq!((found.iter().map(|p| p.per_10k).collect::<Vec<_>>().as_slice(), between), (expected, arrow));
    }

    #[test]
    fn of_many_years_the_first_the_highest_and_the_last_are_told() {
        check(&[], &[], " → ");
        check(&[3.0], &[3.0], " → ");
        check(&[3.0, 9.0, 1.0, 2.0, 2.0, 4.0], &[3.0, 9.0, 1.0, 2.0, 2.0, 4.0], " → ");
        check(&[3.0, 9.0, 1.0, 2.0, 2.0, 2.0, 4.0], &[3.0, 9.0, 4.0], " → … → ");
        check(&[3.0, 2.0, 1.0, 2.0, 2.0, 2.0, 4.0], &[3.0, 4.0], " → … → ");
    }
}
