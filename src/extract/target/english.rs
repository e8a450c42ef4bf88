//! Targets of English articles: `aims to plant 2,000 hectares by 2030`, `told banks to report before June 30`.

use std::ops::Range;

use crate::ingest::Zone;
use crate::lexicon::EnglishAim;
use crate::text::TokenKind;

use super::deadline::{Deadline, within};
use super::deed::{cue, has_modal, is_no_deed, is_reported, is_told, is_verb_with_number};
use super::signal::figures_in;
use super::{Found, Source, TargetStatus};
use crate::extract::Sentence;

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
            let found = aim(source, i, &tokens, deadlines, n).or_else(|| order(source, i, &tokens, deadlines, n));
            match found {
                Some(mut found) => {
                    found.by = found.by.or_else(|| carried(source, i, sentence, &out));
                    i = found.tokens.end.max(i + 1);
                    out.push(found);
                    while let Some(found) = more(source, i, &tokens, deadlines, n, &out) {
                        i = found.tokens.end.max(i + 1);
                        out.push(found);
                    }
                }
                None => i += 1,
            }
        }
    }
    out
}

/// The deadline of the goal before it in the paragraph, for what `is to` be reached or is dated `By then`.
fn carried(source: Source, i: usize, sentence: &Sentence, out: &[Found]) -> Option<Deadline> {
    let r = source.reading;
    let start = sentence.tokens.start;
    let then = matches!(r.low(start), "by" | "until") && r.low(start + 1) == "then";
    let to_be = matches!(r.low(i), "is" | "are") && r.low(i + 1) == "to";
    let last = out.last().filter(|last| {
        then || to_be && last.sentence + 1 >= r.sentences.partition_point(|s| s.span.start() < sentence.span.start())
    })?;
    let near = r.sentences.get(last.sentence).is_some_and(|s| s.segment == sentence.segment);
    last.by.clone().filter(|_| near)
}

/// `Vietnam aims to cover one million hectares by 2030`: with a deadline, or a number where more than `will` says so.
fn aim(source: Source, i: usize, sentence: &Range<usize>, deadlines: &[Deadline], n: usize) -> Option<Found> {
    let r = source.reading;
    let reported = || cue(source, i, EnglishAim::Reported).filter(|_| is_reported(source, i, sentence.start));
    let after = cue(source, i, EnglishAim::Aim).or_else(reported).filter(|&after| after < sentence.end)?;
    let expected = r.low(after - 1) == "would" || (i..after).any(|k| r.low(k) == "expected");
    if is_no_deed(source, after, expected) {
        return None;
    }
    // `to` alone says what is to be reached; `is to exceed 25 billion`.
    let to_be = after == i + 2 && matches!(r.low(i), "is" | "are") && r.low(i + 1) == "to";
    let weak = !to_be
        && matches!(
            r.low(i),
            "will"
                | "must"
                | "shall"
                | "is"
                | "are"
                | "hopes"
                | "wants"
                | "want"
                | "eyes"
                | "expects"
                | "expect"
                | "would"
                | "agreed"
                | "agree"
                | "agrees"
        );
    // `a plan to build`: a thing that somebody has.
    let noun = matches!(r.low(i), "plan" | "pledge" | "aim" | "will")
        && matches!(r.low(i.wrapping_sub(1)), "a" | "the" | "this" | "its" | "their" | "his" | "her" | "any" | "no");
    let end = clause_end(source, after, sentence.end, deadlines);
    let end = second(source, after..end, deadlines).unwrap_or(end);
    let by = due(source, after..end, deadlines).or_else(|| leading(source, sentence.start, i, deadlines));
    let then = matches!(r.low(sentence.start), "by" | "until") && r.low(sentence.start + 1) == "then";
    let from = if then { sentence.start } else { after };
    let number = figures_in(source, from..end).next().is_some();
    // `will invest 300 million`: a deed with its measure.
    let deed = r.low(i) == "will" && number && cue(source, after, EnglishAim::Deed).is_some();
    let weak = weak && !deed && !then;
    // `far below the goal of 70%`: what is compared with a goal.
    let before = r.low(i.wrapping_sub(1));
    let compared = matches!(r.low(i), "a" | "an" | "the")
        && matches!(before, "below" | "above" | "beyond" | "than" | "exceeding" | "against" | "missed" | "met" | "of");
    if noun || compared || by.is_none() && (weak || !number) {
        return None;
    }
    let start = subject(source, i, sentence.start);
    // `in May`: a month, not a verb.
    if (start..i).any(|k| !(k > start && r.is_capital(k)) && cue(source, k, EnglishAim::Forecast).is_some()) {
        return None;
    }
    // `all 500 schools must close`: what is to be reached stands in the subject.
    let counted =
        figures_in(source, start..i).next().is_some() && matches!(r.low(i), "must" | "will" | "shall" | "is" | "are");
    Some(Found {
        tokens: if counted { start } else { after }..end,
        by,
        horizon: None,
        actor: name_of(source, start..i),
        status: if is_told(source, i, after) { TargetStatus::Directive } else { TargetStatus::Commitment },
        sentence: n,
        rule: "english_aim",
    })
}

/// A further goal, or another who is told something, right after the last target: `, and the bank to lend …`.
fn more(source: Source, i: usize, sentence: &Range<usize>, due: &[Deadline], n: usize, out: &[Found]) -> Option<Found> {
    let r = source.reading;
    let last = out.last().filter(|_| i < sentence.end)?;
    let to = |k: usize| r.low(k) == "and" && r.low(k + 1) == "to";
    if last.rule == "english_order" && !to(i) {
        let and = if r.low(i) == "," { i + 1 } else { i };
        let named = r.is_capital(and + 1) || r.low(and + 1) == "the" && r.is_capital(and + 2);
        return (r.low(and) == "and" && named).then(|| told(source, and + 1, sentence, due, n)).flatten();
    }
    further(source, i, sentence, due, last)
}

/// Where a second goal of the same words begins, with a deadline or number like the first: `… by 2030 and to reach 40%`,
/// `10% by 2030 and 25% by 2040`.
fn second(source: Source, range: Range<usize>, deadlines: &[Deadline]) -> Option<usize> {
    let r = source.reading;
    let goal = |tokens: Range<usize>| {
        due(source, tokens.clone(), deadlines).is_some() || figures_in(source, tokens).next().is_some()
    };
    let and = (range.start..range.end).find(|&k| {
        let counts = || figures_in(source, k + 1..range.end.min(k + 3)).next().is_some();
        let aims = || cue(source, k + 1, EnglishAim::Aim).is_some() || has_modal(source, k + 1..range.end);
        // `completing it by 2026 and opening it in 2028`
        let both = || {
            r.low(k + 1).ends_with("ing")
                && due(source, range.start..k, deadlines).is_some()
                && due(source, k + 1..range.end, deadlines).is_some()
        };
        let joined = || {
            both()
                || r.low(k + 1) == "to"
                || counts() && due(source, range.start..k, deadlines).is_some()
                || is_verb_with_number(source, k + 1, range.end)
        };
        r.low(k) == "and" && (aims() || joined() && goal(range.start..k) && goal(k + 1..range.end))
    })?;
    Some(and)
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
    let number = figures_in(source, start..end).next().is_some();
    // `by 2030 and to reach 40%`: the deadline of the first goal holds for the second.
    let by = own.or_else(|| last.by.clone().filter(|_| start == from + 2 && number));
    let counts = figures_in(source, start..end.min(start + 2)).next().is_some();
    let deed =
        start == from + 1 && (has_modal(source, start..end) || number && is_verb_with_number(source, start, end));
    let doing = r.low(start).ends_with("ing") && by.is_some();
    let by = if deed { by.or_else(|| last.by.clone()) } else { by };
    let goal = if start == from + 2 { by.is_some() || number } else { (counts || deed || doing) && by.is_some() };
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
        r.raw(d.tokens.end) == "," && head.is_some_and(first)
    };
    within(deadlines, start..verb).iter().rev().find(opens).cloned()
}

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
    told(source, after, sentence, deadlines, n)
}

/// What somebody whose name begins at `after` is told to do.
fn told(source: Source, after: usize, sentence: &Range<usize>, deadlines: &[Deadline], n: usize) -> Option<Found> {
    let r = source.reading;
    let plain = |k: usize| {
        matches!(r.kind(k), Some(TokenKind::Word | TokenKind::Number))
            || matches!(r.raw(k), "," | "-" | "'" | "’" | "%")
    };
    let reach = sentence.end.min(after + LONGEST_ADDRESSEE);
    let to = (after..reach).take_while(|&k| plain(k)).find(|&k| r.low(k) == "to")?;
    let end = clause_end(source, to + 1, sentence.end, deadlines);
    // `… by June and pledged …`: what else was done.
    let verb = |k: usize| r.low(k) == "and" && r.low(k + 1).ends_with("ed") && !r.is_capital(k + 1);
    let end = (to + 1..end).find(|&k| verb(k)).unwrap_or(end);
    let end = second(source, to + 1..end, deadlines).unwrap_or(end);
    let by = due(source, to..end, deadlines);
    let named = (after..to).any(|k| r.is_capital(k)) && figures_in(source, to..end).next().is_some();
    // `wants 60% of the fields to be watched`, `calls for the share to fall`: what is to be reached is told with its measure.
    let measured = figures_in(source, after..to).next().is_some();
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
            "by" | "before" | "until" | "in" | "within" | "end" | "on" | "than" | "for" | "this" | "from" | "starting"
        )
    };
    within(deadlines, tokens).iter().find(word).cloned()
}

/// Where the clause ends: at a comma or semicolon after its deadline, at a relative clause, at the end of the sentence.
fn clause_end(source: Source, from: usize, end: usize, deadlines: &[Deadline]) -> usize {
    let r = source.reading;
    let last = within(deadlines, from..end).first().map_or(from, |d| d.tokens.end);
    let stops = |k: usize| {
        r.kind(k) == Some(TokenKind::Mark) && matches!(r.raw(k), "," | ";" | "." | "”" | "\"" | "—" | "–")
            || matches!(r.low(k), "which" | "while" | "compared" | "but" | "said" | "although")
            || k == last && matches!(r.low(k), "under" | "according" | "as")
    };
    let near = last <= from + 30;
    let from = if near { last.max(from) } else { from };
    (from..end).find(|&k| stops(k)).unwrap_or(end).max(from.min(end))
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

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn aims_with_a_deadline_or_a_number() {
        check(
            "The mayor said on 3 March 2024 that the town was growing. The town plans to build 500 flats by 2030, when the bridge opens.",
            &["2030-12-31|build 500 flats by 2030"],
        );
        check(
            "The farm spoke on 3 March 2024 about the water. The union pledged to plant 2,000 trees.",
            &["-|plant 2,000 trees"],
        );
    }

    #[test]
    fn a_deadline_may_open_the_sentence() {
        check(
            "The mayor spoke on 3 March 2024 in the hall. By the end of 2026, the town wants to have 1,500 trees.",
            &["2026-12-31|have 1,500 trees"],
        );
        check(
            "The mayor spoke on 3 March 2024. In 2026, when it was read again, the town had a plan to plant 500 trees.",
            &[],
        );
    }

    #[test]
    fn goals_of_one_sentence_are_apart() {
        check(
            "The mayor spoke on 3 March 2024 in the hall. The town aims to plant 500 trees by 2026 and to build 30 flats by 2030.",
            &["2026-12-31|plant 500 trees by 2026", "2030-12-31|build 30 flats by 2030"],
        );
        check(
            "The mayor spoke on 3 March 2024. The port is to handle 20% of the trade by 2030 and 40% by 2040, he said.",
            &["2030-12-31|handle 20% of the trade by 2030", "2040-12-31|40% by 2040"],
        );
        check(
            "The mayor met them on 3 March 2024. He asked the Water Board to mend the pipes before June 30, and the Green Bank to lend at least 3% of its money.",
            &["2024-06-30|mend the pipes before June 30", "-|lend at least 3% of its money"],
        );
    }

    #[test]
    fn what_is_to_be_reached_may_be_the_subject() {
        check(
            "The mayor spoke on 3 March 2024 in the hall. Under the order, all 50 schools must close by June 30.",
            &["2024-06-30|all 50 schools must close by June 30"],
        );
        check("The mayor spoke on 3 March 2024. The share was 39%, far below the goal of 70% in the plan.", &[]);
    }

    #[test]
    fn orders_with_a_deadline() {
        check(
            "The governor met them on 3 March 2024 in the hall. He told the banks to report their losses before June 30.",
            &["2024-06-30|report their losses before June 30"],
        );
    }

    #[test]
    fn what_somebody_else_is_to_reach() {
        check(
            "The mayor met them on 3 March 2024. The town wants 60 per cent of its 330 fields to be watched by 2027, it is said.",
            &["2027-12-31|60 per cent of its 330 fields to be watched by 2027"],
        );
        check(
            "The mayor met them on 3 March 2024. The plan calls for waste to fall to 8 per cent in 2026. The bank expects to lend 40 per cent of it this year.",
            &["2026-12-31|waste to fall to 8 per cent in 2026", "2024-12-31|lend 40 per cent of it this year"],
        );
        check(
            "The mayor met them on 3 March 2024. He told shops in May to stop the sale of them from 1 July 2024. He expects to be there.",
            &["2024-07-01|stop the sale of them from 1 July 2024"],
        );
    }

    #[test]
    fn what_was_agreed_reported_or_assigned() {
        check(
            "The mayor met them on 3 March 2024. He said his town would help train 2,000 nurses by the end of 2027, and the port agreed to build a pier in 2026.",
            &["2027-12-31|help train 2,000 nurses by the end of 2027", "2026-12-31|build a pier in 2026"],
        );
        check(
            "The mayor met them on 3 March 2024. The Water Board has been assigned to mend 54 pipes before June 30, and is tasked with opening the dam in 2025.",
            &["2024-06-30|mend 54 pipes before June 30", "2025-12-31|opening the dam in 2025"],
        );
        check(
            "The mayor met them on 3 March 2024. He asked shops to sell 50 lamps by June 30 and to close 9 gates by the end of 2025, and proposed that the port build a pier by 2027.",
            &[
                "2024-06-30|sell 50 lamps by June 30",
                "2025-12-31|close 9 gates by the end of 2025",
                "2027-12-31|the port build a pier by 2027",
            ],
        );
        // Growth, a meeting, a noun.
        check(
            "The mayor met them on 3 March 2024. Trade is expected to grow by 6% in 2025, and he said prices would rise in 2025. The fair is scheduled to take place in 2025. It was assigned to the board in 2025.",
            &[],
        );
    }

    #[test]
    fn deadlines_of_clauses_and_of_the_goal_before() {
        check(
            "The mayor met them on 3 March 2024. By 2027, 95 per cent of farms will have pumps and the canals will reach 150 km.",
            &["2027-12-31|95 per cent of farms will have pumps", "2027-12-31|the canals will reach 150 km"],
        );
        check(
            "The mayor met them on 3 March 2024. For 2025, the town aims to draw 300 guests and train 40 guides. By then, 80 per cent of inns are expected to be mended.",
            &[
                "2025-12-31|draw 300 guests",
                "2025-12-31|train 40 guides",
                "2025-12-31|80 per cent of inns are expected to be mended",
            ],
        );
        check(
            "The mayor met them on 3 March 2024. By then, they had sold 80 per cent of it. The bank will spend more on it.",
            &[],
        );
    }

    #[test]
    fn forecasts_results_and_vague_words_are_none() {
        check("The bank said on 3 March 2024 that prices will rise. It is a will that they had in the year 2020.", &[]);
        check(
            "The bank met on 3 March 2024 at the hall. The economy could grow by 6% in 2026, and it may reach 7% by 2030.",
            &[],
        );
        check("He told them on 3 March 2024 to wait for the bus. They asked us to come.", &[]);
    }
}
