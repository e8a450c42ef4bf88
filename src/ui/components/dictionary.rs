//! The reader's dictionary: what was said about words, with a form, a list to read and a list to save.

use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, SubmitEvent};
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::super::files;
use super::basics::{Heading, Link};
use crate::app::{Action, Panel, Route, Shared, format};
use crate::session::protocol::{ExportFormat, Mark};
use crate::view::{DictionaryRow, DictionaryView};

#[derive(PartialEq, Properties)]
pub(super) struct DictionaryProps {
    pub panel: Panel<DictionaryView>,
}

/// The page of the dictionary.
#[component]
pub(super) fn Dictionary(props: &DictionaryProps) -> Html {
    let desk = use_desk();
    let m = desk.m.dictionary;
    let view = props.panel.view.clone();
    html! {
        <div class="dictionary">
            <div class="screen-head"><Heading level=1 id="lk-heading">{ m.title }</Heading></div>
            <p class="part-lead">{ m.lead }</p>
            <AddForm />
            { tools(&desk, view.as_ref()) }
            if let Some(view) = view {
                if view.rows.is_empty() {
                    <p class="quiet">{ m.empty }</p>
                } else {
                    { table(&desk, &view.rows) }
                }
            } else {
                <p class="quiet">{ desk.m.loading }</p>
            }
        </div>
    }
}

/// A phrase and what is said of it.
#[component]
fn AddForm() -> Html {
    let desk = use_desk();
    let m = desk.m.dictionary;
    let (phrase, mark) = (use_node_ref(), use_node_ref());
    let onsubmit = {
        let (phrase, mark, act) = (phrase.clone(), mark.clone(), desk.act.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (Some(field), Some(select)) = (phrase.cast::<HtmlInputElement>(), mark.cast::<HtmlSelectElement>())
            else {
                return;
            };
            let words = field.value();
            if words.trim().is_empty() {
                let _ = field.focus();
                return;
            }
            let mark = Mark::ALL.into_iter().find(|mark| mark.sign().to_string() == select.value());
            act.emit(Action::Mark(words, mark));
            field.set_value("");
            let _ = field.focus();
        })
    };
    html! {
        <form class="dictionary-form" {onsubmit}>
            <div class="field">
                <label for="lk-phrase">{ m.phrase }</label>
                <input ref={phrase} id="lk-phrase" part="input" class="input" autocomplete="off" spellcheck="false" aria-describedby="lk-phrase-help" />
                <small id="lk-phrase-help">{ m.phrase_help }</small>
            </div>
            <div class="field">
                <label for="lk-mark">{ m.say }</label>
                <select ref={mark} id="lk-mark" part="input" class="select">
                    for mark in Mark::ALL {
                        <option value={mark.sign().to_string()} selected={mark == Mark::Join}>{ (m.mark)(mark) }</option>
                    }
                </select>
            </div>
            <button type="submit" part="button" class="button button-main">{ m.add }</button>
        </form>
    }
}

fn tools(desk: &Desk, view: Option<&Shared<DictionaryView>>) -> Html {
    let m = desk.m.dictionary;
    let onchange = {
        let act = desk.act.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = input.files().and_then(|list| list.get(0)) else { return };
            let act = act.clone();
            spawn_local(async move {
                act.emit(Action::ReadDictionary(files::bytes(&file).await));
                input.set_value("");
            });
        })
    };
    let (can_undo, is_empty) = view.map_or((false, true), |view| (view.can_undo, view.rows.is_empty()));
    html! {
        <div class="dictionary-tools">
            <label part="button" class="button file-button">
                <input type="file" class="file-input" accept=".txt,text/plain" aria-describedby="lk-list-help" {onchange} />
                { m.read }
            </label>
            <button type="button" part="button" class="button" disabled={is_empty} onclick={desk.on(Action::Export(ExportFormat::Dictionary))}>{ m.save }</button>
            <button type="button" part="button" class="button" disabled={!can_undo} onclick={desk.on(Action::UndoDictionary)}>{ m.undo }</button>
            <p id="lk-list-help" class="small">{ m.read_help }</p>
        </div>
    }
}

fn table(desk: &Desk, rows: &[DictionaryRow]) -> Html {
    let m = desk.m.dictionary;
    html! {
        <table part="table" class="dictionary-table">
            <caption class="unseen">{ m.table }</caption>
            <thead><tr>
                <th scope="col">{ m.phrase }</th><th scope="col">{ m.say }</th>
                <th scope="col" class="number">{ m.count }</th><th scope="col"><span class="unseen">{ m.take_back }</span></th>
            </tr></thead>
            <tbody>{ for rows.iter().map(|row| entry(desk, row)) }</tbody>
        </table>
    }
}

fn entry(desk: &Desk, row: &DictionaryRow) -> Html {
    let m = desk.m.dictionary;
    html! {
        <tr key={row.phrase.clone()}>
            <th scope="row"><Link to={Route::term(&row.phrase)}>{ &row.phrase }</Link></th>
            <td>{ (m.mark)(row.mark) }</td>
            <td class="number">{ format::integer(desk.lang(), row.count) }</td>
            <td><button type="button" part="button" class="button button-quiet button-small" aria-label={(m.take_back_of)(&row.phrase)}
                onclick={desk.on(Action::Mark(row.phrase.clone(), None))}>{ m.take_back }</button></td>
        </tr>
    }
}
