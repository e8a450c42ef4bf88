//! The language of an article, by the function words it uses.

use crate::extract::Reading;
use crate::text::PhraseList;

static VIETNAMESE: PhraseList = PhraseList::new(&[
    "và", "của", "các", "là", "có", "được", "cho", "trong", "những", "với", "không", "một", "người", "để", "đã", "này",
    "từ", "về", "đến", "tại", "theo", "khi", "ở", "như",
]);

static ENGLISH: PhraseList = PhraseList::new(&[
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "with", "as", "was", "by", "are", "be", "at",
    "from", "has", "it", "its", "said", "will", "which",
]);

/// Most tokens that are read.
const REACH: usize = 4000;

/// `vi` or `en`; `vi` where the words do not tell.
pub(super) fn language(reading: &Reading<'_>) -> &'static str {
    let tokens = || reading.body().flat_map(|s| s.tokens.clone()).take(REACH);
    let count = |words: &PhraseList| tokens().filter(|&i| reading.which(i, words).is_some()).count();
    if count(&ENGLISH) > count(&VIETNAMESE) { "en" } else { "vi" }
}
