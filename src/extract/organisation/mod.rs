//! Named bodies: state, party, associations, media, companies.

mod extent;
mod generic;
mod hit;
mod known;

use crate::text::fold;

use super::name::Gathered;
use super::place::known_place;
use super::{Facts, Mention, Reading};
use hit::Hit;

/// One named body.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Canonical long name.
    pub name: String,
    /// `ministry`, `state_body`, `party`, `local_government`, `association`, `company`, `media` …
    pub category: &'static str,
    /// Every place where it is named, in text order.
    pub mentions: Vec<Mention>,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// Named bodies: state, party, associations, media, companies.
pub fn organisations(r: &Reading, _facts: &Facts) -> Vec<Organisation> {
    let mut found: Gathered<Organisation> = Gathered::default();
    for sentence in &r.sentences {
        let end = sentence.tokens.end;
        let mut i = sentence.tokens.start;
        while i < end {
            let Some(hit) = hit_at(r, i, end) else {
                i += 1;
                continue;
            };
            let mention = Mention { span: r.span(i..hit.to), kind: hit.kind, zone: sentence.zone };
            i = hit.to;
            found.add(&fold(&hit.name), mention, || named(hit));
        }
    }
    found.into_items().map(|(body, mentions)| Organisation { mentions, ..body }).collect()
}

/// The body named at `i`: of the tables, or known by its head; the longer of the two.
fn hit_at(r: &Reading, i: usize, end: usize) -> Option<Hit> {
    if let Some(ministry) = known::ministry(r, i, end) {
        return Some(ministry);
    }
    if known_place(r, i, end).is_some() {
        return None;
    }
    match (known::body(r, i, end), generic::generic(r, i, end)) {
        (Some(known), Some(generic)) if generic.to > known.to => Some(generic),
        (Some(known), _) => Some(known),
        (None, generic) => generic,
    }
}

fn named(hit: Hit) -> Organisation {
    Organisation { name: hit.name, category: hit.category, mentions: Vec::new(), rule: hit.rule }
}
