//! People, bodies and offices over the years.

use serde::{Deserialize, Serialize};

use crate::compare::{Comparison, Named, Role};
use crate::text::fold;

use super::stated::Articles;
use super::{Evidence, YearCount};

/// An office or function that a person is given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RoleView {
    /// The office as the texts give it.
    pub role: String,
    /// Years of the articles that give it, ascending.
    pub years: Vec<i32>,
}

/// A person or a body over the years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedView {
    /// Its name.
    pub name: String,
    /// How often it is named in all bodies.
    pub count: u32,
    /// Articles that name it.
    pub n_articles: u32,
    /// By year, ascending, zeros written out.
    pub by_year: Vec<YearCount>,
    /// Offices and functions; empty for a body.
    pub roles: Vec<RoleView>,
    /// Where it is named first in each year that names it.
    pub evidence: Vec<Evidence>,
}

/// Who held an office.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Holder {
    /// The person.
    pub name: String,
    /// Years of the articles that say so, ascending.
    pub years: Vec<i32>,
}

/// An office and those who are given it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OfficeView {
    /// The office as the texts give it.
    pub office: String,
    /// Its holders, by the first year.
    pub holders: Vec<Holder>,
}

/// People, bodies and offices over the years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CastView {
    /// People, those named most first; at most 60.
    pub people: Vec<NamedView>,
    /// Bodies, those named most first; at most 60.
    pub organisations: Vec<NamedView>,
    /// Offices of several people or of several years; at most 40.
    pub offices: Vec<OfficeView>,
}

/// Offices of a person without those that others tell in full, of the same years: `Thủ tướng` beside `Thủ tướng Chính phủ`.
fn told_once(roles: &[Role]) -> Vec<RoleView> {
    let within = |long: &Role, short: &Role| {
        let rest = fold(&long.role).strip_prefix(fold(&short.role).as_str()).map(str::to_owned);
        rest.is_some_and(|rest| rest.starts_with(' ')) && short.years.iter().all(|year| long.years.contains(year))
    };
    let full = roles.iter().filter(|role| !roles.iter().any(|long| within(long, role)));
    full.map(|role| RoleView { role: role.role.clone(), years: role.years.clone() }).collect()
}

/// The people, bodies and offices of the comparison.
pub(super) fn cast(comparison: &Comparison, articles: &Articles) -> CastView {
    let cast = &comparison.cast;
    let named = |named: &Named| NamedView {
        name: named.name.clone(),
        count: named.total,
        n_articles: named.n_articles,
        by_year: named
            .by_year
            .iter()
            .zip(&comparison.years)
            .map(|(&n, year)| YearCount::new(year.year, n, year.n_syllables))
            .collect(),
        roles: told_once(&named.roles),
        evidence: named.first.iter().map(|(_, place)| articles.evidence(place.article, place.span)).collect(),
    };
    let holder =
        |(person, years): &(usize, Vec<i32>)| Holder { name: cast.people[*person].name.clone(), years: years.clone() };
    CastView {
        people: cast.people.iter().map(named).collect(),
        organisations: cast.organisations.iter().map(named).collect(),
        offices: cast
            .offices
            .iter()
            .map(|o| OfficeView { office: o.office.clone(), holders: o.holders.iter().map(holder).collect() })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_told_in_full_is_told_once() {
        let role = |(role, years): &(&str, &[i32])| Role { role: (*role).to_owned(), years: years.to_vec() };
        let told = |roles: &[(&str, &[i32])]| -> Vec<String> {
            told_once(&roles.iter().map(role).collect::<Vec<_>>()).into_iter().map(|role| role.role).collect()
        };
        assert_eq!(told(&[("Thủ tướng", &[2024]), ("Thủ tướng Chính phủ", &[2024, 2025])]), ["Thủ tướng Chính phủ"]);
        // Of another year it may be another office.
        assert_eq!(told(&[("Bộ trưởng", &[2019]), ("Bộ trưởng Bộ Y tế", &[2024])]), ["Bộ trưởng", "Bộ trưởng Bộ Y tế"]);
        assert_eq!(told(&[("Chủ tịch", &[2024]), ("Phó Chủ tịch xã", &[2024])]), ["Chủ tịch", "Phó Chủ tịch xã"]);
    }
}
