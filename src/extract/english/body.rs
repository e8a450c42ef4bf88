//! Named bodies: `Ministry of Health`, `Vietnam Coffee and Cocoa Association (VICOFA)`.

use std::ops::Range;

use crate::extract::name::Gathered;
use crate::extract::place::known_place;
use crate::extract::{Mention, MentionType, Organisation, Reading};
use crate::lexicon::EnglishWord;
use crate::text::fold;

use super::run::{closing_name, is, is_name_word, run_at};

/// Named bodies with the short forms that stand in brackets after them.
pub(in crate::extract) fn organisations(r: &Reading) -> Vec<Organisation> {
    let mut found: Gathered<Organisation> = Gathered::default();
    // Short form, key of the body.
    let mut short_forms: Vec<(String, String)> = Vec::new();
    let mut taken: Vec<Range<usize>> = Vec::new();
    for sentence in &r.sentences {
        let end = sentence.tokens.end;
        let mut i = sentence.tokens.start;
        while i < end {
            let Some(tokens) = body_at(r, i, end) else {
                // No part of a run without a head is a body.
                i = run_at(r, i, end).map_or(i + 1, |run| run.end);
                continue;
            };
            let span = r.span(tokens.clone());
            let name = span.of(r.text).to_owned();
            let key = fold(&name);
            let mention = Mention { span, kind: MentionType::Name, zone: sentence.zone };
            add(&mut found, &key, &name, mention);
            i = tokens.end;
            if let Some(short) = short_form(r, i, end) {
                short_forms.push((short, key));
            }
            taken.push(tokens);
        }
    }
    for sentence in &r.sentences {
        for i in sentence.tokens.clone() {
            let raw = r.raw(i);
            let inside = taken.partition_point(|t| t.end <= i);
            if taken.get(inside).is_some_and(|t| t.contains(&i)) {
                continue;
            }
            if let Some((short, key)) = short_forms.iter().take(64).find(|(short, _)| short == raw) {
                let span = r.span(i..i + 1);
                add(&mut found, key, short, Mention { span, kind: MentionType::Abbr, zone: sentence.zone });
            }
        }
    }
    found.into_items().map(|(body, mentions)| Organisation { mentions, ..body }).collect()
}

fn add(found: &mut Gathered<Organisation>, key: &str, name: &str, mention: Mention) {
    found.add(key, mention, || Organisation {
        name: name.to_owned(),
        category: "organisation",
        renaming: None,
        mentions: Vec::new(),
        rule: "english_name",
    });
}

/// `(VICOFA)` right after a name.
fn short_form(r: &Reading, i: usize, end: usize) -> Option<String> {
    let raw = r.raw(i + 1);
    let capitals = raw.chars().filter(|c| c.is_uppercase()).count();
    let bracketed = i + 2 < end && r.raw(i) == "(" && r.raw(i + 2) == ")";
    (bracketed && capitals > 1).then(|| raw.to_owned())
}

/// The run without the name of a person that closes it: `People's Committee Pham Van Hai`.
fn without_name(r: &Reading, run: Range<usize>) -> Range<usize> {
    let head = run.clone().find(|&k| is(r, k, EnglishWord::Body));
    let name = head.and_then(|head| closing_name(r, head + 1, run.end));
    run.start..name.unwrap_or(run.end)
}

/// The tokens of the body named at `i`.
pub(super) fn body_at(r: &Reading, i: usize, end: usize) -> Option<Range<usize>> {
    let run = without_name(r, run_at(r, i, end)?);
    let mut at = run.end;
    let mut headed = run.clone().any(|k| is(r, k, EnglishWord::Body));
    // `Vietnam Coffee and Cocoa Association`
    if !headed && matches!(r.low(at), "and" | "&") && run.len() > 1 {
        let rest = run_at(r, at + 1, end)?;
        headed = rest.len() > 1 && is(r, rest.end - 1, EnglishWord::Body);
        at = rest.end;
    }
    if !headed {
        return None;
    }
    // `of Agriculture and Rural Development`, `for Urban Railways`
    let mut of = false;
    loop {
        let mut next = at;
        match r.low(at) {
            "of" | "for" | "on" => {
                of = true;
                next += 1;
            }
            "and" | "&" if of => next += 1,
            "," if of && r.low(at + 2) == "and" => next += 1,
            _ => break,
        }
        if r.low(next) == "the" {
            next += 1;
        }
        // `Green Group of Japan`: where a company is from is no part of its name.
        let company = is(r, at - 1, EnglishWord::Body) && matches!(r.low(at - 1), "group" | "company" | "corporation");
        if company && r.low(at) == "of" && known_place(r, next, end).is_some() {
            break;
        }
        match run_at(r, next, end) {
            Some(run) if !(r.low(at) == "and" && run.clone().any(|k| is(r, k, EnglishWord::Body))) => at = run.end,
            _ => break,
        }
    }
    // One word alone names a kind: `the Ministry`.
    (at > i + 1 && is_name_word(r, i)).then_some(i..at)
}

#[cfg(test)]
mod tests {
    use crate::extract::testing::facts_of;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = facts_of(text).organisations;
        let got: Vec<String> = found.iter().map(|o| format!("{} ×{}", o.name, o.mentions.len())).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn bodies_reach_over_of_and_and() {
        check(
            "The Ministry of Agriculture and Rural Development said on Monday that it agreed with the Rice Growers and Traders Association (RIGTA). RIGTA has many members.",
            &["Ministry of Agriculture and Rural Development ×1", "Rice Growers and Traders Association ×3"],
        );
        check("The Ministry has asked them to wait for the new school on Green Street.", &[]);
    }
}
