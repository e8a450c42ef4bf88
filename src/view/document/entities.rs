//! People, organisations, places, systems and abbreviations.

use serde::Serialize;

use crate::extract::{Abbreviation, Mention, MentionType, Organisation, Person, Place, System};
use crate::ingest::Zone;

use super::Locator;

/// One place where an entity is named.
#[derive(Debug, Serialize)]
pub struct MentionRecord<'a> {
    text: &'a str,
    #[serde(rename = "type")]
    kind: MentionType,
    start: u32,
    end: u32,
    zone: &'static str,
}

fn mentions<'a>(at: &Locator<'a>, mentions: &[Mention]) -> Vec<MentionRecord<'a>> {
    let record = |m: &Mention| MentionRecord {
        text: at.text(m.span),
        kind: m.kind,
        start: at.start(m.span),
        end: at.end(m.span),
        zone: at.zone(m.span),
    };
    mentions.iter().map(record).collect()
}

fn count_body(mentions: &[Mention]) -> u32 {
    mentions.iter().filter(|m| m.zone == Zone::Body).count() as u32
}

/// One record of `people`.
#[derive(Debug, Serialize)]
pub struct PersonRecord<'a> {
    name: &'a str,
    count_body: u32,
    mentions: Vec<MentionRecord<'a>>,
}

impl<'a> PersonRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, person: &'a Person) -> Self {
        let m = &person.mentions;
        Self { name: &person.name, count_body: count_body(m), mentions: mentions(at, m) }
    }
}

/// One record of `organisations`.
#[derive(Debug, Serialize)]
pub struct OrganisationRecord<'a> {
    name: &'a str,
    count_body: u32,
    mentions: Vec<MentionRecord<'a>>,
}

impl<'a> OrganisationRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, organisation: &'a Organisation) -> Self {
        let m = &organisation.mentions;
        Self { name: &organisation.name, count_body: count_body(m), mentions: mentions(at, m) }
    }
}

/// One record of `places`.
#[derive(Debug, Serialize)]
pub struct PlaceRecord<'a> {
    name: &'a str,
    count_body: u32,
    mentions: Vec<MentionRecord<'a>>,
}

impl<'a> PlaceRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, place: &'a Place) -> Self {
        let m = &place.mentions;
        Self { name: &place.name, count_body: count_body(m), mentions: mentions(at, m) }
    }
}

/// One record of `systems`.
#[derive(Debug, Serialize)]
pub struct SystemRecord<'a> {
    name: &'a str,
    count_body: u32,
    mentions: Vec<MentionRecord<'a>>,
}

impl<'a> SystemRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, system: &'a System) -> Self {
        let m = &system.mentions;
        Self { name: &system.name, count_body: count_body(m), mentions: mentions(at, m) }
    }
}

/// One record of `abbreviations`.
#[derive(Debug, Serialize)]
pub struct AbbreviationRecord<'a> {
    short: &'a str,
}

impl<'a> AbbreviationRecord<'a> {
    pub(super) fn new(abbreviation: &'a Abbreviation) -> Self {
        Self { short: &abbreviation.short }
    }
}
