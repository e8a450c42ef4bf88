//! Who was named last before some place of the text, by a word or an office.

use rustc_hash::FxHashMap;

use crate::base::Arrange;
use crate::text::fold;

// How far to look back for somebody who fits.
const REACH: usize = 200;

/// Mentions of people by key, ascending.
pub(crate) struct Recall {
    by_key: FxHashMap<String, Vec<(usize, usize)>>,
}

impl Recall {
    /// From keys with the places where each person is named.
    pub(crate) fn new(entries: impl IntoIterator<Item = (String, Vec<usize>, usize)>) -> Self {
        let mut by_key: FxHashMap<String, Vec<(usize, usize)>> = FxHashMap::default();
        for (key, starts, person) in entries {
            by_key.entry(key).or_default().extend(starts.into_iter().map(|start| (start, person)));
        }
        for mentions in by_key.values_mut() {
            mentions.arrange();
            mentions.dedup();
        }
        Self { by_key }
    }

    /// The person under `key` named last before `start`; if there is none, the one named first after it.
    pub(crate) fn latest(&self, key: &str, start: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let mentions = self.by_key.get(key)?;
        let after = mentions.partition_point(|&(at, _)| at < start);
        let before = mentions[..after].iter().rev().take(REACH).find(|(_, person)| fits(*person));
        before
            .or_else(|| mentions[after..].iter().take(REACH).find(|(_, person)| fits(*person)))
            .map(|&(_, person)| person)
    }
}

/// The first two words of an office: `Chủ tịch UBND tỉnh` gives `chủ tịch`.
pub(crate) fn office_key(office: &str) -> String {
    let low = fold(office);
    let end = low.match_indices(' ').nth(1).map_or(low.len(), |(at, _)| at);
    low[..end].to_owned()
}
