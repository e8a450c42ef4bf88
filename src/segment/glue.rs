//! Which tokens that touch are one thing to a reader: `TP.HCM`, `COVID-19`, `10/10/2024`, `1.500-2.000`, `#ChuyểnĐổiSố`.

use crate::lexicon::is_syllable;
use crate::text::{Token, TokenKind, fold};

/// Whether token `i`, which touches the one before it, is of one word with it. `tokens` are those of one line.
pub(super) fn is_glued_word(text: &str, tokens: &[Token], i: usize) -> bool {
    let at = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let (before, this) = (&tokens[i - 1], &tokens[i]);
    match (before.kind, this.kind) {
        (TokenKind::Mark, TokenKind::Mark) if at(i) == "+" && at(i - 1) == "+" => {
            i > 1 && touches(tokens, i - 1) && is_language(at(i - 2), "+", tokens, text, i - 1)
        }
        (TokenKind::Mark, TokenKind::Mark) => at(i) == at(i - 1) && matches!(at(i), "." | "-" | "*" | "=" | "_"),
        (TokenKind::Number, TokenKind::Mark) if matches!(at(i), "%" | "‰" | "°" | "º") || is_currency(at(i)) => {
            true
        }
        (TokenKind::Word, TokenKind::Mark) if matches!(at(i), "#" | "+") => {
            is_language(at(i - 1), at(i), tokens, text, i)
        }
        (TokenKind::Word, TokenKind::Mark) if at(i) == "$" => {
            let amount = tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number && touches(tokens, i + 1));
            amount && matches!(at(i - 1), "A" | "C" | "HK" | "NT" | "S" | "US")
        }
        (_, TokenKind::Mark) => links(text, tokens, i) || (at(i) == "." && is_abbreviation(text, tokens, i - 1)),
        (TokenKind::Mark, _) if matches!(at(i - 1), "#" | "@") => i < 2 || !touches(tokens, i - 1),
        (TokenKind::Mark, TokenKind::Word) if matches!(at(i - 1), "°" | "º") => {
            matches!(at(i), "C" | "F") && i > 1 && touches(tokens, i - 1) && tokens[i - 2].kind == TokenKind::Number
        }
        (TokenKind::Mark, TokenKind::Number) if is_currency(at(i - 1)) => true,
        (TokenKind::Mark, _) => i > 1 && touches(tokens, i - 1) && links(text, tokens, i - 1),
        _ => false,
    }
}

/// Whether token `i` goes on a figure whose marks stand between blanks, as some tools write it: `25 . 000`.
pub(super) fn is_spaced_figure(text: &str, tokens: &[Token], i: usize) -> bool {
    use TokenKind::{Mark, Number};
    if !matches!((tokens[i - 1].kind, tokens[i].kind), (Number, Mark) | (Mark, Number)) {
        return false;
    }
    let figure = |dot: usize| {
        let Some([before, mark, after]) = dot.checked_sub(1).and_then(|from| tokens.get(from..from + 3)) else {
            return false;
        };
        let of = |token: &Token| token.span.of(text);
        let blank = |a: &Token, b: &Token| text[a.span.end()..b.span.start()] == *" ";
        let is_head = |head: &str| head.len() <= 3 && !head.starts_with('0');
        before.kind == TokenKind::Number
            && of(mark) == "."
            && after.kind == TokenKind::Number
            && is_head(of(before))
            && of(after).len() == 3
            && blank(before, mark)
            && blank(mark, after)
    };
    figure(i) || figure(i - 1)
}

fn is_currency(mark: &str) -> bool {
    matches!(mark, "$" | "£" | "¥" | "₫" | "€")
}

/// Whether the mark `i` belongs to the name of a programming language or note: `C++`, `C#`.
fn is_language(before: &str, mark: &str, tokens: &[Token], text: &str, i: usize) -> bool {
    let ends = |i: usize| tokens.get(i).is_none_or(|t| t.kind == TokenKind::Mark || !touches(tokens, i));
    let again = tokens.get(i + 1).is_some_and(|t| touches(tokens, i + 1) && t.span.of(text) == "+");
    matches!(before, "C" | "F") && if mark == "#" { ends(i + 1) } else { again && ends(i + 2) }
}

fn touches(tokens: &[Token], i: usize) -> bool {
    tokens[i - 1].span.end() == tokens[i].span.start()
}

/// Whether the mark `i` links what touches it on both sides to one thing.
fn links(text: &str, tokens: &[Token], i: usize) -> bool {
    let Some(after) = tokens.get(i + 1) else { return false };
    if !touches(tokens, i) || !touches(tokens, i + 1) {
        return false;
    }
    let before = &tokens[i - 1];
    let (left, right) = (before.span.of(text), after.span.of(text));
    let mark = tokens[i].span.of(text);
    if mark == "_" && before.kind != TokenKind::Mark && after.kind != TokenKind::Mark {
        return true;
    }
    match (before.kind, after.kind) {
        (TokenKind::Number, TokenKind::Number) => matches!(mark, "-" | "–" | "/" | "." | ":"),
        (TokenKind::Word, TokenKind::Number) => match mark {
            "-" => true,
            // `PM2.5`
            "." => is_short(left) || left.is_ascii() && left.ends_with(|c: char| c.is_ascii_digit()),
            // `III/2024`
            "/" => left.chars().all(|c| matches!(c, 'I' | 'V' | 'X')),
            _ => false,
        },
        // `17/NQ`, `52-NQ`
        (TokenKind::Number, TokenKind::Word) => mark == "-" || mark == "/" && is_code(right),
        (TokenKind::Word, TokenKind::Word) => match mark {
            // `Jean-Paul`, but `Hà Nội-Huế`
            "-" => !(is_title(left) && is_title(right)) || !is_syllable(left) && !is_syllable(right),
            "." => is_short(left),
            "/" => is_ratio(left, right) || is_code(left) && is_code(right),
            "'" | "’" => true,
            _ => false,
        },
        _ => false,
    }
}

/// Whether token `i` is an abbreviation to which the stop after it belongs: something has to follow on the line.
fn is_abbreviation(text: &str, tokens: &[Token], i: usize) -> bool {
    let chained = i > 1 && touches(tokens, i) && links(text, tokens, i - 1);
    let follows =
        tokens.get(i + 2).is_some_and(|next| next.kind != TokenKind::Mark || chained || next.span.of(text) == "(");
    let after_number = i > 0 && touches(tokens, i) && tokens[i - 1].kind == TokenKind::Number;
    follows && !after_number && is_short(tokens[i].span.of(text))
}

/// Whether a stop after the word may be that of an abbreviation: `TP`, `Th`, `GS`, `q`, a single capital.
fn is_short(word: &str) -> bool {
    const SHORT: [&str; 24] = [
        "bs", "cn", "ds", "f", "gs", "h", "ks", "lm", "ncs", "p", "pgs", "ph", "q", "t", "tg", "th", "thpt", "ths",
        "tp", "ts", "tt", "tx", "v", "x",
    ];
    let mut letters = word.chars();
    let one = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    one || (word.len() <= 4 && SHORT.binary_search(&fold(word).as_str()).is_ok())
}

/// Whether it is a code of a few capitals, perhaps with digits: `NQ`, `TW`, `H1N1`, `3G`.
fn is_code(word: &str) -> bool {
    let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == 'Đ';
    word.chars().count() <= 4 && word.chars().all(plain)
}

/// Whether the two are units of a ratio: `km/h`, `mg/l`, `m3/s`.
fn is_ratio(left: &str, right: &str) -> bool {
    const UNITS: [&str; 32] = [
        "bit", "g", "gb", "gbps", "h", "ha", "hz", "kb", "kg", "km", "kwh", "l", "m", "m2", "m3", "mb", "mg", "min",
        "mj", "ml", "mm", "mol", "m²", "m³", "ng", "s", "t", "tb", "vnd", "w", "µg", "μg",
    ];
    // The amount may stand on the unit: `120km/h`.
    let unit = |word: &str| {
        let word = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        word.len() <= 4 && UNITS.binary_search(&word.to_lowercase().as_str()).is_ok()
    };
    unit(left) && unit(right)
}

/// Whether it is written as a name is: one capital, at its head.
fn is_title(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    /// The text with a bar wherever two tokens that touch are two words.
    fn check(expected: &str) {
        let text = expected.replace('|', "");
        let tokens = tokens(&text);
        let mut got = String::new();
        let mut end = 0;
        for (i, token) in tokens.iter().enumerate() {
            got.push_str(&text[end..token.span.start()]);
            if i > 0 && end == token.span.start() && !is_glued_word(&text, &tokens, i) {
                got.push('|');
            }
            got.push_str(token.span.of(&text));
            end = token.span.end();
        }
        assert_eq!(got, expected);
    }

    #[test]
    fn keeps_figures_and_dates_together() {
        check("ngày 10/10/2024|, từ 7-9 đến 15:30|; tăng 7,5%|.");
        check("từ 1.500-2.000 đồng|/|kg");
        check("xếp 71/193|, số 43H-016 (|giá 20|)");
    }

    #[test]
    fn keeps_abbreviations_and_names_together() {
        check("ở TP.HCM|, TP. Huế và Q.1 có GS.TS. Nam|.");
        check("ông H. bị bắt cùng bà Lê Thị K|.");
        check("dịch COVID-19 ở đội U-23|, món cà-rem|, đảng bộ GD-ĐT|, ông O'Neill|.");
    }

    #[test]
    fn keeps_measures_and_money_together() {
        check("nóng 37,5°C|, chạy 120 km/h|, 80km/h|, 5 mg/l|; giá 20 đồng|/|kg|, một và|/|hoặc hai");
        check("giá $100|, 100$|, 50.000₫|, US$5|, €3 (|$|)|, cột A|$");
        check("nghị quyết 52-NQ/TW|, 17/2023/NĐ|, quý III/2024|, năm học|/|2024");
        check("cúm A/H1N1|, mạng 3G/4G|, bụi PM2.5|, trực 24/7|, UBND tỉnh|/|thành phố");
    }

    #[test]
    fn keeps_foreign_names_and_tags_together() {
        check("ông Jean-Paul|, bà Anne-Marie|; tuyến Nội|-|Huế|, Anh|-|Mỹ");
        check("thẻ #Chuyển_đổi_số|, @user_1 _ một_hai|_");
        check("tiếng C++|, C#|, C|+|D và C|#|4 v.v... ở U.K.|, Ph.D. Nam");
        check("ông H. (|xin giấu tên|) và hết mục K|.");
    }

    #[test]
    fn keeps_figures_with_blanks_around_their_marks_together() {
        let of = |text: &str| {
            let tokens = tokens(text);
            (1..tokens.len()).map(|i| is_spaced_figure(text, &tokens, i)).collect::<Vec<_>>()
        };
        assert_eq!(of("25 . 000 đ"), [true, true, false]);
        assert_eq!(of("025 . 000"), [false, false]);
        assert_eq!(of("năm 2024 . 100"), [false, false, false]);
        assert_eq!(of("25 . 00"), [false, false]);
        assert_eq!(of("25. 000"), [false, false]);
    }

    #[test]
    fn keeps_a_sentence_and_its_stop_apart() {
        check("đã hết|. Ông nói|: “|Tốt|!|”");
        check("Việt Nam|-|Hàn Quốc|, hết|.|Ông");
        check("chờ mãi|... rồi đi|... (|hết|)|.");
        check("hôm nay #ChuyểnĐổiSố|; a # b");
    }
}
