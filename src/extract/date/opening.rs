//! A quick look that tells of most tokens that no expression of time begins at them.

use crate::text::{Openers, PhraseList, TokenKind};

use super::super::number::FIRST_WORDS;
use super::find::Finder;

/// Words that an expression of time begins with in some rule, beside numbers and what stands in the table.
#[rustfmt::skip]
static WORDS: PhraseList = PhraseList::new(&[
    // Ranges.
    "từ", "from",
    // Days and times of day.
    "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "khuya", "dịp", "mùng", "mồng", "rạng", "thứ", "chủ", "rằm", "tết",
    // Periods.
    "đầu", "giữa", "cuối", "trung", "thượng", "hạ", "hết", "cùng", "nửa", "tháng", "quý", "quí", "năm", "niên", "giai",
    "nhiệm", "thời", "mùa", "khóa", "các", "những", "thập", "thế",
    // English.
    "year", "end", "fiscal", "financial", "q1", "q2", "q3", "q4", "h1", "h2", "first", "second", "third", "fourth", "last",
    "next", "coming", "past", "a", "an", "present", "early", "mid", "late",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
]);

static OPENERS: Openers = Openers::of(&[&WORDS, &FIRST_WORDS]);

impl Finder<'_, '_> {
    /// Whether an expression of time may begin at token `i`. A rule that begins with another word adds it to the list: tests
    /// fail where it is missing.
    pub(super) fn may_open(&self, i: usize) -> bool {
        let reading = self.reading;
        reading.kind(i) == Some(TokenKind::Number)
            || reading.mark(i).is_some_and(|mark| OPENERS.hold(mark) || reading.lexicon.time_phrases.may_begin(mark))
            || reading.low(i).starts_with(|c: char| c.is_ascii_digit())
    }
}
