//! The matching form of a text (SCHEMA §16): lower case, single blanks, whole syllables, per segment.

use crate::base::Span;
pub use crate::text::lower_into;
use crate::text::{Token, TokenKind};

/// One syllable of the matching form, or a hyphen between blanks (`kinh tế - xã hội`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit {
    /// Where it stands. `COVID-19` is one unit of three tokens.
    pub span: Span,
    /// Index of its first token.
    pub token: usize,
    /// Tokens it is long.
    pub n_tokens: usize,
    /// Whether something other than white space (a mark, an address, the border of the stretch) stands before it, so
    /// that no term reaches across.
    pub broken: bool,
}

/// The units of a run of tokens; `first` is the index of the first of them.
pub fn units<'a>(text: &'a str, tokens: &'a [Token], first: usize) -> impl Iterator<Item = Unit> + 'a {
    let mut i = 0;
    let mut broken = true;
    std::iter::from_fn(move || {
        while let Some(token) = tokens.get(i) {
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number) && !is_dash(text, tokens, i) {
                broken = true;
                i += 1;
                continue;
            }
            let start = i;
            while hyphenated(text, tokens, i) {
                i += 2;
            }
            let span = token.span.to(tokens[i].span);
            let unit = Unit { span, token: first + start, n_tokens: i + 1 - start, broken };
            broken = false;
            i += 1;
            return Some(unit);
        }
        None
    })
}

/// Whether token `i` is a hyphen with one blank on either side and a word beyond each.
fn is_dash(text: &str, tokens: &[Token], i: usize) -> bool {
    let Some([a, hyphen, b]) = i.checked_sub(1).and_then(|from| tokens.get(from..from + 3)) else { return false };
    let gap = |from: &Token, to: &Token| text.get(from.span.end()..to.span.start()) == Some(" ");
    hyphen.span.of(text) == "-" && [a, b].iter().all(|t| t.kind == TokenKind::Word) && gap(a, hyphen) && gap(hyphen, b)
}

/// Whether token `i` is tied to the one after next by a hyphen without blanks.
fn hyphenated(text: &str, tokens: &[Token], i: usize) -> bool {
    let [a, hyphen, b] = [tokens.get(i), tokens.get(i + 1), tokens.get(i + 2)];
    let (Some(a), Some(hyphen), Some(b)) = (a, hyphen, b) else { return false };
    a.span.end() == hyphen.span.start()
        && hyphen.span.end() == b.span.start()
        && hyphen.span.of(text) == "-"
        && a.kind == TokenKind::Word
        && matches!(b.kind, TokenKind::Word | TokenKind::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn check(text: &str, expected: &str) {
        let tokens = tokens(text);
        let mut got = String::new();
        for unit in units(text, &tokens, 0) {
            got.push_str(if unit.broken { "|" } else { " " });
            lower_into(unit.span.of(text), &mut got);
        }
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn marks_break_and_hyphens_tie() {
        check("Phòng, chống dịch COVID-19\u{a0}tại TP.HCM", "|phòng|chống dịch covid-19 tại tp|hcm");
        check("kinh tế - xã hội; thông tin/dữ liệu", "|kinh tế - xã hội|thông tin|dữ liệu");
        check("Mạng 5G (AI) đạt 1.500 trạm", "|mạng 5g|ai|đạt 1.500 trạm");
    }
}
