//! Where on a page the article stands.
//!
//! After the idea of Readability (Mozilla, arc90): running text counts for the elements around it, the less the farther
//! away they are. Unlike it, the element is then widened for as long as what comes in is running text too.

use super::blocks::{Block, Shape};
use super::marks::Marks;
use super::tree::{Id, NONE, Tree};

/// Letters of a line that may be running text.
const SHORT: u32 = 25;

/// The article of a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// In this element.
    In(Id),
    /// The page is a list of so many articles.
    List(u32),
    /// There is no running text; everything is taken.
    Nowhere,
}

/// Letters of running text under each element.
pub(super) struct Running {
    n_chars: Vec<u32>,
}

impl Running {
    pub(super) fn new(tree: &Tree, blocks: &[Block]) -> Self {
        let mut n_chars = vec![0; tree.nodes.len()];
        for block in blocks.iter().filter(|block| is_running(block)) {
            let n = block.n_chars - block.n_linked;
            n_chars[block.element as usize] += n;
            tree.ancestors(block.element).for_each(|above| n_chars[above as usize] += n);
        }
        Self { n_chars }
    }

    pub(super) fn under(&self, id: Id) -> u32 {
        self.n_chars[id as usize]
    }
}

/// Whether a line counts as text of an article.
pub(super) fn is_running(block: &Block) -> bool {
    block.aside.is_none()
        && block.caption.is_none()
        && block.date.is_none()
        && block.byline.is_none()
        && block.shape != Shape::Heading
        && block.n_chars >= SHORT
        && block.n_linked * 2 < block.n_chars
}

/// Finds the article.
pub(super) fn place(tree: &Tree, marks: &Marks, blocks: &[Block], running: &Running, is_article: bool) -> Place {
    let Some(best) = best(tree, marks, blocks) else { return Place::Nowhere };
    let whole = widened(tree, marks, blocks, running, best);
    let teasers = if is_article { 0 } else { n_teasers(tree, blocks, whole) };
    if teasers > 0 { Place::List(teasers) } else { Place::In(whole) }
}

/// The element that gathers most running text near to it.
fn best(tree: &Tree, marks: &Marks, blocks: &[Block]) -> Option<Id> {
    let mut scores: Vec<f64> = vec![0.0; tree.nodes.len()];
    let mut seen: Vec<Id> = Vec::new();
    for block in blocks.iter().filter(|block| is_running(block)) {
        let commas = block.text.chars().filter(|c| matches!(c, ',' | '，')).count().min(10) as f64;
        let density = f64::from(block.n_linked) / f64::from(block.n_chars.max(1));
        let score = (1.0 + commas + (f64::from(block.n_chars) / 100.0).min(3.0)) * (1.0 - density);
        let own = Some(block.element).filter(|&id| is_container(tree, id));
        let above = tree.ancestors(block.element).filter(|&id| is_container(tree, id));
        for (level, id) in own.into_iter().chain(above).take(6).enumerate() {
            let part = match level {
                0 => 1.0,
                1 => 2.0,
                n => 3.0 * n as f64,
            };
            if scores[id as usize] == 0.0 {
                seen.push(id);
            }
            scores[id as usize] += score / part;
        }
    }
    let weighed = |id: Id| {
        let sums = marks.sums(id);
        let density = f64::from(sums.links) / f64::from(sums.text.max(1));
        let named = if marks.of(id).is_body { 1.4 } else { 1.0 };
        let stated = if tree.attr(id, "itemprop").is_some_and(|p| p.contains("articleBody")) { 1.5 } else { 1.0 };
        scores[id as usize] * (1.0 - density) * named * stated
    };
    let mut best: Option<(f64, Id)> = None;
    for id in seen {
        let score = weighed(id);
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, id));
        }
    }
    best.map(|(_, id)| id)
}

/// Elements that may hold an article; lists and tables hand on to what is around them.
fn is_container(tree: &Tree, id: Id) -> bool {
    matches!(
        tree.name(id),
        "div" | "td" | "section" | "article" | "main" | "body" | "center" | "form" | "blockquote" | "fieldset"
    ) || tree.name(id).contains('-')
}

/// The element with those around it that hold more of the same text.
fn widened(tree: &Tree, marks: &Marks, blocks: &[Block], running: &Running, from: Id) -> Id {
    /// Of what comes in, running text in hundredths.
    const GOOD: u32 = 80;
    let mut whole = from;
    let mut at = from;
    while let Some(above) = tree.parent(at).filter(|&id| !matches!(tree.name(id), "" | "html")) {
        let extra = running.under(above) - running.under(whole);
        if extra * 10 >= running.under(whole) {
            let (mut n_all, mut n_links, mut n_long) = (0, 0, 0);
            let inside = Inside::new(tree, whole);
            let around = Inside::new(tree, above);
            for block in blocks.iter().filter(|b| b.aside.is_none() && b.caption.is_none()) {
                if around.holds(block.element) && !inside.holds(block.element) {
                    n_all += block.n_chars;
                    n_links += u32::from(block.is_link());
                    n_long += if is_running(block) && block.n_chars > 80 { block.n_chars - block.n_linked } else { 0 };
                }
            }
            if n_links < 3 && n_long * 100 >= n_all * GOOD && marks.of(above).aside.is_none() {
                whole = above;
            }
        }
        at = above;
    }
    whole
}

/// Articles that the element lists: headings that are links, about as many as there are paragraphs.
fn n_teasers(tree: &Tree, blocks: &[Block], whole: Id) -> u32 {
    let inside = Inside::new(tree, whole);
    let own = || blocks.iter().filter(|b| b.aside.is_none() && inside.holds(b.element));
    let n_heads = own().filter(|b| b.is_link() && (b.shape == Shape::Heading || b.is_title) && b.n_words() > 3).count();
    let n_text = own().filter(|b| is_running(b)).count();
    if n_heads > 3 && n_heads * 2 >= n_text { n_heads as u32 } else { 0 }
}

/// Which nodes lie in an element, by their numbers.
pub(super) struct Inside {
    flags: Vec<bool>,
}

impl Inside {
    pub(super) fn new(tree: &Tree, root: Id) -> Self {
        let mut flags = vec![false; tree.nodes.len()];
        if root != NONE {
            tree.elements(root).for_each(|id| flags[id as usize] = true);
        }
        Self { flags }
    }

    /// Adds what lies in another element.
    pub(super) fn add(&mut self, tree: &Tree, root: Id) {
        tree.elements(root).for_each(|id| self.flags[id as usize] = true);
    }

    pub(super) fn holds(&self, id: Id) -> bool {
        self.flags.get(id as usize).copied().unwrap_or(false)
    }
}
