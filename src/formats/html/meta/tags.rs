//! `meta`, `link`, microdata, `time` and `title`.

use crate::formats::Said;
use crate::formats::dates::Order;

use super::super::tree::{Id, Tree};
use super::{Found, content, host};

/// Names of `meta` that give a title, the best first.
const TITLES: [&str; 4] = ["og:title", "twitter:title", "dc.title", "citation_title"];
const OUTLETS: [&str; 6] = [
    "og:site_name",
    "application-name",
    "dc.publisher",
    "citation_publisher",
    "apple-mobile-web-app-title",
    "copyright",
];
const AUTHORS: [&str; 9] = [
    "article:author",
    "author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "article:author_name",
];
const DATES: [&str; 19] = [
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "publishdate",
    "pubdate",
    "publish_date",
    "publish-date",
    "published_time",
    "citation_publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "date",
    "dc.date.created",
];
const DESCRIPTIONS: [&str; 3] = ["og:description", "description", "twitter:description"];
const ADDRESSES: [&str; 2] = ["og:url", "dc.identifier"];

/// Adds what these elements say.
pub(super) fn read(tree: &Tree, found: &mut Found) {
    let elements: Vec<Id> = tree.elements(0).collect();
    let metas: Vec<(String, Id)> =
        elements.iter().filter(|&&id| tree.name(id) == "meta").filter_map(|&id| Some((name(tree, id)?, id))).collect();
    let all = |names: &[&'static str]| -> Vec<(&'static str, Id)> {
        names
            .iter()
            .flat_map(|name| metas.iter().filter(move |(n, _)| n == name).map(move |(_, id)| (*name, *id)))
            .collect()
    };
    let said = |(name, id): &(&'static str, Id)| Said::new(content(tree, *id)?, format!("meta {name}"));
    found.titles.extend(all(&TITLES).iter().filter_map(said));
    found.outlets.extend(all(&OUTLETS).iter().filter_map(said).filter(|s| s.value.chars().count() < 80));
    found.authors.extend(all(&AUTHORS).iter().filter_map(said));
    for (name, id) in all(&DATES) {
        if let Some(date) = content(tree, id) {
            found.publish(date, Order::MonthFirst, format!("meta {name}"));
        }
    }
    found.descriptions.extend(all(&DESCRIPTIONS).iter().filter_map(said).map(|s| s.value));
    let types: Vec<String> = metas
        .iter()
        .filter(|(n, _)| n == "og:type")
        .filter_map(|(_, id)| content(tree, *id))
        .map(str::to_ascii_lowercase)
        .collect();
    found.is_article |= types.iter().any(|t| t.contains("article"));
    found.is_list |= !found.is_article && types.iter().any(|t| t == "website");
    let canonical = elements.iter().find(|&&id| tree.name(id) == "link" && has(tree, id, "rel", "canonical"));
    found.urls.extend(
        canonical.and_then(|&id| Said::new(content(tree, id).filter(|url| host(url).is_some())?, "link canonical")),
    );
    found.urls.extend(all(&ADDRESSES).iter().filter_map(said).filter(|s| host(&s.value).is_some()));
    microdata(tree, &elements, found);
    if let Some(&id) = elements.iter().find(|&&id| tree.name(id) == "title") {
        found.titles.extend(Said::new(&tree.text(id), "title"));
    }
}

/// `itemprop`, and `time` with a form for machines.
fn microdata(tree: &Tree, elements: &[Id], found: &mut Found) {
    let prop = |wanted: &'static str| elements.iter().copied().find(move |&id| has(tree, id, "itemprop", wanted));
    let value = |id: Id| match content(tree, id) {
        Some(content) if tree.name(id) != "a" => content.to_owned(),
        _ => tree.text(id),
    };
    // The name inside `itemprop="author" itemscope`.
    let inner = |id: Id| tree.elements(id).skip(1).find(|&inner| has(tree, inner, "itemprop", "name")).unwrap_or(id);
    found.titles.extend(prop("headline").and_then(|id| Said::new(&value(id), "itemprop headline")));
    found.authors.extend(prop("author").and_then(|id| Said::new(&value(inner(id)), "itemprop author")));
    found.outlets.extend(
        prop("publisher")
            .and_then(|id| Said::new(&value(inner(id)), "itemprop publisher"))
            .filter(|s| s.value.chars().count() < 80),
    );
    let signed = elements.iter().find(|&&id| tree.name(id) == "a" && has(tree, id, "rel", "author"));
    found.authors.extend(signed.and_then(|&id| Said::new(&tree.text(id), "rel author")));
    if let Some(id) = prop("datePublished") {
        found.publish(&value(id), Order::DayFirst, "itemprop datePublished".to_owned());
    }
    let dated = |id: &&Id| {
        tree.name(**id) == "time"
            && (tree.attr(**id, "pubdate").is_some()
                || has(tree, **id, "class", "entry-date")
                || has(tree, **id, "class", "published"))
    };
    if let Some(&id) = elements.iter().find(dated) {
        found.publish(&value(id), Order::DayFirst, "time".to_owned());
    }
}

fn has(tree: &Tree, id: Id, attribute: &str, wanted: &str) -> bool {
    tree.attr(id, attribute).is_some_and(|value| value.split_whitespace().any(|v| v.eq_ignore_ascii_case(wanted)))
}

/// Name of a `meta`: its `property`, `name` or `itemprop`, in small letters.
fn name(tree: &Tree, id: Id) -> Option<String> {
    ["property", "name", "itemprop"]
        .iter()
        .find_map(|key| tree.attr(id, key))
        .map(|name| name.trim().to_ascii_lowercase())
}
