//! The same measure in several articles: values joined by what is measured, unit and scope.

mod join;
mod measure;
mod outcome;
mod teller;
#[cfg(test)]
mod tests;

pub use outcome::{LaterValue, TargetOutcome, Verdict};

use crate::base::Arrange;
use crate::lexicon::TermWords;

use super::Indicator;
use super::comparison::Source;

use self::join::joined;
use self::measure::Scopes;

/// The measures that figures of two articles or more give, and every target of the articles, by source and place, with what
/// became of it.
pub(super) fn indicators(words: &TermWords, sources: &[Source]) -> (Vec<Indicator>, Vec<TargetOutcome>) {
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.arrange_by_key(|&i| sources[i].0);
    let (mut measures, mut aims) = (Vec::new(), Vec::new());
    for article in order {
        let scopes = Scopes::new(article, sources[article].1);
        let figures = scopes.analysis.facts.figures.iter().enumerate();
        measures.extend(figures.filter_map(|(i, figure)| scopes.measure(words, i, figure)));
        aims.extend(outcome::aims(words, &scopes));
    }
    (joined(&measures), outcome::outcomes(sources, &measures, &aims))
}
