//! How much a reading looks like Vietnamese: of the words with letters beyond ASCII, how many can be a syllable, and how
//! many are among the most frequent ones.

use crate::lexicon::is_syllable;
use crate::text::fold;

/// Words with letters beyond ASCII, and how many of them can be Vietnamese syllables or are frequent ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    pub(super) n_words: u32,
    pub(super) n_syllables: u32,
    pub(super) n_frequent: u32,
}

impl Evidence {
    /// Share of the words that can be syllables; 0 without words.
    pub(super) fn share(self) -> f64 {
        f64::from(self.n_syllables) / f64::from(self.n_words.max(1))
    }

    /// How much speaks for the reading, by which readings are compared: many strings can be a syllable by chance, few are
    /// frequent ones.
    pub(super) fn weight(self) -> f64 {
        self.share() + f64::from(self.n_frequent) / f64::from(self.n_words.max(1))
    }
}

/// Counts the words of a text.
pub(super) fn evidence(text: &str) -> Evidence {
    let mut found = Evidence::default();
    for word in text.split(|c: char| !is_inside(c)) {
        let word = word.trim_matches(is_outer);
        if !word.is_ascii() {
            found.n_words += 1;
            found.n_syllables += u32::from(is_syllable(word));
            found.n_frequent += u32::from(FREQUENT.contains(&fold(word).as_str()));
        }
    }
    found
}

/// What belongs to a word, or would not stand where it does if the text were read right: `®æi`, `tr¶`.
fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || matches!(u32::from(c), 0x80..=0x9f | 0xa1..=0xff | 0x300..0x370)
}

/// Marks that stand around words in any language.
fn is_outer(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '«' | '»' | '°' | '§' | '·' | '²' | '³' | '¹' | '½' | '¼' | '©' | '®' | '±' | '×')
}

/// Syllables with letters beyond ASCII that make up a third of those in running text.
const FREQUENT: [&str; 60] = [
    "bị",
    "chính",
    "các",
    "còn",
    "có",
    "công",
    "cũng",
    "của",
    "giá",
    "hiện",
    "hơn",
    "học",
    "không",
    "là",
    "làm",
    "lại",
    "một",
    "mới",
    "ngày",
    "người",
    "nhiều",
    "nhà",
    "như",
    "nhưng",
    "nhất",
    "những",
    "này",
    "năm",
    "nước",
    "phát",
    "phải",
    "quốc",
    "sẽ",
    "số",
    "sự",
    "thành",
    "thì",
    "thể",
    "thời",
    "trên",
    "trước",
    "trường",
    "tại",
    "từ",
    "việc",
    "và",
    "vào",
    "về",
    "với",
    "vụ",
    "đi",
    "điều",
    "đã",
    "đó",
    "được",
    "đầu",
    "đến",
    "để",
    "đồng",
    "ở",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, n_syllables: u32, n_words: u32) {
        let found = evidence(text);
        assert_eq!((found.n_syllables, found.n_words), (n_syllables, n_words), "{text}");
    }

    #[test]
    fn counts_words_with_letters_beyond_ascii() {
        check("Nông dân được mùa, giá 25°C «tốt»", 6, 6);
        check("Chuy\u{d3}n \u{ae}\u{e6}i s\u{e8}", 1, 3);
        check("le café très bon", 0, 2);
        check("plain – “text”", 0, 0);
    }
}
