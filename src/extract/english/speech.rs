//! Reported speech: `the ministry said …`, `…, Lee said`, `according to …`.

use std::ops::Range;

use crate::base::{Arrange, Span};
use crate::extract::speech::{Mode, Speech};
use crate::extract::{Attribution, Confidence, Facts, Reading, Sentence};
use crate::ingest::Zone;
use crate::lexicon::{SpeechVerb, english_weekday};
use crate::text::fold;

/// Reported speech without quotation marks, in text order.
pub(in crate::extract) fn attributions(r: &Reading, facts: &Facts, speech: &Speech) -> Vec<Attribution> {
    let quoted = |i: usize| {
        let after = speech.marked.partition_point(|m| m.tokens.start <= i + 1);
        speech.marked[..after].last().is_some_and(|m| i <= m.tokens.end)
    };
    let names = Names::new(facts);
    let mut last: Option<String> = None;
    let mut out = Vec::new();
    for sentence in r.sentences.iter().filter(|s| s.zone == Zone::Body) {
        let Some(said) = said(r, sentence).or_else(|| according(r, sentence)) else {
            last = names.within(r, sentence.tokens.clone()).or(last);
            continue;
        };
        let who = match r.low(said.speaker.end.saturating_sub(1)) {
            "he" | "she" | "it" | "they" => last.clone(),
            _ => names.within(r, said.speaker.clone()).or_else(|| names.meant(r, &said.speaker)),
        };
        last = who.clone().or_else(|| names.within(r, sentence.tokens.clone())).or(last);
        if said.clause.len() < 3 || quoted(said.clause.start) || quoted(said.verb.start) {
            continue;
        }
        out.push(Attribution {
            span: r.span(said.clause),
            speaker: who,
            speaker_text: Some(r.span(said.speaker)),
            cue: r.span(said.verb),
            mode: Mode::Indirect,
            nested_in: None,
            rule: "english_verb_of_saying",
            confidence: Confidence::Medium,
        });
    }
    out
}

struct Said {
    speaker: Range<usize>,
    verb: Range<usize>,
    clause: Range<usize>,
}

/// `X said (that) …`, `…, X said on Monday.`
fn said(r: &Reading, sentence: &Sentence) -> Option<Said> {
    let (start, end) = (sentence.tokens.start, sentence.tokens.end);
    let (verb, after) = (start + 1..end).find_map(|i| match r.longest(&r.lexicon.speech.verbs, i, end)? {
        (after, SpeechVerb::English) if !matches!(r.low(i - 1), "be" | "is" | "was" | "to" | "been") => {
            Some((i, after))
        }
        _ => None,
    })?;
    // `“…,” said X`: a quotation.
    if matches!(r.raw(verb - 1), "”" | "\"") {
        return None;
    }
    let comma = (start..verb).rev().find(|&k| matches!(r.raw(k), "," | "”" | "\""));
    let close = without_stop(r, end);
    // `…, the ministry said in a report on Friday.`
    let rest = close.saturating_sub(after);
    let adverbial = after >= close
        || matches!(r.low(after), "on" | "in" | "at" | "last")
        || english_weekday(r.low(after)).is_some();
    if let Some(comma) = comma.filter(|&c| rest <= 10 && adverbial && verb - c <= 8 && c > start + 3) {
        return Some(Said { speaker: comma + 1..verb, verb: verb..after, clause: start..comma });
    }
    let mut from = after;
    // `said on Monday that`, `told a conference in Hanoi that`
    let that = (after..end.min(after + 14)).find(|&k| r.low(k) == "that");
    let told = r.low(verb) == "told";
    match that {
        Some(that) if that == after || adverbial || told => from = that + 1,
        _ if told => return None,
        _ => {}
    }
    // `X, chairman of Y, said …`: the subject begins the sentence.
    let apposed = comma.is_some_and(|c| c + 1 == verb);
    let speaker =
        if apposed { start..verb - 1 } else { comma.filter(|&c| verb - c <= 8).map_or(start, |c| c + 1)..verb };
    (speaker.len() <= 30).then(|| Said { speaker, verb: verb..after, clause: from..close.max(from) })
}

/// `According to X, …`, `…, according to X.`
fn according(r: &Reading, sentence: &Sentence) -> Option<Said> {
    let (start, end) = (sentence.tokens.start, sentence.tokens.end);
    let at = (start..end).find(|&i| r.phrase(i, "according to").is_some())?;
    let close = without_stop(r, end);
    if at == start {
        let comma = (at + 2..end).find(|&k| r.raw(k) == ",")?;
        return Some(Said { speaker: at + 2..comma, verb: at..at + 2, clause: comma + 1..close.max(comma + 1) });
    }
    let before = if r.raw(at - 1) == "," { at - 1 } else { at };
    Some(Said { speaker: at + 2..close.max(at + 2), verb: at..at + 2, clause: start..before })
}

fn without_stop(r: &Reading, end: usize) -> usize {
    if matches!(r.raw(end.wrapping_sub(1)), "." | "!" | "?") { end - 1 } else { end }
}

/// Where people and bodies are named, in text order.
struct Names<'f> {
    people: Vec<(Span, &'f str)>,
    bodies: Vec<(Span, &'f str)>,
}

/// Most mentions to look back over for the body that `the ministry` takes up again.
const MOST_BACK: usize = 100;

impl<'f> Names<'f> {
    fn new(facts: &'f Facts) -> Self {
        let mut people: Vec<_> =
            facts.people.iter().flat_map(|p| p.mentions.iter().map(|m| (m.span, p.name.as_str()))).collect();
        let mut bodies: Vec<_> =
            facts.organisations.iter().flat_map(|o| o.mentions.iter().map(|m| (m.span, o.name.as_str()))).collect();
        people.arrange_by_key(|(span, _)| *span);
        bodies.arrange_by_key(|(span, _)| *span);
        Self { people, bodies }
    }

    /// The person, else the body named in the tokens.
    fn within(&self, r: &Reading, tokens: Range<usize>) -> Option<String> {
        if tokens.is_empty() {
            return None;
        }
        let span = r.span(tokens);
        let first = |names: &[(Span, &str)]| {
            let from = names.partition_point(|(s, _)| s.start() < span.start());
            names.get(from).filter(|(s, _)| span.covers(*s)).map(|(_, name)| (*name).to_owned())
        };
        first(&self.people).or_else(|| first(&self.bodies))
    }

    /// The body that `the ministry`, `the bank` takes up again.
    fn meant(&self, r: &Reading, speaker: &Range<usize>) -> Option<String> {
        let short = speaker.len() <= 3 && r.low(speaker.start) == "the";
        let head = speaker.end.checked_sub(1).filter(|&k| short && !r.is_capital(k))?;
        let before = r.tokens.get(head)?.span.start();
        let to = self.bodies.partition_point(|(s, _)| s.start() < before);
        let is_head = |name: &str| name.split(' ').any(|word| fold(word) == r.low(head));
        let near = self.bodies[..to].iter().rev().take(MOST_BACK);
        near.map(|(_, name)| *name).find(|name| is_head(name)).map(str::to_owned)
    }
}
