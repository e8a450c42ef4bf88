//! Ranked terms beside their picture.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Bar, Heading, Link};
use super::chart::ChartCard;
use crate::app::{Panel, Route, Shared, Theme, format, terms};
use crate::view::{Chart, Outline, TermForm, TermOutline};

#[derive(PartialEq, Properties)]
pub(super) struct TermsProps {
    pub overview: Shared<Outline>,
    /// The chosen term.
    pub term: Option<AttrValue>,
    /// The chosen theme; empty = none.
    pub topic: String,
    /// Terms that the host wants shown; 0 = as many as usual.
    pub limit: u32,
    /// Their picture.
    pub cloud: Panel<Chart>,
    pub theme: Theme,
}

/// Ranked terms beside their picture; both lead to the sentences.
#[component]
pub(super) fn Terms(props: &TermsProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let words = use_state(String::new);
    let is_whole = use_state(|| false);
    let all = &props.overview.terms;
    let group = props.overview.themes.iter().find(|group| !props.topic.is_empty() && group.head == props.topic);
    let mut matching = terms::matching(all, &words);
    matching.retain(|&at| group.is_none_or(|group| group.terms.contains(&all[at].term)));
    let n_first = match props.limit {
        0 => terms::FIRST,
        limit => limit as usize,
    };
    let n_shown = if *is_whole { matching.len() } else { matching.len().min(n_first) };
    let oninput = {
        let words = words.clone();
        Callback::from(move |event: InputEvent| words.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let number = |n: usize| format::integer(desk.lang(), n as u32);
    html! {
        <section part="section" class="part" aria-labelledby="lk-terms">
            <Heading level=2 id="lk-terms">{ m.terms_title }</Heading>
            if all.is_empty() {
                <p class="quiet">{ m.no_terms }</p>
            } else {
                <p class="part-lead">{ m.terms_lead }</p>
                <div class="terms">
                    <div class="terms-list">
                        <div class="terms-filter">
                            <input type="search" part="input" class="input" aria-label={m.filter_terms}
                                placeholder={format!("{} ({})", m.filter_terms, m.filter_placeholder)} {oninput} />
                            <span class="small" role="status">{ (m.shown_of)(&number(n_shown), &number(all.len())) }</span>
                        </div>
                        if !words.trim().is_empty() {
                            <p><Link to={Route::term(words.trim())}>{ (m.read_words)(words.trim()) }</Link></p>
                        }
                        if matching.is_empty() { <p class="quiet">{ m.no_match }</p> }
                        <TermTable overview={props.overview.clone()} shown={matching[..n_shown].to_vec()}
                            chosen={props.term.clone()} />
                        if matching.len() > n_first {
                            <button type="button" part="button" class="text-button" onclick={
                                let is_whole = is_whole.clone();
                                Callback::from(move |_: MouseEvent| is_whole.set(!*is_whole))
                            }>{ if *is_whole { m.show_fewer.to_owned() } else { (m.show_all)(&number(matching.len())) } }</button>
                        }
                    </div>
                    <div class="terms-picture">
                        <ChartCard picture={props.cloud.clone()} theme={props.theme} />
                    </div>
                </div>
            }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct TermTableProps {
    overview: Shared<Outline>,
    shown: Vec<usize>,
    chosen: Option<AttrValue>,
}

#[component]
fn TermTable(props: &TermTableProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let all = &props.overview.terms;
    let most = all.iter().map(|term| term.count).max().unwrap_or(1);
    let rows = props.shown.iter().filter_map(|&at| all.get(at));
    html! {
        <table part="table" class="term-table">
            <caption class="unseen">{ m.terms_table }</caption>
            <thead><tr>
                <th scope="col" class="number"><span class="unseen">{ m.rank }</span>{ "#" }</th>
                <th scope="col">{ m.term }</th>
                <th scope="col" class="number">{ m.count }</th>
                <th scope="col" class="number" title={props.overview.unit().rate(desk.lang())}>{ m.rate }</th>
                <th scope="col" class="number">{ m.in_articles }</th>
            </tr></thead>
            <tbody>{ for rows.map(|term| row(&desk, props, term, most)) }</tbody>
        </table>
    }
}

/// The other forms that are counted in.
fn forms(desk: &Desk, term: &TermOutline) -> Html {
    if term.forms.is_empty() {
        return Html::default();
    }
    let m = desk.m.dictionary;
    let form = |form: &TermForm| (m.term_form)(&form.form, &format::integer(desk.lang(), form.count));
    let forms: Vec<String> = term.forms.iter().map(form).collect();
    html! { <small class="term-forms">{ m.together_with }{ " " }{ forms.join(", ") }</small> }
}

fn row(desk: &Desk, props: &TermTableProps, term: &TermOutline, most: u32) -> Html {
    let is_chosen = props.chosen.as_deref() == Some(term.term.as_str());
    let class = is_chosen.then_some("is-chosen");
    let number = |n| format::integer(desk.lang(), n);
    html! {
        <tr key={term.term.clone()} {class}>
            <td class="number rank">{ number(term.rank) }</td>
            <th scope="row">
                <Link to={Route::term(&term.term)} part="link term" is_current={is_chosen}>{ &term.term }</Link>
                { forms(desk, term) }
                <Bar value={f64::from(term.count)} of={f64::from(most)} />
            </th>
            <td class="number">{ number(term.count) }</td>
            <td class="number">{ format::decimal(desk.lang(), term.per_10k, 1) }</td>
            <td class="number">{ number(term.n_articles) }</td>
        </tr>
    }
}
