//! Values as the reader gives them.

use crate::base::{Day, days_in_month};
use crate::extract::{FactKind, Field, FigureKind, ThemeKind};
use crate::lexicon::Limit;

/// Whether a text can be the value of an attribute. An empty text takes the attribute away, where a fact can be without.
pub(super) fn is_value(kind: FactKind, field: Field, text: &str) -> bool {
    if text.is_empty() {
        return !matches!(field, Field::Value | Field::Bound | Field::Kind | Field::Name);
    }
    match field {
        Field::Value if kind == FactKind::Date => is_time(text),
        Field::Value => number(text).is_some(),
        Field::ValueMax => number(text).is_some(),
        Field::Bound => bound(text).is_some(),
        Field::Kind if kind == FactKind::Theme => theme_kind(text).is_some(),
        Field::Kind => figure_kind(text).is_some(),
        Field::Period | Field::By | Field::Date => is_time(text),
        Field::Year => year(text).is_some(),
        Field::Declared => text.parse::<u32>().is_ok_and(|n| n <= 10_000),
        _ => text.len() <= MOST_BYTES,
    }
}

/// A name or unit is not longer.
const MOST_BYTES: usize = 2000;

pub(super) fn number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
    text.parse::<f64>().ok().filter(|n| plain && n.is_finite() && n.abs() < 1e18)
}

pub(super) fn year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|y| (1000..=9999).contains(y))
}

pub(super) fn bound(code: &str) -> Option<Limit> {
    use Limit::{Estimate, Exact, Lower, Magnitude, Upper};
    [("exact", Exact), ("lower", Lower), ("upper", Upper), ("estimate", Estimate), ("magnitude", Magnitude)]
        .into_iter()
        .find_map(|(name, limit)| (name == code).then_some(limit))
}

pub(super) fn bound_code(limit: Limit) -> &'static str {
    match limit {
        Limit::Exact => "exact",
        Limit::Lower => "lower",
        Limit::Upper => "upper",
        Limit::Estimate => "estimate",
        Limit::Magnitude => "magnitude",
    }
}

const FIGURE_KINDS: [(&str, FigureKind); 9] = [
    ("count", FigureKind::Count),
    ("money", FigureKind::Money),
    ("percent", FigureKind::Percent),
    ("rank", FigureKind::Rank),
    ("ratio", FigureKind::Ratio),
    ("rate", FigureKind::Rate),
    ("change", FigureKind::Change),
    ("ordinal", FigureKind::Ordinal),
    ("duration", FigureKind::Duration),
];

pub(super) fn figure_kind(code: &str) -> Option<FigureKind> {
    FIGURE_KINDS.into_iter().find_map(|(name, kind)| (name == code).then_some(kind))
}

pub(super) fn figure_kind_code(kind: FigureKind) -> &'static str {
    FIGURE_KINDS.into_iter().find_map(|(name, k)| (k == kind).then_some(name)).unwrap_or("count")
}

const THEME_KINDS: [(&str, ThemeKind); 5] = [
    ("official_theme", ThemeKind::OfficialTheme),
    ("year_designation", ThemeKind::YearDesignation),
    ("spirit", ThemeKind::Spirit),
    ("message", ThemeKind::Message),
    ("orientation", ThemeKind::Orientation),
];

pub(super) fn theme_kind(code: &str) -> Option<ThemeKind> {
    THEME_KINDS.into_iter().find_map(|(name, kind)| (name == code).then_some(kind))
}

pub(super) fn theme_kind_code(kind: ThemeKind) -> &'static str {
    THEME_KINDS.into_iter().find_map(|(name, k)| (k == kind).then_some(name)).unwrap_or("official_theme")
}

/// Whether a text is a time in the forms that the reader may use: those of [`interval`], a day without a year and a length.
fn is_time(text: &str) -> bool {
    interval(text).is_some() || is_day_of_any_year(text) || is_length(text)
}

fn is_day_of_any_year(text: &str) -> bool {
    text.strip_prefix("XXXX-").is_some_and(|rest| Day::parse(&format!("2000-{rest}")).is_some())
}

/// `P6M`, `P10Y`.
fn is_length(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    let Some((number, unit)) = rest.split_at_checked(rest.len().saturating_sub(1)) else { return false };
    number.parse::<u32>().is_ok() && matches!(unit, "D" | "W" | "M" | "Y")
}

/// First and last day of `2024`, `2024-Q3`, `2024-10`, `2024-10-10`, and of two of them with `/` between.
pub(super) fn interval(text: &str) -> Option<(Day, Day)> {
    if let Some((from, to)) = text.split_once('/') {
        let (from, to) = (interval(from)?, interval(to)?);
        return (from.0 <= to.1).then_some((from.0, to.1));
    }
    let has_year = text.len() >= 4 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    let year = text.get(..4).filter(|_| has_year)?.parse().ok()?;
    let months =
        |first: u32, last: u32| Some((Day::new(year, first, 1)?, Day::new(year, last, days_in_month(year, last))?));
    match text.get(4..)? {
        "" => months(1, 12),
        "-Q1" => months(1, 3),
        "-Q2" => months(4, 6),
        "-Q3" => months(7, 9),
        "-Q4" => months(10, 12),
        rest if rest.len() == 3 => {
            let month = rest.strip_prefix('-')?.parse().ok()?;
            months(month, month)
        }
        rest if rest.len() == 6 => Day::parse(text).map(|day| (day, day)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read() {
        let days = |text| interval(text).map(|(a, b)| format!("{a} {b}"));
        assert_eq!(days("2024").as_deref(), Some("2024-01-01 2024-12-31"));
        assert_eq!(days("2024-Q2").as_deref(), Some("2024-04-01 2024-06-30"));
        assert_eq!(days("2024-02").as_deref(), Some("2024-02-01 2024-02-29"));
        assert_eq!(days("2024-02-10").as_deref(), Some("2024-02-10 2024-02-10"));
        assert_eq!(days("2021/2025").as_deref(), Some("2021-01-01 2025-12-31"));
        for bad in ["", "2024-13", "2024-02-30", "24", "năm 2024", "2025/2021", "2024-Q5", "2024-1", "a024", "20245"] {
            assert_eq!(days(bad), None, "{bad}");
        }
    }

    #[test]
    fn values_are_checked() {
        use FactKind::{Date, Figure, Person, Theme};
        for (kind, field, good) in [
            (Figure, Field::Value, "67300"),
            (Figure, Field::Value, "-1.5"),
            (Date, Field::Value, "XXXX-10-10"),
            (Date, Field::Value, "P6M"),
            (Figure, Field::Bound, "lower"),
            (Figure, Field::Unit, ""),
            (Figure, Field::Period, ""),
            (Theme, Field::Year, "2024"),
            (Theme, Field::Kind, "spirit"),
        ] {
            assert!(is_value(kind, field, good), "{good}");
        }
        for (kind, field, bad) in [
            (Figure, Field::Value, ""),
            (Figure, Field::Value, "NaN"),
            (Figure, Field::Value, "1e400"),
            (Figure, Field::Value, "2024-10"),
            (Figure, Field::Bound, "more"),
            (Figure, Field::Kind, "spirit"),
            (Person, Field::Name, ""),
            (Theme, Field::Year, "24"),
            (Figure, Field::Period, "tháng 9"),
            (Date, Field::Value, "P"),
            (Date, Field::Value, "Pđ"),
        ] {
            assert!(!is_value(kind, field, bad), "{bad}");
        }
    }
}
