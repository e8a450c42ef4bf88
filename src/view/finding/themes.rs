//! The themes that articles state for years: like is told beside like.

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::compare::{Comparison, StatedTheme};
use crate::extract::{FactKind, Theme};
use crate::text::fold;
use crate::view::fact_rows::code;
use crate::view::stated::{Articles, wording};
use crate::view::wording::ThemeWords;

use super::{FindingSentence, clipped, sentence};

/// Years whose stated themes are told, at most: the last ones.
const MOST_YEARS: usize = 3;

/// A theme that may be told of a year.
#[derive(Debug)]
struct Candidate<'a> {
    stated: &'a StatedTheme,
    theme: &'a Theme,
    /// What it is the theme of, folded and without numbers; empty: the year as a whole.
    of: String,
    is_corrected: bool,
    /// Its words, folded, without marks.
    words: String,
}

/// The themes stated for the years that articles belong to, the last first. What is the theme of one thing (the year as a
/// whole, a day that is observed, a sector) in more of these years than of any other goes first; where a year has none of
/// it, its own is told, and that the themes are of different things.
pub(super) fn themes(comparison: &Comparison, articles: &Articles) -> Option<FindingSentence> {
    let mut by_year: FxHashMap<i32, Vec<Candidate>> = FxHashMap::default();
    for stated in &comparison.themes {
        by_year.entry(stated.year).or_default().push(candidate(stated, articles));
    }
    let years = comparison.years.iter().rev().filter_map(|year| by_year.get(&year.year));
    let years: Vec<&Vec<Candidate>> = years.take(MOST_YEARS).collect();
    let shared = shared(&years);
    let told: Vec<&Candidate> = years.iter().filter_map(|of_year| foremost(of_year, &shared)).collect();
    let first = told.first()?;
    let is_apart = told.iter().any(|t| t.of != first.of);
    let evidence = told.iter().map(|t| articles.evidence(t.stated.article, t.theme.span)).collect();
    let words = |t: &&Candidate| ThemeWords {
        year: t.theme.year,
        kind: code(&t.theme.kind),
        words: clipped(&t.theme.canonical),
        of: articles.scope(t.stated),
    };
    let words: Vec<ThemeWords> = told.iter().map(words).collect();
    Some(sentence("stated", "stated", evidence, |w| (w.stated)(&words, is_apart)))
}

fn candidate<'a>(stated: &'a StatedTheme, articles: &Articles<'a>) -> Candidate<'a> {
    let theme = &articles.facts(stated.article).themes[stated.theme];
    let of = theme.scope.map_or(String::new(), |scope| without_numbers(&articles.text(stated.article, scope)));
    let is_corrected = articles.is_corrected(stated.article, FactKind::Theme, stated.theme);
    Candidate { stated, theme, of, is_corrected, words: wording(&theme.canonical) }
}

/// The name of an occasion without its year, its number in a series and, behind a dash, where it is held this time.
fn without_numbers(name: &str) -> String {
    let words = name.split_whitespace().take_while(|word| !matches!(*word, "-" | "–"));
    let words = words.filter(|word| !word.contains(|c: char| c.is_ascii_digit()));
    fold(&words.collect::<Vec<_>>().join(" "))
}

/// What most of the years have a theme of; of equals the year as a whole, then the first by name.
fn shared(years: &[&Vec<Candidate>]) -> String {
    let mut n: FxHashMap<&str, usize> = FxHashMap::default();
    for of_year in years {
        let mut things: Vec<&str> = of_year.iter().map(|candidate| candidate.of.as_str()).collect();
        things.arrange();
        things.dedup();
        things.into_iter().for_each(|thing| *n.entry(thing).or_default() += 1);
    }
    let mut all: Vec<(&str, usize)> = n.into_iter().collect();
    all.arrange_by_key(|(thing, n)| (std::cmp::Reverse(*n), *thing));
    all.first().map_or(String::new(), |(thing, _)| (*thing).to_owned())
}

/// The theme by which a year is best told: what the reader corrected, for it is surely meant; then one of the thing that
/// the years share; of these the most official kind, then the one that most articles state.
fn foremost<'c, 'a>(of_year: &'c [Candidate<'a>], shared: &str) -> Option<&'c Candidate<'a>> {
    let mut also: FxHashMap<&str, usize> = FxHashMap::default();
    of_year.iter().for_each(|candidate| *also.entry(&candidate.words).or_default() += 1);
    let key = |c: &&Candidate| {
        let n = also.get(c.words.as_str()).copied().unwrap_or_default();
        (!c.is_corrected, c.of != shared, c.theme.kind, std::cmp::Reverse(n))
    };
    of_year.iter().min_by_key(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_occasion_is_the_same_in_every_year() {
        assert_eq!(without_numbers("Năm Du lịch quốc gia 2024"), without_numbers("Năm Du lịch Quốc gia"));
        assert_eq!(without_numbers("Năm Du lịch quốc gia - Huế 2025"), without_numbers("Năm Du lịch quốc gia 2024"));
        assert_ne!(without_numbers("Ngày Sách"), without_numbers("Ngày Nước"));
    }
}
