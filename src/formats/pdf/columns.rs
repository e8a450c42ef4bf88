//! The order of reading: columns one after the other, what runs across them in its place.

use super::lines::{Line, rows};
use crate::base::Arrange;

/// Columns side by side that are looked for.
const MOST_COLUMNS: u32 = 4;
/// A column has so many lines at least, each as wide as so many letters at least by the middle one.
const FEWEST_LINES: usize = 4;
const NARROWEST: f64 = 9.0;

/// Pieces of lines to lines in the order of reading.
pub(super) fn ordered(pieces: Vec<Line>) -> Vec<Line> {
    part(pieces, MOST_COLUMNS)
}

fn part(mut pieces: Vec<Line>, most: u32) -> Vec<Line> {
    let Some(gutter) = (most > 1).then(|| gutter(&pieces)).flatten() else { return rows(pieces) };
    pieces.arrange_by(|a, b| a.y.total_cmp(&b.y));
    let mut out = Vec::new();
    let (mut whole, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for piece in pieces {
        let is_across = piece.x < gutter && piece.end > gutter;
        if is_across {
            out.extend(band(std::mem::take(&mut whole), &mut left, &mut right, most));
            whole.push(piece);
        } else if piece.end <= gutter {
            left.push(piece);
        } else {
            right.push(piece);
        }
    }
    out.extend(band(whole, &mut left, &mut right, most));
    out
}

/// What runs across, then what stands in two columns below it. What is no text in columns is read row by row.
fn band(mut whole: Vec<Line>, left: &mut Vec<Line>, right: &mut Vec<Line>, most: u32) -> Vec<Line> {
    let (left, right) = (std::mem::take(left), std::mem::take(right));
    if is_column(&left) && is_column(&right) {
        let mut out = rows(whole);
        out.extend(part(left, most - 1));
        out.extend(part(right, most - 1));
        return out;
    }
    whole.extend(left);
    whole.extend(right);
    rows(whole)
}

/// Whether it is running text: enough lines, and wide ones.
fn is_column(pieces: &[Line]) -> bool {
    let mut widths: Vec<f64> = pieces.iter().map(|p| (p.end - p.x) / p.size).collect();
    widths.arrange_by(f64::total_cmp);
    widths.len() >= FEWEST_LINES && widths[widths.len() / 2] >= NARROWEST
}

/// Where the gap between two columns is: the place that most pairs of neighbours leave free.
fn gutter(pieces: &[Line]) -> Option<f64> {
    // Neighbours: the nearest piece to the right at the same height. Pieces by height, so that few are looked at.
    let mut by_height: Vec<&Line> = pieces.iter().collect();
    by_height.arrange_by(|a, b| a.y.total_cmp(&b.y));
    let mut edges: Vec<(f64, i32)> = Vec::new();
    for (i, piece) in by_height.iter().enumerate() {
        let near = |other: &&&Line| (other.y - piece.y).abs() < 0.7 * piece.size;
        let after = by_height[i + 1..].iter().take(60).take_while(near);
        let before = by_height[..i].iter().rev().take(60).take_while(near);
        let beside = after.chain(before).filter(|other| other.x >= piece.end);
        if let Some(next) = beside.min_by(|a, b| a.x.total_cmp(&b.x))
            && next.x - piece.end > 0.8 * piece.size
        {
            edges.extend([(piece.end, 1), (next.x, -1)]);
        }
    }
    edges.arrange_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let (mut open, mut best) = (0, (0, 0.0));
    for pair in edges.windows(2) {
        open += pair[0].1;
        if open > best.0 {
            best = (open, (pair[0].0 + pair[1].0) / 2.0);
        }
    }
    (best.0 >= FEWEST_LINES as i32).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, x: f64, y: f64, width: f64) -> Line {
        Line {
            text: text.to_owned(),
            x,
            end: x + width,
            y,
            size: 10.0,
            is_bold: false,
            n_cells: 1,
            is_artifact: false,
            is_sideways: false,
            column: (0.0, 0.0),
        }
    }

    fn read(pieces: Vec<Line>) -> String {
        ordered(pieces).iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let mut pieces = vec![line("Title", 50.0, 20.0, 400.0)];
        for i in 0..5 {
            let y = 50.0 + 12.0 * f64::from(i);
            pieces.push(line(&format!("L{i}"), 50.0, y, 180.0));
            pieces.push(line(&format!("R{i}"), 260.0, y + 2.0, 180.0));
        }
        pieces.push(line("End", 50.0, 130.0, 400.0));
        assert_eq!(read(pieces), "Title|L0|L1|L2|L3|L4|R0|R1|R2|R3|R4|End");
    }

    #[test]
    fn tables_are_read_row_by_row() {
        let mut pieces = Vec::new();
        for i in 0..5 {
            let y = 50.0 + 12.0 * f64::from(i);
            pieces.push(line(&format!("202{i}"), 50.0, y, 24.0));
            pieces.push(line(&format!("{i},5"), 160.0, y, 18.0));
        }
        assert_eq!(read(pieces), "2020\t0,5|2021\t1,5|2022\t2,5|2023\t3,5|2024\t4,5");
    }

    #[test]
    fn one_column_stays_as_it_is() {
        let pieces = (0..6).map(|i| line(&i.to_string(), 50.0, 20.0 + 12.0 * f64::from(i), 400.0)).collect();
        assert_eq!(read(pieces), "0|1|2|3|4|5");
    }
}
