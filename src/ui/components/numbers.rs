//! The table of the figures of all articles.

use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Link};
use super::choice::Filtered;
use super::correct::mark;
use super::facts::WordsField;
use crate::app::{Action, FACTS_PER_PAGE, Place, Route, State, context, format};
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
                    { pager(&desk, &props.query, table) }
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
    let choice = |change: fn(&mut FigureQuery, String)| {
        let set = with(change);
        Callback::from(move |event: Event| set(event.target_unchecked_into::<HtmlSelectElement>().value()))
    };
    let table = props.state.figures.view.as_deref();
    let kinds = options(table.map(|t| t.by_kind.as_slice()), query.kind.as_ref());
    let units = options(table.map(|t| t.by_unit.as_slice()), query.unit.as_ref());
    let overview = props.state.overview.view.as_ref();
    let years: Vec<i32> =
        overview.map(|o| o.years.iter().filter(|y| y.n_articles > 0).map(|y| y.year).collect()).unwrap_or_default();
    let articles = overview.map(|o| o.articles.clone()).unwrap_or_default();
    let whole = FigureQuery { topic: String::new(), from: 0, ..query.clone() };
    let plain = FigureQuery { order: query.order, descending: query.descending, ..FigureQuery::default() };
    let is_filtered = FigureQuery { from: 0, ..query.clone() } != plain;
    let counted = |name: &str, n: u32| format!("{name} ({})", format::integer(desk.lang(), n));
    html! {
        <div class="filters">
            <div class="number-fields">
                <label class="filter"><span>{ m.measure }</span>
                    <WordsField words={query.indicator.clone()}
                        onchange={Callback::from(with(|query, value| query.indicator = value))} /></label>
                <label class="filter"><span>{ m.words_of_sentence }</span>
                    <WordsField words={query.words.clone()}
                        onchange={Callback::from(with(|query, value| query.words = value))} /></label>
                <label class="filter"><span>{ (m.field)("kind") }</span>
                    <select part="input" class="select" onchange={choice(|query, value| query.kind = some(value))}>
                        <option value="" selected={query.kind.is_none()}>{ m.all_kinds }</option>
                        for (code, n) in kinds {
                            <option value={code.clone()} selected={query.kind.as_ref() == Some(&code)}>
                                { counted((m.code)(&code), n) }</option>
                        }
                    </select></label>
                <label class="filter"><span>{ (m.field)("unit") }</span>
                    <select part="input" class="select" onchange={choice(|query, value| query.unit = some(value))}>
                        <option value="" selected={query.unit.is_none()}>{ m.all_kinds }</option>
                        for (unit, n) in units {
                            <option value={unit.clone()} selected={query.unit.as_ref() == Some(&unit)}>
                                { counted(&unit, n) }</option>
                        }
                    </select></label>
                <label class="filter"><span>{ m.year }</span>
                    <select part="input" class="select" onchange={choice(|query, value| query.year = value.parse().ok())}>
                        <option value="" selected={query.year.is_none()}>{ m.all_years }</option>
                        for year in years {
                            <option value={year.to_string()} selected={query.year == Some(year)}>{ year }</option>
                        }
                    </select></label>
                <label class="filter"><span>{ m.article }</span>
                    <select part="input" class="select" onchange={choice(|query, value| query.article = some(value))}>
                        <option value="" selected={query.article.is_none()}>{ m.all_articles }</option>
                        for row in articles {
                            <option value={row.key.clone()} selected={query.article.as_ref() == Some(&row.key)}>
                                { context::head(&row.title, 60) }</option>
                        }
                    </select></label>
                <label class="filter"><span>{ m.sort_by }</span>
                    <select part="input" class="select" onchange={choice(|query, value| sort(query, &value))}>
                        for order in std::iter::once(FigureOrder::Text).chain(COLUMNS) {
                            for is_down in [false, true] {
                                <option value={code(order, is_down)}
                                    selected={query.order == order && query.descending == is_down}>
                                    { format!("{} {}", name(&desk, order), if is_down { "↓" } else { "↑" }) }</option>
                            }
                        }
                    </select></label>
            </div>
            <Filtered topic={query.topic.clone()} without={Action::FigureQuery(whole)} {is_filtered} />
        </div>
    }
}

fn some(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
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

fn pager(desk: &Desk, query: &FigureQuery, table: &FigureTable) -> Html {
    let m = desk.m;
    let number = |n| format::integer(desk.lang(), n);
    let last = query.from + table.rows.len() as u32;
    let to = |from: u32| Route::Numbers(FigureQuery { from, ..query.clone() });
    html! {
        <nav class="pager" aria-label={m.pages}>
            if query.from > 0 { <Link to={to(query.from.saturating_sub(FACTS_PER_PAGE))} class="button">{ m.previous }</Link> }
            <span>{ (m.rows)(&number(query.from + 1), &number(last), &number(table.n_rows)) }</span>
            if last < table.n_rows { <Link to={to(last)} class="button">{ m.next }</Link> }
        </nav>
    }
}
