//! What articles state for a year: themes, lists, and the same list in two years.

use serde::Serialize;

use crate::compare::{Comparison, PriorityComparison, PriorityList, StatedTheme};
use crate::extract::{Enumeration, FactKind, ThemeKind};
use crate::lexicon::ListKind;

use super::Articles;

/// A theme stated for a year.
#[derive(Debug, Serialize)]
pub(super) struct StatedThemeRecord<'a> {
    article: &'a str,
    kind: ThemeKind,
    start: u32,
    end: u32,
    text: &'a str,
    canonical: &'a str,
    line: u32,
    zone: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    corrected: bool,
}

/// A list of priorities, pillars, tasks for a year.
#[derive(Debug, Serialize)]
pub(super) struct PriorityRecord<'a> {
    article: &'a str,
    start: u32,
    end: u32,
    line: u32,
    label: &'a str,
    kind: ListKind,
    declared: Option<u32>,
    listed: usize,
    items: Vec<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    corrected: bool,
}

/// The same list in two years.
#[derive(Debug, Serialize)]
pub(super) struct PriorityComparisonRecord<'a> {
    label: &'a str,
    years: [i32; 2],
    kept: Vec<&'a str>,
    dropped: Vec<&'a str>,
    added: Vec<&'a str>,
    comparability: &'static str,
    evidence: [EvidenceRecord<'a>; 2],
}

/// Where something stands.
#[derive(Debug, Serialize)]
pub(super) struct EvidenceRecord<'a> {
    article: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
}

impl<'a> Articles<'a> {
    fn list(&self, list: &PriorityList) -> &'a Enumeration {
        &self.sources[list.article].1.facts.enumerations[list.enumeration]
    }

    /// Whether the reader corrected the fact with this index.
    pub(super) fn is_corrected(&self, article: usize, kind: FactKind, index: usize) -> bool {
        self.sources[article].1.corrected.mark(kind, index).is_some()
    }

    pub(super) fn evidence(&self, article: usize, span: crate::base::Span) -> EvidenceRecord<'a> {
        let at = &self.at[article];
        EvidenceRecord {
            article: self.sources[article].0,
            start: at.start(span),
            end: at.end(span),
            text: at.text(span),
        }
    }
}

impl<'a> StatedThemeRecord<'a> {
    pub(super) fn new(articles: &Articles<'a>, stated: &StatedTheme) -> Self {
        let (source, analysis) = articles.sources[stated.article];
        let theme = &analysis.facts.themes[stated.theme];
        let at = &articles.at[stated.article];
        Self {
            article: source,
            kind: theme.kind,
            start: at.start(theme.span),
            end: at.end(theme.span),
            text: at.text(theme.span),
            canonical: &theme.canonical,
            line: at.line(theme.span),
            zone: at.zone(theme.span),
            corrected: articles.is_corrected(stated.article, FactKind::Theme, stated.theme),
        }
    }
}

impl<'a> PriorityRecord<'a> {
    pub(super) fn new(articles: &Articles<'a>, list: &PriorityList) -> Self {
        let stated = articles.list(list);
        let at = &articles.at[list.article];
        Self {
            article: articles.sources[list.article].0,
            start: at.start(stated.span),
            end: at.end(stated.span),
            line: at.line(stated.span),
            label: at.text(stated.span),
            kind: stated.kind,
            declared: stated.declared,
            listed: stated.items.len(),
            items: stated.items.iter().map(|item| item.short.as_str()).collect(),
            corrected: articles.is_corrected(list.article, FactKind::Enumeration, list.enumeration),
        }
    }
}

impl<'a> PriorityComparisonRecord<'a> {
    pub(super) fn new(articles: &Articles<'a>, comparison: &Comparison, pair: &'a PriorityComparison) -> Self {
        let [earlier, later] = [pair.earlier, pair.later].map(|list| &comparison.priorities[list]);
        let [before, after] = [earlier, later].map(|list| &articles.list(list).items);
        Self {
            label: &pair.label,
            years: [earlier.year, later.year],
            kept: pair.kept.iter().map(|&(i, _)| before[i].short.as_str()).collect(),
            dropped: pair.dropped.iter().map(|&i| before[i].short.as_str()).collect(),
            added: pair.added.iter().map(|&i| after[i].short.as_str()).collect(),
            comparability: "high",
            evidence: [earlier, later].map(|list| articles.evidence(list.article, articles.list(list).span)),
        }
    }
}
