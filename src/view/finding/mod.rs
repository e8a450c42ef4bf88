//! What a reader should know first: three to five sentences, each with the places it rests on.
//!
//! In this order, as far as there is something to say: what the articles state of the years; which items of a list were
//! kept, added, dropped; a figure that moved, or two that must not be set against each other; which terms are counted more or
//! less often than chance would have it, or that none is; what became of a target. Where that is less than three sentences,
//! the themes of the last year and the number of articles fill up.

mod counted;
mod lists;
#[cfg(test)]
mod tests;
mod themes;

use serde::{Deserialize, Serialize};

use crate::compare::{Comparison, ENOUGH_SYLLABLES};

use super::stated::Articles;
use super::wording::{FigureWords, FindingWording, Language, bounded_amount, compact, day};
use super::{Evidence, FigureMove, Overview};
use crate::text::fold;

/// One sentence of the finding.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingSentence {
    /// What it says, by code: `stated`, `priorities`, `figure`, `doubtful`, `counted`, `nothing_counted`, `too_little`,
    /// `target`, `themes`, `one_year`, `coverage`.
    pub kind: String,
    /// In Vietnamese.
    pub vi: String,
    /// In English; words of the texts stay as they are.
    pub en: String,
    /// `stated`, `strong`, `some`, `weak` or `too_little_text`: what it is worth.
    pub strength: String,
    /// The places it rests on.
    pub evidence: Vec<Evidence>,
}

/// What a reader should know first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Three to five sentences; none where there are no articles.
    pub sentences: Vec<FindingSentence>,
}

/// Sentences, at most and at least.
const MOST: usize = 5;
const LEAST: usize = 3;

/// Words of a stated theme or of an item, at most.
const MOST_WORDS: usize = 24;

/// A sentence in both languages.
fn sentence(
    kind: &str,
    strength: &str,
    evidence: Vec<Evidence>,
    text: impl Fn(&FindingWording) -> String,
) -> FindingSentence {
    let mut places: Vec<Evidence> = Vec::new();
    for place in evidence {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let [vi, en] = [Language::Vi, Language::En].map(|language| text(FindingWording::of(language)));
    FindingSentence { kind: kind.to_owned(), vi, en, strength: strength.to_owned(), evidence: places }
}

/// The text where it is not much longer than a headline, else up to its first colon or semicolon; what is left out is marked.
fn clipped(text: &str) -> String {
    let all: Vec<&str> = text.split_whitespace().collect();
    if all.len() <= MOST_WORDS {
        return all.join(" ");
    }
    let head = text.split([':', ';']).next().unwrap_or(text);
    let shown = head.split_whitespace().take(MOST_WORDS).collect::<Vec<_>>().join(" ");
    format!("{} …", shown.trim_end_matches([',', '-']).trim_end())
}

/// Writes the finding of an overview.
pub(super) fn finding(overview: &Overview, comparison: &Comparison, articles: &Articles) -> Finding {
    if articles.len() == 0 {
        return Finding::default();
    }
    let mut sentences: Vec<FindingSentence> = Vec::new();
    sentences.extend(themes::themes(comparison, articles));
    sentences.extend(lists::priorities(overview));
    sentences.extend(figure(overview));
    sentences.extend(counted::counted(overview, comparison, articles));
    sentences.extend(doubtful(overview));
    sentences.extend(target(overview));
    sentences.truncate(MOST);
    let years: Vec<(i32, u32)> = comparison.years.iter().map(|year| (year.year, year.articles.len() as u32)).collect();
    if years.len() < 2 {
        sentences.insert(0, one_year(overview, comparison, articles));
        sentences.truncate(MOST);
    }
    if sentences.len() < LEAST {
        sentences.extend(counted::themes(overview, comparison, articles));
    }
    if sentences.len() < LEAST && years.len() > 1 {
        let evidence = (0..articles.len()).take(6).filter_map(|i| articles.head(i)).collect();
        sentences.push(sentence("coverage", "stated", evidence, |w| (w.coverage)(&years)));
    }
    Finding { sentences }
}

fn one_year(overview: &Overview, comparison: &Comparison, articles: &Articles) -> FindingSentence {
    let year = comparison.years.first().map(|year| year.year);
    let evidence = (0..articles.len()).take(6).filter_map(|i| articles.head(i)).collect();
    let n = articles.len() as u32;
    let n_syllables = overview.cleaning.n_syllables;
    let strength = if n_syllables < ENOUGH_SYLLABLES { "too_little_text" } else { "stated" };
    sentence("one_year", strength, evidence, |w| (w.one_year)(year, n, &overview.unit().count(w.language, n_syllables)))
}

/// A figure that moved, of those that may be compared: one that is given for most years, of these the one that moved most; a
/// point of a share weighs as much as a percent.
fn figure(overview: &Overview) -> Option<FindingSentence> {
    let moved = overview.figures.iter().filter_map(|f| Some((f, f.change.as_ref()?)));
    let (figure, change) = moved.max_by(|(a, by_a), (b, by_b)| {
        let by_years = n_years(a).cmp(&n_years(b));
        by_years.then_with(|| by_a.by.abs().total_cmp(&by_b.by.abs())).then_with(|| b.label.cmp(&a.label))
    })?;
    let [first, last] = [figure.points.first()?, figure.points.last()?];
    let evidence = vec![first.evidence.clone(), last.evidence.clone()];
    Some(sentence("figure", "stated", evidence, |w| {
        let written = |p: &super::FigurePoint| written(w, figure, p);
        (w.figure)(&FigureWords {
            label: figure.label.clone(),
            before: written(first),
            after: written(last),
            before_day: day(w.language, &first.as_of),
            after_day: day(w.language, &last.as_of),
            direction: match change.by {
                p if p > 0.0 => "up",
                p if p < 0.0 => "down",
                _ => "same",
            },
            change: (change.by != 0.0).then(|| bounded_amount(w.language, change)),
        })
    }))
}

/// Years that a figure is given for.
fn n_years(figure: &FigureMove) -> usize {
    let mut years: Vec<&str> = figure.points.iter().filter_map(|point| point.as_of.get(..4)).collect();
    years.sort_unstable();
    years.dedup();
    years.len()
}

/// A value with its bound, and with its unit where the name of the measure does not hold it.
fn written(w: &FindingWording, figure: &FigureMove, point: &super::FigurePoint) -> String {
    let value = compact(w.language, point.value);
    let is_named = figure.unit.is_empty() || fold(&figure.label).contains(&fold(&figure.unit));
    let value = if is_named { value } else { format!("{value} {}", figure.unit) };
    (w.bounded)(&value, &point.bound)
}

/// A figure whose values may be of two definitions.
fn doubtful(overview: &Overview) -> Option<FindingSentence> {
    let figure = overview.figures.iter().find(|f| f.comparability == "low")?;
    let [first, last] = [figure.points.first()?, figure.points.last()?];
    let evidence = figure.doubtful.clone();
    Some(sentence("doubtful", "weak", evidence, |w| {
        let values = [first, last].map(|p| written(w, figure, p));
        (w.doubtful)(&figure.label, &values, &[first, last].map(|p| day(w.language, &p.as_of)))
    }))
}

/// A target of which a later article tells that it is reached or missed.
fn target(overview: &Overview) -> Option<FindingSentence> {
    let target = overview.targets.iter().find(|t| matches!(t.outcome.as_str(), "reached" | "missed"))?;
    let (value, as_of, later) = (target.value?, target.as_of.as_deref()?, target.later.clone()?);
    Some(sentence("target", "stated", vec![target.evidence.clone(), later], |w| {
        let unit = target.unit.as_deref().map_or(String::new(), |unit| format!(" {unit}"));
        let value = format!("{}{unit}", compact(w.language, value));
        (w.target)(&super::wording::TargetWords {
            what: clipped(&target.what),
            value: (w.bounded)(&value, target.bound.as_deref().unwrap_or_default()),
            day: day(w.language, as_of),
            outcome: target.outcome.clone(),
        })
    }))
}
