//! Themes that articles state for years.

use super::comparison::{Source, StatedTheme};
use crate::base::Arrange;

/// The stated themes of all articles, by year, source and place.
pub(super) fn themes(sources: &[Source]) -> Vec<StatedTheme> {
    let mut out: Vec<StatedTheme> = Vec::new();
    for (article, (_, analysis)) in sources.iter().enumerate() {
        let themes = analysis.facts.themes.iter().enumerate();
        out.extend(themes.map(|(theme, stated)| StatedTheme { year: stated.year, article, theme }));
    }
    out.arrange_by_key(|stated| (stated.year, sources[stated.article].0, stated.theme));
    out
}
