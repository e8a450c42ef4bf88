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
    line: u32,
    zone: &'static str,
}

/// One way in which an entity is named, and how often.
#[derive(Debug, Serialize)]
pub struct SurfaceForm<'a> {
    form: &'a str,
    #[serde(rename = "type")]
    kind: MentionType,
    count_body: u32,
    count_boilerplate: u32,
}

fn mentions<'a>(at: &Locator<'a>, mentions: &[Mention]) -> Vec<MentionRecord<'a>> {
    let record = |m: &Mention| MentionRecord {
        text: at.text(m.span),
        kind: m.kind,
        start: at.start(m.span),
        end: at.end(m.span),
        line: at.line(m.span),
        zone: at.zone(m.span),
    };
    mentions.iter().map(record).collect()
}

/// The forms in the order of their first mention.
fn surface_forms<'a>(at: &Locator<'a>, mentions: &[Mention]) -> Vec<SurfaceForm<'a>> {
    let mut out: Vec<SurfaceForm> = Vec::new();
    for mention in mentions {
        let form = at.text(mention.span);
        let here = match out.iter().position(|f| f.form == form && f.kind == mention.kind) {
            Some(here) => here,
            None => {
                out.push(SurfaceForm { form, kind: mention.kind, count_body: 0, count_boilerplate: 0 });
                out.len() - 1
            }
        };
        match mention.zone {
            Zone::Body => out[here].count_body += 1,
            Zone::Boilerplate => out[here].count_boilerplate += 1,
        }
    }
    out
}

/// Other names that stand in the text, anaphors left out, in the order of their first mention.
fn aliases<'a>(at: &Locator<'a>, name: &str, mentions: &[Mention]) -> Vec<&'a str> {
    let mut out: Vec<&str> = Vec::new();
    for mention in mentions.iter().filter(|m| m.kind != MentionType::Anaphor) {
        let form = at.text(mention.span);
        if form != name && !out.contains(&form) {
            out.push(form);
        }
    }
    out
}

fn count(mentions: &[Mention], zone: Zone, counts: impl Fn(MentionType) -> bool) -> u32 {
    mentions.iter().filter(|m| m.zone == zone && counts(m.kind)).count() as u32
}

/// One record of `people`.
#[derive(Debug, Serialize)]
pub struct PersonRecord<'a> {
    name: &'a str,
    category: &'static str,
    roles: &'a [String],
    count_name_body: u32,
    count_name_boilerplate: u32,
    count_title_body: u32,
    count_title_boilerplate: u32,
    count_given_name_body: u32,
    surface_forms: Vec<SurfaceForm<'a>>,
    mentions: Vec<MentionRecord<'a>>,
}

impl<'a> PersonRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, person: &'a Person) -> Self {
        let m = &person.mentions;
        let is = |kind: MentionType| move |k: MentionType| k == kind;
        Self {
            name: &person.name,
            category: person.category,
            roles: &person.roles,
            count_name_body: count(m, Zone::Body, is(MentionType::Name)),
            count_name_boilerplate: count(m, Zone::Boilerplate, is(MentionType::Name)),
            count_title_body: count(m, Zone::Body, is(MentionType::Title)),
            count_title_boilerplate: count(m, Zone::Boilerplate, is(MentionType::Title)),
            count_given_name_body: count(m, Zone::Body, is(MentionType::GivenName)),
            surface_forms: surface_forms(at, m),
            mentions: mentions(at, m),
        }
    }
}

/// One record of `organisations`. Anaphors count in both `count_body` and `count_anaphor_body`.
#[derive(Debug, Serialize)]
pub struct OrganisationRecord<'a> {
    name: &'a str,
    category: &'static str,
    aliases_found: Vec<&'a str>,
    count_body: u32,
    count_boilerplate: u32,
    count_anaphor_body: u32,
    surface_forms: Vec<SurfaceForm<'a>>,
    mentions: Vec<MentionRecord<'a>>,
}

impl<'a> OrganisationRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, organisation: &'a Organisation) -> Self {
        let m = &organisation.mentions;
        Self {
            name: &organisation.name,
            category: organisation.category,
            aliases_found: aliases(at, &organisation.name, m),
            count_body: count(m, Zone::Body, |_| true),
            count_boilerplate: count(m, Zone::Boilerplate, |_| true),
            count_anaphor_body: count(m, Zone::Body, |k| k == MentionType::Anaphor),
            surface_forms: surface_forms(at, m),
            mentions: mentions(at, m),
        }
    }
}

/// One record of `places`.
#[derive(Debug, Serialize)]
pub struct PlaceRecord<'a> {
    name: &'a str,
    category: &'static str,
    within: Option<String>,
    aliases_found: Vec<&'a str>,
    count_body: u32,
    count_boilerplate: u32,
    count_nested_body: u32,
    surface_forms: Vec<SurfaceForm<'a>>,
    mentions: Vec<MentionRecord<'a>>,
}

impl<'a> PlaceRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, place: &'a Place) -> Self {
        let m = &place.mentions;
        Self {
            name: &place.name,
            category: place.category,
            within: (!place.within.is_empty()).then(|| place.within.join(", ")),
            aliases_found: aliases(at, &place.name, m),
            count_body: count(m, Zone::Body, |_| true),
            count_boilerplate: count(m, Zone::Boilerplate, |_| true),
            count_nested_body: count(m, Zone::Body, |k| k == MentionType::Nested),
            surface_forms: surface_forms(at, m),
            mentions: mentions(at, m),
        }
    }
}

/// One record of `systems`.
#[derive(Debug, Serialize)]
pub struct SystemRecord<'a> {
    name: &'a str,
    category: &'static str,
    aliases_found: Vec<&'a str>,
    count_body: u32,
    count_boilerplate: u32,
    surface_forms: Vec<SurfaceForm<'a>>,
    mentions: Vec<MentionRecord<'a>>,
}

impl<'a> SystemRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, system: &'a System) -> Self {
        let m = &system.mentions;
        Self {
            name: &system.name,
            category: system.category,
            aliases_found: aliases(at, &system.name, m),
            count_body: count(m, Zone::Body, |_| true),
            count_boilerplate: count(m, Zone::Boilerplate, |_| true),
            surface_forms: surface_forms(at, m),
            mentions: mentions(at, m),
        }
    }
}

/// One record of `abbreviations`.
#[derive(Debug, Serialize)]
pub struct AbbreviationRecord<'a> {
    short: &'a str,
    long: Option<&'a str>,
    defined: &'static str,
    evidence: Option<&'a str>,
    count_body: u32,
    count_boilerplate: u32,
    kind: Option<&'static str>,
}

impl<'a> AbbreviationRecord<'a> {
    pub(super) fn new(at: &Locator<'a>, abbreviation: &'a Abbreviation) -> Self {
        let count = |zone| abbreviation.mentions.iter().filter(|(_, z)| *z == zone).count() as u32;
        Self {
            short: &abbreviation.short,
            long: abbreviation.long.as_deref(),
            defined: abbreviation.defined,
            evidence: abbreviation.evidence.map(|span| at.text(span)),
            count_body: count(Zone::Body),
            count_boilerplate: count(Zone::Boilerplate),
            kind: abbreviation.kind,
        }
    }
}
