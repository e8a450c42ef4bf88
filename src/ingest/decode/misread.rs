//! UTF-8 that was read as windows-1252 or Latin-1, perhaps twice (`chuyá»ƒn Ä‘á»•i`): recognised, and brought back.

use super::code_page::byte_shown_as;

/// A text brought back from a wrong reading.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Restored {
    pub(super) text: String,
    /// Letters that came back, over all times.
    pub(super) n_letters: u32,
    /// How often it had been misread.
    pub(super) times: u32,
    /// Beginnings of letters whose rest is lost.
    pub(super) n_lost: u32,
}

/// The text as it was before UTF-8 was misread; `None` if it does not look as if it ever was.
pub(super) fn restore(text: &str) -> Option<Restored> {
    const MOST_TIMES: u32 = 3;
    let mut out = Restored { text: String::new(), n_letters: 0, times: 0, n_lost: 0 };
    while out.times < MOST_TIMES {
        let now = if out.times == 0 { text } else { &out.text };
        let Some((restored, found)) = once(now) else { break };
        out.text = restored;
        out.n_letters += found.n_long + found.n_short;
        out.n_lost = found.n_torn;
        out.times += 1;
    }
    (out.times > 0).then_some(out)
}

#[derive(Debug, Default)]
struct Found {
    // Letters of three bytes or more, and of two.
    n_long: u32,
    n_short: u32,
    // Characters that stand for bytes beyond ASCII, but not as part of a letter.
    n_other: u32,
    // Characters that a misread text cannot hold: `ế`.
    n_right: u32,
    // Of the others: such as begin most letters of Vietnamese when misread.
    n_torn: u32,
}

impl Found {
    /// One letter may come about by chance (`là «quá»…`, `TÂ«`), several do not.
    fn is_enough(&self) -> bool {
        let n = self.n_long + self.n_short;
        // A stray piece in a long text that is right otherwise says nothing of the text.
        let much = n.saturating_mul(20) >= self.n_right;
        much && (self.n_long > 1 || n > 2 && n > self.n_other)
    }
}

fn once(text: &str) -> Option<(String, Found)> {
    let mut found = Found::default();
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let Some(lead) = byte_shown_as(c).filter(|b| *b >= 0x80) else {
            found.n_right += u32::from(!c.is_ascii());
            out.push(c);
            continue;
        };
        match letter(lead, rest.clone()) {
            Some((letter, n_more)) => {
                out.push(letter);
                rest.by_ref().take(n_more).for_each(drop);
                found.n_long += u32::from(n_more > 1);
                found.n_short += u32::from(n_more == 1);
            }
            None => {
                out.push(c);
                found.n_other += 1;
                found.n_torn += u32::from(matches!(lead, 0xc3 | 0xc4 | 0xc6 | 0xe1));
            }
        }
    }
    found.is_enough().then_some((out, found))
}

/// The letter that `lead` and the bytes shown after it spell in UTF-8, and how many characters stand for these.
fn letter(lead: u8, rest: std::str::Chars<'_>) -> Option<(char, usize)> {
    let n_more = match lead {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    let mut after = rest;
    for byte in &mut bytes[1..=n_more] {
        *byte = byte_shown_as(after.next()?).filter(|b| *b & 0xc0 == 0x80)?;
    }
    let letter = str::from_utf8(&bytes[..=n_more]).ok()?.chars().next()?;
    // `á»…` behind a word is as likely a quotation that breaks off.
    let by_chance = letter == 'ễ' && !after.next().is_some_and(char::is_alphabetic);
    (!by_chance).then_some((letter, n_more))
}

#[cfg(test)]
mod tests {
    use super::super::code_page::windows1252;
    use super::*;

    /// Reads the UTF-8 of a text as windows-1252.
    fn misread(text: &str) -> String {
        text.bytes().map(windows1252).collect()
    }

    const TEXT: &str = "Nông dân Sóc Trăng được mùa lúa: “Giá tốt”, ông Bảy nói – lãi gấp đôi";

    #[test]
    fn brings_back_what_was_misread() {
        let once = misread(TEXT);
        let back = restore(&once).unwrap();
        assert_eq!((back.text.as_str(), back.times, back.n_lost), (TEXT, 1, 0));
        let back = restore(&misread(&once)).unwrap();
        assert_eq!((back.text.as_str(), back.times), (TEXT, 2));
        assert_eq!(restore("chuyá»ƒn Ä‘á»•i sá»‘").unwrap().text, "chuyển đổi số");
        assert_eq!(restore("Donâ€™t call it â€œnewâ€\u{9d}").unwrap().text, "Don’t call it “new”");
    }

    #[test]
    fn counts_what_is_lost() {
        let back = restore("chuyá»ƒn Ä‘á»•i sá»\u{fffd} vá» sá»‘ liá»‡u").unwrap();
        assert_eq!(back.text, "chuyển đổi sá»\u{fffd} vá» số liệu");
        assert_eq!(back.n_lost, 2);
    }

    #[test]
    fn a_stray_piece_says_nothing_of_a_long_text() {
        let right = "Nông dân được mùa lúa, giá tốt, lãi gấp đôi. ".repeat(20);
        assert_eq!(restore(&format!("{right} chuyá»ƒn Ä‘á»•i")), None);
        let half = restore(&format!("{TEXT}\n{}", misread(TEXT))).unwrap();
        assert_eq!(half.text, format!("{TEXT}\n{TEXT}"));
    }

    #[test]
    fn leaves_other_texts_alone() {
        let texts = [
            TEXT,
            "Le café « Chez René » est fermé, à Nîmes aussi",
            "«Ella está»… y «él está»… y «allá»… más",
            "ÅÄÖ är svenska bokstäver, Ærø ligger i Danmark",
            "VIỆT NAM: «TÂ» và «XÃ»",
            "plain English – with “quotes” and 5 €",
            "",
        ];
        for text in texts {
            assert_eq!(restore(text), None, "{text}");
        }
    }
}
