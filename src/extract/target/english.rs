//! Targets of English articles: `aims to plant 2,000 hectares by 2030`, `told banks to report before June 30`.

use std::ops::Range;

use crate::ingest::Zone;
use crate::lexicon::EnglishAim;
use crate::text::TokenKind;

use super::deadline::{Deadline, within};
use super::signal::figures_in;
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
            let found = aim(source, i, &tokens, deadlines, n).or_else(|| order(source, i, &tokens, deadlines, n));
            match found {
                Some(found) => {
                    i = found.tokens.end.max(i + 1);
                    out.push(found);
                }
                None => i += 1,
            }
        }
    }
    out
}

/// The index after the words of the class that stand at `i`.
fn cue(source: Source, i: usize, class: EnglishAim) -> Option<usize> {
    let r = source.reading;
    r.longest(&r.lexicon.english_aims, i, r.tokens.len()).filter(|&(_, found)| found == class).map(|(after, _)| after)
}

/// `Vietnam aims to cover one million hectares by 2030`: with a deadline, or a number where more than `will` says so.
fn aim(source: Source, i: usize, sentence: &Range<usize>, deadlines: &[Deadline], n: usize) -> Option<Found> {
    let r = source.reading;
    let after = cue(source, i, EnglishAim::Aim).filter(|&after| after < sentence.end)?;
    let weak = matches!(r.low(i), "will" | "must" | "is" | "are" | "hopes");
    let end = clause_end(source, after, sentence.end, deadlines);
    let by = due(source, after..end, deadlines);
    let number = figures_in(source, after..end).next().is_some();
    if by.is_none() && (weak || !number) {
        return None;
    }
    let start = subject(source, i, sentence.start);
    if (start..i).any(|k| cue(source, k, EnglishAim::Forecast).is_some()) {
        return None;
    }
    Some(Found {
        tokens: start..end,
        by,
        horizon: None,
        actor: None,
        status: TargetStatus::Commitment,
        sentence: n,
        rule: "english_aim",
    })
}

/// `told lenders to bring the ratio below 3% by June`: with a deadline.
fn order(source: Source, i: usize, sentence: &Range<usize>, deadlines: &[Deadline], n: usize) -> Option<Found> {
    let r = source.reading;
    let after = cue(source, i, EnglishAim::Order)?;
    let to = (after..sentence.end.min(after + 12)).find(|&k| r.low(k) == "to")?;
    let end = clause_end(source, to + 1, sentence.end, deadlines);
    let by = due(source, to..end, deadlines)?;
    (to > after && end > to + 1).then_some(Found {
        tokens: after..end,
        by: Some(by),
        horizon: None,
        actor: None,
        status: TargetStatus::Directive,
        sentence: n,
        rule: "english_order",
    })
}

/// The deadline that stands in the tokens after a word for one.
fn due(source: Source, tokens: Range<usize>, deadlines: &[Deadline]) -> Option<Deadline> {
    let r = source.reading;
    let word = |d: &&Deadline| {
        let mut before = d.tokens.start.wrapping_sub(1);
        if matches!(r.low(before), "the" | "of" | "late" | "early" | "mid") {
            before = before.wrapping_sub(1);
        }
        matches!(r.low(before), "by" | "before" | "until" | "in" | "within" | "end" | "on" | "than" | "for" | "this")
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
    };
    let near = last <= from + 30;
    let from = if near { last.max(from) } else { from };
    (from..end).find(|&k| stops(k)).unwrap_or(end).max(from.min(end))
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
            &["2030-12-31|The town plans to build 500 flats by 2030"],
        );
        check(
            "The farm spoke on 3 March 2024 about the water. The union pledged to plant 2,000 trees.",
            &["-|The union pledged to plant 2,000 trees"],
        );
    }

    #[test]
    fn orders_with_a_deadline() {
        check(
            "The governor met them on 3 March 2024 in the hall. He told the banks to report their losses before June 30.",
            &["2024-06-30|the banks to report their losses before June 30"],
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
