//! The same measure in several articles: values joined by what is measured, unit and scope.

mod join;
mod measure;
mod outcome;
mod syllables;
mod teller;
#[cfg(test)]
mod tests;

pub use outcome::{LaterValue, TargetOutcome, Verdict};

use crate::base::Arrange;
use crate::corpus::Analysis;
use crate::lexicon::TermWords;

use super::Indicator;
use super::comparison::Source;

use self::join::{Read, joined};
use self::measure::Scopes;
use self::outcome::Aim;
pub(super) use self::syllables::Syllables;

/// What the figures of one article measure, and what its targets aim at.
#[derive(Debug)]
pub(super) struct Measured {
    figures: Vec<Read>,
    aims: Vec<Aim>,
}

impl Measured {
    /// Of an article.
    pub(super) fn new(words: &TermWords, syllables: &mut Syllables, analysis: &Analysis) -> Self {
        let scopes = Scopes::new(analysis);
        let figures = analysis.facts.figures.iter().enumerate();
        let measures = figures.filter_map(|(i, figure)| scopes.measure(words, i, figure));
        let figures = measures.map(|measure| Read::new(syllables, measure)).collect();
        Self { figures, aims: outcome::aims(words, syllables, &scopes) }
    }

    /// Takes the index that its article has in this comparison.
    pub(super) fn number(&mut self, article: usize) {
        let goals = self.aims.iter_mut().filter_map(|aim| aim.goal.as_mut());
        self.figures.iter_mut().chain(goals).for_each(|read| read.measure.article = article);
    }
}

/// The measures that figures of two articles or more give, and every target of the articles, by source and place, with what
/// became of it; `measured` with the index of each article.
pub(super) fn indicators(
    sources: &[Source],
    mut measured: Vec<(usize, &Measured)>,
) -> (Vec<Indicator>, Vec<TargetOutcome>) {
    measured.arrange_by_key(|&(i, _)| sources[i].0);
    let figures: Vec<&Read> = measured.iter().flat_map(|(_, measured)| &measured.figures).collect();
    let aims = measured.iter().flat_map(|(i, measured)| measured.aims.iter().map(|aim| (*i, aim)));
    let aims: Vec<(usize, &Aim)> = aims.collect();
    (joined(&figures), outcome::outcomes(sources, &figures, &aims))
}
