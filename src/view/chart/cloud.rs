//! A picture of terms in which none is dropped: no rotation, size by rate, the first terms in the middle.
//!
//! The area of a term's box is proportional to its rate, between a smallest size that can be read and a largest one. The
//! width of the picture is fixed and its height is what the terms need, so there is always room. Text widths are
//! estimated from classes of letters, wide enough for the usual sans-serif fonts, so that the layout needs no canvas and
//! is the same everywhere.

use super::measure::em_width;
use super::scene::Scene;
use super::{Chart, Node, bars};
use crate::base::Arrange;
use crate::view::TermRow;

/// One word of the picture.
#[derive(Clone, Debug)]
pub(super) struct CloudWord {
    /// Middle of the text.
    pub x: f64,
    /// Base line of the text.
    pub y: f64,
    /// Font size.
    pub size: f64,
}

/// A picture of terms, in units of its own view box (CSS pixels at full size).
#[derive(Clone, Debug)]
pub(super) struct Cloud {
    /// Height of the view box.
    pub height: f64,
    /// Words that are larger than their weight says, because they could not be read otherwise.
    pub n_smallest: u32,
    /// The words, in the order of the list; every one is placed.
    pub words: Vec<CloudWord>,
}

/// Smallest font size, in units of the view box; terms that would be smaller all get it.
const SMALLEST: f64 = 11.0;
/// Part of the wished size that the boxes of the terms are to fill.
const FILL: f64 = 0.6;
/// Largest font size over the width of the picture; terms that would be larger all get it.
const LARGEST: f64 = 0.1;
/// Height of a line over its font size: Vietnamese capitals carry two marks.
const LINE: f64 = 1.3;
/// Base line from the top of the box, over the font size.
const ASCENT: f64 = 1.0;
/// Room left free around a term.
const GAP: f64 = 3.0;

/// The size of a word of weight 1 whose width is its font size, so that the words fill a picture of that size.
pub(super) fn usual_scale(words: &[(&str, f64)], width: f64, height: f64) -> f64 {
    // At size 1 × √(weight / em) a box is em · LINE · weight / em = LINE · weight large.
    let area: f64 = words.iter().map(|(_, weight)| LINE * weight).sum();
    (FILL * width * height / area.max(1e-9)).sqrt()
}

/// A scale at which nine of ten words are large enough to be read, as far as that needs no picture higher than `highest`.
fn readable_scale(words: &[(&str, f64)], width: f64, highest: f64) -> f64 {
    let mut needed: Vec<f64> = words.iter().map(|(text, weight)| SMALLEST / (weight / em_width(text)).sqrt()).collect();
    needed.arrange_by(f64::total_cmp);
    let nine_of_ten = needed.get((needed.len() * 9).div_ceil(10).saturating_sub(1)).copied().unwrap_or(1.0);
    nine_of_ten.min(usual_scale(words, width, highest))
}

/// Lays out words with their weights, to which the areas of their boxes are proportional; `scale` as of [`usual_scale`].
pub(super) fn layout(words: &[(&str, f64)], width: f64, scale: f64) -> Cloud {
    let mut boxes: Vec<Rect> = Vec::with_capacity(words.len());
    let mut taken = Taken::default();
    let mut sizes = Vec::with_capacity(words.len());
    let mut n_smallest = 0;
    for (text, weight) in words {
        // Bold and italic letters need a little more room than plain ones.
        let em = em_width(text) * 1.06;
        let wished = scale * (weight / em).sqrt();
        n_smallest += u32::from(wished < SMALLEST);
        let size = wished.clamp(SMALLEST, LARGEST * width).min((width - 2.0 * GAP) / em);
        let place = taken.place(em * size + 2.0 * GAP, LINE * size, width);
        taken.add(place);
        boxes.push(place);
        sizes.push(size);
    }
    let top = boxes.iter().map(|b| b.y).fold(f64::INFINITY, f64::min);
    let bottom = boxes.iter().map(|b| b.y + b.h).fold(f64::NEG_INFINITY, f64::max);
    let word = |(b, &size): (&Rect, &f64)| CloudWord {
        x: tenth(b.x + b.w / 2.0 + width / 2.0),
        y: tenth(b.y - top + ASCENT * size),
        size: tenth(size),
    };
    let words: Vec<CloudWord> = boxes.iter().zip(&sizes).map(word).collect();
    Cloud { height: if words.is_empty() { 0.0 } else { tenth(bottom - top) }, n_smallest, words }
}

/// The cloud of the terms of the chosen year or of all articles, coloured by the year that says each most.
pub(super) fn picture(scene: &Scene) -> Chart {
    let w = scene.w;
    let counted = scene.counted();
    let shown = &counted[..counted.len().min(scene.limit(100))];
    let words: Vec<(&str, f64)> = shown.iter().map(|c| (c.row.term.as_str(), f64::from(c.count.max(1)))).collect();
    let highest = if scene.is_narrow() { 2.6 } else { 1.1 } * scene.width;
    let usual = usual_scale(&words, scene.width, (words.len() as f64 * 3000.0 / scene.width).max(160.0));
    let cloud = layout(&words, scene.width, usual.max(readable_scale(&words, scene.width, highest)));
    let years = scene.years();
    let legend = legend(scene, &years);
    let top = if legend.is_empty() { 4.0 } else { 34.0 };
    let mut nodes = legend;
    nodes.extend(cloud.words.iter().zip(shown).map(|(word, c)| {
        let series = foremost_year(c.row).and_then(|year| years.iter().position(|y| *y == year));
        let class = if scene.is_chosen(&c.row.term) { " chosen" } else { "" };
        let class = format!(
            "word {}{class}",
            series.filter(|_| years.len() > 1).map_or("t0".to_owned(), |i| format!("t{}", i % 8 + 1))
        );
        let text = Node::text(&class, (word.x, top + word.y), word.size, "middle", &c.row.term);
        let year = foremost_year(c.row).map_or(w.even.to_owned(), w.most_in);
        let title = format!(
            "{}: {} ({} {}), {year}",
            c.row.term,
            scene.integer(c.count),
            scene.decimal(c.per_10k, 1),
            scene.per_10k()
        );
        Node::group("pick", vec![text]).titled(title).picking(Scene::term(&c.row.term))
    }));
    let mut notes = vec![w.cloud_help.to_owned()];
    if cloud.n_smallest > 0 {
        notes.push((w.cloud_smallest)(&scene.integer(cloud.n_smallest)));
    }
    if shown.len() < counted.len() {
        notes.push((w.first_of)(&scene.integer(shown.len() as u32), &scene.integer(counted.len() as u32)));
    }
    Chart {
        title: scene.year().map_or(w.cloud.to_owned(), w.cloud_of),
        summary: bars::first_terms(scene, shown),
        notes,
        height: top + cloud.height + 4.0,
        nodes: if shown.is_empty() { Vec::new() } else { nodes },
        table: bars::table(scene, shown),
        ..Chart::default()
    }
}

/// The year that says a term at a rate of at least half as much again as every other; `None` where they are even.
pub(super) fn foremost_year(row: &TermRow) -> Option<i32> {
    let first = row.by_year.iter().reduce(|best, c| if c.per_10k > best.per_10k { c } else { best })?;
    let is_first = |c: &&crate::view::YearCount| c.year == first.year || c.per_10k * 1.5 <= first.per_10k;
    (first.count > 0 && row.by_year.iter().all(|c| is_first(&c))).then_some(first.year)
}

/// The years with their colours and styles, as words to choose.
fn legend(scene: &Scene, years: &[i32]) -> Vec<Node> {
    const SIZE: f64 = 12.0;
    if years.len() < 2 {
        return Vec::new();
    }
    let mut x = 0.0;
    let mut nodes = Vec::new();
    let mut add = |class: String, text: &str, pick: Option<i32>| {
        let mut node = Node::group("pick", vec![Node::text(&class, (x, 14.0), SIZE, "start", text)]);
        node.pick = pick.map(|year| crate::view::chart::Pick::Year { year });
        node.title = text.to_owned();
        nodes.push(node);
        x += em_width(text) * SIZE + 18.0;
    };
    for (i, year) in years.iter().enumerate() {
        add(format!("word t{}", i % 8 + 1), &(scene.w.most_in)(*year), Some(*year));
    }
    add("word t0".to_owned(), scene.w.even, None);
    if x > scene.width {
        nodes.truncate(1);
    }
    nodes
}

fn tenth(x: f64) -> f64 {
    (x * 10.0).round() / 10.0
}

/// A box around the origin; `x`, `y` are its upper left corner.
#[derive(Clone, Copy, Debug)]
struct Rect {
    x: f64,
    y: f64,
    w: f64,
    h: f64,
}

/// The boxes that are placed, in the order of their left and of their right sides.
#[derive(Default)]
struct Taken {
    by_left: Vec<Rect>,
    by_right: Vec<Rect>,
}

impl Taken {
    fn add(&mut self, rect: Rect) {
        let right = |r: &Rect| r.x + r.w;
        let at = self.by_left.partition_point(|r| r.x <= rect.x);
        self.by_left.insert(at, rect);
        let at = self.by_right.partition_point(|r| right(r) >= right(&rect));
        self.by_right.insert(at, rect);
    }

    /// The free place for a box nearest to the middle, searched row by row outwards. Rows have no end, so there is one.
    fn place(&self, w: f64, h: f64, width: f64) -> Rect {
        const ROW: f64 = 4.0;
        // A row's distance counts double: the picture grows broad before it grows tall, as far as its width allows.
        const FLAT: f64 = 2.0;
        let mut best: Option<(f64, Rect)> = None;
        for step in 0.. {
            let distance = f64::from((step + 1) / 2) * ROW;
            if best.is_some_and(|(cost, _)| distance * FLAT >= cost) {
                break;
            }
            let y = if step % 2 == 0 { distance } else { -distance } - h / 2.0;
            if let Some(x) = self.nearest_gap(y, w, h, width) {
                let rect = Rect { x: x - w / 2.0, y, w, h };
                let cost = (x * x + distance * distance * FLAT * FLAT).sqrt();
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, rect));
                }
            }
        }
        best.expect("a row beyond all taken boxes is free").1
    }

    /// The middle of the free place nearest to the middle of the row from `y` to `y + h`.
    fn nearest_gap(&self, y: f64, w: f64, h: f64, width: f64) -> Option<f64> {
        let is_in_row = |r: &&Rect| r.y < y + h && y < r.y + r.h;
        // Middles from `x - w / 2` to `x + r.w + w / 2` are taken; the sides of the boxes are in order, so the first gap ends it.
        let mut right = 0.0_f64;
        for r in self.by_left.iter().filter(is_in_row) {
            if r.x - w / 2.0 >= right {
                break;
            }
            right = right.max(r.x + r.w + w / 2.0);
        }
        let mut left = 0.0_f64;
        for r in self.by_right.iter().filter(is_in_row) {
            if r.x + r.w + w / 2.0 <= left {
                break;
            }
            left = left.min(r.x - w / 2.0);
        }
        let free = |x: f64| x.abs() <= ((width - w) / 2.0).max(0.0);
        match (free(left), free(right)) {
            (true, true) => Some(if -left < right { left } else { right }),
            (true, false) => Some(left),
            (false, true) => Some(right),
            (false, false) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Rect {
        fn meets(&self, o: &Rect) -> bool {
            self.x < o.x + o.w && o.x < self.x + self.w && self.y < o.y + o.h && o.y < self.y + self.h
        }
    }

    fn words(n: u32) -> Vec<(&'static str, f64)> {
        let words = ["kinh tế số", "dữ liệu", "dịch vụ công trực tuyến", "AI", "hạ tầng viễn thông quốc gia"];
        (0..n).map(|i| (words[i as usize % 5], f64::from(3 + 200 / (i + 1)))).collect()
    }

    #[test]
    fn places_every_term_inside_and_apart() {
        for (n, width) in [(0, 900.0), (1, 900.0), (40, 340.0), (300, 900.0)] {
            let words = words(n);
            let cloud = layout(&words, width, usual_scale(&words, width, width * 0.7));
            assert_eq!(cloud.words.len(), words.len());
            let rects: Vec<Rect> = cloud
                .words
                .iter()
                .zip(&words)
                .map(|(w, (text, _))| {
                    let em = em_width(text);
                    Rect {
                        x: w.x - em * w.size / 2.0,
                        y: w.y - ASCENT * w.size,
                        w: em * w.size,
                        h: LINE * w.size - 0.5,
                    }
                })
                .collect();
            for (i, a) in rects.iter().enumerate() {
                assert!(a.x >= 0.0 && a.x + a.w <= width, "{a:?} outside");
                assert!(a.y >= -0.5 && a.y + a.h <= cloud.height + 0.5, "{a:?} outside");
                assert!(rects[..i].iter().all(|b| !a.meets(b)), "{a:?} covers another term");
            }
        }
    }

    #[test]
    fn area_follows_weight() {
        let words = layout(&[("dữ liệu số", 8.0), ("dữ liệu số", 2.0)], 900.0, 20.0).words;
        assert!((words[0].size / words[1].size - 2.0).abs() < 0.02);
    }
}
