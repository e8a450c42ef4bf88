//! The pieces of an RTF file.

/// A piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// `\word` or `\wordN`.
    Word(&'a str, Option<i32>),
    /// `\` and a character that is no letter.
    Symbol(u8),
    /// `\'hh`.
    Hex(u8),
    /// A byte of text.
    Byte(u8),
}

/// Letters of a control word at most; longer ones are cut there.
const LONGEST_WORD: usize = 32;

/// A file, piece by piece.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Passes over so many bytes: a picture that is stored as it is.
    pub(super) fn pass(&mut self, n: usize) {
        self.rest = &self.rest[n.min(self.rest.len())..];
    }

    fn cut(&mut self, n: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(n.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn run(&self, is: impl Fn(&u8) -> bool, most: usize) -> usize {
        self.rest.iter().take(most).take_while(|b| is(b)).count()
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let n = self.run(u8::is_ascii_alphabetic, LONGEST_WORD);
        if n == 0 {
            let &symbol = self.cut(1).first()?;
            if symbol != b'\'' {
                return Some(Token::Symbol(symbol));
            }
            let digits = self.rest.get(..2).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
            let byte = digits.and_then(|digits| u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok());
            self.cut(if byte.is_some() { 2 } else { 0 });
            return Some(byte.map_or(Token::Symbol(b'\''), Token::Hex));
        }
        let word = str::from_utf8(self.cut(n)).unwrap_or_default();
        let is_below = self.rest.first() == Some(&b'-') && self.rest.get(1).is_some_and(u8::is_ascii_digit);
        self.cut(usize::from(is_below));
        let n = self.run(u8::is_ascii_digit, 10);
        let number = str::from_utf8(self.cut(n)).unwrap_or_default().parse::<i64>().ok();
        let number = number.map(|n| if is_below { -n } else { n });
        if self.rest.first() == Some(&b' ') {
            self.cut(1);
        }
        Some(Token::Word(word, number.map(|n| n.clamp(i32::MIN.into(), i32::MAX.into()) as i32)))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            return Some(match *self.cut(1).first()? {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => self.control()?,
                // Ends of lines in the file mean nothing.
                b'\r' | b'\n' | 0 => continue,
                byte => Token::Byte(byte),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_words_end_where_they_end() {
        use Token::{Byte, Close, Hex, Open, Symbol, Word};
        let cases: [(&[u8], &[Token]); 6] = [
            (b"{\\b x}", &[Open, Word("b", None), Byte(b'x'), Close]),
            (b"\\b0\\par\r\ny", &[Word("b", Some(0)), Word("par", None), Byte(b'y')]),
            (b"\\u-10179?\\'e1", &[Word("u", Some(-10179)), Byte(b'?'), Hex(0xe1)]),
            (b"\\~\\{\\'zz", &[Symbol(b'~'), Symbol(b'{'), Symbol(b'\''), Byte(b'z'), Byte(b'z')]),
            (b"\\fs99999999999", &[Word("fs", Some(i32::MAX)), Byte(b'9')]),
            (b"a\\", &[Byte(b'a')]),
        ];
        for (bytes, tokens) in cases {
            assert_eq!(Tokens::new(bytes).collect::<Vec<_>>(), tokens, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
