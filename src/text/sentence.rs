//! Sentences of one stretch of text (a segment).

use crate::base::Span;

/// The sentences of the stretch, trimmed, in order.
///
/// A sentence ends at `. ! ? …` (and closing marks after it) before white space and a capital letter, digit or opening
/// mark, or at the end of the stretch. One capital letter before the stop does not end it (`V.Sỹ`, `A. Nguyễn`).
pub fn sentences(text: &str, stretch: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = stretch.start();
    let mut push = |from: usize, to: usize| {
        let span = Span::new(from, to).trimmed(text);
        if !span.is_empty() {
            out.push(span);
        }
    };
    let inside = stretch.of(text);
    let mut chars = inside.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let mut end = i + c.len_utf8();
        while let Some(&(j, c)) = chars.peek() {
            if !matches!(c, '.' | '!' | '?' | '…' | '”' | '"' | '’' | ')' | ']' | '»') {
                break;
            }
            end = j + c.len_utf8();
            chars.next();
        }
        let rest = &inside[end..];
        let next = rest.trim_start().chars().next();
        let spaced = rest.chars().next().is_none_or(char::is_whitespace);
        let opens = next.is_none_or(|n| {
            n.is_uppercase() || n.is_ascii_digit() || matches!(n, '“' | '"' | '(' | '[' | '«' | '-' | '–' | '‘')
        });
        if spaced && opens && !(c == '.' && (is_initial(&inside[..i]) || is_title(&inside[..i]))) {
            push(start, stretch.start() + end);
            start = stretch.start() + end;
        }
    }
    push(start, stretch.end());
    out
}

/// Whether the text before a stop ends in a shortened title or unit, which always stands before a name: `TP. Huế`,
/// `PGS. TS. Lê`.
fn is_title(before: &str) -> bool {
    const TITLES: [&str; 11] = ["TP", "Tp", "GS", "PGS", "TS", "ThS", "BS", "KS", "Mr", "Mrs", "Dr"];
    // Long enough for the longest of them and the character before it.
    let tail = &before[before.ceil_char_boundary(before.len().saturating_sub(8))..];
    let word = tail.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or(tail);
    TITLES.contains(&word)
}

/// Whether the text before a stop ends in one capital letter that stands alone.
fn is_initial(before: &str) -> bool {
    let mut back = before.chars().rev();
    back.next().is_some_and(char::is_uppercase) && !back.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let got: Vec<&str> = sentences(text, Span::new(0, text.len())).iter().map(|s| s.of(text)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn ends_at_stops_before_capitals() {
        check("Tăng 1.5 lần. Ông nói: “Tốt.” Còn 3.000 tổ…", &["Tăng 1.5 lần.", "Ông nói: “Tốt.”", "Còn 3.000 tổ…"]);
        check("Bà sống ở TP. Huế. Gặp PGS. TS. Lê An.", &["Bà sống ở TP. Huế.", "Gặp PGS. TS. Lê An."]);
        check("Ảnh của V. Sỹ chụp. vệ tinh.., và", &["Ảnh của V. Sỹ chụp. vệ tinh.., và"]);
    }
}
