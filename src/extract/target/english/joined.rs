//! Goals that go on in a sentence: `… by 2030 and to reach 40%`, `…, and the bank to lend …`.

use std::ops::Range;

use crate::lexicon::EnglishAim;

use super::super::deadline::Deadline;
use super::super::deed::{cue, has_modal, is_verb_with_number};
use super::super::signal::figures_in;
use super::super::{Found, Source, TargetStatus};
use super::{clause_end, due, promised, told};

/// A further goal, or another who is told something, right after the last target: `, and the bank to lend …`.
pub(super) fn more(
    source: Source,
    i: usize,
    sentence: &Range<usize>,
    due: &[Deadline],
    n: usize,
    out: &[Found],
) -> Option<Found> {
    let r = source.reading;
    let last = out.last().filter(|_| i < sentence.end)?;
    let to = |k: usize| r.low(k) == "and" && r.low(k + 1) == "to";
    if last.rule == "english_order" && !to(i) {
        let and = if r.low(i) == "," { i + 1 } else { i };
        let joined = r.low(and) == "and";
        let who = and + usize::from(joined);
        let named = r.is_capital(who) || r.low(who) == "the" && r.is_capital(who + 1);
        // `wants 60% of the fields to be watched, 40% of the farms to have pumps`
        let counted = matches!(r.low(who), "every" | "all" | "each" | "half")
            || figures_in(source, who..sentence.end.min(who + 3)).next().is_some();
        if joined && named || counted && and > i {
            return told(source, who, sentence, due, n, last.by.as_ref().filter(|_| counted));
        }
    }
    further(source, i, sentence, due, last)
}

/// Where a second goal of the same words begins, with a deadline or number like the first: `… by 2030 and to reach 40%`,
/// `10% by 2030 and 25% by 2040`.
pub(super) fn second(source: Source, range: Range<usize>, deadlines: &[Deadline]) -> Option<usize> {
    let r = source.reading;
    let goal = |tokens: Range<usize>| {
        due(source, tokens.clone(), deadlines).is_some() || figures_in(source, tokens).next().is_some()
    };
    let counts_after = |k: usize| figures_in(source, k + 1..range.end.min(k + 4)).next().is_some();
    let and = (range.start..range.end).find(|&k| {
        let counts = || counts_after(k);
        let aims = || {
            [EnglishAim::Aim, EnglishAim::Order].iter().any(|&class| cue(source, k + 1, class).is_some())
                || has_modal(source, k + 1..range.end)
                || (k + 2..range.end).any(|j| cue(source, j, EnglishAim::Aim).or_else(|| promised(source, j)).is_some())
        };
        let due_before = || due(source, range.start..k, deadlines).is_some();
        // `completing it by 2026 and opening it in 2028`
        let both = || due_before() && due(source, k + 1..range.end, deadlines).is_some();
        let joined = || {
            both() || r.low(k + 1) == "to" || counts() && due_before() || is_verb_with_number(source, k + 1, range.end)
        };
        // `… and expects 40% of them to come`
        let hoped = || matches!(r.low(k + 1), "expects" | "expect" | "forecasts") && counts_after(k + 1);
        r.low(k) == "and" && (aims() || hoped() || joined() && goal(range.start..k) && goal(k + 1..range.end))
    })?;
    Some(and - usize::from(r.raw(and - 1) == ","))
}

/// The second goal that an `and` at `i` brings in after a target of the same sentence.
fn further(source: Source, i: usize, sentence: &Range<usize>, deadlines: &[Deadline], last: &Found) -> Option<Found> {
    let r = source.reading;
    let from = if r.low(i) == "," { i + 1 } else { i };
    if r.low(from) != "and" {
        return None;
    }
    let start = if r.low(from + 1) == "to" { from + 2 } else { from + 1 };
    let end = clause_end(source, start, sentence.end, deadlines);
    let end = second(source, start..end, deadlines).unwrap_or(end);
    let own = due(source, start..end, deadlines);
    // `…, and by 2030, it will …`: the day opens a clause of its own.
    if matches!(r.low(start), "by" | "in" | "from" | "before" | "until")
        && own.as_ref().is_some_and(|d| d.tokens.end >= end)
    {
        return None;
    }
    let number = figures_in(source, start..end).next().is_some();
    // `by 2030 and to reach 40%`: the deadline of the first goal holds for the second, unless it says `within two years`.
    let dated = (start..end).any(|k| matches!(r.low(k), "within" | "later"));
    let held = || last.by.clone().filter(|_| !dated);
    let counts = figures_in(source, start..end.min(start + 3)).next().is_some();
    let deed =
        start == from + 1 && (has_modal(source, start..end) || number && is_verb_with_number(source, start, end));
    // `…, and roll it out by 2026`, `…, and the second by 2028`
    let both = own.is_some() && last.by.is_some() && !is_statement(source, start..end);
    let to = start == from + 2;
    let then = (start..end).any(|k| r.low(k) == "by" && matches!(r.low(k + 1), "then" | "that"));
    let by = own.or_else(|| held().filter(|_| deed || then || to && number));
    let known = by.is_some() || dated && number;
    let goal = if to { by.is_some() || number } else { (counts || deed || both) && known };
    (goal && end > start).then(|| Found {
        tokens: start..end,
        by,
        horizon: None,
        actor: last.actor.clone(),
        status: TargetStatus::Commitment,
        sentence: last.sentence,
        rule: "english_aim",
    })
}

/// Whether the words say what is or was, or are an aim of their own: `and sales were …`, `and the port plans to …`.
fn is_statement(source: Source, tokens: Range<usize>) -> bool {
    #[rustfmt::skip]
    const FINITE: [&str; 13] = [
        "is", "are", "was", "were", "has", "had", "said", "says", "could", "may", "might", "expects", "would",
    ];
    let cued = |k: usize| [EnglishAim::Aim, EnglishAim::Order].iter().any(|&class| cue(source, k, class).is_some());
    tokens.into_iter().any(|k| FINITE.contains(&source.reading.low(k)) || cued(k))
}
