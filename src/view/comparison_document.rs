//! The comparison of the years as `langkinh compare --format json` prints it: `langkinh-compare/1`.

use serde::Serialize;

use super::{
    CastView, Changes, Clock, FigureMove, Finding, Overview, PriorityChange, TargetView, ThemeGroup, TimelineItem,
    YearView,
};

/// The document; `docs/compare.md` describes it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ComparisonDocument<'a> {
    schema: &'static str,
    clock: Clock,
    articles: Vec<ArticleName<'a>>,
    finding: &'a Finding,
    years: &'a [YearView],
    priority_changes: &'a [PriorityChange],
    figures: &'a [FigureMove],
    changes: &'a [Changes],
    theme_groups: &'a [ThemeGroup],
    cast: &'a CastView,
    targets: &'a [TargetView],
    timeline: &'a [TimelineItem],
}

/// An article by the key that evidence names.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleName<'a> {
    key: &'a str,
    name: &'a str,
    title: &'a str,
    year: Option<i32>,
    n_syllables: u32,
}

/// The comparison of an overview as one line of JSON with a line feed at its end.
pub fn comparison_json(overview: &Overview) -> String {
    let articles = overview.articles.iter().map(|a| ArticleName {
        key: &a.key,
        name: &a.name,
        title: &a.title,
        year: a.year,
        n_syllables: a.n_syllables,
    });
    let document = ComparisonDocument {
        schema: "langkinh-compare/1",
        clock: overview.clock,
        articles: articles.collect(),
        finding: &overview.finding,
        years: &overview.years,
        priority_changes: &overview.priority_changes,
        figures: &overview.figures,
        changes: &overview.changes,
        theme_groups: &overview.theme_groups,
        cast: &overview.cast,
        targets: &overview.targets,
        timeline: &overview.timeline,
    };
    let mut out = serde_json::to_string(&document).expect("records hold strings, numbers and lists only");
    out.push('\n');
    out
}
