//! Lists of English articles: `three steps: clean the canals, plant trees and ban plastic`.

use std::ops::Range;

use crate::ingest::Zone;
use crate::lexicon::ListNoun;
use crate::text::TokenKind;

use super::super::Reading;
use super::Found;
use super::label::Label;

/// Numbers in words, from two on.
const NUMBERS: [&str; 11] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Lists that a number and a noun announce and a colon brings in, where as many items follow.
pub(super) fn lists(r: &Reading) -> Vec<Found> {
    let mut out = Vec::new();
    for (n, sentence) in r.sentences.iter().enumerate().filter(|(_, s)| s.zone == Zone::Body) {
        let tokens = sentence.tokens.clone();
        let mut i = tokens.start;
        while i < tokens.end {
            let found = list(r, i, tokens.clone(), n);
            i = found.as_ref().map_or(i + 1, |f| f.reach.end);
            out.extend(found);
        }
    }
    out
}

fn list(r: &Reading, i: usize, sentence: Range<usize>, n: usize) -> Option<Found> {
    let count = number(r, i)?;
    let (at, kind) = (i + 1..sentence.end.min(i + 5))
        .take_while(|&k| r.kind(k) == Some(TokenKind::Word))
        .find_map(|k| r.longest(&r.lexicon.english_lists, k, k + 1).map(|(_, kind)| (k, kind)))?;
    let head = at + 1;
    let near = head..sentence.end.min(head + 10);
    let colon = near.clone().take_while(|&k| r.raw(k) != "," && r.raw(k) != ";").find(|&k| r.raw(k) == ":");
    // `five tasks are set, namely …`
    let colon = colon.or_else(|| near.clone().find(|&k| r.low(k) == "namely"))?;
    let mut end = sentence.end;
    while end > colon + 1 && matches!(r.raw(end - 1), "." | "!" | "”" | "\"") {
        end -= 1;
    }
    let items = split(r, colon + 1..end, count as usize)?;
    // `two steps, namely the old one, were worn`: without `and` the list may have ended before.
    let last = items.last().map_or(0, |item| item.start);
    if r.low(colon) == "namely" && r.low(last.wrapping_sub(1)) != "and" {
        return None;
    }
    let noun = ListNoun { kind, announces: true };
    let label = Label { tokens: i..head, head, declared: Some(count), noun: Some(noun), sentence: n };
    Some(Found { label, items, reach: i..end, marker: None, ordered: false, rule: "english_list" })
}

fn number(r: &Reading, i: usize) -> Option<u32> {
    match NUMBERS.iter().position(|word| *word == r.low(i)) {
        Some(at) => Some(at as u32 + 2),
        None => r.raw(i).parse().ok().filter(|n| (2..=20).contains(n) && r.kind(i) == Some(TokenKind::Number)),
    }
}

/// The items between semicolons, or between commas and the last `and`; as many as declared.
fn split(r: &Reading, range: Range<usize>, count: usize) -> Option<Vec<Range<usize>>> {
    let by = |is: &dyn Fn(usize) -> bool| {
        let mut out: Vec<Range<usize>> = Vec::new();
        let mut start = range.start;
        for k in range.clone().filter(|&k| is(k)).chain([range.end]) {
            let mut from = start;
            while from < k && matches!(r.low(from), "and" | "," | ";") {
                from += 1;
            }
            if from < k {
                out.push(from..k);
            }
            start = k + 1;
        }
        out
    };
    let semicolons = by(&|k| r.raw(k) == ";");
    if semicolons.len() == count {
        return Some(semicolons);
    }
    let commas = by(&|k| r.raw(k) == ",");
    if commas.len() == count {
        return Some(commas);
    }
    let last_and = range.clone().rev().find(|&k| r.low(k) == "and")?;
    let both = by(&|k| r.raw(k) == "," || k == last_and);
    (both.len() == count).then_some(both)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_colon_brings_in_as_many_items() {
        check(
            "The mayor of the town promised three steps: clean the canals, plant trees and ban plastic bags.",
            &["three steps|3|clean the canals + plant trees + ban plastic bags"],
        );
        check(
            "Three steps are set for the town, namely cleaning canals; planting trees and shrubs; and banning bags.",
            &["Three steps|3|cleaning canals + planting trees and shrubs + banning bags"],
        );
        check(
            "The plan of the group rests on two main pillars: rice and fish; roads and rails.",
            &["two main pillars|2|rice and fish + roads and rails"],
        );
    }

    #[test]
    fn other_numbers_head_no_list() {
        check("The three steps of the house were old, worn and wet.", &[]);
        check("The two steps of the town, namely the old one of wood, were worn out by the rain.", &[]);
        check("They had taken four measures: none of them worked for the town, he said.", &[]);
    }
}
