//! Heads, feet and numbers of pages: what stands at the upper or lower edge of page after page.

use crate::base::Arrange;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Page;
use super::lines::Line;
use crate::formats::HintKind;
use crate::formats::blocks::Said;

/// Lines from each edge that are looked at, and the part of the page in which they stand.
const NEAR: usize = 3;
const EDGE: f64 = 0.12;

/// Takes the furniture out of the pages: each head and foot once, and the numbers of the pages in one line.
pub(super) fn taken(pages: &mut [Page]) -> Vec<(String, Said)> {
    let repeated = repeated(pages);
    let mut out: Vec<(String, Said)> = Vec::new();
    let mut seen: FxHashSet<String> = FxHashSet::default();
    let mut numbers: Vec<String> = Vec::new();
    for page in pages {
        let edges = edges(page);
        let height = page.height;
        let mut at = 0;
        page.lines.retain(|line| {
            let edge = edges.iter().find(|edge| edge.0 == at).map(|edge| edge.1);
            at += 1;
            let is_above = line.y < height / 2.0;
            let rule = match edge {
                _ if line.is_sideways => "pdf:sideways",
                Some(_) if is_number(&line.text) => "pdf:page number",
                Some(is_above) if repeated.contains_key(&(is_above, shape(&line.text))) => place(is_above),
                _ if line.is_artifact => place(is_above),
                _ => return true,
            };
            if rule == "pdf:page number" {
                numbers.push(line.text.clone());
            } else if seen.insert(shape(&line.text)) {
                out.push((line.text.replace('\t', " "), (HintKind::PageFurniture, rule)));
            }
            false
        });
    }
    if !numbers.is_empty() {
        out.push((numbers.join(" "), (HintKind::PageFurniture, "pdf:page number")));
    }
    out
}

fn place(is_above: bool) -> &'static str {
    if is_above { "pdf:page head" } else { "pdf:page foot" }
}

/// Lines near the edges by their number, and whether it is the upper one.
fn edges(page: &Page) -> Vec<(usize, bool)> {
    let mut by_height: Vec<(usize, &Line)> =
        page.lines.iter().enumerate().filter(|(_, line)| !line.is_sideways).collect();
    by_height.arrange_by(|a, b| a.1.y.total_cmp(&b.1.y));
    let above = by_height.iter().take(NEAR).filter(|(_, line)| line.y < EDGE * page.height).map(|(at, _)| (*at, true));
    let is_below = |line: &Line| line.y > (1.0 - EDGE) * page.height;
    let below = by_height.iter().rev().take(NEAR).filter(|(_, line)| is_below(line)).map(|(at, _)| (*at, false));
    above.chain(below).collect()
}

/// What stands at the edges of at least two pages, and of a third of them.
fn repeated(pages: &[Page]) -> FxHashMap<(bool, String), usize> {
    let mut found: FxHashMap<(bool, String), usize> = FxHashMap::default();
    for page in pages {
        let mut own: Vec<(bool, String)> =
            edges(page).iter().map(|&(at, is_above)| (is_above, shape(&page.lines[at].text))).collect();
        own.arrange();
        own.dedup();
        own.into_iter().for_each(|key| *found.entry(key).or_default() += 1);
    }
    found.retain(|_, &mut n| n >= 2 && n * 3 >= pages.len());
    found
}

/// A line with its numbers left open.
fn shape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii_digit() && out.ends_with('#') => {}
            c if c.is_ascii_digit() => out.push('#'),
            c if c.is_whitespace() => {}
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// The number of a page: `3`, `- 3 -`, `3/10`, `Trang 3`, `Page 3 of 10`.
fn is_number(text: &str) -> bool {
    const WORDS: [&str; 6] = ["trang", "page", "of", "tr", "p", "số"];
    let low = text.to_lowercase();
    let mut parts = low.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).peekable();
    let is_part = |part: &str| {
        let is_roman = part.len() < 6 && part.chars().all(|c| "ivxlc".contains(c));
        part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()) || WORDS.contains(&part) || is_roman
    };
    parts.peek().is_some() && parts.all(is_part) && low.chars().count() < 20
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_known() {
        let cases = [
            ("3", true),
            ("- 3 -", true),
            ("Trang 3/10", true),
            ("Page 3 of 10", true),
            ("iv", true),
            ("2023 là năm", false),
            ("20231", false),
            ("—", false),
        ];
        for (text, is) in cases {
            assert_eq!(is_number(text), is, "{text}");
        }
    }
}
