//! What each year was about.

use std::rc::Rc;

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Bar, Heading, Link};
use super::correct::mark;
use crate::app::stated::{Stated, distinct};
use crate::app::{Route, Scope, format};
use crate::view::{Evidence, Overview, StatedItem, YearView};

#[derive(PartialEq, Properties)]
pub(super) struct YearsProps {
    pub overview: Rc<Overview>,
    /// Which years are shown.
    pub scope: Scope,
}

/// One card per year: what is stated, then what stands out by count.
#[component]
pub(super) fn Years(props: &YearsProps) -> Html {
    let desk = use_desk();
    let shown = props.overview.years.iter().filter(|year| props.scope.has(year.year));
    let (with_articles, others): (Vec<_>, Vec<_>) = shown.partition(|year| year.n_articles > 0);
    html! {
        <section part="section" class="part" aria-labelledby="lk-years">
            <Heading level=2 id="lk-years">{ desk.m.years_title }</Heading>
            <p class="part-lead">{ desk.m.years_lead }</p>
            <div class="years">
                for year in with_articles { { card(&desk, year) } }
            </div>
            if !others.is_empty() { { outside(&desk, &others) } }
        </section>
    }
}

fn card(desk: &Desk, year: &YearView) -> Html {
    let (m, number) = (desk.m, |n| format::integer(desk.lang(), n));
    let id = format!("lk-year-{}", year.year);
    html! {
        <article key={year.year} part="year" class="year" aria-labelledby={id.clone()}>
            <div class="year-part">
                <Heading level=3 {id} class="year-number">{ year.year }</Heading>
                <p class="meta">
                    <span>{ (m.n_articles)(year.n_articles) }</span>
                    <span>{ (m.n_syllables)(&number(year.n_syllables)) }</span>
                </p>
            </div>
            <div class="year-part">
                <Heading level=4 class="eyebrow">{ m.stated }</Heading>
                { themes(desk, &year.themes) }
            </div>
            <div class="year-part">
                if !year.priorities.is_empty() {
                    <Heading level=4 class="eyebrow">{ m.priorities }</Heading>
                    { lists(desk, &year.priorities) }
                }
            </div>
            <div class="year-part">
                if !year.terms.is_empty() { { own_terms(desk, year) } }
            </div>
        </article>
    }
}

/// Years that articles of other years only speak of.
fn outside(desk: &Desk, years: &[&YearView]) -> Html {
    html! {
        <div class="years-outside">
            <Heading level=3 class="eyebrow">{ desk.m.only_spoken_of }</Heading>
            <dl>
                for year in years {
                    <div key={year.year}>
                        <dt class="year-tag">{ year.year }</dt>
                        <dd>{ themes(desk, &year.themes) }{ lists(desk, &year.priorities) }</dd>
                    </div>
                }
            </dl>
        </div>
    }
}

/// Stated themes; what is too much is folded.
fn themes(desk: &Desk, themes: &[StatedItem]) -> Html {
    const SHOWN: usize = 4;
    if themes.is_empty() {
        return html! { <p class="quiet">{ desk.m.nothing_stated }</p> };
    }
    let themes = distinct(themes);
    let (first, rest) = themes.split_at(themes.len().min(SHOWN));
    let list =
        |themes: &[Stated]| html! { <ul class="themes">{ for themes.iter().map(|theme| stated(desk, theme)) }</ul> };
    html! {
        <>
            { list(first) }
            if !rest.is_empty() {
                <details class="fold-rest">
                    <summary>{ (desk.m.more_items)(rest.len() as u32) }</summary>
                    { list(rest) }
                </details>
            }
        </>
    }
}

fn stated(desk: &Desk, Stated { item: theme, more }: &Stated) -> Html {
    html! {
        <li>
            <span class="tag">{ (desk.m.stated_kind)(&theme.kind) }</span>
            <Link to={Route::evidence(&theme.evidence)} part="link sentence" class="theme-text">{ theme.text.trim() }</Link>
            if theme.corrected { { mark(desk) } }
            if !more.is_empty() {
                <span class="small">{ desk.m.also_in }{ " " }
                    for (at, place) in more.iter().enumerate() {
                        <Link to={Route::evidence(place)} class="more-place">{ at + 2 }</Link>{ " " }
                    }
                </span>
            }
        </li>
    }
}

/// Lists of priorities: those with items first, the first of them open; what is too much is folded.
fn lists(desk: &Desk, lists: &[StatedItem]) -> Html {
    const SHOWN: usize = 4;
    if lists.is_empty() {
        return Html::default();
    }
    let (given, announced): (Vec<_>, Vec<_>) = lists.iter().partition(|list| !list.items.is_empty());
    let all: Vec<_> = given.into_iter().chain(announced).collect();
    let (first, rest) = all.split_at(all.len().min(SHOWN));
    html! {
        <div class="lists">
            for (at, list) in first.iter().enumerate() { { priorities(desk, list, at == 0) } }
            if !rest.is_empty() {
                <details class="fold-rest">
                    <summary>{ (desk.m.more_items)(rest.len() as u32) }</summary>
                    for list in rest { { priorities(desk, list, false) } }
                </details>
            }
        </div>
    }
}

fn priorities(desk: &Desk, list: &StatedItem, is_open: bool) -> Html {
    let words = list.text.trim();
    let source = Route::evidence(&list.evidence);
    if list.items.is_empty() {
        return html! { <p class="fold fold-empty"><Link to={source}>{ words }</Link></p> };
    }
    let item = |item: &Evidence| html! { <li><Link to={Route::evidence(item)}>{ item.text.trim() }</Link></li> };
    html! {
        <details class="fold" open={is_open}>
            <summary>{ words }<span class="fold-count">{ list.items.len() }</span>
                if list.corrected { { mark(desk) } }</summary>
            <ol>{ for list.items.iter().map(item) }</ol>
            <p class="fold-source"><Link to={source} class="small">{ desk.m.open_source }</Link></p>
        </details>
    }
}

fn own_terms(desk: &Desk, year: &YearView) -> Html {
    // A shift stands between two years, and this one may be the earlier.
    let own = year.terms.iter().map(|shift| {
        let count = if shift.before.year == year.year { &shift.before } else { &shift.after };
        (&shift.term, count.count)
    });
    let own: Vec<_> = own.collect();
    let most = own.iter().map(|(_, count)| *count).max().unwrap_or(1);
    html! {
        <>
            <Heading level=4 class="eyebrow">{ desk.m.own_terms }<span class="unseen">{ ", " }{ desk.m.own_terms_help }</span></Heading>
            <ol class="year-terms">
                for (term, count) in own {
                    <li key={term.clone()}>
                        <Link to={Route::term(term)} part="link term">{ term }</Link>
                        <Bar value={f64::from(count)} of={f64::from(most)} />
                        <span class="number">{ format::integer(desk.lang(), count) }</span>
                    </li>
                }
            </ol>
        </>
    }
}
