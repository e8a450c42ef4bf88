//! What the articles say of the years in so many words.

use crate::compare::{Comparison, StatedTheme};
use crate::extract::{FactKind, ThemeKind};
use crate::text::fold;
use crate::view::stated::Articles;
use crate::view::wording::PriorityWords;
use crate::view::{Overview, PriorityChange};

use super::{FindingSentence, sentence};
use crate::view::fact_rows::code;

/// Years whose stated themes are told, at most: the last ones.
const MOST_YEARS: usize = 3;
/// Words of a stated theme or of an item, at most.
const MOST_WORDS: usize = 24;
/// Items of a list that are named, at most, of each fate.
const MOST_ITEMS: usize = 4;

/// The themes stated for the years that articles belong to, the last first.
pub(super) fn themes(comparison: &Comparison, articles: &Articles) -> Option<FindingSentence> {
    let mut told: Vec<(i32, String, String, crate::view::Evidence)> = Vec::new();
    for year in comparison.years.iter().rev() {
        let Some(stated) = foremost(comparison, articles, year.year) else { continue };
        let theme = &articles.facts(stated.article).themes[stated.theme];
        let words = clipped(&theme.canonical);
        told.push((year.year, code(&theme.kind), words, articles.evidence(stated.article, theme.span)));
    }
    told.truncate(MOST_YEARS);
    if told.is_empty() {
        return None;
    }
    let evidence = told.iter().map(|t| t.3.clone()).collect();
    let years: Vec<(i32, &str, String)> = told.iter().map(|t| (t.0, t.1.as_str(), t.2.clone())).collect();
    Some(sentence("stated", "stated", evidence, |w| (w.stated)(&years)))
}

/// The theme by which a year is best told: the most official kind, of these the one that most articles state.
fn foremost<'c>(comparison: &'c Comparison, articles: &Articles, year: i32) -> Option<&'c StatedTheme> {
    let of_year: Vec<&StatedTheme> = comparison.themes.iter().filter(|t| t.year == year).collect();
    let theme = |t: &StatedTheme| &articles.facts(t.article).themes[t.theme];
    let rank = |t: &StatedTheme| match theme(t).kind {
        ThemeKind::OfficialTheme => 0,
        ThemeKind::YearDesignation => 1,
        ThemeKind::Orientation => 2,
        ThemeKind::Message => 3,
        ThemeKind::Spirit => 4,
    };
    let also = |t: &StatedTheme| {
        let words = fold(&theme(t).canonical);
        of_year.iter().filter(|o| fold(&theme(o).canonical) == words).count()
    };
    let is_read = |t: &&&StatedTheme| !articles.is_corrected(t.article, FactKind::Theme, t.theme);
    // What the reader corrected goes first: it is surely meant.
    let corrected = of_year.iter().find(|t| !is_read(t));
    corrected.or_else(|| of_year.iter().min_by_key(|t| (rank(t), std::cmp::Reverse(also(t))))).copied()
}

/// Up to the first colon or semicolon, and not much longer than a headline; what is left out is marked.
pub(super) fn clipped(text: &str) -> String {
    let head = text.split([':', ';']).next().unwrap_or(text);
    let words: Vec<&str> = head.split_whitespace().collect();
    let shown = words[..words.len().min(MOST_WORDS)].join(" ");
    if words.len() <= MOST_WORDS && head.trim_end().len() == text.trim_end().len() {
        return shown;
    }
    format!("{} …", shown.trim_end_matches([',', '-']).trim_end())
}

/// The list that tells most of two years: the last, and of these the one with most items.
pub(super) fn priorities(overview: &Overview) -> Option<FindingSentence> {
    let rank = |c: &&PriorityChange| (c.later.year, c.kind == "priorities", c.items.len());
    let change = overview.priority_changes.iter().filter(|c| !c.items.is_empty()).max_by_key(rank)?;
    let of = |fate: &str| {
        let items: Vec<String> = change.items.iter().filter(|i| i.fate == fate).map(|i| clipped(&i.text)).collect();
        let more = items.len().saturating_sub(MOST_ITEMS) as u32;
        (items.into_iter().take(MOST_ITEMS).collect(), more)
    };
    let words = PriorityWords {
        label: change.label.clone(),
        from: change.earlier.year,
        to: change.later.year,
        kept: of("kept"),
        new: of("new"),
        gone: of("gone"),
    };
    let evidence = vec![change.earlier.evidence.clone(), change.later.evidence.clone()];
    Some(sentence("priorities", "stated", evidence, |w| (w.priorities)(&words)))
}
