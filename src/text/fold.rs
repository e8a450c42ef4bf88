//! Keys under which spellings of one word meet. The text that is shown is never folded.

use super::lower::{push_lower, small_len};

/// Lower case, with the tone mark of open syllables in its older place: `Hoá` and `hóa` give `hóa`. The Icelandic eth,
/// which converters of older encodings leave behind, is read as `đ`.
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// A phrase folded word by word, with single blanks between the words.
///
/// ```
/// assert_eq!(langkinh::text::fold_words("Uỷ  ban"), "ủy ban");
/// ```
pub fn fold_words(phrase: &str) -> String {
    let mut out = String::with_capacity(phrase.len());
    for word in phrase.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        fold_into(word, &mut out);
    }
    out
}

/// Appends the [`fold`] of `word` to `out`; whether it differs from the word in lower case. Combining marks of Vietnamese
/// are composed: NFD and NFC have one fold.
pub fn fold_into(word: &str, out: &mut String) -> bool {
    let from = out.len();
    let mut differs = false;
    let mut rest = word;
    loop {
        let (small, others) = rest.split_at(small_len(rest));
        out.push_str(small);
        let Some(c) = others.chars().next() else { break };
        rest = &others[c.len_utf8()..];
        match c {
            '\u{a0}' => {
                out.push(' ');
                differs = true;
            }
            'Ð' | 'ð' => {
                out.push('đ');
                differs = true;
            }
            '\u{300}'..='\u{36f}' => match out[from..].chars().next_back().and_then(|base| marked(base, c)) {
                Some(composed) => {
                    out.pop();
                    out.push(composed);
                    differs = true;
                }
                None => out.push(c),
            },
            _ => push_lower(c, out),
        }
    }
    let Some((last, before)) = open_end(&out[from..]) else { return differs };
    let Some((plain, toned)) = moved_tone(before, last) else { return differs };
    if before == 'u' && out[from..].chars().rev().nth(2) == Some('q') {
        return differs; // in `quý` the u belongs to the consonant
    }
    out.truncate(out.len() - last.len_utf8() - before.len_utf8());
    out.push(toned);
    out.push(plain);
    true
}

/// The last letter and the `o` or `u` before it, where the last is not ASCII and so may bear a tone.
fn open_end(word: &str) -> Option<(char, char)> {
    let bytes = word.as_bytes();
    let last = bytes.iter().rposition(|byte| !(0x80..0xC0).contains(byte))?;
    let before = bytes[..last].last().filter(|before| matches!(before, b'o' | b'u') && bytes[last] >= 0xC0)?;
    Some((word[last..].chars().next()?, char::from(*before)))
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

/// Each vowel of Vietnamese plain, then with the tones grave, acute, hook, tilde, dot.
const TONES: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];

/// A small letter without its tone, and the tone: 0 none, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot.
///
/// ```
/// assert_eq!(langkinh::text::tone('ể'), ('ê', 3));
/// assert_eq!(langkinh::text::tone('đ'), ('đ', 0));
/// ```
pub fn tone(c: char) -> (char, u8) {
    if c.is_ascii() {
        return (c, 0);
    }
    let found = TONES.iter().find_map(|row| Some((row[0], row.iter().position(|&toned| toned == c)?)));
    found.map_or((c, 0), |(plain, tone)| (plain, tone as u8))
}

/// The lower-case letter with a combining mark, in whatever order the marks come (`ạ` and a circumflex is `ậ`).
fn marked(base: char, mark: char) -> Option<char> {
    let (row, column) =
        TONES.iter().enumerate().find_map(|(r, row)| Some((r, row.iter().position(|&c| c == base)?)))?;
    if let Some(tone) = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'].iter().position(|&m| m == mark) {
        return (column == 0).then(|| TONES[row][tone + 1]);
    }
    let row = match (TONES[row][0], mark) {
        ('a', '\u{306}') => 1,
        ('a', '\u{302}') => 2,
        ('e', '\u{302}') => 4,
        ('o', '\u{302}') => 7,
        ('o', '\u{31b}') => 8,
        ('u', '\u{31b}') => 10,
        _ => return None,
    };
    Some(TONES[row][column])
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
        assert_eq!(fold("\u{d0}ặng"), "đặng");
    }

    #[test]
    fn composed_or_not_is_one_key() {
        for (composed, apart) in [
            ("hòa", "hoa\u{300}"),
            ("Hoà", "Hoa\u{300}"),
            ("nguyễn", "nguye\u{302}\u{303}n"),
            ("nguyễn", "nguye\u{303}\u{302}n"),
            ("trường", "tru\u{31b}o\u{31b}\u{300}ng"),
            ("đặng", "đa\u{323}\u{306}ng"),
        ] {
            assert_eq!(fold(composed), fold(apart));
        }
        assert_eq!(fold("n\u{303}"), "n\u{303}");
    }

    #[test]
    fn search_needs_no_accents() {
        assert_eq!(search_key("Chuyển đổi số"), "chuyen doi so");
    }
}
