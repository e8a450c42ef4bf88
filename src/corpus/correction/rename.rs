//! Facts that refer to a person or body by its name.

use crate::extract::Facts;

/// Puts the new name in the place of the old one.
pub(super) fn rename(facts: &mut Facts, old: &str, new: &str) {
    let put = |name: &mut Option<String>| {
        if name.as_deref() == Some(old) {
            *name = Some(new.to_owned());
        }
    };
    for quote in &mut facts.quotes {
        put(&mut quote.speaker);
        put(&mut quote.relayed_by);
    }
    facts.attributions.iter_mut().for_each(|a| put(&mut a.speaker));
    facts.targets.iter_mut().for_each(|t| put(&mut t.actor));
    for event in &mut facts.events {
        put(&mut event.organiser);
        put(&mut event.chair);
    }
    for place in &mut facts.places {
        place.within.iter_mut().filter(|name| *name == old).for_each(|name| *name = new.to_owned());
    }
}
