//! What the operators of a page draw: characters with their places, those of forms inside it too.

use hayro_cmap::{BfString, CMapName};
use hayro_font::{CMapResolverFn, Font, FontCache, FontData, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};
use rustc_hash::FxHashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::super::Limits;
use super::super::charset::Charset;
use super::words;

/// A character on the page. The origin is at the upper left, `y` is where its line stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) c: char,
    pub(super) x: f64,
    pub(super) y: f64,
    /// Where the next one would stand.
    pub(super) end: f64,
    /// Of the font.
    pub(super) size: f64,
    pub(super) is_bold: bool,
    /// Quarter turns.
    pub(super) turn: u8,
    /// Whether the file says that it is no part of the text: a head or foot of the page.
    pub(super) is_artifact: bool,
}

/// What may still be done for a file.
pub(super) struct Budget {
    operators: u64,
    glyphs: u64,
    is_cut: bool,
}

/// Forms inside forms.
const DEEPEST: usize = 12;
/// Forms that a page draws: those that draw others could go on for ever.
const MOST_FORMS: usize = 2000;
/// Marked parts inside marked parts, and saved states.
const MOST_OPEN: usize = 512;

impl Budget {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { operators: 20_000_000, glyphs: limits.file / 8, is_cut: false }
    }

    /// Whether there was more than may be read.
    pub(super) fn is_spent(&self) -> bool {
        self.operators == 0 || self.glyphs == 0 || self.is_cut
    }
}

/// The characters of a page, in the order in which they are drawn.
pub(super) fn glyphs<'a>(page: &Page<'a>, fonts: &FontCache<'a>, budget: &mut Budget) -> Vec<Glyph> {
    let (width, height) = page.render_dimensions();
    let mut drawn = Drawn {
        fonts,
        standard: Arc::new(standard),
        maps: Arc::new(no_map),
        named: FxHashMap::default(),
        budget,
        glyphs: Vec::new(),
        marked: Vec::new(),
        n_unmarked: 0,
        size: (f64::from(width), f64::from(height)),
        inside: Vec::new(),
        n_forms: 0,
    };
    let state = State::new(page.initial_transform(true).as_coeffs());
    if let Some(stream) = page.page_stream() {
        drawn.read(stream, page.resources(), state, 0);
    }
    drawn.glyphs
}

/// A transformation, as PDF writes it.
type Matrix = [f64; 6];

/// What the first does, then what the second does.
fn then(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

const UNMOVED: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The fonts that every program has, for those that are not in the file.
fn standard(query: &FontQuery) -> Option<(FontData, u32)> {
    Some(match query {
        FontQuery::Standard(font) => font.get_font_data(),
        FontQuery::Fallback(font) => font.pick_standard_font().get_font_data(),
    })
}

/// Tables of characters that are not in the file: those of Chinese, Japanese and Korean.
fn no_map(_: CMapName<'_>) -> Option<&'static [u8]> {
    None
}

/// A font as it is used.
struct Used<'a> {
    font: Font<'a>,
    is_bold: bool,
    // Fonts of before Unicode have their own characters.
    old: Option<Charset>,
}

/// What operators set.
#[derive(Clone)]
struct State<'a> {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    font: Option<Rc<Used<'a>>>,
    size: f64,
    spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl State<'_> {
    fn new(page: Matrix) -> Self {
        Self {
            page,
            text: UNMOVED,
            line: UNMOVED,
            font: None,
            size: 1.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = then([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn go(&mut self, by: f64) {
        self.text = then([1.0, 0.0, 0.0, 1.0, by, 0.0], self.text);
    }
}

/// A part that is marked.
#[derive(Default)]
struct Marked {
    is_artifact: bool,
    // The text that it stands for, until it is written down.
    actual: Option<String>,
    has_actual: bool,
}

struct Drawn<'a, 'b> {
    fonts: &'b FontCache<'a>,
    standard: FontResolverFn,
    maps: CMapResolverFn,
    // Fonts by the place of their dictionary.
    named: FxHashMap<(usize, Vec<u8>), Option<Rc<Used<'a>>>>,
    budget: &'b mut Budget,
    glyphs: Vec<Glyph>,
    marked: Vec<Marked>,
    n_unmarked: usize,
    size: (f64, f64),
    // Forms that are being drawn: none is drawn inside itself.
    inside: Vec<ObjectIdentifier>,
    n_forms: usize,
}

impl<'a> Drawn<'a, '_> {
    fn read(&mut self, content: &[u8], resources: &Resources<'a>, mut now: State<'a>, depth: usize) {
        let mut saved: Vec<State<'a>> = Vec::new();
        let mut operators = TypedIter::new(content);
        while let Some(operator) = operators.next() {
            use TypedInstruction as I;
            self.budget.operators = self.budget.operators.saturating_sub(1);
            if self.budget.operators == 0 || self.budget.glyphs == 0 {
                return;
            }
            match operator {
                I::SaveState(_) if saved.len() < MOST_OPEN => saved.push(now.clone()),
                I::RestoreState(_) => now = saved.pop().unwrap_or(now),
                I::Transform(m) => {
                    let m = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                    now.page = then(m, now.page);
                }
                I::BeginText(_) => (now.text, now.line) = (UNMOVED, UNMOVED),
                I::SetTextMatrix(m) => {
                    now.line = [m.0, m.1, m.2, m.3, m.4, m.5].map(|n| n.as_f64());
                    now.text = now.line;
                }
                I::TextFont(font) => {
                    now.size = font.1.as_f64();
                    now.font = self.font(font.0, resources, depth);
                }
                I::CharacterSpacing(n) => now.spacing = n.0.as_f64(),
                I::WordSpacing(n) => now.word_spacing = n.0.as_f64(),
                I::HorizontalScaling(n) => now.stretch = n.0.as_f64() / 100.0,
                I::TextLeading(n) => now.leading = n.0.as_f64(),
                I::TextRise(n) => now.rise = n.0.as_f64(),
                I::NextLine(by) => now.next_line(by.0.as_f64(), by.1.as_f64()),
                I::NextLineAndSetLeading(by) => {
                    now.leading = -by.1.as_f64();
                    now.next_line(by.0.as_f64(), by.1.as_f64());
                }
                I::NextLineUsingLeading(_) => now.next_line(0.0, -now.leading),
                I::ShowText(text) => self.show(&mut now, text.0.as_bytes()),
                I::NextLineAndShowText(text) => {
                    now.next_line(0.0, -now.leading);
                    self.show(&mut now, text.0.as_bytes());
                }
                I::ShowTextWithParameters(text) => {
                    (now.word_spacing, now.spacing) = (text.0.as_f64(), text.1.as_f64());
                    now.next_line(0.0, -now.leading);
                    self.show(&mut now, text.2.as_bytes());
                }
                I::ShowTexts(texts) => self.show_all(&mut now, texts.0),
                I::XObject(name) if depth < DEEPEST => {
                    if let Some(form) = resources.get_x_object(name.0) {
                        self.form(&form, resources, &now, depth);
                    }
                }
                I::BeginMarkedContent(mark) => self.begin(mark.0, None),
                I::BeginMarkedContentWithProperties(mark) => {
                    let listed = mark.1.clone().into_name().and_then(|name| resources.properties.get::<Dict>(name));
                    let properties = listed.or_else(|| mark.1.clone().into_dict());
                    self.begin(mark.0, properties.as_ref());
                }
                I::EndMarkedContent(_) => match self.n_unmarked.checked_sub(1) {
                    Some(n) => self.n_unmarked = n,
                    None => drop(self.marked.pop()),
                },
                _ => {}
            }
        }
    }

    fn form(&mut self, form: &Stream<'a>, around: &Resources<'a>, now: &State<'a>, depth: usize) {
        let dict = form.dict();
        let id = form.obj_id();
        if dict.get::<Name>(keys::SUBTYPE).is_none_or(|kind| kind.as_ref() != b"Form") || self.inside.contains(&id) {
            return;
        }
        self.n_forms += 1;
        if self.n_forms > MOST_FORMS {
            self.budget.is_cut = true;
            return;
        }
        let Ok(content) = form.decoded_data() else { return };
        let own = dict.get::<Dict>(keys::RESOURCES).map(Resources::new);
        let matrix = dict.get::<[f64; 6]>(keys::MATRIX).unwrap_or(UNMOVED);
        let state = State { page: then(matrix, now.page), ..now.clone() };
        // Its own names hide those around it.
        let outer = std::mem::take(&mut self.named);
        self.inside.push(id);
        self.read(&content, own.as_ref().unwrap_or(around), state, depth + 1);
        self.inside.pop();
        self.named = outer;
    }

    fn begin(&mut self, tag: &Name, properties: Option<&Dict>) {
        if self.marked.len() >= MOST_OPEN {
            self.n_unmarked += 1;
            return;
        }
        let around = self.marked.last();
        let is_artifact = tag.as_ref() == b"Artifact" || around.is_some_and(|mark| mark.is_artifact);
        let text = properties.and_then(|dict| dict.get::<hayro_syntax::object::String>(keys::ACTUAL_TEXT));
        // What stands for the outer part stands for the inner one too.
        let is_inside = around.is_some_and(|mark| mark.has_actual);
        let actual = text.filter(|_| !is_inside).map(|text| words(text.as_bytes()));
        let has_actual = actual.is_some() || is_inside;
        self.marked.push(Marked { is_artifact, actual, has_actual });
    }

    fn font(&mut self, name: &Name, resources: &Resources<'a>, depth: usize) -> Option<Rc<Used<'a>>> {
        let key = (depth, name.as_ref().to_vec());
        if let Some(font) = self.named.get(&key) {
            return font.clone();
        }
        let used = resources.get_font(name).and_then(|dict| {
            let font = self.fonts.font(&dict, &self.standard, &self.maps)?;
            let base =
                dict.get::<Name>(keys::BASE_FONT).map(|name| String::from_utf8_lossy(name.as_ref()).into_owned());
            let base = base.unwrap_or_default();
            let base = base.split_once('+').map_or(base.as_str(), |(_, name)| name);
            let is_bold =
                ["bold", "black", "heavy", "demi"].iter().any(|word| base.to_ascii_lowercase().contains(word));
            Some(Rc::new(Used { font, is_bold, old: Charset::of_old_font(base) }))
        });
        self.named.insert(key, used.clone());
        used
    }

    fn show_all(&mut self, now: &mut State<'a>, texts: &Array) {
        for part in texts.iter::<Object>() {
            match part {
                Object::Number(by) => now.go(-by.as_f64() / 1000.0 * now.size * now.stretch),
                Object::String(text) => self.show(now, text.as_bytes()),
                _ => {}
            }
        }
    }

    fn show(&mut self, now: &mut State<'a>, bytes: &[u8]) {
        let Some(used) = now.font.clone() else { return };
        let mut at = 0;
        while at < bytes.len() {
            let (code, n) = used.font.read_code(bytes, at);
            at += n.max(1);
            let advance = used.font.code_advance(code).x / 1000.0 * now.size;
            let is_blank = code == 32 && n == 1;
            let drawn = advance * now.stretch;
            let whole = (advance + now.spacing + if is_blank { now.word_spacing } else { 0.0 }) * now.stretch;
            self.draw(now, &used, code, drawn);
            now.go(whole);
        }
    }

    fn draw(&mut self, now: &State<'a>, used: &Used<'a>, code: u32, advance: f64) {
        let m = then(then([1.0, 0.0, 0.0, 1.0, 0.0, now.rise], now.text), now.page);
        let at = |x: f64| (m[4] + m[0] * x, m[5] + m[1] * x);
        let ((x, y), (to_x, to_y)) = (at(0.0), at(advance));
        let size = now.size.abs() * m[2].hypot(m[3]);
        let is_sane = [x, y, to_x, to_y, size].iter().all(|n| n.is_finite() && n.abs() < 1e6);
        let is_seen =
            is_sane && size > 0.5 && (-2.0..self.size.0 + 2.0).contains(&x) && (-2.0..self.size.1 + 2.0).contains(&y);
        if !is_seen {
            return;
        }
        // Quarter turns: the page is read as its lines run.
        let (turn, x, y, end) = match (m[0], m[1]) {
            (a, b) if a.abs() >= b.abs() && a >= 0.0 => (0, x, y, to_x),
            (a, b) if a.abs() >= b.abs() => (2, -x, -y, -to_x),
            (_, b) if b > 0.0 => (1, y, -x, to_y),
            _ => (3, -y, x, -to_y),
        };
        let is_artifact = self.marked.last().is_some_and(|mark| mark.is_artifact);
        let is_replaced = self.marked.last().is_some_and(|mark| mark.has_actual);
        let actual =
            self.marked.iter_mut().rev().take_while(|mark| mark.has_actual).find_map(|mark| mark.actual.take());
        let text = match actual {
            Some(actual) => actual,
            None if is_replaced => {
                // What stands for it is written down.
                let near = |last: &&mut Glyph| last.turn == turn && (last.y - y).abs() < size;
                self.glyphs.last_mut().filter(near).into_iter().for_each(|last| last.end = last.end.max(end));
                return;
            }
            None => character(used, code),
        };
        let n = text.chars().count().max(1) as f64;
        for (i, c) in text.chars().enumerate() {
            self.budget.glyphs = self.budget.glyphs.saturating_sub(1);
            let part = |i: usize| x + (end - x) * i as f64 / n;
            let (x, end) = (part(i), part(i + 1));
            self.glyphs.push(Glyph { c, x, y, end, size, is_bold: used.is_bold, turn, is_artifact });
        }
    }
}

/// The text of a character code.
fn character(used: &Used, code: u32) -> String {
    let glyph = used.font.glyph(used.font.map_code(code), code);
    let unicode = match glyph {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    let text = match unicode {
        Some(BfString::Char(c)) => c.to_string(),
        Some(BfString::String(text)) => text,
        None => return char::REPLACEMENT_CHARACTER.to_string(),
    };
    match used.old {
        Some(charset) => charset.shown(&text),
        None => text,
    }
}
