//! Targets of English articles: `aims to plant 2,000 hectares by 2030`, `told banks to report before June 30`.

mod joined;
mod promise;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::ingest::Zone;
use crate::lexicon::{EnglishAim, english_month};
use crate::text::TokenKind;

use self::joined::{more, second};
use self::promise::{headline, promised};
use super::deadline::{Deadline, within};
use super::deed::{adopted, cue, is_deed, is_no_deed, is_plan, is_reported, is_told};
use super::signal::{figures_in, goal_word};
use super::{Found, Source, TargetStatus};

/// What is to be done or reached, in text order.
pub(super) fn targets(source: Source, deadlines: &[Deadline]) -> Vec<Found> {
    let r = source.reading;
    let mut out = Vec::new();
    for (n, sentence) in r.sentences.iter().enumerate().filter(|(_, s)| s.zone == Zone::Body) {
        let tokens = sentence.tokens.clone();
        if r.raw(tokens.end.wrapping_sub(1)) == "?" {
            continue;
        }
        let mut i = tokens.start;
        while i < tokens.end {
            let found = aim(source, i, &tokens, deadlines, n, &out).or_else(|| order(source, i, &tokens, deadlines, n));
            let Some(found) = found else {
                i += 1;
                continue;
            };
            i = found.tokens.end.max(i + 1);
            out.push(found);
            while let Some(found) = more(source, i, &tokens, deadlines, n, &out) {
                i = found.tokens.end.max(i + 1);
                out.push(found);
            }
        }
    }
    out
}

/// Whether the sentence opens with words that keep the deadline of the one before it.
fn keeps(source: Source, start: usize) -> bool {
    let r = source.reading;
    let same = matches!(r.low(start + 1), "the") && r.low(start + 2) == "same" || r.low(start + 1) == "that";
    let time = |k: usize| matches!(r.low(k), "period" | "time" | "year");
    matches!(r.low(start), "by" | "until") && r.low(start + 1) == "then"
        || matches!(r.low(start), "in" | "by" | "over" | "during") && same && (time(start + 2) || time(start + 3))
}

/// The deadline of the goal before it in the paragraph, for a sentence that opens with `By then`; right after it also for
/// what `is to` be reached, is `also` a goal or is dated `by then`. The words of the goal's verb end at `after`.
fn carried(source: Source, goal: Range<usize>, after: usize, n: usize, out: &[Found]) -> Option<Deadline> {
    let r = source.reading;
    let last = out.last()?;
    let near = r.sentences[last.sentence].segment == r.sentences[n].segment;
    let also = (goal.start.saturating_sub(1)..after).any(|k| r.low(k) == "also");
    let then = goal.clone().any(|k| r.low(k) == "by" && (r.low(k + 1) == "then" || r.low(k + 1) == "that"));
    let next = last.sentence + 1 >= n && (also || then || to_be(source, goal.start));
    last.by.clone().filter(|_| near && (next || keeps(source, r.sentences[n].tokens.start)))
}

/// `is to`: what is to be reached.
fn to_be(source: Source, i: usize) -> bool {
    matches!(source.reading.low(i), "is" | "are") && source.reading.low(i + 1) == "to"
}

/// Whether the words of an aim at `i` say little, so that only a deadline makes them a target.
fn is_weak(source: Source, i: usize) -> bool {
    let r = source.reading;
    let has_to = matches!(r.low(i), "has" | "have" | "needs" | "need") && r.low(i + 1) == "to";
    !to_be(source, i) && (has_to || goal_word(source, i, |w| w.english_weak).is_some() || is_foreseen(source, i))
}

/// `foresees 40% of the farms watched`
fn is_foreseen(source: Source, i: usize) -> bool {
    matches!(source.reading.low(i), "foresees" | "envisages" | "envisions")
}

/// `Vietnam aims to cover one million hectares by 2030`: with a deadline, or a number where more than `will` says so.
fn aim(
    source: Source,
    i: usize,
    sentence: &Range<usize>,
    deadlines: &[Deadline],
    n: usize,
    out: &[Found],
) -> Option<Found> {
    let r = source.reading;
    let reported = || {
        let told = || is_reported(source, i, sentence.start) || is_due(source, i, sentence, deadlines);
        cue(source, i, EnglishAim::Reported).filter(|_| told())
    };
    let planned = || cue(source, i, EnglishAim::Due).filter(|&after| is_planned(source, i, after, sentence.start));
    let after = cue(source, i, EnglishAim::Aim)
        .or_else(|| promised(source, i))
        .or_else(|| adopted(source, i))
        .or_else(|| headline(source, i, sentence, deadlines))
        .or_else(reported)
        .or_else(planned)
        .filter(|&after| after < sentence.end)?;
    // `trade will continue to grow`
    let goes_on = r.low(i) == "will" && r.low(after) == "continue" && r.low(after + 1) == "to";
    let continues = goes_on && cue(source, after + 2, EnglishAim::Vague).is_some();
    let envisioned = matches!(r.low(i), "envisages" | "envisions");
    let has_number = envisioned && figures_in(source, after..sentence.end.min(after + 4)).next().is_some();
    let becomes =
        has_number || is_foreseen(source, i) && matches!(r.low(after), "becoming" | "being" | "having" | "making");
    let expected = continues || r.low(after - 1) == "would" || (i..after).any(|k| r.low(k) == "expected");
    let start = subject(source, i, sentence.start);
    let by_plan = is_plan(source, sentence.start..i);
    // `by 2030, the port would take 40% of the trade`
    let counted_due =
        || figures_in(source, after..sentence.end).next().is_some() && is_due(source, i, sentence, deadlines);
    if is_no_deed(source, after, expected && !by_plan && !counted_due())
        || is_foreseen(source, i) && !by_plan && !becomes
    {
        return None;
    }
    // `a plan to build`: a thing that somebody has.
    // `the assigned targets`, `targets for 2030`
    let named_targets = r.low(i) == "targets"
        && (r.low(i.wrapping_sub(1)).ends_with("ed")
            || matches!(r.low(i + 1), "by" | "for" | "in" | "of" | "set" | "and" | "under" | "to"));
    let noun = named_targets
        || matches!(r.low(i), "plan" | "pledge" | "aim" | "will")
            && matches!(
                r.low(i.wrapping_sub(1)),
                "a" | "the" | "this" | "its" | "their" | "his" | "her" | "any" | "no"
            );
    let end = clause_end(source, after, sentence.end, deadlines);
    let end = second(source, after..end, deadlines).unwrap_or(end);
    let opening = leading(source, sentence.start, i, deadlines);
    let end = list_end(source, i, after..end, sentence.end, deadlines).filter(|_| opening.is_none()).unwrap_or(end);
    let from = if keeps(source, sentence.start) { sentence.start } else { after };
    let be = r.low(after) == "be";
    let counted = figures_in(source, start..i).next().is_some();
    let measured = counted || be && matches!(r.low(start), "all" | "every" | "each" | "most" | "half");
    let number = be && counted || figures_in(source, from..end).next().is_some();
    // `pledged 3 million dollars`: an amount, or it is a word of something else.
    if r.low(i) == "pledged" && after == i + 1 && figures_in(source, after..end.min(after + 3)).next().is_none() {
        return None;
    }
    // `By 2030, the gate will be mended`, `the share would be 10 percent by 2025`
    let level = be && figures_in(source, after..after + 3).next().is_some();
    let undergoes = i > start + 1 && (level || opening.is_some() && is_passive(source, after));
    // `the office in 2022 will …`, but `the pier opened in 2022 will …`
    let beside = || {
        let date = due(source, start..i, deadlines)?;
        let at = date.tokens.start.checked_sub(2).filter(|&at| at >= start)?;
        (date.tokens.end == i && !r.low(at).ends_with("ed")).then_some(date)
    };
    let own =
        due(source, after..end, deadlines).or_else(|| due(source, i..after, deadlines)).or(opening).or_else(beside);
    let told = number || to_be(source, i);
    let by = own.or_else(|| carried(source, i..end, after, n, out).filter(|_| told));
    let weak = is_weak(source, i) && !is_deed(source, i, after, number);
    // `far below the goal of 70%`: what is compared with a goal.
    let before = r.low(i.wrapping_sub(1));
    let compared = matches!(r.low(i), "a" | "an" | "the")
        && matches!(
            before,
            "below" | "above" | "beyond" | "than" | "exceeding" | "against" | "missed" | "met" | "of" | "from"
        );
    if noun || compared || by.is_none() && (weak || !number) {
        return None;
    }
    // `40% of the farmers plan to …`: what a survey found.
    let share = || figures_in(source, start..i).any(|k| source.facts.figures[k].unit.as_deref() == Some("%"));
    if matches!(r.low(i), "plan" | "intend" | "expect" | "want" | "hope") && share() {
        return None;
    }
    // `in May`: a month, not a verb.
    if (start..i).any(|k| !(k > start && r.is_capital(k)) && cue(source, k, EnglishAim::Forecast).is_some()) {
        return None;
    }
    // `all 500 schools must close`, `the pier is slated for completion`: what is to be reached stands in the subject.
    let joined = r.low(i.wrapping_sub(1)) == "and";
    let whole = !joined && (undergoes || measured && (is_weak(source, i) || to_be(source, i) || be));
    let slated = r.low(after - 1) == "for" && cue(source, i, EnglishAim::Due).is_some();
    Some(Found {
        tokens: if whole || slated { start } else { after }..end,
        by,
        horizon: None,
        actor: name_of(source, start..i),
        status: if is_told(source, i, after) { TargetStatus::Directive } else { TargetStatus::Commitment },
        sentence: n,
        rule: "english_aim",
    })
}

/// Whether the sentence of the verb at `i` says by when, and knows no doubt: `By 2030, the town would …`.
fn is_due(source: Source, i: usize, sentence: &Range<usize>, deadlines: &[Deadline]) -> bool {
    let r = source.reading;
    let doubt = |k: usize| matches!(r.low(k), "if" | "could" | "may" | "might" | "forecast" | "predicted" | "unless");
    let by = within(deadlines, sentence.clone()).iter().any(|d| r.low(d.tokens.start.wrapping_sub(1)) == "by");
    by && r.low(i + 1) != "have" && !sentence.clone().any(doubt)
}

/// Whether something is to have something done to it: `be built`, `be fully tested`.
fn is_passive(source: Source, i: usize) -> bool {
    let r = source.reading;
    let done = r.low(i + 1 + usize::from(r.low(i + 1).ends_with("ly")));
    r.low(i) == "be"
        && (done.ends_with("ed") || done.ends_with("en") || matches!(done, "built" | "put" | "set" | "made" | "held"))
}

/// Whether the words at `i` that set a day are followed by what it is set for: `slated for completion`; `Slated to open in
/// 2026, the pier …` only at the head of a clause, since `was slated to` tells of the past.
fn is_planned(source: Source, i: usize, after: usize, start: usize) -> bool {
    let r = source.reading;
    let opens = || i == start || r.raw(i - 1) == ",";
    if r.low(after - 1) == "to" { opens() } else { is_outcome(source, after) }
}

/// Whether what something is slated for stands at `i`: `completion`, `launch`.
fn is_outcome(source: Source, i: usize) -> bool {
    let word = source.reading.low(i);
    word.ends_with("ion")
        || word.ends_with("ing")
        || matches!(word, "launch" | "release" | "delivery" | "approval" | "rollout")
}

/// The deadline that opens the sentence or a clause of it: `By 2030, the city aims to …`, `that by 2030, …`.
fn leading(source: Source, start: usize, verb: usize, deadlines: &[Deadline]) -> Option<Deadline> {
    let r = source.reading;
    let opens = |d: &&Deadline| {
        let from = d.tokens.start.saturating_sub(LONGEST_LEAD).max(start);
        let word = |k: &usize| {
            matches!(
                r.low(*k),
                "by" | "before" | "in" | "from" | "until" | "for" | "within" | "during" | "to" | "towards" | "toward"
            )
        };
        let head = (from..d.tokens.start).rev().find(word);
        let first =
            |k: usize| k == start || matches!(r.low(k - 1), "," | "that" | "and" | "but" | "ahead" | "\"" | "“");
        // `By 2030 the city aims to …`
        let subject = matches!(r.low(d.tokens.end), "the" | "it" | "they" | "we" | "all" | "every" | "its" | "their");
        let opens =
            r.raw(after_remark(source, d.tokens.end)) == "," || head == Some(start) && d.tokens.end < verb && subject;
        // `“In 2021 we will see,” he said, adding that …`
        let ended = || (d.tokens.end..verb).any(|k| r.raw(k) == "”");
        opens && head.is_some_and(first) && !ended()
    };
    within(deadlines, start..verb).iter().rev().find(opens).cloned()
}

/// The index after what may follow a date that opens a sentence: `From 2026 onward (Phase 2), …`.
fn after_remark(source: Source, i: usize) -> usize {
    let r = source.reading;
    let i = i + usize::from(matches!(r.low(i), "onward" | "onwards"));
    let close = (i..i + LONGEST_REMARK).find(|&k| r.raw(k) == ")").filter(|_| r.raw(i) == "(");
    close.map_or(i, |close| close + 1)
}

/// Most tokens of a remark in brackets after a date.
const LONGEST_REMARK: usize = 8;

/// Most tokens before the date that opens a sentence: `By the end of`.
const LONGEST_LEAD: usize = 4;

/// Longest name of those who are told to do something.
const LONGEST_ADDRESSEE: usize = 12;

/// `told lenders to bring the ratio below 3% by June`: with a deadline, or a body by name and a number.
fn order(source: Source, i: usize, sentence: &Range<usize>, deadlines: &[Deadline], n: usize) -> Option<Found> {
    let after = cue(source, i, EnglishAim::Order)?;
    let r = source.reading;
    // `proposed that the town build a pier by 2030`
    if r.low(after - 1) == "that" {
        let end = clause_end(source, after, sentence.end, deadlines);
        let by = due(source, after..end, deadlines).filter(|_| end > after);
        return by.map(|by| Found {
            tokens: after..end,
            by: Some(by),
            horizon: None,
            actor: None,
            status: TargetStatus::Directive,
            sentence: n,
            rule: "english_order",
        });
    }
    let opening = leading(source, sentence.start, i, deadlines);
    told(source, after, sentence, deadlines, n, opening.as_ref())
}

/// What somebody whose name begins at `after` is told to do; `held` is a deadline from before.
fn told(
    source: Source,
    after: usize,
    sentence: &Range<usize>,
    deadlines: &[Deadline],
    n: usize,
    held: Option<&Deadline>,
) -> Option<Found> {
    let r = source.reading;
    let plain = |k: usize| {
        matches!(r.kind(k), Some(TokenKind::Word | TokenKind::Number))
            || matches!(r.raw(k), "," | "-" | "'" | "’" | "%")
    };
    let reach = sentence.end.min(after + LONGEST_ADDRESSEE);
    // `tasked the port with drafting`
    let brings = |k: usize| r.low(k) == "to" || r.low(k) == "with" && r.low(k + 1).ends_with("ing");
    let to = (after..reach).take_while(|&k| plain(k)).find(|&k| brings(k))?;
    let end = clause_end(source, to + 1, sentence.end, deadlines);
    // `… by June and pledged …`: what else was done.
    let verb = |k: usize| r.low(k) == "and" && r.low(k + 1).ends_with("ed") && !r.is_capital(k + 1);
    let end = (to + 1..end).find(|&k| verb(k)).unwrap_or(end);
    let end = second(source, to + 1..end, deadlines).unwrap_or(end);
    let by = due(source, to..end, deadlines).or_else(|| held.cloned());
    let named = (after..to).any(|k| r.is_capital(k)) && figures_in(source, to..end).next().is_some();
    // `wants 60% of the fields to be watched`, `calls for the share to fall`: what is to be reached is told with its measure.
    let measured = figures_in(source, after..to).next().is_some() || matches!(r.low(after), "every" | "all" | "each");
    let start = if measured || r.low(after - 1) == "for" { after } else { to + 1 };
    (to > after && end > to + 1 && (by.is_some() || named)).then_some(Found {
        tokens: start..end,
        by,
        horizon: None,
        actor: name_of(source, after..to),
        status: TargetStatus::Directive,
        sentence: n,
        rule: "english_order",
    })
}

/// The deadline that stands in the tokens after a word for one.
fn due(source: Source, tokens: Range<usize>, deadlines: &[Deadline]) -> Option<Deadline> {
    let r = source.reading;
    let word = |d: &&Deadline| {
        // `this year`, `next month`
        if matches!(r.low(d.tokens.start), "this" | "next") {
            return true;
        }
        let mut before = d.tokens.start.wrapping_sub(1);
        if matches!(r.low(before), "the" | "of" | "late" | "early" | "mid") {
            before = before.wrapping_sub(1);
        }
        matches!(
            r.low(before),
            "by" | "before"
                | "until"
                | "in"
                | "within"
                | "end"
                | "on"
                | "than"
                | "for"
                | "this"
                | "from"
                | "starting"
                | "through"
        )
    };
    within(deadlines, tokens).iter().find(word).cloned()
}

/// Most tokens from where a clause begins to its deadline.
const LONGEST_CLAUSE: usize = 30;

/// Where the clause ends: at a comma or semicolon after its deadline, at a relative clause, at the end of the sentence.
fn clause_end(source: Source, from: usize, end: usize, deadlines: &[Deadline]) -> usize {
    let r = source.reading;
    let last = within(deadlines, from..end).first().map_or(from, |d| d.tokens.end);
    let last = if (from..last).any(|k| tells_past(source, k)) { from } else { last };
    let stops = |k: usize| {
        r.kind(k) == Some(TokenKind::Mark) && matches!(r.raw(k), "," | ";" | "." | "”" | "\"" | "—" | "–")
            || matches!(r.low(k), "which" | "while" | "compared" | "but" | "said" | "although")
            || r.low(k) == "and" && matches!(r.low(k + 1), "is" | "are" | "has" | "was" | "were" | "had" | "said")
            || k == last && matches!(r.low(k), "under" | "according" | "as")
            || tells_past(source, k)
    };
    // `build a pier, a gate and a hall over the next five years`
    let stretch = |k: &usize| {
        matches!(r.low(*k), "over" | "within" | "in")
            && r.low(*k + 1) == "the"
            && matches!(r.low(*k + 2), "next" | "coming")
    };
    let last = (from..end.min(from + LONGEST_CLAUSE)).find(stretch).map_or(last, |k| last.max(k + 3));
    let near = last <= from + LONGEST_CLAUSE;
    let from = if near { last.max(from).min(end) } else { from };
    (from..end).find(|&k| stops(k)).unwrap_or(end).max(from.min(end))
}

/// Whether words at `i` open a clause that tells what was: `since the trade has grown`, `which stood at 40% in 2022`.
fn tells_past(source: Source, i: usize) -> bool {
    let r = source.reading;
    let reason = matches!(r.low(i), "since" | "because") && r.kind(i + 1) == Some(TokenKind::Word);
    let was = matches!(r.low(i + 1), "was" | "were" | "had" | "has" | "stood" | "reached" | "rose" | "fell");
    reason && english_month(r.low(i + 1)).is_none() || r.low(i) == "which" && was
}

/// Most tokens of a list of goals after its first comma.
const LONGEST_LIST: usize = 60;

/// Where a list ends that brings its deadline, or its first number, after the comma that closes the clause of the aim at `i`:
/// `aims to mend all piers, have 80% of them lit, and open a gate by 2030`.
fn list_end(
    source: Source,
    i: usize,
    clause: Range<usize>,
    sentence_end: usize,
    deadlines: &[Deadline],
) -> Option<usize> {
    let r = source.reading;
    let word = |k: &usize| r.kind(*k) != Some(TokenKind::Mark);
    let end = (clause.end..sentence_end.min(clause.end + LONGEST_LIST)).rev().find(word)? + 1;
    let rest = clause.end..end;
    let dated = due(source, clause.clone(), deadlines).is_some();
    if r.raw(clause.end) != "," || is_weak(source, i) || dated || rest.clone().any(|k| ends_list(source, k)) {
        return None;
    }
    let number = |tokens: Range<usize>| figures_in(source, tokens).next().is_some();
    let brings = due(source, rest.clone(), deadlines).is_some() || !number(clause) && number(rest.clone());
    (brings && rest.clone().any(|k| r.low(k) == "and")).then_some(end)
}

/// Whether the token opens another clause, so that no list goes on over it.
fn ends_list(source: Source, k: usize) -> bool {
    let r = source.reading;
    matches!(r.raw(k), ";" | "—" | "–" | "“" | "\"" | ":")
        || matches!(
            r.low(k),
            "which"
                | "who"
                | "whose"
                | "where"
                | "while"
                | "but"
                | "although"
                | "said"
                | "as"
                | "compared"
                | "according"
                | "adding"
                | "saying"
                | "noting"
                | "stressing"
                | "is"
                | "are"
                | "was"
                | "were"
                | "has"
                | "had"
                | "will"
                | "would"
                | "could"
                | "should"
                | "must"
                | "up"
                | "down"
                | "from"
        )
}

/// Who is to do it: the words without a link at their head.
fn name_of(source: Source, tokens: Range<usize>) -> Option<String> {
    let r = source.reading;
    let start = tokens.start + usize::from(matches!(r.low(tokens.start), "and" | "or" | "on"));
    let short = (1..=LONGEST_ADDRESSEE).contains(&tokens.end.saturating_sub(start));
    let pronoun = tokens.end == start + 1 && matches!(r.low(start), "it" | "he" | "she" | "they" | "we");
    (short && !pronoun).then(|| r.span(start..tokens.end).of(r.text).to_owned())
}

/// Where the clause of the verb at `i` begins.
fn subject(source: Source, i: usize, start: usize) -> usize {
    let r = source.reading;
    let opens = |k: usize| {
        r.kind(k) == Some(TokenKind::Mark) && matches!(r.raw(k), "," | ";" | "“" | "\"" | ":" | "—" | "–")
            || matches!(r.low(k), "that" | "said" | "says" | "while" | "but" | "which" | "who")
    };
    (start..i).rev().find(|&k| opens(k)).map_or(start, |k| k + 1)
}
