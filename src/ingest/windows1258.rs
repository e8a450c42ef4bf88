//! Windows-1258, the Vietnamese code page: base letters, with the tone marks as characters of their own after them.

/// The text, if the bytes read as Vietnamese in this code page: letters that only Vietnamese has, and every tone mark after
/// a vowel.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let mut out = String::with_capacity(bytes.len() + bytes.len() / 2);
    let (mut n_high, mut n_vietnamese, mut n_foreign) = (0usize, 0usize, 0usize);
    for &byte in bytes {
        let c = character(byte)?;
        let tone = matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        if tone && !out.ends_with(is_vowel) {
            return None;
        }
        n_high += usize::from(byte > 0x7f);
        n_vietnamese += usize::from(tone || matches!(c, 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ă' | 'Ă'));
        n_foreign +=
            usize::from(matches!(byte, 0xa1..=0xbf | 0xd7 | 0xf7 | 0xdf | 0xd8 | 0xf8 | 0xc4..=0xc7 | 0xe4..=0xe7));
        out.push(c);
    }
    (n_vietnamese > 1 && n_vietnamese * 4 > n_high && n_foreign * 20 < n_high + 20).then_some(out)
}

fn is_vowel(c: char) -> bool {
    "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".contains(c)
}

/// The character of a byte; `None` for the bytes that have none.
fn character(byte: u8) -> Option<char> {
    const LOW: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', '\0', '‹', 'Œ', '\0', '\0', '\0', '\0', '‘', '’', '“', '”',
        '•', '–', '—', '˜', '™', '\0', '›', 'œ', '\0', '\0', 'Ÿ',
    ];
    let c = match byte {
        0x80..=0x9f => LOW[usize::from(byte - 0x80)],
        0xc3 => 'Ă',
        0xcc => '\u{300}',
        0xd0 => 'Đ',
        0xd2 => '\u{309}',
        0xd5 => 'Ơ',
        0xdd => 'Ư',
        0xde => '\u{303}',
        0xe3 => 'ă',
        0xec => '\u{301}',
        0xf0 => 'đ',
        0xf2 => '\u{323}',
        0xf5 => 'ơ',
        0xfd => 'ư',
        0xfe => '₫',
        _ => char::from(byte),
    };
    (byte == 0 || c != '\0').then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn reads_vietnamese() {
        let bytes = b"Chuy\xea\xd2n \xf0\xf4\xd2i s\xf4\xec \xfe Nh\xe2n d\xe2n t\xf0\xec".as_slice();
        assert_eq!(decode(bytes), None); // A tone mark after a consonant.
        let bytes = b"Chuy\xea\xd2n \xf0\xf4\xd2i s\xf4\xec \x96 \x93T\xfd\xec do\x94".as_slice();
        let text: String = decode(bytes).unwrap().nfc().collect();
        assert_eq!(text, "Chuyển đổi số – “Tứ do”");
    }

    #[test]
    fn leaves_other_code_pages() {
        assert_eq!(decode("Café à la crème, très bon".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice()), None);
        assert_eq!(decode(b"\xb5\xb8\xb9\xfe Chuy\xd3n"), None);
    }
}
