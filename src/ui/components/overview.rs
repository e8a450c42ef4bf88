//! The whole corpus on one screen.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::articles::{AskYear, title};
use super::basics::{Heading, Link, opening};
use super::changes::ChangesPart;
use super::chart::ChartCard;
use super::choice::ChoiceBar;
use super::concordance::ConcordancePart;
use super::finding::FindingPart;
use super::ledger::Ledger;
use super::terms::Terms;
use super::years::Years;
use crate::app::chosen::Chosen;
use crate::app::{Messages, Route, Section, State, format};
use crate::view::{ChartKind, Outline};

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
    let chosen = Chosen::new(&choice, overview);
    let subject = if choice.term.is_empty() { &choice.topic } else { &choice.term };
    let term = Some(AttrValue::from(subject.clone())).filter(|term| !term.is_empty());
    let (m, state) = (desk.m, &props.state);
    html! {
        <div class="overview">
            { summary(&desk, overview) }
            { undrawn(&desk, state) }
            <FindingPart overview={overview.clone()} chosen={chosen.clone()} />
            { missing_years(&desk, overview) }
            <nav part="nav" class="contents" aria-label={desk.m.overview}>
                for section in Section::ALL.into_iter().filter(|section| section.is_shown(overview)) {
                    <Link to={Route::Overview(Some(section))}>{ section_title(desk.m, section) }</Link>
                }
            </nav>
            <ChoiceBar choice={choice.clone()} clock={state.clock}
                n_holders={state.holders().filter(|_| term.is_some()).map(|holders| holders.len() as u32)} />
            <ConcordancePart term={term.clone()} choice={choice.clone()} places={state.concordance.clone()} order={state.order}
                pictures={[ChartKind::Years, ChartKind::Spread, ChartKind::Company].map(|kind| state.picture(kind))}
                theme={state.config.theme} />
            <Years overview={overview.clone()} scope={state.scope.clone()} chosen={chosen.clone()} />
            <ChangesPart overview={overview.clone()} pair={state.scope.pair()} {chosen} />
            <section part="section" class="part" aria-labelledby="lk-figures">
                <Heading level=2 id="lk-figures">{ m.figures_title }</Heading>
                if overview.has_figures {
                    { card(state, ChartKind::Figures, Some("lk-figures")) }
                } else {
                    <p class="quiet">{ m.no_figures }</p>
                }
            </section>
            if Section::Themes.is_shown(overview) {
                <section part="section" class="part" aria-labelledby="lk-themes">
                    <Heading level=2 id="lk-themes">{ m.charts.themes_title }</Heading>
                    { card(state, ChartKind::Themes, Some("lk-themes")) }
                </section>
            }
            <Terms overview={overview.clone()} term={term.clone()} topic={choice.topic.clone()} limit={state.scope.limit}
                cloud={state.picture(ChartKind::Cloud)} theme={state.config.theme} />
            <div class="folds">
                if Section::Explore.is_shown(overview) {
                    <Fold section={Section::Explore} is_opened={state.is_opened(Section::Explore)} lead={m.charts.explore_lead}>
                        if term.is_none() { { card(state, ChartKind::Years, None) } }
                        { card(state, ChartKind::Keyness, None) }
                        if overview.changes.len() > 1 { { card(state, ChartKind::Ranks, None) } }
                        { card(state, ChartKind::Clouds, None) }
                    </Fold>
                }
                { folded(state, overview, Section::Targets, ChartKind::Targets, "lk-targets") }
                { folded(state, overview, Section::People, ChartKind::People, "lk-people") }
                { folded(state, overview, Section::Timeline, ChartKind::Timeline, "lk-timeline") }
                <Fold section={Section::Cleaning} is_opened={state.is_opened(Section::Cleaning)} lead={found(state, ChartKind::Cleaning)}>
                    <p class="part-lead">{ m.charts.cleaning_lead }</p>
                    { card(state, ChartKind::Cleaning, Some("lk-cleaning")) }
                    <Ledger overview={overview.clone()} cleaning={state.picture(ChartKind::Cleaning)}
                        notices={state.notices.clone()} is_open={state.is_ledger_open} />
                </Fold>
            </div>
        </div>
    }
}

fn card(state: &State, kind: ChartKind, named: Option<&'static str>) -> Html {
    html! { <ChartCard picture={state.picture(kind)} theme={state.config.theme} {named} /> }
}

/// What a picture shows, in a sentence.
fn found(state: &State, kind: ChartKind) -> String {
    state.picture(kind).view.map(|chart| chart.summary.clone()).unwrap_or_default()
}

/// A part that holds one picture and is opened when it is wanted.
fn folded(state: &State, overview: &Outline, section: Section, kind: ChartKind, id: &'static str) -> Html {
    if !section.is_shown(overview) {
        return Html::default();
    }
    html! {
        <Fold {section} is_opened={state.is_opened(section)} lead={found(state, kind)}>
            { card(state, kind, Some(id)) }
        </Fold>
    }
}

#[derive(PartialEq, Properties)]
struct FoldProps {
    section: Section,
    /// Whether its inside is drawn.
    is_opened: bool,
    /// What is inside, in a sentence.
    lead: AttrValue,
    children: Html,
}

/// A part of which only the heading and a sentence show until it is opened; a link to its heading opens it.
#[component]
fn Fold(props: &FoldProps) -> Html {
    let desk = use_desk();
    let id = format!("lk-{}", props.section.code());
    html! {
        <section part="section" class="part" aria-labelledby={id.clone()}>
            <details class="fold-part" ontoggle={opening(&desk, props.section)}>
                <summary><Heading level=2 {id}>{ section_title(desk.m, props.section) }</Heading>
                    <span class="fold-lead">{ &props.lead }</span></summary>
                if props.is_opened { <div class="part">{ props.children.clone() }</div> }
            </details>
        </section>
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

fn summary(desk: &Desk, overview: &Outline) -> Html {
    let (m, number) = (desk.m, |n| format::integer(desk.lang(), n));
    let with_articles: Vec<i32> = overview.years.iter().filter(|y| y.n_articles > 0).map(|y| y.year).collect();
    let span = match (with_articles.first(), with_articles.last()) {
        (Some(first), Some(last)) if first != last => format!(", {first}–{last}"),
        (Some(only), _) => format!(", {only}"),
        _ => String::new(),
    };
    html! {
        <div class="summary">
            <Heading level=1 id="lk-heading" class="display">{ (m.n_articles)(overview.articles.len() as u32) }{ span }</Heading>
            <p class="meta">
                <span>{ overview.unit().count(desk.lang(), overview.n_syllables) }</span>
                <span>{ (m.n_terms)(&number(overview.n_terms)) }</span>
                <span>{ (m.n_facts)(&number(overview.n_facts)) }</span>
                if overview.n_set_aside > 0 {
                    <span><Link to={Route::Overview(Some(Section::Cleaning))}>{ (m.n_set_aside)(&number(overview.n_set_aside)) }</Link></span>
                }
            </p>
        </div>
    }
}

/// Says on paper which parts lack their pictures, and how to print them all.
fn undrawn(desk: &Desk, state: &State) -> Html {
    let parts: Vec<&str> = state.undrawn().into_iter().map(|section| section_title(desk.m, section)).collect();
    if parts.is_empty() {
        return Html::default();
    }
    let c = desk.m.charts;
    html! {
        <p class="on-paper">{ (c.undrawn)(&parts.join(", ")) }
            if !desk.is_widget { { " " }{ c.undrawn_help } }</p>
    }
}

/// Asks for the years that no article states.
fn missing_years(desk: &Desk, overview: &Outline) -> Html {
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
