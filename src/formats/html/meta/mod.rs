//! What a page says of its article in so many words: JSON-LD, OpenGraph, `meta`, microdata, `time`.

mod json_ld;
mod tags;

use crate::formats::{Said, dates};

use super::tree::{Id, Tree};
use super::words::outlet_at;

/// All that was found, the best evidence of each first.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) titles: Vec<Said>,
    pub(super) outlets: Vec<Said>,
    pub(super) authors: Vec<Said>,
    pub(super) published: Vec<Said>,
    pub(super) urls: Vec<Said>,
    /// Summaries; the lead of the page is often one of them.
    pub(super) descriptions: Vec<String>,
    /// Whether the page says that it is a list of articles, or the front page.
    pub(super) is_list: bool,
    /// Whether the page says that it is an article.
    pub(super) is_article: bool,
    /// Whether the page is in Vietnamese, as far as it says.
    pub(super) is_vietnamese: bool,
}

/// Reads what the page says.
pub(super) fn found(tree: &Tree) -> Found {
    let html = tree.elements(0).find(|&id| tree.name(id) == "html");
    let lang = html.and_then(|id| tree.attr(id, "lang")).unwrap_or("vi").to_ascii_lowercase();
    let mut found = Found { is_vietnamese: lang.starts_with("vi") || !lang.starts_with("en"), ..Found::default() };
    json_ld::read(tree, &mut found);
    tags::read(tree, &mut found);
    if let Some(outlet) = found.urls.first().and_then(|url| Said::new(outlet_at(host(&url.value)?)?, &url.evidence)) {
        found.outlets.push(outlet);
    }
    found.outlets.iter_mut().for_each(full_name);
    let outlets: Vec<String> = found.outlets.iter().map(|outlet| outlet.value.to_lowercase()).collect();
    found.authors.retain(|author| is_person(&author.value, &outlets));
    found
}

impl Found {
    /// Adds a date, if it is one.
    fn publish(&mut self, value: &str, order: dates::Order, evidence: String) {
        let iso = dates::iso(value, order, self.is_vietnamese);
        self.published.extend(iso.and_then(|iso| Said::new(&iso, evidence)));
    }
}

/// A domain by the name of its outlet.
fn full_name(outlet: &mut Said) {
    if outlet.value.contains('.')
        && !outlet.value.contains(' ')
        && let Some(name) = outlet_at(&outlet.value)
    {
        outlet.evidence = format!("{} ({})", outlet.evidence, outlet.value);
        outlet.value = name.to_owned();
    }
}

/// The host of a web address.
pub(crate) fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("//")?.1;
    rest.split(['/', '?', '#', ':']).next().filter(|host| !host.is_empty())
}

/// Whether the name may be that of a person: no address, no outlet, no login.
fn is_person(name: &str, outlets: &[String]) -> bool {
    const LOGINS: [&str; 8] =
        ["admin", "administrator", "editor", "webmaster", "root", "user", "biên tập viên", "quản trị"];
    let low = name.to_lowercase();
    !low.contains("://")
        && !low.contains("www.")
        && !LOGINS.contains(&low.as_str())
        && name.chars().count() <= 120
        && outlets.iter().all(|outlet| {
            *outlet != low
                && outlet.strip_prefix("báo ") != Some(low.as_str())
                && low.strip_prefix("báo ") != Some(outlet.as_str())
        })
        && outlet_at(&low).is_none()
}

/// An attribute of the first element with this one set so.
fn content(tree: &Tree, id: Id) -> Option<&str> {
    ["content", "datetime", "href", "value"]
        .iter()
        .find_map(|name| tree.attr(id, name))
        .map(str::trim)
        .filter(|v| !v.is_empty())
}
