//! Where a correction belongs: its place in the text, and the fact there.

use crate::base::Span;
use crate::extract::{Correction, FactKind, Facts, Mention};
use crate::text::Utf16Index;

/// The stretch of the text that a correction is about; `None` where the text has other words there.
pub(super) fn span(utf16: &Utf16Index, text: &str, correction: &Correction) -> Option<Span> {
    let (start, end) = (utf16.boundary(text, correction.start)?, utf16.boundary(text, correction.end)?);
    let words = text.get(start..end).filter(|words| !words.is_empty())?;
    let is_same = correction.text.is_empty() || correction.text == words;
    is_same.then(|| Span::new(start, end))
}

/// The index of the fact of that type which stands there: in exactly those words, or else the only one that shares some.
pub(super) fn find(facts: &Facts, kind: FactKind, span: Span) -> Option<usize> {
    let places = places(facts, kind);
    if let Some(index) = places.iter().position(|spans| spans.contains(&span)) {
        return Some(index);
    }
    let mut near = places.iter().enumerate().filter(|(_, spans)| spans.iter().any(|s| s.overlaps(span)));
    let (index, _) = near.next()?;
    near.next().is_none().then_some(index)
}

/// Where the facts of a type stand, each with all its places.
fn places(facts: &Facts, kind: FactKind) -> Vec<Vec<Span>> {
    let mentions = |mentions: &[Mention]| mentions.iter().map(|m| m.span).collect();
    match kind {
        FactKind::Theme => facts.themes.iter().map(|f| vec![f.span]).collect(),
        FactKind::Enumeration => facts.enumerations.iter().map(|f| vec![f.span]).collect(),
        FactKind::Target => facts.targets.iter().map(|f| vec![f.span]).collect(),
        FactKind::Figure => facts.figures.iter().map(|f| vec![f.span, f.number]).collect(),
        FactKind::Date => facts.dates.iter().map(|f| vec![f.span]).collect(),
        FactKind::Person => facts.people.iter().map(|f| mentions(&f.mentions)).collect(),
        FactKind::Organisation => facts.organisations.iter().map(|f| mentions(&f.mentions)).collect(),
        FactKind::Place => facts.places.iter().map(|f| mentions(&f.mentions)).collect(),
        FactKind::System => facts.systems.iter().map(|f| mentions(&f.mentions)).collect(),
        FactKind::Event => facts.events.iter().map(|f| vec![f.span]).collect(),
        FactKind::Quote => facts.quotes.iter().map(|f| vec![f.span]).collect(),
        FactKind::Attribution => facts.attributions.iter().map(|f| vec![f.span]).collect(),
        FactKind::Abbreviation => {
            facts.abbreviations.iter().map(|f| f.mentions.iter().map(|(s, _)| *s).collect()).collect()
        }
    }
}
