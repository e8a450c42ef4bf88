//! Rows of people, organisations, places, systems and abbreviations.

use crate::view::document::Locator;
use crate::view::{Entry, FactKind};

use super::draft::Draft;

pub(super) fn drafts(entry: &Entry, _at: &Locator) -> impl Iterator<Item = Draft> {
    let facts = &entry.analysis.facts;
    let mut out = Vec::new();
    for person in &facts.people {
        let draft = Draft::entity(FactKind::Person, &person.name, &person.mentions, person.rule);
        out.push(draft.value(person.roles.join("; ")).with("category", Some(person.category)));
    }
    for body in &facts.organisations {
        let draft = Draft::entity(FactKind::Organisation, &body.name, &body.mentions, body.rule);
        let draft = draft.with("category", Some(body.category));
        let renaming = body.renaming.map(|r| format!("{}: {}", r.until, r.successor));
        out.push(draft.with("renaming", renaming));
    }
    for place in &facts.places {
        let draft = Draft::entity(FactKind::Place, &place.name, &place.mentions, place.rule);
        out.push(draft.value(place.within.join(", ")).with("category", Some(place.category)));
    }
    for system in &facts.systems {
        let draft = Draft::entity(FactKind::System, &system.name, &system.mentions, system.rule);
        out.push(draft.with("category", Some(system.category)));
    }
    for short in &facts.abbreviations {
        let draft = Draft::named(FactKind::Abbreviation, &short.short, &short.mentions, short.defined);
        out.push(draft.value(short.long.clone().unwrap_or_default()).with("defined", Some(short.defined)));
    }
    out.into_iter()
}
