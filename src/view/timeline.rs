//! What the articles tell in the order of time: publications, events, deadlines of targets, values of figures.

use serde::{Deserialize, Serialize};

use crate::base::{Arrange, Span};
use crate::text::fold;

use super::stated::Articles;
use super::{Evidence, TargetView};

/// One thing on the line of time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TimelineItem {
    /// Day, month or year, ISO.
    pub date: String,
    /// `event` (a meeting that an article reports), `target` (the last day of one) or `published`.
    pub kind: String,
    /// What it is.
    pub label: String,
    /// Of a target: what became of it.
    pub outcome: Option<String>,
    /// Where it stands.
    pub evidence: Evidence,
}

/// Things on the line, at most.
const MOST: usize = 400;

/// Events, publications and deadlines, by date. Days without a year have no place on it.
pub(super) fn timeline(articles: &Articles, targets: &[TargetView]) -> Vec<TimelineItem> {
    // Day, kind and folded label; then what makes the item. Most are beyond the last that is shown.
    let mut out: Vec<((&str, &str, String), Made)> = Vec::new();
    for article in 0..articles.len() {
        let facts = articles.facts(article);
        let dated = |iso: &str| iso.as_bytes().first().is_some_and(u8::is_ascii_digit);
        for event in facts.events.iter().filter(|e| dated(&e.date)) {
            let label = fold(&articles.text(article, event.span));
            out.push(((&event.date, "event", label), Made::Event(article, event.span)));
        }
        let published = facts.meta.published.iso.as_deref().zip(facts.meta.published.evidence);
        if let Some((iso, span)) = published.filter(|p| dated(p.0)) {
            out.push(((iso, "published", fold(&articles.title(article))), Made::Published(article, span)));
        }
    }
    out.extend(targets.iter().filter_map(|t| Some(((t.by.as_deref()?, "target", fold(&t.what)), Made::Target(t)))));
    out.arrange_by(|a, b| a.0.cmp(&b.0));
    out.dedup_by(|later, first| later.0 == first.0);
    let item = |((date, kind, _), made): ((&str, &str, String), Made)| {
        let (label, outcome, evidence) = match made {
            Made::Event(article, span) => (articles.text(article, span), None, articles.evidence(article, span)),
            Made::Published(article, span) => (articles.title(article), None, articles.evidence(article, span)),
            Made::Target(t) => (t.what.clone(), Some(t.outcome.clone()), t.evidence.clone()),
        };
        TimelineItem { date: date.to_owned(), kind: kind.to_owned(), label, outcome, evidence }
    };
    out.into_iter().take(MOST).map(item).collect()
}

/// What an item is made of: an event or the day of publication, with article and place, or a target.
enum Made<'a> {
    Event(usize, Span),
    Published(usize, Span),
    Target(&'a TargetView),
}
