//! What paragraphs are by the size and place of their letters: the headline, headings, footnotes.

use super::Page;
use super::furniture;
use super::paragraphs::{Paragraph, paragraphs};
use crate::base::Arrange;
use crate::formats::blocks::{Blocks, Said};
use crate::formats::{Document, Format, HintKind};

/// The document of all pages. Heads and feet of pages come last, each once.
pub(super) fn document(name: &str, mut pages: Vec<Page>) -> Document {
    let furniture = furniture::taken(&mut pages);
    let paragraphs = paragraphs(&pages);
    let body = body_size(&paragraphs);
    let title = title(&paragraphs, body);
    let mut blocks = Blocks::default();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let kind = if Some(at) == title {
            Some((HintKind::Title, "pdf:title"))
        } else {
            kind(paragraph, paragraphs.get(at + 1), body)
        };
        match kind {
            Some(kind @ (HintKind::TableRow, _)) => blocks.line(&paragraph.text, Some(kind)),
            kind => blocks.add(&paragraph.text, kind),
        }
    }
    let mut document = blocks.document(name, Format::Pdf);
    if let crate::formats::Content::Blocks { text, hints } = &mut document.content {
        let first = text.lines().count() as u32;
        for (at, (line, (kind, rule))) in (first..).zip(furniture) {
            if at > 0 {
                text.push('\n');
            }
            text.push_str(&line);
            hints.push(crate::formats::Hint { lines: at..at + 1, kind, rule: rule.to_owned() });
        }
    }
    document
}

/// The size of most letters.
fn body_size(paragraphs: &[Paragraph]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = paragraphs.iter().map(|p| (p.size, p.text.len())).collect();
    sizes.arrange_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, n)| n).sum::<usize>() / 2;
    let mut n = 0;
    let middle = sizes.iter().find(|(_, own)| {
        n += own;
        n > half
    });
    middle.map_or(10.0, |(size, _)| *size)
}

/// The headline: what stands in the largest letters on the first page that has text.
fn title(paragraphs: &[Paragraph], body: f64) -> Option<usize> {
    let page = paragraphs.first()?.page;
    let first = paragraphs.iter().take_while(|p| p.page == page).enumerate();
    let may_be =
        |p: &Paragraph| !p.is_row && p.size > 1.15 * body && (2..60).contains(&p.text.split_whitespace().count());
    let mut best: Option<(usize, f64)> = None;
    for (at, p) in first.filter(|(_, p)| may_be(p)) {
        if best.is_none_or(|(_, size)| p.size > 1.02 * size) {
            best = Some((at, p.size));
        }
    }
    best.map(|(at, _)| at)
}

fn kind(p: &Paragraph, next: Option<&Paragraph>, body: f64) -> Option<Said> {
    if p.is_row {
        return Some((HintKind::TableRow, "doc:table"));
    }
    let n_words = p.text.split_whitespace().count();
    let ends = p.text.ends_with(['.', ',', ';', ':', '!', '?', '…', '”', '"']);
    let is_larger = p.size > 1.12 * body;
    let is_bold_line = p.is_bold && p.size > 0.97 * body && next.is_some_and(|next| !next.is_bold && !next.is_row);
    if n_words < 25 && !ends && (is_larger || is_bold_line) && p.text.chars().any(char::is_alphabetic) {
        return Some((HintKind::Heading, "pdf:heading"));
    }
    let is_numbered = p.text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '*' | '¹' | '²' | '³' | '['));
    if p.size < 0.88 * body && p.height > 0.6 && is_numbered {
        return Some((HintKind::Footnote, "pdf:footnote"));
    }
    None
}
