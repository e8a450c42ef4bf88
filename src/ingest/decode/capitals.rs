//! Capitals of TCVN3. Its toned capitals have no codes: a font whose name ends in H shows small letters as capitals, so
//! that `CỘNG HÒA` is typed `CéNG HßA` and comes out as `CộNG HòA`.

/// Brings the words that were set in such a font to capitals: those with capitals, a small letter beyond ASCII and no
/// small letter of ASCII (`HòA`), and the short ones beside them (`Hà NộI`, `Ở VIệT NAM`).
pub(super) fn raise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        raise_line(line, &mut out);
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Set in capitals beyond doubt.
    Capital,
    /// All of it may be capitals or not: `ở`, `Hà`, `Ông` without small ASCII letters.
    Open,
    /// In plain ASCII capitals: says nothing by itself, passes on what its neighbours say.
    Plain,
    /// In small letters.
    Small,
}

fn raise_line(line: &str, out: &mut String) {
    let mut words: Vec<(&str, Word)> = line.split_inclusive(' ').map(|word| (word, class(word))).collect();
    spread(words.iter_mut().map(|(_, class)| class));
    spread(words.iter_mut().rev().map(|(_, class)| class));
    for (word, class) in words {
        if class == Word::Capital {
            out.extend(word.chars().flat_map(char::to_uppercase));
        } else {
            out.push_str(word);
        }
    }
}

/// Takes the capitals on to open words that follow.
fn spread<'a>(words: impl Iterator<Item = &'a mut Word>) {
    let mut capitals = false;
    for class in words {
        match class {
            Word::Capital => capitals = true,
            Word::Open if capitals => *class = Word::Capital,
            Word::Plain => {}
            Word::Open | Word::Small => capitals = false,
        }
    }
}

fn class(word: &str) -> Word {
    let count = |of: fn(char) -> bool| word.chars().filter(|&c| of(c)).count();
    if count(|c| c.is_ascii_lowercase()) > 0 {
        return Word::Small;
    }
    let small = count(|c| !c.is_ascii() && c.is_lowercase());
    match (small, count(char::is_uppercase)) {
        (0, _) => Word::Plain,
        (_, 0 | 1) => Word::Open,
        _ => Word::Capital,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raises_words_set_in_capitals() {
        for (typed, meant) in [
            ("CộNG HòA Xã HộI CHủ NGHĩA VIệT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("Bộ TàI CHíNH", "BỘ TÀI CHÍNH"),
            ("GIá LúA ở Hà NộI\nGiá lúa ở Hà Nội", "GIÁ LÚA Ở HÀ NỘI\nGiá lúa ở Hà Nội"),
        ] {
            assert_eq!(raise(typed), meant);
        }
    }

    #[test]
    fn leaves_other_words() {
        for text in ["Ủy ban nhân dân TP ở Hà Nam", "Sở GD&ĐT và Bộ Y tế", "Tổ 5", "NAM BỘ", "Bà Ba ở Mỹ"]
        {
            assert_eq!(raise(text), text);
        }
    }
}
