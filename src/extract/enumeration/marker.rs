//! Markers at the head of items: `Thứ nhất`, `Một là`, `(i)`, `1.`, `a)`, `-`.

use std::ops::Range;

use crate::ingest::Zone;
use crate::text::{PhraseList, TokenKind};

use super::super::Reading;

/// A list given by markers.
#[derive(Debug)]
pub(super) struct Sequence {
    /// Its items, at least two.
    pub(super) items: Vec<MarkedItem>,
    /// Whether the markers count.
    pub(super) ordered: bool,
}

/// One item with its marker.
#[derive(Debug)]
pub(super) struct MarkedItem {
    pub(super) marker: Range<usize>,
    /// The item without its marker.
    pub(super) text: Range<usize>,
    /// Up to the next item: what belongs to this one.
    pub(super) reach: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Style {
    /// `Thứ nhất`
    Ordinal,
    /// `Một là`
    Cardinal,
    /// `(i)`
    Roman,
    /// `(1)`, `1)`
    Bracket,
    /// `1.`, `1/` at the head of a paragraph
    Number,
    /// `a)`, `(a)`
    Letter,
    /// `-`, `+`, `•` at the head of a paragraph
    Bullet,
}

const STYLES: [Style; 7] =
    [Style::Ordinal, Style::Cardinal, Style::Roman, Style::Bracket, Style::Number, Style::Letter, Style::Bullet];

#[derive(Clone, Copy, Debug)]
struct Marker {
    style: Style,
    ordinal: u32,
    start: usize,
    end: usize,
    // Index of its segment in the article, of its sentence in the reading.
    segment: usize,
    sentence: usize,
}

static CARDINALS: PhraseList =
    PhraseList::new(&["mười hai", "mười một", "mười", "chín", "tám", "bảy", "sáu", "năm", "bốn", "ba", "hai", "một"]);
static ORDINALS: PhraseList =
    PhraseList::new(&["mười hai", "mười một", "mười", "chín", "tám", "bảy", "sáu", "năm", "tư", "ba", "hai", "nhất"]);
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// All lists of the body that markers give.
pub(super) fn sequences(reading: &Reading) -> Vec<Sequence> {
    let markers = markers(reading);
    let mut out = Vec::new();
    for style in STYLES {
        let mut run: Vec<Marker> = Vec::new();
        for &marker in markers.iter().filter(|m| m.style == style) {
            let next = run.last().is_some_and(|last| follows(reading, *last, marker));
            if !next {
                close(reading, &mut run, &mut out);
            }
            if next || marker.ordinal <= 1 {
                run.push(marker);
            }
        }
        close(reading, &mut run, &mut out);
    }
    out
}

fn follows(reading: &Reading, last: Marker, marker: Marker) -> bool {
    if marker.style == Style::Bullet {
        return marker.segment == last.segment + 1 && reading.raw(marker.start) == reading.raw(last.start);
    }
    marker.ordinal == last.ordinal + 1 && marker.segment - last.segment <= 12
}

fn close(reading: &Reading, run: &mut Vec<Marker>, out: &mut Vec<Sequence>) {
    let markers = std::mem::take(run);
    if markers.len() < 2 || (markers[0].style == Style::Bullet && !announced(reading, markers[0])) {
        return;
    }
    let items: Vec<MarkedItem> = (0..markers.len()).map(|i| item(reading, &markers, i)).collect();
    if items.iter().any(|i| i.text.is_empty()) {
        return;
    }
    out.push(Sequence { items, ordered: markers[0].style != Style::Bullet });
}

/// Whether a colon ends the segment before the first bullet.
fn announced(reading: &Reading, first: Marker) -> bool {
    first.start > 0 && reading.raw(first.start - 1) == ":"
}

/// Item `i`: to the next marker of its paragraph, else to the end of the paragraph.
fn item(reading: &Reading, markers: &[Marker], i: usize) -> MarkedItem {
    let marker = markers[i];
    let segment = reading.tokens_in(reading.article.segments[marker.segment].span);
    let next = markers.get(i + 1);
    let end = match next {
        Some(next) if next.segment == marker.segment => next.start,
        Some(_) => segment.end,
        None => last_end(reading, markers, segment.end),
    };
    let start = (marker.end..end)
        .find(|&i| !matches!(reading.raw(i), "," | ":" | "-" | "–") && reading.low(i) != "là")
        .unwrap_or(end);
    let mut stop = end;
    while stop > start
        && (matches!(reading.raw(stop - 1), "," | ";" | "." | ":" | "…" | "!")
            || matches!(reading.low(stop - 1), "và" | "cùng"))
    {
        stop -= 1;
    }
    let reach = marker.start..next.map_or(end, |n| n.start);
    MarkedItem { marker: marker.start..marker.end, text: start..stop, reach }
}

/// Where the last item ends: as far in its paragraph as the items before it go in theirs.
fn last_end(reading: &Reading, markers: &[Marker], end: usize) -> usize {
    let last = markers[markers.len() - 1];
    let inline = markers.len() > 1 && markers[markers.len() - 2].segment == last.segment;
    if !inline {
        return end;
    }
    let pair = markers.windows(2).filter(|w| w[0].segment == w[1].segment);
    let most = pair.map(|w| w[1].sentence - w[0].sentence).max().unwrap_or(0).max(1);
    let sentence = reading.sentences.get(last.sentence + most - 1).filter(|s| s.tokens.end <= end);
    sentence.map_or(end, |s| s.tokens.end)
}

/// All markers of the body, in text order.
fn markers(reading: &Reading) -> Vec<Marker> {
    let mut out = Vec::new();
    let mut segment_start = usize::MAX;
    for (n, sentence) in reading.sentences.iter().enumerate().filter(|(_, s)| s.zone == Zone::Body) {
        let first = reading.article.segments.get(sentence.segment).map(|s| s.span.start());
        for i in sentence.tokens.clone() {
            let heads_segment = first.is_some_and(|at| reading.tokens[i].span.start() == at);
            if heads_segment {
                segment_start = i;
            }
            let heads = i == sentence.tokens.start || opens_part(reading, i);
            if !heads && reading.raw(i) != "(" && !(i > 0 && reading.raw(i - 1) == "(") {
                continue;
            }
            if let Some((style, ordinal, end)) = marker_at(reading, i, segment_start == i, heads, sentence.tokens.end) {
                out.push(Marker { style, ordinal, start: i, end, segment: sentence.segment, sentence: n });
            }
        }
    }
    out
}

fn opens_part(reading: &Reading, i: usize) -> bool {
    i > 0
        && (matches!(reading.raw(i - 1), "," | ";" | ":" | "." | "…" | "“" | "\"" | "-" | "–")
            || matches!(reading.low(i - 1), "và" | "là"))
}

/// The marker at token `i`: its style, its number, the index after it.
fn marker_at(reading: &Reading, i: usize, heads_segment: bool, heads: bool, end: usize) -> Option<(Style, u32, usize)> {
    let separated =
        |at: usize| at < end && (matches!(reading.raw(at), "," | ":" | "-" | "–") || reading.low(at) == "là");
    if heads && let Some((ordinal, after)) = ordinal(reading, i) {
        let after = if reading.low(after) == "là" { after + 1 } else { after };
        return (separated(after) || reading.low(after - 1) == "là").then_some((Style::Ordinal, ordinal, after));
    }
    if heads
        && let Some((ordinal, after)) = number_word(reading, i, &CARDINALS)
        && reading.low(after) == "là"
    {
        return Some((Style::Cardinal, ordinal, after + 1));
    }
    if reading.raw(i) == "(" && reading.raw(i + 2) == ")" {
        let (style, ordinal) = symbol(reading, i + 1)?;
        return Some((style, ordinal, i + 3));
    }
    if heads && reading.raw(i + 1) == ")" && reading.is_glued(i + 1) {
        let (style, ordinal) = symbol(reading, i)?;
        return Some((style, ordinal, i + 2));
    }
    if !heads_segment {
        return None;
    }
    let bullet = matches!(reading.raw(i), "-" | "–" | "+" | "•" | "*" | "▪" | "●" | "·" | "✓");
    if bullet {
        return Some((Style::Bullet, 0, i + 1));
    }
    let n = small(reading, i)?;
    let dot = matches!(reading.raw(i + 1), "." | "/") && reading.is_glued(i + 1) && !reading.is_glued(i + 2);
    let dash = matches!(reading.raw(i + 1), "-" | "–") && !reading.is_glued(i + 1);
    (dot || dash).then_some((Style::Number, n, i + 2))
}

/// `thứ nhất`, `thứ 2`; `trước hết` begins, too.
fn ordinal(reading: &Reading, i: usize) -> Option<(u32, usize)> {
    static FIRST: PhraseList = PhraseList::new(&["trước hết", "trước tiên", "đầu tiên"]);
    if let Some((_, after)) = reading.which(i, &FIRST) {
        return Some((1, after));
    }
    if reading.low(i) != "thứ" {
        return None;
    }
    if let Some(n) = small(reading, i + 1) {
        return Some((n, i + 2));
    }
    number_word(reading, i + 1, &ORDINALS).or_else(|| reading.phrase(i + 1, "bốn").map(|a| (4, a)))
}

/// The number that stands at `i`, of words from twelve down to one; the index after it.
fn number_word(reading: &Reading, i: usize, words: &PhraseList) -> Option<(u32, usize)> {
    let (at, after) = reading.which(i, words)?;
    Some((12 - at as u32, after))
}

fn small(reading: &Reading, i: usize) -> Option<u32> {
    let raw = reading.raw(i);
    (reading.kind(i) == Some(TokenKind::Number) && raw.len() <= 2)
        .then(|| raw.parse().ok())
        .flatten()
        .filter(|n| *n > 0)
}

/// A Roman number, a number or a letter in brackets.
fn symbol(reading: &Reading, i: usize) -> Option<(Style, u32)> {
    if let Some(n) = small(reading, i) {
        return Some((Style::Bracket, n));
    }
    let low = reading.low(i);
    if let Some(at) = ROMAN.iter().position(|r| *r == low) {
        return Some((Style::Roman, at as u32 + 1));
    }
    let at = ["a", "b", "c", "d", "đ", "e", "g", "h"].iter().position(|l| *l == low)?;
    Some((Style::Letter, at as u32 + 1))
}
