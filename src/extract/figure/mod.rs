//! Numeric statements: value, unit, bound, kind, and what they hold for.

mod bound;
mod candidate;
mod change;
mod english;
mod indicator;
mod name;
mod period;
mod planned;
mod rank;
mod read;
mod time_frame;
mod unit;

#[cfg(test)]
mod tests;

pub(crate) use planned::plan;
pub use read::figures;

use serde::Serialize;

use crate::base::Span;
use crate::lexicon::Limit;

use super::Confidence;

/// What a number says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureKind {
    /// How many.
    Count,
    /// An amount of money.
    Money,
    /// A share or level in percent.
    Percent,
    /// A place in an order.
    Rank,
    /// `m` of `n`.
    Ratio,
    /// Per so many, per day.
    Rate,
    /// An increase or decrease.
    Change,
    /// The number of a session, of a time.
    Ordinal,
    /// A length of time not tied to the calendar.
    Duration,
}

/// An increase or decrease.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Change {
    /// Up, or down.
    pub up: bool,
    /// By how much.
    pub amount: f64,
    /// In what unit.
    pub unit: Option<String>,
    /// Compared with what, in the words of the text.
    pub baseline: Option<Span>,
    /// The same as a date.
    pub baseline_iso: Option<String>,
}

/// A place in an order.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Rank {
    /// The place.
    pub position: Option<f64>,
    /// The last place that is possible: `nhóm 10 nước`.
    pub position_max: Option<f64>,
    /// Number of those ranked.
    pub out_of: Option<f64>,
}

/// Denominator of a rate.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Per {
    /// So many of the unit.
    pub value: f64,
    /// Its unit.
    pub unit: String,
}

/// When a number holds.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Period {
    /// The words that say so.
    pub span: Option<Span>,
    /// ISO date or interval.
    pub value: String,
    /// `sentence` or `context`.
    #[serde(deserialize_with = "crate::base::code")]
    pub source: crate::base::Code,
}

/// One number that says something.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Figure {
    /// From the qualifier or change verb to the unit.
    pub span: Span,
    /// The numeral with its multiplier word.
    pub number: Span,
    /// Its value; of a range the lower end.
    pub value: f64,
    /// Upper end of a range.
    pub value_max: Option<f64>,
    /// Unit or counted noun, as written.
    pub unit: Option<String>,
    /// The word that sets the bound.
    pub qualifier: Option<Span>,
    /// How the value is bounded.
    pub bound: Limit,
    /// What it says.
    pub kind: FigureKind,
    /// `statistic`, `enumeration_head` or `ordinal`.
    #[serde(deserialize_with = "crate::base::code")]
    pub role: crate::base::Code,
    /// What is measured.
    pub indicator: Option<String>,
    /// When it holds.
    pub period: Option<Period>,
    /// The increase or decrease, on its own record and on the level it belongs to.
    pub change: Option<Change>,
    /// The place in an order.
    pub rank: Option<Rank>,
    /// Part and whole.
    pub ratio: Option<(f64, f64)>,
    /// Denominator of a rate.
    pub per: Option<Per>,
    /// Planned, not reached.
    pub is_target: bool,
    /// Only an order of magnitude.
    pub is_vague: bool,
    /// Figures of one statement carry the same number.
    pub group: Option<u32>,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
    /// How sure the rule is.
    pub confidence: Confidence,
}

impl Figure {
    /// A count of which no more is known than where it stands and which rule found it; its value is 0.
    pub(crate) fn bare(span: Span, number: Span, rule: crate::base::Code) -> Self {
        Self {
            span,
            number,
            value: 0.0,
            value_max: None,
            unit: None,
            qualifier: None,
            bound: Limit::Exact,
            kind: FigureKind::Count,
            role: "statistic",
            indicator: None,
            period: None,
            change: None,
            rank: None,
            ratio: None,
            per: None,
            is_target: false,
            is_vague: false,
            group: None,
            rule,
            confidence: Confidence::High,
        }
    }
}
