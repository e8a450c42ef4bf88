//! Lists of English articles: `three steps: clean the canals, plant trees and ban plastic`.

use std::ops::Range;

use crate::ingest::Zone;
use crate::lexicon::{ListNoun, SpeechVerb};
use crate::text::TokenKind;

use super::super::Reading;
use super::Found;
use super::label::Label;

/// Numbers in words, from two on.
const NUMBERS: [&str; 11] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Lists that a number and a noun announce, where as many items follow: after a colon, or each with its place.
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
        .take_while(|&k| r.kind(k) == Some(TokenKind::Word) || r.raw(k) == "-")
        .find_map(|k| r.longest(&r.lexicon.english_lists, k, k + 1).map(|(_, kind)| (k, kind)))?;
    let head = at + 1;
    let noun = ListNoun { kind, announces: true };
    let label = Label { tokens: i..head, head, declared: Some(count), noun: Some(noun), sentence: n };
    let told = told(r, head, n, count as usize).map(|items| (items, true));
    let (items, ordered) = told.or_else(|| Some((after_colon(r, head..sentence.end, count as usize)?, false)))?;
    let end = items.last().map_or(head, |item| item.end);
    Some(Found { label, items, reach: i..end, marker: None, ordered, rule: "english_list" })
}

/// Most tokens of who says so between a label and its colon.
const LONGEST_SOURCE: usize = 20;

/// The items after a colon or `namely` near the label that ends where the range begins.
fn after_colon(r: &Reading, range: Range<usize>, count: usize) -> Option<Vec<Range<usize>>> {
    let near = range.start..range.end.min(range.start + 10);
    // `two steps — cleaning the canals and planting trees`
    // `three crops – rice, corn, and tea.`
    let closes = |k: usize| count > 2 && !(k + 1..range.end).any(|n| matches!(r.raw(n), "—" | "–" | ";" | ":"));
    let dash = |k: usize| matches!(r.raw(k), "—" | "–") && (r.low(k + 1).ends_with("ing") || closes(k));
    if let Some(at) = near.clone().take_while(|&k| r.kind(k) == Some(TokenKind::Word) || dash(k)).find(|&k| dash(k)) {
        return split(r, at + 1..without_mark(r, at + 1..range.end), count);
    }
    let colon = near.clone().find(|&k| matches!(r.raw(k), ":" | "," | ";")).filter(|&k| r.raw(k) != ";")?;
    // `three obstacles, experts say: …`, `two conditions, according to the mayor: …`
    let verb = |k: usize| r.longest(&r.lexicon.speech.verbs, k, k + 1).is_some_and(|(_, v)| v == SpeechVerb::English);
    let says = |k: usize| r.low(k - 1) == "say" || verb(k - 1);
    let colon = if r.raw(colon) == ":" {
        Some(colon)
    } else {
        let source = r.low(colon + 1) == "according";
        let reach = range.end.min(colon + LONGEST_SOURCE);
        (colon + 1..reach).find(|&k| r.raw(k) == ":").filter(|&k| source || says(k))
    };
    // `five tasks are set, namely …`, `six groups of tasks, including …`
    let colon = colon.or_else(|| near.clone().find(|&k| matches!(r.low(k), "namely" | "including")))?;
    let items = split(r, colon + 1..without_mark(r, colon + 1..without_remark(r, colon + 1..range.end)), count)?;
    // `two steps, namely the old one, were worn`: without `and` the list may have ended before.
    let last = items.last().map_or(0, |item| item.start);
    (r.raw(colon) == ":" || r.low(last.wrapping_sub(1)) == "and").then_some(items)
}

/// Where the range ends without what a dash adds after its last item: `… and digital data – a driving force`.
fn without_remark(r: &Reading, range: Range<usize>) -> usize {
    let dash = |k: usize| matches!(r.raw(k), "–" | "—") && !r.is_glued(k);
    let remark =
        range.clone().rev().find(|&k| dash(k)).filter(|&k| !(k..range.end).any(|n| matches!(r.raw(n), "," | ";")));
    remark.unwrap_or(range.end)
}

/// Where the range ends without its closing marks.
fn without_mark(r: &Reading, range: Range<usize>) -> usize {
    let closes = |k: usize| matches!(r.raw(k), "." | "!" | "”" | "\"" | ";" | ",");
    range.clone().rev().find(|&k| !closes(k)).map_or(range.start, |k| k + 1)
}

/// Places of items that are told in sentences.
const PLACES: [[&str; 3]; 8] = [
    ["first", "firstly", "one"],
    ["second", "secondly", "two"],
    ["third", "thirdly", "three"],
    ["fourth", "fourthly", "four"],
    ["fifth", "fifthly", "five"],
    ["sixth", "sixthly", "six"],
    ["seventh", "seventhly", "seven"],
    ["eighth", "eighthly", "eight"],
];

/// Most sentences between two items.
const APART: usize = 3;

/// The items that sentences or their clauses give after the label: `Two things. First, … . Second, …`.
fn told(r: &Reading, head: usize, n: usize, count: usize) -> Option<Vec<Range<usize>>> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut last = n;
    for (m, sentence) in r.sentences.iter().enumerate().skip(n) {
        if m > last + APART || sentence.zone != Zone::Body || items.len() == count {
            break;
        }
        let from = if m == n { head } else { sentence.tokens.start };
        let opens = |k: &usize| *k == sentence.tokens.start || matches!(r.raw(*k - 1), ";" | ":");
        for k in (from..sentence.tokens.end).filter(opens) {
            let Some(start) = place(r, k, items.len(), count).filter(|&start| start < sentence.tokens.end) else {
                continue;
            };
            if let Some(before) = items.last_mut().filter(|before| before.start >= sentence.tokens.start) {
                before.end = without_mark(r, before.start..k);
            }
            items.push(start..without_mark(r, start..sentence.tokens.end));
            last = m;
        }
    }
    (items.len() == count && items.iter().all(|item| !item.is_empty())).then_some(items)
}

/// The index after the words at `i` that bring in item `n` of so many: `Second,`, `And finally,`, `The third is`.
fn place(r: &Reading, i: usize, n: usize, count: usize) -> Option<usize> {
    let at = i + usize::from(r.low(i) == "and");
    let is_place = |k: usize| PLACES.get(n).is_some_and(|words| words.contains(&r.low(k)));
    let closes = n + 1 == count && matches!(r.low(at), "finally" | "lastly");
    if (is_place(at) || closes) && r.raw(at + 1) == "," {
        return Some(at + 2);
    }
    (r.low(at) == "the" && is_place(at + 1) && matches!(r.low(at + 2), "is" | "was")).then_some(at + 3)
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
    if both.len() == count {
        return Some(both);
    }
    // `opening the gate for boats, nets and men, and lighting the pier`: items that all begin with a deed.
    let deed =
        |item: &Range<usize>| r.low(item.start + usize::from(r.low(item.start).ends_with("ly"))).ends_with("ing");
    let starts: Vec<usize> = commas.iter().filter(|item| deed(item)).map(|item| item.start).collect();
    let next = |n: usize| starts.get(n + 1).map_or(range.end, |&start| start);
    let parallel = starts.len() == count && starts.first() == commas.first().map(|item| &item.start);
    parallel.then(|| (0..count).map(|n| starts[n]..without_link(r, starts[n]..next(n))).collect())
}

/// Where the range ends without the comma and `and` before what follows.
fn without_link(r: &Reading, range: Range<usize>) -> usize {
    range.clone().rev().find(|&k| !matches!(r.low(k), "and" | "," | ";")).map_or(range.start, |k| k + 1)
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
            "The town had three major results: building a pier, mending the gate, and lighting the hall.",
            &["three major results|3|building a pier + mending the gate + lighting the hall"],
        );
        check(
            "The plan of the group rests on two main pillars: rice and fish; roads and rails.",
            &["two main pillars|2|rice and fish + roads and rails"],
        );
    }

    #[test]
    fn items_told_in_sentences() {
        check(
            "Two things made the difference in the town, said the mayor. First, the boats were new. Second, the nets were sold by those who had made them.",
            &["Two things|2|the boats were new + the nets were sold by those who had made them"],
        );
        check(
            "The mayor set three tasks: first, the gate must be mended; second, the pier must be built. Finally, no one may sell it.",
            &["three tasks|3|the gate must be mended + the pier must be built + no one may sell it"],
        );
        check(
            "There are three obstacles, the makers say: wind, the price of nets, and rain.",
            &["three obstacles|3|wind + the price of nets + rain"],
        );
        check(
            "Two conditions must be met, according to the head of the port: the gate has to be open, and all boats must have a lamp.",
            &["Two conditions|2|the gate has to be open + all boats must have a lamp"],
        );
        check(
            "The mayor said two principles should guide them. One, rules must be light. Two, they must be the same for all.",
            &["two principles|2|rules must be light + they must be the same for all"],
        );
        check(
            "The town stands on two legs — mending the boats and selling the nets. It set two tasks — mending the boats and selling the nets.",
            &["two tasks|2|mending the boats + selling the nets"],
        );
        check("The two tasks — mending the boats was one of them — were set by the town.", &[]);
        check(
            "It names four key groups of tasks for 2026, including boats and nets; the pier; lamps for all; and a gate.",
            &["four key groups|4|boats and nets + the pier + lamps for all + a gate"],
        );
        check(
            "The plan has three pillars: rice, fish, and roads – a driving force of the town.",
            &["three pillars|3|rice + fish + roads"],
        );
        check(
            "The score rests on three sub-indexes – boats and nets, the pier, and lamps for all.",
            &["three sub-indexes|3|boats and nets + the pier + lamps for all"],
        );
        check(
            "They had two results: swiftly opening the gate for boats, nets and men, and lighting the pier.",
            &["two results|2|swiftly opening the gate for boats, nets and men + lighting the pier"],
        );
        // A remark that ends before the sentence, and too few items.
        check(
            "The three areas – boats, nets, and lamps – were poor. The three areas – a heap of nets – were poor.",
            &[],
        );
        check("It names four tasks for 2026, including the gate and the pier.", &[]);
        // One is missing; the places are those of something else.
        check("There were two reasons for it. First, the boats were old. They were sold in May.", &[]);
        check("The two problems of the town were old. The first boat came in May. The second came in June.", &[]);
    }

    #[test]
    fn other_numbers_head_no_list() {
        check("The three steps of the house were old, worn and wet.", &[]);
        check("The two steps of the town, namely the old one of wood, were worn out by the rain.", &[]);
        check("They had taken four measures: none of them worked for the town, he said.", &[]);
    }
}
