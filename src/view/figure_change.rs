//! By how much a measure changed, and how that is to be read.

use serde::{Deserialize, Serialize};

use super::FigurePoint;

/// What a change is told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangeUnit {
    /// Percent of the earlier value.
    #[default]
    Percent,
    /// Percentage points: the difference of two shares.
    Points,
}

/// The change of a measure from its first to its last value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FigureChange {
    /// By how much, with its sign, one decimal for percent and two for points.
    pub by: f64,
    /// What that is told in.
    pub unit: ChangeUnit,
    /// `exact`, `at_least`, `at_most`, `about`: how it is to be read, given the bounds of the values.
    pub bound: String,
}

impl FigureChange {
    /// From one value to another of a measure with this unit; `None` for a rank, and from nothing, which has no percentage.
    pub(super) fn new(unit: Option<&str>, first: &FigurePoint, last: &FigurePoint) -> Option<Self> {
        let difference = last.value - first.value;
        let (by, unit) = match unit {
            Some("hạng") => return None,
            Some("%") => (rounded(difference, 100.0), ChangeUnit::Points),
            _ if first.value == 0.0 => return None,
            _ => (rounded(difference / first.value.abs() * 100.0, 10.0), ChangeUnit::Percent),
        };
        Some(Self { by, unit, bound: bound(&first.bound, &last.bound).to_owned() })
    }

    /// How its amount without the sign is to be read: a fall of at least −5 is one by at most 5.
    pub(super) fn bound_of_amount(&self) -> &str {
        match self.bound.as_str() {
            "at_least" if self.by < 0.0 => "at_most",
            "at_most" if self.by < 0.0 => "at_least",
            bound => bound,
        }
    }
}

fn rounded(number: f64, parts: f64) -> f64 {
    (number * parts).round() / parts
}

/// How a change is to be read, given the bounds of its two values: “more than 80” against exactly 40 is at least +100 %.
fn bound(first: &str, last: &str) -> &'static str {
    match (first, last) {
        ("exact", "exact") => "exact",
        ("exact" | "upper", "lower") | ("upper", "exact") => "at_least",
        ("exact" | "lower", "upper") | ("lower", "exact") => "at_most",
        _ => "about",
    }
}

#[cfg(test)]
mod tests {
    use super::ChangeUnit::{Percent, Points};
    use super::*;

    fn change(unit: Option<&str>, first: (f64, &str), last: (f64, &str)) -> Option<FigureChange> {
        let point = |(value, bound): (f64, &str)| FigurePoint { value, bound: bound.to_owned(), ..Default::default() };
        FigureChange::new(unit, &point(first), &point(last))
    }

    #[test]
    fn shares_change_by_points_and_all_else_by_percent() {
        let rows = [
            (Some("xã"), 120.0, 180.0, Some((50.0, Percent))),
            (None, 80.0, 60.0, Some((-25.0, Percent))),
            (Some("%"), 55.3, 59.5, Some((4.2, Points))),
            (Some("%"), 7.09, 6.82, Some((-0.27, Points))),
            // A share can rise from nothing, an amount has no percentage then.
            (Some("%"), 0.0, 3.0, Some((3.0, Points))),
            (Some("xã"), 0.0, 3.0, None),
            (Some("hạng"), 86.0, 71.0, None),
        ];
        for (unit, first, last, expected) in rows {
            let found = change(unit, (first, "exact"), (last, "exact")).map(|change| (change.by, change.unit));
            assert_eq!(found, expected, "{unit:?} {first} {last}");
        }
    }

    #[test]
    fn bounds_carry_over_to_the_change() {
        let rows = [
            ((55.0, "exact"), (60.0, "lower"), "at_least", "at_least"),
            ((60.0, "exact"), (55.0, "lower"), "at_least", "at_most"),
            ((55.0, "lower"), (60.0, "exact"), "at_most", "at_most"),
            ((60.0, "lower"), (55.0, "exact"), "at_most", "at_least"),
            ((55.0, "lower"), (60.0, "lower"), "about", "about"),
            ((55.0, "estimate"), (60.0, "exact"), "about", "about"),
            ((55.0, "exact"), (60.0, "exact"), "exact", "exact"),
        ];
        for (first, last, bound, of_amount) in rows {
            let change = change(Some("%"), first, last).unwrap();
            assert_eq!((change.bound.as_str(), change.bound_of_amount()), (bound, of_amount), "{first:?} {last:?}");
        }
    }
}
