//! Tokens: syllables, numbers and marks, with exact offsets. Tokens and the gaps between them rebuild the text.

use super::address::address_len;
use crate::base::Span;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with digits after them or an ampersand inside: `số`, `5G`, `TT&TT`. In Vietnamese one syllable.
    Word,
    /// Digits, with dots or commas between digits: `67.300`, `1,5`, `06`.
    Number,
    /// A web or mail address.
    Address,
    /// One mark that is neither letter, digit nor white space; a picture of several characters (a family, a flag) is one.
    Mark,
}

/// One token of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// The tokens of `text`, in order. White space is in no token.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    tokens_into(text, &mut out);
    out
}

/// Appends the tokens of `text`.
pub fn tokens_into(text: &str, out: &mut Vec<Token>) {
    let mut at = 0;
    while let Some((class, len)) = class_at(text, at) {
        let (end, kind) = match class {
            Class::Space => {
                at += len;
                continue;
            }
            Class::Mark => (picture_end(text, at, at + len), TokenKind::Mark),
            Class::Letter | Class::Digit => word_or_number(text, at),
        };
        let (end, kind) = match kind {
            TokenKind::Mark => (end, kind),
            _ => address_len(text, at, end).map_or((end, kind), |len| (at + len, TokenKind::Address)),
        };
        out.push(Token { span: Span::new(at, end), kind });
        at = end;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Digit,
    Mark,
}

const ASCII: [Class; 128] = {
    let mut table = [Class::Mark; 128];
    let mut b = 0;
    while b < 128 {
        let c = b as u8;
        if c.is_ascii_alphabetic() {
            table[b] = Class::Letter;
        } else if c.is_ascii_digit() {
            table[b] = Class::Digit;
        } else if c == b' ' || (c >= 9 && c <= 13) {
            table[b] = Class::Space;
        }
        b += 1;
    }
    table
};

/// Class and length in bytes of the character at `at`; `None` at the end. The letters of Vietnamese take the short way.
#[inline]
fn class_at(text: &str, at: usize) -> Option<(Class, usize)> {
    let bytes = text.as_bytes();
    let first = *bytes.get(at)?;
    if first < 0x80 {
        return Some((ASCII[first as usize], 1));
    }
    match (first, bytes.get(at + 1)) {
        // All but the signs of multiplication and division.
        (0xC3, Some(second)) if second & 0x9F != 0x97 => Some((Class::Letter, 2)),
        (0xC4..=0xC9, _) => Some((Class::Letter, 2)),
        (0xE1, Some(0xB8..=0xBB)) => Some((Class::Letter, 3)),
        _ => other_class_at(text, at),
    }
}

/// Where the letters of Vietnamese end that begin at the byte.
fn letters_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += match bytes[at..] {
            [b'a'..=b'z' | b'A'..=b'Z', ..] => 1,
            [0xC3, second, ..] if second & 0x9F != 0x97 => 2,
            [0xC4..=0xC9, _, ..] => 2,
            [0xE1, 0xB8..=0xBB, _, ..] => 3,
            _ => return at,
        };
    }
}

fn other_class_at(text: &str, at: usize) -> Option<(Class, usize)> {
    // Dashes, quotation marks, dots.
    if let [0xE2, 0x80, 0x90..=0xA7, ..] = text.as_bytes()[at..] {
        return Some((Class::Mark, 3));
    }
    let c = text[at..].chars().next()?;
    let class = if c.is_whitespace() {
        Class::Space
    } else if is_letter(c) {
        Class::Letter
    } else {
        Class::Mark
    };
    Some((class, c.len_utf8()))
}

/// Whether the character can stand inside a word: a letter, or a mark that combines with one.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(u32::from(c), 0x300..0x370) || (c.is_numeric() && !c.is_ascii_digit())
}

/// End and kind of the word or number that begins at `at`.
fn word_or_number(text: &str, at: usize) -> (usize, TokenKind) {
    let class = |at| class_at(text, at).map(|(class, _)| class);
    let mut end = at;
    let mut kind = TokenKind::Number;
    loop {
        let letters = letters_end(text.as_bytes(), end);
        if letters > end {
            (end, kind) = (letters, TokenKind::Word);
        }
        let Some((found, len)) = class_at(text, end) else { break };
        match found {
            // `VND120 billion`: an amount after the code of its currency.
            Class::Digit if kind == TokenKind::Word && is_currency(&text[at..end]) => break,
            Class::Digit => {}
            Class::Letter => kind = TokenKind::Word,
            Class::Space => break,
            Class::Mark => match text.as_bytes()[end] {
                b'.' | b',' if kind == TokenKind::Number && class(end + 1) == Some(Class::Digit) => {}
                b'&' if kind == TokenKind::Word && class(end + 1) == Some(Class::Letter) => {}
                _ => break,
            },
        }
        end += len;
    }
    (end, kind)
}

/// End of the mark that ends at `end` with what belongs to the same picture: the second half of a flag, colour of skin,
/// the selector of a variant, pictures tied on by a joiner, the tags of a flag.
fn picture_end(text: &str, start: usize, mut end: usize) -> usize {
    const JOINER: char = '\u{200d}';
    // Pictures and what completes them begin with these bytes in UTF-8; most marks are followed by others.
    let goes_on = |end: usize| matches!(text.as_bytes().get(end), Some(0xE2 | 0xEF | 0xF0 | 0xF3));
    if text.as_bytes()[start] < 0x80 || !goes_on(end) {
        return end;
    }
    let next = |end: usize| text[end..].chars().next();
    let is_half_flag = |c: char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
    if text[start..].starts_with(is_half_flag) && next(end).is_some_and(is_half_flag) {
        return end + 4;
    }
    while let Some(c) = next(end).filter(|_| goes_on(end)) {
        match c {
            '\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' => end += c.len_utf8(),
            JOINER => {
                let behind = end + c.len_utf8();
                let tied = class_at(text, behind).filter(|&(class, len)| class == Class::Mark && len > 2);
                let Some((_, len)) = tied else { break };
                end = behind + len;
            }
            _ => break,
        }
    }
    end
}

fn is_currency(code: &str) -> bool {
    matches!(code, "VND" | "VNĐ" | "USD" | "EUR")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    pub(in crate::text) fn check(text: &str, expected: &str) {
        let got: Vec<&str> = tokens(text).iter().map(|t| t.span.of(text)).collect();
        assert_eq!(got.join("|"), expected, "{text}");
    }

    #[test]
    fn splits_running_text() {
        check("Bộ TT&TT có 67.300 tổ, tăng 1,5%.", "Bộ|TT&TT|có|67.300|tổ|,|tăng|1,5|%|.");
        check("xếp hạng 71/193 (10/10/2024)", "xếp|hạng|71|/|193|(|10|/|10|/|2024|)");
        check("VND120 billion, VNĐ43.7", "VND|120|billion|,|VNĐ|43.7");
        check("mạng 5G, COVID-19", "mạng|5G|,|COVID|-|19");
        check("Văn A&B & C, quý III/2024…", "Văn|A&B|&|C|,|quý|III|/|2024|…");
        check("3,4,x 1.000.000đ 2.a", "3,4|,|x|1.000.000đ|2|.|a");
        check("no-break\u{a0}space\u{2003}and\u{3000}wide", "no|-|break|space|and|wide");
        check("NFD: hoa\u{300} bi\u{300}nh, Latin: Łódź, Ω", "NFD|:|hoa\u{300}|bi\u{300}nh|,|Latin|:|Łódź|,|Ω");
        check("", "");
    }

    #[test]
    fn a_picture_is_one_mark() {
        check("nhà 👨\u{200d}👩\u{200d}👧\u{200d}👦 vui", "nhà|👨\u{200d}👩\u{200d}👧\u{200d}👦|vui");
        check("🇻🇳🇱🇦, 👍🏽! ❤️x", "🇻🇳|🇱🇦|,|👍🏽|!|❤️|x");
        check("😀😀 “👍”", "😀|😀|“|👍|”");
        // A joiner that ties nothing, and half a flag.
        check("👍\u{200d} 🇻 a\u{200d}b", "👍|\u{200d}|🇻|a|\u{200d}|b");
    }

    #[test]
    fn keeps_figures_with_their_letters() {
        check("37,5°C; 1,5km, 3G/4G; 24/7", "37,5|°|C|;|1,5km|,|3G|/|4G|;|24|/|7");
        check("A/H1N1 U23 iPhone15 PM2.5", "A|/|H1N1|U23|iPhone15|PM2|.|5");
        check("$100, 50.000₫, US$5", "$|100|,|50.000|₫|,|US|$|5");
        check("P.Bến Nghé, Q.1, GS.TS.", "P|.|Bến|Nghé|,|Q|.|1|,|GS|.|TS|.");
    }

    #[test]
    fn the_short_way_agrees_with_the_long_one() {
        for c in ('\u{80}'..='\u{27f}').chain('\u{1e00}'..='\u{20ff}') {
            let class = class_at(c.encode_utf8(&mut [0; 4]), 0).unwrap().0;
            assert_eq!(class == Class::Letter, is_letter(c), "{c:?}");
            assert_eq!(class == Class::Space, c.is_whitespace(), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn tokens_and_gaps_rebuild_the_text(text in "([a-zàếọĐ0-9.,:@/& \n-]|https://|\\PC){0,60}") {
            let mut rebuilt = String::new();
            let mut at = 0;
            for token in tokens(&text) {
                let gap = &text[at..token.span.start()];
                prop_assert!(gap.chars().all(char::is_whitespace), "gap {gap:?}");
                prop_assert!(!token.span.is_empty());
                prop_assert!(!token.span.of(&text).contains(char::is_whitespace));
                rebuilt.push_str(gap);
                rebuilt.push_str(token.span.of(&text));
                at = token.span.end();
            }
            rebuilt.push_str(&text[at..]);
            prop_assert_eq!(rebuilt.clone(), text.clone());
            prop_assert!(text[at..].chars().all(char::is_whitespace));
        }
    }
}
