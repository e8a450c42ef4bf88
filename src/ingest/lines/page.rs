//! What of the page is not the article, decided in passes: parts cut from lines, lines by their own words, lines by
//! their place.

use std::ops::Range;
use std::rc::Rc;

use crate::base::Span;
use crate::ingest::SetAsideKind::{self, *};
use crate::ingest::words::Words;
use crate::lexicon::PageWords;
use crate::text::{Tokenised, sentences, words};

use super::block::{Block, End, visible};
use super::metadata::Sure;
use super::navigation::Menu;
use super::{byline, caption, credit, glued, metadata, navigation, outlet, related};

/// The rule for rubrics at the edges of a page.
pub(super) const RUBRIC: &str = "rubric at the edge";

/// Tokens that an entry with a bullet above the text has fewer than.
const SHORT_ENTRY: usize = 9;

/// Bytes of a line that may be page matter as a whole.
const LONGEST: usize = 1200;

/// Sets aside what is not the article.
pub(super) fn set_aside(page: &PageWords, source: &Rc<Tokenised>, blocks: &mut Vec<Block>) {
    cut_heads(page, source, blocks);
    *blocks = blocks.drain(..).flat_map(|block| cut_inside(page, source, block)).collect();
    let menus: Vec<Option<Menu>> = blocks.iter_mut().map(|block| by_words(page, source, block)).collect();
    let Some((first, last)) = text_range(blocks, &menus) else { return by_place(page, source, blocks, &menus, 0..0) };
    by_place(page, source, blocks, &menus, first..last + 1);
    related::set_aside(blocks, &menus);
    repeated(source.text(), blocks, first);
    captions(source, blocks, first);
    cut_tail(page, source, blocks);
}

/// Cuts glued headers and outlet tags from the lines that have them.
fn cut_heads(page: &PageWords, source: &Rc<Tokenised>, blocks: &mut Vec<Block>) {
    let mut out = Vec::with_capacity(blocks.len() + 2);
    for (i, mut block) in blocks.drain(..).enumerate() {
        if i < 30 && block.n_words > 5 {
            let words = Words::head_of(source, block.span);
            let header = metadata::glued(page, &words).filter(|_| metadata::whole(page, &words).is_none());
            if let Some(mut head) = header.and_then(|at| block.cut_head(source.text(), at)) {
                head.set_aside(GluedHeader, "glued header");
                out.push(head);
            }
            out.extend(cut_tag(page, source, &mut block));
        }
        out.push(block);
    }
    *blocks = out;
}

/// Cuts the outlet tag from the head of the block, which keeps the rest.
fn cut_tag(page: &PageWords, source: &Rc<Tokenised>, block: &mut Block) -> Option<Block> {
    let words = Words::head_of(source, block.span);
    let mut head = outlet::tag(page, &words).and_then(|at| block.cut_head(source.text(), at))?;
    head.set_aside(OutletTag, "outlet tag");
    Some(head)
}

/// A part of a line that is cut.
struct Piece {
    span: Span,
    // The credit of a caption.
    credit: Option<Span>,
    is_heading: bool,
}

impl Piece {
    fn new(text: &str, span: Span) -> Self {
        Self { span: visible(text, span), credit: None, is_heading: false }
    }

    fn into_block(self, text: &str) -> Block {
        let mut block = Block::new(text, self.span, false);
        if self.credit.is_some() {
            block.set_aside(Caption, "caption inside a line");
        }
        Block { credit: self.credit, is_heading: self.is_heading, ..block }
    }
}

/// Parts a line that holds captions, or headings that are glued to their paragraphs.
fn cut_inside(page: &PageWords, source: &Rc<Tokenised>, block: Block) -> Vec<Block> {
    if !block.is_body() || block.n_words < 10 {
        return vec![block];
    }
    let text = source.text();
    let mut out = Vec::new();
    let mut rest = block.span;
    while let Some(found) = glued::caption(page, source, rest) {
        cut_headings(page, source, Span::new(rest.start(), found.caption.start()), &mut out);
        out.push(Piece { credit: Some(found.credit), ..Piece::new(text, found.caption) });
        rest = Span::new(found.caption.end(), rest.end());
    }
    if out.is_empty() && block.n_words < MANY {
        cut_headings(page, source, rest, &mut out);
    } else {
        let at = glued::closing(page, source, rest).unwrap_or(rest.end());
        cut_headings(page, source, Span::new(rest.start(), at), &mut out);
        cut_headings(page, source, Span::new(at, rest.end()), &mut out);
    }
    if out.len() < 2 {
        return vec![block];
    }
    let mut parts: Vec<Block> = Vec::with_capacity(out.len() + 1);
    for mut part in out.into_iter().map(|piece| piece.into_block(text)) {
        // A dateline opens the text after a caption.
        if parts.last().is_some_and(|before| before.is(Caption)) {
            parts.extend(cut_tag(page, source, &mut part));
        }
        parts.push(part);
    }
    parts[0].after_gap = block.after_gap;
    parts
}

/// Words of a line that must be more than a caption.
const MANY: u32 = 120;

/// Words of a line that must be a whole page: headings may be glued to any of its sentences.
const PAGE: usize = 250;

/// Adds the stretch, parted where a heading is glued to the text after it.
fn cut_headings(page: &PageWords, source: &Rc<Tokenised>, stretch: Span, out: &mut Vec<Piece>) {
    let text = source.text();
    let stretch = visible(text, stretch);
    if stretch.is_empty() {
        return;
    }
    let long = words(stretch.of(text)).nth(PAGE).is_some();
    let mut start = stretch.start();
    for sentence in sentences(text, stretch).take(if long { usize::MAX } else { 1 }) {
        let from = sentence.start();
        let Some(at) = glued::heading(page, source, Span::new(from, stretch.end())) else { continue };
        if from > start {
            out.push(Piece::new(text, Span::new(start, from)));
        }
        out.push(Piece { is_heading: true, ..Piece::new(text, Span::new(from, at)) });
        start = at;
    }
    out.push(Piece::new(text, Span::new(start, stretch.end())));
}

/// Sets the line aside if its own words say what it is; what it does as navigation, if it may be that.
fn by_words(page: &PageWords, source: &Rc<Tokenised>, block: &mut Block) -> Option<Menu> {
    if !block.is_body() || block.span.len() > LONGEST {
        return None;
    }
    let words = Words::of(source, block.span);
    let menu = if navigation::is_trail(page, &words) { Some(Menu::Entries) } else { navigation::menu(page, &words) };
    let menu = menu.filter(|_| !block.is_piece);
    if let Some((kind, rule)) = kind(page, source.text(), block.span, &words, menu) {
        block.set_aside(kind, rule);
    } else if let Some(span) = credit::closing(page, &words) {
        block.set_aside(Caption, "credit");
        block.credit = Some(span);
    } else if caption::is_cell(&words) {
        block.set_aside(Caption, "cell under a picture");
    } else {
        let rule = match menu? {
            Menu::Entries | Menu::Link | Menu::Tags => "menu words",
            Menu::Footer => "imprint",
            Menu::Related => "links",
            Menu::Sections | Menu::Topic | Menu::Comments | Menu::Entry | Menu::Address => return menu,
        };
        block.set_aside(Nav, rule);
    }
    menu
}

/// What the words of a line say it is, whatever its place.
fn kind(
    page: &PageWords,
    text: &str,
    span: Span,
    words: &Words,
    menu: Option<Menu>,
) -> Option<(SetAsideKind, &'static str)> {
    if caption::is_placeholder(span.of(text)) {
        return Some((Placeholder, "picture name"));
    }
    if menu == Some(Menu::Comments) {
        return Some((Nav, "comments"));
    }
    if metadata::whole(page, words) == Some(Sure::Anywhere) {
        return Some((PageMetadata, "date line"));
    }
    let kind = byline::labelled(page, words)?;
    Some((kind, if kind == Byline { "byline" } else { "source line" }))
}

/// Index of the first and the last paragraph.
fn text_range(blocks: &[Block], menus: &[Option<Menu>]) -> Option<(usize, usize)> {
    let is_text = |i: &usize| {
        let b = &blocks[*i];
        b.is_body() && (b.end == End::Stop && b.n_words > 7 && menus[*i] != Some(Menu::Entry) || b.n_words > 32)
    };
    Some(((0..blocks.len()).find(is_text)?, (0..blocks.len()).rev().find(is_text)?))
}

/// Lines that are page matter only before or after the text, or beside other navigation.
fn by_place(
    page: &PageWords,
    source: &Rc<Tokenised>,
    blocks: &mut [Block],
    menus: &[Option<Menu>],
    body: Range<usize>,
) {
    let headed = blocks[..body.start].iter().position(|b| b.is_body() && b.n_words > 4).unwrap_or(body.start);
    let is_entry = |i: usize| matches!(menus.get(i), Some(Some(Menu::Entry | Menu::Sections)));
    for i in 0..blocks.len() {
        let beside = i > 0 && is_entry(i - 1) || is_entry(i + 1);
        let block = &mut blocks[i];
        if !block.is_body() || block.is_piece || block.span.len() > LONGEST {
            continue;
        }
        if body.contains(&i) {
            if beside && menus[i] == Some(Menu::Entry) {
                block.set_aside(Nav, "among entries");
            }
            continue;
        }
        let after = i >= body.end && body.end > 0;
        if let Some((kind, rule)) = at_edge(page, &Words::of(source, block.span), menus[i], after, i > headed) {
            block.set_aside(kind, rule);
        }
    }
}

/// What a line at the edge of the page is; `after` the text, or above it and perhaps `under_title`.
fn at_edge(
    page: &PageWords,
    words: &Words,
    menu: Option<Menu>,
    after: bool,
    under_title: bool,
) -> Option<(SetAsideKind, &'static str)> {
    match menu {
        Some(Menu::Sections) => return Some((Nav, RUBRIC)),
        Some(Menu::Entry) => return Some((Nav, "entry at the edge")),
        Some(Menu::Topic) if after => return Some((Nav, RUBRIC)),
        Some(Menu::Address) => return Some((if after { SourceLine } else { Nav }, "address at the edge")),
        _ => {}
    }
    if !after && !under_title && words.raw(0) == "•" && words.n_tokens() < SHORT_ENTRY {
        return Some((Nav, "entry with a bullet above the text"));
    }
    if metadata::whole(page, words).is_some() && words.raw(words.n_tokens() - 1) != "," {
        return Some((PageMetadata, "date line at the edge"));
    }
    if byline::outlets_only(page, words) {
        return Some((if after { SourceLine } else { Nav }, "outlet at the edge"));
    }
    if (after || under_title) && byline::names_only(words) {
        return Some((Byline, "name at the edge"));
    }
    let kind = byline::signs(page, words).filter(|_| after)?;
    Some((kind, "signature"))
}

/// Words that stand in for a picture by saying its caption, or the title, once more.
fn repeated(text: &str, blocks: &mut [Block], first: usize) {
    let words_of = |block: &Block| block.span.of(text);
    let headline = blocks[..first].iter().find(|b| b.is_body() && b.n_words > 4).map(words_of);
    for i in first + 1..blocks.len() {
        let (before, rest) = blocks.split_at_mut(i + 1);
        let block = &mut before[i];
        if !block.is_body() || block.is_piece || block.end == End::Stop || block.n_words < 4 {
            continue;
        }
        let twice = rest.first().is_some_and(|next| next.is_body() && words_of(next) == words_of(block));
        if twice || headline == Some(words_of(block)) {
            block.set_aside(Placeholder, "said twice");
        }
    }
}

/// Captions by what stands around them, and those that no credit closes.
fn captions(source: &Rc<Tokenised>, blocks: &mut [Block], first: usize) {
    for i in 0..blocks.len() {
        let beside = i > 0 && blocks[i - 1].is(Placeholder) && !blocks[i].after_gap;
        let credited = blocks.get(i + 1).is_some_and(|b| b.is(Caption) && b.credit == Some(b.span) && !b.after_gap);
        let block = &mut blocks[i];
        if !block.is_body() || block.span.len() > LONGEST || block.n_words > 60 {
            continue;
        }
        if beside {
            block.set_aside(Caption, "under a picture");
        } else if credited && i > first && caption::may_be_caption(&Words::of(source, block.span)) {
            block.set_aside(Caption, "above a credit");
        } else if i > first {
            let words = Words::of(source, block.span);
            let may = i > first + 1 || block.end == End::Open || caption::names_nobody(&words);
            if may && caption::is_caption(&words) {
                block.set_aside(Caption, "shows an occasion");
            }
        }
    }
}

/// The source or the author after the last sentence.
fn cut_tail(page: &PageWords, source: &Rc<Tokenised>, blocks: &mut Vec<Block>) {
    let Some(last) = blocks.iter().rposition(Block::is_body) else { return };
    if blocks[last].n_words < 8 {
        return;
    }
    let words = Words::tail_of(source, blocks[last].span);
    let Some((span, kind)) = byline::after_text(page, &words) else { return };
    let mut rest = blocks[last].clone();
    let Some(head) = rest.cut_head(source.text(), span.start()) else { return };
    rest.set_aside(kind, "after the last sentence");
    blocks[last] = head;
    blocks.insert(last + 1, rest);
}
