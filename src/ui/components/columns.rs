//! What the columns of a table were taken for; the reader agrees or chooses again.

use web_sys::{Event, HtmlSelectElement, SubmitEvent};
use yew::prelude::*;

use super::super::desk::use_desk;
use super::basics::Heading;
use crate::app::Action;
use crate::app::intake::has_text;
use crate::session::protocol::{Table, TableField};

/// Examples of a column.
const EXAMPLES: usize = 2;

#[derive(PartialEq, Properties)]
pub(super) struct ColumnsFormProps {
    pub table: Table,
    pub is_busy: bool,
}

/// The columns of one table with examples and a choice each.
#[component]
pub(super) fn ColumnsForm(props: &ColumnsFormProps) -> Html {
    let desk = use_desk();
    let m = desk.m.intake;
    let table = &props.table;
    let told: Vec<Option<TableField>> = table.columns.iter().map(|column| column.field).collect();
    let chosen = use_state(|| told.clone());
    {
        let chosen = chosen.clone();
        use_effect_with(told.clone(), move |told| chosen.set(told.clone()));
    }
    let said: Vec<_> = table.columns.iter().map(|column| column.name.clone()).zip(chosen.iter().copied()).collect();
    let is_empty = !has_text(&said);
    let is_changed = *chosen != told;
    let onsubmit = {
        let (act, name, said) = (desk.act.clone(), table.name.clone(), said.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if has_text(&said) {
                act.emit(Action::SetColumns(name.clone(), said.clone()));
            }
        })
    };
    let onchange = |at: usize| {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let code = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut next = (*chosen).clone();
            if let Some(field) = next.get_mut(at) {
                *field = TableField::named(&code);
            }
            chosen.set(next);
        })
    };
    html! {
        <form class="columns" {onsubmit}>
            <Heading level=2 class="columns-head">{ (m.columns)(&table.name, table.n_rows) }</Heading>
            <p class="small">{ m.columns_help }</p>
            <ul class="columns-list">
                for (at, (column, field)) in table.columns.iter().zip(chosen.iter()).enumerate() {
                    <li key={at}>
                        <div class="column-name">{ &column.name }</div>
                        <div class="column-samples small"><span>{ m.example }</span>{ " " }
                            { column.samples.iter().take(EXAMPLES).map(String::as_str).collect::<Vec<_>>().join(" · ") }</div>
                        <select class="input" aria-label={(m.column_holds)(&column.name)} onchange={onchange(at)}>
                            <option value="" selected={field.is_none()}>{ m.no_field }</option>
                            for one in TableField::ALL {
                                <option value={one.name()} selected={*field == Some(one)}>{ (m.field)(one) }</option>
                            }
                        </select>
                    </li>
                }
            </ul>
            if is_empty { <p class="field-error" role="alert">{ m.no_text_column }</p> }
            <div class="form-buttons">
                <button type="submit" class="button button-main" disabled={props.is_busy || is_empty || !is_changed}>
                    { m.read_again }</button>
                <button type="button" class="button" onclick={desk.on(Action::AgreeColumns(table.name.clone()))}>
                    { m.agree }</button>
            </div>
        </form>
    }
}
