//! The table of facts.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Link};
use super::choice::Filtered;
use super::correct::mark;
use super::filters::{ArticleSelect, Select, WordsField, pager, some, years};
use crate::app::{Action, KINDS, Place, Route, State, format, kind_code};
use crate::view::{FactKind, FactQuery, FactRow, FactTable};

#[derive(PartialEq, Properties)]
pub(super) struct FactsProps {
    pub query: FactQuery,
    pub state: State,
}

/// The table of facts with its filters; every row opens its sentence.
#[component]
pub(super) fn Facts(props: &FactsProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let table = props.state.facts.view.clone();
    html! {
        <div class="facts">
            <div class="screen-head"><Heading level=1 id="lk-heading">{ m.facts_title }</Heading></div>
            <p class="part-lead">{ m.facts_lead }</p>
            <Filters query={props.query.clone()} state={props.state.clone()} />
            if let Some(table) = table {
                if table.rows.is_empty() {
                    <p class="quiet">{ m.no_facts }</p>
                } else {
                    { rows(&desk, &table, props.state.facts.waits_for.is_some()) }
                    { pager(&desk, props.query.from, table.rows.len(), table.n_rows, |from| Route::Facts(FactQuery { from, ..props.query.clone() })) }
                }
            } else {
                <p class="quiet">{ m.loading }</p>
            }
        </div>
    }
}

#[component]
fn Filters(props: &FactsProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let query = &props.query;
    let with = |change: fn(&mut FactQuery, String)| {
        let (act, query) = (desk.act.clone(), query.clone());
        move |value: String| {
            let mut query = FactQuery { from: 0, ..query.clone() };
            change(&mut query, value);
            act.emit(Action::Query(query));
        }
    };
    let onwords = Callback::from(with(|query, value| query.words = value));
    let overview = props.state.overview.view.as_deref();
    let whole = FactQuery { topic: String::new(), from: 0, ..query.clone() };
    let is_filtered = FactQuery { from: 0, ..query.clone() } != FactQuery::default();
    let is_corrected = overview.is_some_and(|o| o.articles.iter().any(|row| row.n_corrections > 0));
    html! {
        <div class="filters">
            { kinds(&desk, query, props.state.facts.view.as_deref(), is_corrected) }
            <div class="filter-fields">
                <label class="filter"><span>{ m.words }</span>
                    <WordsField words={query.words.clone()} onchange={onwords} /></label>
                <Select label={m.year} whole={m.all_years} options={years(overview)} chosen={query.year.map(|year| year.to_string())}
                    onchoose={Callback::from(with(|query, value| query.year = value.parse().ok()))} />
                <ArticleSelect overview={props.state.overview.clone()} chosen={query.article.clone()}
                    onchoose={Callback::from(with(|query, value| query.article = some(value)))} />
            </div>
            <Filtered topic={query.topic.clone()} without={Action::Query(whole)} {is_filtered} />
        </div>
    }
}

/// One switch per type, with its number of facts.
fn kinds(desk: &Desk, query: &FactQuery, table: Option<&FactTable>, has_mine: bool) -> Html {
    let count = |kind: FactKind| table.and_then(|t| t.by_kind.iter().find(|(k, _)| *k == kind)).map_or(0, |(_, n)| *n);
    let shown = |kind: &FactKind| query.kinds.contains(kind) || count(*kind) > 0;
    let with =
        |kinds: Vec<FactKind>| desk.on::<MouseEvent>(Action::Query(FactQuery { kinds, from: 0, ..query.clone() }));
    let toggled = |kind: FactKind| {
        let mut kinds: Vec<FactKind> = query.kinds.iter().copied().filter(|k| *k != kind).collect();
        if kinds.len() == query.kinds.len() {
            kinds.push(kind);
        }
        kinds
    };
    html! {
        <div class="chips" role="group" aria-label={desk.m.kind}>
            <button type="button" class="chip" aria-pressed={query.kinds.is_empty().to_string()} onclick={with(Vec::new())}>
                { desk.m.all_kinds }</button>
            if query.corrected || has_mine {
                { only_mine(desk, query) }
            }
            for kind in KINDS.into_iter().filter(shown) {
                <button type="button" key={kind_code(kind)} class={classes!("chip", format!("k-{}", kind_code(kind)))}
                    aria-pressed={query.kinds.contains(&kind).to_string()} onclick={with(toggled(kind))}>
                    <span class="swatch" aria-hidden="true"></span>{ (desk.m.kind_names)(kind) }{ " " }
                    <span class="chip-count">{ format::integer(desk.lang(), count(kind)) }</span></button>
            }
        </div>
    }
}

/// A switch for the facts of which the reader said something.
fn only_mine(desk: &Desk, query: &FactQuery) -> Html {
    let next = FactQuery { corrected: !query.corrected, from: 0, ..query.clone() };
    html! {
        <button type="button" class="chip" aria-pressed={query.corrected.to_string()}
            onclick={desk.on::<MouseEvent>(Action::Query(next))}>{ desk.m.only_mine }</button>
    }
}

fn rows(desk: &Desk, table: &FactTable, is_busy: bool) -> Html {
    let m = desk.m;
    html! {
        <table part="table" class="fact-table" aria-busy={is_busy.to_string()}>
            <caption class="unseen">{ m.facts_table }</caption>
            <thead><tr>
                <th scope="col">{ m.kind }</th><th scope="col">{ m.what }</th><th scope="col">{ m.value }</th>
                <th scope="col">{ m.sentence }</th><th scope="col">{ m.article }</th>
            </tr></thead>
            <tbody>
                for row in &table.rows { { fact(desk, row) } }
            </tbody>
        </table>
    }
}

fn fact(desk: &Desk, row: &FactRow) -> Html {
    let (before, hit, after) = &row.sentence;
    let place = Place { start: row.evidence.start, end: row.evidence.end };
    let to = Route::Article { key: row.evidence.article.clone(), place: Some(place), fact: Some(row.id) };
    html! {
        <tr key={format!("{}-{}", row.evidence.article, row.id)}>
            <td class="fact-kind"><span class={classes!("tag", format!("k-{}", kind_code(row.kind)))}>
                <span class="swatch" aria-hidden="true"></span>{ (desk.m.kind_name)(row.kind) }</span></td>
            <th scope="row" class="fact-what"><Link {to} class="stretched">{ crate::app::context::head(&row.label, 160) }</Link>
                if row.count > 1 { <small>{ (desk.m.mentions)(&format::integer(desk.lang(), row.count)) }</small> }
                if row.corrected.is_some() { { mark(desk) } }
                if row.zone != "body" { <small>{ desk.m.set_aside_mark }</small> }</th>
            <td class="fact-value">{ value(desk, row) }</td>
            <td class="fact-sentence">{ crate::app::context::tail(before, 110) }<mark>{ crate::app::context::head(hit, 160) }</mark>
                { crate::app::context::head(after, 110) }</td>
            <td class="fact-article">
                if let Some(year) = row.year { <span class="year-tag">{ year }</span> }{ " " }
                { crate::app::context::head(&row.article_title, 60) }</td>
        </tr>
    }
}

/// The value as read, with its unit.
pub(super) fn value(desk: &Desk, row: &FactRow) -> Html {
    let detail =
        |field: &str| row.details.iter().find(|detail| detail.field == field).map(|detail| detail.value.as_str());
    let value = format::value(desk.lang(), &row.value);
    if row.kind != FactKind::Figure {
        return html! { { value } };
    }
    // Four digits are a number here, not a year.
    let value = row.value.parse().map_or(value, |number| format::compact(desk.lang(), number));
    let bound = detail("bound").map(|code| (desk.m.bound)(code)).unwrap_or_default();
    let unit = detail("unit").unwrap_or_default();
    let gap = if unit == "%" { "" } else { "\u{a0}" };
    html! { <>if !bound.is_empty() { <small>{ bound }{ " " }</small> }{ value }{ gap }{ unit }</> }
}
