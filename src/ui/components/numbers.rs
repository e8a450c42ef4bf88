//! The table of the figures of all articles.

use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Link};
use super::choice::Filtered;
use super::correct::mark;
use super::filters::{ArticleSelect, Select, WordsField, pager, some, years};
use crate::app::{Action, Place, Route, State, context, format};
use crate::session::protocol::ExportFormat;
use crate::view::{FigureOrder, FigureQuery, FigureRow, FigureTable};

/// Columns in their order, with what they sort by.
const COLUMNS: [FigureOrder; 6] = [
    FigureOrder::Indicator,
    FigureOrder::Value,
    FigureOrder::Unit,
    FigureOrder::Kind,
    FigureOrder::Period,
    FigureOrder::Year,
];

#[derive(PartialEq, Properties)]
pub(super) struct NumbersProps {
    pub query: FigureQuery,
    pub state: State,
}

/// The figures of all articles, to sort, to filter and to save; every row opens its sentence.
#[component]
pub(super) fn Numbers(props: &NumbersProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let panel = &props.state.figures;
    html! {
        <div class="facts">
            <div class="screen-head">
                <Heading level=1 id="lk-heading">{ m.numbers_title }</Heading>
                <div class="screen-tools">
                    { save(&desk, &props.query, ExportFormat::FactsCsv, m.save_csv) }
                    { save(&desk, &props.query, ExportFormat::FactsTsv, m.save_tsv) }
                </div>
            </div>
            <p class="part-lead">{ m.numbers_lead }</p>
            <Filters query={props.query.clone()} state={props.state.clone()} />
            if let Some(table) = &panel.view {
                if table.rows.is_empty() {
                    <p class="quiet">{ m.no_facts }</p>
                } else {
                    { rows(&desk, &props.query, table, panel.waits_for.is_some()) }
                    { pager(&desk, props.query.from, table.rows.len(), table.n_rows, |from| Route::Numbers(FigureQuery { from, ..props.query.clone() })) }
                }
            } else {
                <p class="quiet">{ m.loading }</p>
            }
        </div>
    }
}

fn save(desk: &Desk, query: &FigureQuery, format: ExportFormat, name: &'static str) -> Html {
    let action = Action::ExportFigures(Box::new(query.clone()), format);
    html! { <button type="button" part="button" class="button button-quiet" onclick={desk.on(action)}>{ name }</button> }
}

#[component]
fn Filters(props: &NumbersProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let query = &props.query;
    let with = |change: fn(&mut FigureQuery, String)| {
        let (act, query) = (desk.act.clone(), query.clone());
        move |value: String| {
            let mut query = FigureQuery { from: 0, ..query.clone() };
            change(&mut query, value);
            act.emit(Action::FigureQuery(query));
        }
    };
    let table = props.state.figures.view.as_deref();
    let kinds = options(table.map(|t| t.by_kind.as_slice()), query.kind.as_ref());
    let units = options(table.map(|t| t.by_unit.as_slice()), query.unit.as_ref());
    let overview = props.state.overview.view.as_deref();
    let whole = FigureQuery { topic: String::new(), from: 0, ..query.clone() };
    let plain = FigureQuery { order: query.order, descending: query.descending, ..FigureQuery::default() };
    let is_filtered = FigureQuery { from: 0, ..query.clone() } != plain;
    let counted = |found: Vec<(String, u32)>, name: fn(&str) -> &str| -> Vec<(String, String)> {
        let words = |value: &str, n| format!("{} ({})", name(value), format::integer(desk.lang(), n));
        found.into_iter().map(|(value, n)| (value.clone(), words(&value, n))).collect()
    };
    let orders: Vec<(String, String)> = std::iter::once(FigureOrder::Text)
        .chain(COLUMNS)
        .flat_map(|order| [(order, false), (order, true)])
        .map(|(order, is_down)| {
            (code(order, is_down), format!("{} {}", name(&desk, order), if is_down { "↓" } else { "↑" }))
        })
        .collect();
    html! {
        <div class="filters">
            <div class="number-fields">
                <label class="filter"><span>{ m.measure }</span>
                    <WordsField words={query.indicator.clone()}
                        onchange={Callback::from(with(|query, value| query.indicator = value))} /></label>
                <label class="filter"><span>{ m.words_of_sentence }</span>
                    <WordsField words={query.words.clone()}
                        onchange={Callback::from(with(|query, value| query.words = value))} /></label>
                <Select label={(m.field)("kind")} whole={m.all_kinds} options={counted(kinds, m.code)} chosen={query.kind.clone()}
                    onchoose={Callback::from(with(|query, value| query.kind = some(value)))} />
                <Select label={(m.field)("unit")} whole={m.all_kinds} options={counted(units, |unit| unit)} chosen={query.unit.clone()}
                    onchoose={Callback::from(with(|query, value| query.unit = some(value)))} />
                <Select label={m.year} whole={m.all_years} options={years(overview)} chosen={query.year.map(|year| year.to_string())}
                    onchoose={Callback::from(with(|query, value| query.year = value.parse().ok()))} />
                <ArticleSelect overview={props.state.overview.clone()} chosen={query.article.clone()}
                    onchoose={Callback::from(with(|query, value| query.article = some(value)))} />
                <Select label={m.sort_by} options={orders} chosen={Some(code(query.order, query.descending))}
                    onchoose={Callback::from(with(|query, value| sort(query, &value)))} />
            </div>
            <Filtered topic={query.topic.clone()} without={Action::FigureQuery(whole)} {is_filtered} />
        </div>
    }
}

/// The values that can be chosen, the chosen one always among them.
fn options(found: Option<&[(String, u32)]>, chosen: Option<&String>) -> Vec<(String, u32)> {
    let mut all = found.unwrap_or_default().to_vec();
    if let Some(chosen) = chosen.filter(|chosen| all.iter().all(|(value, _)| value != *chosen)) {
        all.insert(0, (chosen.clone(), 0));
    }
    all
}

fn code(order: FigureOrder, is_down: bool) -> String {
    format!("{}{}", crate::app::figure_order_code(order), if is_down { "-down" } else { "" })
}

fn sort(query: &mut FigureQuery, code: &str) {
    let (name, is_down) = code.strip_suffix("-down").map_or((code, false), |name| (name, true));
    (query.order, query.descending) = (crate::app::figure_order(name), is_down);
}

fn name(desk: &Desk, order: FigureOrder) -> &'static str {
    let m = desk.m;
    match order {
        FigureOrder::Text => m.order_of_text,
        FigureOrder::Indicator => m.measure,
        FigureOrder::Value => m.value,
        FigureOrder::Unit => (m.field)("unit"),
        FigureOrder::Kind => (m.field)("kind"),
        FigureOrder::Period => (m.field)("period"),
        FigureOrder::Year => m.year,
    }
}

fn rows(desk: &Desk, query: &FigureQuery, table: &FigureTable, is_busy: bool) -> Html {
    let m = desk.m;
    html! {
        <table part="table" class="number-table" aria-busy={is_busy.to_string()}>
            <caption class="unseen">{ m.numbers_table }</caption>
            <thead><tr>{ for COLUMNS.into_iter().map(|order| head(desk, query, order)) }</tr></thead>
            <tbody>
                for row in &table.rows { { figure(desk, row) } }
            </tbody>
        </table>
    }
}

/// A head that sorts: once up, twice down. Values begin with the largest.
fn head(desk: &Desk, query: &FigureQuery, order: FigureOrder) -> Html {
    let is_sorted = query.order == order;
    let descending = if is_sorted { !query.descending } else { order == FigureOrder::Value };
    let next = FigureQuery { order, descending, from: 0, ..query.clone() };
    let (sorted, sign) = match (is_sorted, query.descending) {
        (false, _) => (None, "↕"),
        (true, false) => (Some("ascending"), "↑"),
        (true, true) => (Some("descending"), "↓"),
    };
    let class = (order == FigureOrder::Value).then_some("number");
    html! {
        <th scope="col" aria-sort={sorted} {class}>
            <button type="button" class="sort" onclick={desk.on(Action::FigureQuery(next))}>
                { name(desk, order) }<span class="sort-sign" aria-hidden="true">{ sign }</span></button>
        </th>
    }
}

fn figure(desk: &Desk, row: &FigureRow) -> Html {
    let fact = &row.fact;
    let (before, hit, after) = &fact.sentence;
    let place = Place { start: fact.evidence.start, end: fact.evidence.end };
    let to = Route::Article { key: fact.evidence.article.clone(), place: Some(place), fact: Some(fact.id) };
    let words = if row.indicator.is_empty() { &fact.label } else { &row.indicator };
    html! {
        <tr key={format!("{}-{}", fact.evidence.article, fact.id)}>
            <th scope="row" class="number-what">
                <Link {to} class="stretched">{ context::head(words.trim(), 120) }</Link>
                if fact.corrected.is_some() { { mark(desk) } }
                <small class="number-sentence">{ context::tail(before, 60) }<mark>{ hit }</mark>{ context::head(after, 60) }</small>
            </th>
            <td class="number">{ value(desk, row) }</td>
            <td>{ &row.unit }</td>
            <td>{ (desk.m.code)(&row.kind) }</td>
            <td class="number-period">{ format::value(desk.lang(), &row.period) }</td>
            <td class="number-article">
                if let Some(year) = fact.year { <span class="year-tag">{ year }</span> }{ " " }
                { context::head(&fact.article_title, 50) }</td>
        </tr>
    }
}

/// The value in full, with its bound.
fn value(desk: &Desk, row: &FigureRow) -> Html {
    let bound = (desk.m.bound)(&row.bound);
    let number = |value: f64| format::number(desk.lang(), value);
    let Some(first) = row.value else { return html! { { (desk.m.code)("magnitude") } } };
    let words = row.value_max.map_or_else(|| number(first), |last| format!("{}–{}", number(first), number(last)));
    html! { <>if !bound.is_empty() { <small>{ bound }{ " " }</small> }{ words }</> }
}
