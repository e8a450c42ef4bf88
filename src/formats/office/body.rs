//! The text of a document, block by block, whatever the names of its tags.

use quick_xml::events::BytesStart;
use rustc_hash::FxHashMap;

use super::super::blocks::{Blocks, Said, joined, style_kind};
use super::super::{HintKind, Reason};
use super::xml::{Node, attribute, walk};

/// What an element does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// A paragraph begins, of the kind that its tag or style says.
    Paragraph(Option<Said>),
    /// The paragraph at hand is of that kind.
    Is(Said),
    /// A row of a table begins.
    Row,
    /// A cell begins.
    Cell,
    /// What is in it is of that kind.
    Inside(Said),
    /// What is in it is no text of the document.
    Skip,
    /// So many blanks.
    Blank(usize),
    /// A line ends.
    Line,
    /// A mark.
    Mark(&'static str),
    /// Text counts only in such an element, where `only_in_runs`.
    Run,
    /// Nothing.
    Nothing,
}

/// Paragraph styles: the kind of each by its id.
pub(super) type Styles = FxHashMap<String, Said>;

/// The text of a part. `only_in_runs`: white space between tags is none of it.
pub(super) struct Walk<'a> {
    pub(super) act: &'a dyn Fn(&BytesStart) -> Act,
    pub(super) only_in_runs: bool,
}

/// Paragraphs, rows and cells that are open.
#[derive(Default)]
struct State {
    acts: Vec<Act>,
    n_skipped: usize,
    n_runs: usize,
    paragraphs: Vec<(String, Option<Said>)>,
    rows: Vec<Vec<String>>,
    kinds: Vec<Said>,
}

impl Walk<'_> {
    /// Adds the blocks of a part.
    ///
    /// # Errors
    /// When the XML is damaged; the blocks before the damage were added.
    pub(super) fn read(&self, xml: &str, blocks: &mut Blocks) -> Result<(), Reason> {
        let mut s = State::default();
        let walked = walk(xml, |node| match node {
            Node::Open(tag) => {
                let act = if s.n_skipped > 0 { Act::Nothing } else { (self.act)(tag) };
                s.open(act);
            }
            Node::Text(text) if s.n_skipped == 0 && (s.n_runs > 0 || !self.only_in_runs) => {
                if let Some((paragraph, _)) = s.paragraphs.last_mut() {
                    paragraph.push_str(text);
                }
            }
            Node::Text(_) => {}
            Node::Close => s.close(blocks),
        });
        while !s.acts.is_empty() {
            s.close(blocks);
        }
        walked
    }
}

impl State {
    fn open(&mut self, act: Act) {
        self.acts.push(act);
        match act {
            Act::Skip => self.n_skipped += 1,
            Act::Run => self.n_runs += 1,
            Act::Paragraph(kind) => self.paragraphs.push((String::new(), kind)),
            Act::Row => self.rows.push(Vec::new()),
            Act::Cell => self.rows.iter_mut().last().into_iter().for_each(|row| row.push(String::new())),
            Act::Inside(kind) => self.kinds.push(kind),
            Act::Is(kind) => {
                self.paragraphs.iter_mut().last().into_iter().for_each(|(_, had)| *had = had.or(Some(kind)))
            }
            Act::Blank(n) => self.push(&" ".repeat(n.min(80))),
            Act::Line => self.push("\n"),
            Act::Mark(mark) => self.push(mark),
            Act::Nothing => {}
        }
    }

    fn push(&mut self, text: &str) {
        if let Some((paragraph, _)) = self.paragraphs.last_mut() {
            paragraph.push_str(text);
        }
    }

    fn close(&mut self, blocks: &mut Blocks) {
        match self.acts.pop() {
            Some(Act::Skip) => self.n_skipped -= 1,
            Some(Act::Run) => self.n_runs -= 1,
            Some(Act::Inside(_)) => drop(self.kinds.pop()),
            Some(Act::Paragraph(_)) => {
                let Some((text, kind)) = self.paragraphs.pop() else { return };
                let inside = self.kinds.last().copied();
                match self.rows.last_mut().and_then(|row| row.last_mut()) {
                    Some(cell) if inside.is_none_or(|(kind, _)| kind != HintKind::Footnote) => {
                        cell.push(' ');
                        cell.push_str(&text);
                    }
                    _ => blocks.add(&text, kind.or(inside)),
                }
            }
            Some(Act::Row) => {
                let Some(row) = self.rows.pop() else { return };
                let cells: Vec<String> = row.iter().map(|cell| joined(cell)).collect();
                if cells.iter().all(String::is_empty) {
                    return;
                }
                // A table in a cell of another one.
                match self.rows.last_mut().and_then(|row| row.last_mut()) {
                    Some(cell) => cell.push_str(&format!(" {}", cells.join(" "))),
                    None => blocks.line(&cells.join("\t"), Some((HintKind::TableRow, "doc:table"))),
                }
            }
            _ => {}
        }
    }
}

/// The kinds of styles by their names, or by those of the styles that they are made from. `names`: of the attributes that
/// hold id and parent; `base`: styles of another part.
pub(super) fn styles(
    base: Styles,
    xml: &str,
    id: &str,
    name_of: &dyn Fn(&BytesStart) -> Option<String>,
    parent: &str,
) -> Styles {
    let mut listed: Vec<(String, String, Option<String>)> = Vec::new();
    // Styles that cannot be read say nothing.
    let _ = walk(xml, |node| {
        let Node::Open(tag) = node else { return };
        if tag.local_name().into_inner() == "style" {
            let id = attribute(tag, id).unwrap_or_default();
            let name = attribute(tag, "display-name").unwrap_or_else(|| id.clone());
            listed.push((id, name, attribute(tag, parent)));
        } else if let Some(last) = listed.last_mut() {
            if let Some(name) = name_of(tag) {
                last.1 = name;
            }
            if tag.local_name().into_inner() == parent {
                last.2 = attribute(tag, "val");
            }
        }
    });
    let mut kinds = base;
    kinds.extend(listed.iter().filter_map(|(id, name, _)| Some((id.clone(), style_kind(name)?))));
    // Styles are made from styles, a few deep.
    for _ in 0..6 {
        for (id, _, parent) in &listed {
            let kind = parent.as_ref().and_then(|parent| kinds.get(parent).copied().or_else(|| style_kind(parent)));
            if let Some(kind) = kind {
                kinds.entry(id.clone()).or_insert(kind);
            }
        }
    }
    kinds
}
