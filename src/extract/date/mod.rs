//! Expressions of time, resolved against the article's date.

mod day;
mod english;
mod find;
mod lunar;
mod opening;
mod period;
mod range;
#[cfg(test)]
mod tests;
mod when;

use crate::base::{Day, Span};

use super::{Confidence, Meta, Reading};

pub(super) use find::{Bound, Expression, expressions};
pub(super) use when::{Anchor, Part, Sense, Unit, When, YearOf};

/// One expression of time.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct DateExpression {
    /// Where it stands: the shortest phrase with its calendar noun.
    pub span: Span,
    /// ISO 8601 or TIMEX3 value: `2024-10-10`, `2024-Q3`, `2021/2025`, `P10Y`, `XXXX-10-10`, `PAST_REF`.
    pub value: String,
    /// First and last day, where both are known.
    pub interval: Option<(Day, Day)>,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(deserialize_with = "crate::base::code")]
    pub timex: crate::base::Code,
    /// `START`, `MID`, `END`, `BEFORE` or `AFTER`.
    #[serde(deserialize_with = "crate::base::some_code")]
    pub modifier: Option<crate::base::Code>,
    /// `explicit`, `year_from_context`, `relative`, `recurring`, `vague`, `frequency` or `from_context`.
    #[serde(deserialize_with = "crate::base::code")]
    pub basis: crate::base::Code,
    /// `event`, `published`, `horizon`, `deadline`, `baseline` or `as_of`.
    #[serde(deserialize_with = "crate::base::some_code")]
    pub role: Option<crate::base::Code>,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// Expressions of time, in order, resolved against the dates of the article.
pub(super) fn dates(reading: &Reading, found: &[Expression], meta: &Meta) -> Vec<DateExpression> {
    let anchor = anchor(meta);
    let dated = found.iter().filter(|e| !of_title(reading, e));
    dated.map(|expression| resolved(reading, expression, anchor, meta)).filter(|d| !d.value.is_empty()).collect()
}

/// The year of a foreign title: `Doing Business 2020`.
fn of_title(reading: &Reading, e: &Expression) -> bool {
    let at = e.tokens.start;
    let latin = |i: usize| {
        let raw = reading.raw(i);
        raw.len() > 3 && raw.is_ascii() && reading.is_capital(i) && raw.chars().skip(1).all(|c| c.is_ascii_lowercase())
    };
    e.rule == "bare_year" && at > 1 && latin(at - 1) && latin(at - 2)
}

/// The article's date: its reference date, or its year alone.
pub(super) fn anchor(meta: &Meta) -> Anchor {
    let reference = meta.reference_date.as_deref().map(Anchor::parse).unwrap_or_default();
    Anchor { year: reference.year.or(meta.year), ..reference }
}

fn resolved(reading: &Reading, expression: &Expression, anchor: Anchor, meta: &Meta) -> DateExpression {
    let found = match expression.when {
        When::Lunar { year, month, day } => {
            lunar::resolve(&reading.lexicon.lunar_years, (year, month, day), anchor, expression.sense)
        }
        _ => expression.when.resolve(anchor, expression.sense),
    };
    let interval = match (found.interval, expression.part) {
        (Some(whole), Some(part)) => Some(part_of(whole, part)),
        (interval, _) => interval,
    };
    let is_event = meta.event_dates.iter().any(|e| e.iso == found.value) && matches!(expression.when, When::Day { .. });
    DateExpression {
        span: reading.span(expression.tokens.clone()),
        interval,
        timex: timex(&expression.when),
        modifier: expression.part.map(Part::name).or(expression.bound.map(Bound::name)),
        basis: basis(&expression.when, anchor),
        role: if is_event { Some("event") } else { expression.role },
        rule: expression.rule,
        confidence: expression.confidence,
        value: found.value,
    }
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::Start => "START",
            Part::Middle => "MID",
            Part::End => "END",
        }
    }
}

/// The first quarter, the middle half or the last quarter of a stretch; of a year in whole months.
fn part_of((first, last): (Day, Day), part: Part) -> (Day, Day) {
    let days = last.number() - first.number() + 1;
    let at = |n: i64| first.plus_days(n).unwrap_or(first);
    if (360..370).contains(&days) {
        let month = |m: u32, d: u32| Day::new(first.year(), m, d).unwrap_or(first);
        return match part {
            Part::Start => (first, month(3, 31)),
            Part::Middle => (month(4, 1), month(9, 30)),
            Part::End => (month(10, 1), last),
        };
    }
    match part {
        Part::Start => (first, at(days / 3 - 1)),
        Part::Middle => (at(days / 3), at(days * 2 / 3 - 1)),
        Part::End => (at(days * 2 / 3), last),
    }
}

fn timex(when: &When) -> &'static str {
    match when {
        When::Length { .. } => "DURATION",
        When::Every(_) => "SET",
        When::Time { .. } => "TIME",
        _ => "DATE",
    }
}

fn basis(when: &When, anchor: Anchor) -> &'static str {
    let of_year = |year: &YearOf| match year {
        YearOf::Known(_) => "explicit",
        YearOf::Open if anchor.year.is_none() => "explicit",
        YearOf::Open => "year_from_context",
        YearOf::Shift(_) => "relative",
        YearOf::Every => "recurring",
    };
    match when {
        When::Months { year: YearOf::Shift(0), .. } => "year_from_context",
        When::Day { year, .. }
        | When::Lunar { year, .. }
        | When::Month { year, .. }
        | When::Quarter { year, .. }
        | When::Months { year, .. }
        | When::Year(year) => of_year(year),
        When::Years(..) | When::Decade(_) | When::Century(_) => "explicit",
        When::DayOfMonth(_) | When::Time { .. } => "from_context",
        When::Every(_) => "frequency",
        When::Vague(_) => "vague",
        When::Between(a, b) => match basis(a, anchor) {
            "relative" => "relative",
            _ => basis(b, anchor),
        },
        _ => "relative",
    }
}
