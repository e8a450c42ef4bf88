//! What is chosen, as chips that can be taken away, and by which year things count.

use yew::prelude::*;

use super::super::desk::use_desk;
use super::basics::{Icon, Link, Sign};
use crate::app::{Action, Choice, Route, State};
use crate::view::{Clock, FactQuery, FigureQuery};

#[derive(PartialEq, Properties)]
pub(super) struct ChoiceBarProps {
    pub state: State,
}

/// What is chosen; everything below follows it.
#[component]
pub(super) fn ChoiceBar(props: &ChoiceBarProps) -> Html {
    let desk = use_desk();
    let m = desk.m.charts;
    let choice = props.state.choice();
    let chip = |name: String, rest: Choice| {
        html! {
            <button type="button" part="button" class="chip choice-chip" aria-label={(m.unchoose)(&name)}
                onclick={desk.on(Action::Choose(rest))}>{ name }<Icon sign={Sign::Cross} /></button>
        }
    };
    // Facts are looked for by words: of a theme, by the term that names it.
    let words = if choice.term.is_empty() { choice.topic.clone() } else { choice.term.clone() };
    let clocks = [(Clock::Published, m.published), (Clock::Discussed, m.discussed)];
    html! {
        <div id="lk-choice" part="toolbar" tabindex="-1" role="group" aria-label={m.choice}
            class={classes!("choice", (!choice.is_empty()).then_some("is-chosen"))}>
            if !choice.is_empty() {
                <span class="choice-name">{ m.chosen }</span>
                if !choice.term.is_empty() {
                    { chip(format!("“{}”", choice.term), Choice { term: String::new(), ..choice.clone() }) }
                }
                if !choice.topic.is_empty() {
                    { chip((m.theme_named)(&choice.topic), Choice { topic: String::new(), ..choice.clone() }) }
                }
                if let Some(year) = choice.year {
                    { chip(year.to_string(), Choice { year: None, ..choice.clone() }) }
                }
                <span class="choice-links">
                    <Link to={Route::Facts(FactQuery { words: words.clone(), year: choice.year, ..FactQuery::default() })}>
                        { m.its_facts }</Link>
                    <Link to={Route::Numbers(FigureQuery { words, year: choice.year, ..FigureQuery::default() })}>
                        { m.its_figures }</Link>
                </span>
            } else {
                <span class="choice-name">{ m.nothing_chosen }</span>
            }
            <div class="segments clocks" role="group" aria-label={m.clock}>
                for (clock, name) in clocks {
                    <button type="button" part="button" class="segment" aria-pressed={(props.state.clock == clock).to_string()}
                        onclick={desk.on(Action::SetClock(clock))}>{ name }</button>
                }
            </div>
        </div>
    }
}
