//! What English words say of a deed: an aim, an order, what happens by itself, what was only said.

use std::ops::Range;

use crate::lexicon::{EnglishAim, SpeechVerb};
use crate::text::{Row, Run, TokenKind};

use super::Source;
use super::signal::{figures_in, goal_word};

/// A run of tokens without the second.
struct Apart<'r>(Run<'r>);

impl Row for Apart<'_> {
    fn get(&self, i: usize) -> Option<&str> {
        self.0.get(if i > 0 { i + 1 } else { i })
    }
}

/// The index after the words of the class that stand at `i`, perhaps with an adverb after the first: `are also asked to`.
pub(super) fn cue(source: Source, i: usize, class: EnglishAim) -> Option<usize> {
    let r = source.reading;
    let found = r.longest(&r.lexicon.english_aims, i, r.tokens.len());
    let adverb = matches!(r.low(i + 1), "also" | "now" | "then" | "currently" | "further");
    let apart = || {
        let (n, found) = r.lexicon.english_aims.longest(&Apart(r.run(i..r.tokens.len())))?;
        (n > 1).then_some((i + n + 1, found))
    };
    found.or_else(|| adverb.then(apart).flatten()).filter(|&(_, found)| found == class).map(|(after, _)| after)
}

/// Whether a deed with its measure follows the `will` or `must` at `i`: `will invest 300 million`, `must reach 95%`.
pub(super) fn is_deed(source: Source, i: usize, after: usize, number: bool) -> bool {
    let r = source.reading;
    let verb = after + usize::from(r.low(after).ends_with("ly"));
    let reached = r.low(i) == "must" && matches!(r.low(verb), "reach" | "achieve" | "attain" | "exceed" | "hit");
    number && (reached || matches!(r.low(i), "will" | "would") && cue(source, verb, EnglishAim::Deed).is_some())
}

/// Whether the words before the verb name a plan that says what is to be: `Under the strategy, …`, `The plan …`.
pub(super) fn is_plan(source: Source, mut before: Range<usize>) -> bool {
    before.any(|k| goal_word(source, k, |w| w.english_plan).is_some())
}

/// Most words between the verb that adopts a plan and what the plan is to do.
const LONGEST_PLAN: usize = 8;

/// The index after `to` where a plan for something was adopted: `approved a five-year plan to`.
pub(super) fn adopted(source: Source, i: usize) -> Option<usize> {
    let r = source.reading;
    let from = cue(source, i, EnglishAim::Adopt)?;
    let word =
        |k: &usize| r.kind(*k) == Some(TokenKind::Word) || r.low(*k) == "-" || r.kind(*k) == Some(TokenKind::Number);
    let plan =
        (from..from + LONGEST_PLAN).take_while(word).find(|&k| goal_word(source, k, |w| w.english_plan).is_some())?;
    (r.low(plan + 1) == "to").then_some(plan + 2)
}

/// Whether the words say that somebody was told: `has been assigned to`.
pub(super) fn is_told(source: Source, i: usize, after: usize) -> bool {
    let told = |k: usize| cue(source, k, EnglishAim::Order).is_some() || cue(source, k, EnglishAim::Told).is_some();
    (i..after).any(told)
}

/// Whether what stands at `i`, after the words of an aim, is nothing that somebody does: a noun, a meeting; where it is
/// only expected, also what happens by itself.
pub(super) fn is_no_deed(source: Source, i: usize, expected: bool) -> bool {
    let r = source.reading;
    let noun = r.low(i.wrapping_sub(1)) == "to"
        && (matches!(r.low(i), "the" | "a" | "an" | "its" | "their" | "this" | "them" | "him" | "us")
            || r.is_capital(i));
    let meets = cue(source, i, EnglishAim::Meeting).is_some();
    let done = |k: usize| {
        let word = r.low(k);
        word.ends_with("ed")
            || matches!(word, "built" | "put" | "set" | "made" | "brought" | "operational" | "sent" | "laid")
    };
    let grows = r.low(i) == "be" && !done(i + 1) || cue(source, i, EnglishAim::Vague).is_some() || r.low(i) == "not";
    noun || meets || expected && grows
}

/// Whether a verb of saying brings in the clause of the `would` at `i`: `he said his town would plant …`.
pub(super) fn is_reported(source: Source, i: usize, start: usize) -> bool {
    let r = source.reading;
    let says = |k: usize| r.longest(&r.lexicon.speech.verbs, k, i).is_some_and(|(_, verb)| verb == SpeechVerb::English);
    r.low(i + 1) != "have" && (start..i).any(says)
}

/// Whether another subject with a verb of its own stands in the tokens: `the towns will …`.
pub(super) fn has_modal(source: Source, tokens: Range<usize>) -> bool {
    tokens.into_iter().skip(1).any(|k| matches!(source.reading.low(k), "will" | "must" | "shall" | "should"))
}

/// Whether a verb and soon after it a number stand at `i`: `train 300 teachers`.
pub(super) fn is_verb_with_number(source: Source, i: usize, end: usize) -> bool {
    let r = source.reading;
    let word = r.low(i);
    let opens_phrase = matches!(
        word,
        "about"
            | "over"
            | "nearly"
            | "some"
            | "around"
            | "at"
            | "more"
            | "less"
            | "the"
            | "a"
            | "an"
            | "its"
            | "their"
            | "other"
            | "up"
            | "only"
            | "almost"
            | "all"
            | "another"
            | "each"
            | "of"
            | "for"
            | "from"
            | "by"
            | "in"
            | "between"
    );
    let verb = r.kind(i) == Some(TokenKind::Word)
        && !r.is_capital(i)
        && !opens_phrase
        && (!word.ends_with('s') || word.ends_with("ss"));
    verb && figures_in(source, i + 1..end.min(i + 5)).next().is_some()
}
