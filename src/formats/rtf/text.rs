//! The text of a file: groups that open and close, with what holds in each.

use rustc_hash::FxHashMap;

use super::super::blocks::{Blocks, Said as Kind, joined, style_kind};
use super::super::charset::Charset;
use super::super::{Document, Format, HintKind, Reason, Said};
use super::token::{Token, Tokens};
use super::words::{Place, character, place};
use crate::base::Day;
use crate::ingest::Encoding;

/// Groups inside groups; deeper ones are no document.
const DEEPEST: usize = 512;

/// What holds in a group.
#[derive(Clone, Copy)]
struct Group {
    place: Place,
    // Whether a paragraph of its own ends with it.
    is_frame: bool,
    // Characters that stand for one of `\u` in programs without Unicode.
    n_plain: usize,
    is_hidden: bool,
    is_deleted: bool,
    font: Option<i32>,
    style: Option<i32>,
    is_heading: bool,
    is_list: bool,
    in_table: bool,
}

/// A paragraph, or a row of a table, that is not at its end.
#[derive(Default)]
struct Open {
    text: String,
    cells: Vec<String>,
    is_list: bool,
    is_note: bool,
}

/// An entry of the table of fonts or styles.
#[derive(Default)]
struct Listed {
    id: i32,
    charset: Option<i32>,
    parent: Option<i32>,
    is_heading: bool,
    name: String,
}

/// A file that is read.
struct State {
    groups: Vec<Group>,
    now: Group,
    open: Vec<Open>,
    blocks: Blocks,
    // Bytes of text in one encoding, and half of a character of `\u`.
    bytes: Vec<u8>,
    charset: Charset,
    half: Option<u16>,
    // Characters that are passed over after `\u`.
    n_passed: usize,
    // What the reader says of the encoding, and what the file says.
    named: Option<Encoding>,
    page: Charset,
    default_font: Option<i32>,
    fonts: FxHashMap<i32, Charset>,
    styles: FxHashMap<i32, Kind>,
    listed: Listed,
    title: String,
    author: String,
    made: [i32; 3],
}

/// The document of a file, and why there is not more of it.
pub(super) fn read(name: &str, bytes: &[u8], named: Option<Encoding>) -> (Document, Option<Reason>) {
    let mut s = State::new(named);
    let broken = s.read(bytes);
    s.flush();
    while !s.open.is_empty() {
        s.leave_frame();
    }
    let mut document = std::mem::take(&mut s.blocks).document(name, Format::Rtf);
    document.stated.title = Said::new(&s.title, "\\info title");
    document.stated.author = Said::new(&s.author, "\\info author");
    let [year, month, day] = s.made;
    let made = u32::try_from(month).ok().zip(u32::try_from(day).ok()).and_then(|(m, d)| Day::new(year, m, d));
    document.stated.made = made.and_then(|day| Said::new(&day.to_string(), "\\info creatim"));
    (document, broken)
}

impl State {
    fn new(named: Option<Encoding>) -> Self {
        let page = Charset::of_page(1252);
        let now = Group {
            place: Place::Text,
            is_frame: false,
            n_plain: 1,
            is_hidden: false,
            is_deleted: false,
            font: None,
            style: None,
            is_heading: false,
            is_list: false,
            in_table: false,
        };
        Self {
            groups: Vec::new(),
            now,
            open: vec![Open::default()],
            blocks: Blocks::default(),
            bytes: Vec::new(),
            charset: page,
            half: None,
            n_passed: 0,
            named,
            page,
            default_font: None,
            fonts: FxHashMap::default(),
            styles: FxHashMap::default(),
            listed: Listed::default(),
            title: String::new(),
            author: String::new(),
            made: [0; 3],
        }
    }

    fn read(&mut self, bytes: &[u8]) -> Option<Reason> {
        let mut tokens = Tokens::new(bytes);
        let (mut is_first, mut may_be_skipped) = (false, false);
        while let Some(token) = tokens.next() {
            let (begins, is_optional) = (std::mem::take(&mut is_first), std::mem::take(&mut may_be_skipped));
            match token {
                Token::Open => {
                    if self.groups.len() >= DEEPEST {
                        return Some(Reason::Damaged { detail: "groups nested too deep".to_owned() });
                    }
                    self.flush();
                    self.n_passed = 0;
                    self.groups.push(self.now);
                    self.now.is_frame = false;
                    if self.now.place == Place::Twice {
                        self.now.place = Place::Skip;
                    }
                    is_first = true;
                }
                Token::Close => {
                    self.n_passed = 0;
                    self.leave();
                    if self.groups.is_empty() {
                        return None;
                    }
                }
                Token::Symbol(b'*') if begins => may_be_skipped = true,
                Token::Word("bin", Some(n)) => tokens.pass(usize::try_from(n).unwrap_or(0)),
                Token::Word(word, _) if (begins || is_optional) && self.enter(word, is_optional) => {}
                _ if self.now.place == Place::Skip => {}
                _ if self.n_passed > 0 => self.n_passed -= 1,
                Token::Word(word, number) => self.word(word, number),
                Token::Symbol(symbol) => self.symbol(symbol),
                Token::Hex(byte) | Token::Byte(byte) => self.byte(byte),
            }
        }
        Some(Reason::Truncated)
    }

    /// What a group is by its first word; whether the word is done with.
    fn enter(&mut self, word: &str, is_optional: bool) -> bool {
        let outer = self.groups.last().map_or(Place::Text, |group| group.place);
        let entered = match (place(word), outer) {
            (Some(Place::InUnicode), Place::Twice) => {
                // What the group of both is in.
                let around = self.groups.iter().rev().map(|group| group.place).find(|&p| p != Place::Twice);
                around.unwrap_or(Place::Text)
            }
            _ if self.now.place == Place::Skip => return true,
            (Some(Place::Title | Place::Author | Place::Made), outer) if outer != Place::Info => return false,
            (Some(Place::Box | Place::Note), Place::Info | Place::Fonts | Place::Styles) => Place::Skip,
            (Some(Place::Note), Place::Drawing) => Place::Skip,
            (Some(place), _) => place,
            (None, _) if is_optional => Place::Skip,
            (None, _) => return false,
        };
        self.now.place = entered;
        match entered {
            Place::Box | Place::Note => {
                self.open.push(Open { is_note: entered == Place::Note, ..Open::default() });
                self.now = Group { place: Place::Text, is_frame: true, in_table: false, ..self.now };
            }
            Place::ListMark => {
                self.open.iter_mut().last().into_iter().for_each(|open| open.is_list = true);
                self.now.place = Place::Skip;
            }
            _ => {}
        }
        true
    }

    /// A group ends.
    fn leave(&mut self) {
        self.flush();
        if self.now.is_frame {
            self.leave_frame();
        }
        match self.now.place {
            Place::Fonts | Place::Styles => self.end_listed(),
            _ => {}
        }
        if let Some(group) = self.groups.pop() {
            self.now = group;
        }
    }

    fn leave_frame(&mut self) {
        self.end_paragraph();
        self.end_row();
        self.open.pop();
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        let is_on = number != Some(0);
        match word {
            "u" => {
                self.unit(number.unwrap_or(0) as u16);
                self.n_passed = self.now.n_plain;
            }
            "uc" => self.now.n_plain = usize::try_from(number.unwrap_or(1)).unwrap_or(0),
            "ansicpg" => self.page = Charset::of_page(number.unwrap_or(0)),
            "deff" => self.default_font = number,
            "f" if self.now.place == Place::Fonts => self.listed.id = number.unwrap_or(0),
            "fcharset" => self.listed.charset = number,
            "f" => self.now.font = number,
            "s" if self.now.place == Place::Styles => self.listed.id = number.unwrap_or(0),
            "sbasedon" => self.listed.parent = number,
            "s" => self.now.style = number,
            "outlinelevel" if self.now.place == Place::Styles => self.listed.is_heading = number.is_some_and(|n| n < 9),
            "outlinelevel" => self.now.is_heading = number.is_some_and(|n| n < 9),
            "yr" | "mo" | "dy" if self.now.place == Place::Made => {
                self.made[usize::from(word == "mo") + 2 * usize::from(word == "dy")] = number.unwrap_or(0);
            }
            "v" => self.now.is_hidden = is_on,
            "deleted" => self.now.is_deleted = is_on,
            "plain" => self.now = Group { is_hidden: false, is_deleted: false, font: None, ..self.now },
            "pard" => {
                self.now = Group { style: None, is_heading: false, is_list: false, in_table: false, ..self.now };
            }
            "ls" => self.now.is_list = number.is_some_and(|n| n > 0),
            "intbl" => self.now.in_table = is_on,
            "line" | "lbr" => self.push('\n'),
            "par" | "sect" | "page" | "column" if self.now.place == Place::Text => self.end_paragraph(),
            "cell" if self.now.place == Place::Text => self.end_cell(),
            "nestcell" | "nestrow" => self.push(' '),
            "row" if self.now.place == Place::Text => self.end_row(),
            _ => character(word).into_iter().for_each(|c| self.push(c)),
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'~' => self.push(' '),
            b'_' => self.push('-'),
            b'\r' | b'\n' if self.now.place == Place::Text => self.end_paragraph(),
            b'\\' | b'{' | b'}' => self.byte(symbol),
            b'\t' => self.push(' '),
            // Places where a word may be parted, and what is reserved.
            _ => {}
        }
    }

    /// A byte of text, in the encoding of the font.
    fn byte(&mut self, byte: u8) {
        self.half = None;
        if byte == b';' && matches!(self.now.place, Place::Fonts | Place::Styles) {
            return self.end_listed();
        }
        let font = self.now.font.or(self.default_font);
        let charset = match self.named {
            Some(encoding) => Charset::of(encoding),
            None => font.and_then(|font| self.fonts.get(&font).copied()).unwrap_or(self.page),
        };
        if charset != self.charset {
            self.flush();
            self.charset = charset;
        }
        self.bytes.push(byte);
    }

    /// A unit of UTF-16.
    fn unit(&mut self, unit: u16) {
        let half = self.half.take();
        let units = half.into_iter().chain([unit]);
        match char::decode_utf16(units).last() {
            Some(Ok(c)) => self.push(c),
            _ if (0xD800..0xDC00).contains(&unit) => self.half = Some(unit),
            // Symbol fonts have their marks among characters without a name.
            _ => self.push('\u{fffd}'),
        }
    }

    fn push(&mut self, c: char) {
        self.flush();
        self.put(c.encode_utf8(&mut [0; 4]));
    }

    /// Bytes that wait become text.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let text = self.charset.text(&self.bytes);
        self.bytes.clear();
        self.put(&text);
    }

    fn put(&mut self, text: &str) {
        match self.now.place {
            Place::Text if self.now.is_hidden || self.now.is_deleted => {}
            Place::Text => self.open.iter_mut().last().into_iter().for_each(|open| open.text.push_str(text)),
            Place::Title => self.title.push_str(text),
            Place::Author => self.author.push_str(text),
            Place::Fonts | Place::Styles => self.listed.name.push_str(text),
            _ => {}
        }
    }

    /// An entry of the table of fonts or styles ends.
    fn end_listed(&mut self) {
        self.flush();
        let listed = std::mem::take(&mut self.listed);
        if listed.name.trim().is_empty() {
            return;
        }
        if self.now.place == Place::Fonts {
            if let Some(charset) = Charset::of_font(&listed.name, listed.charset) {
                self.fonts.insert(listed.id, charset);
            }
            return;
        }
        let by_parent = listed.parent.and_then(|parent| self.styles.get(&parent).copied());
        let by_level = listed.is_heading.then_some((HintKind::Heading, "style:heading"));
        if let Some(kind) = style_kind(&joined(&listed.name)).or(by_parent).or(by_level) {
            self.styles.insert(listed.id, kind);
        }
    }

    fn end_paragraph(&mut self) {
        self.flush();
        let styled = self.now.style.and_then(|style| self.styles.get(&style).copied());
        let Some(open) = self.open.last_mut() else { return };
        if self.now.in_table {
            open.text.push(' ');
            return;
        }
        let is_list = std::mem::take(&mut open.is_list) || self.now.is_list;
        let text = std::mem::take(&mut open.text);
        let kind = if open.is_note {
            Some((HintKind::Footnote, "doc:footnote"))
        } else {
            styled
                .or(self.now.is_heading.then_some((HintKind::Heading, "doc:heading")))
                .or(is_list.then_some((HintKind::ListItem, "doc:list")))
        };
        if !open.cells.is_empty() {
            self.end_row();
        }
        self.blocks.add(&text, kind);
    }

    fn end_cell(&mut self) {
        self.flush();
        let Some(open) = self.open.last_mut() else { return };
        let text = std::mem::take(&mut open.text);
        open.is_list = false;
        open.cells.push(joined(&text));
    }

    fn end_row(&mut self) {
        let Some(open) = self.open.last_mut() else { return };
        let cells = std::mem::take(&mut open.cells);
        if cells.iter().any(|cell| !cell.is_empty()) {
            let kind =
                if open.is_note { (HintKind::Footnote, "doc:footnote") } else { (HintKind::TableRow, "doc:table") };
            self.blocks.line(&cells.join("\t"), Some(kind));
        }
    }
}
