//! Pairs of quotation marks: curly, straight, guillemets, nested and unbalanced.

use std::ops::Range;

use crate::base::{Arrange, Span};
use crate::ingest::SegmentRole;

use super::super::Reading;

/// What stands between two quotation marks.
#[derive(Clone, Debug)]
pub(crate) struct Marked {
    /// The words, without the marks.
    pub(crate) span: Span,
    /// The tokens between the marks.
    pub(crate) tokens: Range<usize>,
    /// The two marks as they stand in the text; the second is missing where nothing closes the first.
    pub(crate) marks: (char, Option<char>),
    /// Index of the span that holds this one.
    pub(crate) nested_in: Option<usize>,
    /// What part of the article it stands in; `None` outside the body.
    pub(crate) role: Option<SegmentRole>,
    /// The tokens of its segment.
    pub(crate) stretch: Range<usize>,
}

/// A mark that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    token: usize,
    mark: char,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
    Neither,
}

/// All spans in quotation marks, in text order; a span that holds others comes before them.
pub(crate) fn marked(reading: &Reading) -> Vec<Marked> {
    let mut found = Vec::new();
    for (stretch, role) in stretches(reading) {
        pair(reading, &stretch, &mut |open, close| {
            let inner = open.token + 1..close.unwrap_or(stretch.end);
            let end = match close {
                Some(_) => inner.end,
                None => end_of_open_quote(reading, open.token, &stretch),
            };
            let marks = (open.mark, close.and_then(|i| mark(reading, i)));
            let span =
                Span::new(reading.tokens[open.token].span.end(), end_byte(reading, end, close)).trimmed(reading.text);
            if !span.is_empty() {
                found.push(Marked {
                    span,
                    tokens: open.token + 1..end,
                    marks,
                    nested_in: None,
                    role,
                    stretch: stretch.clone(),
                });
            }
        });
    }
    found.arrange_by_key(|m| (m.span.start(), std::cmp::Reverse(m.span.end())));
    nest(&mut found);
    found
}

fn end_byte(reading: &Reading, end: usize, close: Option<usize>) -> usize {
    match close {
        Some(i) => reading.tokens[i].span.start(),
        None => reading.tokens.get(end.wrapping_sub(1)).map_or(reading.text.len(), |t| t.span.end()),
    }
}

/// Segments of the body and stretches that were set aside, as ranges of tokens.
fn stretches(reading: &Reading) -> Vec<(Range<usize>, Option<SegmentRole>)> {
    let body = reading.article.segments.iter().map(|s| (reading.tokens_in(s.span), Some(s.role)));
    let aside = reading.article.set_aside.iter().filter(|s| !s.sub);
    body.chain(aside.map(|s| (reading.tokens_in(s.span), None))).collect()
}

/// Reports every pair of marks of the stretch, and at its end the curly marks that nothing closed.
fn pair(reading: &Reading, stretch: &Range<usize>, found: &mut impl FnMut(Open, Option<usize>)) {
    let mut open: Vec<Open> = Vec::new();
    for i in stretch.clone() {
        let Some(c) = mark(reading, i) else { continue };
        let closes = match side(reading, i, c, stretch) {
            Side::Closes => true,
            Side::Opens => false,
            Side::Either | Side::Neither => open.last().is_some_and(|o| family(o.mark) == family(c)),
        };
        if !closes {
            if open.len() == 8 {
                open.remove(0); // deeper than any writer nests
            }
            open.push(Open { token: i, mark: c });
        } else if let Some(at) = open.iter().rposition(|o| family(o.mark) == family(c)) {
            let head = open[at];
            open.truncate(at);
            found(head, Some(i));
        }
    }
    for head in open {
        if head.mark == '“' {
            found(head, None);
        }
    }
}

/// The quotation mark at token `i`; none in `the town's boats`.
fn mark(reading: &Reading, i: usize) -> Option<char> {
    let c = reading.raw(i).chars().next()?;
    let owns = matches!(c, '’' | '\'')
        && reading.language == "en"
        && reading.low(i + 1) == "s"
        && reading.is_glued(i)
        && reading.is_glued(i + 1);
    if owns {
        return None;
    }
    matches!(c, '“' | '”' | '„' | '‟' | '"' | '«' | '»' | '‘' | '’' | '\'').then_some(c)
}

fn family(c: char) -> u8 {
    match c {
        '«' | '»' => 1,
        '‘' | '’' | '\'' => 2,
        _ => 0,
    }
}

/// Which way the mark at `i` faces, by its shape and by what stands beside it.
fn side(reading: &Reading, i: usize, c: char, stretch: &Range<usize>) -> Side {
    let touches_before = i > stretch.start && reading.is_glued(i);
    let touches_after = i + 1 < stretch.end && reading.is_glued(i + 1);
    let letters = |j: usize| reading.raw(j).chars().next().is_some_and(char::is_alphanumeric);
    let after_word =
        touches_before && !matches!(reading.raw(i - 1), "(" | "[" | ":" | "/" | "-" | "–" | "—" | "“" | "‘" | "\"");
    let before_word = touches_after
        && (letters(i + 1)
            || !matches!(reading.raw(i + 1), "," | "." | ";" | ":" | ")" | "!" | "?" | "…" | "”" | "’" | "\""));
    match (c, after_word, before_word) {
        ('’' | '\'', true, true) => Side::Closes, // an apostrophe; it closes only what a single mark opened
        ('“' | '„' | '«' | '‘', true, false) => Side::Closes,
        ('“' | '„' | '«' | '‘', ..) => Side::Opens,
        ('”' | '»' | '’' | '‟', false, true) => Side::Either,
        ('”' | '»' | '’' | '‟', ..) => Side::Closes,
        (_, false, true) => Side::Opens,
        (_, true, false) => Side::Closes,
        (_, true, true) => Side::Either,
        _ => Side::Neither,
    }
}

/// Where a quote ends that nothing closes: with the stretch if it opens the stretch, else with its sentence.
fn end_of_open_quote(reading: &Reading, open: usize, stretch: &Range<usize>) -> usize {
    if open == stretch.start {
        return stretch.end;
    }
    let end = reading.sentence_at(reading.tokens[open].span.start()).map_or(stretch.end, |s| s.tokens.end);
    end.clamp(open + 1, stretch.end)
}

/// Tells each span which one holds it.
fn nest(found: &mut [Marked]) {
    let mut holders: Vec<usize> = Vec::new();
    for i in 0..found.len() {
        while holders.last().is_some_and(|&h| !found[h].span.covers(found[i].span)) {
            holders.pop();
        }
        found[i].nested_in = holders.last().copied();
        holders.push(i);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::read;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        read(text, |reading| {
            let got: Vec<&str> = marked(reading).iter().map(|m| m.span.of(text)).collect();
            assert_eq!(got, expected, "{text}");
        });
    }

    #[test]
    fn pairs_marks_of_all_kinds() {
        check("Ông nói: “Giá lúa tăng” rồi \"im lặng\" và «đi».", &["Giá lúa tăng", "im lặng", "đi"]);
        check("Phong trào \"Ba sạch\", \"Ba giảm\".", &["Ba sạch", "Ba giảm"]);
        check("Vở ('Mùa lúa') và (\"Mùa cá\").", &["Mùa lúa", "Mùa cá"]);
        check("Bà viết: \" Chúng tôi chờ đợi \" .", &["Chúng tôi chờ đợi"]);
        check("“Lúa chín,” bà kể.", &["Lúa chín,"]);
    }

    #[test]
    fn pairs_nested_marks() {
        check(
            "“Chúng tôi chọn “chậm mà chắc”, không vội”.",
            &["Chúng tôi chọn “chậm mà chắc”, không vội", "chậm mà chắc"],
        );
        check("\"Ta chọn \"chậm mà chắc\" nhé\".", &["Ta chọn \"chậm mà chắc\" nhé", "chậm mà chắc"]);
    }

    #[test]
    fn bears_unbalanced_marks() {
        check("“Tôi sẽ về. Chờ nhé!", &["Tôi sẽ về. Chờ nhé!"]);
        check("Màn hình 14\" giá rẻ. Nó tên “Sao Mai\".", &["Sao Mai"]);
        check("He doesn't say the workers' names.", &[]);
        check("Ông tả ”chợ nổi” hôm ấy.", &["chợ nổi"]);
    }
}
