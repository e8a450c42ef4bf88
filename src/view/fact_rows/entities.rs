//! Rows of people, organisations, places, systems and abbreviations.

use crate::extract::{FactKind, Facts};

use super::draft::Draft;

pub(super) fn drafts(facts: &Facts) -> impl Iterator<Item = Draft> {
    let mut out = Vec::new();
    for (i, person) in facts.people.iter().enumerate() {
        let draft = Draft::entity(FactKind::Person, &person.name, &person.mentions, person.rule);
        out.push(draft.nth(i).value(person.roles.join("; ")).with("category", Some(person.category)));
    }
    for (i, body) in facts.organisations.iter().enumerate() {
        let draft = Draft::entity(FactKind::Organisation, &body.name, &body.mentions, body.rule);
        let draft = draft.nth(i).with("category", Some(body.category));
        let renaming = body.renaming.map(|r| format!("{}: {}", r.until, r.successor));
        out.push(draft.with("renaming", renaming));
    }
    for (i, place) in facts.places.iter().enumerate() {
        let draft = Draft::entity(FactKind::Place, &place.name, &place.mentions, place.rule);
        out.push(draft.nth(i).value(place.within.join(", ")).with("category", Some(place.category)));
    }
    for (i, system) in facts.systems.iter().enumerate() {
        let draft = Draft::entity(FactKind::System, &system.name, &system.mentions, system.rule);
        out.push(draft.nth(i).with("category", Some(system.category)));
    }
    for (i, short) in facts.abbreviations.iter().enumerate() {
        let draft = Draft::named(FactKind::Abbreviation, &short.short, &short.mentions, short.defined);
        out.push(draft.nth(i).value(short.long.clone().unwrap_or_default()).with("defined", Some(short.defined)));
    }
    out.into_iter()
}
