//! Themes: terms that travel together, and their share of each year.

use serde::{Deserialize, Serialize};

use crate::compare::{Comparison, per_10k_interval, tenths};

use super::Overview;

/// A term of a theme.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupTerm {
    /// The term, lower case.
    pub term: String,
    /// Occurrences in all bodies, all its forms.
    pub count: u32,
    /// By year, in the order of the years of the group.
    pub by_year: Vec<u32>,
}

/// How much of a year a theme takes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ThemeShare {
    /// The year.
    pub year: i32,
    /// Sentences that hold one of its terms.
    pub n_sentences: u32,
    /// Sentences of the year.
    pub of: u32,
    /// The same in percent, one decimal.
    pub percent: f64,
    /// Lower end of its 95 % interval (Wilson), one decimal.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// A theme: terms that travel together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ThemeGroup {
    /// The term that names it.
    pub head: String,
    /// Its terms, the weightiest first.
    pub terms: Vec<GroupTerm>,
    /// Its share of each year that has text, ascending.
    pub by_year: Vec<ThemeShare>,
    /// Sentences of all bodies that hold one of its terms.
    pub n_sentences: u32,
    /// Articles that hold one of its terms.
    pub n_articles: u32,
    /// Number of its colour, from 0; themes of most sentences have the lowest.
    pub colour: u32,
}

/// The themes of the comparison, those of most sentences first.
pub(super) fn theme_groups(comparison: &Comparison) -> Vec<ThemeGroup> {
    let share = |(n, year): (&u32, &crate::compare::Year)| {
        // A share in percent is a rate per 10,000 over 100.
        let (low, high) = per_10k_interval(*n, year.n_sentences);
        let percent = if year.n_sentences == 0 { 0.0 } else { 100.0 * f64::from(*n) / f64::from(year.n_sentences) };
        ThemeShare {
            year: year.year,
            n_sentences: *n,
            of: year.n_sentences,
            percent: tenths(percent),
            low: tenths(low / 100.0),
            high: tenths(high / 100.0),
        }
    };
    let term = |&row: &usize| {
        let row = &comparison.terms.rows[row];
        let by_part = comparison.terms.whole(row);
        let by_year = comparison.terms.by_year(by_part);
        GroupTerm { term: comparison.terms.term(row).to_owned(), count: by_part.iter().map(|p| p.n).sum(), by_year }
    };
    let groups = comparison.groups.iter().enumerate();
    groups
        .map(|(i, group)| {
            let terms: Vec<GroupTerm> = group.terms.iter().map(term).collect();
            ThemeGroup {
                head: terms.first().map_or(String::new(), |t| t.term.clone()),
                terms,
                by_year: group.by_year.iter().zip(&comparison.years).map(share).collect(),
                n_sentences: group.n_sentences,
                n_articles: group.n_articles,
                colour: i as u32,
            }
        })
        .collect()
}

/// The terms of the theme that a term names; that term alone where it names none (any more).
pub fn terms_of_theme(overview: &Overview, topic: &str) -> Vec<String> {
    match overview.theme_groups.iter().find(|group| group.head == topic) {
        Some(group) => group.terms.iter().map(|term| term.term.clone()).collect(),
        None => vec![topic.to_owned()],
    }
}
