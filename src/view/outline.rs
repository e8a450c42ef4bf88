//! What a page says of an overview in words, without what its pictures hold.
//!
//! A quarter to a third of the overview (45,000 values of 205,000 with a thousand articles), so that a page that draws beside
//! a worker is not held up by reading it.

use serde::{Deserialize, Serialize};

use super::articles::unit_of;
use super::wording::Unit;
use super::{ArticleRow, Changes, Finding, Overview, StatedItem, TermForm, TermRow, TermShift, YearCount, YearView};

/// What a page says of an overview in words; each field as the field of that name in [`Overview`], where there is one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Outline {
    /// What to know first.
    pub finding: Finding,
    /// The articles, in the order they came.
    pub articles: Vec<ArticleRow>,
    /// Years that articles belong to or speak of by a stated theme, ascending.
    pub years: Vec<YearOutline>,
    /// Terms, best first; at most 300.
    pub terms: Vec<TermOutline>,
    /// Number of all terms.
    pub n_terms: u32,
    /// Facts in the bodies of all articles.
    pub n_facts: u32,
    /// Syllables of all bodies that count.
    pub n_syllables: u32,
    /// Stretches set aside.
    pub n_set_aside: u32,
    /// Changes between years.
    pub changes: Vec<ChangesOutline>,
    /// Themes: terms that travel together.
    pub themes: Vec<ThemeOutline>,
    /// Whether a measure stands at two times or more.
    pub has_figures: bool,
    /// Whether targets are announced.
    pub has_targets: bool,
    /// Whether people or bodies are named.
    pub has_cast: bool,
    /// Whether anything has a date.
    pub has_timeline: bool,
}

/// One year.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct YearOutline {
    /// The year.
    pub year: i32,
    /// Articles of that year.
    pub n_articles: u32,
    /// Syllables of their bodies.
    pub n_syllables: u32,
    /// Themes stated for the year, in any article.
    pub themes: Vec<StatedItem>,
    /// Lists of priorities, pillars, tasks stated for the year.
    pub priorities: Vec<StatedItem>,
    /// The terms that set the year apart, each with its occurrences in that year.
    pub terms: Vec<(String, u32)>,
}

/// One term of the whole corpus.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TermOutline {
    /// 1 = first.
    pub rank: u32,
    /// The term, lower case.
    pub term: String,
    /// Occurrences in all bodies.
    pub count: u32,
    /// Occurrences per 10,000 syllables, one decimal.
    pub per_10k: f64,
    /// Number of articles that hold it.
    pub n_articles: u32,
    /// Other forms that are counted in.
    pub forms: Vec<TermForm>,
}

/// Changes between two years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangesOutline {
    /// The earlier year.
    pub from: i32,
    /// The later year.
    pub to: i32,
    /// More frequent later, strongest first.
    pub risen: Vec<ShiftOutline>,
    /// Less frequent later, strongest first.
    pub fallen: Vec<ShiftOutline>,
    /// In both years at a similar rate, most frequent first.
    pub stayed: Vec<ShiftOutline>,
    /// Stated list items kept from the earlier to the later year.
    pub kept: Vec<String>,
    /// Stated list items of the earlier year only.
    pub dropped: Vec<String>,
    /// Stated list items of the later year only.
    pub added: Vec<String>,
}

/// A term in two years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ShiftOutline {
    /// The term.
    pub term: String,
    /// In the earlier year: occurrences, and occurrences per 10,000 syllables, one decimal.
    pub before: (u32, f64),
    /// The same in the later year.
    pub after: (u32, f64),
    /// Signed log-likelihood G². Two decimals.
    pub g2: f64,
    /// `strong`, `some`, `weak`, `one_source` or `too_little_text`: what the difference is worth.
    pub strength: String,
}

/// A theme.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ThemeOutline {
    /// The term that names it.
    pub head: String,
    /// Its terms, the weightiest first.
    pub terms: Vec<String>,
}

impl Outline {
    /// What the length of the articles is counted in.
    pub fn unit(&self) -> Unit {
        unit_of(&self.articles)
    }

    /// Of an overview.
    pub fn new(overview: &Overview) -> Self {
        let theme = |group: &super::ThemeGroup| ThemeOutline {
            head: group.head.clone(),
            terms: group.terms.iter().map(|term| term.term.clone()).collect(),
        };
        Self {
            finding: overview.finding.clone(),
            articles: overview.articles.clone(),
            years: overview.years.iter().map(year).collect(),
            terms: overview.terms.iter().map(term).collect(),
            n_terms: overview.n_terms,
            n_facts: overview.articles.iter().map(|row| row.n_facts).sum(),
            n_syllables: overview.cleaning.n_syllables,
            n_set_aside: overview.cleaning.set_aside.iter().map(|(_, n)| n).sum(),
            changes: overview.changes.iter().map(changes).collect(),
            themes: overview.theme_groups.iter().map(theme).collect(),
            has_figures: !overview.figures.is_empty(),
            has_targets: !overview.targets.is_empty(),
            has_cast: !overview.cast.people.is_empty() || !overview.cast.organisations.is_empty(),
            has_timeline: !overview.timeline.is_empty(),
        }
    }
}

fn year(view: &YearView) -> YearOutline {
    // A shift stands between two years, and this one may be the earlier.
    let own = |shift: &TermShift| {
        let here = if shift.before.year == view.year { &shift.before } else { &shift.after };
        (shift.term.clone(), here.count)
    };
    YearOutline {
        year: view.year,
        n_articles: view.n_articles,
        n_syllables: view.n_syllables,
        themes: view.themes.clone(),
        priorities: view.priorities.clone(),
        terms: view.terms.iter().map(own).collect(),
    }
}

fn term(row: &TermRow) -> TermOutline {
    TermOutline {
        rank: row.rank,
        term: row.term.clone(),
        count: row.count,
        per_10k: row.per_10k,
        n_articles: row.n_articles,
        forms: row.forms.clone(),
    }
}

fn changes(changes: &Changes) -> ChangesOutline {
    let shifts = |shifts: &[TermShift]| shifts.iter().map(shift).collect();
    ChangesOutline {
        from: changes.from,
        to: changes.to,
        risen: shifts(&changes.risen),
        fallen: shifts(&changes.fallen),
        stayed: shifts(&changes.stayed),
        kept: changes.kept.clone(),
        dropped: changes.dropped.clone(),
        added: changes.added.clone(),
    }
}

fn shift(shift: &TermShift) -> ShiftOutline {
    let rate = |count: &YearCount| (count.count, count.per_10k);
    ShiftOutline {
        term: shift.term.clone(),
        before: rate(&shift.before),
        after: rate(&shift.after),
        g2: shift.g2,
        strength: shift.strength.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{ThemeGroup, TimelineItem};

    #[test]
    fn a_year_has_its_own_counts_whichever_of_the_two_it_is() {
        let count = |year, count| YearCount { year, count, ..YearCount::default() };
        let shift = TermShift {
            term: "chợ nổi".to_owned(),
            before: count(2021, 7),
            after: count(2023, 2),
            ..TermShift::default()
        };
        let of = |year| YearView { year, terms: vec![shift.clone()], ..YearView::default() };
        let overview = Overview { years: vec![of(2021), of(2023)], ..Overview::default() };
        let outline = Outline::new(&overview);
        let terms: Vec<_> = outline.years.iter().map(|year| year.terms[0].1).collect();
        assert_eq!(terms, [7, 2]);
    }

    #[test]
    fn what_is_there_is_said_and_sums_are_made() {
        assert_eq!(Outline::new(&Overview::default()), Outline::default());
        let row = |n_facts| ArticleRow { n_facts, ..ArticleRow::default() };
        let mut overview = Overview { articles: vec![row(3), row(4)], ..Overview::default() };
        overview.cleaning.set_aside = vec![("caption".to_owned(), 2), ("nav".to_owned(), 5)];
        overview.timeline = vec![TimelineItem::default()];
        overview.theme_groups = vec![ThemeGroup { head: "cảng".to_owned(), ..ThemeGroup::default() }];
        let outline = Outline::new(&overview);
        assert_eq!((outline.n_facts, outline.n_set_aside), (7, 7));
        assert!(outline.has_timeline && !outline.has_cast && !outline.has_figures && !outline.has_targets);
        assert_eq!(outline.themes[0].head, "cảng");
    }
}
