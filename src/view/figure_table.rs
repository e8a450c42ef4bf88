//! The figures of all articles as one table that can be sorted and filtered.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::Arrange;
use crate::corpus::Clock;
use crate::extract::{FactKind, Verdict};
use crate::text::search_key;

use super::document::Locator;
use super::fact_rows::located;
use super::facts::may_count;
use super::search::Search;
use super::{Entry, Evidence, FactRow};

/// By what the table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FigureOrder {
    /// Article and place in the text.
    #[default]
    Text,
    /// What is measured.
    Indicator,
    /// The value as a number.
    Value,
    /// The unit.
    Unit,
    /// The kind, by code.
    Kind,
    /// When it holds.
    Period,
    /// The year of the article.
    Year,
}

/// Which figures to show, and in what order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FigureQuery {
    /// Only this kind, by code.
    pub kind: Option<String>,
    /// Only this unit.
    pub unit: Option<String>,
    /// Only figures that count for this year.
    pub year: Option<i32>,
    /// By which year they count.
    pub clock: Clock,
    /// Only this article.
    pub article: Option<String>,
    /// Only figures that measure something with these words (accents optional).
    pub indicator: String,
    /// Only figures in whose sentence these words stand (accents optional).
    pub words: String,
    /// Only figures whose sentence holds a term of this theme, named by its first term; empty = any.
    pub topic: String,
    /// By what it is sorted.
    pub order: FigureOrder,
    /// Whether the last comes first.
    pub descending: bool,
    /// First row to give.
    pub from: u32,
    /// At most this many rows; 0 = 200.
    pub limit: u32,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FigureRow {
    /// The figure as a fact.
    pub fact: FactRow,
    /// Its value; `None` where the text gives only an order of magnitude.
    pub value: Option<f64>,
    /// Upper end of a range.
    pub value_max: Option<f64>,
    /// Unit as written.
    pub unit: String,
    /// `exact`, `lower`, `upper`, `estimate`, `magnitude`.
    pub bound: String,
    /// Its kind, by code.
    pub kind: String,
    /// What is measured.
    pub indicator: String,
    /// When it holds, ISO; empty if that is not known.
    pub period: String,
}

/// A page of figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FigureTable {
    /// The rows.
    pub rows: Vec<FigureRow>,
    /// Number of rows that fit the query.
    pub n_rows: u32,
    /// Number of figures by kind, under the query without its kind.
    pub by_kind: Vec<(String, u32)>,
    /// Number of figures by unit, under the query without its unit; most frequent first, at most 100.
    pub by_unit: Vec<(String, u32)>,
}

/// Units offered as filters, at most.
const MOST_UNITS: usize = 100;

/// The figures that fit the query, one page of them. `terms` are those of the theme that it names.
pub fn figure_table(entries: &[Entry], query: &FigureQuery, terms: &[String]) -> FigureTable {
    let theme: Vec<Search> = terms.iter().map(|term| Search::new(term, false)).collect();
    let is_about = |row: &FigureRow| theme.is_empty() || row.fact.is_about(&theme);
    let (words, indicator) = (search_key(query.words.trim()), search_key(query.indicator.trim()));
    let (mut kinds, mut units): (BTreeMap<String, u32>, BTreeMap<String, u32>) = Default::default();
    let mut rows: Vec<FigureRow> = Vec::new();
    let chosen = entries.iter().filter(|e| query.article.as_deref().is_none_or(|key| key == e.key));
    for entry in chosen.filter(|e| query.year.is_none_or(|year| may_count(e, year, query.clock))) {
        let is_of = |row: &FigureRow| query.year.is_none_or(|year| row.fact.year == Some(year));
        for row in
            figures(entry, query.clock).filter(is_of).filter(|row| row.holds(&words, &indicator)).filter(is_about)
        {
            let is_kind = query.kind.as_ref().is_none_or(|kind| *kind == row.kind);
            let is_unit = query.unit.as_ref().is_none_or(|unit| *unit == row.unit);
            if is_unit {
                *kinds.entry(row.kind.clone()).or_default() += 1;
            }
            if is_kind && !row.unit.is_empty() {
                *units.entry(row.unit.clone()).or_default() += 1;
            }
            if is_kind && is_unit {
                rows.push(row);
            }
        }
    }
    sort(&mut rows, query);
    let n_rows = rows.len() as u32;
    let limit = if query.limit == 0 { 200 } else { query.limit };
    let rows = rows.into_iter().skip(query.from as usize).take(limit as usize).collect();
    let mut by_unit: Vec<(String, u32)> = units.into_iter().collect();
    by_unit.arrange_by_key(|(_, n)| std::cmp::Reverse(*n));
    by_unit.truncate(MOST_UNITS);
    FigureTable { rows, n_rows, by_kind: kinds.into_iter().collect(), by_unit }
}

/// The figures of one article, what the reader calls wrong left out.
fn figures<'a>(entry: &'a Entry, clock: Clock) -> impl Iterator<Item = FigureRow> + 'a {
    let at = Locator::new(&entry.analysis.article);
    let (rows, _) = located(entry, &at);
    let is_wrong = |fact: &FactRow| fact.corrected.as_ref().is_some_and(|c| c.action == Verdict::Wrong);
    let figures = rows.into_iter().filter(move |fact| fact.kind == FactKind::Figure && !is_wrong(fact));
    figures.map(move |fact| {
        let year = entry.analysis.year_at(at.byte(fact.evidence.start), clock);
        FigureRow::new(FactRow { year, ..fact })
    })
}

impl FigureRow {
    fn new(fact: FactRow) -> Self {
        let field = |name: &str| fact.fields.iter().find(|f| f.field == name).map_or("", |f| f.value.as_str());
        let text = |name: &str| field(name).to_owned();
        Self {
            value: field("value").parse().ok(),
            value_max: field("value_max").parse().ok(),
            unit: text("unit"),
            bound: text("bound"),
            kind: text("kind"),
            indicator: text("indicator"),
            period: text("period"),
            fact,
        }
    }

    /// Whether the sentence holds the words, and what is measured those of the indicator (search keys).
    fn holds(&self, words: &str, indicator: &str) -> bool {
        let (before, hit, after) = &self.fact.sentence;
        (indicator.is_empty() || search_key(&self.indicator).contains(indicator))
            && (words.is_empty() || search_key(&format!("{before}{hit}{after}")).contains(words))
    }

    /// Where the figure stands, for links.
    pub fn evidence(&self) -> &Evidence {
        &self.fact.evidence
    }
}

/// Sorts; what has nothing in the column comes last in either direction, and equal rows stay in the order of the text.
fn sort(rows: &mut [FigureRow], query: &FigureQuery) {
    let turned = |order: Ordering| if query.descending { order.reverse() } else { order };
    let words = |get: fn(&FigureRow) -> &str| {
        move |a: &FigureRow, b: &FigureRow| {
            let (a, b) = (get(a), get(b));
            a.is_empty().cmp(&b.is_empty()).then_with(|| turned(search_key(a).cmp(&search_key(b)).then(a.cmp(b))))
        }
    };
    match query.order {
        FigureOrder::Text if query.descending => rows.reverse(),
        FigureOrder::Text => {}
        FigureOrder::Indicator => rows.arrange_by(words(|row| &row.indicator)),
        FigureOrder::Unit => rows.arrange_by(words(|row| &row.unit)),
        FigureOrder::Kind => rows.arrange_by(words(|row| &row.kind)),
        FigureOrder::Period => rows.arrange_by(words(|row| &row.period)),
        FigureOrder::Value => rows.arrange_by(|a, b| match (a.value, b.value) {
            (Some(a), Some(b)) => turned(a.total_cmp(&b)),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }),
        FigureOrder::Year => rows.arrange_by(|a, b| match (a.fact.year, b.fact.year) {
            (Some(a), Some(b)) => turned(a.cmp(&b)),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }),
    }
}
