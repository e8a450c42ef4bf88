//! The whole corpus on one screen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::Arrange;
use crate::compare::{Comparison, Source, compare};
use crate::corpus::{Analysis, Clock};
use crate::lexicon::TermWords;
use crate::text::fold;

use super::cast::cast;
use super::document::set_aside_code;
use super::finding::finding;
use super::groups::theme_groups;
use super::priorities::priority_changes;
use super::stated::Articles;
use super::targets::targets;
use super::terms::{self, put_wanted_first, term_rows, terms_of};
use super::timeline::timeline;
use super::{
    ArticleRow, CastView, Changes, EncodingNote, FigureMove, Finding, PriorityChange, StatedItem, TargetView, TermRow,
    ThemeGroup, TimelineItem, YearView,
};

/// What was kept and what was set aside, over all articles.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cleaning {
    /// Syllables of all bodies.
    pub n_syllables: u32,
    /// Stretches set aside, by code of their kind (`caption`, `nav`, …), most frequent first.
    pub set_aside: Vec<(String, u32)>,
}

/// The whole corpus on one screen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// By which year things count.
    pub clock: Clock,
    /// What to know first.
    pub finding: Finding,
    /// The articles, in the order they came.
    pub articles: Vec<ArticleRow>,
    /// Years that articles belong to or speak of by a stated theme, ascending.
    pub years: Vec<YearView>,
    /// Terms, best first; at most 300.
    pub terms: Vec<TermRow>,
    /// Number of all terms.
    pub n_terms: u32,
    /// Changes between consecutive years that have articles; last the change from the first to the last, if there are three.
    pub changes: Vec<Changes>,
    /// Measures that stand at two times or more.
    pub figures: Vec<FigureMove>,
    /// Themes: terms that travel together, those of most sentences first; at most 24.
    pub theme_groups: Vec<ThemeGroup>,
    /// The same list in two years, item by item.
    pub priority_changes: Vec<PriorityChange>,
    /// People, bodies and offices over the years.
    pub cast: CastView,
    /// Targets and what became of them; at most 200.
    pub targets: Vec<TargetView>,
    /// Events, publications and deadlines, by date; at most 400.
    pub timeline: Vec<TimelineItem>,
    /// Kept and set aside.
    pub cleaning: Cleaning,
}

/// One article of the corpus as the views take it.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Key of the article.
    pub key: &'a str,
    /// Name of its file, or of the paste.
    pub name: &'a str,
    /// SHA-256 of the bytes of its file, in hexadecimal.
    pub sha256: &'a str,
    /// Whether the reader changed anything about it.
    pub edited: bool,
    /// What the reader has to know of its encoding; `None` for plain UTF-8.
    pub encoding: Option<EncodingNote>,
    /// What was read from it.
    pub analysis: &'a Analysis,
}

/// Terms in the list of the overview, at most.
const MOST_TERMS: usize = 300;
/// Terms in the cloud, as a rule; among them are those that the reader wants.
const MOST_IN_CLOUD: usize = 100;

/// Terms on the card of a year, at most.
const MOST_OF_YEAR: usize = 12;

/// Draws the overview.
pub fn overview(words: &TermWords, entries: &[Entry], clock: Clock) -> Overview {
    let comparison = compared(words, entries, clock);
    let n_syllables = entries.iter().map(|e| e.analysis.n_syllables).sum();
    let mut terms = term_rows(&comparison, n_syllables);
    let n_terms = terms.len() as u32;
    put_wanted_first(&mut terms, MOST_TERMS);
    terms.truncate(MOST_TERMS);
    put_wanted_first(&mut terms, MOST_IN_CLOUD);
    let articles = Articles::new(entries);
    let targets = targets(&comparison, &articles);
    let mut overview = Overview {
        clock,
        finding: Finding::default(),
        articles: rows(entries, &comparison),
        years: years(&comparison, &articles),
        n_terms,
        terms,
        changes: changes(&comparison, &articles),
        figures: comparison.indicators.iter().filter_map(|i| articles.figure(i)).collect(),
        theme_groups: theme_groups(&comparison),
        priority_changes: priority_changes(&comparison, &articles),
        cast: cast(&comparison, &articles),
        timeline: timeline(&articles, &targets),
        targets,
        cleaning: cleaning(entries),
    };
    overview.finding = finding(&overview, &comparison, &articles);
    overview
}

/// All terms of the articles, best first.
pub fn all_terms(words: &TermWords, entries: &[Entry], clock: Clock) -> Vec<TermRow> {
    term_rows(&compared(words, entries, clock), entries.iter().map(|e| e.analysis.n_syllables).sum())
}

fn compared(words: &TermWords, entries: &[Entry], clock: Clock) -> Comparison {
    let sources: Vec<Source> = entries.iter().map(|e| (e.name, e.analysis)).collect();
    compare(words, &sources, clock)
}

/// The rows of the articles, each with the one that is counted in its place.
fn rows(entries: &[Entry], comparison: &Comparison) -> Vec<ArticleRow> {
    let key = |i: usize| entries[i].key.to_owned();
    let row =
        |(entry, twin): (&Entry, &Option<usize>)| ArticleRow { same_as: twin.map(key), ..super::article_row(entry) };
    entries.iter().zip(&comparison.twins).map(row).collect()
}

/// Years that articles belong to, or that a theme or list is stated for.
fn years(comparison: &Comparison, articles: &Articles) -> Vec<YearView> {
    let mut by_year: BTreeMap<i32, YearView> = BTreeMap::new();
    for (i, year) in comparison.years.iter().enumerate() {
        let terms = terms_of(comparison, i, MOST_OF_YEAR);
        let (n_articles, n_syllables) = (year.articles.len() as u32, year.n_syllables);
        by_year.insert(year.year, YearView { n_articles, n_syllables, terms, ..YearView::default() });
    }
    for stated in &comparison.themes {
        let themes = &mut by_year.entry(stated.year).or_default().themes;
        let theme = articles.theme(stated);
        if themes.iter().all(|t| t.kind != theme.kind || fold(&t.text) != fold(&theme.text)) {
            themes.push(theme);
        }
    }
    for list in &comparison.priorities {
        by_year.entry(list.year).or_default().priorities.push(articles.priorities(list));
    }
    for view in by_year.values_mut() {
        view.priorities = foremost(std::mem::take(&mut view.priorities));
    }
    by_year.into_iter().map(|(year, view)| YearView { year, ..view }).collect()
}

/// Lists that say what a year is for, the most telling kinds first; a list that is only announced is left out where the
/// same label stands with its items, and a list given twice is shown once.
fn foremost(lists: Vec<StatedItem>) -> Vec<StatedItem> {
    const KINDS: [&str; 8] =
        ["priorities", "breakthroughs", "pillars", "tasks", "viewpoints", "dual_goal", "principles", "changes"];
    let rank = |list: &StatedItem| KINDS.iter().position(|kind| *kind == list.kind);
    let mut out: Vec<StatedItem> = Vec::new();
    for list in lists.into_iter().filter(|list| rank(list).is_some()) {
        let same_label = |o: &StatedItem| o.kind == list.kind && fold(&o.text) == fold(&list.text);
        match out.iter().position(same_label) {
            Some(at) if out[at].items.is_empty() => out[at] = list,
            Some(at) if list.items.is_empty() || same_items(&out[at], &list) => {}
            _ => out.push(list),
        }
    }
    out.arrange_by_key(rank);
    out
}

fn same_items(a: &StatedItem, b: &StatedItem) -> bool {
    a.items.len() == b.items.len() && a.items.iter().zip(&b.items).all(|(a, b)| fold(&a.text) == fold(&b.text))
}

fn changes(comparison: &Comparison, articles: &Articles) -> Vec<Changes> {
    let mut out: Vec<Changes> =
        (0..comparison.terms.pairs.len()).map(|pair| terms::changes(comparison, pair)).collect();
    for pair in &comparison.priority_comparisons {
        let (from, to) = (comparison.priorities[pair.earlier].year, comparison.priorities[pair.later].year);
        let Some(change) = out.iter_mut().find(|c| c.from == from && c.to == to) else { continue };
        let [kept, dropped, added] = articles.aligned(comparison, pair);
        change.kept.extend(kept);
        change.dropped.extend(dropped);
        change.added.extend(added);
    }
    out
}

fn cleaning(entries: &[Entry]) -> Cleaning {
    let mut by_code: BTreeMap<&str, u32> = BTreeMap::new();
    for aside in entries.iter().flat_map(|e| &e.analysis.article.set_aside).filter(|s| !s.sub) {
        *by_code.entry(set_aside_code(aside.kind)).or_default() += 1;
    }
    let mut set_aside: Vec<(String, u32)> = by_code.into_iter().map(|(code, n)| (code.to_owned(), n)).collect();
    set_aside.arrange_by_key(|(_, n)| std::cmp::Reverse(*n));
    Cleaning { n_syllables: entries.iter().map(|e| e.analysis.n_syllables).sum(), set_aside }
}
