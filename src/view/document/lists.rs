//! Themes, enumerations, targets, terms.

use serde::Serialize;

use crate::extract::{Enumeration, Figure, Item, Target, TargetStatus, Theme, ThemeKind};
use crate::lexicon::ListKind;

use super::Locator;

/// One record of `themes`.
#[derive(Debug, Serialize)]
pub struct ThemeRecord<'a> {
    year: i32,
    kind: ThemeKind,
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    canonical: &'a str,
    same_as: Option<&'a str>,
    scope: Option<&'a str>,
    zone: &'static str,
    sentence: &'a str,
    rule: &'static str,
}

impl<'a> ThemeRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, theme: &'a Theme, all: &'a [Theme]) -> Self {
        let span = theme.span;
        Self {
            year: theme.year,
            kind: theme.kind,
            text: at.text(span),
            start: at.start(span),
            end: at.end(span),
            line: at.line(span),
            canonical: &theme.canonical,
            same_as: theme.same_as.and_then(|i| all.get(i)).map(|t| t.canonical.as_str()),
            scope: theme.scope.map(|s| at.text(s)),
            zone: at.zone(span),
            sentence: at.text(theme.sentence),
            rule: theme.rule,
        }
    }
}

/// One record of `enumerations`.
#[derive(Debug, Serialize)]
pub struct EnumerationRecord<'a> {
    id: String,
    kind: ListKind,
    label: &'a str,
    label_text: &'a str,
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    declared: Option<u32>,
    listed: usize,
    ordered: bool,
    marker: Option<&'a str>,
    year: Option<i32>,
    topic: Option<&'a str>,
    parent: Option<String>,
    items: Vec<ItemRecord<'a>>,
    zone: &'static str,
    rule: &'static str,
}

/// One item of a list.
#[derive(Debug, Serialize)]
pub struct ItemRecord<'a> {
    n: usize,
    short: &'a str,
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
}

/// Name of the list with this index.
fn list_id(index: usize) -> String {
    format!("e{:02}", index + 1)
}

impl<'a> EnumerationRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, index: usize, list: &'a Enumeration) -> Self {
        let span = list.span;
        let item = |(n, item): (usize, &'a Item)| ItemRecord {
            n: n + 1,
            short: &item.short,
            text: at.text(item.span),
            start: at.start(item.span),
            end: at.end(item.span),
            line: at.line(item.span),
        };
        Self {
            id: list_id(index),
            kind: list.kind,
            label: at.text(span),
            label_text: at.text(span),
            text: at.text(span),
            start: at.start(span),
            end: at.end(span),
            line: at.line(span),
            declared: list.declared,
            listed: list.items.len(),
            ordered: list.ordered,
            marker: list.marker.map(|m| at.text(m)).filter(|m| !m.is_empty()),
            year: list.year,
            topic: list.topic.map(|t| at.text(t)),
            parent: list.parent.map(list_id),
            items: list.items.iter().enumerate().map(item).collect(),
            zone: at.zone(span),
            rule: list.rule,
        }
    }
}

/// One record of `targets`.
#[derive(Debug, Serialize)]
pub struct TargetRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    what: &'a str,
    actor: Option<&'a str>,
    by: Option<&'a str>,
    by_text: Option<&'a str>,
    horizon: Option<&'a str>,
    metric: Option<MetricRecord<'a>>,
    status: TargetStatus,
    sentence: &'a str,
    zone: &'static str,
    rule: &'static str,
}

/// The figure that a target is to reach.
#[derive(Debug, Serialize)]
pub struct MetricRecord<'a> {
    indicator: Option<&'a str>,
    text: &'a str,
    value: f64,
    unit: Option<&'a str>,
}

impl<'a> TargetRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, target: &'a Target, figures: &'a [Figure]) -> Self {
        let span = target.span;
        let metric = |f: &'a Figure| MetricRecord {
            indicator: f.indicator.as_deref(),
            text: at.text(f.span),
            value: f.value,
            unit: f.unit.as_deref(),
        };
        Self {
            text: at.text(span),
            start: at.start(span),
            end: at.end(span),
            line: at.line(span),
            what: at.text(target.what),
            actor: target.actor.as_deref(),
            by: target.by.as_deref(),
            by_text: target.by_text.map(|s| at.text(s)),
            horizon: target.horizon.as_deref(),
            metric: target.metric.and_then(|i| figures.get(i)).map(metric),
            status: target.status,
            sentence: at.text(target.sentence),
            zone: at.zone(span),
            rule: target.rule,
        }
    }
}
