//! The weights, and the score of every gap of a line: above zero, the syllables at both sides are of one word.
//!
//! The gap lies between b and c in the window z a b | c d f. The same features are computed in `training/features.py`.

use super::pack::Sections;
use super::runs::Runs;
use super::syllables::{Syllables, shape};
use crate::base::PackError;
use crate::text::Token;

/// What the pack holds.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) syllables: Syllables,
    runs: Runs,
    bias: i32,
    // By id: the weights of a syllable as a, b, c and d.
    single: Vec<[i8; 4]>,
    // By the shapes of a, b, c and d.
    shapes: Vec<i16>,
    // By what the list and longest match say, see `Line::cover`.
    cover: Vec<i16>,
    // By which of the three pairs are words, and the shapes of b and c.
    cover_shape: Vec<i16>,
}

const COVERS: usize = 1 << 10;

impl Model {
    pub(super) fn read(mut sections: Sections<'_>) -> Result<Self, PackError> {
        let head = sections.weights(2)?;
        let syllables = Syllables::read(&mut sections, head[0] as u16)?;
        let n = syllables.n_ids();
        let single = sections.exactly(4 * n)?;
        let single = (0..n).map(|i| std::array::from_fn(|column| single[column * n + i] as i8)).collect();
        let runs = Runs::read(&mut sections, n)?;
        let model = Self {
            syllables,
            runs,
            bias: i32::from(head[1]),
            single,
            shapes: sections.weights(shape::COUNT.pow(4))?,
            cover: sections.weights(COVERS)?,
            cover_shape: sections.weights(8 * shape::COUNT.pow(2))?,
        };
        sections.end()?;
        Ok(model)
    }
}

/// Empty places before and after the tokens of a line.
const MARGIN: usize = 5;

/// The longest word of the list, in syllables.
const LONGEST: usize = 5;

/// One line under work. Kept from line to line, so that nothing is allocated for most.
#[derive(Default)]
pub(super) struct Line {
    n: usize,
    ids: Vec<u16>,
    shapes: Vec<u8>,
    // Bit n: a word of n syllables begins here.
    words: Vec<u8>,
    // Bit 0, 1: longest match from the left, from the right, goes on here with a word.
    longest: Vec<u8>,
    // Score of the gap before the token, as far as it is summed up.
    scores: Vec<i32>,
    scratch: String,
}

impl Line {
    /// Scores the gaps before the tokens of one line; that before the first means nothing. `None` for a line that is
    /// not Vietnamese.
    pub(super) fn score(&mut self, model: &Model, text: &str, tokens: &[Token]) -> Option<&[i32]> {
        self.read(model, text, tokens);
        if self.is_foreign() {
            return None;
        }
        self.lower_capitals();
        self.match_runs(model);
        self.match_longest();
        self.add_context(model);
        Some(&self.scores[MARGIN..MARGIN + self.n])
    }

    /// Whether the `n` tokens of the line just scored that begin at `at` are a word of the list.
    pub(super) fn is_listed(&self, at: usize, n: usize) -> bool {
        (2..=LONGEST).contains(&n) && self.words[MARGIN + at] >> n & 1 == 1
    }

    fn read(&mut self, model: &Model, text: &str, tokens: &[Token]) {
        self.n = tokens.len();
        let length = self.n + 2 * MARGIN;
        for margin in [&mut self.words, &mut self.shapes, &mut self.longest] {
            margin.clear();
            margin.resize(length, 0);
        }
        self.ids.clear();
        self.ids.resize(length, 0);
        self.scores.clear();
        self.scores.resize(length, model.bias);
        for (i, token) in tokens.iter().enumerate() {
            let (start, end) = (token.span.start(), token.span.end());
            let (id, shape) = model.syllables.look(text, start, end, token.kind, &mut self.scratch);
            self.ids[MARGIN + i] = id;
            self.shapes[MARGIN + i] = shape;
        }
    }

    /// Whether most words are strangers to the list.
    fn is_foreign(&self) -> bool {
        let strange = self.count(&[shape::STRANGE, shape::STRANGE_TITLE]);
        strange > 3 && strange > self.count(&[shape::LOWER, shape::TITLE])
    }

    fn count(&self, shapes: &[u8]) -> usize {
        self.shapes.iter().filter(|s| shapes.contains(s)).count()
    }

    /// Reads a line in capitals as one in small letters.
    fn lower_capitals(&mut self) {
        let count = |shapes: &[u8]| self.shapes.iter().filter(|s| shapes.contains(s)).count();
        if count(&[shape::UPPER]) < 3 || count(&[shape::LOWER, shape::TITLE, shape::STRANGE, shape::STRANGE_TITLE]) > 0
        {
            return;
        }
        for shape in self.shapes.iter_mut().filter(|s| matches!(**s, shape::UPPER | shape::CAPITAL)) {
            *shape = shape::LOWER;
        }
    }

    /// Adds the weights of syllables, pairs and triples, and finds the words of the list.
    fn match_runs(&mut self, model: &Model) {
        // The margin takes part: a line's first and last syllables have neighbours too, namely none.
        for i in MARGIN - 3..MARGIN + self.n + 1 {
            let [a, b, c, d] = model.single[usize::from(self.ids[i])].map(i32::from);
            self.scores[i + 2] += a;
            self.scores[i + 1] += b;
            self.scores[i] += c;
            self.scores[i - 1] += d;
            let Some((at, pair)) = model.runs.pair(self.ids[i], self.ids[i + 1]) else { continue };
            let [ab, bc, cd] = pair.weights.map(i32::from);
            self.scores[i + 2] += ab;
            self.scores[i + 1] += bc;
            self.scores[i] += cd;
            let mut words = u8::from(pair.is_word) << 2;
            if let Some((at, triple)) = model.runs.triple(at, self.ids[i + 2]) {
                let [abc, bcd] = triple.weights.map(i32::from);
                self.scores[i + 2] += abc;
                self.scores[i + 1] += bcd;
                let (four, five) = model.runs.longer(at, self.ids[i + 3], self.ids[i + 4]);
                words |= u8::from(triple.is_word) << 3 | u8::from(four) << 4 | u8::from(five) << 5;
            }
            self.words[i] = words;
        }
    }

    /// Greedy longest match from both ends.
    fn match_longest(&mut self) {
        let (from, to) = (MARGIN, MARGIN + self.n);
        let mut i = from;
        while i < to {
            let words = self.words[i];
            let step = if words == 0 { 1 } else { words.ilog2() as usize };
            self.longest[i + 1..i + step].fill(1);
            i += step;
        }
        let mut i = to;
        while i > from {
            let ends = |n: &usize| self.words[i - n] >> n & 1 == 1;
            let step = (2..=LONGEST).rev().find(ends).unwrap_or(1);
            for longest in &mut self.longest[i - step + 1..i] {
                *longest |= 2;
            }
            i -= step;
        }
    }

    /// Adds the weights of shapes and of what the list says.
    fn add_context(&mut self, model: &Model) {
        for i in MARGIN..MARGIN + self.n {
            let window = &self.shapes[i - 2..i + 2];
            let shapes = window.iter().fold(0, |code, &s| code * shape::COUNT + usize::from(s));
            let (near, cover) = self.cover(i);
            let pair = (near * shape::COUNT + usize::from(window[1])) * shape::COUNT + usize::from(window[2]);
            self.scores[i] +=
                i32::from(model.shapes[shapes]) + i32::from(model.cover[cover]) + i32::from(model.cover_shape[pair]);
        }
    }

    /// Which pairs around the gap before `i` are words; and that with longer words and longest matches.
    fn cover(&self, i: usize) -> (usize, usize) {
        let words = &self.words[i - 4..i + 1];
        let has = |back: usize, n: u8| usize::from(words[4 - back] >> n & 1);
        let near = has(1, 2) | has(2, 2) << 1 | has(0, 2) << 2;
        let long = has(1, 4) | has(2, 4) | has(3, 4) | has(1, 5) | has(2, 5) | has(3, 5) | has(4, 5);
        let longest = usize::from(self.longest[i]);
        let cover = near | has(2, 3) << 3 | has(1, 3) << 4 | long << 5 | longest << 6 | has(3, 3) << 8 | has(0, 3) << 9;
        (near, cover)
    }
}
