//! What each year was about.

use std::rc::Rc;

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Bar, Heading, Link};
use crate::app::{Route, format};
use crate::view::{Overview, StatedItem, TermShift, YearView};

#[derive(PartialEq, Properties)]
pub(super) struct YearsProps {
    pub overview: Rc<Overview>,
}

/// One card per year: what is stated, then what stands out by count.
#[component]
pub(super) fn Years(props: &YearsProps) -> Html {
    let desk = use_desk();
    html! {
        <section class="part" aria-labelledby="lk-years">
            <Heading level=2 id="lk-years">{ desk.m.years_title }</Heading>
            <p class="part-lead">{ desk.m.years_lead }</p>
            <div class="years">
                for year in &props.overview.years { { card(&desk, year) } }
            </div>
        </section>
    }
}

fn card(desk: &Desk, year: &YearView) -> Html {
    let (m, number) = (desk.m, |n| format::integer(desk.lang(), n));
    let id = format!("lk-year-{}", year.year);
    html! {
        <article key={year.year} class={classes!("year", (year.n_articles == 0).then_some("year-outside"))} aria-labelledby={id.clone()}>
            <Heading level=3 {id} class="year-number">{ year.year }</Heading>
            <p class="meta">
                if year.n_articles == 0 {
                    <span>{ m.only_spoken_of }</span>
                } else {
                    <span>{ (m.n_articles)(year.n_articles) }</span>
                    <span>{ (m.n_syllables)(&number(year.n_syllables)) }</span>
                }
            </p>
            <Heading level=4 class="eyebrow">{ m.stated }</Heading>
            if year.themes.is_empty() {
                <p class="quiet">{ m.nothing_stated }</p>
            } else {
                <ul class="themes">{ for year.themes.iter().map(|theme| stated(desk, theme)) }</ul>
            }
            if !year.priorities.is_empty() {
                <Heading level=4 class="eyebrow">{ m.priorities }</Heading>
                { for year.priorities.iter().map(|list| priorities(desk, list)) }
            }
            if !year.terms.is_empty() { { own_terms(desk, &year.terms) } }
        </article>
    }
}

fn stated(desk: &Desk, theme: &StatedItem) -> Html {
    html! {
        <li>
            <span class="tag">{ (desk.m.stated_kind)(&theme.kind) }</span>
            <Link to={Route::evidence(&theme.evidence)} class="theme-text">{ theme.text.trim() }</Link>
        </li>
    }
}

/// A list of priorities; a long one is folded.
fn priorities(desk: &Desk, list: &StatedItem) -> Html {
    let items = |items: &[crate::view::Evidence]| {
        let items =
            items.iter().map(|item| html! { <li><Link to={Route::evidence(item)}>{ item.text.trim() }</Link></li> });
        items.collect::<Html>()
    };
    html! {
        <details class="fold">
            <summary><span class="tag">{ (desk.m.stated_kind)(&list.kind) }</span>{ " " }{ list.text.trim() }
                if !list.items.is_empty() { <span class="fold-count">{ list.items.len() }</span> }
            </summary>
            <ol>{ items(&list.items) }</ol>
            <p><Link to={Route::evidence(&list.evidence)} class="small">{ desk.m.open_source }</Link></p>
        </details>
    }
}

fn own_terms(desk: &Desk, terms: &[TermShift]) -> Html {
    let most = terms.iter().map(|term| term.after.count).max().unwrap_or(1);
    html! {
        <>
            <Heading level=4 class="eyebrow">{ desk.m.own_terms }<span class="unseen">{ ", " }{ desk.m.own_terms_help }</span></Heading>
            <ol class="year-terms">
                for shift in terms {
                    <li key={shift.term.clone()}>
                        <Link to={Route::Term(shift.term.clone())}>{ &shift.term }</Link>
                        <Bar value={f64::from(shift.after.count)} of={f64::from(most)} />
                        <span class="number">{ format::integer(desk.lang(), shift.after.count) }</span>
                    </li>
                }
            </ol>
        </>
    }
}
