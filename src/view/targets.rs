//! Targets announced, and whether a later article says that they are reached.

use serde::{Deserialize, Serialize};

use crate::base::Arrange;
use crate::compare::{Comparison, TargetOutcome, Verdict};
use crate::extract::FactKind;

use super::Evidence;
use super::fact_rows::code;
use super::stated::Articles;

/// A target and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetView {
    /// What is to be done or reached.
    pub what: String,
    /// Who is to do it, as the text says.
    pub actor: Option<String>,
    /// `commitment`, `directive`, `vision` or `orientation`.
    pub status: String,
    /// When the article that announces it was written, or its event took place, ISO; empty if that is not known.
    pub announced: String,
    /// Last day by which it is to be done, ISO.
    pub by: Option<String>,
    /// The number to reach.
    pub goal: Option<f64>,
    /// Its unit as written.
    pub unit: Option<String>,
    /// `reached`, `missed`, `under_way`, `not_reported` (no later article has the figure) or `no_number`.
    pub outcome: String,
    /// The later value: when it holds, and how much it is.
    pub as_of: Option<String>,
    /// The later value as a number.
    pub value: Option<f64>,
    /// `exact`, `lower`, `upper`, `estimate`: how the later value is bounded.
    pub bound: Option<String>,
    /// Where the target stands.
    pub evidence: Evidence,
    /// Where the later value stands.
    pub later: Option<Evidence>,
    /// Whether the reader corrected it.
    pub corrected: bool,
}

/// Targets that the overview shows, at most.
const MOST: usize = 200;

/// The targets: those of which something became first, then those with a number, then by deadline.
pub(super) fn targets(comparison: &Comparison, articles: &Articles) -> Vec<TargetView> {
    let view = |outcome: &TargetOutcome| {
        let facts = articles.facts(outcome.article);
        let target = &facts.targets[outcome.target];
        let goal = target.metric.and_then(|m| facts.figures.get(m));
        let later = outcome.value.as_ref();
        let figure = later.map(|v| &articles.facts(v.article).figures[v.figure]);
        TargetView {
            what: articles.text(outcome.article, target.what),
            actor: target.actor.clone(),
            status: code(&target.status),
            announced: facts.meta.reference_date.clone().unwrap_or_default(),
            by: target.by.clone(),
            goal: goal.map(|g| g.value),
            unit: goal.and_then(|g| g.unit.clone()),
            outcome: outcome.verdict.code().to_owned(),
            as_of: later.map(|v| v.as_of.clone()),
            value: figure.map(|f| f.value),
            bound: figure.map(|f| code(&f.bound)),
            evidence: articles.evidence(outcome.article, target.span),
            later: later.zip(figure).map(|(v, f)| articles.evidence(v.article, f.span)),
            corrected: articles.is_corrected(outcome.article, FactKind::Target, outcome.target),
        }
    };
    let mut chosen: Vec<&TargetOutcome> = comparison.targets.iter().collect();
    let rank = |outcome: &&TargetOutcome| {
        let facts = articles.facts(outcome.article);
        let target = &facts.targets[outcome.target];
        let is_told = !matches!(outcome.verdict, Verdict::NotReported | Verdict::NoNumber);
        let has_goal = target.metric.is_some_and(|m| m < facts.figures.len());
        let (by, announced) = (target.by.as_deref(), facts.meta.reference_date.as_deref());
        (!is_told, !has_goal, by.is_none(), by.unwrap_or_default(), announced.unwrap_or_default())
    };
    chosen.arrange_by_key(rank);
    chosen.into_iter().take(MOST).map(view).collect()
}
