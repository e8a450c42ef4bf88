//! People, bodies and offices over the years.

use serde::{Deserialize, Serialize};

use crate::compare::{Comparison, Named};

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
        roles: named.roles.iter().map(|r| RoleView { role: r.role.clone(), years: r.years.clone() }).collect(),
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
