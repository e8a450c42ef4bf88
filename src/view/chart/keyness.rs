//! Two years against each other: bars to the left and right of zero, with intervals and the evidence in words.

use super::measure::{em_width, fit};
use super::scale::{Scale, ticks};
use super::scene::Scene;
use super::{Chart, Node, Table};
use crate::compare::Counts;
use crate::view::{Changes, TermShift};

const SIZE: f64 = 13.0;
const SMALL: f64 = 11.0;

/// What is said more and what less in the later of two years.
pub(super) fn keyness(scene: &Scene) -> Chart {
    let w = scene.w;
    let Some(changes) = scene.changes() else {
        return Chart { title: w.trends.to_owned(), summary: w.one_year.to_owned(), ..Chart::default() };
    };
    let most = scene.limit(24).div_ceil(2);
    let is_shown = |shift: &&TermShift| scene.is_of_topic(&shift.term);
    let risen = changes.risen.iter().filter(is_shown).take(most);
    let fallen: Vec<&TermShift> = changes.fallen.iter().filter(is_shown).take(most).collect();
    let shown: Vec<Shift> =
        risen.chain(fallen.into_iter().rev()).map(|shift| Shift::new(scene, changes, shift)).collect();
    let reach = shown.iter().flat_map(|s| [s.low.abs(), s.high.abs()]).fold(1.0, f64::max).min(8.0);
    let picture = Picture::new(scene, reach, &shown);
    let mut nodes = picture.axis(scene, changes, shown.len());
    nodes.extend(shown.iter().enumerate().map(|(i, shift)| picture.row(scene, shift, i)));
    Chart {
        title: (w.keyness)(changes.from, changes.to),
        summary: summary(scene, changes),
        notes: vec![w.keyness_help.to_owned()],
        height: if shown.is_empty() { 0.0 } else { picture.y(shown.len()) + 8.0 },
        nodes: if shown.is_empty() { Vec::new() } else { nodes },
        table: table(scene, changes),
        ..Chart::default()
    }
}

fn summary(scene: &Scene, changes: &Changes) -> String {
    let is_sure = |shift: &&TermShift| matches!(shift.strength.as_str(), "strong" | "some");
    let sure: Vec<&str> = changes.risen.iter().filter(is_sure).take(3).map(|s| s.term.as_str()).collect();
    if sure.is_empty() {
        (scene.w.keyness_none)(changes.from, changes.to)
    } else {
        (scene.w.keyness_found)(&sure.join(", "), changes.from, changes.to)
    }
}

/// A term in two years with the interval of its log ratio.
struct Shift<'a> {
    shift: &'a TermShift,
    low: f64,
    high: f64,
}

impl<'a> Shift<'a> {
    fn new(scene: &Scene, changes: &Changes, shift: &'a TermShift) -> Self {
        let counts = Counts {
            a: shift.before.count,
            b: shift.after.count,
            c: scene.syllables(changes.from),
            d: scene.syllables(changes.to),
        };
        let (low, high) = counts.log_ratio_interval();
        Self { shift, low, high }
    }
}

struct Picture {
    x: Scale,
    reach: f64,
    label: f64,
    row: f64,
    top: f64,
}

impl Picture {
    fn new(scene: &Scene, reach: f64, shown: &[Shift]) -> Self {
        let narrow = scene.is_narrow();
        let widest = shown.iter().map(|s| em_width(&s.shift.term) * SIZE).fold(0.0, f64::max);
        let label = if narrow { 0.0 } else { widest.min(scene.width * 0.32) + 10.0 };
        let note = shown.iter().map(|s| em_width(&note(scene, s.shift)) * SMALL).fold(0.0, f64::max);
        let note = if narrow { 0.0 } else { note + 10.0 };
        let x = Scale::new((-reach, reach), (label + 6.0, scene.width - note - 6.0));
        Self { x, reach, label, row: if narrow { 42.0 } else { 24.0 }, top: 40.0 }
    }

    fn y(&self, row: usize) -> f64 {
        self.top + row as f64 * self.row
    }

    fn axis(&self, scene: &Scene, changes: &Changes, n: usize) -> Vec<Node> {
        let (values, decimals) = ticks(-self.reach, self.reach, 6);
        let bottom = self.y(n);
        let mut nodes = Vec::new();
        for value in values {
            let x = self.x.at(value);
            nodes.push(Node::line(if value == 0.0 { "axis" } else { "grid" }, (x, self.top - 4.0), (x, bottom)));
            let name = if value == 0.0 { "0".to_owned() } else { scene.signed(value, decimals) };
            nodes.push(Node::text("soft", (x, self.top - 8.0), SMALL, "middle", &name));
        }
        let zero = self.x.at(0.0);
        let side = |year: i32, x: f64, anchor: &str, class: &str| {
            Node::text(class, (x, 12.0), SIZE - 1.0, anchor, &(scene.w.more_later)(year))
        };
        nodes.push(side(changes.from, zero - 10.0, "end", "bold t1"));
        nodes.push(side(changes.to, zero + 10.0, "start", "bold t2"));
        nodes
    }

    fn row(&self, scene: &Scene, shift: &Shift, i: usize) -> Node {
        let (w, s) = (scene.w, shift.shift);
        let narrow = scene.is_narrow();
        let top = self.y(i) + if narrow { 20.0 } else { 4.0 };
        let clip = |value: f64| self.x.at(value.clamp(-self.reach, self.reach));
        let (zero, end) = (self.x.at(0.0), clip(s.log_ratio));
        let is_weak = !matches!(s.strength.as_str(), "strong" | "some");
        let series = if s.log_ratio < 0.0 { 1 } else { 2 };
        let class = format!("s{series}{}", if is_weak { " weak" } else { "" });
        let middle = top + 8.0;
        let evidence = (w.strength_long)(&s.strength);
        let counts = counts(scene, s);
        let label_class = if scene.is_chosen(&s.term) { "bold" } else { "" };
        let (label, note_y) = if narrow {
            let (at, room) = ((0.0, top - 5.0), scene.width * 0.6);
            (Node::text(label_class, at, SIZE, "start", &fit(&s.term, SIZE, room)), top - 5.0)
        } else {
            let shown = fit(&s.term, SIZE, self.label - 8.0);
            (Node::text(label_class, (self.label - 8.0, top + 12.5), SIZE, "end", &shown), top + 12.0)
        };
        let mut nodes = vec![label, Node::text("soft", (scene.width, note_y), SMALL, "end", &note(scene, s))];
        nodes.push(Node::rect(&class, [zero.min(end), top, (end - zero).abs().max(1.0), 16.0]));
        nodes.push(Node::line("whisker", (clip(shift.low), middle), (clip(shift.high), middle)));
        for (value, is_inside) in [(shift.low, shift.low >= -self.reach), (shift.high, shift.high <= self.reach)] {
            if is_inside {
                nodes.push(Node::line("whisker", (clip(value), middle - 3.0), (clip(value), middle + 3.0)));
            }
        }
        let title = format!(
            "{}: {} {counts}; {} {} ({} … {}); {evidence}",
            s.term,
            w.count,
            w.log_ratio,
            scene.signed(s.log_ratio, 2),
            scene.signed(shift.low, 2),
            scene.signed(shift.high, 2)
        );
        Node::group("pick", nodes).titled(title).picking(Scene::term(&s.term))
    }
}

/// How often in the one year and in the other.
fn counts(scene: &Scene, shift: &TermShift) -> String {
    format!("{} → {}", scene.integer(shift.before.count), scene.integer(shift.after.count))
}

/// What stands beside the bar of a term: its counts, and what they are worth.
fn note(scene: &Scene, shift: &TermShift) -> String {
    let w = scene.w;
    let worth = if scene.is_narrow() { w.strength } else { w.strength_long };
    format!("{} · {}", counts(scene, shift), worth(&shift.strength))
}

fn table(scene: &Scene, changes: &Changes) -> Table {
    let w = scene.w;
    let (from, to) = (changes.from, changes.to);
    let mut table = Table::new([
        ("term", w.term, None),
        (&format!("count_{from}"), &(w.count_in)(from), Some(0)),
        (&format!("count_{to}"), &(w.count_in)(to), Some(0)),
        (&format!("per_10k_{from}"), &(w.rate_in)(from), Some(1)),
        (&format!("per_10k_{to}"), &(w.rate_in)(to), Some(1)),
        ("log_ratio", w.log_ratio, Some(2)),
        ("log_ratio_low", w.low, Some(2)),
        ("log_ratio_high", w.high, Some(2)),
        ("g2", w.g2, Some(2)),
        ("articles", w.articles, Some(0)),
        ("evidence", w.evidence, None),
    ]);
    for shift in changes.risen.iter().chain(changes.fallen.iter().rev()) {
        let Shift { low, high, .. } = Shift::new(scene, changes, shift);
        let hundredth = |x: f64| (x * 100.0).round() / 100.0 + 0.0;
        table.add(
            Scene::term(&shift.term),
            vec![
                shift.term.as_str().into(),
                shift.before.count.into(),
                shift.after.count.into(),
                shift.before.per_10k.into(),
                shift.after.per_10k.into(),
                shift.log_ratio.into(),
                hundredth(low).into(),
                hundredth(high).into(),
                shift.g2.into(),
                shift.n_articles.into(),
                (w.strength_long)(&shift.strength).into(),
            ],
        );
    }
    table
}
