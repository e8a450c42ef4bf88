//! Words around the name of what a number measures.

use super::{Phrases, Tables};

/// What a word is to the name of a measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MeasureWord {
    /// Opens a sentence or clause and measures nothing: `đáng chú ý`.
    pub opener: bool,
    /// The measure is named after it: `ghi nhận`.
    pub lead: bool,
    /// Names a measure by itself: `doanh thu`.
    pub measure: bool,
}

/// The table of these words.
pub(super) fn measure_words(tables: &Tables) -> Phrases<MeasureWord> {
    Phrases::new(tables.rows("measure_words").filter_map(|row| {
        let [phrase, what] = row[..] else { return None };
        let has = |word: &str| what.split(' ').any(|w| w == word);
        Some((phrase, MeasureWord { opener: has("opener"), lead: has("lead"), measure: has("measure") }))
    }))
}
