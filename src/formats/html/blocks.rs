//! The lines of a page: one to each paragraph, heading, item, row, with what the markup says of it.

use super::marks::{Aside, Mark, Marks};
use super::table::{self, Layout};
use super::tree::{Id, Kind, Tree, is_block, push_joined};

/// What a line is by its element.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// Words in a paragraph, or in no element of a finer kind.
    Paragraph,
    /// `<h2>`.
    Heading,
    /// Item of a list.
    Item,
    /// Row of a table.
    Row,
}

/// A line of the page.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) text: String,
    pub(super) shape: Shape,
    /// The innermost element with lines of its own.
    pub(super) element: Id,
    /// Not the article.
    pub(super) aside: Option<Aside>,
    /// Outermost element that was set aside, so that its lines can be put together.
    pub(super) aside_root: Id,
    pub(super) caption: Option<&'static str>,
    pub(super) is_lead: bool,
    pub(super) is_title: bool,
    pub(super) byline: Option<&'static str>,
    pub(super) is_source: bool,
    pub(super) date: Option<&'static str>,
    /// Letters and digits.
    pub(super) n_chars: u32,
    /// Those of links.
    pub(super) n_linked: u32,
    /// Whether all of it is bold, slanting, small or centred.
    pub(super) is_styled: bool,
    /// Whether all of it is bold.
    pub(super) is_bold: bool,
    /// Whether it is set to the right.
    pub(super) is_right: bool,
    /// Whether a picture stands between it and the line before.
    pub(super) after_picture: bool,
}

impl Block {
    /// Pieces between white space.
    pub(super) fn n_words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Whether it is nothing but links.
    pub(super) fn is_link(&self) -> bool {
        self.n_linked > 0 && self.n_linked * 10 >= self.n_chars * 9
    }
}

/// The lines under `root`.
pub(super) fn blocks(tree: &Tree, marks: &Marks, root: Id) -> Vec<Block> {
    let mut writer = Writer { tree, marks, out: Vec::new(), line: Line::default(), picture: false, list: Vec::new() };
    writer.node(root, Around { element: root, ..Around::default() });
    writer.flush(Around { element: root, ..Around::default() });
    writer.out
}

/// Deepest element that is looked into; under it everything is one line.
const DEEPEST: u32 = 500;

/// What the elements around a place say of it.
#[derive(Clone, Copy, Default)]
struct Around {
    depth: u32,
    element: Id,
    shape: Option<Shape>,
    aside: Option<Aside>,
    aside_root: Id,
    caption: Option<&'static str>,
    is_lead: bool,
    is_title: bool,
    byline: Option<&'static str>,
    is_source: bool,
    date: Option<&'static str>,
    in_link: bool,
    is_bold: bool,
    is_styled: bool,
    is_right: bool,
    is_pre: bool,
    /// In a cell of a table of data: nothing begins a line.
    in_cell: bool,
}

/// A line in the making; what holds for nine tenths of its letters holds for it.
#[derive(Default)]
struct Line {
    text: String,
    marker: String,
    n_chars: u32,
    n_linked: u32,
    n_bold: u32,
    n_styled: u32,
    n_aside: u32,
    aside: Option<(Aside, Id)>,
    n_caption: u32,
    caption: Option<&'static str>,
    n_byline: u32,
    byline: Option<&'static str>,
    n_date: u32,
    date: Option<&'static str>,
    n_source: u32,
    n_lead: u32,
    n_title: u32,
}

struct Writer<'a> {
    tree: &'a Tree,
    marks: &'a Marks,
    out: Vec<Block>,
    line: Line,
    picture: bool,
    // Numbers of the items of the lists around: none for a list without numbers.
    list: Vec<Option<i64>>,
}

impl Writer<'_> {
    fn node(&mut self, id: Id, around: Around) {
        match &self.tree.node(id).kind {
            Kind::Text(text) => self.text(text, around),
            Kind::Element { .. } | Kind::Root => self.element(id, around),
            Kind::Other => {}
        }
    }

    fn element(&mut self, id: Id, outer: Around) {
        let (name, mark) = (self.tree.name(id), self.marks.of(id));
        if mark.is_hidden {
            return;
        }
        match name {
            "br" if outer.in_cell => return push_joined(&mut self.line.text, " "),
            "br" => return self.flush(outer),
            "img" | "amp-img" => {
                self.picture = true;
                return;
            }
            _ => {}
        }
        let mut inner = self.within(id, outer, mark);
        if outer.depth > DEEPEST {
            return self.text(&self.tree.text(id), inner);
        }
        let breaks = is_block(name) && !outer.in_cell;
        if breaks {
            self.flush(outer);
        } else if is_block(name) {
            push_joined(&mut self.line.text, " ");
        }
        match name {
            "ol" => self.list.push(Some(self.tree.attr(id, "start").and_then(|n| n.trim().parse().ok()).unwrap_or(1))),
            "ul" | "menu" | "dir" => self.list.push(None),
            "li" if !outer.in_cell => self.marker(id),
            "table" if !outer.in_cell && mark.caption.is_none() => match table::layout(self.tree, self.marks, id) {
                Layout::Data => return self.table(id, inner),
                Layout::Page => {}
            },
            "pre" => inner.is_pre = true,
            _ => {}
        }
        let mut child = self.tree.node(id).first;
        while child != super::tree::NONE {
            self.node(child, inner);
            child = self.tree.node(child).after;
        }
        if matches!(name, "ol" | "ul" | "menu" | "dir") {
            self.list.pop();
        }
        if breaks {
            self.flush(inner);
        }
    }

    /// What holds inside an element.
    fn within(&self, id: Id, outer: Around, mark: Mark) -> Around {
        let name = self.tree.name(id);
        let mut inner = Around { depth: outer.depth + 1, ..outer };
        if is_block(name) && !outer.in_cell {
            inner.element = id;
            inner.is_right |= is_set_right(self.tree, id);
            inner.is_styled |= is_centred(self.tree, id);
        }
        inner.shape = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Shape::Heading),
            "li" | "dt" | "dd" => Some(Shape::Item),
            "td" | "th" | "div" | "section" | "article" if outer.shape != Some(Shape::Item) => None,
            _ => outer.shape,
        };
        if outer.aside.is_none() && mark.aside.is_some() {
            (inner.aside, inner.aside_root) = (mark.aside, id);
        }
        inner.caption = outer.caption.or(mark.caption);
        inner.is_lead |= mark.is_lead;
        inner.is_title |= mark.is_title;
        inner.byline = mark.byline.or(outer.byline);
        inner.is_source |= mark.is_source;
        inner.date = mark.date.or(outer.date);
        inner.in_link |= name == "a" && self.tree.attr(id, "href").is_some();
        inner.is_bold |= matches!(name, "b" | "strong");
        inner.is_styled |= matches!(name, "b" | "strong" | "i" | "em" | "small" | "center");
        inner
    }

    fn marker(&mut self, id: Id) {
        self.line.marker = match self.list.last_mut() {
            Some(Some(number)) => {
                if let Some(stated) = self.tree.attr(id, "value").and_then(|n| n.trim().parse().ok()) {
                    *number = stated;
                }
                let shown = format!("{number}. ");
                *number = number.saturating_add(1);
                shown
            }
            _ => "- ".to_owned(),
        };
    }

    fn table(&mut self, id: Id, around: Around) {
        let rows: Vec<Vec<Id>> = table::rows(self.tree, id);
        let around = Around { shape: Some(Shape::Row), in_cell: true, ..around };
        for cells in rows {
            for (i, cell) in cells.iter().enumerate() {
                if i > 0 {
                    self.line.text.truncate(self.line.text.trim_end_matches(' ').len());
                    self.line.text.push('\t');
                }
                self.node(*cell, around);
            }
            self.flush(Around { in_cell: false, ..around });
        }
    }

    fn text(&mut self, text: &str, around: Around) {
        if around.is_pre && !around.in_cell {
            for (i, line) in text.split('\n').enumerate() {
                if i > 0 {
                    self.flush(around);
                }
                self.words(line, around);
            }
        } else {
            self.words(text, around);
        }
    }

    fn words(&mut self, text: &str, around: Around) {
        let line = &mut self.line;
        push_joined(&mut line.text, text);
        let n = text.chars().filter(|c| c.is_alphanumeric()).count() as u32;
        let add = |sum: &mut u32, holds: bool| *sum += if holds { n } else { 0 };
        line.n_chars += n;
        add(&mut line.n_linked, around.in_link);
        add(&mut line.n_bold, around.is_bold);
        add(&mut line.n_styled, around.is_styled);
        add(&mut line.n_aside, around.aside.is_some());
        add(&mut line.n_caption, around.caption.is_some());
        add(&mut line.n_byline, around.byline.is_some());
        add(&mut line.n_date, around.date.is_some());
        add(&mut line.n_source, around.is_source);
        add(&mut line.n_lead, around.is_lead);
        add(&mut line.n_title, around.is_title);
        if n > 0 {
            line.aside = line.aside.or(around.aside.map(|aside| (aside, around.aside_root)));
            line.caption = line.caption.or(around.caption);
            line.byline = line.byline.or(around.byline);
            line.date = line.date.or(around.date);
        }
    }

    /// Ends the line at hand.
    fn flush(&mut self, around: Around) {
        if self.line.text.trim().is_empty() {
            self.line.text.clear();
            return;
        }
        let line = std::mem::take(&mut self.line);
        let most = |n: u32| n * 10 >= line.n_chars * 9 && line.n_chars > 0;
        let (aside, aside_root) = match line.aside.filter(|_| most(line.n_aside)) {
            Some((aside, root)) => (Some(aside), root),
            None => (None, 0),
        };
        let shape = around.shape.unwrap_or(Shape::Paragraph);
        self.out.push(Block {
            text: format!("{}{}", line.marker, line.text.trim_end()),
            shape,
            element: around.element,
            aside,
            aside_root,
            caption: line.caption.filter(|_| most(line.n_caption)),
            is_lead: most(line.n_lead),
            is_title: most(line.n_title),
            // The label before a name is often outside: `By <a rel=author>…`.
            byline: line.byline.filter(|_| line.n_byline * 10 >= line.n_chars * 6),
            is_source: most(line.n_source),
            // A date beside an author, parted by marks and blanks.
            date: line.date.filter(|_| most(line.n_date) || line.n_date > 0 && most(line.n_date + line.n_byline)),
            n_chars: line.n_chars,
            n_linked: line.n_linked,
            is_styled: most(line.n_styled),
            is_bold: most(line.n_bold),
            is_right: around.is_right,
            after_picture: std::mem::take(&mut self.picture),
        });
    }
}

fn is_set_right(tree: &Tree, id: Id) -> bool {
    let style = || tree.attr(id, "style").is_some_and(|s| s.replace(' ', "").contains("text-align:right"));
    let class = || tree.attr(id, "class").is_some_and(|c| c.contains("text-right") || c.contains("align-right"));
    tree.attr(id, "align") == Some("right") || class() || style()
}

fn is_centred(tree: &Tree, id: Id) -> bool {
    let style = || tree.attr(id, "style").is_some_and(|s| s.replace(' ', "").contains("text-align:center"));
    let class = || tree.attr(id, "class").is_some_and(|c| c.contains("text-center") || c.contains("align-center"));
    tree.attr(id, "align") == Some("center") || class() || style()
}
