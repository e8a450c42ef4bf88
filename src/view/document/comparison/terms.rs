//! Terms by year.

use serde::Serialize;

use crate::compare::{ComparedTerm, Keyness, TermTable, Year, by_article, per_10k, tenths};

use super::ByYear;

#[derive(Debug, Serialize)]
pub(super) struct TermRecord<'a> {
    term: &'a str,
    count: ByYear<u32>,
    per_10k: ByYear<f64>,
    total: u32,
    articles: usize,
    dispersion: f64,
    stated: &'a [i32],
    keyness: Vec<KeynessRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    merged: Option<MergedRecord<'a>>,
}

/// The counts with short and long forms taken as one.
#[derive(Debug, Serialize)]
struct MergedRecord<'a> {
    forms: &'a [String],
    count: ByYear<u32>,
    per_10k: ByYear<f64>,
    keyness: Vec<KeynessRecord>,
}

#[derive(Debug, Serialize)]
struct KeynessRecord {
    from: i32,
    to: i32,
    g2: f64,
    log_ratio: f64,
    log_ratio_interval: [f64; 2],
    articles: u32,
    q: f64,
    strength: &'static str,
    fate: &'static str,
}

impl<'a> TermRecord<'a> {
    pub(super) fn new(years: &[Year], table: &'a TermTable, row: &'a ComparedTerm) -> Self {
        let pairs = || table.pairs.iter().enumerate();
        let by_part = table.by_part(row);
        let by_year = table.by_year(by_part);
        Self {
            term: table.term(row),
            count: counts(years, &by_year),
            per_10k: rates(years, &by_year),
            total: row.total,
            articles: by_article(by_part).count(),
            dispersion: hundredths(table.dispersion(row)),
            stated: &row.stated,
            keyness: pairs().map(|(i, &pair)| KeynessRecord::new(years, pair, &table.keyness(row, i))).collect(),
            merged: row.merged.as_ref().map(|merged| {
                let by_year = table.by_year(&merged.by_part);
                let keyness = pairs().map(|(i, &pair)| KeynessRecord::new(years, pair, &table.whole_keyness(row, i)));
                MergedRecord {
                    forms: &merged.forms,
                    count: counts(years, &by_year),
                    per_10k: rates(years, &by_year),
                    keyness: keyness.collect(),
                }
            }),
        }
    }
}

fn counts(years: &[Year], by_year: &[u32]) -> ByYear<u32> {
    ByYear(years.iter().zip(by_year).map(|(y, &n)| (y.year, n)).collect())
}

fn rates(years: &[Year], by_year: &[u32]) -> ByYear<f64> {
    ByYear(years.iter().zip(by_year).map(|(y, &n)| (y.year, tenths(per_10k(n, y.n_syllables)))).collect())
}

impl KeynessRecord {
    fn new(years: &[Year], (from, to): (usize, usize), keyness: &Keyness) -> Self {
        let (low, high) = keyness.counts.log_ratio_interval();
        Self {
            from: years[from].year,
            to: years[to].year,
            g2: hundredths(keyness.counts.g2()),
            log_ratio: hundredths(keyness.counts.log_ratio()),
            log_ratio_interval: [hundredths(low), hundredths(high)],
            articles: keyness.n_articles,
            q: (keyness.q * 1e4).round() / 1e4,
            strength: keyness.strength.code(),
            fate: keyness.fate.code(),
        }
    }
}

/// To two decimals; never −0.
fn hundredths(x: f64) -> f64 {
    (x * 100.0).round() / 100.0 + 0.0
}
