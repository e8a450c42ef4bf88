//! The text of a document, block by block, whatever the names of its tags.

use quick_xml::events::BytesStart;
use rustc_hash::FxHashMap;

use super::super::{Document, Format, Hint, HintKind, Reason};
use super::xml::{Node, attribute, walk};

/// What lines are, and the rule that says so.
pub(super) type Said = (HintKind, &'static str);

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

/// Blocks that are read so far.
#[derive(Default)]
pub(super) struct Blocks {
    text: String,
    hints: Vec<Hint>,
    n_lines: u32,
    // Notes come after the text.
    notes: Vec<(String, Said)>,
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

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Blocks {
    /// Adds a paragraph; each of its lines is a block.
    fn add(&mut self, text: &str, kind: Option<Said>) {
        for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(joined).filter(|line| !line.is_empty()) {
            match kind {
                Some(kind @ (HintKind::Footnote, _)) => self.notes.push((line, kind)),
                kind => self.line(&line, kind),
            }
        }
    }

    fn line(&mut self, line: &str, kind: Option<Said>) {
        if self.n_lines > 0 {
            self.text.push('\n');
        }
        self.text.push_str(line);
        if let Some((kind, rule)) = kind {
            self.hints.push(Hint { lines: self.n_lines..self.n_lines + 1, kind, rule: rule.to_owned() });
        }
        self.n_lines += 1;
    }

    /// The document of all blocks, notes last.
    pub(super) fn document(mut self, name: &str, format: Format) -> Document {
        for (line, kind) in std::mem::take(&mut self.notes) {
            self.line(&line, Some(kind));
        }
        Document::of_blocks(name.to_owned(), format, self.text, self.hints)
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

/// The kind of a style by its name, in English or Vietnamese.
pub(super) fn style_kind(name: &str) -> Option<Said> {
    let low = name.replace("_20_", " ").to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| low.starts_with(word));
    if begins(&["caption", "chú thích", "illustration", "figure"]) {
        Some((HintKind::Caption, "style:caption"))
    } else if matches!(low.as_str(), "title" | "tiêu đề" | "tên bài") {
        Some((HintKind::Title, "style:title"))
    } else if begins(&["heading", "đề mục", "đầu đề", "tiêu đề "]) {
        Some((HintKind::Heading, "style:heading"))
    } else {
        None
    }
}
