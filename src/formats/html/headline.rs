//! Which element of a page is the headline: the one that says what the page is called.

use rustc_hash::FxHashSet;

use crate::text::fold_words;

use super::meta::Found;
use super::tree::{Id, Tree};
use super::words::{Use, uses};

/// Bytes of the longest headline.
const LONGEST: usize = 500;

/// The headline of the page, if one can be told: that which the page's own title names, else its only `h1`.
pub(super) fn headline(tree: &Tree, found: &Found) -> Option<Id> {
    let titles: Vec<FxHashSet<String>> =
        found.titles.iter().flat_map(|said| variants(&said.value)).map(|t| word_set(&t)).collect();
    let mut best: Option<(u32, Id)> = None;
    let mut first_h1 = None;
    for id in tree.elements(0).filter(|&id| may_be(tree, id)) {
        let text = tree.text(id);
        if text.is_empty() || text.len() > LONGEST || is_in_menu(tree, id) {
            continue;
        }
        let words = word_set(&text);
        let mut score = titles.iter().map(|title| likeness(&words, title)).max().unwrap_or(0);
        if tree.name(id) == "h1" {
            if words.len() > 2 && first_h1.is_none() {
                first_h1 = Some(id);
            }
            score += u32::from(score > 0) * 5;
        }
        if score >= 60 && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, id));
        }
    }
    best.map(|(_, id)| id).or(first_h1)
}

fn may_be(tree: &Tree, id: Id) -> bool {
    let named = |attribute| tree.attr(id, attribute).is_some_and(|value| uses(value).contains(&Use::Title));
    matches!(tree.name(id), "h1" | "h2" | "h3")
        || tree.attr(id, "itemprop") == Some("headline")
        || matches!(tree.name(id), "div" | "p" | "span" | "td" | "strong" | "b" | "font")
            && (named("class") || named("id"))
}

fn is_in_menu(tree: &Tree, id: Id) -> bool {
    tree.ancestors(id).any(|above| matches!(tree.name(above), "nav" | "footer" | "aside" | "a" | "li" | "head"))
}

/// A title, and what is left of it without the name of the site: `Giá lúa tăng - Báo Bến Tre`.
pub(super) fn variants(title: &str) -> Vec<String> {
    let mut out = vec![title.to_owned()];
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
        let parts = title
            .rsplit_once(mark)
            .map(|(head, _)| head)
            .into_iter()
            .chain(title.split_once(mark).map(|(_, tail)| tail));
        out.extend(parts.filter(|part| part.split_whitespace().count() > 2).map(str::to_owned));
    }
    out
}

fn word_set(text: &str) -> FxHashSet<String> {
    let marks = |c: char| !c.is_alphanumeric();
    fold_words(text).split(marks).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words in common of all words, in hundredths.
fn likeness(a: &FxHashSet<String>, b: &FxHashSet<String>) -> u32 {
    let n_both = a.intersection(b).count();
    let n_all = a.len() + b.len() - n_both;
    (100 * n_both).checked_div(n_all).unwrap_or(0) as u32
}

/// Whether two texts are one, or the shorter is the beginning of the longer.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    let plain =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let (a, b) = (plain(a), plain(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long == short || short.len() >= 60 && long.starts_with(&short)
}
