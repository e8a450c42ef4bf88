//! What a reader should know first: a few sentences, each leading to the places it rests on.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Link};
use crate::app::chosen::Chosen;
use crate::app::{Lang, Route, Shared};
use crate::view::{FindingSentence, Outline};

#[derive(PartialEq, Properties)]
pub(super) struct FindingPartProps {
    pub overview: Shared<Outline>,
    pub chosen: Chosen,
}

/// The finding; nothing where there is none.
#[component]
pub(super) fn FindingPart(props: &FindingPartProps) -> Html {
    let desk = use_desk();
    let sentences = &props.overview.finding.sentences;
    if sentences.is_empty() {
        return Html::default();
    }
    let m = desk.m.charts;
    let is_chosen = props.chosen.has_subject() || props.chosen.year.is_some();
    let (own, others): (Vec<_>, Vec<_>) = sentences.iter().partition(|told| props.chosen.is_told_in(told));
    let list = |sentences: &[&FindingSentence]| html! { <ol>{ for sentences.iter().map(|sentence| told(&desk, sentence)) }</ol> };
    html! {
        <section part="section finding" class="finding" aria-labelledby="lk-finding">
            <Heading level=2 id="lk-finding" class="eyebrow">{ m.finding_title }</Heading>
            if is_chosen && own.is_empty() {
                <p class="quiet">{ m.finding_of_all }</p>
                { list(&others) }
            } else {
                if is_chosen { <p class="quiet">{ m.finding_of }</p> }
                { list(&own) }
                if !others.is_empty() {
                    <details class="fold"><summary>{ (m.finding_others)(others.len() as u32) }</summary>{ list(&others) }</details>
                }
            }
        </section>
    }
}

/// A sentence with what it is worth and the numbers of its places.
fn told(desk: &Desk, sentence: &FindingSentence) -> Html {
    let m = desk.m.charts;
    let text = if desk.lang() == Lang::Vi { &sentence.vi } else { &sentence.en };
    let worth = match sentence.strength.as_str() {
        "stated" => m.stated.to_owned(),
        strength => (m.worth)((desk.m.strength)(strength)),
    };
    let words = match sentence.evidence.first() {
        Some(place) => {
            html! { <Link to={Route::evidence(place)} part="link sentence" class="finding-text">{ text }</Link> }
        }
        None => html! { <span part="sentence" class="finding-text">{ text }</span> },
    };
    html! {
        <li>
            { words }{ " " }<span class="small">{ worth }
            if sentence.evidence.len() > 1 {
                { " · " }{ m.places }{ " " }
                for (at, place) in sentence.evidence.iter().enumerate().take(8) {
                    <Link to={Route::evidence(place)} class="more-place" label={(m.place_of)(at as u32 + 1)}>{ at + 1 }</Link>{ " " }
                }
            }
            </span>
        </li>
    }
}
