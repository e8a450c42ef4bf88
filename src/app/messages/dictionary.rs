//! The wording of the reader's dictionary in both languages.

use crate::lexicon::PhraseError;

pub(super) fn phrase_en(error: &PhraseError) -> String {
    match error {
        PhraseError::Empty => "it holds no letter or digit.".to_owned(),
        PhraseError::Long => "it is longer than 12 words.".to_owned(),
        PhraseError::Sign => "it holds a sign that is no part of a word.".to_owned(),
        PhraseError::Single => "it has one syllable, so there is nothing to join or split.".to_owned(),
        PhraseError::Full { limit } => format!("the dictionary is full ({limit} entries)."),
    }
}

pub(super) fn phrase_vi(error: &PhraseError) -> String {
    match error {
        PhraseError::Empty => "không có chữ hay số nào.".to_owned(),
        PhraseError::Long => "dài hơn 12 tiếng.".to_owned(),
        PhraseError::Sign => "có ký hiệu không thuộc về từ.".to_owned(),
        PhraseError::Single => "chỉ có một tiếng, không có gì để ghép hay tách.".to_owned(),
        PhraseError::Full { limit } => format!("từ điển đã đầy ({limit} mục)."),
    }
}
