//! JSON-LD: `<script type="application/ld+json">`, alone, in lists, under `@graph`.

use serde_json::Value;

use crate::formats::Said;
use crate::formats::dates::Order;

use super::super::tree::Tree;
use super::Found;

/// Records of one page that are looked at.
const MOST: usize = 2000;

/// Adds what the records of the page say of its article.
pub(super) fn read(tree: &Tree, found: &mut Found) {
    let is_record = |kind: &str| kind.trim().eq_ignore_ascii_case("application/ld+json");
    let scripts =
        tree.elements(0).filter(|&id| tree.name(id) == "script" && tree.attr(id, "type").is_some_and(is_record));
    let roots: Vec<Value> = scripts.filter_map(|id| parsed(&tree.text(id))).collect();
    let mut records = Vec::new();
    roots.iter().for_each(|root| gather(root, &mut records, 0));
    let named: Vec<&Value> = records.iter().copied().filter(|record| record.get("@id").is_some()).collect();
    let articles: Vec<&Value> = records.iter().copied().filter(|r| types(r).any(is_article)).collect();
    found.is_article |= articles.len() == 1;
    let lists = |r: &Value| types(r).any(|t| matches!(t, "CollectionPage" | "ItemList" | "SearchResultsPage" | "Blog"));
    found.is_list |= articles.is_empty() && records.iter().any(|r| lists(r));
    // Of several, the one that says most: others are links.
    let Some(article) = articles.iter().max_by_key(|r| r.as_object().map_or(0, serde_json::Map::len)) else {
        let sites = records
            .iter()
            .filter(|r| types(r).any(|t| matches!(t, "WebSite" | "Organization" | "NewsMediaOrganization")));
        found.outlets.extend(sites.filter_map(|site| said(site, "name", "name")).take(1));
        return;
    };
    let at = |key: &str| article.get(key).map(|value| target(value, &named));
    found.titles.extend(said(article, "headline", "headline").or_else(|| said(article, "name", "name")));
    if let Some(outlet) = at("publisher").and_then(name) {
        found.outlets.extend(Said::new(outlet, "JSON-LD publisher"));
    }
    let authors = match at("author").or_else(|| at("creator")) {
        Some(Value::Array(list)) => list.iter().map(|value| target(value, &named)).collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    };
    let people: Vec<&str> =
        authors.into_iter().filter(|a| !types(a).any(|t| t.ends_with("Organization"))).filter_map(name).collect();
    found.authors.extend(Said::new(&people.join(", "), "JSON-LD author"));
    for key in ["datePublished", "dateCreated", "uploadDate"] {
        if let Some(date) = article.get(key).and_then(Value::as_str) {
            found.publish(date, Order::MonthFirst, format!("JSON-LD {key}"));
        }
    }
    let page = at("mainEntityOfPage").and_then(|page| page.as_str().or_else(|| page.get("@id")?.as_str()));
    let address = article.get("url").and_then(Value::as_str).or(page).filter(|url| url.starts_with("http"));
    found.urls.extend(address.and_then(|url| Said::new(url, "JSON-LD url")));
    found.descriptions.extend(article.get("description").and_then(Value::as_str).map(str::to_owned));
}

/// The record, though line ends stand in its words or it is wrapped as a comment.
fn parsed(text: &str) -> Option<Value> {
    let text = text.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let text = text
        .trim()
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim_end_matches("]]>")
        .trim()
        .trim_end_matches(';');
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::from_str(&plain).ok()
}

fn gather<'a>(value: &'a Value, out: &mut Vec<&'a Value>, depth: u32) {
    if depth > 6 || out.len() > MOST {
        return;
    }
    match value {
        Value::Array(list) => list.iter().for_each(|value| gather(value, out, depth + 1)),
        Value::Object(fields) => {
            out.push(value);
            for key in ["@graph", "mainEntity"] {
                fields.get(key).into_iter().for_each(|value| gather(value, out, depth + 1));
            }
        }
        _ => {}
    }
}

/// The record that a reference (`{"@id": …}`) names; the value itself where it is none.
fn target<'a>(value: &'a Value, named: &[&'a Value]) -> &'a Value {
    let is_reference = value.as_object().is_some_and(|fields| fields.len() == 1);
    let id = value.get("@id").filter(|_| is_reference);
    id.and_then(|id| {
        named.iter().find(|r| r.get("@id") == Some(id) && r.as_object().is_some_and(|f| f.len() > 1)).copied()
    })
    .unwrap_or(value)
}

fn types(record: &Value) -> impl Iterator<Item = &str> {
    let list = match record.get("@type") {
        Some(Value::Array(list)) => list.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    list.iter().filter_map(Value::as_str)
}

fn is_article(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name);
    name.ends_with("Article") || matches!(name, "BlogPosting" | "Report" | "LiveBlogPosting")
}

fn name(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Array(list) => name(list.first()?),
        _ => value.get("name")?.as_str(),
    }
}

fn said(record: &Value, key: &str, shown: &str) -> Option<Said> {
    Said::new(&unescaped(record.get(key)?.as_str()?), format!("JSON-LD {shown}"))
}

/// Entities that were escaped once too often.
fn unescaped(text: &str) -> String {
    let pairs = [("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&"), ("&nbsp;", " ")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
