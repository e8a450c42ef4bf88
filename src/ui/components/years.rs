//! What each year was about.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::super::files;
use super::basics::{Bar, Heading, Link};
use super::correct::mark;
use crate::app::chosen::Chosen;
use crate::app::earlier;
use crate::app::stated::{Stated, distinct};
use crate::app::{Route, Scope, Shared, format};
use crate::view::wording::Unit;
use crate::view::{Evidence, Outline, StatedItem, YearOutline};

#[derive(PartialEq, Properties)]
pub(super) struct YearsProps {
    pub overview: Shared<Outline>,
    /// Which years are shown.
    pub scope: Scope,
    /// What the reader chose.
    pub chosen: Chosen,
}

/// One card per year: what is stated, then what stands out by count. The folded years are drawn once all else is on the page,
/// closed as they are, so that the browser's own search finds what is in them.
#[component]
pub(super) fn Years(props: &YearsProps) -> Html {
    let desk = use_desk();
    let chosen = &props.chosen;
    let is_settled = use_state(|| false);
    {
        let is_settled = is_settled.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                files::next_turn().await;
                is_settled.set(true);
            });
        });
    }
    let is_shown = |year: &&YearOutline| props.scope.has(year.year) && chosen.has_year(year.year);
    let shown = props.overview.years.iter().filter(is_shown);
    let (with_articles, others): (Vec<_>, Vec<_>) = shown.partition(|year| year.n_articles > 0);
    let unit = props.overview.unit();
    let years = earlier::Years::new(with_articles);
    let cards = |years: &[&YearOutline]| html! { <div class="years">{ for years.iter().map(|year| card(&desk, unit, year, chosen)) }</div> };
    html! {
        <section part="section" class="part" aria-labelledby="lk-years">
            <Heading level=2 id="lk-years">{ desk.m.years_title }</Heading>
            <p class="part-lead">{ desk.m.years_lead }</p>
            if let Some(span) = years.span() {
                <details class="years-earlier">
                    <summary class="fold-sum">{ (desk.m.earlier_years)(years.earlier.len(), span) }</summary>
                    if *is_settled { { cards(&years.earlier) } }
                </details>
            }
            { cards(&years.latest) }
            if !others.is_empty() { { outside(&desk, &others, chosen) } }
        </section>
    }
}

fn card(desk: &Desk, unit: Unit, year: &YearOutline, chosen: &Chosen) -> Html {
    let m = desk.m;
    let id = format!("lk-year-{}", year.year);
    let priorities = about(&year.priorities, chosen);
    html! {
        <article key={year.year} part="year" class="year" aria-labelledby={id.clone()}>
            <div class="year-part">
                <Heading level=3 {id} class="year-number">{ year.year }</Heading>
                <p class="meta">
                    <span>{ (m.n_articles)(year.n_articles) }</span>
                    <span>{ unit.count(desk.lang(), year.n_syllables) }</span>
                </p>
            </div>
            <div class="year-part">
                <p class="eyebrow">{ m.stated }</p>
                { themes(desk, &about(&year.themes, chosen), chosen) }
            </div>
            <div class="year-part">
                if !priorities.is_empty() {
                    <p class="eyebrow">{ m.priorities }</p>
                    { lists(desk, &priorities) }
                }
            </div>
            <div class="year-part">
                { own_terms(desk, year, chosen) }
            </div>
        </article>
    }
}

/// Statements that are about what the reader chose: in their words, or in those of one of their items.
fn about(items: &[StatedItem], chosen: &Chosen) -> Vec<StatedItem> {
    let is_about =
        |item: &&StatedItem| chosen.is_about(&item.text) || item.items.iter().any(|one| chosen.is_about(&one.text));
    items.iter().filter(is_about).cloned().collect()
}

/// Years that articles of other years only speak of.
fn outside(desk: &Desk, years: &[&YearOutline], chosen: &Chosen) -> Html {
    let said: Vec<_> = years
        .iter()
        .map(|year| (year.year, about(&year.themes, chosen), about(&year.priorities, chosen)))
        .filter(|(_, themes, lists)| !themes.is_empty() || !lists.is_empty())
        .collect();
    if said.is_empty() {
        return Html::default();
    }
    let names: Vec<String> = said.iter().map(|(year, ..)| year.to_string()).collect();
    html! {
        <details class="years-outside">
            <summary class="fold-sum">{ desk.m.only_spoken_of }{ ": " }{ names.join(", ") }</summary>
            <dl>
                for (year, stated, priorities) in said {
                    <div key={year}>
                        <dt class="year-tag">{ year }</dt>
                        <dd>if !stated.is_empty() { { themes(desk, &stated, chosen) } }{ lists(desk, &priorities) }</dd>
                    </div>
                }
            </dl>
        </details>
    }
}

/// Stated themes; what is too much is folded.
fn themes(desk: &Desk, themes: &[StatedItem], chosen: &Chosen) -> Html {
    const SHOWN: usize = 2;
    if themes.is_empty() {
        let nothing = if chosen.has_subject() { desk.m.charts.nothing_of_choice } else { desk.m.nothing_stated };
        return html! { <p class="quiet">{ nothing }</p> };
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
            <span class="tag">{ (desk.m.stated_kind)(&theme.kind) }
                if let Some(of) = &theme.of { { ": " }{ of } }</span>
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

/// Lists of priorities: those with items first; what is too much is folded.
fn lists(desk: &Desk, lists: &[StatedItem]) -> Html {
    const SHOWN: usize = 3;
    if lists.is_empty() {
        return Html::default();
    }
    let (given, announced): (Vec<_>, Vec<_>) = lists.iter().partition(|list| !list.items.is_empty());
    let all: Vec<_> = given.into_iter().chain(announced).collect();
    let (first, rest) = all.split_at(all.len().min(SHOWN));
    html! {
        <div class="lists">
            for list in first { { priorities(desk, list) } }
            if !rest.is_empty() {
                <details class="fold-rest">
                    <summary>{ (desk.m.more_items)(rest.len() as u32) }</summary>
                    for list in rest { { priorities(desk, list) } }
                </details>
            }
        </div>
    }
}

fn priorities(desk: &Desk, list: &StatedItem) -> Html {
    let words = list.text.trim();
    let source = Route::evidence(&list.evidence);
    if list.items.is_empty() {
        return html! { <p class="fold fold-empty"><Link to={source}>{ words }</Link>{ from_whom(list) }</p> };
    }
    let item = |item: &Evidence| html! { <li><Link to={Route::evidence(item)}>{ item.text.trim() }</Link></li> };
    html! {
        <details class="fold">
            <summary>{ words }<span class="fold-count">{ list.items.len() }</span>{ from_whom(list) }
                if list.corrected { { mark(desk) } }</summary>
            <ol>{ for list.items.iter().map(item) }</ol>
            <p class="fold-source"><Link to={source} class="small">{ desk.m.open_source }</Link></p>
        </details>
    }
}

/// Who gives a list, and in which article where that alone does not tell it from another one.
fn from_whom(list: &StatedItem) -> Html {
    let names: Vec<&str> = list.said_by.iter().chain(&list.title).map(String::as_str).collect();
    if names.is_empty() {
        return Html::default();
    }
    html! { <span class="small list-from">{ names.join(", ") }</span> }
}

fn own_terms(desk: &Desk, year: &YearOutline, chosen: &Chosen) -> Html {
    const SHOWN: usize = 5;
    let own: Vec<_> = year.terms.iter().filter(|(term, _)| chosen.has_term(term)).collect();
    let most = own.iter().map(|(_, count)| *count).max().unwrap_or(1);
    if own.is_empty() {
        return Html::default();
    }
    let row = |(term, count): &&(String, u32)| {
        html! {
            <li key={term.clone()}>
                <Link to={Route::term(term)} part="link term">{ term }</Link>
                <Bar value={f64::from(*count)} of={f64::from(most)} />
                <span class="number">{ format::integer(desk.lang(), *count) }</span>
            </li>
        }
    };
    let (first, rest) = own.split_at(own.len().min(SHOWN));
    html! {
        <>
            <p class="eyebrow">{ desk.m.own_terms }{ ", " }{ desk.m.own_terms_help }</p>
            <ol class="year-terms">{ for first.iter().map(row) }</ol>
            if !rest.is_empty() {
                <details class="fold-rest">
                    <summary>{ (desk.m.more_items)(rest.len() as u32) }</summary>
                    <ol class="year-terms">{ for rest.iter().map(row) }</ol>
                </details>
            }
        </>
    }
}
