//! The whole corpus on one screen.

use serde::{Deserialize, Serialize};

use crate::corpus::Analysis;

use super::{ArticleRow, Changes, Cloud, FigureMove, TermRow, YearView};

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
    /// The articles, in the order they came.
    pub articles: Vec<ArticleRow>,
    /// Years that articles belong to or speak of by a stated theme, ascending.
    pub years: Vec<YearView>,
    /// Terms, best first; at most 300.
    pub terms: Vec<TermRow>,
    /// Number of all terms.
    pub n_terms: u32,
    /// The picture of the first terms; every one of them is placed.
    pub cloud: Cloud,
    /// Changes between consecutive years that have articles; last the change from the first to the last, if there are three.
    pub changes: Vec<Changes>,
    /// Measures that stand at two times or more.
    pub figures: Vec<FigureMove>,
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
    /// Whether the reader changed anything about it.
    pub edited: bool,
    /// What was read from it.
    pub analysis: &'a Analysis,
}

/// Draws the overview.
pub fn overview(entries: &[Entry]) -> Overview {
    Overview { articles: entries.iter().map(super::article_row).collect(), ..Overview::default() }
}
