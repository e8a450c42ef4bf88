//! Whose words a quote is: the speaker before it, after it, in the sentence before, or nobody.

use std::ops::Range;

use crate::ingest::Zone;
use crate::lexicon::{EnglishWord, QuoteType, SpeechVerb};

use super::super::speech::{Cue, Mode, Speakers, Speech};
use super::super::{Confidence, Reading};
use super::kind::{
    authored, ends_as_sentence, is_heading, is_parallel, n_words, names_instrument, noun_cue, titled_document,
};
use super::{Marked, Quote};

/// How a speaker was found.
#[derive(Clone)]
struct Source {
    who: Option<String>,
    speaker: Option<Range<usize>>,
    cue: Range<usize>,
    position: &'static str,
    // Whether nothing but a colon or comma stands between cue and quote.
    adjacent: bool,
    order: bool,
    colon: bool,
}

struct Reader<'a, 'r> {
    reading: &'a Reading<'r>,
    speakers: &'a Speakers<'a, 'r>,
    speech: &'a Speech,
    quote: &'a Marked,
    // The sentence that holds the opening mark, and the one that holds the closing mark.
    first: Option<usize>,
    last: Option<usize>,
}

/// Reads quote `i`; `before` are the quotes before it.
pub(super) fn quote<'r>(
    reading: &Reading<'r>,
    speakers: &Speakers<'_, 'r>,
    speech: &Speech,
    i: usize,
    before: &[Quote],
) -> Quote {
    let quote = &speech.marked[i];
    let sentence = |token: usize| {
        let at = reading.tokens.get(token)?.span.start();
        let after = reading.sentences.partition_point(|s| s.span.start() <= at);
        after.checked_sub(1)
    };
    let first = sentence(quote.tokens.start.saturating_sub(1));
    let last = sentence(quote.tokens.end).filter(|_| quote.marks.1.is_some()).or(first);
    Reader { reading, speakers, speech, quote, first, last }.read(before)
}

impl Reader<'_, '_> {
    fn read(&self, before: &[Quote]) -> Quote {
        let r = self.reading;
        if is_heading(r, self.quote) {
            return self.made(QuoteType::HeadingQuote, None, "whole_heading", Confidence::High);
        }
        if let Some(outer) = self.quote.nested_in.and_then(|n| before.get(n)) {
            return self.nested(outer);
        }
        let open = self.quote.tokens.start.saturating_sub(1);
        let floor = self.first.map_or(0, |n| r.sentences[n].tokens.start).max(self.quote.stretch.start);
        let noun =
            noun_cue(r, open, floor).or_else(|| authored(r, open, floor)).or_else(|| titled_document(r, open, floor));
        let source = self.after().or_else(|| self.before(open)).or_else(|| self.added(open, before));
        if let Some(citation) = self.taught(&source) {
            return citation;
        }
        let spoken = source.as_ref().is_some_and(|s| {
            s.adjacent && !s.order && (s.colon || s.position == "after" || n_words(r, self.quote.tokens.clone()) > 7)
        });
        match noun {
            Some(noun) if !spoken || matches!(noun.kind, QuoteType::Theme | QuoteType::Message) => {
                self.by_noun(noun.kind, noun.tokens, source)
            }
            _ => self.by_speech(source, open, floor, before),
        }
    }

    fn made(&self, kind: QuoteType, source: Option<Source>, rule: &'static str, confidence: Confidence) -> Quote {
        let r = self.reading;
        Quote {
            span: self.quote.span,
            kind,
            marks: self.quote.marks,
            speaker: source.as_ref().and_then(|s| s.who.clone()),
            speaker_text: source.as_ref().and_then(|s| s.speaker.clone()).map(|t| r.span(t)),
            cue: source.as_ref().map(|s| r.span(s.cue.clone())),
            cue_position: source.as_ref().map(|s| s.position),
            relayed_by: None,
            nested_in: self.quote.nested_in,
            rule,
            confidence,
        }
    }

    fn nested(&self, outer: &Quote) -> Quote {
        let r = self.reading;
        let open = self.quote.tokens.start.saturating_sub(1);
        let noun = noun_cue(r, open, self.quote.stretch.start);
        let kind = match &noun {
            Some(noun) => noun.kind,
            None if is_parallel(r, self.quote.tokens.clone()) => QuoteType::Slogan,
            None => QuoteType::Term,
        };
        let mut made = self.made(kind, None, "nested", Confidence::Medium);
        made.cue = noun.map(|n| r.span(n.tokens));
        made.speaker = outer.speaker.clone().filter(|_| kind != QuoteType::Theme);
        made
    }

    /// A quote whose kind the noun before it gives.
    fn by_noun(&self, kind: QuoteType, noun: Range<usize>, source: Option<Source>) -> Quote {
        let r = self.reading;
        let parallel = is_parallel(r, self.quote.tokens.clone());
        let short = n_words(r, self.quote.tokens.clone()) < 4;
        let kind = match kind {
            QuoteType::Slogan if short && !parallel && !self.is_spirit(&noun) => QuoteType::Term,
            QuoteType::Term if parallel => QuoteType::Slogan,
            kind => kind,
        };
        let author = self.author(&noun);
        let said = matches!(kind, QuoteType::Message | QuoteType::Slogan | QuoteType::Citation | QuoteType::Term);
        let carried = || source.clone().or_else(|| self.carried(kind));
        let who = if said { carried().and_then(|s| s.who) } else { None };
        let mut made = self.made(kind, None, "noun_before", Confidence::High);
        made.speaker = author.or(who);
        made.cue = Some(r.span(noun));
        made.cue_position = Some("before");
        made
    }

    /// Whether the noun is one that only mottos follow, however short: `tinh thần “6 rõ”`.
    fn is_spirit(&self, noun: &Range<usize>) -> bool {
        const NOUNS: [&str; 6] = ["tinh thần", "phương châm", "khẩu hiệu", "châm ngôn", "tôn chỉ", "slogan"];
        NOUNS.iter().any(|n| self.reading.phrase_before(noun.end, n).is_some())
    }

    /// The person named between the noun and the mark: `bài viết của … Tô Lâm “…”`.
    fn author(&self, noun: &Range<usize>) -> Option<String> {
        let gap = noun.end..self.quote.tokens.start.saturating_sub(1);
        if gap.is_empty() || self.reading.low(gap.start) != "của" {
            return None;
        }
        self.speakers.name(gap.start + 1..gap.end)
    }

    /// A quote that no noun explains: by who speaks around it, else by its shape.
    fn by_speech(&self, source: Option<Source>, open: usize, floor: usize, before: &[Quote]) -> Quote {
        let r = self.reading;
        let words = n_words(r, self.quote.tokens.clone());
        let parallel = is_parallel(r, self.quote.tokens.clone());
        let stands_alone = open == floor && self.stands_alone();
        let clause = words >= 4 || (words >= 2 && ends_as_sentence(r, self.quote));
        if let Some(source) = &source {
            let direct = source.adjacent
                && clause
                && (source.colon
                    || source.position == "after"
                    || !(parallel || source.order && words < 9 || words < 6));
            if direct {
                return self.made(QuoteType::Direct, Some(source.clone()), "speaker_beside", Confidence::High);
            }
        }
        if names_instrument(r, self.quote) {
            return self.made(QuoteType::TitleOfWork, None, "instrument", Confidence::Medium);
        }
        if stands_alone && words >= 4 {
            let source = self.previous(before);
            return self.made(QuoteType::Direct, source, "speaker_in_sentence_before", Confidence::Medium);
        }
        let kind = match words {
            _ if parallel => QuoteType::Slogan,
            9.. if source.is_some() || ends_as_sentence(r, self.quote) => QuoteType::Direct,
            12.. => QuoteType::Direct,
            _ => QuoteType::Term,
        };
        let source = source.or_else(|| self.carried(kind));
        self.made(kind, source, "shape", Confidence::Low)
    }

    /// Whether the quote makes up whole sentences.
    fn stands_alone(&self) -> bool {
        let r = self.reading;
        let Some(last) = self.last else { return false };
        let end = r.sentences[last].tokens.end;
        n_words(r, self.quote.tokens.end.min(end)..end) == 0
    }

    /// The speaker named after the quote.
    fn after(&self) -> Option<Source> {
        let r = self.reading;
        let close = self.quote.tokens.end;
        self.quote.marks.1?;
        let last = self.last?;
        let near = |c: &&Cue| {
            let start = c.speaker.as_ref().map_or(c.verb.start, |s| s.start.min(c.verb.start));
            start > close
                && start <= close + 3
                && (close + 1..start).all(|i| matches!(r.raw(i), "," | "-" | "–" | "—" | "." | "("))
        };
        let open = self.quote.tokens.start.saturating_sub(1);
        let inside =
            self.first.is_some_and(|n| r.sentences[n].tokens.start < open) && r.raw(open.saturating_sub(1)) != ":";
        // `… bài viết “…”, ông Nam khẳng định giá sẽ giảm`: the verb brings in what follows it
        let brings_in = |c: &&Cue| !(inside && c.clause.len() > 3);
        let cue =
            self.speech.of_sentence(last).iter().find(near).filter(brings_in).map(|c| self.source(c, "after", true));
        cue.or_else(|| self.english(close, last))
            .or_else(|| self.named_after(close))
            .or_else(|| self.that_was(last + 1))
    }

    /// A person named right after the quote, whatever verb follows: `“…”, ông Nam than`. The quote must begin its sentence.
    fn named_after(&self, close: usize) -> Option<Source> {
        let r = self.reading;
        let first = r.sentences.get(self.first?)?.tokens.start;
        let from = (close + 1..close + 4).find(|&i| !matches!(r.raw(i), "," | "-" | "–" | "—"))?;
        if from == close + 1 || first + 1 < self.quote.tokens.start {
            return None;
        }
        let (to, who) = self.speakers.person_at(from)?;
        let cue = to..(to + 1).min(r.tokens.len());
        let speaker = Some(from..to);
        Some(Source { who: Some(who), speaker, cue, position: "after", adjacent: true, order: false, colon: false })
    }

    /// `“…” said Ann Lee.`, `“…,” Ann Lee said.`
    fn english(&self, close: usize, sentence: usize) -> Option<Source> {
        let r = self.reading;
        let end = r.sentences[sentence].tokens.end.min(close + 16);
        let (verb, after) = (close + 1..end).find_map(|i| match r.longest(&r.lexicon.speech.verbs, i, end)? {
            (after, SpeechVerb::English) => Some((i, after)),
            _ => None,
        })?;
        let name_at = |from: usize, to: usize| {
            let start = (from..to).find(|&i| r.is_capital(i))?;
            let n = (start..to).take_while(|&i| r.is_capital(i) || matches!(r.low(i), "van" | "de" | "von")).count();
            Some(start..start + n)
        };
        // `“…,” she warned.`
        let pronoun = (close + 1..verb).find(|&i| matches!(r.low(i), "he" | "she")).map(|i| i..i + 1);
        // `“…,” the Swedish minister said.`
        let office = |i: usize| {
            let word = r.longest(&r.lexicon.english_words, i, i + 1);
            word.is_some_and(|(_, w)| matches!(w, EnglishWord::Title | EnglishWord::Role)) && !r.is_capital(i)
        };
        let titled = (close + 1..verb).any(|i| r.low(i) == "the") && verb > close + 1 && office(verb - 1);
        let pronoun = pronoun.or_else(|| titled.then(|| verb - 1..verb));
        let anaphor = pronoun.is_some();
        let speaker = pronoun.or_else(|| name_at(close + 1, verb)).or_else(|| name_at(after, end))?;
        let who = if anaphor {
            self.speakers.named_before(close)
        } else {
            let name = self.speakers.name(speaker.clone());
            name.or_else(|| Some(r.span(speaker.clone()).of(r.text).to_owned()))
        };
        Some(Source {
            who,
            speaker: Some(speaker),
            cue: verb..after,
            position: "after",
            adjacent: true,
            order: false,
            colon: false,
        })
    }

    /// `Đó là chia sẻ của ông Nam.` in the sentence after the quote.
    fn that_was(&self, sentence: usize) -> Option<Source> {
        let r = self.reading;
        let next = r.sentences.get(sentence)?;
        let tokens = next.tokens.clone();
        let at = r.any(tokens.start, &["đó là", "đây là", "đó cũng là", "đây cũng là"])?;
        let of = (at..tokens.end.min(at + 6)).find(|&i| r.low(i) == "của")?;
        r.longest(&r.lexicon.speech.verbs, at, of).or_else(|| r.phrase(at, "lời").map(|i| (i, SpeechVerb::Say)))?;
        self.speakers.begins(of + 1, tokens.end).then_some(())?;
        let end =
            (of + 1..tokens.end.min(of + 24)).find(|&i| matches!(r.raw(i), "," | "." | "(")).unwrap_or(tokens.end);
        let who = self.speakers.name(of + 1..end);
        Some(Source {
            who,
            speaker: Some(of + 1..end),
            cue: at..of,
            position: "after",
            adjacent: true,
            order: false,
            colon: false,
        })
    }

    /// The last speaker named before the quote in its sentence.
    fn before(&self, open: usize) -> Option<Source> {
        let r = self.reading;
        let cues = self.speech.of_sentence(self.first?);
        let cue = cues
            .iter()
            .rev()
            .find(|c| c.verb.end <= open)
            .or_else(|| cues.iter().find(|c| c.verb.start > self.quote.tokens.end))?;
        let gap = cue.verb.end..open;
        let joins = |i: usize| matches!(r.low(i), ":" | "," | "rằng" | "thêm" | "là");
        let adjacent = cue.verb.end <= open && (gap.clone().all(joins) || cue.clause.start == open);
        let colon = adjacent
            && (matches!(r.raw(open.saturating_sub(1)), ":")
                || cue.mode == Mode::Colon
                || r.low(open.saturating_sub(1)) == "rằng");
        let position = if cue.verb.end <= open { "before" } else { "after" };
        let mut source = self.source(cue, position, adjacent);
        source.colon = colon;
        Some(source)
    }

    /// `“…,” said Ann Lee, adding, “…”`: further words of the speaker of the quote before it in the sentence.
    fn added(&self, open: usize, before: &[Quote]) -> Option<Source> {
        let r = self.reading;
        let sentence = r.sentences.get(self.first?)?;
        let last = before.last().filter(|q| q.kind == QuoteType::Direct && sentence.span.overlaps(q.span))?;
        let joins = |i: &usize| !matches!(r.raw(*i), "," | ":" | "that");
        let verb = (sentence.tokens.start..open).rev().find(joins).filter(|&i| r.low(i) == "adding")?;
        Some(Source {
            who: last.speaker.clone(),
            speaker: None,
            cue: verb..verb + 1,
            position: "before",
            adjacent: true,
            order: false,
            colon: true,
        })
    }

    fn source(&self, cue: &Cue, position: &'static str, adjacent: bool) -> Source {
        Source {
            who: cue.who.clone(),
            speaker: cue.speaker.clone(),
            cue: cue.verb.clone(),
            position,
            adjacent,
            order: cue.class == SpeechVerb::Order,
            colon: false,
        }
    }

    /// The speaker of the sentence before, for a quote that is a sentence of its own.
    fn previous(&self, before: &[Quote]) -> Option<Source> {
        let r = self.reading;
        let first = self.first?;
        let earlier = (0..first).rev().find(|&n| r.sentences[n].zone == Zone::Body)?;
        if let Some(cue) = self.speech.of_sentence(earlier).last() {
            return Some(self.source(cue, "before", false));
        }
        let quoted =
            before.last().filter(|q| q.kind == QuoteType::Direct && r.sentences[earlier].span.overlaps(q.span))?;
        let who = quoted.speaker.clone();
        Some(Source {
            who,
            speaker: None,
            cue: self.quote.tokens.start..self.quote.tokens.start,
            position: "before",
            adjacent: false,
            order: false,
            colon: false,
        })
    }

    /// The speaker whose speech the sentence goes on with: `Trong đó, …`, `Thứ hai, …`.
    fn carried(&self, kind: QuoteType) -> Option<Source> {
        let r = self.reading;
        let first = self.first?;
        let at = r.sentences[first].tokens.start;
        let leads = [
            "trong đó",
            "đồng thời",
            "bên cạnh đó",
            "cùng với đó",
            "ngoài ra",
            "theo đó",
            "cụ thể",
            "thứ",
            "một là",
            "hai là",
            "ba là",
            "bốn là",
        ];
        let goes_on = r.any(at, &leads).is_some() || r.any(self.quote.stretch.start, &leads).is_some();
        if !goes_on && kind == QuoteType::Term {
            return None;
        }
        let reach = if goes_on { 8 } else { 1 };
        let index = self.speech.cues.partition_point(|c| c.sentence < first);
        let cue = self.speech.cues[..index].last().filter(|c| c.sentence + reach >= first)?;
        let mut source = self.source(cue, "before", false);
        source.speaker = None;
        Some(source)
    }

    /// `“…” như Bác Hồ đã dạy`: the words of one person in the speech of another.
    fn taught(&self, outer: &Option<Source>) -> Option<Quote> {
        let r = self.reading;
        let close = self.quote.tokens.end;
        let end = r.sentences.get(self.last?)?.tokens.end.min(close + 16);
        let like = (close + 1..end.min(close + 3)).find(|&i| r.low(i) == "như" && r.low(i + 1) != "vậy")?;
        let verbs =
            ["dạy", "căn dặn", "từng nói", "đã nói", "từng viết", "đã viết", "nói", "viết", "dặn", "khẳng định"];
        let verb = (like + 1..end).find(|&i| r.any(i, &verbs).is_some())?;
        let mut made = self.made(QuoteType::Citation, None, "cited", Confidence::High);
        made.speaker = self.speakers.named_person(like + 1..verb).or_else(|| self.speakers.name(like + 1..verb));
        made.speaker_text = Some(r.span(like + 1..verb));
        made.cue = Some(r.span(like..verb + 1));
        made.cue_position = Some("after");
        made.relayed_by = outer.as_ref().and_then(|s| s.who.clone());
        Some(made)
    }
}
