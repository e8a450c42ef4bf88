//! The comparison of the years (OUTPUT.md §4).

mod indicators;
mod stated;
mod terms;

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::compare::{Comparison, Source};

use self::indicators::IndicatorRecord;
use self::stated::{PriorityComparisonRecord, PriorityRecord, StatedThemeRecord};
use self::terms::TermRecord;
use super::Locator;

/// The comparison as it is printed.
#[derive(Debug, Serialize)]
pub struct ComparisonRecord<'a> {
    clock: &'static str,
    years: Vec<i32>,
    syllables: ByYear<u32>,
    indicators: Vec<IndicatorRecord<'a>>,
    themes_by_year: ByYear<Vec<StatedThemeRecord<'a>>>,
    priorities_by_year: ByYear<Vec<PriorityRecord<'a>>>,
    priority_comparisons: Vec<PriorityComparisonRecord<'a>>,
    terms: Vec<TermRecord<'a>>,
}

/// Values by year, printed as an object in ascending order.
#[derive(Debug)]
struct ByYear<T>(Vec<(i32, T)>);

impl<T: Serialize> Serialize for ByYear<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (year, value) in &self.0 {
            map.serialize_entry(&year.to_string(), value)?;
        }
        map.end()
    }
}

/// The records of each year, in the order given.
fn by_year<T>(records: impl Iterator<Item = (i32, T)>) -> ByYear<Vec<T>> {
    let mut years: BTreeMap<i32, Vec<T>> = BTreeMap::new();
    records.for_each(|(year, record)| years.entry(year).or_default().push(record));
    ByYear(years.into_iter().collect())
}

/// The articles with the offsets that the document gives.
struct Articles<'a> {
    sources: &'a [Source<'a>],
    at: Vec<Locator<'a>>,
}

impl<'a> ComparisonRecord<'a> {
    /// The record of a comparison made from `sources`.
    pub fn new(sources: &'a [Source<'a>], comparison: &'a Comparison) -> Self {
        let years = &comparison.years;
        let articles = &Articles { sources, at: sources.iter().map(|s| Locator::new(&s.1.article)).collect() };
        let themes = comparison.themes.iter().map(|theme| (theme.year, StatedThemeRecord::new(articles, theme)));
        let priorities = comparison.priorities.iter().map(|list| (list.year, PriorityRecord::new(articles, list)));
        let comparisons = comparison.priority_comparisons.iter();
        let indicators = comparison.indicators.iter().enumerate();
        Self {
            clock: comparison.clock.code(),
            years: years.iter().map(|y| y.year).collect(),
            syllables: ByYear(years.iter().map(|y| (y.year, y.n_syllables)).collect()),
            indicators: indicators.filter_map(|(i, x)| IndicatorRecord::new(articles, i, x)).collect(),
            themes_by_year: by_year(themes),
            priorities_by_year: by_year(priorities),
            priority_comparisons: comparisons.map(|c| PriorityComparisonRecord::new(articles, comparison, c)).collect(),
            terms: comparison.terms.rows.iter().map(|t| TermRecord::new(years, &comparison.terms, t)).collect(),
        }
    }
}
