//! Commitments for the future: what is to be done or reached, by when, by how much.
//!
//! Core are clauses with a deadline or plan year, a number to reach, or a deliverable that can be checked later.
//! Wishes, forecasts, results and calendar notices are none.

mod accept;
mod clause;
mod deadline;
mod deed;
mod english;
mod extent;
mod goal_line;
mod goal_year;
mod plan;
mod run;
mod signal;
mod task_day;
#[cfg(test)]
mod tests;
mod unit;
mod wording;

use std::ops::Range;

use crate::base::{Arrange, Span};
use crate::ingest::SegmentRole;

use self::deadline::Deadline;
use super::name::Taken;
use super::speech::Speech;
use super::{Confidence, Facts, FigureKind, Reading};

/// What kind of commitment it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetStatus {
    /// Somebody will do it.
    Commitment,
    /// Somebody is told to do it.
    Directive,
    /// A picture of the far future.
    Vision,
    /// What a plan year is to be about.
    Orientation,
}

/// One commitment.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Target {
    /// Where it stands.
    pub span: Span,
    /// The action without deadline and subject.
    pub what: Span,
    /// Who is to do it, as the text says.
    pub actor: Option<String>,
    /// Last day by which it is to be done, ISO 8601.
    pub by: Option<String>,
    /// The words of the deadline.
    pub by_text: Option<Span>,
    /// A later date to which it looks, ISO 8601.
    pub horizon: Option<String>,
    /// Index of the figure that is to be reached.
    pub metric: Option<usize>,
    /// What kind of commitment it is.
    pub status: TargetStatus,
    /// Its sentence.
    pub sentence: Span,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// What the rules for targets read from.
#[derive(Clone, Copy)]
struct Source<'a, 'r> {
    reading: &'a Reading<'r>,
    facts: &'a Facts,
    speech: &'a Speech,
    /// Where the names of bodies and instruments stand: a comma or `và` in them parts nothing.
    names: &'a Taken,
}

/// A target before its number and actor are read.
struct Found {
    tokens: Range<usize>,
    by: Option<Deadline>,
    horizon: Option<Deadline>,
    actor: Option<String>,
    status: TargetStatus,
    sentence: usize,
    rule: &'static str,
}

/// Commitments for the future, in text order.
pub(crate) fn targets(reading: &Reading, facts: &Facts, speech: &Speech) -> Vec<Target> {
    let source = Source { reading, facts, speech, names: &Taken::default() };
    let deadlines = deadline::deadlines(reading, facts);
    let mut found = if facts.meta.language == "en" {
        english::targets(source, &deadlines)
    } else {
        clause::targets(source, &deadlines)
    };
    found.extend(plan::orientations(source));
    found.arrange_by_key(|f| (f.tokens.start, std::cmp::Reverse(f.tokens.end)));
    found.dedup_by(|b, a| {
        b.tokens.start < a.tokens.end && b.by.as_ref().map(|d| &d.iso) == a.by.as_ref().map(|d| &d.iso)
    });
    let titled = |f: &Found| {
        let segment = reading.sentences[f.sentence].segment;
        reading.article.segments[segment].role == SegmentRole::Title
    };
    let (titles, mut body): (Vec<Found>, Vec<Found>) = found.into_iter().partition(titled);
    // What a title states is told again below it as a rule: by the same day, to the same number.
    let told_again = |t: &Found| goal(source, t).is_some_and(|g| body.iter().any(|f| goal(source, f) == Some(g)));
    let titles: Vec<Found> = titles.into_iter().filter(|t| !told_again(t)).collect();
    body.extend(titles);
    body.arrange_by_key(|f| f.tokens.start);
    body.into_iter().map(|f| made(source, f)).collect()
}

/// The number that a target is to reach, of which kind, and its last day.
fn goal<'a>(source: Source, found: &'a Found) -> Option<(f64, FigureKind, Option<&'a str>)> {
    let figure = &source.facts.figures[figure_within(source, source.reading.span(found.tokens.clone()))?];
    Some((figure.value, figure.kind, found.by.as_ref().map(|d| d.iso.as_str())))
}

/// The first figure that stands in the span.
fn figure_within(source: Source, span: Span) -> Option<usize> {
    let figures = &source.facts.figures;
    let from = figures.partition_point(|f| f.number.start() < span.start());
    let inside = figures[from..].iter().take_while(|f| f.number.start() < span.end());
    inside.enumerate().find(|(_, f)| f.role == "statistic").map(|(i, _)| from + i)
}

fn made(source: Source, found: Found) -> Target {
    let r = source.reading;
    let span = r.span(found.tokens.clone());
    let metric = figure_within(source, span);
    let has_deadline = found.by.is_some();
    Target {
        span,
        what: r.span(extent::action(source, found.tokens.clone())),
        actor: found.actor,
        by_text: found.by.as_ref().map(|d| d.span),
        by: found.by.map(|d| d.iso),
        horizon: found.horizon.map(|d| d.iso),
        metric,
        status: found.status,
        sentence: r.sentences[found.sentence].span,
        rule: found.rule,
        confidence: if has_deadline { Confidence::High } else { Confidence::Medium },
    }
}
