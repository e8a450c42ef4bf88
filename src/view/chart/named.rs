//! Who is named where the chosen term or theme is spoken of.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::scene::Scene;
use crate::base::{Arrange, Span};
use crate::extract::Mention;
use crate::ingest::Zone;
use crate::text::{fold, sentences};
use crate::view::document::Locator;
use crate::view::{CastView, Entry, Evidence, NamedView, YearCount};

/// People, bodies and offices; with a chosen term or theme those named in its sentences, counted in these alone.
pub(super) fn named(scene: &Scene) -> CastView {
    let cast = &scene.overview.cast;
    if !scene.has_subject() {
        return cast.clone();
    }
    let mut found: FxHashMap<(Kind, String), Found> = FxHashMap::default();
    scene.entries.iter().for_each(|entry| count(scene, entry, &mut found));
    let of = |kind: Kind, all: &[NamedView]| {
        let mut out: Vec<NamedView> = all.iter().filter_map(|named| recounted(scene, named, kind, &found)).collect();
        out.arrange_by_key(|named| std::cmp::Reverse(named.count));
        out
    };
    let people = of(Kind::Person, &cast.people);
    let is_shown = |name: &str| people.iter().any(|person| person.name == name);
    let mut offices = cast.offices.clone();
    offices.iter_mut().for_each(|office| office.holders.retain(|holder| is_shown(&holder.name)));
    offices.retain(|office| !office.holders.is_empty());
    CastView { organisations: of(Kind::Body, &cast.organisations), people, offices }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Person,
    Body,
}

/// Where somebody is named.
#[derive(Default)]
struct Found {
    by_year: BTreeMap<i32, u32>,
    n: u32,
    n_articles: u32,
    first: BTreeMap<i32, Evidence>,
}

/// Adds the mentions of one article that stand in sentences of the subject.
fn count(scene: &Scene, entry: &Entry, found: &mut FxHashMap<(Kind, String), Found>) {
    let article = &entry.analysis.article;
    let within = |span: Span| sentences(&article.text, span);
    let about: Vec<Span> = article.segments.iter().flat_map(|segment| within(segment.span)).collect();
    let about: Vec<Span> = about.into_iter().filter(|span| scene.is_about(span.of(&article.text))).collect();
    if about.is_empty() {
        return;
    }
    let at = Locator::new(article);
    let holds = |span: Span| {
        let after = about.partition_point(|sentence| sentence.start() <= span.start());
        after.checked_sub(1).is_some_and(|i| about[i].overlaps(span))
    };
    let mut add = |kind: Kind, name: &str, mentions: &[Mention]| {
        let spans: Vec<Span> =
            mentions.iter().filter(|m| m.zone == Zone::Body && holds(m.span)).map(|m| m.span).collect();
        if spans.is_empty() {
            return;
        }
        let one = found.entry((kind, fold(name))).or_default();
        one.n += spans.len() as u32;
        one.n_articles += 1;
        for span in spans {
            if let Some(year) = entry.analysis.year_at(span.start(), scene.query.clock) {
                *one.by_year.entry(year).or_default() += 1;
                one.first.entry(year).or_insert_with(|| Evidence::new(entry.key, &at, span));
            }
        }
    };
    let facts = &entry.analysis.facts;
    facts.people.iter().for_each(|person| add(Kind::Person, &person.name, &person.mentions));
    facts.organisations.iter().for_each(|body| add(Kind::Body, &body.name, &body.mentions));
}

/// A person or body with what was counted; the chosen one itself as it is.
fn recounted(
    scene: &Scene,
    named: &NamedView,
    kind: Kind,
    found: &FxHashMap<(Kind, String), Found>,
) -> Option<NamedView> {
    let name = fold(&named.name);
    if name == fold(&scene.query.term) {
        return Some(named.clone());
    }
    let found = found.get(&(kind, name))?;
    let count = |before: &YearCount| {
        let n = found.by_year.get(&before.year).copied().unwrap_or_default();
        YearCount::new(before.year, n, scene.syllables(before.year))
    };
    Some(NamedView {
        count: found.n,
        n_articles: found.n_articles,
        by_year: named.by_year.iter().map(count).collect(),
        evidence: found.first.values().cloned().collect(),
        ..named.clone()
    })
}
