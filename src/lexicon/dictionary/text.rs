//! The dictionary as a plain word list: one entry a line, a sign before each phrase (`docs/dictionary.md`).

use super::{Dictionary, Mark, PhraseError};

/// Bytes of a list, at most.
const MAX_BYTES: usize = 1 << 20;
/// Bad lines that are told, at most.
const MOST_TOLD: usize = 100;

/// A line that was not taken.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BadLine {
    /// Number of the line, from 1.
    pub line: u32,
    /// The beginning of the line.
    pub text: String,
    /// Why.
    pub trouble: Trouble,
}

/// Why a line was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Trouble {
    /// The phrase does not do.
    Phrase {
        /// Why.
        error: PhraseError,
    },
    /// An earlier line says something else of the phrase; that one counts.
    Twice {
        /// Number of the earlier line.
        earlier: u32,
    },
    /// The list goes on beyond what is read.
    TooLong {
        /// Bytes that are read.
        limit: u32,
    },
    /// So many more lines were not taken.
    More {
        /// How many.
        n: u32,
    },
}

impl Mark {
    /// The sign before a phrase in the list.
    pub fn sign(self) -> char {
        match self {
            Self::Join => '+',
            Self::Split => '-',
            Self::Keep => '*',
            Self::Stop => '!',
            Self::Apart => '~',
        }
    }

    fn from_sign(sign: char) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.sign() == sign)
    }
}

impl Dictionary {
    /// Adds the entries of a list to those that are there; an entry of the list goes before one that is there. Gives the
    /// lines that were not taken; the others are.
    ///
    /// ```
    /// use langkinh::lexicon::{Dictionary, Mark};
    /// let mut dictionary = Dictionary::default();
    /// let bad = dictionary.read("# của tôi\n+ nuôi biển\n! công tác\n+ một\n");
    /// assert_eq!(dictionary.mark("Nuôi biển"), Some(Mark::Join));
    /// assert_eq!(bad[0].line, 4);
    /// ```
    pub fn read(&mut self, list: &str) -> Vec<BadLine> {
        let (list, is_cut) = cut(list);
        let mut bad = Vec::new();
        let mut n_bad = 0;
        let mut seen: std::collections::BTreeMap<String, (u32, Mark)> = std::collections::BTreeMap::new();
        for (number, line) in (1u32..).zip(list.lines()) {
            let Some((mark, phrase)) = entry(line) else { continue };
            let key = super::phrase::key(&phrase.replace('_', " "));
            let outcome = match seen.get(&key) {
                Some(&(earlier, said)) if said != mark => Err(Trouble::Twice { earlier }),
                _ => self.put(phrase, Some(mark)).map_err(|error| Trouble::Phrase { error }),
            };
            match outcome {
                Ok(()) => {
                    seen.entry(key).or_insert((number, mark));
                }
                Err(trouble) => {
                    n_bad += 1;
                    if bad.len() < MOST_TOLD {
                        bad.push(BadLine { line: number, text: line.trim().chars().take(60).collect(), trouble });
                    }
                }
            }
        }
        let last = list.lines().count() as u32;
        if n_bad > bad.len() {
            let n = (n_bad - bad.len()) as u32;
            bad.push(BadLine { line: last, text: String::new(), trouble: Trouble::More { n } });
        }
        if is_cut {
            let trouble = Trouble::TooLong { limit: MAX_BYTES as u32 };
            bad.push(BadLine { line: last + 1, text: String::new(), trouble });
        }
        self.index();
        bad
    }

    /// The dictionary as a list; reading it gives the same dictionary.
    pub fn list(&self) -> String {
        let mut out = String::from(HEAD);
        for entry in self.entries() {
            out.push(entry.mark.sign());
            out.push(' ');
            out.push_str(&entry.phrase);
            out.push('\n');
        }
        out
    }
}

const HEAD: &str = "\
# Lăng Kính: từ điển của tôi / my dictionary
# +  một từ / one word
# -  không phải một từ / never one word
# *  luôn là thuật ngữ / always a term
# !  không phải thuật ngữ / never a term
# ~  đếm riêng, không gộp / counted apart, not merged
";

/// The list as far as it is read, to the end of a line, and whether anything is left.
fn cut(list: &str) -> (&str, bool) {
    let list = list.trim_start_matches('\u{feff}');
    if list.len() <= MAX_BYTES {
        return (list, false);
    }
    let head = &list.as_bytes()[..MAX_BYTES];
    let end = head.iter().rposition(|&b| b == b'\n').unwrap_or(0);
    (&list[..end], true)
}

/// Mark and phrase of a line; `None` for a comment and an empty line. A line without a sign joins.
fn entry(line: &str) -> Option<(Mark, &str)> {
    let line = line.trim();
    let first = line.chars().next().filter(|c| *c != '#')?;
    match Mark::from_sign(first) {
        Some(mark) => Some((mark, line[first.len_utf8()..].trim())),
        None => Some((Mark::Join, line)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(list: &str) -> (Dictionary, Vec<(u32, Trouble)>) {
        let mut dictionary = Dictionary::default();
        let bad = dictionary.read(list);
        (dictionary, bad.into_iter().map(|b| (b.line, b.trouble)).collect())
    }

    #[test]
    fn reads_every_sign() {
        let (d, bad) = read("\u{feff}# ghi chú\r\n\r\n+ a b\r\n- c d\r\n* e\r\n! f\r\n~ CNTT\r\nnuôi_biển\r\n");
        let marks: Vec<_> = ["a b", "c d", "e", "f", "cntt", "nuôi biển"].map(|p| d.mark(p)).into();
        use Mark::*;
        assert_eq!(marks, [Join, Split, Keep, Stop, Apart, Join].map(Some));
        assert_eq!(bad, []);
    }

    #[test]
    fn bad_lines_are_named_and_the_others_go_on() {
        let phrase = |error| Trouble::Phrase { error };
        let (d, bad) = read("+\n+ một\n* a, b\n! công tác\n* Công tác\n! công  tác\n+ c d");
        assert_eq!(
            bad,
            [
                (1, phrase(PhraseError::Empty)),
                (2, phrase(PhraseError::Single)),
                (3, phrase(PhraseError::Sign)),
                (5, Trouble::Twice { earlier: 4 }),
            ]
        );
        assert_eq!((d.entries().len(), d.mark("công tác")), (2, Some(Mark::Stop)));
    }

    #[test]
    fn a_list_goes_before_what_is_there() {
        let (mut d, _) = read("! công tác");
        d.read("* công tác");
        assert_eq!(d.mark("công tác"), Some(Mark::Keep));
    }

    #[test]
    fn there_are_limits() {
        let many: String = (0..super::super::MAX_ENTRIES + 200).map(|n| format!("* từ {n}\n")).collect();
        let (d, bad) = read(&many);
        assert_eq!((d.entries().len(), bad.len()), (super::super::MAX_ENTRIES, MOST_TOLD + 1));
        assert_eq!(bad[MOST_TOLD].1, Trouble::More { n: 100 });
        let (_, bad) = read(&"# x\n".repeat(MAX_BYTES));
        assert!(matches!(bad[..], [(_, Trouble::TooLong { .. })]));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(list in "([-+*!~ ]{0,2}(nuôi|hoá|đơn|2024|TT&TT|<i>|\\PC){0,4}\n){0,12}") {
            let mut dictionary = Dictionary::default();
            dictionary.read(&list);
            let (again, bad) = read(&dictionary.list());
            prop_assert_eq!(bad, []);
            prop_assert_eq!(again, dictionary);
        }
    }
}
