//! Measures and their values over time.

use serde::Serialize;

use crate::compare::{Comparability, Indicator, IndicatorValue};
use crate::extract::{FactKind, FigureKind};
use crate::lexicon::Limit;

use super::Articles;
use super::stated::EvidenceRecord;

/// A measure.
#[derive(Debug, Serialize)]
pub(super) struct IndicatorRecord<'a> {
    id: String,
    label: &'a str,
    unit: Option<&'a str>,
    kind: FigureKind,
    comparability: &'static str,
    values: Vec<ValueRecord<'a>>,
}

/// One value of it.
#[derive(Debug, Serialize)]
struct ValueRecord<'a> {
    as_of: &'a str,
    year: Option<i32>,
    value: f64,
    unit: Option<&'a str>,
    bound: Limit,
    qualifier: Option<&'a str>,
    evidence: EvidenceRecord<'a>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    corrected: bool,
}

impl<'a> IndicatorRecord<'a> {
    /// The record of the indicator with this index; `None` for one without values.
    pub(super) fn new(articles: &Articles<'a>, index: usize, indicator: &'a Indicator) -> Option<Self> {
        let first = indicator.values.first()?;
        Some(Self {
            id: format!("i{:02}", index + 1),
            label: &indicator.label,
            unit: indicator.unit.as_deref(),
            kind: articles.sources[first.article].1.facts.figures[first.figure].kind,
            comparability: match indicator.comparability {
                Comparability::High => "high",
                Comparability::Low => "low",
                Comparability::None => "none",
            },
            values: indicator.values.iter().map(|v| ValueRecord::new(articles, v)).collect(),
        })
    }
}

impl<'a> ValueRecord<'a> {
    fn new(articles: &Articles<'a>, value: &'a IndicatorValue) -> Self {
        let figure = &articles.sources[value.article].1.facts.figures[value.figure];
        Self {
            as_of: &value.as_of,
            year: value.as_of.get(..4).and_then(|year| year.parse().ok()),
            value: value.value,
            unit: figure.unit.as_deref(),
            bound: figure.bound,
            qualifier: figure.qualifier.map(|span| articles.at[value.article].text(span)),
            evidence: articles.evidence(value.article, figure.span),
            corrected: articles.is_corrected(value.article, FactKind::Figure, value.figure),
        }
    }
}
