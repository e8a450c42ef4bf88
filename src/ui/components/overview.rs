//! The whole corpus on one screen.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::articles::{AskYear, title};
use super::basics::{Heading, Link};
use super::changes::ChangesPart;
use super::chart::ChartCard;
use super::choice::ChoiceBar;
use super::finding::FindingPart;
use super::ledger::Ledger;
use super::terms::Terms;
use super::years::Years;
use crate::app::{Messages, Route, Section, State, format};
use crate::view::{ChartKind, Overview};

#[derive(PartialEq, Properties)]
pub(super) struct OverviewScreenProps {
    pub state: State,
}

/// The whole corpus on one screen: summary, years, changes, figures, terms.
#[component]
pub(super) fn OverviewScreen(props: &OverviewScreenProps) -> Html {
    let desk = use_desk();
    let Some(overview) = &props.state.overview.view else { return Html::default() };
    let choice = props.state.choice();
    let subject = if choice.term.is_empty() { choice.topic } else { choice.term };
    let term = Some(AttrValue::from(subject)).filter(|term| !term.is_empty());
    let (m, state) = (desk.m, &props.state);
    let card = |kind| html! { <ChartCard charts={state.charts.clone()} {kind} theme={state.config.theme} /> };
    html! {
        <div class="overview">
            { summary(&desk, overview) }
            <FindingPart finding={overview.finding.clone()} />
            { missing_years(&desk, overview) }
            <nav part="nav" class="contents" aria-label={desk.m.overview}>
                for section in Section::ALL {
                    <Link to={Route::Overview(Some(section))}>{ section_title(desk.m, section) }</Link>
                }
            </nav>
            <ChoiceBar state={state.clone()} />
            <Years overview={overview.clone()} scope={state.scope.clone()} />
            <ChangesPart overview={overview.clone()} pair={state.scope.pair()} />
            <section part="section" class="part" aria-labelledby="lk-figures">
                <Heading level=2 id="lk-figures">{ m.figures_title }</Heading>
                if overview.figures.is_empty() {
                    <p class="quiet">{ m.no_figures }</p>
                } else {
                    <p class="part-lead">{ m.figures_lead }</p>
                    { card(ChartKind::Figures) }
                }
            </section>
            if !overview.theme_groups.is_empty() {
                <section part="section" class="part" aria-labelledby="lk-themes">
                    <Heading level=2 id="lk-themes">{ m.charts.themes_title }</Heading>
                    { card(ChartKind::Themes) }
                </section>
            }
            <Terms state={state.clone()} overview={overview.clone()} {term} />
            if !overview.changes.is_empty() {
                <section part="section" class="part" aria-labelledby="lk-explore">
                    <Heading level=2 id="lk-explore">{ m.charts.explore_title }</Heading>
                    <p class="part-lead">{ m.charts.explore_lead }</p>
                    { card(ChartKind::Keyness) }
                    if overview.changes.len() > 1 { { card(ChartKind::Ranks) } }
                    { card(ChartKind::Clouds) }
                </section>
            }
            if !overview.targets.is_empty() {
                <section class="part" aria-labelledby="lk-targets">
                    <Heading level=2 id="lk-targets">{ m.charts.targets_title }</Heading>
                    { card(ChartKind::Targets) }
                </section>
            }
            if !overview.cast.people.is_empty() || !overview.cast.organisations.is_empty() {
                <section class="part" aria-labelledby="lk-people">
                    <Heading level=2 id="lk-people">{ m.charts.people_title }</Heading>
                    { card(ChartKind::People) }
                </section>
            }
            if !overview.timeline.is_empty() {
                <section part="section" class="part" aria-labelledby="lk-timeline">
                    <Heading level=2 id="lk-timeline">{ m.charts.timeline_title }</Heading>
                    { card(ChartKind::Timeline) }
                </section>
            }
            <section part="section" class="part" aria-labelledby="lk-cleaning">
                <Heading level=2 id="lk-cleaning">{ m.charts.cleaning_title }</Heading>
                <p class="part-lead">{ m.charts.cleaning_lead }</p>
                { card(ChartKind::Cleaning) }
                <Ledger state={state.clone()} overview={overview.clone()} />
            </section>
        </div>
    }
}

fn section_title(m: &Messages, section: Section) -> &'static str {
    match section {
        Section::Years => m.years_title,
        Section::Changes => m.changes_title,
        Section::Figures => m.figures_title,
        Section::Terms => m.terms_title,
        Section::Themes => m.charts.themes_title,
        Section::Targets => m.charts.targets_title,
        Section::People => m.charts.people_title,
        Section::Timeline => m.charts.timeline_title,
        Section::Explore => m.charts.explore_title,
        Section::Cleaning => m.charts.cleaning_title,
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
