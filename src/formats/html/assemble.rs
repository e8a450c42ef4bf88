//! The lines of a page in order, each with what it is: the article, or why not.

use crate::formats::{HintKind, dates};

use super::blocks::{Block, Shape};
use super::content::{Inside, is_running};
use super::headline::is_same;
use super::marks::{Aside, Marks};
use super::meta::Found;
use super::tree::{Id, Tree};
use super::words::{Use, heading};

/// A line of the text that is made of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) hint: Option<Aside>,
}

/// Where things stand on the page.
pub(super) struct Plan<'a> {
    pub(super) tree: &'a Tree,
    pub(super) marks: &'a Marks,
    pub(super) found: &'a Found,
    /// The headline.
    pub(super) title: Option<Id>,
    /// The element of the article; 0: everything.
    pub(super) body: Id,
}

/// Longest line of things that are set aside together, in bytes.
const LONGEST_ASIDE: usize = 800;

/// The lines of the page.
pub(super) fn lines(plan: &Plan, blocks: &[Block]) -> Vec<Line> {
    let roles = Roles::new(plan, blocks);
    let mut out: Vec<(Line, Id)> = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        let hint = roles.role(i, block);
        let root = if hint == block.aside { block.aside_root } else { 0 };
        let is_nav = hint.is_some_and(|(kind, _)| kind == HintKind::Navigation);
        match out.last_mut() {
            Some((line, last)) if is_nav && line.hint == hint && *last == root && line.text.len() < LONGEST_ASIDE => {
                line.text.push_str(" · ");
                line.text.push_str(block.text.trim_start_matches("- "));
            }
            _ => out.push((Line { text: block.text.clone(), hint }, root)),
        }
    }
    out.into_iter().map(|(line, _)| line).collect()
}

struct Roles<'a> {
    plan: &'a Plan<'a>,
    title: Option<usize>,
    /// First and last line of the article.
    first: usize,
    last: usize,
    inside: Inside,
    region: Inside,
    /// Whether the article itself is made of links.
    is_of_links: bool,
}

impl<'a> Roles<'a> {
    fn new(plan: &'a Plan<'a>, blocks: &[Block]) -> Self {
        let inside = Inside::new(plan.tree, plan.body);
        let own = |b: &Block| inside.holds(b.element) && b.aside.is_none() && b.caption.is_none();
        let first = blocks.iter().position(|b| own(b) && is_running(b)).unwrap_or(0);
        let last = blocks.iter().rposition(own).unwrap_or(blocks.len().saturating_sub(1));
        let held = plan.title.map(|title| Inside::new(plan.tree, title));
        let in_title = |b: &Block| held.as_ref().is_some_and(|held| held.holds(b.element));
        let stated = plan.found.titles.first();
        let title = blocks.iter().position(in_title).or_else(|| {
            let named = |b: &Block| {
                stated.is_some_and(|said| super::headline::variants(&said.value).iter().any(|t| is_same(t, &b.text)))
            };
            blocks.iter().position(named)
        });
        let title =
            title.or_else(|| bold_above(blocks, first, &Inside::new(plan.tree, around_of(plan, blocks, first))));
        let both = title.map(|t| common(plan.tree, plan.body, blocks[t].element));
        let region = Inside::new(plan.tree, both.unwrap_or(plan.body));
        let (n_links, n_all) =
            blocks.iter().filter(|b| own(b)).fold((0, 0), |(links, all), b| (links + b.n_linked, all + b.n_chars));
        Self { plan, title, first, last, inside, region, is_of_links: n_links * 2 > n_all }
    }

    /// What a line is; `None`: text of the article, for the engine to class.
    fn role(&self, i: usize, block: &Block) -> Option<Aside> {
        use HintKind::{Byline, Caption, Heading, Lead, ListItem, Metadata, Navigation, SourceLine, TableRow, Title};
        if self.title == Some(i) {
            return Some((Title, "html:headline"));
        }
        if let Some(aside) = block.aside {
            return Some(aside);
        }
        if let Some(rule) = block.caption {
            return Some((if self.region.holds(block.element) { Caption } else { Navigation }, rule));
        }
        let near = self.region.holds(block.element);
        let inside = self.inside.holds(block.element);
        if near && let Some(rule) = block.date.filter(|_| block.n_words() < 16) {
            return Some((Metadata, rule));
        }
        if near && block.n_words() < 12 {
            if let Some(rule) = block.byline {
                return Some((Byline, rule));
            }
            if block.is_source {
                return Some((SourceLine, "html:class=source"));
            }
        }
        if block.n_chars > 25
            && (block.is_lead && near || self.is_described(block))
            && i <= self.last
            && !block.is_link()
        {
            return Some((Lead, if block.is_lead { "html:class=lead" } else { "html:description" }));
        }
        if !inside {
            return Some(self.outside(i, block, near));
        }
        if i < self.first && is_date_line(block) {
            return Some((Metadata, "html:date line"));
        }
        if let Some(rule) = self.leads_elsewhere(block) {
            return Some((Navigation, rule));
        }
        if let Some(rule) = self.is_caption(block) {
            return Some((Caption, rule));
        }
        if let Some(kind) = self.signs(i, block) {
            return Some((kind, "html:signature"));
        }
        match block.shape {
            Shape::Heading => Some((Heading, "html:heading")),
            Shape::Row => Some((TableRow, "html:table")),
            Shape::Item => Some((ListItem, "html:list")),
            Shape::Paragraph => None,
        }
    }

    /// Whether the page gives the line as its summary.
    fn is_described(&self, block: &Block) -> bool {
        self.plan.found.descriptions.iter().any(|summary| summary.chars().count() > 40 && is_same(summary, &block.text))
    }

    /// What a line beside the article is.
    fn outside(&self, i: usize, block: &Block, near: bool) -> Aside {
        use HintKind::{Lead, Metadata, Navigation};
        if near
            && (self.last + 1..self.last + 3).contains(&i)
            && let Some(kind) = self.signs(i, block)
        {
            return (kind, "html:signature");
        }
        let under_title = near && i < self.first && self.title.is_some_and(|title| title < i);
        if under_title && !block.is_link() {
            if is_date_line(block) {
                return (Metadata, "html:date line");
            }
            if is_running(block) && block.n_words() > 11 && block.text.ends_with(['.', '!', '?', '…', '”', '"']) {
                return (Lead, "html:above text");
            }
        }
        (Navigation, "html:outside")
    }

    /// Links to other articles among the text, and the words over them.
    fn leads_elsewhere(&self, block: &Block) -> Option<&'static str> {
        if heading(&block.text).is_some_and(|u| u != Use::Footer) && block.n_words() < 8 {
            return Some("html:words");
        }
        if block.is_link() && !self.is_of_links && block.n_words() > 2 {
            return Some("html:link");
        }
        let (head, _) = block.text.trim_start_matches(|c: char| !c.is_alphanumeric()).split_once(':')?;
        let is_pointer = heading(head) == Some(Use::Related) || heading(head) == Some(Use::Tags);
        (is_pointer && block.n_linked * 2 > block.n_chars).then_some("html:words")
    }

    fn is_caption(&self, block: &Block) -> Option<&'static str> {
        const LONGEST: usize = 60;
        let sums = self.plan.marks.sums(block.element);
        if block.n_words() > LONGEST || block.shape == Shape::Heading {
            return None;
        }
        if sums.pictures > 0 && matches!(self.plan.tree.name(block.element), "p" | "center" | "h4" | "h5" | "h6") {
            return Some("html:beside picture");
        }
        (block.after_picture && block.is_styled).then_some("html:under picture")
    }

    /// A name at the end of the text, in bold or to the right.
    fn signs(&self, i: usize, block: &Block) -> Option<HintKind> {
        let near_end = i + 3 > self.last;
        let short = block.n_words() < 9 && !block.text.ends_with(['.', ':', '?', '!']);
        if !near_end || !short || !(block.is_right || block.is_bold) || block.shape != Shape::Paragraph {
            return None;
        }
        let first = block
            .text
            .split_whitespace()
            .next()
            .unwrap_or("")
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        if matches!(first.as_str(), "theo" | "nguồn") {
            return Some(HintKind::SourceLine);
        }
        let is_name = block
            .text
            .split_whitespace()
            .all(|word| word.chars().find(|c| c.is_alphabetic()).is_none_or(char::is_uppercase));
        (is_name || block.is_right).then_some(HintKind::Byline)
    }
}

/// The nearest table, or the element itself, around the first line of the article: old pages have their headline in a row
/// of its own.
fn around_of(plan: &Plan, blocks: &[Block], first: usize) -> Id {
    let from = blocks.get(first).map_or(plan.body, |block| block.element);
    plan.tree.ancestors(from).find(|&id| plan.tree.name(id) == "table").unwrap_or(plan.body)
}

fn is_date_line(block: &Block) -> bool {
    block.n_words() < 16 && dates::iso(&block.text, dates::Order::DayFirst, true).is_some()
}

/// The line in bold above the text, where nothing else tells the headline.
fn bold_above(blocks: &[Block], first: usize, region: &Inside) -> Option<usize> {
    let may_be = |b: &Block| {
        b.is_bold
            && b.aside.is_none()
            && !b.is_link()
            && (4..31).contains(&b.n_words())
            && !b.text.ends_with(['.', ':', ','])
    };
    let near = blocks[..first].iter().enumerate().rev().take(8);
    { near }.find(|(_, b)| may_be(b) && region.holds(b.element)).map(|(i, _)| i)
}

/// The nearest element that holds both.
fn common(tree: &Tree, a: Id, b: Id) -> Id {
    let above: Vec<Id> = std::iter::once(a).chain(tree.ancestors(a)).collect();
    std::iter::once(b).chain(tree.ancestors(b)).find(|id| above.contains(id)).unwrap_or(0)
}
