//! What the reader says of a fact: wrong, another value, missed; and the list of all that was said of an article.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, Node, Selection, SubmitEvent};
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::basics::{Heading, Link};
use crate::app::correcting::{self, Correcting, FormError, Input};
use crate::app::{Action, KINDS, Place, Route, Shared, kind_code};
use crate::view::{ArticleView, Correction, Detail, FactKind, FactRow, Field, Verdict};

/// The word "yours" beside what carries the reader's word.
pub(super) fn mark(desk: &Desk) -> Html {
    html! { <small class="mine">{ desk.m.mine_mark }</small> }
}

/// What the reader said of a fact, and the buttons to say something.
pub(super) fn word(desk: &Desk, fact: &FactRow, is_open: bool) -> Html {
    if desk.is_widget {
        return Html::default();
    }
    let m = desk.m;
    let action = fact.corrected.as_ref().map(|c| c.action);
    let said = action.map(|action| match action {
        Verdict::Wrong => m.said_wrong,
        Verdict::Change => m.said_change,
        Verdict::Add => m.said_add,
    });
    let form = (!is_open).then_some(Correcting::Change);
    html! {
        <div class="fact-word">
            if let Some(said) = said { <p class="said"><strong>{ said }</strong></p> }
            if action == Some(Verdict::Change) { { was(desk, fact) } }
            <p class="fact-buttons" role="group" aria-label={m.correct}>
                if action != Some(Verdict::Wrong) {
                    if !fact.fields.is_empty() {
                        <button type="button" part="button" class="button" id="lk-different" aria-expanded={is_open.to_string()}
                            onclick={desk.on(Action::CorrectForm(form))}>{ m.different }</button>
                    }
                    if action != Some(Verdict::Add) {
                        <button type="button" part="button" class="button" onclick={desk.on(Action::Wrong(fact.id))}>{ m.wrong }</button>
                    }
                }
                if action.is_some() {
                    <button type="button" part="button" class="button" onclick={desk.on(Action::TakeBack(fact.id))}>{ m.take_back }</button>
                }
            </p>
        </div>
    }
}

/// The attributes that were changed, as they were read.
fn was(desk: &Desk, fact: &FactRow) -> Html {
    let was = fact.corrected.iter().flat_map(|c| &c.was);
    html! {
        <dl class="attributes was">
            for detail in was {
                <div><dt>{ desk.m.as_read }{ ": " }{ (desk.m.field)(&detail.field) }</dt>
                    <dd>{ read_as(desk, fact.kind, detail) }</dd></div>
            }
        </dl>
    }
}

fn read_as(desk: &Desk, kind: FactKind, detail: &Detail) -> String {
    let field = Field::from_code(&detail.field);
    match field {
        _ if detail.value.is_empty() => desk.m.none.to_owned(),
        Some(field) if matches!(correcting::input(kind, field), Input::Choice(_)) => {
            (desk.m.code)(&detail.value).to_owned()
        }
        Some(field) => correcting::shown(desk.lang(), kind, field, &detail.value),
        None => detail.value.clone(),
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct ChangeFormProps {
    pub fact: FactRow,
    #[prop_or_default]
    pub error: Option<FormError>,
    /// What was entered when the form was found wrong.
    #[prop_or_default]
    pub typed: Vec<(Field, String)>,
}

/// Other values for a fact.
#[component]
pub(super) fn ChangeForm(props: &ChangeFormProps) -> Html {
    let desk = use_desk();
    let fact = &props.fact;
    let form = use_node_ref();
    let onsubmit = {
        let (form, act, id) = (form.clone(), desk.act.clone(), fact.id);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            act.emit(Action::Change(id, typed(&form)));
        })
    };
    let values: Vec<(Field, String)> = fact
        .fields
        .iter()
        .filter_map(|d| {
            let field = Field::from_code(&d.field)?;
            Some((field, correcting::shown(desk.lang(), fact.kind, field, &d.value)))
        })
        .collect();
    let values = correcting::entered(values, &props.typed);
    html! {
        <form class="correct-form" id="lk-correct" tabindex="-1" ref={form} {onsubmit} novalidate=true
            aria-label={(desk.m.correct_of)(fact.label.trim())}>
            { fields(&desk, fact.kind, &values, props.error.as_ref()) }
            { buttons(&desk) }
        </form>
    }
}

/// One input per attribute.
fn fields(desk: &Desk, kind: FactKind, values: &[(Field, String)], error: Option<&FormError>) -> Html {
    html! { for (field, value) in values { { input(desk, kind, *field, value, error) } } }
}

fn input(desk: &Desk, kind: FactKind, field: Field, value: &str, error: Option<&FormError>) -> Html {
    let m = desk.m;
    let (id, help) = (format!("lk-field-{}", field.code()), format!("lk-field-{}-help", field.code()));
    let is_wrong = error.is_some_and(|e| *e == FormError::Value(field));
    let input = correcting::input(kind, field);
    let hint = match input {
        Input::Number => m.hint_number,
        Input::Time => m.hint_time,
        Input::List => m.hint_list,
        Input::Text | Input::Whole | Input::Choice(_) => "",
    };
    let control = match input {
        Input::Choice(codes) => html! {
            <select part="input" class="select" id={id.clone()} name={field.code()}>
                for code in codes {
                    <option value={*code} selected={*code == value}>{ (m.code)(code) }</option>
                }
            </select>
        },
        _ => html! {
            <input part="input" class="input" id={id.clone()} name={field.code()} value={value.to_owned()} autocomplete="off"
                inputmode={matches!(input, Input::Number | Input::Whole).then_some("decimal")}
                aria-invalid={is_wrong.then_some("true")} aria-describedby={help.clone()} />
        },
    };
    html! {
        <div class="field" key={field.code()}>
            <label for={id}>{ (m.field)(field.code()) }</label>
            { control }
            <small id={help}>{ hint }
                if is_wrong { <strong class="field-error">{ " " }{ m.not_a_value }</strong> }
            </small>
        </div>
    }
}

fn buttons(desk: &Desk) -> Html {
    html! {
        <div class="form-buttons">
            <button type="submit" part="button" class="button button-main">{ desk.m.save }</button>
            <button type="button" part="button" class="button" onclick={desk.on(Action::CorrectForm(None))}>{ desk.m.close }</button>
        </div>
    }
}

/// What stands in the inputs of a form, by the code of the attribute.
fn typed(form: &NodeRef) -> Vec<(Field, String)> {
    let Some(form) = form.cast::<Element>() else { return Vec::new() };
    let Ok(list) = form.query_selector_all("[name]") else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)).filter_map(|node| one(&node)).collect()
}

fn one(node: &Node) -> Option<(Field, String)> {
    let (name, value) = match node.dyn_ref::<HtmlInputElement>() {
        Some(input) => (input.name(), input.value()),
        None => node.dyn_ref::<HtmlSelectElement>().map(|select| (select.name(), select.value()))?,
    };
    Some((Field::from_code(&name)?, value))
}

/// Opens the form for a fact that was missed, with the words that are selected in the text.
#[component]
pub(super) fn MissedButton() -> Html {
    let desk = use_desk();
    // The selection is kept while the button is pressed.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let onclick = {
        let act = desk.act.clone();
        Callback::from(move |_: MouseEvent| {
            let (words, place) = selected().unwrap_or_default();
            act.emit(Action::CorrectForm(Some(Correcting::Add { kind: FactKind::Figure, words, place })));
        })
    };
    html! {
        <p class="missed">
            <button type="button" part="button" class="button" id="lk-missed" {onmousedown} {onclick}>{ desk.m.missed }</button>
            <small>{ desk.m.missed_help }</small>
        </p>
    }
}

/// The words selected in the text, and where they stand if that can be told.
fn selected() -> Option<(String, Option<Place>)> {
    let selection = gloo::utils::window().get_selection().ok()??;
    let words = String::from(selection.to_string());
    let (from, to) = (unit(&selection, true)?, unit(&selection, false)?);
    let place = Place { start: from.min(to), end: from.max(to) };
    Some((words.trim().to_owned(), Some(place)))
}

/// The UTF-16 unit of the article at one end of the selection.
fn unit(selection: &Selection, is_anchor: bool) -> Option<u32> {
    let (node, offset) = if is_anchor {
        (selection.anchor_node()?, selection.anchor_offset())
    } else {
        (selection.focus_node()?, selection.focus_offset())
    };
    let element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    let piece = element.closest("[data-at]").ok()??;
    let start: u32 = piece.get_attribute("data-at")?.parse().ok()?;
    Some(start + offset)
}

#[derive(PartialEq, Properties)]
pub(super) struct MissedFormProps {
    pub kind: FactKind,
    pub words: String,
    pub place: Option<Place>,
    #[prop_or_default]
    pub error: Option<FormError>,
    /// What was entered when the form was found wrong.
    #[prop_or_default]
    pub typed: Vec<(Field, String)>,
}

/// A fact that was missed: its words, its type, what is known of it.
#[component]
pub(super) fn MissedForm(props: &MissedFormProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let (form, words) = (use_node_ref(), use_node_ref());
    let said = {
        let (words, start) = (words.clone(), props.words.clone());
        move || words.cast::<HtmlInputElement>().map_or(start.clone(), |input| input.value())
    };
    let onkind = {
        let (act, said, place) = (desk.act.clone(), said.clone(), props.place);
        Callback::from(move |event: Event| {
            let code = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(kind) = KINDS.into_iter().find(|kind| kind_code(*kind) == code) {
                act.emit(Action::CorrectForm(Some(Correcting::Add { kind, words: said(), place })));
            }
        })
    };
    let onsubmit = {
        let (form, act, kind, place) = (form.clone(), desk.act.clone(), props.kind, props.place);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            act.emit(Action::Missed { kind, words: said(), place, typed: typed(&form) });
        })
    };
    let values = correcting::entered(correcting::empty(desk.lang(), props.kind, &props.words), &props.typed);
    let is_lost = props.error == Some(FormError::Words);
    html! {
        <section class="card" aria-labelledby="lk-card">
            <Heading level=2 id="lk-card" class="card-label">{ m.missed_title }</Heading>
            <form class="correct-form" id="lk-correct" tabindex="-1" ref={form} {onsubmit} novalidate=true
                aria-label={m.missed_title}>
                <div class="field">
                    <label for="lk-missed-words">{ m.missed_words }</label>
                    <input ref={words} part="input" class="input" id="lk-missed-words" value={props.words.clone()} autocomplete="off"
                        aria-invalid={is_lost.then_some("true")} aria-describedby="lk-missed-words-help" />
                    <small id="lk-missed-words-help">{ m.missed_words_help }
                        if is_lost { <strong class="field-error">{ " " }{ m.words_not_there }</strong> }</small>
                </div>
                <div class="field">
                    <label for="lk-missed-kind">{ m.kind }</label>
                    <select part="input" class="select" id="lk-missed-kind" onchange={onkind}>
                        for kind in KINDS.into_iter().filter(|kind| *kind != FactKind::Enumeration) {
                            <option value={kind_code(kind)} selected={kind == props.kind}>{ (m.kind_name)(kind) }</option>
                        }
                    </select>
                </div>
                <div key={kind_code(props.kind)} class="field-group">
                    { fields(&desk, props.kind, &values, props.error.as_ref()) }
                </div>
                { buttons(&desk) }
            </form>
        </section>
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct MineProps {
    pub article: Shared<ArticleView>,
}

/// Everything the reader said of the facts of an article, those that apply no longer among them.
#[component]
pub(super) fn Mine(props: &MineProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let (key, list) = (&props.article.row.key, &props.article.corrections);
    if list.is_empty() || desk.is_widget {
        return Html::default();
    }
    html! {
        <section class="mine-list" aria-labelledby="lk-mine">
            <Heading level=2 id="lk-mine" class="eyebrow">{ m.mine }{ " " }{ format!("({})", list.len()) }</Heading>
            <ul>
                for row in list {
                    <li key={format!("{}-{}-{}", row.correction.kind.code(), row.correction.start, row.correction.text_sha256)}>
                        <span><strong>{ action(&desk, row.correction.action) }</strong>{ ": " }
                            { (m.kind_name)(row.correction.kind) }{ " " }
                            if row.status == "applied" {
                                <Link to={place(key, &row.correction)}>{ quoted(&row.correction) }</Link>
                            } else {
                                { quoted(&row.correction) }
                            }
                            if row.status != "applied" {
                                <strong class="stale">{ " " }{ (m.correction_status)(&row.status) }</strong>
                            }
                        </span>
                        <button type="button" part="button" class="text-button" aria-label={format!("{}: {}", m.take_back, quoted(&row.correction))}
                            onclick={desk.on(Action::TakeBackFrom(key.clone(), Box::new(row.correction.clone())))}>
                            { m.take_back }</button>
                    </li>
                }
            </ul>
        </section>
    }
}

fn action(desk: &Desk, action: Verdict) -> &'static str {
    match action {
        Verdict::Wrong => desk.m.action_wrong,
        Verdict::Change => desk.m.action_change,
        Verdict::Add => desk.m.action_add,
    }
}

fn quoted(correction: &Correction) -> String {
    format!("“{}”", crate::app::context::head(correction.text.trim(), 60))
}

fn place(key: &str, correction: &Correction) -> Route {
    let place = Place { start: correction.start, end: correction.end };
    Route::Article { key: key.to_owned(), place: Some(place), fact: None }
}
