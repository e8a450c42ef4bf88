//! By how much a measure changed, as the reader's language writes it.

use super::{Language, codes_en, codes_vi, number};
use crate::view::{ChangeUnit, FigureChange};

/// The change with its sign: `+50 %`, `−4,2 điểm phần trăm`.
pub fn signed_change(language: Language, change: &FigureChange) -> String {
    let sign = match change.by {
        by if by > 0.0 => "+",
        by if by < 0.0 => "\u{2212}",
        _ => "",
    };
    format!("{sign}{}", amount(language, change))
}

/// The change with its sign and bound: `ít nhất +50 %`.
pub fn bounded_change(language: Language, change: &FigureChange) -> String {
    bounded(language, &change.bound, &signed_change(language, change))
}

/// The change with its bound, without its sign, as after a verb: `nhiều nhất 4,2 điểm phần trăm`.
pub fn bounded_amount(language: Language, change: &FigureChange) -> String {
    bounded(language, change.bound_of_amount(), &amount(language, change))
}

/// What a change is told in: `%`, `điểm phần trăm`.
pub fn change_unit(language: Language, change: &FigureChange) -> &'static str {
    match (change.unit, language) {
        (ChangeUnit::Percent, _) => "%",
        (ChangeUnit::Points, Language::Vi) => "điểm phần trăm",
        (ChangeUnit::Points, Language::En) if change.by.abs() == 1.0 => "percentage point",
        (ChangeUnit::Points, Language::En) => "percentage points",
    }
}

fn amount(language: Language, change: &FigureChange) -> String {
    format!("{} {}", number(language, change.by.abs()), change_unit(language, change))
}

fn bounded(language: Language, bound: &str, change: &str) -> String {
    let words = match language {
        Language::Vi => codes_vi::bound(bound),
        Language::En => codes_en::bound(bound),
    };
    if words.is_empty() { change.to_owned() } else { format!("{words} {change}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ChangeUnit::{Percent, Points};

    #[test]
    fn points_are_told_from_percent() {
        let rows = [
            (50.0, Percent, "+50 %", "+50 %"),
            (-8.3, Percent, "\u{2212}8,3 %", "\u{2212}8.3 %"),
            (4.2, Points, "+4,2 điểm phần trăm", "+4.2 percentage points"),
            (-1.0, Points, "\u{2212}1 điểm phần trăm", "\u{2212}1 percentage point"),
            (0.0, Points, "0 điểm phần trăm", "0 percentage points"),
        ];
        for (by, unit, vi, en) in rows {
            let change = FigureChange { by, unit, ..FigureChange::default() };
            let said = [Language::Vi, Language::En].map(|language| signed_change(language, &change));
            assert_eq!(said, [vi, en]);
        }
    }

    #[test]
    fn a_bound_turns_round_where_a_fall_is_told_without_its_sign() {
        let rows = [
            (5.0, "at_least", "ít nhất +5 điểm phần trăm", "at least 5 percentage points"),
            (-5.0, "at_least", "ít nhất \u{2212}5 điểm phần trăm", "at most 5 percentage points"),
            (-5.0, "about", "khoảng \u{2212}5 điểm phần trăm", "about 5 percentage points"),
            (5.0, "exact", "+5 điểm phần trăm", "5 percentage points"),
        ];
        for (by, bound, signed, unsigned) in rows {
            let change = FigureChange { by, unit: Points, bound: bound.to_owned() };
            assert_eq!(bounded_change(Language::Vi, &change), signed);
            assert_eq!(bounded_amount(Language::En, &change), unsigned);
        }
    }
}
