//! The same measure in several articles: values joined by what is measured, unit and scope.

mod join;
mod joining;
mod measure;
mod outcome;
mod period;
mod share;
mod syllables;
mod teller;
#[cfg(test)]
mod tests;

pub use outcome::{LaterValue, TargetOutcome, Verdict};

use crate::corpus::Analysis;
use crate::lexicon::TermWords;

use super::Indicator;
use super::comparison::Source;

use self::join::Read;
pub(super) use self::joining::Joining;
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
        let figures = measure::told_once(measures.collect());
        let figures = figures.into_iter().map(|measure| Read::new(syllables, measure)).collect();
        Self { figures, aims: outcome::aims(words, syllables, &scopes) }
    }

    /// Takes the index that its article has in this comparison.
    pub(super) fn number(&mut self, article: usize) {
        let goals = self.aims.iter_mut().filter_map(|aim| aim.goal.as_mut());
        self.figures.iter_mut().chain(goals).for_each(|read| read.measure.article = article);
    }
}

/// The articles by source, each with its index, its stamp and what its figures measure.
pub(super) type Gathered<'a> = Vec<(usize, u64, &'a Measured)>;

/// Measures looked at in one step.
const AT_ONCE: usize = 150_000;

/// Begins to join what the figures of the articles measure, with what was joined before.
pub(super) fn join(before: Joining, measured: &Gathered) -> Joining {
    Joining::new(before, &values(measured))
}

/// Joins on; whether all is joined.
pub(super) fn join_on(joining: &mut Joining, measured: &Gathered) -> bool {
    joining.step(&values(measured), AT_ONCE)
}

/// The measures that figures of two articles or more give, when all is joined.
pub(super) fn joined(joining: &Joining, measured: &Gathered) -> Vec<Indicator> {
    joining.indicators(&values(measured))
}

fn values<'a>(measured: &Gathered<'a>) -> Vec<joining::Values<'a>> {
    measured.iter().map(|&(_, stamp, measured)| (stamp, measured.figures.as_slice())).collect()
}

/// Every target of the articles, by source and place, with what became of it.
pub(super) fn targets(sources: &[Source], measured: &Gathered) -> Vec<TargetOutcome> {
    let figures: Vec<&Read> = measured.iter().flat_map(|(_, _, measured)| &measured.figures).collect();
    let aims = measured.iter().flat_map(|(i, _, measured)| measured.aims.iter().map(|aim| (*i, aim)));
    let aims: Vec<(usize, &Aim)> = aims.collect();
    outcome::outcomes(sources, &figures, &aims)
}
