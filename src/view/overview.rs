//! The whole corpus on one screen.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::base::Arrange;
use crate::compare::{Comparing, Comparison, Ledger, Source, Stage, StatedTheme, compare};
use crate::corpus::{Analysis, Clock};
use crate::extract::{Theme, ThemeKind};
use crate::lexicon::TermWords;
use crate::text::{fold, fold_words, holds_words};

use super::articles::unit_of;
use super::cast::cast;
use super::document::set_aside_code;
use super::finding::finding;
use super::groups::theme_groups;
use super::priorities::priority_changes;
use super::stated::{Articles, wording};
use super::targets::targets;
use super::terms::{self, Shown, terms_of};
use super::timeline::timeline;
use super::wording::Unit;
use super::{
    ArticleRow, CastView, Changes, EncodingNote, Evidence, FigureMove, Finding, PriorityChange, StatedItem, TargetView,
    TermRow, ThemeGroup, TimelineItem, YearView,
};

/// What was kept and what was set aside, over all articles.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cleaning {
    /// Syllables of all bodies that count: of articles with nearly the same text one.
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
    /// Names what was read: another number whenever anything of it changes, so that what was counted of it can be kept. 0:
    /// nothing is kept.
    pub stamp: u64,
}

/// Terms in the list of the overview, at most.
const MOST_TERMS: usize = 300;
/// Terms in the cloud, as a rule; among them are those that the reader wants.
const MOST_IN_CLOUD: usize = 100;

/// Terms on the card of a year, at most.
const MOST_OF_YEAR: usize = 12;

/// Draws the overview, in one piece; see [`Overviewing`].
pub fn overview(words: &TermWords, entries: &[Entry], clock: Clock) -> Overview {
    let mut ledger = Ledger::default();
    let mut overviewing = Overviewing::new(clock);
    loop {
        if let Some(overview) = overviewing.step(&mut ledger, words, entries) {
            return overview;
        }
    }
}

/// An overview in the making, in bounded steps. Between two steps the articles stay as they are.
#[derive(Debug)]
pub struct Overviewing {
    comparing: Comparing,
    comparison: Option<Comparison>,
    shown: Shown,
    made: Overview,
    n_drawn: usize,
}

/// Pairs of years that are drawn in one step.
const PAIRS_AT_ONCE: usize = 8;
/// Articles whose rows are drawn in one step.
const ROWS_AT_ONCE: usize = 2_000;

impl Overview {
    /// What the length of the articles is counted in.
    pub fn unit(&self) -> Unit {
        unit_of(&self.articles)
    }
}

impl Overviewing {
    /// Begins with nothing.
    pub fn new(clock: Clock) -> Self {
        let made = Overview { clock, ..Overview::default() };
        Self { comparing: Comparing::new(clock), comparison: None, shown: Shown::default(), made, n_drawn: 0 }
    }

    /// What it is at.
    pub fn stage(&self) -> Stage {
        self.comparing.stage()
    }

    /// Does one bounded piece of work; the overview, when it is done. Entries of the stamp 0 are read anew every time.
    pub fn step(&mut self, ledger: &mut Ledger, words: &TermWords, entries: &[Entry]) -> Option<Overview> {
        let Some(comparison) = &self.comparison else {
            let sources: Vec<Source> = entries.iter().map(|e| (e.name, e.analysis)).collect();
            self.comparing.step(ledger, words, &sources, &stamps(entries));
            self.comparison = self.comparing.done();
            if let Some(comparison) = &self.comparison {
                self.shown = Shown::new(comparison, words);
            }
            return None;
        };
        let articles = Articles::new(entries);
        let made = &mut self.made;
        if made.articles.len() < entries.len() {
            let from = made.articles.len();
            let to = entries.len().min(from + ROWS_AT_ONCE);
            made.articles.extend(rows(entries, comparison, from..to));
            return None;
        }
        let n_pairs = comparison.terms.pairs.len();
        if made.changes.len() < n_pairs {
            let next = made.changes.len()..n_pairs.min(made.changes.len() + PAIRS_AT_ONCE);
            made.changes.extend(next.map(|pair| terms::changes(comparison, &self.shown, pair)));
            return None;
        }
        match self.n_drawn {
            0 => {
                made.n_terms = self.shown.n_terms() as u32;
                made.cleaning = cleaning(entries, comparison);
                let n_syllables = made.cleaning.n_syllables;
                made.terms = self.shown.best(comparison, n_syllables, MOST_TERMS, MOST_IN_CLOUD);
            }
            1 => {
                made.years = years(comparison, &self.shown, &made.changes, &articles);
                align(&mut made.changes, comparison, &articles);
            }
            2 => {
                made.figures = comparison.indicators.iter().filter_map(|i| articles.figure(i)).collect();
                made.theme_groups = theme_groups(comparison);
                made.priority_changes = priority_changes(comparison, &articles);
                made.cast = cast(comparison, &articles);
            }
            3 => {
                made.targets = targets(comparison, &articles);
                made.timeline = timeline(&articles, &made.targets);
            }
            _ => {
                made.finding = finding(made, comparison, &articles);
                return Some(std::mem::take(made));
            }
        }
        self.n_drawn += 1;
        None
    }
}

/// The stamps of the entries; those without one get numbers that no entry has.
fn stamps(entries: &[Entry]) -> Vec<u64> {
    let without = |i: usize| u64::MAX - i as u64;
    entries.iter().enumerate().map(|(i, e)| if e.stamp == 0 { without(i) } else { e.stamp }).collect()
}

/// All terms of the articles, best first.
pub fn all_terms(words: &TermWords, entries: &[Entry], clock: Clock) -> Vec<TermRow> {
    let sources: Vec<Source> = entries.iter().map(|e| (e.name, e.analysis)).collect();
    let comparison = compare(words, &sources, clock);
    Shown::new(&comparison, words).all(&comparison, counted_syllables(entries, &comparison))
}

/// The rows of some articles, each with the one that is counted in its place.
fn rows<'a>(
    entries: &'a [Entry],
    comparison: &'a Comparison,
    range: Range<usize>,
) -> impl Iterator<Item = ArticleRow> + 'a {
    let key = |i: usize| entries[i].key.to_owned();
    range.map(move |i| ArticleRow { same_as: comparison.twins[i].map(key), ..super::article_row(&entries[i]) })
}

/// Lists of a year for which is looked up who gives them, at most.
const MOST_TOLD_APART: usize = 64;

/// Years that articles belong to, or that a theme or list is stated for.
fn years(comparison: &Comparison, shown: &Shown, changes: &[Changes], articles: &Articles) -> Vec<YearView> {
    let mut by_year: BTreeMap<i32, YearView> = BTreeMap::new();
    for (i, year) in comparison.years.iter().enumerate() {
        let terms = terms_of(comparison, shown, changes, i, MOST_OF_YEAR);
        let (n_articles, n_syllables) = (year.articles.len() as u32, year.n_syllables);
        by_year.insert(year.year, YearView { n_articles, n_syllables, terms, ..YearView::default() });
    }
    let mut known: FxHashSet<(i32, ThemeKind, String)> = FxHashSet::default();
    // The most official kinds first: a long message would push the name of the year out of sight. Of one theme that several
    // articles state, where it says what it is the theme of.
    let mut stated: Vec<(&StatedTheme, &Theme)> =
        comparison.themes.iter().map(|stated| (stated, &articles.facts(stated.article).themes[stated.theme])).collect();
    stated.arrange_by_key(|(_, theme)| (theme.kind, theme.scope.is_none()));
    for (stated, theme) in stated {
        if known.insert((stated.year, theme.kind, wording(&theme.canonical))) {
            by_year.entry(stated.year).or_default().themes.push(articles.theme(stated));
        }
    }
    for list in &comparison.priorities {
        let lists = &mut by_year.entry(list.year).or_default().priorities;
        let mut item = articles.priorities(list);
        if lists.len() < MOST_TOLD_APART {
            let span = articles.facts(list.article).enumerations[list.enumeration].span;
            item.said_by = articles.speaker(list.article, span);
            item.title = Some(articles.title(list.article));
        }
        lists.push(item);
    }
    for view in by_year.values_mut() {
        view.priorities = foremost(std::mem::take(&mut view.priorities));
        tell_apart(&mut view.priorities);
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
    // The first list of each kind and label.
    let mut first: FxHashMap<(String, String), usize> = FxHashMap::default();
    for list in lists.into_iter().filter(|list| rank(list).is_some()) {
        let at = *first.entry((list.kind.clone(), fold(&list.text))).or_insert(out.len());
        match out.get_mut(at) {
            Some(known) if known.items.is_empty() => *known = list,
            Some(known) if list.items.is_empty() || same_items(known, &list) => {}
            _ => out.push(list),
        }
    }
    out.arrange_by_key(rank);
    out
}

/// Says of which article a list is only where another list has the same label and no speaker tells them apart.
fn tell_apart(lists: &mut [StatedItem]) {
    let by = |list: &StatedItem| list.said_by.as_deref().map(fold);
    let mut n: FxHashMap<(String, Option<String>), u32> = FxHashMap::default();
    for list in lists.iter() {
        *n.entry((fold(&list.text), None)).or_default() += 1;
        if let Some(by) = by(list) {
            *n.entry((fold(&list.text), Some(by))).or_default() += 1;
        }
    }
    for list in lists.iter_mut().filter(|list| n.get(&(fold(&list.text), by(list))) == Some(&1)) {
        list.title = None;
    }
}

/// Whether two lists are one, told twice: item by item, in at least three of four the words of the one stand in the other,
/// as those of `quản trị số` in `Ưu tiên quản trị số, để kinh tế số lớn nhanh`.
fn same_items(a: &StatedItem, b: &StatedItem) -> bool {
    let same = |(a, b): (&Evidence, &Evidence)| {
        let (a, b) = (fold_words(&a.text), fold_words(&b.text));
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        long == short || holds_words(&long, &short)
    };
    let n_same = a.items.iter().zip(&b.items).filter(|&items| same(items)).count();
    a.items.len() == b.items.len() && 4 * n_same >= 3 * a.items.len()
}

/// Adds what became of the items of lists that stand in both years.
fn align(out: &mut [Changes], comparison: &Comparison, articles: &Articles) {
    for pair in &comparison.priority_comparisons {
        let (from, to) = (comparison.priorities[pair.earlier].year, comparison.priorities[pair.later].year);
        let Some(change) = out.iter_mut().find(|c| c.from == from && c.to == to) else { continue };
        let [kept, dropped, added] = articles.aligned(comparison, pair);
        change.kept.extend(kept);
        change.dropped.extend(dropped);
        change.added.extend(added);
    }
}

/// Syllables of all bodies that count: of articles with nearly the same text one.
fn counted_syllables(entries: &[Entry], comparison: &Comparison) -> u32 {
    let counted = entries.iter().zip(&comparison.twins).filter(|(_, twin)| twin.is_none());
    counted.map(|(entry, _)| entry.analysis.n_syllables).sum()
}

fn cleaning(entries: &[Entry], comparison: &Comparison) -> Cleaning {
    let mut by_code: BTreeMap<&str, u32> = BTreeMap::new();
    for aside in entries.iter().flat_map(|e| &e.analysis.article.set_aside).filter(|s| !s.sub) {
        *by_code.entry(set_aside_code(aside.kind)).or_default() += 1;
    }
    let mut set_aside: Vec<(String, u32)> = by_code.into_iter().map(|(code, n)| (code.to_owned(), n)).collect();
    set_aside.arrange_by_key(|(_, n)| std::cmp::Reverse(*n));
    Cleaning { n_syllables: counted_syllables(entries, comparison), set_aside }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_with_one_label_say_who_gives_them_or_where_they_stand() {
        let list = |text: &str, by: Option<&str>| StatedItem {
            text: text.to_owned(),
            said_by: by.map(str::to_owned),
            title: Some("Bài".to_owned()),
            ..StatedItem::default()
        };
        let mut lists = [
            list("4 ưu tiên", Some("Bộ A")),
            list("4 ưu tiên", None),
            list("3 trụ cột", None),
            list("2 đích", Some("B")),
        ];
        tell_apart(&mut lists);
        let titled: Vec<bool> = lists.iter().map(|list| list.title.is_some()).collect();
        assert_eq!(titled, [false, true, false, false]);
        let mut twice = [list("4 ưu tiên", Some("Bộ A")), list("4 ưu tiên", Some("bộ A"))];
        tell_apart(&mut twice);
        assert!(twice.iter().all(|list| list.title.is_some()));
    }

    #[test]
    fn a_list_told_twice_is_shown_once() {
        let list = |items: &[&str]| StatedItem {
            kind: "priorities".to_owned(),
            text: "ưu tiên".to_owned(),
            items: items.iter().map(|item| Evidence { text: (*item).to_owned(), ..Evidence::default() }).collect(),
            ..StatedItem::default()
        };
        let short = ["nước sạch", "đường làng", "trường học", "chợ"];
        let n = |other: &[&str]| foremost(vec![list(&short), list(other)]).len();
        // More fully, and with one item in other words; an item more; in another order; two in other words.
        assert_eq!(n(&["Ưu tiên nước sạch, để dân khỏe", "làm đường làng", "trường học", "nơi buôn bán"]), 1);
        assert_eq!(n(&["nước sạch", "đường làng", "trường học", "chợ", "trạm xá"]), 2);
        assert_eq!(n(&["chợ", "trường học", "đường làng", "nước sạch"]), 2);
        assert_eq!(n(&["nước sạch", "đường làng", "lớp học", "nơi buôn bán"]), 2);
    }
}
