//! Lists of priorities, pillars, tasks in prose.
//!
//! A list is announced by a label (`4 trụ cột`, `một số nhiệm vụ`) and given either in the same sentence, after a colon,
//! `là` or `gồm`, or by markers at the head of sentences and paragraphs (`Thứ nhất`, `Một là`, `(i)`, `1.`, `-`).

mod english;
mod items;
mod label;
mod marker;
mod short;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::base::{Arrange, Span};
use crate::lexicon::ListKind;

use self::items::Splitter;
use self::label::Label;
use self::marker::Sequence;
use super::{Confidence, Facts, Reading};

/// One list; the span is that of its label.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Enumeration {
    /// Where its label stands.
    pub span: Span,
    /// What it is made of.
    pub kind: ListKind,
    /// The number of items that the label states.
    pub declared: Option<u32>,
    /// Its items, in order; empty where the text announces the list and never gives it.
    pub items: Vec<Item>,
    /// Whether the items are numbered or said to be in order.
    pub ordered: bool,
    /// What sets the items apart: `(i)`, `;`, `,`, `là` …
    pub marker: Option<Span>,
    /// The year the list is for.
    pub year: Option<i32>,
    /// What the list is about, as the label goes on.
    pub topic: Option<Span>,
    /// Index of the list in an item of which this one stands.
    pub parent: Option<usize>,
    /// Name of the rule that found it.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
    /// How sure the rule is.
    pub confidence: Confidence,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Item {
    /// Where it stands, without its marker.
    pub span: Span,
    /// A short form to show and to compare by.
    pub short: String,
}

/// A list before its year, its short forms and its parent are read.
#[derive(Debug)]
struct Found {
    label: Label,
    items: Vec<Range<usize>>,
    // From the label to the end of the last item and of what belongs to it.
    reach: Range<usize>,
    marker: Option<Range<usize>>,
    ordered: bool,
    rule: &'static str,
}

/// Lists of priorities, pillars, tasks in prose, in text order.
pub fn enumerations(reading: &Reading, facts: &Facts) -> Vec<Enumeration> {
    let splitter = Splitter::new(reading, facts);
    let labels = label::labels(reading);
    let mut found: Vec<Found> = Vec::new();
    let mut taken = vec![false; labels.len()];
    for sequence in marker::sequences(reading) {
        found.push(marked_list(reading, &labels, &mut taken, sequence));
    }
    for (i, label) in labels.iter().enumerate().filter(|(i, _)| !taken[*i]) {
        let next = labels.get(i + 1).map_or(usize::MAX, |l| l.tokens.start);
        let given = items::after_label(&splitter, label, next);
        let Some(given) = given.or_else(|| announced(label)) else { continue };
        let mut label = label.clone();
        if let Some(first) = given.items.first() {
            label.tokens.end = label.tokens.end.min(first.start).max(label.head);
        }
        found.push(Found {
            reach: label.tokens.start..given.items.last().map_or(label.tokens.end, |i| i.end),
            items: given.items,
            marker: given.marker,
            ordered: given.ordered,
            rule: given.rule,
            label,
        });
    }
    if facts.meta.language == "en" {
        found.extend(english::lists(reading));
    }
    found.arrange_by_key(|f| (f.label.tokens.start, f.label.tokens.end));
    drop_overlaps(&mut found);
    drop_empty_inside(&mut found);
    let lists: Vec<Enumeration> = found.iter().map(|f| made(reading, facts, f)).collect();
    with_parents(lists, &found)
}

/// What a label is followed by.
#[derive(Debug)]
struct Given {
    items: Vec<Range<usize>>,
    marker: Option<Range<usize>>,
    ordered: bool,
    rule: &'static str,
}

/// A label that announces a list which is not given.
fn announced(label: &Label) -> Option<Given> {
    let states = label.declared.is_some() && label.noun.is_some_and(|n| n.announces);
    states.then(|| Given { items: Vec::new(), marker: None, ordered: false, rule: "announced" })
}

/// The list that a sequence of markers gives, under the label that announces it.
fn marked_list(reading: &Reading, labels: &[Label], taken: &mut [bool], sequence: Sequence) -> Found {
    let first = sequence.items[0].marker.start;
    let n = sequence.items.len() as u32;
    let label = match label::of_markers(reading, labels, first, n) {
        Some(i) => {
            taken[i] = true;
            labels[i].clone()
        }
        None => label::before_markers(reading, first, n),
    };
    let last = sequence.items.last().map_or(first, |i| i.reach.end);
    Found {
        reach: label.tokens.start.min(first)..last,
        label,
        marker: Some(sequence.items[0].marker.clone()),
        ordered: sequence.ordered,
        items: sequence.items.into_iter().map(|i| i.text).collect(),
        rule: "markers",
    }
}

/// Of two lists whose labels overlap the one with items stays, else the longer label.
fn drop_overlaps(found: &mut Vec<Found>) {
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for list in found.drain(..) {
        match kept.last_mut() {
            Some(last) if last.label.tokens.end > list.label.tokens.start => {
                if last.items.is_empty() && !list.items.is_empty() {
                    *last = list;
                }
            }
            _ => kept.push(list),
        }
    }
    *found = kept;
}

/// A list without items inside an item of another one is no list: the words only count something.
fn drop_empty_inside(found: &mut Vec<Found>) {
    let mut end = 0;
    found.retain(|list| {
        let keep = !list.items.is_empty() || list.label.tokens.start >= end;
        end = end.max(list.items.last().map_or(0, |i| i.end));
        keep
    });
}

fn made(reading: &Reading, facts: &Facts, found: &Found) -> Enumeration {
    let label = &found.label;
    let shorts = short::shorts(reading, label, &found.items);
    let items = found.items.iter().zip(shorts).map(|(t, short)| Item { span: reading.span(t.clone()), short });
    Enumeration {
        span: reading.span(label.tokens.clone()),
        kind: label.kind(reading, found.ordered && found.rule != "markers"),
        declared: label.declared,
        items: items.collect(),
        ordered: found.ordered,
        marker: found.marker.clone().map(|m| reading.span(m)),
        year: label::year(reading, label, found.items.first().map_or(label.tokens.end, |i| i.start))
            .or(facts.meta.year),
        topic: label::topic(reading, label).map(|t| reading.span(t)),
        parent: None,
        rule: found.rule,
        confidence: if label.declared == Some(found.items.len() as u32) {
            Confidence::High
        } else {
            Confidence::Medium
        },
    }
}

/// Tells each list which one holds its label in an item.
fn with_parents(mut lists: Vec<Enumeration>, found: &[Found]) -> Vec<Enumeration> {
    let mut open: Vec<usize> = Vec::new();
    for i in 0..found.len() {
        let at = found[i].label.tokens.start;
        open.retain(|&o| found[o].reach.end > at);
        lists[i].parent = open.iter().rev().copied().find(|&o| found[o].items.first().is_some_and(|f| f.start <= at));
        if !found[i].items.is_empty() {
            open.push(i);
        }
    }
    lists
}
