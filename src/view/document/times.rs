//! Dates and events.

use serde::Serialize;

use crate::extract::{Confidence, DateExpression, Event};

use super::Locator;

/// One record of `dates`.
#[derive(Debug, Serialize)]
pub struct DateRecord<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    #[serde(rename = "type")]
    timex: &'static str,
    value: &'a str,
    interval: Option<[String; 2]>,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
    basis: &'static str,
    role: Option<&'static str>,
    rule: &'static str,
    confidence: Confidence,
    zone: &'static str,
}

impl<'a> DateRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, date: &'a DateExpression) -> Self {
        let span = date.span;
        Self {
            text: at.text(span),
            start: at.start(span),
            end: at.end(span),
            line: at.line(span),
            timex: date.timex,
            value: &date.value,
            interval: date.interval.map(|(first, last)| [first.to_string(), last.to_string()]),
            modifier: date.modifier,
            basis: date.basis,
            role: date.role,
            rule: date.rule,
            confidence: date.confidence,
            zone: at.zone(span),
        }
    }
}

/// One record of `events`.
#[derive(Debug, Serialize)]
pub struct EventRecord<'a> {
    name: &'a str,
    date: &'a str,
    text: &'a str,
    start: u32,
    end: u32,
    line: u32,
    basis: &'static str,
    number: Option<u32>,
    organiser: Option<&'a str>,
    format: Option<&'a str>,
    venues: Option<u32>,
    chair: Option<&'a str>,
    zone: &'static str,
    rule: &'static str,
}

impl<'a> EventRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, event: &'a Event) -> Self {
        let span = event.span;
        Self {
            name: at.text(span),
            date: &event.date,
            text: at.text(span),
            start: at.start(span),
            end: at.end(span),
            line: at.line(span),
            basis: event.basis,
            number: event.number,
            organiser: event.organiser.as_deref(),
            format: event.format.map(|s| at.text(s)),
            venues: event.venues,
            chair: event.chair.as_deref(),
            zone: at.zone(span),
            rule: event.rule,
        }
    }
}
