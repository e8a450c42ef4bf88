//! An article prepared for the rules: tokens, their folded forms, sentences, words.

use std::ops::Range;

use crate::base::{Arrange, Span};
use crate::ingest::{Article, Zone};
use crate::lexicon::{Dictionary, Lexicon, Phrases};
use crate::segment::Segmenter;
use crate::text::{Folded, Mark, Openers, PhraseList, Run, Token, TokenKind, Tokenised, lower_into, sentences};

/// A sentence of the body or of what was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its tokens, as indices into [`Reading::tokens`].
    pub tokens: Range<usize>,
    /// Body or not.
    pub zone: Zone,
    /// Index of its segment in `article.segments` (body) or of its stretch in `article.set_aside`.
    pub segment: usize,
}

/// Most tokens of a sentence. What goes on longer without a stop is cut, so that a rule which looks around in its sentence
/// takes linear time on any text.
const LONGEST_SENTENCE: usize = 400;

/// One article, tokenised once for all rules.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its text.
    pub text: &'a str,
    /// The tables to read by.
    pub lexicon: &'a Lexicon,
    /// What the reader said about words.
    pub dictionary: Option<&'a Dictionary>,
    /// All tokens of the text, in order.
    pub tokens: Vec<Token>,
    /// For each token, whether it goes on with the word that the token before it began.
    pub joins: Vec<bool>,
    /// Sentences of body and of what was set aside, in text order. No sentence crosses the border of a segment.
    pub sentences: Vec<Sentence>,
    /// Its language, `vi` or `en`.
    pub language: &'static str,
    // By token, as the next two.
    raws: Vec<&'a str>,
    folded: Folded<'a>,
    letters: Vec<Letters>,
}

/// What is asked of the letters of a token again and again.
#[derive(Clone, Copy, Debug)]
struct Letters {
    /// Whether it begins with a capital.
    opens_capital: bool,
    /// Whether it holds a small letter.
    has_small: bool,
}

impl Letters {
    fn of(token: &str) -> Self {
        let opens_capital = token.chars().next().is_some_and(char::is_uppercase);
        Self { opens_capital, has_small: token.chars().any(char::is_lowercase) }
    }
}

impl<'a> Reading<'a> {
    /// Prepares the article.
    pub fn new(lexicon: &'a Lexicon, segmenter: &Segmenter, article: &'a Article) -> Self {
        Self::of(lexicon, segmenter, article, Tokenised::new(&article.text))
    }

    /// Prepares the article, whose text has these tokens.
    pub fn of(lexicon: &'a Lexicon, segmenter: &Segmenter, article: &'a Article, source: Tokenised<'a>) -> Self {
        let text = source.text();
        let (tokens, folded) = source.into_parts();
        let joins = segmenter.joins(text, &tokens);
        let raws: Vec<_> = tokens.iter().map(|token| token.span.of(text)).collect();
        let letters = raws.iter().map(|raw| Letters::of(raw)).collect();
        let sentences = Vec::new();
        let language = "vi";
        let mut reading = Self {
            article,
            text,
            lexicon,
            dictionary: None,
            tokens,
            joins,
            sentences,
            language,
            raws,
            folded,
            letters,
        };
        reading.sentences = reading.find_sentences();
        reading.language = super::language::language(&reading);
        reading
    }

    /// The reading with what the reader said about words, which goes before what was learned.
    pub fn with_dictionary(mut self, dictionary: &'a Dictionary) -> Self {
        let mut joins = std::mem::take(&mut self.joins);
        dictionary.apply(self.text, &self.tokens, |i| self.low(i), &mut joins);
        self.joins = joins;
        self.dictionary = Some(dictionary);
        self
    }

    fn find_sentences(&self) -> Vec<Sentence> {
        let body = self.article.segments.iter().enumerate().map(|(i, s)| (s.span, Zone::Body, i));
        let aside = self.article.set_aside.iter().enumerate().filter(|(_, s)| !s.sub);
        let mut stretches: Vec<_> = body.chain(aside.map(|(i, s)| (s.span, Zone::Boilerplate, i))).collect();
        stretches.arrange_by_key(|(span, ..)| *span);
        let mut out = Vec::new();
        for (stretch, zone, segment) in stretches {
            for span in sentences(self.text, stretch) {
                let tokens = self.tokens_in(span);
                if tokens.len() <= LONGEST_SENTENCE {
                    out.push(Sentence { span, tokens, zone, segment });
                    continue;
                }
                for start in tokens.clone().step_by(LONGEST_SENTENCE) {
                    let tokens = start..tokens.end.min(start + LONGEST_SENTENCE);
                    out.push(Sentence { span: self.span(tokens.clone()), tokens, zone, segment });
                }
            }
        }
        out
    }

    /// The folded form of token `i` (lower case, one place for tone marks); empty past the end.
    #[inline]
    pub fn low(&self, i: usize) -> &str {
        self.folded.get(i).unwrap_or_default()
    }

    /// Token `i` in lower case with its tone mark where it stands, appended to `out`.
    pub fn lower_into(&self, i: usize, out: &mut String) {
        match self.folded.respelt(i..i + 1).next() {
            None => out.push_str(self.low(i)),
            Some(_) => lower_into(self.raw(i), out),
        }
    }

    /// The tokens among these whose folded form is not merely the token in lower case.
    pub fn respelt(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        self.folded.respelt(tokens)
    }

    /// Token `i` as it stands in the text; empty past the end.
    #[inline]
    pub fn raw(&self, i: usize) -> &'a str {
        self.raws.get(i).copied().unwrap_or_default()
    }

    /// What token `i` is made of; `None` past the end.
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    /// Whether token `i` begins with a capital letter.
    pub fn is_capital(&self, i: usize) -> bool {
        self.letters.get(i).is_some_and(|letters| letters.opens_capital)
    }

    /// Whether token `i` holds a small letter.
    pub fn has_small(&self, i: usize) -> bool {
        self.letters.get(i).is_some_and(|letters| letters.has_small)
    }

    /// Whether there is no gap between token `i` and the one before it.
    pub fn is_glued(&self, i: usize) -> bool {
        i > 0 && i < self.tokens.len() && self.tokens[i - 1].span.end() == self.tokens[i].span.start()
    }

    /// Whether the tokens from `i` on read as `phrase` (folded syllables with single blanks between); the index after it.
    pub fn phrase(&self, i: usize, phrase: &str) -> Option<usize> {
        self.folded.phrase(i, phrase)
    }

    /// The first of `phrases` that stands at `i`; the index after it. Put longer ones first.
    pub fn any(&self, i: usize, phrases: &[&str]) -> Option<usize> {
        self.folded.any(i, phrases)
    }

    /// The first phrase of the list that stands at `i`: its index in the list, and the index after it in the text. For
    /// lists that are looked for at every token.
    #[inline]
    pub fn which(&self, i: usize, list: &PhraseList) -> Option<(usize, usize)> {
        self.folded.which(i, list)
    }

    /// Whether a phrase may stand at `i` that begins so: a quick look at the token, never wrong where one stands.
    #[inline]
    pub fn may_open(&self, i: usize, openers: &Openers) -> bool {
        self.mark(i).is_some_and(|mark| openers.hold(mark))
    }

    /// The mark of the folded form of token `i`; `None` past the end.
    #[inline]
    pub fn mark(&self, i: usize) -> Option<Mark> {
        self.folded.mark(i)
    }

    /// Whether the tokens that end before `i` read as `phrase`; the index of its first token.
    pub fn phrase_before(&self, i: usize, phrase: &str) -> Option<usize> {
        self.folded.phrase_before(i, phrase)
    }

    /// The folded tokens of the range, for a look into a table.
    #[inline]
    pub fn run(&self, tokens: Range<usize>) -> Run<'_> {
        self.folded.run(tokens)
    }

    /// The longest phrase of the table at `i`, not reaching past `end`: the index after it, and its value.
    pub fn longest<T: Copy>(&self, phrases: &Phrases<T>, i: usize, end: usize) -> Option<(usize, T)> {
        if phrases.may_begin(self.mark(i)?) { self.longest_of(phrases, i, end) } else { None }
    }

    // Apart from the quick look, which nearly always says no and is made at every token for every table.
    #[inline(never)]
    fn longest_of<T: Copy>(&self, phrases: &Phrases<T>, i: usize, end: usize) -> Option<(usize, T)> {
        let (n, value) = phrases.longest(&self.run(i..end))?;
        Some((i + n, value))
    }

    /// The longest phrase of a table of reversed phrases that ends right before token `i` and does not begin before
    /// `start`: the index of its first token, and its value.
    pub fn longest_before<T: Copy>(&self, reversed: &Phrases<T>, i: usize, start: usize) -> Option<(usize, T)> {
        let (n, value) = reversed.longest(&self.folded.back(start..i))?;
        Some((i - n, value))
    }

    /// The stretch from token `range.start` to the end of token `range.end - 1`; empty at the end of the text if there is none.
    pub fn span(&self, range: Range<usize>) -> Span {
        match (self.tokens.get(range.start), self.tokens.get(range.end.wrapping_sub(1))) {
            (Some(a), Some(b)) if range.start < range.end => a.span.to(b.span),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// The tokens that lie wholly inside the stretch.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start() < span.start());
        start..start.max(self.tokens.partition_point(|t| t.span.end() <= span.end()))
    }

    /// The tokens of a stretch, if they are those that it would have by itself: white space parts it from what is around it.
    pub fn own_tokens(&self, span: Span) -> Option<Range<usize>> {
        let (before, after) = (&self.text[..span.start()], &self.text[span.end()..]);
        let is_apart = before.chars().next_back().is_none_or(char::is_whitespace)
            && after.chars().next().is_none_or(char::is_whitespace);
        is_apart.then(|| self.tokens_in(span))
    }

    /// Index of the first token that starts at or after the byte.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|t| t.span.start() < at)
    }

    /// The sentence that holds the byte.
    pub fn sentence_at(&self, at: usize) -> Option<&Sentence> {
        let after = self.sentences.partition_point(|s| s.span.start() <= at);
        self.sentences[..after].last().filter(|s| s.span.holds(at))
    }

    /// Sentences of the body, in order.
    pub fn body(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(|s| s.zone == Zone::Body)
    }
}
