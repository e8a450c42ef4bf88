//! Rows of what stands at one place: figures, dates, events, quotes, reported speech, themes, lists, targets.

use crate::extract::{Enumeration, FactKind, Facts, Figure};
use crate::view::document::Locator;

use super::draft::{Draft, code};

pub(super) fn drafts(facts: &Facts, at: &Locator) -> impl Iterator<Item = Draft> {
    let mut out = Vec::new();
    for (i, f) in facts.figures.iter().enumerate() {
        out.push(figure(f, at).nth(i));
    }
    for (i, d) in facts.dates.iter().enumerate() {
        let draft = Draft::at(FactKind::Date, d.span, d.rule, d.confidence).value(d.value.as_str());
        out.push(draft.nth(i).with("type", Some(d.timex)).with("basis", Some(d.basis)).with("role", d.role));
    }
    for (i, e) in facts.events.iter().enumerate() {
        let draft = Draft::at(FactKind::Event, e.span, e.rule, e.confidence).nth(i);
        out.push(draft.value(e.date.as_str()).with("basis", Some(e.basis)).with("organiser", e.organiser.as_deref()));
    }
    for (i, q) in facts.quotes.iter().enumerate() {
        let draft = Draft::at(FactKind::Quote, q.span, q.rule, q.confidence);
        let draft = draft.value(q.speaker.clone().unwrap_or_default()).with("type", Some(code(&q.kind)));
        out.push(draft.nth(i).with("cue", q.cue.map(|s| at.text(s))).with("relayed_by", q.relayed_by.as_deref()));
    }
    for (i, a) in facts.attributions.iter().enumerate() {
        let draft = Draft::at(FactKind::Attribution, a.span, a.rule, a.confidence);
        let speaker = a.speaker.as_deref().or(a.speaker_text.map(|s| at.text(s)));
        let draft = draft.value(speaker.unwrap_or_default()).with("type", Some(code(&a.mode)));
        out.push(draft.nth(i).with("cue", Some(at.text(a.cue))));
    }
    for (i, t) in facts.themes.iter().enumerate() {
        let draft = Draft::at(FactKind::Theme, t.span, t.rule, t.confidence).nth(i);
        out.push(draft.value(t.year.to_string()).with("kind", Some(code(&t.kind))));
    }
    for (i, e) in facts.enumerations.iter().enumerate() {
        out.push(list(e, at).nth(i));
    }
    for (i, t) in facts.targets.iter().enumerate() {
        let draft = Draft::at(FactKind::Target, t.span, t.rule, t.confidence).nth(i);
        out.push(draft.value(t.by.as_deref().unwrap_or_default()).with("actor", t.actor.as_deref()));
    }
    out.into_iter()
}

fn figure(f: &Figure, at: &Locator) -> Draft {
    let number = |n: f64| n.to_string();
    let value = f.value_max.map_or_else(|| number(f.value), |max| format!("{}–{}", number(f.value), number(max)));
    let change = f.change.as_ref().map(|c| format!("{}{}", if c.up { '+' } else { '-' }, number(c.amount)));
    let rank = f.rank.as_ref().and_then(|r| r.position.or(r.position_max).map(|p| (p, r.out_of)));
    let of =
        |(part, whole): (f64, Option<f64>)| whole.map_or(number(part), |w| format!("{}/{}", number(part), number(w)));
    Draft::at(FactKind::Figure, f.span, f.rule, f.confidence)
        .value(if f.is_vague { String::new() } else { value })
        .with("unit", f.unit.as_deref())
        .with("bound", Some(code(&f.bound)))
        .with("kind", Some(code(&f.kind)))
        .with("indicator", f.indicator.as_deref())
        .with("period", f.period.as_ref().map(|p| p.value.as_str()))
        .with("change", change)
        .with("baseline", f.change.as_ref().and_then(|c| c.baseline).map(|span| at.text(span)))
        .with("rank", rank.map(of))
        .with("ratio", f.ratio.map(|(part, whole)| of((part, Some(whole)))))
        .with("per", f.per.as_ref().map(|p| format!("{} {}", number(p.value), p.unit)))
        .with("modality", f.is_target.then_some("target"))
}

fn list(e: &Enumeration, at: &Locator) -> Draft {
    let items: Vec<&str> = e.items.iter().map(|item| at.text(item.span)).collect();
    let mut draft = Draft::at(FactKind::Enumeration, e.span, e.rule, e.confidence)
        .value(items.join("; "))
        .with("kind", Some(code(&e.kind)))
        .with("declared", e.declared.map(|n| n.to_string()))
        .with("listed", Some(items.len().to_string()))
        .with("year", e.year.map(|y| y.to_string()));
    draft.spans.extend(e.items.iter().map(|item| item.span));
    draft
}
