//! Named bodies: state, party, associations, media, companies.

mod hit;
mod known;

use crate::text::fold;

use super::name::Gathered;
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
            let Some(hit) = known::ministry(r, i, end).or_else(|| known::body(r, i, end)) else {
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

fn named(hit: Hit) -> Organisation {
    Organisation { name: hit.name, category: hit.category, mentions: Vec::new(), rule: hit.rule }
}
