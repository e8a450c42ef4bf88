//! The comparison of the years (OUTPUT.md §4).

mod indicators;
mod stated;
mod terms;

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::compare::{ComparedTerm, Comparison, ENOUGH_OCCURRENCES, Source};

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
    #[serde(skip_serializing_if = "Option::is_none")]
    terms_omitted: Option<OmittedRecord>,
}

/// Terms that are too many and too rare to be printed one by one.
#[derive(Debug, Serialize)]
struct OmittedRecord {
    terms: usize,
    occurrences: u64,
}

/// Terms that are all printed; of more only those that stand three times, are stated or wanted, and at most so many.
const MOST_TERMS: usize = 20_000;
/// The same for terms times years and pairs of years.
const MOST_CELLS: usize = 400_000;

/// The terms to print, best first, and what is said of the others; `n_columns` are the years and the pairs of years.
fn printed(rows: &[ComparedTerm], n_columns: usize) -> (Vec<&ComparedTerm>, Option<OmittedRecord>) {
    let most = MOST_TERMS.min(MOST_CELLS / n_columns.max(1));
    if rows.len() <= most {
        return (rows.iter().collect(), None);
    }
    let is_printed = |row: &&ComparedTerm| row.total >= ENOUGH_OCCURRENCES || !row.stated.is_empty() || row.kept;
    let kept: Vec<&ComparedTerm> = rows.iter().filter(is_printed).take(most).collect();
    let all = |rows: &mut dyn Iterator<Item = u32>| rows.map(u64::from).sum::<u64>();
    let occurrences = all(&mut rows.iter().map(|r| r.total)) - all(&mut kept.iter().map(|r| r.total));
    let omitted = OmittedRecord { terms: rows.len() - kept.len(), occurrences };
    (kept, Some(omitted))
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
        let (printed, terms_omitted) = printed(&comparison.terms.rows, years.len() + comparison.terms.pairs.len());
        let indicators = comparison.indicators.iter().enumerate();
        Self {
            clock: comparison.clock.code(),
            years: years.iter().map(|y| y.year).collect(),
            syllables: ByYear(years.iter().map(|y| (y.year, y.n_syllables)).collect()),
            indicators: indicators.filter_map(|(i, x)| IndicatorRecord::new(articles, i, x)).collect(),
            themes_by_year: by_year(themes),
            priorities_by_year: by_year(priorities),
            priority_comparisons: comparisons.map(|c| PriorityComparisonRecord::new(articles, comparison, c)).collect(),
            terms: printed.into_iter().map(|t| TermRecord::new(years, &comparison.terms, t)).collect(),
            terms_omitted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_of_a_large_collection_are_summed_up() {
        let few: Vec<ComparedTerm> = (0..10).map(|_| ComparedTerm::of_total(1)).collect();
        assert!(printed(&few, 6).1.is_none());
        assert_eq!(printed(&few, MOST_CELLS / 5).1.map(|o| o.terms), Some(10));
        let mut many: Vec<ComparedTerm> = (0..MOST_TERMS).map(|_| ComparedTerm::of_total(1)).collect();
        many.push(ComparedTerm::of_total(5));
        many.push(ComparedTerm::of_total(1));
        many.last_mut().unwrap().stated.push(2022);
        let (kept, omitted) = printed(&many, 6);
        let omitted = omitted.unwrap();
        assert_eq!((kept.len(), omitted.terms, omitted.occurrences), (2, MOST_TERMS, MOST_TERMS as u64));
    }
}
