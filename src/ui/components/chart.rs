//! Pictures that the engine made, as they are, with their sentence, their table and the files that can be made of them.

use web_sys::MouseEvent;
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Link};
use super::menu::{Item, Menu};
use super::picture::Picture;
use crate::app::{Action, ChartFile, Panel, Route, Shared, Theme};
use crate::session::protocol::ChartFormat;
use crate::view::chart::{Cell, Row, Table};
use crate::view::{Chart, ChartKind};

#[derive(PartialEq, Properties)]
pub(super) struct ChartCardProps {
    pub picture: Panel<Chart>,
    pub theme: Theme,
    /// Level of its heading.
    #[prop_or(3)]
    pub level: u8,
    /// Id of the heading above it that names it, where it needs none of its own.
    #[prop_or_default]
    pub named: Option<&'static str>,
}

/// A picture with all that belongs to it. Before the first one is there, its room, so that nothing jumps when it comes; later
/// the old one until the new one is.
#[component]
pub(super) fn ChartCard(props: &ChartCardProps) -> Html {
    let waits = props.picture.waits_for.is_some();
    let Some(chart) = &props.picture.view else {
        return html! { if waits { <div class="chart-wait" aria-busy="true"></div> } };
    };
    let id = props.named.map_or_else(|| format!("lk-chart-{}", chart.kind.code()), str::to_owned);
    let summary = html! { <p part="summary" class="chart-summary">{ &chart.summary }</p> };
    let notes = chart.notes.join(" ");
    html! {
        <figure part={format!("figure {}", chart.kind.code())} class={classes!("chart-card", format!("chart-{}", chart.kind.code()))} aria-labelledby={id.clone()}
            aria-busy={waits.to_string()}>
            <div part="toolbar" class="chart-head">
                if props.named.is_some() {
                    { summary.clone() }
                } else {
                    <Heading level={props.level} id={id.clone()}>{ &chart.title }</Heading>
                }
                <SaveMenu kind={chart.kind} theme={props.theme} title={chart.title.clone()}
                    is_drawn={chart.height > 0.0} />
            </div>
            if props.named.is_none() { { summary } }
            if chart.height > 0.0 { <Picture chart={chart.clone()} theme={props.theme} labelled={id} /> }
            <p part="note" class="small">{ notes }</p>
            if !chart.table.rows.is_empty() {
                <TablePart chart={chart.clone()} />
            }
        </figure>
    }
}

#[derive(PartialEq, Properties)]
struct TablePartProps {
    chart: Shared<Chart>,
}

/// Rows drawn before the reader asks for all.
const FIRST: usize = 100;

/// The table, drawn once it is opened.
#[component]
fn TablePart(props: &TablePartProps) -> Html {
    let desk = use_desk();
    let is_open = use_state(|| false);
    let is_whole = use_state(|| false);
    let chart = &props.chart;
    let table = &chart.table;
    let ontoggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: Event| {
            let details: web_sys::HtmlDetailsElement = event.target_unchecked_into();
            is_open.set(details.open());
        })
    };
    let whole = {
        let is_whole = is_whole.clone();
        Callback::from(move |_: MouseEvent| is_whole.set(true))
    };
    let n_shown = if *is_whole { table.rows.len() } else { table.rows.len().min(FIRST) };
    html! {
        <details class="fold chart-table" {ontoggle}>
            <summary>{ desk.m.charts.as_table }</summary>
            if *is_open {
                <div class="scroll" tabindex="0" role="group" aria-label={chart.title.clone()}>
                    <table part="table">
                        <caption class="unseen">{ &chart.title }</caption>
                        <thead><tr>{ for table.columns.iter().map(|column| html! {
                            <th scope="col" class={column.decimals.map(|_| "number")}>{ &column.name }</th>
                        }) }</tr></thead>
                        <tbody>{ for table.rows[..n_shown].iter().map(|row| table_row(&desk, table, row)) }</tbody>
                    </table>
                </div>
                if n_shown < table.rows.len() {
                    <button type="button" part="button" class="text-button" onclick={whole}>
                        { (desk.m.show_all)(&crate::app::format::integer(desk.lang(), table.rows.len() as u32)) }
                    </button>
                }
            }
        </details>
    }
}

fn table_row(desk: &Desk, table: &Table, row: &Row) -> Html {
    let cell = |(at, cell): (usize, &Cell)| {
        let text = table.shown(desk.lang(), at, cell);
        let class = table.columns.get(at).and_then(|column| column.decimals).map(|_| "number");
        if at > 0 {
            return html! { <td {class}>{ text }</td> };
        }
        let name = match row.pick.as_ref().map(Route::of) {
            Some(to) => html! { <Link {to}>{ text }</Link> },
            None => html! { { text } },
        };
        html! { <th scope="row">{ name }</th> }
    };
    html! { <tr>{ for row.cells.iter().enumerate().map(cell) }</tr> }
}

#[derive(PartialEq, Properties)]
struct SaveMenuProps {
    kind: ChartKind,
    theme: Theme,
    title: String,
    is_drawn: bool,
}

/// The files that can be made of a picture.
#[component]
fn SaveMenu(props: &SaveMenuProps) -> Html {
    let desk = use_desk();
    let m = desk.m.charts;
    let files = [
        ("SVG", m.svg_help, ChartFile::Made(ChartFormat::Svg)),
        ("PNG", m.png_help, ChartFile::Png),
        ("CSV", m.csv_help, ChartFile::Made(ChartFormat::Csv)),
        ("TSV", m.tsv_help, ChartFile::Made(ChartFormat::Tsv)),
        ("JSON", m.json_help, ChartFile::Made(ChartFormat::Json)),
        ("Markdown", m.markdown_help, ChartFile::Made(ChartFormat::Markdown)),
    ];
    let is_picture = |file: &ChartFile| matches!(file, ChartFile::Png | ChartFile::Made(ChartFormat::Svg));
    let is_dark = super::super::effects::is_dark(props.theme);
    let items: Vec<Item> = files
        .into_iter()
        .filter(|(.., file)| props.is_drawn || !is_picture(file))
        .map(|(name, help, file)| Item { name, help, action: Action::SaveChart(props.kind, file, is_dark) })
        .collect();
    html! { <Menu name={m.save} label={(m.save_of)(&props.title)} {items} /> }
}
