//! Rows of what stands at one place: figures, dates, events, quotes, reported speech, themes, lists, targets.

use crate::view::document::Locator;
use crate::view::{Entry, FactKind};

use super::draft::{Draft, code};

pub(super) fn drafts(entry: &Entry, at: &Locator) -> impl Iterator<Item = Draft> {
    let facts = &entry.analysis.facts;
    let mut out = Vec::new();
    for f in &facts.figures {
        out.push(Draft::at(FactKind::Figure, f.span, f.rule, f.confidence));
    }
    for d in &facts.dates {
        let draft = Draft::at(FactKind::Date, d.span, d.rule, d.confidence).value(d.value.as_str());
        out.push(draft.with("type", Some(d.timex)).with("basis", Some(d.basis)).with("role", d.role));
    }
    for e in &facts.events {
        out.push(Draft::at(FactKind::Event, e.span, e.rule, e.confidence));
    }
    for q in &facts.quotes {
        let draft = Draft::at(FactKind::Quote, q.span, q.rule, q.confidence);
        let draft = draft.value(q.speaker.clone().unwrap_or_default()).with("type", code(&q.kind));
        out.push(draft.with("cue", q.cue.map(|s| at.text(s))).with("relayed_by", q.relayed_by.as_deref()));
    }
    for a in &facts.attributions {
        let draft = Draft::at(FactKind::Attribution, a.span, a.rule, a.confidence);
        let speaker = a.speaker.as_deref().or(a.speaker_text.map(|s| at.text(s)));
        let draft = draft.value(speaker.unwrap_or_default()).with("type", code(&a.mode));
        out.push(draft.with("cue", Some(at.text(a.cue))));
    }
    for t in &facts.themes {
        out.push(Draft::at(FactKind::Theme, t.span, t.rule, t.confidence));
    }
    for e in &facts.enumerations {
        out.push(Draft::at(FactKind::Enumeration, e.span, e.rule, e.confidence));
    }
    for t in &facts.targets {
        out.push(Draft::at(FactKind::Target, t.span, t.rule, t.confidence));
    }
    out.into_iter()
}
