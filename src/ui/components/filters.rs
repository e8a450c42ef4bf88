//! What the tables of facts and of figures are filtered by, and the way through their pages.

use gloo::timers::callback::Timeout;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::Link;
use crate::app::listing::has_words;
use crate::app::{Panel, ROWS_PER_PAGE, Route, context, format};
use crate::view::{ArticleRow, Outline};

/// The value of a choice, none where everything is chosen.
pub(super) fn some(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
}

/// The years that articles are of, as values and words of a choice.
pub(super) fn years(overview: Option<&Outline>) -> Vec<(String, String)> {
    let held = overview.into_iter().flat_map(|o| &o.years).filter(|year| year.n_articles > 0);
    held.map(|year| (year.year.to_string(), year.year.to_string())).collect()
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

/// Articles that are offered at once.
const MOST_OFFERED: usize = 200;

#[derive(PartialEq, Properties)]
pub(super) struct ArticleSelectProps {
    pub overview: Panel<Outline>,
    pub chosen: Option<String>,
    pub onchoose: Callback<String>,
}

/// A choice of one article; where there are many, among those whose titles hold what is typed.
#[component]
pub(super) fn ArticleSelect(props: &ArticleSelectProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let words = use_state(String::new);
    let rows = props.overview.view.as_ref().map_or(&[][..], |overview| &overview.articles);
    let is_long = rows.len() > MOST_OFFERED;
    let is_chosen = |row: &ArticleRow| props.chosen.as_ref() == Some(&row.key);
    let found: Vec<&ArticleRow> = rows.iter().filter(|row| !is_long || has_words(&row.title, &words)).collect();
    let offered = &found[..found.len().min(MOST_OFFERED)];
    // What is chosen is offered whatever is typed.
    let missing = rows.iter().find(|row| is_chosen(row)).filter(|_| !offered.iter().any(|row| is_chosen(row)));
    let option = |row: &ArticleRow| (row.key.clone(), context::head(&row.title, 60));
    let options: Vec<_> = missing.into_iter().chain(offered.iter().copied()).map(option).collect();
    let number = |n: usize| format::integer(desk.lang(), n as u32);
    let onwords = {
        let words = words.clone();
        Callback::from(move |typed| words.set(typed))
    };
    html! {
        <>
            if is_long {
                <label class="filter"><span>{ m.find_articles }</span>
                    <WordsField words={(*words).clone()} onchange={onwords} /></label>
            }
            <Select label={m.article} whole={m.all_articles} {options} chosen={props.chosen.clone()}
                onchoose={props.onchoose.clone()} />
            if offered.len() < rows.len() {
                <span class="small" role="status">{ m.article }{ ": " }
                    { (m.rows)(&number(offered.len().min(1)), &number(offered.len()), &number(found.len())) }</span>
            }
        </>
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

/// The way to the rows of a table before and behind the `n_shown` that begin at `from`; each page has an address.
pub(super) fn pager(desk: &Desk, from: u32, n_shown: usize, n_rows: u32, to: impl Fn(u32) -> Route) -> Html {
    let page = Page { label: desk.m.pages, from, n_shown: n_shown as u32, n_rows };
    page.ways(desk, |from, name| html! { <Link to={to(from)} class="button">{ name }</Link> })
}

/// A page of many rows.
pub(super) struct Page {
    /// What the pages are of.
    pub label: &'static str,
    /// Rows before it.
    pub from: u32,
    /// Rows on it.
    pub n_shown: u32,
    /// All rows.
    pub n_rows: u32,
}

impl Page {
    /// Which rows of how many are on it.
    pub fn place(&self, desk: &Desk) -> String {
        let number = |n| format::integer(desk.lang(), n);
        (desk.m.rows)(&number(self.from + 1), &number(self.from + self.n_shown), &number(self.n_rows))
    }

    /// The ways to the pages before and behind, each drawn by `way` from the rows before that page and its name.
    pub fn ways(&self, desk: &Desk, way: impl Fn(u32, &'static str) -> Html) -> Html {
        let last = self.from + self.n_shown;
        html! {
            <nav class="pager" aria-label={self.label}>
                if self.from > 0 { { way(self.from.saturating_sub(ROWS_PER_PAGE), desk.m.previous) } }
                <span>{ self.place(desk) }</span>
                if last < self.n_rows { { way(last, desk.m.next) } }
            </nav>
        }
    }
}
