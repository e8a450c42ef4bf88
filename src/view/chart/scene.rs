//! What every picture is drawn from.

use super::{ChartKind, ChartQuery, Pick};
use crate::view::concordance::{concordance_of, n_places_by_year};
use crate::view::search::Search;
use crate::view::wording::{self, ChartWording, Unit};
use crate::view::{Changes, Concordance, Entry, Overview, TermRow, ThemeGroup, YearCount};

/// What every picture is drawn from.
pub(super) struct Scene<'a> {
    pub(super) overview: &'a Overview,
    pub(super) entries: &'a [Entry<'a>],
    pub(super) query: &'a ChartQuery,
    pub(super) w: &'static ChartWording,
    pub(super) width: f64,
    /// What the length of texts is counted in.
    pub(super) unit: Unit,
    places: Option<Concordance>,
    chosen: Vec<Search>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(overview: &'a Overview, entries: &'a [Entry<'a>], query: &'a ChartQuery) -> Self {
        let width = if query.width == 0 { 720 } else { query.width.clamp(240, 2000) };
        let terms = chosen_terms(overview, &query.term, &query.topic);
        let has_places = matches!(query.kind, ChartKind::Spread | ChartKind::Concordance) && !terms.is_empty();
        let year = Some(query.years.as_slice()).and_then(|years| if let [year] = years { Some(*year) } else { None });
        let places = has_places.then(|| concordance_of(entries, &terms, (query.clock, year)));
        let chosen = terms.iter().map(|term| Search::new(term, false)).collect();
        let (w, width) = (ChartWording::of(query.language), f64::from(width));
        let unit = overview.unit();
        Self { overview, entries, query, w, width, places, chosen, unit }
    }

    /// The chosen theme.
    pub(super) fn topic(&self) -> Option<&'a ThemeGroup> {
        let chosen = &self.query.topic;
        self.overview.theme_groups.iter().find(|group| !chosen.is_empty() && group.head == *chosen)
    }

    /// Whether a term belongs to the chosen theme; any does where none is chosen.
    pub(super) fn is_of_topic(&self, term: &str) -> bool {
        self.topic().is_none_or(|group| group.terms.iter().any(|one| one.term == term))
    }

    /// Whether a text speaks of the chosen term or theme; any does where none is chosen.
    pub(super) fn is_about(&self, text: &str) -> bool {
        self.chosen.is_empty() || Search::is_any_in(&self.chosen, text)
    }

    /// Whether a term or theme is chosen.
    pub(super) fn has_subject(&self) -> bool {
        !self.chosen.is_empty()
    }

    /// What the places on show are of: the chosen term, or the theme by its name.
    pub(super) fn subject(&self) -> &'a str {
        if self.query.term.is_empty() { &self.query.topic } else { &self.query.term }
    }

    /// The places of the chosen term, for pictures that show them.
    pub(super) fn places(&self) -> Option<&Concordance> {
        self.places.as_ref()
    }

    /// How often each term stands in each year that has articles. Those that the overview has no row of are looked for in the
    /// articles, all at once.
    pub(super) fn counts_of(&self, terms: &[&str]) -> Vec<Vec<YearCount>> {
        let row = |term: &str| self.overview.terms.iter().find(|row| row.term == term);
        let unlisted = terms.iter().filter(|term| row(term).is_none());
        let searches: Vec<Search> = unlisted.map(|term| Search::new(term, false)).collect();
        let found =
            if searches.is_empty() { Vec::new() } else { n_places_by_year(self.entries, &searches, self.query.clock) };
        let years = self.years();
        let mut found = found.into_iter().map(|n_places| {
            let count = |&year: &i32| {
                YearCount::new(year, n_places.get(&year).copied().unwrap_or_default(), self.syllables(year))
            };
            years.iter().map(count).collect()
        });
        let of = |term: &&str| row(term).map_or_else(|| found.next().unwrap_or_default(), |row| row.by_year.clone());
        terms.iter().map(of).collect()
    }

    /// Whether it is as narrow as a telephone.
    pub(super) fn is_narrow(&self) -> bool {
        self.width < 520.0
    }

    /// So many syllables or words.
    pub(super) fn length(&self, n: u32) -> String {
        self.unit.count(self.query.language, n)
    }

    /// What rates are of.
    pub(super) fn per_10k(&self) -> String {
        self.unit.rate(self.query.language)
    }

    pub(super) fn integer(&self, number: u32) -> String {
        wording::integer(self.query.language, number)
    }

    pub(super) fn decimal(&self, number: f64, digits: usize) -> String {
        wording::decimal(self.query.language, number, digits)
    }

    pub(super) fn signed(&self, number: f64, digits: usize) -> String {
        wording::signed(self.query.language, number, digits)
    }

    /// How many rows at most, where a picture usually has `usual`.
    pub(super) fn limit(&self, usual: usize) -> usize {
        if self.query.limit == 0 { usual } else { self.query.limit as usize }
    }

    /// The years that have articles.
    pub(super) fn years(&self) -> Vec<i32> {
        self.overview.years.iter().filter(|year| year.n_articles > 0).map(|year| year.year).collect()
    }

    /// The one year that is chosen.
    pub(super) fn year(&self) -> Option<i32> {
        match self.query.years.as_slice() {
            [year] if self.years().contains(year) => Some(*year),
            _ => None,
        }
    }

    /// Syllables of a year.
    pub(super) fn syllables(&self, year: i32) -> u32 {
        self.overview.years.iter().find(|y| y.year == year).map_or(0, |y| y.n_syllables)
    }

    /// The two years that are set against each other: the chosen ones, else the first and the last.
    pub(super) fn changes(&self) -> Option<&'a Changes> {
        let chosen = match self.query.years.as_slice() {
            [] => None,
            [year] => self.overview.changes.iter().find(|c| c.to == *year),
            [from, .., to] => self.overview.changes.iter().find(|c| c.from == *from && c.to == *to),
        };
        chosen.or_else(|| self.overview.changes.last())
    }

    pub(super) fn is_chosen(&self, term: &str) -> bool {
        self.query.term == term
    }

    /// Choosing a theme.
    pub(super) fn theme(topic: &str) -> Option<Pick> {
        Some(Pick::Theme { topic: topic.to_owned() })
    }

    /// Choosing a term.
    pub(super) fn term(term: &str) -> Option<Pick> {
        Some(Pick::Term { term: term.to_owned() })
    }

    /// Terms with count and rate: of the chosen year, most frequent first, or of all articles, best first.
    pub(super) fn counted(&self) -> Vec<Counted<'a>> {
        let rows = self.overview.terms.iter().filter(|row| self.is_of_topic(&row.term));
        let Some(year) = self.year() else {
            return rows.map(|row| Counted { row, count: row.count, per_10k: row.per_10k }).collect();
        };
        let of_year = |row: &'a TermRow| {
            let count = row.by_year.iter().find(|c| c.year == year).filter(|c| c.count > 0)?;
            Some(Counted { row, count: count.count, per_10k: count.per_10k })
        };
        let mut counted: Vec<Counted> = rows.filter_map(of_year).collect();
        crate::base::Arrange::arrange_by_key(&mut counted[..], |c| std::cmp::Reverse(c.count));
        counted
    }
}

/// The chosen term; else those of the chosen theme.
pub(in crate::view) fn chosen_terms<'a>(overview: &'a Overview, term: &'a str, topic: &str) -> Vec<&'a str> {
    if !term.is_empty() {
        return vec![term];
    }
    let chosen = overview.theme_groups.iter().find(|group| !topic.is_empty() && group.head == topic);
    chosen.map_or(Vec::new(), |group| group.terms.iter().map(|term| term.term.as_str()).collect())
}

/// A term with its count in what is looked at.
#[derive(Clone, Copy)]
pub(super) struct Counted<'a> {
    pub(super) row: &'a TermRow,
    pub(super) count: u32,
    pub(super) per_10k: f64,
}
