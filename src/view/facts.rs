//! Facts of all types as rows of one table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::corpus::Clock;
use crate::extract::{FactKind, Verdict};
use crate::text::search_key;

use super::document::Locator;
use super::fact_rows::located;
use super::search::Search;
use super::{Entry, Evidence};

/// One attribute of a fact, by code: (`unit`, `doanh nghiệp`), (`speaker`, …).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Detail {
    /// Code of the attribute.
    pub field: String,
    /// Its value as text; numbers are written with a decimal point and no grouping.
    pub value: String,
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FactRow {
    /// Names the fact within its article: its place in the list of the article's facts.
    pub id: u32,
    /// Its type.
    pub kind: FactKind,
    /// What to show first: the words of the text, or the name of an entity.
    pub label: String,
    /// The value as read, normalised (`67300`, `2024-10-10`, the speaker, the long form); empty if there is none.
    pub value: String,
    /// Further attributes.
    pub details: Vec<Detail>,
    /// Title of its article.
    pub article_title: String,
    /// Year it counts for: of its article, or the one its sentence speaks of.
    pub year: Option<i32>,
    /// Where it stands (first mention of an entity).
    pub evidence: Evidence,
    /// The sentence around it: before, the words, after.
    pub sentence: (String, String, String),
    /// `body` or `boilerplate`.
    pub zone: String,
    /// Mentions of an entity in the body; 1 for other facts.
    pub count: u32,
    /// Name of the rule that found it.
    pub rule: String,
    /// `high`, `medium` or `low`.
    pub confidence: String,
    /// The attributes that the reader can set, as they stand.
    pub fields: Vec<Detail>,
    /// What the reader said of it.
    pub corrected: Option<CorrectedFact>,
}

/// What the reader said of a fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CorrectedFact {
    /// `wrong`, `change` or `add`.
    pub action: Verdict,
    /// The attributes that were changed, as they were read.
    pub was: Vec<Detail>,
}

/// Which facts to show.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FactQuery {
    /// Only these types; empty = all.
    pub kinds: Vec<FactKind>,
    /// Only facts that count for this year.
    pub year: Option<i32>,
    /// By which year they count.
    pub clock: Clock,
    /// Only this article.
    pub article: Option<String>,
    /// Only facts whose label, value or sentence holds these words (accents optional).
    pub words: String,
    /// Only facts whose words or sentence hold a term of this theme, named by its first term; empty = any.
    pub topic: String,
    /// Only facts of which the reader said something, those called wrong among them.
    pub corrected: bool,
    /// First row to give.
    pub from: u32,
    /// At most this many rows; 0 = 200.
    pub limit: u32,
}

/// A page of facts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FactTable {
    /// The rows, by article and place in the text.
    pub rows: Vec<FactRow>,
    /// Number of rows that fit the query.
    pub n_rows: u32,
    /// Number of facts by type, under the query without its `kinds`.
    pub by_kind: Vec<(FactKind, u32)>,
}

/// The facts that fit the query, one page of them. `terms` are those of the theme that it names.
pub fn fact_table(entries: &[Entry], query: &FactQuery, terms: &[String]) -> FactTable {
    let words = search_key(query.words.trim());
    let theme: Vec<Search> = terms.iter().map(|term| Search::new(term, false)).collect();
    let limit = if query.limit == 0 { 200 } else { query.limit };
    let mut table = FactTable::default();
    let mut by_kind: BTreeMap<FactKind, u32> = BTreeMap::new();
    let chosen = entries.iter().filter(|e| query.article.as_deref().is_none_or(|key| key == e.key));
    for entry in chosen.filter(|e| query.year.is_none_or(|year| may_count(e, year, query.clock))) {
        let at = Locator::new(&entry.analysis.article);
        for mut row in located(entry, &at).0 {
            row.year = entry.analysis.year_at(at.byte(row.evidence.start), query.clock);
            if query.year.is_some() && row.year != query.year {
                continue;
            }
            let is_wrong = row.corrected.as_ref().is_some_and(|c| c.action == Verdict::Wrong);
            if (query.corrected && row.corrected.is_none()) || (!query.corrected && is_wrong) {
                continue;
            }
            if !words.is_empty() && !row.holds(&words) || !theme.is_empty() && !row.is_about(&theme) {
                continue;
            }
            *by_kind.entry(row.kind).or_default() += 1;
            if !query.kinds.is_empty() && !query.kinds.contains(&row.kind) {
                continue;
            }
            if table.n_rows >= query.from && table.n_rows - query.from < limit {
                table.rows.push(row);
            }
            table.n_rows += 1;
        }
    }
    table.by_kind = by_kind.into_iter().collect();
    table
}

/// Whether anything of an article may count for the year.
pub(super) fn may_count(entry: &Entry, year: i32, clock: Clock) -> bool {
    match clock {
        Clock::Published => entry.analysis.facts.meta.year == Some(year),
        Clock::Discussed => entry.analysis.parts.list().iter().any(|part| part.year == Some(year)),
    }
}

impl FactRow {
    /// Whether label, value or sentence hold the words; `key` is their search key.
    fn holds(&self, key: &str) -> bool {
        let (before, hit, after) = &self.sentence;
        [&self.label, &self.value].into_iter().any(|s| search_key(s).contains(key))
            || search_key(&format!("{before}{hit}{after}")).contains(key)
    }

    /// Whether label or sentence hold what is looked for.
    pub(super) fn is_about(&self, searches: &[Search]) -> bool {
        let (before, hit, after) = &self.sentence;
        Search::is_any_in(searches, &self.label) || Search::is_any_in(searches, &format!("{before}{hit}{after}"))
    }
}
