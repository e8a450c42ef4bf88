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
    single: Vec<[u8; 4]>,
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
        let single = sections.exactly(n)?.to_vec();
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
    // The longest word of the list that ends before here, in syllables.
    ends: Vec<u8>,
    // What the list and longest match say of the gap before here: `COVERS`, `FROM_LEFT`, `FROM_RIGHT`.
    covers: Vec<u16>,
    // Score of the gap before the token, as far as it is summed up.
    scores: Vec<i32>,
    scratch: String,
}

/// Longest match from the left, from the right, goes on over the gap with a word.
const FROM_LEFT: u16 = 1 << 6;
const FROM_RIGHT: u16 = 1 << 7;
/// For the words of two (bit 0) to five (bit 3) syllables that begin at a token: what that says of the gap before the
/// token and of the next four. Bits 0 to 2: the two syllables around the gap are a word, the two before it, the two
/// behind; 3, 4, 8, 9: a word of three with two of it before the gap, one, three, none; 5: a longer word covers it.
const COVERED: [[u16; 5]; 16] = {
    let of_length = [
        [1 << 2, 1 << 0, 1 << 1, 0, 0],
        [1 << 9, 1 << 4, 1 << 3, 1 << 8, 0],
        [0, 1 << 5, 1 << 5, 1 << 5, 0],
        [0, 1 << 5, 1 << 5, 1 << 5, 1 << 5],
    ];
    let mut table = [[0; 5]; 16];
    let mut i = 0;
    while i < 16 * 5 * 4 {
        let (words, gap, length) = (i / 20, i / 4 % 5, i % 4);
        if words >> length & 1 == 1 {
            table[words][gap] |= of_length[length][gap];
        }
        i += 1;
    }
    table
};

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
        self.match_from_right();
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
        for margin in [&mut self.words, &mut self.shapes, &mut self.ends] {
            margin.clear();
            margin.resize(length, 0);
        }
        for margin in [&mut self.ids, &mut self.covers] {
            margin.clear();
            margin.resize(length, 0);
        }
        self.scores.clear();
        self.scores.resize(length, 0);
        let places = self.ids[MARGIN..].iter_mut().zip(&mut self.shapes[MARGIN..]);
        for (token, (id, shape)) in tokens.iter().zip(places) {
            let (start, end) = (token.span.start(), token.span.end());
            (*id, *shape) = model.syllables.look(text, start, end, token.kind, &mut self.scratch);
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

    /// Sums the weights of syllables, pairs and triples, and finds the words of the list.
    fn match_runs(&mut self, model: &Model) {
        // Sums of the gaps before the token at hand, before the one before it, and of the two next.
        let [mut before, mut here, mut next, mut after] = [model.bias; 4];
        let mut from_left = MARGIN;
        // The margin takes part: a line's first and last syllables have neighbours too, namely none.
        for (i, ids) in self.ids.windows(LONGEST).enumerate().skip(MARGIN - 3).take(self.n + 4) {
            let [a, b, c, d] = model.single[usize::from(ids[0])].map(|weight| i32::from(weight as i8));
            before += d;
            here += c;
            next += b;
            after += a;
            let mut step = 1;
            if let Some(pair) = model.runs.pair(ids[0], ids[1]) {
                let [ab, bc, cd] = pair.weights.map(i32::from);
                here += cd;
                next += bc;
                after += ab;
                let mut words = u8::from(pair.is_word) << 2;
                if let Some(triple) = model.runs.triple(pair, ids[2]) {
                    let [abc, bcd] = triple.weights.map(i32::from);
                    next += bcd;
                    after += abc;
                    let (four, five) = model.runs.longer(triple, ids[3], ids[4]);
                    words |= u8::from(triple.is_word) << 3 | u8::from(four) << 4 | u8::from(five) << 5;
                }
                if words != 0 {
                    self.words[i] = words;
                    step = words.ilog2() as usize;
                    let covered = COVERED[usize::from(words >> 2)];
                    self.covers[i..].iter_mut().zip(covered).for_each(|(gap, bits)| *gap |= bits);
                    for n in (2..=step).filter(|n| words >> n & 1 == 1) {
                        let end = &mut self.ends[i + n];
                        *end = (*end).max(n as u8);
                    }
                    if i == from_left {
                        self.covers[i + 1..i + step].iter_mut().for_each(|gap| *gap |= FROM_LEFT);
                    }
                }
            }
            if i == from_left {
                from_left += step;
            }
            self.scores[i - 1] = before;
            [before, here, next, after] = [here, next, after, model.bias];
        }
    }

    /// Greedy longest match from the right.
    fn match_from_right(&mut self) {
        let mut i = MARGIN + self.n;
        while i > MARGIN {
            let step = usize::from(self.ends[i]).max(1);
            self.covers[i - step + 1..i].iter_mut().for_each(|gap| *gap |= FROM_RIGHT);
            i -= step;
        }
    }

    /// Adds the weights of shapes and of what the list says.
    fn add_context(&mut self, model: &Model) {
        let gaps = self.scores[MARGIN..].iter_mut().zip(&self.covers[MARGIN..]);
        for ((score, &cover), shapes) in gaps.zip(self.shapes[MARGIN - 2..].windows(4)).take(self.n) {
            let [a, b, c, d] = [shapes[0], shapes[1], shapes[2], shapes[3]].map(usize::from);
            let inner = b * shape::COUNT + c;
            let all = (a * shape::COUNT.pow(2) + inner) * shape::COUNT + d;
            let near = usize::from(cover & 7) * shape::COUNT.pow(2) + inner;
            let cover = usize::from(cover) % COVERS;
            *score += i32::from(model.shapes[all]) + i32::from(model.cover[cover]) + i32::from(model.cover_shape[near]);
        }
    }
}
