//! The same list in two years, item by item, with who gave it.

use serde::{Deserialize, Serialize};

use crate::base::Arrange;
use crate::compare::{Comparison, PriorityComparison};

use super::Evidence;
use super::fact_rows::code;
use super::stated::Articles;

/// An item of a list in two years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PriorityItem {
    /// `kept`, `new` or `gone`.
    pub fate: String,
    /// The item in short, in the later words if it is there.
    pub text: String,
    /// Where it stands in the earlier list.
    pub earlier: Option<Evidence>,
    /// Where it stands in the later one.
    pub later: Option<Evidence>,
}

/// One of the two lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListSide {
    /// The year it is for.
    pub year: i32,
    /// Who gives it, if the text says so.
    pub said_by: Option<String>,
    /// The number of items that its label states.
    pub declared: Option<u32>,
    /// The number that stand in the text.
    pub listed: u32,
    /// Its label.
    pub evidence: Evidence,
}

/// The same list in two years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PriorityChange {
    /// What the list is called, without its number.
    pub label: String,
    /// Code of what it is: `priorities`, `pillars`, `tasks`, …
    pub kind: String,
    /// The earlier list.
    pub earlier: ListSide,
    /// The later list.
    pub later: ListSide,
    /// Kept items in the order of the later list, then new ones, then those that are gone.
    pub items: Vec<PriorityItem>,
    /// `stated`: it is said, not counted.
    pub strength: String,
}

/// The lists that stand in two years.
pub(super) fn priority_changes(comparison: &Comparison, articles: &Articles) -> Vec<PriorityChange> {
    comparison.priority_comparisons.iter().map(|pair| change(comparison, articles, pair)).collect()
}

fn change(comparison: &Comparison, articles: &Articles, pair: &PriorityComparison) -> PriorityChange {
    let [before, after] = [pair.earlier, pair.later].map(|list| &comparison.priorities[list]);
    let list = |of: &crate::compare::PriorityList| &articles.facts(of.article).enumerations[of.enumeration];
    let side = |of: &crate::compare::PriorityList| ListSide {
        year: of.year,
        said_by: articles.speaker(of.article, list(of).span),
        declared: list(of).declared,
        listed: list(of).items.len() as u32,
        evidence: articles.evidence(of.article, list(of).span),
    };
    let earlier = |i: usize| list(before).items.get(i).map(|item| articles.evidence(before.article, item.span));
    let later = |i: usize| list(after).items.get(i).map(|item| articles.evidence(after.article, item.span));
    let short = |of: &crate::compare::PriorityList, i: usize| {
        list(of).items.get(i).map_or(String::new(), |item| item.short.clone())
    };
    let mut kept = pair.kept.clone();
    kept.arrange_by_key(|k| k.1);
    let item = |fate: &str, text: String, earlier, later| PriorityItem { fate: fate.to_owned(), text, earlier, later };
    let kept = kept.iter().map(|&(i, j)| item("kept", short(after, j), earlier(i), later(j)));
    let new = pair.added.iter().map(|&j| item("new", short(after, j), None, later(j)));
    let gone = pair.dropped.iter().map(|&i| item("gone", short(before, i), earlier(i), None));
    PriorityChange {
        label: pair.label.clone(),
        kind: code(&list(before).kind),
        earlier: side(before),
        later: side(after),
        items: kept.chain(new).chain(gone).collect(),
        strength: "stated".to_owned(),
    }
}
