//! Blocks: lines of the page, or parts of lines where a rule has cut one.

use crate::base::Span;
use crate::ingest::SetAsideKind;
use crate::text::n_words;

/// How the words of a block end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// With a full stop, an exclamation mark, dots, or such a mark before a closing one.
    Stop,
    /// With a question mark.
    Question,
    /// With a colon, semicolon or comma: something follows.
    More,
    /// With a closing quotation mark or bracket without a stop before it.
    Closed,
    /// With a word.
    Open,
}

/// A line of the page or a part of one.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its stretch, without white space at the ends; never empty.
    pub(super) span: Span,
    /// Why it is set aside, and the rule that decided; `None` while it counts as body.
    pub(super) aside: Option<(SetAsideKind, &'static str)>,
    /// A credit inside it.
    pub(super) credit: Option<Span>,
    /// Whether a rule has decided that it is a heading.
    pub(super) is_heading: bool,
    /// Whether a blank line, or the edge of the page, stands before it.
    pub(super) after_gap: bool,
    /// Whether it is a piece of a sentence that goes on in the line after it, or was begun in the line before: what
    /// stands around a link that was copied with line breaks.
    pub(super) is_piece: bool,
    /// Pieces between white space.
    pub(super) n_words: u32,
    /// How it ends.
    pub(super) end: End,
}

impl Block {
    pub(super) fn new(text: &str, span: Span, after_gap: bool) -> Self {
        let words = span.of(text);
        Self {
            span,
            aside: None,
            credit: None,
            is_heading: false,
            is_piece: false,
            after_gap,
            n_words: n_words(words) as u32,
            end: end(words),
        }
    }

    /// Whether nothing has set it aside.
    pub(super) fn is_body(&self) -> bool {
        self.aside.is_none()
    }

    /// Whether it was set aside as `kind`.
    pub(super) fn is(&self, kind: SetAsideKind) -> bool {
        self.aside.is_some_and(|(k, _)| k == kind)
    }

    /// Sets it aside.
    pub(super) fn set_aside(&mut self, kind: SetAsideKind, rule: &'static str) {
        self.aside = Some((kind, rule));
    }

    /// Cuts the block at the byte: the part before it is returned, `self` keeps the rest. `None` where one would be empty.
    pub(super) fn cut_head(&mut self, text: &str, at: usize) -> Option<Block> {
        let head = visible(text, Span::new(self.span.start(), at));
        let rest = visible(text, Span::new(at, self.span.end()));
        if head.is_empty() || rest.is_empty() {
            return None;
        }
        let first = Block::new(text, head, self.after_gap);
        *self = Block { aside: self.aside, ..Block::new(text, rest, false) };
        Some(first)
    }
}

fn end(words: &str) -> End {
    let inner = words.trim_end_matches(['”', '"', '’', ')', ']', '»', '\'']);
    match inner.chars().next_back() {
        Some('.' | '!' | '…' | '。') => End::Stop,
        Some('?') => End::Question,
        _ if inner.len() < words.len() => End::Closed,
        Some(':' | ';' | ',') => End::More,
        _ => End::Open,
    }
}

/// The blocks of a page: its lines that hold a visible character.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut after_gap = true;
    let mut at = 0;
    while at < text.len() {
        let line = &text[at..at + line_len(&text.as_bytes()[at..])];
        let span = visible(text, Span::new(at, at + line.len()));
        if !span.is_empty() {
            out.push(Block::new(text, span, after_gap));
            after_gap = false;
        } else if !line.starts_with('\n') || !text[..at].ends_with('\r') {
            after_gap = true;
        }
        at += line.len();
    }
    mark_pieces(text, &mut out);
    out
}

/// Length of the first line with the break that ends it.
fn line_len(bytes: &[u8]) -> usize {
    let break_len = |&at: &usize| match bytes[at..] {
        [0xE..=0xC1, ..] => 0,
        [b'\n' | b'\r' | 0xB | 0xC, ..] => 1,
        [0xC2, 0x85, ..] => 2,
        [0xE2, 0x80, 0xA8 | 0xA9, ..] => 3,
        _ => 0,
    };
    (0..bytes.len()).find(|at| break_len(at) > 0).map_or(bytes.len(), |at| at + break_len(&at))
}

/// A line that begins with a small letter or a closing mark goes on with the line before it, which has no stop.
fn mark_pieces(text: &str, blocks: &mut [Block]) {
    for i in 1..blocks.len() {
        let goes_on = |c: char| c.is_lowercase() || matches!(c, ',' | '.' | ';' | ')' | '”');
        let words = blocks[i].span.of(text);
        let listed = words.chars().nth(1).is_some_and(|c| matches!(c, ')' | '.' | '/'));
        if words.starts_with(goes_on) && !listed && !matches!(blocks[i - 1].end, End::Stop | End::Question) {
            blocks[i].is_piece = true;
            blocks[i - 1].is_piece = true;
        }
    }
}

/// The stretch without what cannot be seen at its ends: white space, byte-order mark, zero-width marks, controls.
pub(super) fn visible(text: &str, span: Span) -> Span {
    let hidden = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}')
    };
    let inner = span.of(text);
    let start = span.start() + (inner.len() - inner.trim_start_matches(hidden).len());
    Span::new(start, start + inner.trim_matches(hidden).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_blocks() {
        let text = "\u{feff} Một\r\n\r\nHai.\nBa?”\u{a0}\n \n";
        let got: Vec<_> = blocks(text).iter().map(|b| (b.span.of(text), b.after_gap, b.end)).collect();
        assert_eq!(got, [("Một", true, End::Open), ("Hai.", true, End::Stop), ("Ba?”", false, End::Question)]);
    }

    #[test]
    fn lines_end_at_every_break() {
        const BREAKS: [char; 7] = ['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{c}', '\u{b}'];
        for c in '\0'..=char::MAX {
            let text = format!("ắ{c}b");
            let expected = text.split_inclusive(BREAKS).next().map_or(0, str::len);
            assert_eq!(line_len(text.as_bytes()), expected, "{c:?}");
        }
    }

    #[test]
    fn cuts_leave_no_blank_part() {
        let text = "Một hai ba";
        let mut block = blocks(text).remove(0);
        assert!(block.cut_head(text, 0).is_none());
        assert_eq!(block.cut_head(text, 6).map(|b| b.span.of(text)), Some("Một"));
        assert_eq!(block.span.of(text), "hai ba");
    }
}
