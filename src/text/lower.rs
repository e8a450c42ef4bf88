//! Lower case, with a short way for the letters of Vietnamese.

/// Appends `word` in lower case to `out`.
pub fn lower_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        let from = out.len();
        out.push_str(word);
        out[from..].make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        push_lower(c, out);
    }
}

/// Appends the character in lower case to `out`.
pub(super) fn push_lower(c: char, out: &mut String) {
    match quick(c) {
        Some(lower) => out.push(lower),
        None => out.extend(c.to_lowercase()),
    }
}

/// How many bytes at the head of `word` are small letters of Vietnamese, digits or marks of ASCII, which lower case leaves
/// as they are.
pub(super) fn small_len(word: &str) -> usize {
    let bytes = word.as_bytes();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        let behind = |n: usize| bytes.get(at + n).copied().unwrap_or_default();
        at += match first {
            b'A'..=b'Z' => return at,
            ..0x80 => 1,
            // ß to ÿ without the Icelandic eth.
            0xC3 if matches!(behind(1), 0x9F..=0xAF | 0xB1..) => 2,
            // ạ to ỹ: the small letters are the odd ones.
            0xE1 if matches!((behind(1), behind(2)), (0xBA, 0xA0..) | (0xBB, _)) && behind(2) & 1 == 1 => 3,
            0xC4 if matches!(behind(1), 0x83 | 0x91 | 0xA9) => 2, // ă đ ĩ
            0xC6 if matches!(behind(1), 0xA1 | 0xB0) => 2,        // ơ ư
            0xC5 if behind(1) == 0xA9 => 2,                       // ũ
            _ => return at,
        };
    }
    at
}

/// Lower case of a letter of Vietnamese or a usual mark, without a look at the tables of Unicode.
fn quick(c: char) -> Option<char> {
    let plus = |n: u32| char::from_u32(u32::from(c) + n);
    match c {
        '\0'..='\x7f' => Some(c.to_ascii_lowercase()),
        'À'..='Ö' | 'Ø'..='Þ' => plus(32),
        'ß'..='ÿ' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' | '\u{300}'..='\u{36f}' | '\u{2010}'..='\u{203a}' => {
            Some(c)
        }
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => plus(1),
        '\u{1ea0}'..='\u{1eff}' => char::from_u32(u32::from(c) | 1),
        _ => None,
    }
}

/// Whether the character is a letter.
pub fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ' | '\u{1ea0}'..='\u{1eff}')
        || !c.is_ascii() && c.is_alphabetic()
}

/// Whether the character is a capital.
pub fn is_capital(c: char) -> bool {
    match c {
        '\u{1ea0}'..='\u{1eff}' => u32::from(c) & 1 == 0,
        _ => c.is_uppercase(),
    }
}

/// Whether some character of the text is a letter.
pub fn has_letter(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_alphabetic()) || text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_agrees_with_unicode() {
        for c in '\0'..=char::MAX {
            if let Some(lower) = quick(c) {
                assert!(c.to_lowercase().eq([lower]), "{c:?}");
            }
        }
        for c in '\0'..=char::MAX {
            assert_eq!((is_letter(c), is_capital(c)), (c.is_alphabetic(), c.is_uppercase()), "{c:?}");
        }
        let mut out = String::from("A ");
        lower_into("ĐẦU TƯ İ Σ", &mut out);
        assert_eq!(out, "A đầu tư i\u{307} σ");
    }

    #[test]
    fn what_stays_is_small() {
        for c in '\0'..=char::MAX {
            let mut bytes = [0; 4];
            let word = c.encode_utf8(&mut bytes);
            let len = small_len(word);
            assert!(len == 0 || len == word.len() && c.to_lowercase().eq([c]) && c != 'ð', "{c:?}");
        }
        assert_eq!(small_len("nghiêng ngả, đường ướt"), "nghiêng ngả, đường ướt".len());
        assert_eq!((small_len("nướC"), small_len("a\u{300}")), ("nướ".len(), 1));
    }

    #[test]
    fn letters_are_of_any_script() {
        for (text, expected) in [("1,5", false), ("5G", true), ("đ", true), ("12đ", true), ("…", false), ("", false)]
        {
            assert_eq!(has_letter(text), expected, "{text}");
        }
    }
}
