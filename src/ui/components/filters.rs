//! What the tables of facts and of figures are filtered by, and the way through their pages.

use gloo::timers::callback::Timeout;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::Link;
use crate::app::{FACTS_PER_PAGE, Route, context, format};
use crate::view::Outline;

/// The value of a choice, none where everything is chosen.
pub(super) fn some(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
}

/// The years that articles are of, as values and words of a choice.
pub(super) fn years(overview: Option<&Outline>) -> Vec<(String, String)> {
    let held = overview.into_iter().flat_map(|o| &o.years).filter(|year| year.n_articles > 0);
    held.map(|year| (year.year.to_string(), year.year.to_string())).collect()
}

/// The articles by their keys, with the heads of their titles.
pub(super) fn articles(overview: Option<&Outline>) -> Vec<(String, String)> {
    let rows = overview.into_iter().flat_map(|o| &o.articles);
    rows.map(|row| (row.key.clone(), context::head(&row.title, 60))).collect()
}

#[derive(PartialEq, Properties)]
pub(super) struct SelectProps {
    pub label: &'static str,
    /// The words for all of them, the value of which is empty; none where one is always chosen.
    #[prop_or_default]
    pub whole: Option<&'static str>,
    /// Values and their words.
    pub options: Vec<(String, String)>,
    pub chosen: Option<String>,
    pub onchoose: Callback<String>,
}

/// A labelled choice of one.
#[component]
pub(super) fn Select(props: &SelectProps) -> Html {
    let onchange = props.onchoose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <label class="filter"><span>{ props.label }</span>
            <select part="input" class="select" {onchange}>
                if let Some(whole) = props.whole {
                    <option value="" selected={props.chosen.is_none()}>{ whole }</option>
                }
                for (value, words) in &props.options {
                    <option value={value.clone()} selected={props.chosen.as_ref() == Some(value)}>{ words }</option>
                }
            </select></label>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct WordsFieldProps {
    pub words: String,
    pub onchange: Callback<String>,
}

/// A field that keeps what is being typed, and tells it after a short rest.
#[component]
pub(super) fn WordsField(props: &WordsFieldProps) -> Html {
    let desk = use_desk();
    let typing = use_mut_ref(|| None::<Timeout>);
    let told = use_mut_ref(|| props.words.clone());
    let text = use_state(|| props.words.clone());
    {
        let (text, told) = (text.clone(), told.clone());
        use_effect_with(props.words.clone(), move |words| {
            if *told.borrow() != *words {
                told.replace(words.clone());
                text.set(words.clone());
            }
        });
    }
    let oninput = {
        let (text, onchange) = (text.clone(), props.onchange.clone());
        Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            text.set(value.clone());
            let (onchange, told, words) = (onchange.clone(), told.clone(), value.trim().to_owned());
            let tell = move || {
                told.replace(words.clone());
                onchange.emit(words);
            };
            typing.replace(Some(Timeout::new(200, tell)));
        })
    };
    html! {
        <input type="search" part="input" class="input" value={(*text).clone()} placeholder={desk.m.words_placeholder} {oninput} />
    }
}

/// The way to the rows before and behind the `n_shown` that begin at `from`.
pub(super) fn pager(desk: &Desk, from: u32, n_shown: usize, n_rows: u32, to: impl Fn(u32) -> Route) -> Html {
    let m = desk.m;
    let number = |n| format::integer(desk.lang(), n);
    let last = from + n_shown as u32;
    html! {
        <nav class="pager" aria-label={m.pages}>
            if from > 0 { <Link to={to(from.saturating_sub(FACTS_PER_PAGE))} class="button">{ m.previous }</Link> }
            <span>{ (m.rows)(&number(from + 1), &number(last), &number(n_rows)) }</span>
            if last < n_rows { <Link to={to(last)} class="button">{ m.next }</Link> }
        </nav>
    }
}
