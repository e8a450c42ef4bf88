//! Characters to lines: what stands beside each other, with blanks where there is a gap.

use super::columns;
use super::content::Glyph;
use crate::base::Arrange;

/// Some text of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) end: f64,
    /// Where it stands, from the upper edge down.
    pub(super) y: f64,
    pub(super) size: f64,
    /// Whether most of it is in a bold font.
    pub(super) is_bold: bool,
    /// Cells of a table, if it has more than one; its text has tabs between them.
    pub(super) n_cells: usize,
    /// Whether the file says that it is no part of the text.
    pub(super) is_artifact: bool,
    /// Whether it runs across the others.
    pub(super) is_sideways: bool,
    /// Left and right edge of the column that it stands in.
    pub(super) column: (f64, f64),
}

/// Parts of a size: a gap that parts words, one that parts what stands in columns or cells.
const WORD_GAP: f64 = 0.17;
const CELL_GAP: f64 = 1.4;

/// The lines of a page in the order of reading.
pub(super) fn lines(glyphs: Vec<Glyph>) -> Vec<Line> {
    let mut turns = [0usize; 4];
    glyphs.iter().for_each(|glyph| turns[usize::from(glyph.turn & 3)] += 1);
    let main = (0..4u8).max_by_key(|&turn| (turns[usize::from(turn)], 3 - turn)).unwrap_or(0);
    let mut out = Vec::new();
    let others = (0..4u8).filter(|&turn| turn != main);
    for (is_artifact, turn) in [(false, main), (true, main)].into_iter().chain(others.map(|turn| (false, turn))) {
        let is_sideways = turn != main;
        let own = |glyph: &&Glyph| glyph.turn == turn && (is_sideways || glyph.is_artifact == is_artifact);
        let pieces = pieces(glyphs.iter().filter(own));
        out.extend(columns::ordered(pieces).into_iter().map(|line| Line { is_artifact, is_sideways, ..line }));
    }
    out
}

/// What was drawn one after the other and stands side by side.
fn pieces<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> Vec<Line> {
    let mut out: Vec<Piece> = Vec::new();
    for glyph in glyphs {
        match out.last_mut() {
            Some(last) if last.goes_on(glyph) => last.add(glyph),
            _ => out.push(Piece::of(glyph)),
        }
    }
    out.into_iter().map(|piece| piece.line).filter(|line| !line.text.trim().is_empty()).collect()
}

struct Piece {
    line: Line,
    last: Glyph,
    n_bold: usize,
    n: usize,
}

impl Piece {
    fn of(glyph: &Glyph) -> Self {
        let line = Line {
            text: String::new(),
            x: glyph.x,
            end: glyph.x,
            y: glyph.y,
            size: glyph.size,
            is_bold: false,
            n_cells: 1,
            is_artifact: false,
            is_sideways: false,
            column: (0.0, 0.0),
        };
        let mut piece = Self { line, last: *glyph, n_bold: 0, n: 0 };
        piece.put(glyph);
        piece
    }

    fn goes_on(&self, glyph: &Glyph) -> bool {
        let size = self.line.size.max(glyph.size);
        // Marks of notes stand higher and are smaller.
        let is_beside = (glyph.y - self.line.y).abs() < 0.45 * size;
        let gap = glyph.x - self.last.end;
        is_beside && gap < CELL_GAP * size && gap > -0.6 * size
    }

    fn add(&mut self, glyph: &Glyph) {
        let size = self.line.size.max(glyph.size);
        let is_again = glyph.c == self.last.c && (glyph.x - self.last.x).abs() < 0.12 * size && glyph.c != ' ';
        if is_again {
            // Drawn twice to look bold.
            self.n_bold += 1;
            return;
        }
        if glyph.x - self.last.end > WORD_GAP * size && !self.line.text.ends_with(' ') && glyph.c != ' ' {
            self.line.text.push(' ');
        }
        if glyph.size > self.line.size * 1.2 {
            // The first was a mark of a note, or an ornament.
            (self.line.size, self.line.y) = (glyph.size, glyph.y);
        }
        self.put(glyph);
    }

    fn put(&mut self, glyph: &Glyph) {
        match glyph.c {
            '\u{a0}' | '\t' => self.line.text.push(' '),
            c if c.is_control() => {}
            c => match ligature(c) {
                Some(letters) => self.line.text.push_str(letters),
                None => self.line.text.push(c),
            },
        }
        self.line.end = self.line.end.max(glyph.end);
        self.last = *glyph;
        self.n += 1;
        self.n_bold += usize::from(glyph.is_bold);
        self.line.is_bold = self.n_bold * 2 > self.n;
    }
}

/// Letters that are set as one.
fn ligature(c: char) -> Option<&'static str> {
    const LETTERS: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    LETTERS.get((c as usize).checked_sub(0xFB00)?).copied()
}

/// Pieces of one column to lines: those beside each other are cells of a row.
pub(super) fn rows(mut pieces: Vec<Line>) -> Vec<Line> {
    pieces.arrange_by(|a, b| a.y.total_cmp(&b.y));
    let column = edges(&pieces);
    let mut out: Vec<Line> = Vec::new();
    let mut row: Vec<Line> = Vec::new();
    for piece in pieces {
        let is_beside =
            row.last().is_some_and(|last: &Line| (piece.y - last.y).abs() < 0.45 * piece.size.max(last.size));
        if !is_beside {
            out.extend(joined(std::mem::take(&mut row)));
        }
        row.push(piece);
    }
    out.extend(joined(row));
    out.iter_mut().for_each(|line| line.column = column);
    out
}

/// Left and right edge of a column. A head of the page may stand a little further out than the text.
fn edges(pieces: &[Line]) -> (f64, f64) {
    let mut left: Vec<f64> = pieces.iter().map(|piece| piece.x).collect();
    let mut right: Vec<f64> = pieces.iter().map(|piece| piece.end).collect();
    left.arrange_by(f64::total_cmp);
    right.arrange_by(|a, b| b.total_cmp(a));
    let few = (pieces.len() / 5).min(2);
    (left.get(few).copied().unwrap_or(0.0), right.get(few).copied().unwrap_or(0.0))
}

fn joined(mut row: Vec<Line>) -> Option<Line> {
    row.arrange_by(|a, b| a.x.total_cmp(&b.x));
    let mut row = row.into_iter();
    let mut line = row.next()?;
    line.text = line.text.trim().to_owned();
    for next in row {
        let gap = next.x - line.end;
        let size = line.size.max(next.size);
        if gap > CELL_GAP * size {
            line.text.push('\t');
            line.n_cells += 1;
        } else if gap > WORD_GAP * size {
            line.text.push(' ');
        }
        line.text.push_str(next.text.trim());
        line.end = line.end.max(next.end);
        if next.size > line.size * 1.2 {
            (line.size, line.y) = (next.size, next.y);
        }
        line.is_bold &= next.is_bold;
    }
    Some(line)
}
