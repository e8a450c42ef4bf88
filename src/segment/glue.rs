//! Which tokens that touch are one thing to a reader: `TP.HCM`, `COVID-19`, `10/10/2024`, `1.500-2.000`, `#ChuyểnĐổiSố`.

use crate::text::{Token, TokenKind, fold};

/// Whether token `i`, which touches the one before it, is of one word with it. `tokens` are those of one line.
pub(super) fn is_glued_word(text: &str, tokens: &[Token], i: usize) -> bool {
    let at = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let (before, this) = (&tokens[i - 1], &tokens[i]);
    match (before.kind, this.kind) {
        (TokenKind::Mark, TokenKind::Mark) => at(i) == at(i - 1) && matches!(at(i), "." | "-" | "*" | "=" | "_"),
        (TokenKind::Number, TokenKind::Mark) if at(i) == "%" => true,
        (_, TokenKind::Mark) => links(text, tokens, i) || (at(i) == "." && is_abbreviation(text, tokens, i - 1)),
        (TokenKind::Mark, _) if matches!(at(i - 1), "#" | "@") => i < 2 || !touches(tokens, i - 1),
        (TokenKind::Mark, _) => i > 1 && touches(tokens, i - 1) && links(text, tokens, i - 1),
        _ => false,
    }
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
    match (before.kind, after.kind) {
        (TokenKind::Number, TokenKind::Number) => matches!(mark, "-" | "–" | "/" | "." | ":"),
        (TokenKind::Word, TokenKind::Number) => mark == "-" || (mark == "." && is_short(left)),
        (TokenKind::Number, TokenKind::Word) => mark == "-",
        (TokenKind::Word, TokenKind::Word) => match mark {
            "-" => !(is_title(left) && is_title(right)),
            "." => is_short(left),
            "'" | "’" => true,
            _ => false,
        },
        _ => false,
    }
}

/// Whether token `i` is an abbreviation to which the stop after it belongs: something has to follow on the line.
fn is_abbreviation(text: &str, tokens: &[Token], i: usize) -> bool {
    let follows = tokens.get(i + 2).is_some_and(|next| next.kind != TokenKind::Mark);
    let after_number = i > 0 && touches(tokens, i) && tokens[i - 1].kind == TokenKind::Number;
    follows && !after_number && is_short(tokens[i].span.of(text))
}

/// Whether a stop after the word may be that of an abbreviation: `TP`, `Th`, `GS`, `q`, a single capital.
fn is_short(word: &str) -> bool {
    const SHORT: [&str; 22] = [
        "bs", "cn", "ds", "f", "gs", "h", "ks", "lm", "ncs", "p", "pgs", "q", "t", "tg", "th", "thpt", "ths", "tp",
        "ts", "tt", "tx", "x",
    ];
    let mut letters = word.chars();
    let one = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    one || (word.len() <= 4 && SHORT.binary_search(&fold(word).as_str()).is_ok())
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
    fn keeps_a_sentence_and_its_stop_apart() {
        check("đã hết|. Ông nói|: “|Tốt|!|”");
        check("Việt Nam|-|Hàn Quốc|, hết|.|Ông");
        check("chờ mãi|... rồi đi|... (|hết|)|.");
        check("hôm nay #ChuyểnĐổiSố|; a # b");
    }
}
