//! Whom the words before a verb of saying name.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::{Arrange, Span};
use crate::lexicon::{SpeakerHead, SpeechVerb};

use super::super::{Facts, MentionType, Reading};
use super::clause::{is_break, is_nominal, part_start};

/// People and bodies by where they are named, and who spoke so far.
#[derive(Debug)]
pub(crate) struct Speakers<'a, 'r> {
    reading: &'a Reading<'r>,
    facts: &'a Facts,
    people: Vec<(Span, MentionType, usize)>,
    bodies: Vec<(Span, usize)>,
    // The first person with each word in the name, and with each last word.
    by_word: FxHashMap<&'a str, usize>,
    by_last_word: FxHashMap<&'a str, usize>,
    // Who spoke, in text order: the words that described the speaker, the name.
    spoken: Vec<(String, String)>,
}

impl<'a, 'r> Speakers<'a, 'r> {
    pub(crate) fn new(reading: &'a Reading<'r>, facts: &'a Facts) -> Self {
        let person = |(i, p): (usize, &'a super::super::Person)| p.mentions.iter().map(move |m| (m.span, m.kind, i));
        let body = |(i, o): (usize, &'a super::super::Organisation)| o.mentions.iter().map(move |m| (m.span, i));
        let mut people: Vec<_> = facts.people.iter().enumerate().flat_map(person).collect();
        let mut bodies: Vec<_> = facts.organisations.iter().enumerate().flat_map(body).collect();
        people.arrange_by_key(|(span, ..)| *span);
        bodies.arrange_by_key(|(span, _)| *span);
        let (mut by_word, mut by_last_word) = (FxHashMap::default(), FxHashMap::default());
        for (i, person) in facts.people.iter().enumerate() {
            for word in person.name.split(' ') {
                by_word.entry(word).or_insert(i);
            }
            if let Some(word) = person.name.split(' ').next_back() {
                by_last_word.entry(word).or_insert(i);
            }
        }
        Self { reading, facts, people, bodies, by_word, by_last_word, spoken: Vec::new() }
    }

    /// The subject that ends before token `end`, not reaching past `floor`.
    pub(crate) fn subject(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let closed = end > floor && self.reading.raw(end - 1) == ",";
        let end = self.before_brackets(if closed { end - 1 } else { end }, floor);
        let own = self.described(end, floor);
        if let Some(own) = &own
            && self.named_person(own.clone()).is_some()
        {
            return Some(own.clone());
        }
        if let Some(name) = own.as_ref().and_then(|own| self.apposition(own.start, floor)) {
            return Some(name);
        }
        own.filter(|_| !closed)
    }

    /// `end`, or the place before the brackets that close there.
    fn before_brackets(&self, end: usize, floor: usize) -> usize {
        if end <= floor || self.reading.raw(end - 1) != ")" {
            return end;
        }
        let floor = floor.max(end.saturating_sub(25));
        (floor..end).rev().find(|&i| self.reading.raw(i) == "(").unwrap_or(end)
    }

    /// A name or description of a speaker that ends at `end`.
    fn described(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let start = part_start(self.reading, end, floor);
        let first = (start..end).find(|&i| self.begins(i, end) && is_nominal(self.reading, i..end));
        first.map(|i| i..end).or_else(|| self.bare_name(start..end))
    }

    /// A part that is nothing but capitalised words: a name that no rule for people knows, or a known one cut short.
    fn bare_name(&self, part: Range<usize>) -> Option<Range<usize>> {
        let r = self.reading;
        let capital = |i: usize| r.is_capital(i) && r.raw(i).chars().all(char::is_alphabetic);
        let whole = !part.is_empty() && part.len() <= 4 && part.clone().all(capital);
        (whole && (part.len() > 1 || self.by_part_of_name(part.clone()).is_some())).then_some(part)
    }

    /// The person in whose name the one word stands: `Robart` for `James Robart`.
    fn by_part_of_name(&self, part: Range<usize>) -> Option<String> {
        let word = self.reading.span(part).of(self.reading.text);
        self.by_word.get(word).map(|&i| self.facts.people[i].name.clone())
    }

    /// The named person to whom the description from `head` on is joined by a comma or dash.
    fn apposition(&self, head: usize, floor: usize) -> Option<Range<usize>> {
        let mut head = head;
        for _ in 0..5 {
            if head <= floor || !matches!(self.reading.raw(head - 1), "," | "-" | "–" | "—" | ")") {
                return None;
            }
            let end = self.before_brackets(if self.reading.raw(head - 1) == ")" { head } else { head - 1 }, floor);
            let start = part_start(self.reading, end, floor);
            let first = (start..end).find(|&i| self.begins(i, end) && is_nominal(self.reading, i..end));
            if first.is_none() && end - start > 1 && self.bare_name(start..end).is_some() {
                return Some(start..end);
            }
            let Some(first) = first else {
                // a part of a list of offices: `Ủy viên Bộ Chính trị, Thủ tướng`
                head = start;
                continue;
            };
            if self.named_person(first..end).is_some() {
                return (!self.says(first..end)).then_some(first..end);
            }
            head = start;
        }
        None
    }

    /// Whether the tokens name or describe one person.
    pub(crate) fn is_person(&self, range: Range<usize>) -> bool {
        let head = self.head(range.start, range.end).map(|(_, kind)| kind);
        matches!(head, Some(SpeakerHead::Address | SpeakerHead::Title)) || self.named_person(range).is_some()
    }

    /// Whether a verb of saying stands among the tokens, so that they are a clause of their own.
    fn says(&self, range: Range<usize>) -> bool {
        let verbs = &self.reading.lexicon.speech.verbs;
        range.clone().any(|i| self.reading.longest(verbs, i, range.end).is_some_and(|(_, v)| v == SpeechVerb::Say))
    }

    /// Whether a name or description can begin at token `i`.
    pub(crate) fn begins(&self, i: usize, end: usize) -> bool {
        self.head(i, end).is_some() || self.mention_at(i)
    }

    /// The word for a speaker at token `i`.
    pub(crate) fn head(&self, i: usize, end: usize) -> Option<(usize, SpeakerHead)> {
        if self.reading.joins.get(i).copied().unwrap_or(false) && !self.reading.is_capital(i) {
            return None;
        }
        self.reading.longest(&self.reading.lexicon.speech.speakers, i, end)
    }

    fn mention_at(&self, i: usize) -> bool {
        let Some(at) = self.reading.tokens.get(i).map(|t| t.span.start()) else { return false };
        let person = self.people.partition_point(|(s, ..)| s.start() < at);
        let body = self.bodies.partition_point(|(s, _)| s.start() < at);
        self.people.get(person).is_some_and(|(s, ..)| s.start() == at)
            || self.bodies.get(body).is_some_and(|(s, _)| s.start() == at)
    }

    /// The name that stands among the tokens: the person named last in full, or else a run of capitals after an office.
    pub(crate) fn named_person(&self, range: Range<usize>) -> Option<String> {
        self.mentioned(range.clone(), MentionType::Name).or_else(|| self.capitals(range))
    }

    fn mentioned(&self, range: Range<usize>, kind: MentionType) -> Option<String> {
        let span = self.reading.span(range);
        let first = self.people.partition_point(|(s, ..)| s.end() <= span.start());
        let inside = self.people[first..].iter().take_while(|(s, ..)| s.start() < span.end());
        let last = inside.filter(|(s, k, _)| *k == kind && s.overlaps(span)).last()?;
        Some(self.facts.people[last.2].name.clone())
    }

    /// Two to four capitalised words at the end of a description by office or form of address.
    fn capitals(&self, range: Range<usize>) -> Option<String> {
        let (after, kind) = self.head(range.start, range.end)?;
        if !matches!(kind, SpeakerHead::Address | SpeakerHead::Title) {
            return None;
        }
        let is_name = |&i: &usize| self.reading.is_capital(i) && self.reading.raw(i).chars().all(char::is_alphabetic);
        let run = (after..range.end).rev().take_while(is_name).count();
        let n = if run > 4 { 3 } else { run };
        (n >= 2).then(|| self.reading.span(range.end - n..range.end).of(self.reading.text).to_owned())
    }

    fn body(&self, range: Range<usize>) -> Option<String> {
        let span = self.reading.span(range);
        let first = self.bodies.partition_point(|(s, _)| s.end() <= span.start());
        let (at, i) = self.bodies.get(first)?;
        at.overlaps(span).then(|| self.facts.organisations[*i].name.clone())
    }

    /// The canonical name of the speaker that the tokens name or describe.
    pub(crate) fn name(&self, range: Range<usize>) -> Option<String> {
        if let Some(name) = self.named_person(range.clone()) {
            return Some(name);
        }
        let head = self.head(range.start, range.end);
        let by_mention = || {
            self.mentioned(range.clone(), MentionType::Title)
                .or_else(|| self.mentioned(range.clone(), MentionType::GivenName))
        };
        match head.map(|(_, kind)| kind) {
            Some(SpeakerHead::Body) => self.body(range.clone()).or_else(by_mention),
            Some(SpeakerHead::Group) => None,
            Some(SpeakerHead::Address) => by_mention().or_else(|| self.addressed(range)),
            Some(SpeakerHead::Title) => {
                by_mention().or_else(|| self.by_office(range.clone())).or_else(|| self.spokesman(range))
            }
            None => by_mention().or_else(|| self.body(range.clone())).or_else(|| self.unknown(range)),
        }
    }

    /// The body for which a spokesman without a name speaks.
    fn spokesman(&self, range: Range<usize>) -> Option<String> {
        let speaks_for = ["đại diện", "người phát ngôn", "phát ngôn viên"];
        self.reading.any(range.start, &speaks_for)?;
        self.body(range)
    }

    /// The name as written, of somebody whom no rule for people knows.
    fn unknown(&self, range: Range<usize>) -> Option<String> {
        if range.len() == 1 {
            return self.by_part_of_name(range);
        }
        let capital = range.clone().all(|i| self.reading.is_capital(i));
        capital.then(|| self.reading.span(range).of(self.reading.text).to_owned())
    }

    /// Who `ông Bình` or a bare `ông` is: the last speaker of that given name, or the last one spoken of so.
    fn addressed(&self, range: Range<usize>) -> Option<String> {
        let (after, _) = self.head(range.start, range.end)?;
        let given = (after < range.end).then(|| self.reading.raw(after));
        let fits = |(_, name): &&(String, String)| given.is_none_or(|g| name.split(' ').next_back() == Some(g));
        if let Some((_, name)) = self.spoken.iter().rev().find(fits) {
            return Some(name.clone());
        }
        self.by_last_word.get(given?).map(|&i| self.facts.people[i].name.clone())
    }

    /// The last speaker who was given this office; for `người đứng đầu …` the last one with a name.
    fn by_office(&self, range: Range<usize>) -> Option<String> {
        let (after, _) = self.head(range.start, range.end)?;
        let office: Vec<&str> = (range.start..after).map(|i| self.reading.low(i)).collect();
        let office = office.join(" ");
        if office.starts_with("người") {
            return self.spoken.last().map(|(_, name)| name.clone());
        }
        self.spoken.iter().rev().find(|(words, _)| words.starts_with(&office)).map(|(_, name)| name.clone())
    }

    /// Remembers who spoke.
    pub(crate) fn spoke(&mut self, range: Range<usize>, name: &str) {
        let words: Vec<&str> = range.map(|i| self.reading.low(i)).collect();
        if self.spoken.last().is_none_or(|(_, last)| last != name) {
            self.spoken.push((words.join(" "), name.to_owned()));
        }
        if self.spoken.len() > 64 {
            self.spoken.remove(0);
        }
    }

    /// The last one who spoke.
    pub(crate) fn last(&self) -> Option<String> {
        self.spoken.last().map(|(_, name)| name.clone())
    }

    /// The name or description at the head of a clause that begins at `start`: `Ông Nam` of `Ông Nam cảm ơn … và mong …`.
    pub(crate) fn leading(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let (after, _) = self.head(start, end)?;
        let goes_on = |&i: &usize| self.reading.is_capital(i) && !is_break(self.reading, i);
        Some(start..after + (after..end).take_while(goes_on).count())
    }
}
