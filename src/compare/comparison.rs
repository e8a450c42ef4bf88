//! The comparison of a set of articles by year.

use crate::base::{Arrange, Span};
use crate::corpus::{Analysis, Clock};

use super::TermTable;
use super::cast::Cast;
use super::groups::ThemeGroup;
use super::indicators::TargetOutcome;

/// One article of the set: its source (name or key) and what was read from it.
pub type Source<'a> = (&'a str, &'a Analysis);

/// Everything that is compared. Depends on the set of articles alone, not on their order: lists are sorted by year, then
/// by source and place. `article` is everywhere the index of the article in the slice that [`super::compare`] was given.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// By which year things count.
    pub clock: Clock,
    /// The years that articles (by the other clock: their sentences) belong to, ascending.
    pub years: Vec<Year>,
    /// Terms of all articles, counted by year, best first.
    pub terms: TermTable,
    /// Themes: terms that travel together, those of most sentences first.
    pub groups: Vec<ThemeGroup>,
    /// People, bodies and offices over the years.
    pub cast: Cast,
    /// Stated themes, by the year they are stated for.
    pub themes: Vec<StatedTheme>,
    /// Lists of priorities, pillars, tasks, by the year they are for.
    pub priorities: Vec<PriorityList>,
    /// The same list in two years, item by item.
    pub priority_comparisons: Vec<PriorityComparison>,
    /// Measures with the values they have in the articles.
    pub indicators: Vec<Indicator>,
    /// Targets, with what became of them where a later article tells.
    pub targets: Vec<TargetOutcome>,
    /// For each article the one with nearly the same text that is counted in its place.
    pub twins: Vec<Option<usize>>,
}

/// A year that articles belong to, or that sentences of theirs speak of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Its articles, by source; those of which any sentence speaks of it, by the other clock.
    pub articles: Vec<usize>,
    /// Syllables of their bodies, or of those sentences.
    pub n_syllables: u32,
    /// Sentences of them.
    pub n_sentences: u32,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index of the article.
    pub article: usize,
    /// Stretch of its text.
    pub span: Span,
}

/// A theme that an article states for a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedTheme {
    /// The year it is stated for, which may differ from the article's.
    pub year: i32,
    /// Index of the article.
    pub article: usize,
    /// Index in the article's `facts.themes`.
    pub theme: usize,
}

/// A list that an article gives for a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriorityList {
    /// The year it is for, which may differ from the article's.
    pub year: i32,
    /// Index of the article.
    pub article: usize,
    /// Index in the article's `facts.enumerations`.
    pub enumeration: usize,
}

/// The same list in two years: which items were kept, which went, which came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriorityComparison {
    /// What the list is called, in the earlier year's words.
    pub label: String,
    /// Index of the earlier list in [`Comparison::priorities`].
    pub earlier: usize,
    /// Index of the later list there.
    pub later: usize,
    /// Items of both: index in the earlier list, index in the later one; in the order of the earlier list.
    pub kept: Vec<(usize, usize)>,
    /// Items of the earlier list only.
    pub dropped: Vec<usize>,
    /// Items of the later list only.
    pub added: Vec<usize>,
}

/// Whether values may be set against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparability {
    /// Same measure, same unit, same scope.
    High,
    /// Same words, but whether they are defined and counted alike is not stated: show both, call it neither rise nor fall.
    Low,
    /// Alike in words only; not to be joined.
    None,
}

/// What makes two values of a measure look like two definitions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The value falls although an article says that it grows, or the other way round.
    AgainstStated,
    /// A count falls by a tenth or more, and a text does not say when it was taken.
    UndatedFall,
    /// A count or an amount of money changes tenfold or more.
    Break,
}

impl Doubt {
    /// As it is printed.
    pub fn code(self) -> &'static str {
        match self {
            Self::AgainstStated => "against_stated",
            Self::UndatedFall => "undated_fall",
            Self::Break => "break",
        }
    }
}

/// A measure and its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// What is measured, in the words of the earliest value.
    pub label: String,
    /// Unit as written; `None` if the texts give none.
    pub unit: Option<String>,
    /// Whether the values may be set against each other.
    pub comparability: Comparability,
    /// Why they may not: what looks like another definition, and the index of the later of the two values.
    pub doubt: Option<(Doubt, usize)>,
    /// The values in time order.
    pub values: Vec<IndicatorValue>,
}

/// One value of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorValue {
    /// The time it holds for, ISO 8601 (day, month or year), which may differ from the article's date.
    pub as_of: String,
    /// The value.
    pub value: f64,
    /// Index of the article.
    pub article: usize,
    /// Index in the article's `facts.figures`; bound, qualifier and place stand there.
    pub figure: usize,
}

/// A stretch of an article that states something for a year.
#[derive(Clone, Copy, Debug)]
pub struct Statement {
    /// The year.
    pub year: i32,
    /// Where it stands.
    pub place: Place,
}

/// The words of all stated themes and of all items of stated lists.
pub(super) fn stated(sources: &[Source], themes: &[StatedTheme], priorities: &[PriorityList]) -> Vec<Statement> {
    let place = |article, span| Place { article, span };
    let facts = |article: usize| &sources[article].1.facts;
    let themes = themes
        .iter()
        .map(|t| Statement { year: t.year, place: place(t.article, facts(t.article).themes[t.theme].span) });
    let items = priorities.iter().flat_map(|list| {
        let items = facts(list.article).enumerations[list.enumeration].items.iter();
        items.map(move |item| Statement { year: list.year, place: place(list.article, item.span) })
    });
    themes.chain(items).collect()
}

/// The years that articles belong to, or that their parts speak of. What has no year is in none.
pub(super) fn years(sources: &[Source], clock: Clock) -> Vec<Year> {
    let mut dated: Vec<(i32, &str, usize, u32, u32)> = Vec::new();
    for (i, (name, analysis)) in sources.iter().enumerate() {
        match clock {
            Clock::Published => dated
                .extend(analysis.facts.meta.year.map(|y| (y, *name, i, analysis.n_syllables, analysis.n_sentences))),
            Clock::Discussed => {
                let parts = analysis.parts.list().iter();
                dated.extend(parts.filter_map(|part| Some((part.year?, *name, i, part.n_syllables, part.n_sentences))));
            }
        }
    }
    dated.arrange();
    let mut out: Vec<Year> = Vec::new();
    for (year, _, article, n_syllables, n_sentences) in dated {
        if out.last().is_none_or(|y| y.year != year) {
            out.push(Year { year, ..Year::default() });
        }
        if let Some(last) = out.last_mut() {
            last.articles.push(article);
            last.n_syllables += n_syllables;
            last.n_sentences += n_sentences;
        }
    }
    out
}
