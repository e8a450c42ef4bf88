//! What follows and precedes a number: units, currencies, counted nouns, qualifiers.

use super::{Phrases, Tables};

/// What kind of unit a word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnitKind {
    /// `%`, `phần trăm`
    Percent,
    /// `điểm phần trăm`
    Point,
    /// `bậc`, `hạng`
    Step,
    /// `lần`
    Times,
    /// `USD`, `đồng`
    Currency,
    /// `tấn`, `km`
    Measure,
    /// `ngày`, `năm`
    Time,
    /// `tuổi`
    Age,
    /// A noun that is counted.
    Noun,
    /// A noun that is coordinated with others of its kind: `bộ, ngành, địa phương`.
    Group,
    /// A classifier; the noun follows it.
    Classifier,
}

/// What a qualifier does to a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Limit {
    /// The value itself.
    Exact,
    /// At least: `hơn`, `trên`.
    Lower,
    /// At most: `gần`, `dưới`.
    Upper,
    /// Estimated or rounded: `ước đạt`, `khoảng`.
    Estimate,
    /// Only its order of magnitude: `hàng tỷ`.
    Magnitude,
}

/// Reads units, currencies and counted nouns into one set, so that the longest wins.
pub(super) fn units(tables: &Tables) -> Phrases<UnitKind> {
    let units = tables.rows("units").filter_map(|row| Some((*row.first()?, unit_kind(row.get(1)?)?)));
    let currencies = tables.rows("currencies").filter_map(|row| Some((*row.first()?, UnitKind::Currency)));
    let nouns = tables.rows("counted_nouns").filter_map(|row| {
        let kind = match *row.get(1)? {
            "+" => UnitKind::Group,
            "c" => UnitKind::Classifier,
            _ => UnitKind::Noun,
        };
        Some((*row.first()?, kind))
    });
    Phrases::new(units.chain(currencies).chain(nouns))
}

fn unit_kind(kind: &str) -> Option<UnitKind> {
    Some(match kind {
        "percent" => UnitKind::Percent,
        "point" => UnitKind::Point,
        "step" => UnitKind::Step,
        "times" => UnitKind::Times,
        "measure" => UnitKind::Measure,
        "time" => UnitKind::Time,
        "age" => UnitKind::Age,
        _ => return None,
    })
}

/// How a word makes a name of the number after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Numbering {
    /// Whatever follows: `phường 1`.
    Always,
    /// Where the number is whole and no unit follows: `tổ 3`, but `tổ 5 người`.
    Alone,
}

/// Reads the qualifiers, words reversed, each with its limit.
pub(super) fn qualifiers(tables: &Tables) -> Phrases<Limit> {
    let limit = |name: &str| match name {
        "lower" => Some(Limit::Lower),
        "upper" => Some(Limit::Upper),
        "estimate" => Some(Limit::Estimate),
        "magnitude" => Some(Limit::Magnitude),
        _ => None,
    };
    let table = tables.rows("qualifiers");
    Phrases::new(table.filter_map(|row| Some((reversed(row.first()?), limit(row.get(1)?)?))))
}

/// Where a change goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// `tăng`
    Up,
    /// `giảm`
    Down,
}

/// Reads the verbs of a change, words reversed.
pub(super) fn change_verbs(tables: &Tables) -> Phrases<Direction> {
    let direction = |name: &str| match name {
        "up" => Some(Direction::Up),
        "down" => Some(Direction::Down),
        _ => None,
    };
    let table = tables.rows("change_verbs");
    Phrases::new(table.filter_map(|row| Some((reversed(row.first()?), direction(row.get(1)?)?))))
}

/// Reads the words that make a name of the number after them, words reversed.
pub(super) fn numbered_names(tables: &Tables) -> Phrases<Numbering> {
    let strength = |name: &str| if name == "strong" { Numbering::Always } else { Numbering::Alone };
    let table = tables.rows("numbered_names");
    Phrases::new(table.filter_map(|row| Some((reversed(row.first()?), strength(row.get(1)?)))))
}

/// The words from last to first, to be matched backwards from a number.
pub(super) fn reversed(phrase: &str) -> String {
    phrase.split(' ').rev().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let tables = Tables::built_in();
        assert!(tables.rows("units").all(|row| row.len() == 2 && unit_kind(row[1]).is_some()));
        assert!(tables.rows("qualifiers").all(|row| row.len() == 2));
        assert!(tables.rows("change_verbs").all(|row| matches!(row[..], [_, "up" | "down"])));
        let units = units(&tables);
        let at = |words: &[&str]| units.longest(words);
        assert_eq!(at(&["điểm", "phần", "trăm"]), Some((3, UnitKind::Point)));
        assert_eq!(at(&["đồng", "chí"]), Some((2, UnitKind::Noun)));
    }
}
