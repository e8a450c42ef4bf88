//! Pieces between white space, counted byte by byte.

/// The number of pieces between white space.
pub fn n_words(text: &str) -> usize {
    words(text).count()
}

/// The pieces between white space, as `str::split_whitespace` gives them; faster, because few characters are decoded.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut next = 0;
    std::iter::from_fn(move || {
        let mut start = next;
        while may_open_blank(bytes, start)
            && let n @ 1.. = blank_len(&bytes[start..])
        {
            start += n;
        }
        next = word_end(bytes, start);
        (next > start).then(|| &text[start..next])
    })
}

/// Where the next white space begins, or the end.
fn word_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(n) = bytes[at..].iter().position(|&byte| MAY_OPEN_BLANK[usize::from(byte)]) {
        at += n;
        // A plain blank, or a letter of Vietnamese: most of them begin with this byte, white space hardly ever.
        let is_letter = bytes[at] == 0xE1 && bytes.get(at + 1) != Some(&0x9A);
        if bytes[at] == b' ' || !is_letter && blank_len(&bytes[at..]) > 0 {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// Whether white space may begin at the byte.
fn may_open_blank(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|&byte| MAY_OPEN_BLANK[usize::from(byte)])
}

/// Whether white space may begin with the byte; none begins inside a character.
const MAY_OPEN_BLANK: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte as u8, b' ' | 9..=13 | 0xC2 | 0xE1..=0xE3);
        byte += 1;
    }
    table
};

/// Whether words stand in a text, whole and in a row; both are compared as they are written. Empty words stand nowhere.
///
/// ```
/// use langkinh::text::holds_words;
/// assert!(holds_words("kho dữ liệu, hạ tầng", "dữ liệu"));
/// assert!(!holds_words("tài dữ liệut", "dữ liệu"));
/// ```
pub fn holds_words(text: &str, words: &str) -> bool {
    let is_border = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let is_whole = |(at, found): (usize, &str)| {
        is_border(text[..at].chars().next_back()) && is_border(text[at + found.len()..].chars().next())
    };
    !words.is_empty() && text.match_indices(words).any(is_whole)
}

/// Length of the white-space character that the bytes begin with; 0 where they begin with none.
fn blank_len(bytes: &[u8]) -> usize {
    match *bytes {
        [b' ' | 9..=13, ..] => 1,
        [0xC2, 0x85 | 0xA0, ..] => 2,
        [0xE1, 0x9A, 0x80, ..] | [0xE2, 0x80, 0x80..=0x8A | 0xA8 | 0xA9 | 0xAF, ..] => 3,
        [0xE2, 0x81, 0x9F, ..] | [0xE3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_every_kind_of_white_space() {
        for c in '\0'..=char::MAX {
            let text = format!("ă{c}b");
            assert!(words(&text).eq(text.split_whitespace()), "{c:?}");
        }
        for text in ["", " ", "  Một\u{a0}hai \n", "ba"] {
            assert!(words(text).eq(text.split_whitespace()), "{text:?}");
        }
        assert_eq!(n_words(" Một\u{3000}hai “ba”\n"), 3);
    }
}
