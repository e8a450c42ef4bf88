//! The folded forms of a run of tokens, in one piece of text.

use std::borrow::Cow;
use std::ops::Range;

use super::{Mark, PhraseList, Token, fold_into};

/// The folded form of every token, by index. Phrases are compared with the whole run at once.
#[derive(Clone, Debug)]
pub struct Folded<'t> {
    // The forms one by one: rules ask for them all the time, and cutting one from a longer text looks at both its ends.
    forms: Vec<Cow<'t, str>>,
    // Each form with one blank behind it; no form holds a blank.
    text: String,
    // Where each form begins in it, and the end of the last.
    starts: Vec<u32>,
    marks: Vec<Mark>,
    // Tokens whose form is not the token in lower case, ascending: tone marks stand elsewhere.
    respelt: Vec<u32>,
}

impl<'t> Folded<'t> {
    /// Folds the tokens of `text`.
    pub fn new(text: &'t str, tokens: &[Token]) -> Self {
        let bytes: usize = tokens.iter().map(|t| t.span.len() + 1).sum();
        let mut out = Self {
            forms: Vec::with_capacity(tokens.len()),
            text: String::with_capacity(bytes),
            starts: Vec::with_capacity(tokens.len() + 1),
            marks: Vec::with_capacity(tokens.len()),
            respelt: Vec::new(),
        };
        out.starts.push(0);
        for (i, token) in tokens.iter().enumerate() {
            let (start, raw) = (out.text.len(), token.span.of(text));
            if fold_into(raw, &mut out.text) {
                out.respelt.push(i as u32);
            }
            let form = &out.text[start..];
            out.marks.push(Mark::of(form));
            out.forms.push(if form == raw { Cow::Borrowed(raw) } else { Cow::Owned(form.to_owned()) });
            out.text.push(' ');
            out.starts.push(out.text.len() as u32);
        }
        out
    }

    /// The folded form of token `i`; `None` past the end.
    #[inline]
    pub fn get(&self, i: usize) -> Option<&str> {
        self.forms.get(i).map(|form| &**form)
    }

    /// The tokens among these whose folded form is not merely the token in lower case.
    pub fn respelt(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let from = self.respelt.partition_point(|&i| (i as usize) < tokens.start);
        self.respelt[from..].iter().map(|&i| i as usize).take_while(move |&i| i < tokens.end)
    }

    /// The mark of the folded form of token `i`; `None` past the end.
    #[inline]
    pub fn mark(&self, i: usize) -> Option<Mark> {
        self.marks.get(i).copied()
    }

    /// Whether the tokens from `i` on read as `phrase` (folded tokens with single blanks between); the index after it.
    pub fn phrase(&self, i: usize, phrase: &str) -> Option<usize> {
        reads(self.from(i), phrase).then(|| i + n_tokens(phrase))
    }

    /// The first of `phrases` that stands at `i`; the index after it.
    pub fn any(&self, i: usize, phrases: &[&str]) -> Option<usize> {
        let rest = self.from(i);
        // The first byte decides nearly always.
        let first = rest.first();
        phrases.iter().find(|p| p.as_bytes().first() == first && reads(rest, p)).map(|p| i + n_tokens(p))
    }

    /// The first phrase of the list that stands at `i`: its index in the list, and the index after it in the text.
    #[inline]
    pub fn which(&self, i: usize, list: &PhraseList) -> Option<(usize, usize)> {
        if list.may_open(self.mark(i)?) { self.first_of(i, list) } else { None }
    }

    fn first_of(&self, i: usize, list: &PhraseList) -> Option<(usize, usize)> {
        let rest = self.from(i);
        let at = list.phrases().iter().position(|p| reads(rest, p))?;
        Some((at, i + n_tokens(list.phrases()[at])))
    }

    /// Whether the tokens that end before `i` read as `phrase`; the index of its first token.
    pub fn phrase_before(&self, i: usize, phrase: &str) -> Option<usize> {
        let start = i.checked_sub(n_tokens(phrase))?;
        self.phrase(start, phrase).map(|_| start)
    }

    /// The forms of these tokens, first to last.
    #[inline]
    pub fn run(&self, tokens: Range<usize>) -> Run<'_> {
        Run { folded: self, first: tokens.start, len: tokens.len(), is_back: false }
    }

    /// The forms of these tokens, last to first.
    #[inline]
    pub fn back(&self, tokens: Range<usize>) -> Run<'_> {
        Run { folded: self, first: tokens.end.wrapping_sub(1), len: tokens.len(), is_back: true }
    }

    #[inline]
    fn from(&self, i: usize) -> &[u8] {
        self.starts.get(i).map_or(&[], |&start| &self.text.as_bytes()[start as usize..])
    }
}

/// Folded tokens in a row, as tables look at them.
pub trait Row {
    /// The token; `None` past the end.
    fn get(&self, i: usize) -> Option<&str>;

    /// Its mark.
    #[inline]
    fn mark(&self, i: usize) -> Option<Mark> {
        self.get(i).map(Mark::of)
    }
}

impl Row for [&str] {
    #[inline]
    fn get(&self, i: usize) -> Option<&str> {
        <[&str]>::get(self, i).copied()
    }
}

impl<const N: usize> Row for [&str; N] {
    #[inline]
    fn get(&self, i: usize) -> Option<&str> {
        <[&str]>::get(self, i).copied()
    }
}

/// Some tokens of a [`Folded`], from first to last or from last to first.
#[derive(Clone, Copy, Debug)]
pub struct Run<'f> {
    folded: &'f Folded<'f>,
    first: usize,
    len: usize,
    is_back: bool,
}

impl Run<'_> {
    /// Index of a token among those of the whole.
    #[inline]
    fn place(&self, i: usize) -> Option<usize> {
        (i < self.len).then(|| if self.is_back { self.first - i } else { self.first + i })
    }
}

impl Row for Run<'_> {
    #[inline]
    fn get(&self, i: usize) -> Option<&str> {
        self.folded.get(self.place(i)?)
    }

    #[inline]
    fn mark(&self, i: usize) -> Option<Mark> {
        self.folded.mark(self.place(i)?)
    }
}

/// Whether the forms begin with the phrase, and a token ends where it ends.
#[inline]
fn reads(forms: &[u8], phrase: &str) -> bool {
    let phrase = phrase.as_bytes();
    // The first byte decides nearly always.
    forms.first() == phrase.first() && forms.get(phrase.len()) == Some(&b' ') && forms.starts_with(phrase)
}

fn n_tokens(phrase: &str) -> usize {
    1 + phrase.bytes().filter(|&b| b == b' ').count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn phrases_are_whole_tokens() {
        let text = "Ước tính hơn 5%, hoà bình";
        let folded = Folded::new(text, &tokens(text));
        assert_eq!(folded.phrase(0, "ước tính"), Some(2));
        assert_eq!(folded.phrase(0, "ước tín"), None);
        assert_eq!(folded.phrase(6, "hòa bình"), Some(8));
        assert_eq!(folded.phrase(7, "bình an"), None);
        assert_eq!(folded.any(2, &["hơn 6", "hơn 5 %", "hơn"]), Some(5));
        static LIST: PhraseList = PhraseList::new(&["hơn 6", "hơn 5 %", "hơn"]);
        assert_eq!((folded.which(2, &LIST), folded.which(1, &LIST)), (Some((1, 5)), None));
        assert_eq!(folded.phrase_before(2, "ước tính"), Some(0));
        assert_eq!(folded.phrase_before(1, "ước tính"), None);
        assert!(folded.respelt(0..8).eq([6]) && folded.respelt(7..8).next().is_none());
        assert_eq!((folded.get(7), folded.get(8), folded.phrase(8, "a")), (Some("bình"), None, None));
    }
}
