//! The card of one fact.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Icon, Link, Sign};
use super::correct::{ChangeForm, mark, word};
use super::facts::value;
use crate::app::correcting::FormError;
use crate::app::{Action, Place, Route, Shared, format, kind_code};
use crate::view::{ArticleView, FactRow, Field};

#[derive(PartialEq, Properties)]
pub(super) struct CardProps {
    pub article: Shared<ArticleView>,
    /// The fact that was opened.
    pub chosen: Option<u32>,
    /// Whether other values are being entered.
    pub is_open: bool,
    /// What is wrong with them.
    pub error: Option<FormError>,
    /// What was entered when they were found wrong.
    pub typed: Vec<(Field, String)>,
}

/// The card of the fact that was opened: its value as read, its attributes, the rule, and the others at the same place.
#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let fact = props.chosen.and_then(|id| props.article.facts.get(id as usize));
    let Some(fact) = fact else {
        return html! { <p class="quiet card-hint">{ m.card_hint }</p> };
    };
    let key = &props.article.row.key;
    html! {
        <section part="card" class={classes!("card", format!("k-{}", kind_code(fact.kind)))} aria-labelledby="lk-card">
            <button type="button" class="close" aria-label={m.close} onclick={desk.on(Action::Go(place_of(key, fact, None)))}>
                <Icon sign={Sign::Cross} /></button>
            <p class="tag"><span class="swatch" aria-hidden="true"></span>{ (m.kind_name)(fact.kind) }
                if fact.corrected.is_some() { { mark(&desk) } }</p>
            <Heading level=2 id="lk-card" class="card-label">{ fact.label.trim() }</Heading>
            { attributes(&desk, fact) }
            { word(&desk, fact, props.is_open) }
            if props.is_open { <ChangeForm fact={fact.clone()} error={props.error.clone()} typed={props.typed.clone()} /> }
            <p><Link to={place_of(key, fact, None)}>{ m.to_text }</Link></p>
            { others(&desk, &props.article, fact) }
        </section>
    }
}

fn attributes(desk: &Desk, fact: &FactRow) -> Html {
    let m = desk.m;
    let is_shown = |value: &str| !value.is_empty() && value != "null";
    html! {
        <dl class="attributes">
            if is_shown(&fact.value) { <div><dt>{ m.value }</dt><dd class="card-value">{ value(desk, fact) }</dd></div> }
            for detail in fact.details.iter().filter(|detail| is_shown(&detail.value)) {
                <div><dt>{ (m.field)(&detail.field) }</dt>
                    <dd>{ format::value(desk.lang(), (m.code)(&detail.value)) }</dd></div>
            }
            if fact.count > 1 {
                <div><dt>{ m.count }</dt><dd>{ (m.mentions)(&format::integer(desk.lang(), fact.count)) }</dd></div>
            }
            <div><dt>{ m.confidence }</dt><dd>{ (m.confidence_name)(&fact.confidence) }</dd></div>
            if !fact.rule.is_empty() { <div><dt>{ m.rule }</dt><dd>{ (m.rule_name)(&fact.rule) }</dd></div> }
        </dl>
    }
}

/// Other facts whose words overlap.
fn others(desk: &Desk, article: &ArticleView, fact: &FactRow) -> Html {
    let (start, end) = (fact.evidence.start, fact.evidence.end);
    let overlaps = |other: &&FactRow| other.id != fact.id && other.evidence.start < end && start < other.evidence.end;
    let others: Vec<&FactRow> = article.facts.iter().filter(overlaps).take(12).collect();
    if others.is_empty() {
        return Html::default();
    }
    html! {
        <div class="others">
            <Heading level=3 class="eyebrow">{ desk.m.also_here }</Heading>
            <ul>
                for other in others {
                    <li key={other.id} class={format!("k-{}", kind_code(other.kind))}>
                        <span class="swatch" aria-hidden="true"></span>{ (desk.m.kind_name)(other.kind) }{ ": " }
                        <Link to={place_of(&article.row.key, other, Some(other.id))}>
                            { crate::app::context::head(other.label.trim(), 80) }</Link></li>
                }
            </ul>
        </div>
    }
}

fn place_of(key: &str, fact: &FactRow, id: Option<u32>) -> Route {
    let place = Place { start: fact.evidence.start, end: fact.evidence.end };
    Route::Article { key: key.to_owned(), place: Some(place), fact: id }
}
