//! What became of the lists that articles give for years.

use crate::view::wording::PriorityWords;
use crate::view::{Overview, PriorityChange};

use super::{FindingSentence, clipped, sentence};

/// Items of a list that are named, at most, of each fate.
const MOST_ITEMS: usize = 4;

/// The list that tells most of two years: the last, and of these the one with most items.
pub(super) fn priorities(overview: &Overview) -> Option<FindingSentence> {
    let rank = |c: &&PriorityChange| (c.later.year, c.kind == "priorities", c.items.len());
    let change = overview.priority_changes.iter().filter(|c| !c.items.is_empty()).max_by_key(rank)?;
    let of = |fate: &str| {
        let items: Vec<String> = change.items.iter().filter(|i| i.fate == fate).map(|i| clipped(&i.text)).collect();
        let more = items.len().saturating_sub(MOST_ITEMS) as u32;
        (items.into_iter().take(MOST_ITEMS).collect(), more)
    };
    let words = PriorityWords {
        label: change.label.clone(),
        from: change.earlier.year,
        to: change.later.year,
        kept: of("kept"),
        new: of("new"),
        gone: of("gone"),
        said_by: change.later.said_by.clone(),
        said_by_earlier: change.earlier.said_by.clone().filter(|by| change.later.said_by.as_ref() != Some(by)),
    };
    let evidence = vec![change.earlier.evidence.clone(), change.later.evidence.clone()];
    Some(sentence("priorities", "stated", evidence, |w| (w.priorities)(&words)))
}
