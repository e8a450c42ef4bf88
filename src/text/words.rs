//! Pieces between white space, counted byte by byte.

/// The number of pieces between white space.
pub fn n_words(text: &str) -> usize {
    words(text).count()
}

/// The pieces between white space, as `str::split_whitespace` gives them; faster, because few characters are decoded.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(n) = blank_at(text, at) {
            at += n;
        }
        let start = at;
        let bytes = text.as_bytes();
        while at < bytes.len() && blank_at(text, at).is_none() {
            at += 1;
            while at < bytes.len() && !text.is_char_boundary(at) {
                at += 1;
            }
        }
        (at > start).then(|| &text[start..at])
    })
}

/// Length of the white-space character at the byte; `None` if another one begins there, or none.
fn blank_at(text: &str, at: usize) -> Option<usize> {
    match *text.as_bytes().get(at)? {
        b' ' | 9..=13 => Some(1),
        // All white space beyond ASCII begins with one of these bytes.
        0xC2 | 0xE1..=0xE3 => text[at..].chars().next().filter(|c| c.is_whitespace()).map(char::len_utf8),
        _ => None,
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
