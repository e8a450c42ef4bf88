//! Whom the words before a verb of saying name.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::base::{Arrange, Span};
use crate::lexicon::{SpeakerHead, SpeechVerb};
use crate::text::fold;

use super::super::name::is_short_form;
use super::super::place::{known_place, place_phrase};
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
    // Where each mention begins that ends at some byte; the longest.
    by_end: FxHashMap<usize, usize>,
    // Who spoke, in text order.
    spoken: Vec<Spoken>,
}

/// Who spoke, and in which words the text said so.
#[derive(Debug)]
struct Spoken {
    words: String,
    name: String,
    at: usize,
}

impl<'a, 'r> Speakers<'a, 'r> {
    pub(crate) fn new(reading: &'a Reading<'r>, facts: &'a Facts) -> Self {
        let person = |(i, p): (usize, &'a super::super::Person)| p.mentions.iter().map(move |m| (m.span, m.kind, i));
        let body = |(i, o): (usize, &'a super::super::Organisation)| o.mentions.iter().map(move |m| (m.span, i));
        let mut people: Vec<_> = facts.people.iter().enumerate().flat_map(person).collect();
        let mut bodies: Vec<_> = facts.organisations.iter().enumerate().flat_map(body).collect();
        people.arrange_by_key(|(span, ..)| *span);
        bodies.arrange_by_key(|(span, _)| *span);
        let mut by_end: FxHashMap<usize, usize> = FxHashMap::default();
        for span in people.iter().map(|(span, ..)| *span).chain(bodies.iter().map(|(span, _)| *span)) {
            let start = by_end.entry(span.end()).or_insert(span.start());
            *start = span.start().min(*start);
        }
        let (mut by_word, mut by_last_word) = (FxHashMap::default(), FxHashMap::default());
        for (i, person) in facts.people.iter().enumerate() {
            for word in person.name.split(' ') {
                by_word.entry(word).or_insert(i);
            }
            if let Some(word) = person.name.split(' ').next_back() {
                by_last_word.entry(word).or_insert(i);
            }
        }
        Self { reading, facts, people, bodies, by_word, by_last_word, by_end, spoken: Vec::new() }
    }

    /// The subject that ends before token `end`, not reaching past `floor`.
    pub(crate) fn subject(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let closed = end > floor && self.reading.raw(end - 1) == ",";
        let end = self.before_brackets(if closed { end - 1 } else { end }, floor);
        let own = self.described(end, floor);
        let own = match self.mention_before(end, floor) {
            Some(mention) if own.as_ref().is_none_or(|own| mention.start < own.start) => Some(mention),
            _ => own,
        };
        // What stands before `và` is the subject of the verb before, not of this one.
        let own =
            self.before_place(own, floor).filter(|_| !matches!(self.reading.low(end.wrapping_sub(1)), "và" | "rồi"));
        if let Some(own) = &own
            && self.named_person(own.clone()).is_some()
        {
            return Some(own.clone());
        }
        if let Some(name) = own.as_ref().and_then(|own| self.apposition(own.start, floor)) {
            return Some(name);
        }
        own.filter(|_| !closed).or_else(|| self.across(end, floor))
    }

    /// The person before up to three parts between commas that no rule knows: `Giáo sư Lê Văn An, khoa Luật, cho rằng`.
    fn across(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let r = self.reading;
        let mut end = end;
        for _ in 0..3 {
            let start = part_start(r, end, floor);
            let plain = start > floor && r.raw(start - 1) == "," && is_nominal(r, start..end) && end - start < 12;
            if !plain || self.says(start..end) {
                return None;
            }
            end = start - 1;
            if let Some(mention) = self.mention_before(end, floor) {
                let first = mention.start == floor || is_break(r, mention.start - 1);
                return (first && self.named_person(mention.clone()).is_some()).then_some(mention);
            }
        }
        None
    }

    /// The person or body whose mention ends at `end`; what belongs to a person (`người thân của ông Nam`) is not the person.
    fn mention_before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let last = self.reading.tokens.get(end.checked_sub(1)?)?;
        let start = self.reading.token_at(*self.by_end.get(&last.span.end())?);
        let owned = start > floor && matches!(self.reading.low(start - 1), "của" | "với" | "cho" | "và");
        (start >= floor && !owned).then_some(start..end)
    }

    /// The body before a comma, where only the place of the body stands after it: `Công an huyện Hoa Lư, Ninh Bình`.
    fn before_place(&self, own: Option<Range<usize>>, floor: usize) -> Option<Range<usize>> {
        let r = self.reading;
        let place = own.clone().filter(|own| place_phrase(r, own.start, own.end) == Some(own.end));
        let body = place
            .filter(|own| own.start > floor && r.raw(own.start - 1) == ",")
            .and_then(|own| self.mention_before(own.start - 1, floor));
        body.or(own)
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
        let first = (start..end).find(|&i| {
            self.begins(i, end) && is_nominal(self.reading, i..end) && (i == start || self.may_begin_inside(i, end))
        });
        first.map(|i| i..end).or_else(|| self.bare_name(start..end))
    }

    /// Several people are the subject only where their clause begins: not in `trình bày các ý kiến`.
    fn may_begin_inside(&self, i: usize, end: usize) -> bool {
        const LINKS: [&str; 12] = ["khi", "nhưng", "song", "mà", "vì", "do", "hiện", "nay", "và", "nhiên", "đó", "hết"];
        let group = self.head(i, end).is_some_and(|(_, kind)| kind == SpeakerHead::Group);
        !group || LINKS.contains(&self.reading.low(i - 1))
    }

    /// Whether token `i` lies in the name of a body.
    pub(crate) fn in_body(&self, i: usize) -> bool {
        let Some(span) = self.reading.tokens.get(i).map(|t| t.span) else { return false };
        let after = self.bodies.partition_point(|(s, _)| s.start() <= span.start());
        after > 0 && self.bodies[after - 1].0.covers(span)
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

    /// The person whose mention begins at token `i`: its end and the name.
    pub(crate) fn person_at(&self, i: usize) -> Option<(usize, String)> {
        let r = self.reading;
        let at = r.tokens.get(i)?.span.start();
        let first = self.people.partition_point(|(s, ..)| s.start() < at);
        let (span, _, person) = self.people.get(first).filter(|(s, ..)| s.start() == at)?;
        Some((r.token_at(span.end()), self.facts.people[*person].name.clone()))
    }

    /// The person named last before token `i`: who `he` or `she` is.
    pub(crate) fn named_before(&self, i: usize) -> Option<String> {
        let at = self.reading.tokens.get(i)?.span.start();
        let after = self.people.partition_point(|(s, ..)| s.start() < at);
        self.people[..after].last().map(|(_, _, person)| self.facts.people[*person].name.clone())
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
        let r = self.reading;
        if r.joins.get(i).copied().unwrap_or(false) && !r.is_capital(i) {
            return None;
        }
        // `Công văn số 15/UBND-VX`
        if i > 0 && r.raw(i - 1) == "/" && r.is_glued(i) {
            return None;
        }
        // `ban hành` is not a body: the word goes on.
        let whole = |&(to, _): &(usize, SpeakerHead)| to > i + 1 || r.is_capital(i) || r.joins.get(to) != Some(&true);
        let several = matches!(r.low(i), "các" | "những" | "nhiều" | "hầu").then_some((i + 1, SpeakerHead::Group));
        r.longest(&r.lexicon.speech.speakers, i, end).filter(whole).or(several)
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
        let owner = last.0.start() > span.start() && self.is_owner(self.reading.token_at(last.0.start()));
        (!owner).then(|| self.facts.people[last.2].name.clone())
    }

    /// Whether the name at token `i` only says whose the one described is: `thầy của Lê Văn An`, `luật sư của ông An`.
    fn is_owner(&self, i: usize) -> bool {
        i > 0 && self.reading.low(i - 1) == "của"
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
        let from = range.end - n;
        let named = known_place(self.reading, from, range.end) == Some(range.end)
            || self.body(from..range.end).is_some()
            || (from..range.end).any(|k| is_short_form(self.reading.raw(k)))
            || self.is_owner(from);
        // `bà Thu Trang`: somebody whom the text names in full elsewhere.
        let in_full = || self.mentioned(from..range.end, MentionType::GivenName);
        (n >= 2 && !named).then(|| in_full().unwrap_or_else(|| self.as_written(from..range.end)))
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
            Some(SpeakerHead::Body) if self.is_anaphor(range.clone()) => {
                self.body_before(range.clone()).or_else(|| Some(self.as_written(range)))
            }
            Some(SpeakerHead::Body) => {
                self.body(range.clone()).or_else(by_mention).or_else(|| Some(self.as_written(range)))
            }
            Some(SpeakerHead::Group) => Some(self.as_written(range)),
            Some(SpeakerHead::Address) if range.clone().any(|i| self.is_owner(i)) => Some(self.as_written(range)),
            Some(SpeakerHead::Address) => by_mention().or_else(|| self.addressed(range)),
            Some(SpeakerHead::Title) => by_mention()
                .or_else(|| self.by_office(range.clone()))
                .or_else(|| self.spokesman(range.clone()))
                .or_else(|| {
                    let described = range.len() > 2 || self.head(range.start, range.end).is_none();
                    described.then(|| self.as_written(range))
                }),
            None => by_mention().or_else(|| self.body(range.clone())).or_else(|| self.unknown(range)),
        }
    }

    /// Whether the words only stand for a body named before: `Bộ này`, `Tập đoàn`.
    fn is_anaphor(&self, range: Range<usize>) -> bool {
        let r = self.reading;
        let pointed = range.len() > 1 && matches!(r.low(range.end - 1), "này" | "đó" | "nói");
        pointed || r.is_capital(range.start) && self.head(range.start, range.end).is_some_and(|(to, _)| to == range.end)
    }

    /// The body named last before the words whose name begins as they do; for `cơ quan này` any body.
    fn body_before(&self, range: Range<usize>) -> Option<String> {
        let r = self.reading;
        let (after, _) = self.head(range.start, range.end)?;
        let head: Vec<&str> = (range.start..after).map(|i| r.low(i)).collect();
        let head = head.join(" ");
        let any = matches!(head.as_str(), "cơ quan" | "tổ chức" | "doanh nghiệp" | "hãng" | "đơn vị" | "công ty");
        let byte = r.tokens.get(range.start)?.span.start();
        let upto = self.bodies.partition_point(|(span, _)| span.start() < byte);
        let names = self.bodies[..upto].iter().rev().take(100).map(|(_, i)| &self.facts.organisations[*i].name);
        let fits = |name: &&String| fold(name).starts_with(&head);
        names.clone().find(fits).or_else(|| names.clone().next().filter(|_| any)).cloned()
    }

    /// The description as the text gives it, for a speaker without a name.
    fn as_written(&self, range: Range<usize>) -> String {
        self.reading.span(range).of(self.reading.text).replace('\u{a0}', " ")
    }

    /// The body for which a spokesman without a name speaks.
    fn spokesman(&self, range: Range<usize>) -> Option<String> {
        let speaks_for = ["đại diện", "người phát ngôn", "phát ngôn viên", "quan chức", "nguồn tin"];
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

    /// Who `ông Bình`, a bare `ông` or `vị này` is: the last speaker of that given name, or the last one spoken of who fits.
    fn addressed(&self, range: Range<usize>) -> Option<String> {
        let r = self.reading;
        let (after, _) = self.head(range.start, range.end)?;
        let given = (after < range.end && r.is_capital(after)).then(|| r.raw(after));
        let fits = |spoken: &&Spoken| match given {
            Some(given) => spoken.name.split(' ').next_back() == Some(given),
            None => agrees(r.low(range.start), spoken.words.split(' ').next().unwrap_or("")),
        };
        let spoken = self.spoken.iter().rev().find(fits);
        let met = || self.met_last(range.start, spoken.map_or(0, |s| s.at));
        if given.is_none()
            && let Some(name) = met()
        {
            return Some(name);
        }
        if let Some(spoken) = spoken {
            return Some(spoken.name.clone());
        }
        self.by_last_word.get(given?).map(|&i| self.facts.people[i].name.clone())
    }

    /// The person named in full at the head of one of the last sentences before token `before`, later than `after`.
    fn met_last(&self, before: usize, after: usize) -> Option<String> {
        let r = self.reading;
        let byte = r.tokens.get(before)?.span.start();
        let upto = self.people.partition_point(|(span, ..)| span.start() < byte);
        let named = self.people[..upto].iter().rev().take(8).filter(|(_, kind, _)| *kind == MentionType::Name);
        let pronoun = r.low(before);
        named
            .filter(|(span, ..)| {
                let at = r.token_at(span.start());
                let head = r.sentence_at(span.start()).map_or(usize::MAX, |s| s.tokens.start);
                at > after && at <= head.saturating_add(1) && before < at + 120 && agrees(pronoun, r.low(at))
            })
            .map(|(_, _, person)| self.facts.people[*person].name.clone())
            .next()
    }

    /// The last speaker who was given this office; for `người đứng đầu …` the last one with a name.
    fn by_office(&self, range: Range<usize>) -> Option<String> {
        let (after, _) = self.head(range.start, range.end)?;
        let office: Vec<&str> = (range.start..after).map(|i| self.reading.low(i)).collect();
        let office = office.join(" ");
        if office.starts_with("người đứng đầu") {
            return self.spoken.last().map(|spoken| spoken.name.clone());
        }
        self.spoken.iter().rev().find(|spoken| spoken.words.starts_with(&office)).map(|spoken| spoken.name.clone())
    }

    /// Remembers who spoke.
    pub(crate) fn spoke(&mut self, range: Range<usize>, name: &str) {
        let at = range.start;
        let words: Vec<&str> = range.map(|i| self.reading.low(i)).collect();
        if self.spoken.last().is_none_or(|last| last.name != name || last.at < at) {
            self.spoken.push(Spoken { words: words.join(" "), name: name.to_owned(), at });
        }
        if self.spoken.len() > 64 {
            self.spoken.remove(0);
        }
    }

    /// The last one who spoke.
    pub(crate) fn last(&self) -> Option<String> {
        self.spoken.last().map(|spoken| spoken.name.clone())
    }

    /// The name or description at the head of a clause that begins at `start`: `Ông Nam` of `Ông Nam cảm ơn … và mong …`.
    pub(crate) fn leading(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let (after, _) = self.head(start, end)?;
        let goes_on = |&i: &usize| self.reading.is_capital(i) && !is_break(self.reading, i);
        Some(start..after + (after..end).take_while(goes_on).count())
    }
}

/// Whether a pronoun may stand for somebody whose description begins with `word`: men and women are kept apart.
fn agrees(pronoun: &str, word: &str) -> bool {
    let woman = |word: &str| matches!(word, "bà" | "chị" | "cô" | "nữ");
    let man = |word: &str| matches!(word, "ông" | "anh" | "thầy" | "chú" | "ngài");
    !(woman(pronoun) && man(word) || man(pronoun) && woman(word))
}
