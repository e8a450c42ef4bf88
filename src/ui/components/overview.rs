//! The whole corpus on one screen.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::articles::{AskYear, title};
use super::basics::{Heading, Link};
use super::changes::ChangesPart;
use super::figures::Figures;
use super::terms::Terms;
use super::years::Years;
use crate::app::{Messages, Route, Section, State, format};
use crate::view::Overview;

#[derive(PartialEq, Properties)]
pub(super) struct OverviewScreenProps {
    pub state: State,
}

/// The whole corpus on one screen: summary, years, changes, figures, terms.
#[component]
pub(super) fn OverviewScreen(props: &OverviewScreenProps) -> Html {
    let desk = use_desk();
    let Some(overview) = &props.state.overview.view else { return Html::default() };
    let term = match &props.state.route {
        Route::Term(term) => Some(AttrValue::from(term.clone())),
        _ => None,
    };
    html! {
        <div class="overview">
            { summary(&desk, overview) }
            { missing_years(&desk, overview) }
            <nav class="contents" aria-label={desk.m.overview}>
                for section in Section::ALL {
                    <Link to={Route::Overview(Some(section))}>{ section_title(desk.m, section) }</Link>
                }
            </nav>
            <Years overview={overview.clone()} />
            <ChangesPart overview={overview.clone()} />
            <Figures overview={overview.clone()} />
            <Terms overview={overview.clone()} {term} concordance={props.state.concordance.clone()} />
        </div>
    }
}

fn section_title(m: &Messages, section: Section) -> &'static str {
    match section {
        Section::Years => m.years_title,
        Section::Changes => m.changes_title,
        Section::Figures => m.figures_title,
        Section::Terms => m.terms_title,
    }
}

fn summary(desk: &Desk, overview: &Overview) -> Html {
    let (m, number) = (desk.m, |n| format::integer(desk.lang(), n));
    let with_articles: Vec<i32> = overview.years.iter().filter(|y| y.n_articles > 0).map(|y| y.year).collect();
    let span = match (with_articles.first(), with_articles.last()) {
        (Some(first), Some(last)) if first != last => format!(", {first}–{last}"),
        (Some(only), _) => format!(", {only}"),
        _ => String::new(),
    };
    let n_facts = overview.articles.iter().map(|row| row.n_facts).sum();
    let set_aside = &overview.cleaning.set_aside;
    html! {
        <div class="summary">
            <Heading level=1 id="lk-heading" class="display">{ (m.n_articles)(overview.articles.len() as u32) }{ span }</Heading>
            <p class="meta">
                <span>{ (m.n_syllables)(&number(overview.cleaning.n_syllables)) }</span>
                <span>{ (m.n_terms)(&number(overview.n_terms)) }</span>
                <span>{ (m.n_facts)(&number(n_facts)) }</span>
            </p>
            if !set_aside.is_empty() {
                <p class="meta">{ m.set_aside_list }{ ": " }
                    for (code, n) in set_aside { <span>{ format!("{} ({})", (m.reason)(code), number(*n)) }</span> }
                </p>
            }
        </div>
    }
}

/// Asks for the years that no article states.
fn missing_years(desk: &Desk, overview: &Overview) -> Html {
    let rows: Vec<_> = overview.articles.iter().filter(|row| row.year.is_none()).take(5).collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="missing-years">
            for row in rows {
                <li key={row.key.clone()}>
                    <Link to={Route::article(&row.key)}>{ title(desk.m, row) }</Link><AskYear row={row.clone()} />
                </li>
            }
        </ul>
    }
}
