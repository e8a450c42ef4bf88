//! What is chosen, as chips that can be taken away, and by which year things count.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Icon, Link, Sign};
use crate::app::{Action, Choice, Route, format};
use crate::view::Clock;

/// Takes away all that is chosen, as the Escape key does.
fn unchoose(desk: &Desk, name: &'static str) -> Html {
    html! {
        <button type="button" part="button" class="text-button unchoose" aria-keyshortcuts="Escape" onclick={desk.on(Action::Unchoose)}>
            { name }{ " " }<kbd>{ "Esc" }</kbd></button>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct FilteredProps {
    /// The theme that a table is of; empty = none.
    pub topic: String,
    /// What is on show without it.
    pub without: Action,
    /// Whether anything is filtered at all.
    pub is_filtered: bool,
}

/// The theme that a table is of, and the way to filter nothing.
#[component]
pub(super) fn Filtered(props: &FilteredProps) -> Html {
    let desk = use_desk();
    let m = desk.m.charts;
    if !props.is_filtered {
        return Html::default();
    }
    let name = (m.theme_named)(&props.topic);
    html! {
        <div class="filtered">
            if !props.topic.is_empty() {
                <button type="button" part="button" class="chip choice-chip" aria-label={(m.unchoose)(&name)}
                    onclick={desk.on(props.without.clone())}>{ name }<Icon sign={Sign::Cross} /></button>
            }
            { unchoose(&desk, desk.m.reset_filter) }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct ChosenChipsProps {
    pub choice: Choice,
}

/// What the list of articles is of, each to be taken away, and the way to see all articles.
#[component]
pub(super) fn ChosenChips(props: &ChosenChipsProps) -> Html {
    let desk = use_desk();
    html! {
        <div class="filtered" role="group" aria-label={desk.m.charts.choice}>
            { chips(&desk, &props.choice, |rest| Action::Go(Route::Articles(rest))) }
            { unchoose(&desk, desk.m.reset_filter) }
        </div>
    }
}

/// A chip for all that is chosen; `without` is what follows when it is taken away and the rest stays.
fn chips(desk: &Desk, choice: &Choice, without: fn(Choice) -> Action) -> Html {
    let m = desk.m.charts;
    let chip = |name: String, rest: Choice| {
        html! {
            <button type="button" part="button" class="chip choice-chip" aria-label={(m.unchoose)(&name)}
                onclick={desk.on(without(rest))}>{ name }<Icon sign={Sign::Cross} /></button>
        }
    };
    html! {
        <>
            if !choice.term.is_empty() {
                { chip(format!("“{}”", choice.term), Choice { term: String::new(), ..choice.clone() }) }
            }
            if !choice.topic.is_empty() {
                { chip((m.theme_named)(&choice.topic), Choice { topic: String::new(), ..choice.clone() }) }
            }
            if let Some(year) = choice.year {
                { chip(year.to_string(), Choice { year: None, ..choice.clone() }) }
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct ChoiceBarProps {
    pub choice: Choice,
    /// Articles that hold the chosen term or theme, where that is known.
    pub n_holders: Option<u32>,
    pub clock: Clock,
}

/// What is chosen; everything below follows it.
#[component]
pub(super) fn ChoiceBar(props: &ChoiceBarProps) -> Html {
    let desk = use_desk();
    let m = desk.m.charts;
    let choice = &props.choice;
    let held = props.n_holders.map(|n| format::integer(desk.lang(), n));
    let clocks = [(Clock::Published, m.published), (Clock::Discussed, m.discussed)];
    html! {
        <div id="lk-choice" part="toolbar" tabindex="-1" role="group" aria-label={m.choice}
            class={classes!("choice", (!choice.is_empty()).then_some("is-chosen"))}>
            if !choice.is_empty() {
                <span class="choice-name">{ m.chosen }</span>
                { chips(&desk, choice, Action::Choose) }
                { unchoose(&desk, m.unchoose_all) }
                <span class="choice-links">
                    <Link to={Route::Facts(choice.facts())}>{ m.its_facts }</Link>
                    <Link to={Route::Numbers(choice.figures())}>{ m.its_figures }</Link>
                    <Link to={Route::Articles(choice.clone())}>{ (m.its_articles)(held.as_deref()) }</Link>
                </span>
            } else {
                <span class="choice-name">{ m.nothing_chosen }</span>
            }
            <div class="segments clocks" role="group" aria-label={m.clock}>
                for (clock, name) in clocks {
                    <button type="button" part="button" class="segment" aria-pressed={(props.clock == clock).to_string()}
                        onclick={desk.on(Action::SetClock(clock))}>{ name }</button>
                }
            </div>
        </div>
    }
}
