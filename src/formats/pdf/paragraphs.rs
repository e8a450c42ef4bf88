//! Lines to paragraphs: lines that go on are joined, also across columns and pages; words parted at their ends are made
//! whole.

use crate::base::Arrange;
use rustc_hash::FxHashSet;

use super::Page;
use super::lines::Line;

/// A paragraph, a heading or a row of a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) size: f64,
    pub(super) is_bold: bool,
    pub(super) is_row: bool,
    /// Of its first line.
    pub(super) page: usize,
    /// Where its first line stands on the page, 0 above and 1 below.
    pub(super) height: f64,
}

/// The paragraphs of all pages.
pub(super) fn paragraphs(pages: &[Page]) -> Vec<Paragraph> {
    let hyphenated = hyphenated(pages);
    let mut out: Vec<Paragraph> = Vec::new();
    let mut last: Option<(usize, &Line)> = None;
    for (n, page) in pages.iter().enumerate() {
        let leading = leading(&page.lines);
        let is_row = |at: usize| page.lines.get(at).is_some_and(|line| line.n_cells > 1);
        for (at, line) in page.lines.iter().enumerate() {
            // A row of a table has its like above or below.
            let in_table = is_row(at) && (at > 0 && is_row(at - 1) || is_row(at + 1));
            let goes_on = last.is_some_and(|(page, last)| !in_table && goes_on(last, line, page == n, leading));
            match out.last_mut() {
                Some(paragraph) if goes_on && !paragraph.is_row => {
                    join(&mut paragraph.text, &line.text, &hyphenated);
                    paragraph.is_bold &= line.is_bold;
                }
                _ => out.push(Paragraph {
                    text: if in_table { line.text.clone() } else { line.text.replace('\t', " ") },
                    size: line.size,
                    is_bold: line.is_bold,
                    is_row: in_table,
                    page: n,
                    height: line.y / page.height.max(1.0),
                }),
            }
            last = Some((n, line));
        }
    }
    out
}

/// The usual distance of two lines, in parts of their size.
fn leading(lines: &[Line]) -> f64 {
    let pairs = lines.windows(2).filter(|pair| (pair[0].size - pair[1].size).abs() < 0.5);
    let mut all: Vec<f64> =
        pairs.map(|pair| (pair[1].y - pair[0].y) / pair[1].size).filter(|gap| (0.9..2.6).contains(gap)).collect();
    all.arrange_by(f64::total_cmp);
    all.get(all.len() / 3).copied().unwrap_or(1.3)
}

/// Whether a line belongs to the paragraph of the line before it.
fn goes_on(last: &Line, line: &Line, same_page: bool, leading: f64) -> bool {
    let size = last.size.max(line.size);
    if (last.size - line.size).abs() > 0.08 * size || last.n_cells > 1 || begins_item(&line.text) {
        return false;
    }
    let is_indented = line.x - line.column.0 > 0.9 * size;
    let last_is_indented = last.x - last.column.0 > 0.9 * size;
    let ends = last.text.trim_end().ends_with(['.', '!', '?', ':', '…', '”', '"', ';']);
    let left = last.column.1 - last.end;
    if same_page && line.y > last.y {
        if line.y - last.y > (leading * 1.25).max(leading + 0.2) * size || is_indented && !last_is_indented {
            return false;
        }
        if is_centred(last) && is_centred(line) {
            return !ends;
        }
        // A line that ends although the next word had room ends a paragraph.
        let first = first_length(line);
        return left < first + size;
    }
    // The next column or page.
    let goes_on_low = line.text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    let is_full = left < 0.25 * (last.column.1 - last.column.0);
    !is_indented && is_full && !ends && (goes_on_low || last.is_bold == line.is_bold)
}

/// Whether as much is free before it as behind.
fn is_centred(line: &Line) -> bool {
    let (before, behind) = (line.x - line.column.0, line.column.1 - line.end);
    before > line.size && (before - behind).abs() < line.size
}

/// How wide the first word of a line is.
fn first_length(line: &Line) -> f64 {
    let n = line.text.chars().count().max(1) as f64;
    let first = line.text.split_whitespace().next().unwrap_or("").chars().count() as f64;
    (line.end - line.x) * first / n
}

/// Whether an item of a list begins: `-`, `•`, `a)`, `1.`.
fn begins_item(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    let is_mark = matches!(first, "-" | "–" | "•" | "●" | "◦" | "▪" | "■" | "+" | "*" | "·" | "‣" | "");
    let number = first.strip_suffix([')', '.']).unwrap_or("");
    let is_number = (1..3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let is_letter = first.ends_with(')') && number.chars().count() == 1 && number.chars().all(char::is_alphabetic);
    is_mark || is_number || is_letter
}

/// Adds a line to a paragraph.
fn join(text: &mut String, line: &str, hyphenated: &FxHashSet<String>) {
    let line = line.replace('\t', " ");
    let goes_on_low = line.chars().next().is_some_and(char::is_lowercase);
    if text.ends_with('\u{ad}') {
        text.pop();
    } else if text.strip_suffix(['-', '\u{2010}']).is_some_and(|head| head.ends_with(char::is_alphanumeric)) {
        let (head, tail) = (last_word(text).to_lowercase(), first_word(&line).to_lowercase());
        let is_english = head.len() > 2 && head.is_ascii() && tail.is_ascii() && goes_on_low;
        let is_compound = hyphenated.contains(&format!("{head}-{tail}"));
        if is_english && !is_compound {
            text.pop();
        }
    } else if !text.ends_with(' ') {
        text.push(' ');
    }
    text.push_str(&line);
}

fn last_word(text: &str) -> &str {
    let text = text.trim_end_matches(['-', '\u{2010}']);
    text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("")
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("")
}

/// Words with a hyphen that stand inside lines: they keep it at the end of one, too.
fn hyphenated(pages: &[Page]) -> FxHashSet<String> {
    let lines = pages.iter().flat_map(|page| &page.lines);
    let words = lines.flat_map(|line| line.text.split_whitespace());
    let inside = words.filter(|word| word.contains('-') && !word.ends_with('-'));
    inside.map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_parted_at_the_end_of_a_line_are_made_whole() {
        let kept: FxHashSet<String> = ["year-over".to_owned()].into_iter().collect();
        let cases = [
            ("the develop-", "ment of", "the development of"),
            ("a year-", "over year", "a year-over year"),
            ("Phan-", "Rang đẹp", "Phan-Rang đẹp"),
            ("tăng\u{ad}", "trưởng", "tăngtrưởng"),
            ("lúa", "gạo", "lúa gạo"),
        ];
        for (head, tail, whole) in cases {
            let mut text = head.to_owned();
            join(&mut text, tail, &kept);
            assert_eq!(text, whole);
        }
    }

    #[test]
    fn items_begin_with_a_mark() {
        for (text, is) in [("- một", true), ("1. một", true), ("a) một", true), ("2023. Năm", false), ("Một", false)]
        {
            assert_eq!(begins_item(text), is, "{text}");
        }
    }
}
