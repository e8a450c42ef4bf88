//! Links to other articles, under a heading such as `Tin liên quan`, and what readers wrote. At the end of the page all
//! that follows is set aside; inside the text only lines that read as headlines, for the article goes on after them.

use crate::ingest::SetAsideKind::*;

use super::block::{Block, End};
use super::navigation::Menu;

/// Most words of one of the lines.
const LONGEST: u32 = 60;

/// Most links of a box inside the text.
const MANY: usize = 6;

/// Sets aside what stands under such headings.
pub(super) fn set_aside(blocks: &mut [Block], menus: &[Option<Menu>]) {
    let total: u32 = blocks.iter().map(|b| b.n_words).sum();
    let last_long = blocks.iter().rposition(|b| b.n_words >= LONGEST);
    let texts = texts_from(blocks);
    let mut before = 0;
    let mut i = 0;
    while i < blocks.len() {
        let menu = menus[i].filter(|_| !blocks[i].is_body());
        before += blocks[i].n_words;
        i += 1;
        let Some(menu) = menu else { continue };
        let late = before * 10 > total * 6 && last_long.is_none_or(|last| last < i);
        let n = match menu {
            _ if late && is_tail(menu, texts[i]) => blocks.len() - i,
            Menu::Related => n_links(&blocks[i..]),
            _ => 0,
        };
        for block in blocks[i..i + n].iter_mut().filter(|b| b.is_body()) {
            block.set_aside(Nav, "after links");
        }
        before += blocks[i..i + n].iter().map(|b| b.n_words).sum::<u32>();
        i += n;
    }
}

/// Whether nothing after a heading that does `menu` belongs to the article: no paragraph, or each under a headline of
/// its own.
fn is_tail(menu: Menu, rest: Texts) -> bool {
    match menu {
        Menu::Comments | Menu::Footer => true,
        Menu::Related | Menu::Tags | Menu::Topic | Menu::Entries => rest.n == 0 || rest.n > 1 && rest.headed,
        Menu::Sections | Menu::Link | Menu::Entry | Menu::Address => false,
    }
}

/// The paragraphs from a block on.
#[derive(Clone, Copy)]
struct Texts {
    n: usize,
    /// Whether each stands under a line that reads as a headline.
    headed: bool,
}

/// For each block, and for the end, the paragraphs from there on.
fn texts_from(blocks: &[Block]) -> Vec<Texts> {
    let is_text = |b: &Block| b.is_body() && b.end == End::Stop && b.n_words > 7;
    let mut out = vec![Texts { n: 0, headed: true }; blocks.len() + 1];
    for i in (0..blocks.len()).rev() {
        out[i] = out[i + 1];
        if is_text(&blocks[i]) {
            out[i].n += 1;
            out[i].headed &= i > 0 && reads_as_link(&blocks[i - 1]);
        }
    }
    out
}

/// How many lines after the heading are links.
fn n_links(rest: &[Block]) -> usize {
    let n = rest.iter().take(MANY).take_while(|b| reads_as_link(b)).count();
    if n == rest.len() {
        return n;
    }
    // The line after a gap is a heading of the article.
    (1..n).find(|&k| rest[k].after_gap && !rest[k - 1].after_gap).unwrap_or(n)
}

fn reads_as_link(block: &Block) -> bool {
    !matches!(block.end, End::Stop | End::More) && block.n_words < 26 && block.is_body()
}
