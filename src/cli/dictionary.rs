//! `--words FILE`: what the user says about words.

use std::fs;

use crate::ingest::decode;
use crate::lexicon::{BadLine, Dictionary, PhraseError, Trouble};
use crate::segment::Segmenter;

use super::{Usage, nfc, say};

/// The value of the option at the head of `args`, if it is `name VALUE` or `name=VALUE`.
pub(super) fn value<'a>(
    name: &str,
    arg: &'a str,
    args: &mut impl Iterator<Item = &'a str>,
) -> Result<Option<&'a str>, Usage> {
    if arg == name {
        return args.next().map(Some).ok_or_else(|| Usage(format!("{name} wants a value")));
    }
    Ok(arg.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')))
}

/// The bytes of a word list; says why there are none.
pub(super) fn bytes(path: &str) -> Option<Vec<u8>> {
    match fs::read(path) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            say(&format!("{path}: {error}"));
            None
        }
    }
}

/// Reads a word list; says which lines are not taken. The second value is whether all were.
pub(super) fn read(path: &str) -> (Dictionary, bool) {
    let mut dictionary = Dictionary::default();
    let Some(bytes) = bytes(path) else { return (dictionary, false) };
    match decode(&bytes) {
        Ok(list) => {
            let bad = dictionary.read(&nfc(&list.text));
            tell(path, &bad);
            (dictionary, bad.is_empty())
        }
        Err(error) => {
            say(&format!("{path}: {error}"));
            (dictionary, false)
        }
    }
}

/// Words of a text as UTF-8, by a dictionary if there is one.
pub(super) fn segmented(segmenter: &Segmenter, dictionary: &Dictionary, text: &str) -> Vec<u8> {
    if dictionary.is_empty() {
        segmenter.segmented_bytes(text)
    } else {
        segmenter.segmented_with(dictionary, text).into_bytes()
    }
}

/// Says which lines were not taken, one line each.
pub(super) fn tell(path: &str, bad: &[BadLine]) {
    bad.iter().for_each(|bad| say(&format!("{path}:{}: {}", bad.line, wording(bad))));
}

fn wording(bad: &BadLine) -> String {
    let text = &bad.text;
    match bad.trouble {
        Trouble::Phrase { error } => match error {
            PhraseError::Empty => format!("`{text}` names no word"),
            PhraseError::Long => format!("`{text}` is too long; at most 12 words"),
            PhraseError::Sign => format!("`{text}` holds a sign that is no part of a word"),
            PhraseError::Single => format!("`{text}` has one syllable, nothing to join or split; use * or !"),
            PhraseError::Full { limit } => format!("`{text}` is one too many; at most {limit} entries"),
        },
        Trouble::Twice { earlier } => format!("`{text}`: line {earlier} says something else of it and counts"),
        Trouble::TooLong { limit } => format!("the list ends here; at most {limit} bytes are read"),
        Trouble::More { n } => format!("{n} more lines before this one were not taken"),
    }
}
