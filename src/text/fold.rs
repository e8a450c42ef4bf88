//! Keys under which spellings of one word meet. The text that is shown is never folded.

/// Lower case, with the tone mark of open syllables in its older place: `Hoá` and `hóa` give `hóa`.
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// Appends the [`fold`] of `word` to `out`.
pub fn fold_into(word: &str, out: &mut String) {
    let from = out.len();
    for c in word.chars() {
        if c == '\u{a0}' {
            out.push(' ');
        } else {
            out.extend(c.to_lowercase());
        }
    }
    let mut tail = out[from..].chars().rev();
    let (last, before) = (tail.next(), tail.next());
    let (Some(last), Some(before)) = (last, before) else { return };
    let Some((plain, toned)) = moved_tone(before, last) else { return };
    if before == 'u' && out[from..].chars().rev().nth(2) == Some('q') {
        return; // in `quý` the u belongs to the consonant
    }
    out.truncate(out.len() - last.len_utf8() - before.len_utf8());
    out.push(toned);
    out.push(plain);
}

/// For an open syllable that ends in oa, oe or uy with the tone on the last letter: the last letter without it, and the
/// letter before with it.
fn moved_tone(before: char, last: char) -> Option<(char, char)> {
    const A: [char; 5] = ['à', 'á', 'ả', 'ã', 'ạ'];
    const E: [char; 5] = ['è', 'é', 'ẻ', 'ẽ', 'ẹ'];
    const Y: [char; 5] = ['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'];
    const O: [char; 5] = ['ò', 'ó', 'ỏ', 'õ', 'ọ'];
    const U: [char; 5] = ['ù', 'ú', 'ủ', 'ũ', 'ụ'];
    let at = |row: &[char; 5]| row.iter().position(|&c| c == last);
    match before {
        'o' => at(&A).map(|i| ('a', O[i])).or_else(|| at(&E).map(|i| ('e', O[i]))),
        'u' => at(&Y).map(|i| ('y', U[i])),
        _ => None,
    }
}

/// The [`fold`] of `text` without any mark, `đ` as `d`: what a reader types who leaves out the accents.
pub fn search_key(text: &str) -> String {
    const ROWS: [(char, &str); 7] = [
        ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
        ('e', "èéẻẽẹêềếểễệ"),
        ('i', "ìíỉĩị"),
        ('o', "òóỏõọôồốổỗộơờớởỡợ"),
        ('u', "ùúủũụưừứửữự"),
        ('y', "ỳýỷỹỵ"),
        ('d', "đ"),
    ];
    let bare = |c: char| ROWS.iter().find(|(_, row)| row.contains(c)).map_or(c, |&(plain, _)| plain);
    fold(text).chars().map(|c| if c.is_ascii() { c } else { bare(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tone_placement_is_one_key() {
        for (a, b) in [("hoá", "hóa"), ("Thuý", "thúy"), ("KHOẺ", "khỏe"), ("Uỷ", "ủy")] {
            assert_eq!(fold(a), fold(b));
        }
        assert_eq!(fold("quý"), "quý");
        assert_eq!(fold("toàn"), "toàn");
    }

    #[test]
    fn search_needs_no_accents() {
        assert_eq!(search_key("Chuyển đổi số"), "chuyen doi so");
    }
}
