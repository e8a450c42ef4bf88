//! Web pages: the article, with its captions told; title, outlet, author and date with the places that state them; menus,
//! links, comments and the rest of the page set aside by the rule that tells them.

mod assemble;
mod blocks;
mod charset;
mod content;
mod headline;
mod marks;
mod meta;
mod parse;
mod table;
#[cfg(test)]
mod tests;
mod tree;
mod words;

use crate::text::fold_words;

use super::{Hint, HintKind, Said, Stated, dates};
use assemble::{Line, Plan};
use content::{Inside, Place, Running};
use marks::Marks;
use meta::Found;
use tree::{Id, Tree};

pub(super) use charset::decoded;
pub(super) use meta::host;
pub(super) use words::outlet_at;

/// What a page holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// Articles; of most pages one.
    Articles(Vec<Article>),
    /// Links to so many articles: a front page.
    List(u32),
    /// No text.
    Empty,
}

/// An article of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Article {
    /// One line to each block.
    pub(super) text: String,
    pub(super) hints: Vec<Hint>,
    pub(super) stated: Stated,
    /// Whether the page was longer than is read.
    pub(super) is_cut: bool,
}

/// How much of some HTML is the article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Scope {
    /// It has to be found: a page of a site.
    Page,
    /// All of it: what a reader has marked and copied, an entry of a feed, a chapter of a book.
    Whole,
}

/// Reads HTML.
pub(super) fn read(html: &str, scope: Scope) -> Page {
    let parsed = parse::parse(html);
    let tree = &parsed.tree;
    let found = meta::found(tree);
    let title = headline::headline(tree, &found);
    let marks = Marks::new(tree, title);
    let blocks = blocks::blocks(tree, &marks, 0);
    if blocks.is_empty() {
        return Page::Empty;
    }
    let running = Running::new(tree, &blocks);
    let several = if scope == Scope::Page { articles(tree, &running) } else { Vec::new() };
    if !several.is_empty() {
        let own = |&id: &Id| {
            let part = blocks::blocks(tree, &marks, id);
            let title = heading_of(tree, id);
            let plan = Plan { tree, marks: &marks, found: &Found::default(), title, body: id };
            let mut article = article(&plan, &part, !parsed.is_whole);
            article.stated.outlet = found.outlets.first().cloned();
            article
        };
        return Page::Articles(several.iter().map(own).collect());
    }
    let place = if scope == Scope::Page {
        content::place(tree, &marks, &blocks, &running, found.is_article)
    } else {
        Place::Nowhere
    };
    let body = match place {
        Place::In(id) => id,
        Place::List(n) => return Page::List(n),
        Place::Nowhere => 0,
    };
    let plan = Plan { tree, marks: &marks, found: &found, title, body };
    Page::Articles(vec![article(&plan, &blocks, !parsed.is_whole)])
}

/// The article of a plan.
fn article(plan: &Plan, blocks: &[blocks::Block], is_cut: bool) -> Article {
    let lines = assemble::lines(plan, blocks);
    let stated = stated(plan, &lines);
    let mut hints: Vec<Hint> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let (Some((kind, rule)), at) = (line.hint, at as u32) else { continue };
        match hints.last_mut() {
            Some(last) if last.kind == kind && last.rule == rule && last.lines.end == at && !is_single(kind) => {
                last.lines.end = at + 1
            }
            _ => hints.push(Hint { lines: at..at + 1, kind, rule: rule.to_owned() }),
        }
    }
    let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    Article { text, hints, stated, is_cut }
}

/// Whether each line of the kind stands for itself.
fn is_single(kind: HintKind) -> bool {
    matches!(kind, HintKind::Title | HintKind::Heading | HintKind::Caption)
}

/// What the page states, or its lines show.
fn stated(plan: &Plan, lines: &[Line]) -> Stated {
    let found = plan.found;
    let first = |kind: HintKind| lines.iter().find_map(|l| l.hint.filter(|h| h.0 == kind).map(|h| (l, h.1)));
    let mut stated = Stated {
        title: title(found, first(HintKind::Title).map(|(line, _)| line.text.as_str())),
        outlet: found.outlets.first().cloned(),
        author: found.authors.first().cloned(),
        published: found.published.first().cloned(),
        url: found.urls.first().cloned(),
        ..Stated::default()
    };
    if stated.outlet.is_none() {
        stated.outlet = site_in_title(found, stated.title.as_ref());
    }
    if stated.author.is_none() {
        stated.author = first(HintKind::Byline).and_then(|(line, rule)| Said::new(&without_label(&line.text)?, rule));
    }
    if stated.published.is_none() {
        let dated = lines.iter().filter_map(|l| Some((l, l.hint.filter(|h| h.0 == HintKind::Metadata)?.1)));
        let iso = |(line, rule): (&Line, &'static str)| {
            Said::new(&dates::iso(&line.text, dates::Order::DayFirst, true)?, rule)
        };
        stated.published = { dated }.find_map(iso);
    }
    stated
}

/// The headline as it stands on the page, or what the page calls itself without the name of the site.
fn title(found: &Found, shown: Option<&str>) -> Option<Said> {
    if let Some(shown) = shown {
        return Said::new(shown, "headline");
    }
    let best = found.titles.first()?;
    let site = |part: &str| found.outlets.iter().any(|outlet| fold_words(&outlet.value) == fold_words(part));
    for mark in [" | ", " - ", " – ", " :: "] {
        if let Some((head, tail)) = best.value.rsplit_once(mark)
            && (best.evidence == "title" || site(tail))
        {
            return Said::new(head, &best.evidence);
        }
    }
    Some(best.clone())
}

/// The name beside the headline in the title of the page: `Giá lúa tăng - Báo Bến Tre`; or all of that title, where the
/// headline is another.
fn site_in_title(found: &Found, title: Option<&Said>) -> Option<Said> {
    let page = &found.titles.iter().find(|said| said.evidence == "title")?.value;
    let title = &title?.value;
    let rest = page.strip_prefix(title.as_str()).or_else(|| page.strip_suffix(title.as_str())).unwrap_or(page);
    let name = rest.trim_matches(|c: char| !c.is_alphanumeric());
    Said::new(name, "title").filter(|_| name != title && name.split_whitespace().count() < 12 && name.len() < 120)
}

/// A byline without `Tác giả:` or `Bài, ảnh:` before it and a date behind.
fn without_label(line: &str) -> Option<String> {
    let name =
        line.split_once(':').filter(|(label, _)| label.split_whitespace().count() < 4).map_or(line, |(_, name)| name);
    let name = name.split(['|', '•', '·']).next()?.trim().trim_end_matches('.');
    let low = name.to_lowercase();
    let name = ["by ", "theo ", "bởi ", "tác giả "]
        .iter()
        .find_map(|label| low.strip_prefix(label).map(|rest| &name[name.len() - rest.len()..]))
        .unwrap_or(name);
    Some(name.trim().to_owned()).filter(|name| !name.is_empty() && !name.chars().any(|c| c.is_ascii_digit()))
}

/// Several whole articles one after the other, each in an element of its own; none where one is most of the page.
fn articles(tree: &Tree, running: &Running) -> Vec<Id> {
    const LEAST: u32 = 400;
    let mut out: Vec<Id> = Vec::new();
    let mut held = Inside::new(tree, tree::NONE);
    for id in tree.elements(0).filter(|&id| tree.name(id) == "article") {
        if !held.holds(id) && running.under(id) >= LEAST && heading_of(tree, id).is_some() {
            held.add(tree, id);
            out.push(id);
        }
    }
    let total: u32 = out.iter().map(|&id| running.under(id)).sum();
    let most = out.iter().map(|&id| running.under(id)).max().unwrap_or(0);
    if out.len() < 2 || most * 10 > total * 7 { Vec::new() } else { out }
}

fn heading_of(tree: &Tree, id: Id) -> Option<Id> {
    tree.elements(id).find(|&id| matches!(tree.name(id), "h1" | "h2" | "h3") && !tree.text(id).is_empty())
}
