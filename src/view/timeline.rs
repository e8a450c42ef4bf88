//! What the articles tell in the order of time: publications, events, deadlines of targets, values of figures.

use serde::{Deserialize, Serialize};

use crate::base::Arrange;
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
    let mut out: Vec<TimelineItem> = Vec::new();
    for article in 0..articles.len() {
        let facts = articles.facts(article);
        let dated = |iso: &str| iso.as_bytes().first().is_some_and(u8::is_ascii_digit);
        for event in facts.events.iter().filter(|e| dated(&e.date)) {
            let evidence = articles.evidence(article, event.span);
            let (date, label) = (event.date.clone(), evidence.text.clone());
            out.push(TimelineItem { date, kind: "event".to_owned(), label, outcome: None, evidence });
        }
        let published = facts.meta.published.iso.as_deref().zip(facts.meta.published.evidence);
        if let Some((iso, span)) = published.filter(|p| dated(p.0)) {
            let (label, evidence) = (articles.title(article), articles.evidence(article, span));
            out.push(TimelineItem {
                date: iso.to_owned(),
                kind: "published".to_owned(),
                label,
                outcome: None,
                evidence,
            });
        }
    }
    out.extend(targets.iter().filter_map(|t| {
        Some(TimelineItem {
            date: t.by.clone()?,
            kind: "target".to_owned(),
            label: t.what.clone(),
            outcome: Some(t.outcome.clone()),
            evidence: t.evidence.clone(),
        })
    }));
    let key = |i: &TimelineItem| (i.date.clone(), i.kind.clone(), fold(&i.label));
    out.arrange_by_cached_key(key);
    out.dedup_by_key(|i| key(i));
    out.truncate(MOST);
    out
}
