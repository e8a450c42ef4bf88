//! Tokens: syllables, numbers and marks, with exact offsets. Tokens and the gaps between them rebuild the text.

use crate::base::Span;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with digits after them or an ampersand inside: `số`, `5G`, `TT&TT`. In Vietnamese one syllable.
    Word,
    /// Digits, with dots or commas between digits: `67.300`, `1,5`, `06`.
    Number,
    /// A web or mail address.
    Address,
    /// One mark that is neither letter, digit nor white space.
    Mark,
}

/// One token of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// The tokens of `text`, in order. White space is in no token.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let (len, kind) = match c {
            c if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            c if is_letter(c) || c.is_ascii_digit() => match address_len(&text[at..]) {
                Some(len) => (len, TokenKind::Address),
                None => word_or_number(&text[at..]),
            },
            c => (c.len_utf8(), TokenKind::Mark),
        };
        out.push(Token { span: Span::new(at, at + len), kind });
        at += len;
    }
    out
}

/// Whether the character can stand inside a word: a letter, or a mark that combines with one.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(u32::from(c), 0x300..0x370) || (c.is_numeric() && !c.is_ascii_digit())
}

fn word_or_number(rest: &str) -> (usize, TokenKind) {
    let bytes = rest.as_bytes();
    let mut end = 0;
    let mut letters = false;
    for (i, c) in rest.char_indices() {
        let inner = match c {
            c if c.is_ascii_digit() => true,
            c if is_letter(c) => {
                letters = true;
                true
            }
            '.' | ',' => !letters && bytes.get(i + 1).is_some_and(u8::is_ascii_digit),
            '&' => letters && rest[i + 1..].chars().next().is_some_and(is_letter),
            _ => false,
        };
        if !inner {
            break;
        }
        end = i + c.len_utf8();
    }
    (end, if letters { TokenKind::Word } else { TokenKind::Number })
}

/// Length of the web or mail address that `rest` begins with, if it does.
fn address_len(rest: &str) -> Option<usize> {
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '“' | '”' | '<' | '>' | ',' | ';'))
        .unwrap_or(rest.len());
    let run = rest[..end].trim_end_matches(['.', ':', '!', '?', '…', '\'', '’']);
    let scheme = run.starts_with("http://") || run.starts_with("https://");
    let mail = run.split_once('@').is_some_and(|(name, host)| !name.is_empty() && is_host(host));
    (scheme && run.len() > 8 || mail || is_host(run.split('/').next().unwrap_or(run))).then_some(run.len())
}

/// Whether it is a host name under a usual top-level domain: `baohatinh.vn`, `www.example.com`.
fn is_host(s: &str) -> bool {
    const DOMAINS: [&str; 9] = ["vn", "com", "net", "org", "gov", "edu", "info", "asia", "io"];
    let labels: Vec<&str> = s.split('.').collect();
    let label = |l: &&str| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    labels.len() > 1 && labels.iter().all(label) && DOMAINS.contains(&labels[labels.len() - 1]) && labels[0].len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let got: Vec<&str> = tokens(text).iter().map(|t| t.span.of(text)).collect();
        assert_eq!(got.join("|"), expected, "{text}");
    }

    #[test]
    fn splits_running_text() {
        check("Bộ TT&TT có 67.300 tổ, tăng 1,5%.", "Bộ|TT&TT|có|67.300|tổ|,|tăng|1,5|%|.");
        check("xếp hạng 71/193 (10/10/2024)", "xếp|hạng|71|/|193|(|10|/|10|/|2024|)");
        check("mạng 5G, COVID-19", "mạng|5G|,|COVID|-|19");
        check("(Baohatinh.vn) - Xem https://a.vn/b?c=1.", "(|Baohatinh.vn|)|-|Xem|https://a.vn/b?c=1|.");
    }
}
