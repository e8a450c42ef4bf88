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
    fn letters_are_of_any_script() {
        for (text, expected) in [("1,5", false), ("5G", true), ("đ", true), ("12đ", true), ("…", false), ("", false)]
        {
            assert_eq!(has_letter(text), expected, "{text}");
        }
    }
}
