//! Text of a document as it is put together, block by block, with what each line is.

use super::{Document, Format, Hint, HintKind};

/// What lines are, and the rule that says so.
pub(super) type Said = (HintKind, &'static str);

/// Blocks that are read so far.
#[derive(Default)]
pub(super) struct Blocks {
    text: String,
    hints: Vec<Hint>,
    n_lines: u32,
    // Notes come after the text.
    notes: Vec<(String, Said)>,
}

/// White space joined.
pub(super) fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Blocks {
    /// Adds a paragraph; each of its lines is a block.
    pub(super) fn add(&mut self, text: &str, kind: Option<Said>) {
        for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(joined).filter(|line| !line.is_empty()) {
            match kind {
                Some(kind @ (HintKind::Footnote, _)) => self.notes.push((line, kind)),
                kind => self.line(&line, kind),
            }
        }
    }

    /// Adds one line.
    pub(super) fn line(&mut self, line: &str, kind: Option<Said>) {
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
        // Without a title, a heading at the very beginning is one.
        let has_title = self.hints.iter().any(|hint| hint.kind == HintKind::Title);
        if let Some(first) = self.hints.first_mut().filter(|hint| !has_title && hint.lines.start == 0)
            && first.kind == HintKind::Heading
        {
            first.kind = HintKind::Title;
        }
        for (line, kind) in std::mem::take(&mut self.notes) {
            self.line(&line, Some(kind));
        }
        Document::of_blocks(name.to_owned(), format, self.text, self.hints)
    }
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
