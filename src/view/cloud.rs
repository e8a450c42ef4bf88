//! A picture of terms in which none is dropped: no rotation, size by rate, the first terms in the middle.
//!
//! The area of a term's box is proportional to its rate, between a smallest size that can be read and a largest one. The
//! width of the picture is fixed and its height is what the terms need, so there is always room. Text widths are
//! estimated from classes of letters, wide enough for the usual sans-serif fonts, so that the layout needs no canvas and
//! is the same everywhere.

use serde::{Deserialize, Serialize};

use crate::base::Arrange;
use crate::text::search_key;

use super::TermRow;

/// One word of the picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CloudWord {
    /// Index in the list of terms the picture was made from.
    pub term: u32,
    /// Middle of the text.
    pub x: f64,
    /// Base line of the text.
    pub y: f64,
    /// Font size.
    pub size: f64,
}

/// A picture of terms, in units of its own view box (CSS pixels at full size).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cloud {
    /// Width of the view box.
    pub width: f64,
    /// Height of the view box.
    pub height: f64,
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

/// Lays out the terms in a picture of that width and about that height. Same terms, same picture.
pub fn cloud(terms: &[TermRow], width: f64, height: f64) -> Cloud {
    let widths: Vec<f64> = terms.iter().map(|t| em_width(&t.term)).collect();
    let weight = |i: usize| (f64::from(terms[i].count.max(1)) / widths[i]).sqrt();
    // At size 1 × weight a box is em · LINE · weight² = LINE · count large.
    let area: f64 = terms.iter().map(|t| LINE * f64::from(t.count.max(1))).sum();
    let scale = (FILL * width * height / area.max(1.0)).sqrt();
    let mut boxes: Vec<Rect> = Vec::with_capacity(terms.len());
    let mut sizes = Vec::with_capacity(terms.len());
    for (i, em) in widths.iter().enumerate() {
        let size = (scale * weight(i)).clamp(SMALLEST, LARGEST * width).min((width - 2.0 * GAP) / em);
        boxes.push(place(&boxes, em * size + 2.0 * GAP, LINE * size, width));
        sizes.push(size);
    }
    let top = boxes.iter().map(|b| b.y).fold(f64::INFINITY, f64::min);
    let bottom = boxes.iter().map(|b| b.y + b.h).fold(f64::NEG_INFINITY, f64::max);
    let word = |(i, (b, &size)): (usize, (&Rect, &f64))| CloudWord {
        term: i as u32,
        x: tenth(b.x + b.w / 2.0 + width / 2.0),
        y: tenth(b.y - top + ASCENT * size),
        size: tenth(size),
    };
    let words: Vec<CloudWord> = boxes.iter().zip(&sizes).enumerate().map(word).collect();
    Cloud { width, height: if words.is_empty() { 0.0 } else { tenth(bottom - top) }, words }
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

impl Rect {
    fn meets(&self, o: &Rect) -> bool {
        self.x < o.x + o.w && o.x < self.x + self.w && self.y < o.y + o.h && o.y < self.y + self.h
    }
}

/// The free place for a box nearest to the middle, searched row by row outwards. Rows have no end, so there is one.
fn place(taken: &[Rect], w: f64, h: f64, width: f64) -> Rect {
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
        if let Some(x) = nearest_gap(taken, y, w, h, width) {
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
fn nearest_gap(taken: &[Rect], y: f64, w: f64, h: f64, width: f64) -> Option<f64> {
    let limit = (width - w) / 2.0;
    let band = Rect { x: -width, y, w: 2.0 * width, h };
    // Middles that are taken, as open intervals.
    let mut shut: Vec<(f64, f64)> =
        taken.iter().filter(|t| t.meets(&band)).map(|t| (t.x - w / 2.0, t.x + t.w + w / 2.0)).collect();
    shut.arrange_by(|a, b| a.0.total_cmp(&b.0));
    let (mut left, mut right) = (0.0_f64, 0.0_f64);
    for &(from, to) in &shut {
        if from < right && right < to {
            right = to;
        }
    }
    shut.arrange_by(|a, b| b.1.total_cmp(&a.1));
    for &(from, to) in &shut {
        if from < left && left < to {
            left = from;
        }
    }
    let free = |x: f64| x.abs() <= limit.max(0.0);
    match (free(left), free(right)) {
        (true, true) => Some(if -left < right { left } else { right }),
        (true, false) => Some(left),
        (false, true) => Some(right),
        (false, false) => None,
    }
}

/// Estimated width of a text over its font size, in a usual sans-serif font.
fn em_width(text: &str) -> f64 {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '|' => 0.28,
        'f' | 'r' | 't' | ' ' | '-' | '(' | ')' | '/' => 0.37,
        'm' | 'w' | '%' | '&' => 0.86,
        c if c.is_uppercase() => 0.72,
        _ => 0.59,
    };
    let folded: f64 = search_key(text).chars().map(letter).sum();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count() as f64 * 0.13;
    (folded + capitals).max(0.3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(n: u32) -> Vec<TermRow> {
        let words = ["kinh tế số", "dữ liệu", "dịch vụ công trực tuyến", "AI", "hạ tầng viễn thông quốc gia"];
        let term =
            |i: u32| TermRow { term: words[i as usize % 5].to_owned(), count: 3 + 200 / (i + 1), ..TermRow::default() };
        (0..n).map(term).collect()
    }

    #[test]
    fn places_every_term_inside_and_apart() {
        for (n, width) in [(0, 900.0), (1, 900.0), (40, 340.0), (300, 900.0)] {
            let terms = terms(n);
            let cloud = cloud(&terms, width, width * 0.7);
            assert_eq!(cloud.words.len(), terms.len());
            let rects: Vec<Rect> = cloud
                .words
                .iter()
                .map(|w| {
                    let em = em_width(&terms[w.term as usize].term);
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
    fn area_follows_count() {
        let term = |term: &str, count| TermRow { term: term.to_owned(), count, ..TermRow::default() };
        let words = cloud(&[term("dữ liệu số", 8), term("dữ liệu số", 2)], 900.0, 20.0).words;
        assert!((words[0].size / words[1].size - 2.0).abs() < 0.02);
    }
}
