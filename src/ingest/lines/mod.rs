//! Lines classed as body or set aside.

mod block;
mod byline;
mod caption;
mod credit;
mod dateline;
mod glued;
mod hinted;
mod metadata;
mod navigation;
mod outlet;
mod page;
mod pieces;
mod related;
mod roles;
mod several;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use crate::base::Span;
use crate::lexicon::{Lexicon, PageWords};
use crate::text::Tokenised;

use super::stamp::Stamp;
use super::{About, Article, SetAside, SetAsideKind};
use block::{Block, blocks};

/// Classes the lines of a composed text.
pub fn article(lexicon: &Lexicon, text: String) -> Article {
    article_about(lexicon, &Rc::new(Tokenised::new(&text)), About::default())
}

/// Classes the lines of a composed text of which its file says something.
pub fn article_about(lexicon: &Lexicon, source: &Rc<Tokenised>, about: About) -> Article {
    let text = source.text();
    let mut found = blocks(text);
    let hinted = hinted::Hinted::new(text, &about.hints);
    hinted.apply(&mut found);
    page::set_aside(&lexicon.page, source, &mut found);
    hinted.apply(&mut found);
    let mut segments = roles::segments(text, &mut found);
    hinted.name_roles(&mut segments);
    let set_aside = found.iter().filter_map(|b| Some((b, b.aside?))).flat_map(aside).collect();
    Article { text: text.to_owned(), segments, set_aside, about }
}

/// Where further articles begin in a text of several.
pub(super) fn starts(page: &PageWords, text: &str) -> Vec<usize> {
    several::starts(page, text)
}

/// Where further articles may begin, for the reader to decide.
pub(super) fn likely_starts(page: &PageWords, text: &str) -> Vec<usize> {
    several::likely_starts(page, text)
}

/// The dates that a stretch of page metadata states.
pub fn stamps(page: &PageWords, text: &str, stretch: Span) -> Vec<Stamp> {
    metadata::stamps(page, text, stretch)
}

/// The name of a person in a line of page metadata.
pub fn named(page: &PageWords, text: &str, line: Span) -> Option<Span> {
    metadata::named(page, text, line)
}

fn aside((block, (kind, rule)): (&Block, (SetAsideKind, &'static str))) -> impl Iterator<Item = SetAside> {
    let credit = block.credit.map(|span| SetAside { kind: SetAsideKind::PhotoCredit, span, sub: true, rule: "credit" });
    [SetAside { kind, span: block.span, sub: false, rule }].into_iter().chain(credit)
}
