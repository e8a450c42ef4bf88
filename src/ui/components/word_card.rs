//! The card of one word: why it is one, how often it is counted, and what the reader can say of it.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Icon, Link, Sign};
use crate::app::{Action, Route, Shared};
use crate::session::protocol::Mark;
use crate::view::WordView;

#[derive(PartialEq, Properties)]
pub(super) struct WordCardProps {
    pub word: Shared<WordView>,
}

/// The card of the word that was opened.
#[component]
pub(super) fn WordCard(props: &WordCardProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let word = &props.word;
    let onkeydown = {
        let act = desk.act.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                act.emit(Action::CloseWord);
            }
        })
    };
    html! {
        <section id="lk-word" class="card card-word" aria-labelledby="lk-word-title" tabindex="-1"
            data-shows=".w.is-chosen" {onkeydown}>
            <button type="button" class="close" aria-label={m.close} onclick={desk.on(Action::CloseWord)}>
                <Icon sign={Sign::Cross} /></button>
            <p class="tag">{ m.dictionary.word }</p>
            <Heading level=2 id="lk-word-title" class="card-label">{ &word.evidence.text }</Heading>
            { reasons(&desk, word) }
            { actions(&desk, word) }
            <p><Link to={Route::term(&word.evidence.text)}>{ m.dictionary.to_places }</Link></p>
        </section>
    }
}

fn reasons(desk: &Desk, word: &WordView) -> Html {
    let m = desk.m.dictionary;
    let last = word.borders.len().saturating_sub(1);
    let reason =
        |at: usize| word.borders.get(at).map_or(String::new(), |b| (m.reason)(&b.reason, at > 0 && at < last, b.score));
    let inner: Vec<(String, String)> = (1..last)
        .filter_map(|at| Some((format!("{} + {}", word.parts.get(at - 1)?, word.parts.get(at)?), reason(at))))
        .collect();
    let beside = |other: Option<&String>, at: usize| {
        let reason = reason(at);
        match other {
            Some(before) if at == 0 => {
                format!("{before} | {}: {reason}", word.parts.first().map_or("", String::as_str))
            }
            Some(after) => format!("{} | {after}: {reason}", word.parts.last().map_or("", String::as_str)),
            None => reason,
        }
    };
    let around = [beside(word.before.as_ref(), 0), beside(word.after.as_ref(), last)];
    html! {
        <dl class="attributes">
            if !inner.is_empty() || word.is_listed {
                <div><dt>{ m.why }</dt><dd><ul class="reasons">
                    for (pair, reason) in inner { <li><strong>{ pair }</strong>{ ": " }{ reason }</li> }
                    if word.is_listed { <li>{ m.listed }</li> }
                    if word.is_name { <li>{ m.name_shape }</li> }
                </ul></dd></div>
            }
            <div><dt>{ m.around }</dt><dd><ul class="reasons">{ for around.iter().map(|reason| html! { <li>{ reason }</li> }) }</ul></dd></div>
            <div><dt>{ m.counted }</dt><dd>{ (m.counts)(word.count, word.total, word.n_articles) }{ "; " }{ (m.is_term)(word.is_term) }</dd></div>
            <div><dt>{ m.said }</dt><dd>{ word.mark.map_or(m.nothing_said, m.mark) }</dd></div>
        </dl>
    }
}

/// What the reader can say of the word.
fn actions(desk: &Desk, word: &WordView) -> Html {
    let m = desk.m.dictionary;
    let text = &word.evidence.text;
    let join = |phrase: String| {
        html! { <SayButton phrase={phrase.clone()} mark={Some(Mark::Join)} name={(m.join_with)(&phrase)} /> }
    };
    let is_said = |mark| word.mark == Some(mark);
    html! {
        <div class="word-actions" role="group" aria-labelledby="lk-word-say">
            <p id="lk-word-say" class="eyebrow">{ m.wrong }</p>
            if let Some(before) = &word.before { { join(format!("{before} {text}")) } }
            if let Some(after) = &word.after { { join(format!("{text} {after}")) } }
            if word.parts.len() > 1 && !is_said(Mark::Split) { <SayButton phrase={text.clone()} mark={Some(Mark::Split)} name={m.split} /> }
            if !is_said(Mark::Keep) { <SayButton phrase={text.clone()} mark={Some(Mark::Keep)} name={m.keep} /> }
            if !is_said(Mark::Stop) { <SayButton phrase={text.clone()} mark={Some(Mark::Stop)} name={m.stop} /> }
            if word.mark.is_some() { <SayButton phrase={text.clone()} mark={None::<Mark>} name={(m.take_back_of)(text)} /> }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct SayButtonProps {
    /// The phrase.
    pub phrase: String,
    /// What the button says of it; nothing takes back what was said.
    pub mark: Option<Mark>,
    /// Name of the button.
    pub name: AttrValue,
}

/// A button that says something about a phrase.
#[component]
pub(super) fn SayButton(props: &SayButtonProps) -> Html {
    let desk = use_desk();
    let onclick = desk.on(Action::Mark(props.phrase.clone(), props.mark));
    html! { <button type="button" part="button" class="button button-small" {onclick}>{ &props.name }</button> }
}
