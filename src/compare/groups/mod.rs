//! Themes: terms that travel together, grouped, each group followed through the years.
//!
//! Two terms are as near as their normalised pointwise mutual information over the paragraphs of all bodies,
//! ln(p(xy) / (p(x)·p(y))) / −ln p(xy): 1 where one never stands without the other, 0 where they meet as often as chance
//! has it (G. Bouma, 2009, "Normalized (pointwise) mutual information in collocation extraction"), times what few places take
//! from it (P. Pantel and D. Lin, 2002): what one list of tasks names side by side is not one matter. Groups are joined by
//! average linkage (R. Sokal and C. Michener, 1958), the nearest two first, until none are nearer than [`NEAR`]: a term
//! joins only a group to which it is near on the whole, so that no chain of neighbours ties what has nothing in common.
//!
//! Words that any article uses (`người dân`, `sử dụng`) are left out before that: they travel with everything. A domain term
//! names each theme, see [`head`].

mod head;
mod link;
mod occurrences;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashSet;

use crate::base::Arrange;
use crate::corpus::Clock;
use crate::lexicon::TermWords;

use super::comparison::{Source, Year};
use super::ledger::{Ledger, Set};
use super::term_table::TermTable;

pub use self::head::is_general_term;
use self::head::{Asked, headed, is_general};
use self::link::grouped;
use self::occurrences::Occurrences;

/// A theme of the collection: terms that travel together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeGroup {
    /// Its terms as indices in [`TermTable::rows`]: the one that names the theme, then the others, the weightiest first.
    pub terms: Vec<usize>,
    /// By year, in the order of the years: sentences that hold one of its terms.
    pub by_year: Vec<u32>,
    /// Sentences of all bodies that hold one of its terms.
    pub n_sentences: u32,
    /// Articles that hold one of its terms.
    pub n_articles: u32,
}

/// Terms that are grouped, at most.
const MOST_TERMS: usize = 160;
/// Occurrences below which a term is not grouped.
const FEW: u32 = 3;
/// Share of the paragraphs above which a term is what all of them are about, and ties everything to everything.
const EVERYWHERE: f64 = 0.35;
/// Average likeness down to which groups are joined.
const NEAR: f64 = 0.3;
/// Groups, at most.
const MOST_GROUPS: usize = 24;

/// The themes of the articles, those of most sentences first.
pub(super) fn groups(
    ledger: &Ledger,
    words: &TermWords,
    set: &Set,
    years: &[Year],
    clock: Clock,
    table: &TermTable,
) -> Vec<ThemeGroup> {
    let chosen = table.foremost().iter().copied().filter(|&at| {
        let row = &table.rows[at];
        let dated: u32 = table.by_year(table.whole(row)).iter().sum();
        dated.max(row.total) >= FEW && !is_general(words, &Asked::new(table, at))
    });
    let rows: Vec<usize> = chosen.take(MOST_TERMS).collect();
    let found = Occurrences::new(ledger, set, table, &rows);
    let n = found.n_paragraphs;
    let is_telling = |term: &usize| {
        let held = found.paragraphs[*term].len();
        held >= 2 && !found.is_piece[*term] && (n < 20 || held as f64 <= EVERYWHERE * f64::from(n))
    };
    let terms: Vec<usize> = (0..rows.len()).filter(is_telling).collect();
    let paragraphs: Vec<&[u32]> = terms.iter().map(|&t| found.paragraphs[t].as_slice()).collect();
    let mut out: Vec<ThemeGroup> = grouped(&paragraphs, n, NEAR)
        .into_iter()
        .filter(|group| group.len() > 1)
        .filter_map(|group| {
            let members: Vec<usize> = group.into_iter().map(|i| terms[i]).collect();
            let members = headed(words, table, &found, &members, &rows)?;
            Some(followed(&found, set.sources, years, clock, &members, &rows))
        })
        .collect();
    out.arrange_by(|a, b| b.n_sentences.cmp(&a.n_sentences).then_with(|| a.terms.cmp(&b.terms)));
    out.truncate(MOST_GROUPS);
    out
}

/// A group with its sentences counted by year; its members in the order they are to have.
fn followed(
    found: &Occurrences,
    sources: &[Source],
    years: &[Year],
    clock: Clock,
    members: &[usize],
    rows: &[usize],
) -> ThemeGroup {
    let sentences: FxHashSet<(u32, u32)> = members.iter().flat_map(|&t| &found.sentences[t]).copied().collect();
    let articles: FxHashSet<u32> = sentences.iter().map(|s| s.0).collect();
    let mut by_year = vec![0; years.len()];
    for &(article, sentence) in &sentences {
        let analysis = sources[article as usize].1;
        let year = match clock {
            Clock::Published => analysis.facts.meta.year,
            Clock::Discussed => analysis.parts.list()[analysis.parts.of_sentence(sentence as usize)].year,
        };
        if let Some(at) = year.and_then(|year| years.binary_search_by_key(&year, |y| y.year).ok()) {
            by_year[at] += 1;
        }
    }
    let terms: Vec<usize> = members.iter().map(|&t| rows[t]).collect();
    ThemeGroup { terms, by_year, n_sentences: sentences.len() as u32, n_articles: articles.len() as u32 }
}
