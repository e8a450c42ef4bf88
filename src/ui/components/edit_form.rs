//! The form of one article.

use web_sys::{HtmlInputElement, HtmlTextAreaElement, SubmitEvent};
use yew::prelude::*;

use super::super::desk::use_desk;
use crate::app::Action;
use crate::session::protocol::Edit;
use crate::view::ArticleRow;

#[derive(PartialEq, Properties)]
pub(super) struct EditFormProps {
    pub row: ArticleRow,
    /// The whole text, where it is at hand.
    #[prop_or_default]
    pub text: Option<AttrValue>,
}

/// Title, year, day and text of one article.
#[component]
pub(super) fn EditForm(props: &EditFormProps) -> Html {
    let desk = use_desk();
    let (title, year, published, text) = (use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref());
    let row = &props.row;
    let onsubmit = {
        let fields = (title.clone(), year.clone(), published.clone(), text.clone());
        let (act, row, old_text) = (desk.act.clone(), row.clone(), props.text.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let value =
                |field: &NodeRef| field.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let new_text = fields.3.cast::<HtmlTextAreaElement>().map(|area| area.value());
            let edit = Edit {
                title: changed(value(&fields.0), shown_title(&row)),
                year: changed(value(&fields.1), shown_year(&row)).map(|year| year.trim().parse().unwrap_or(0)),
                published: changed(value(&fields.2), shown_day(&row)),
                text: new_text.filter(|new| old_text.as_ref().is_some_and(|old| *new != **old)),
                ..Edit::default()
            };
            act.emit(if edit == Edit::default() {
                Action::EditForm(None)
            } else {
                Action::Edit(row.key.clone(), edit)
            });
        })
    };
    let m = desk.m;
    let id = |name: &str| format!("lk-{name}-{}", row.key);
    let field = |name: &str, label: &'static str, help: &'static str, input: Html| {
        html! {
            <div class="field">
                <label for={id(name)}>{ label }</label>
                { input }
                <small id={id(&format!("{name}-help"))}>{ help }</small>
            </div>
        }
    };
    let title_input = html! {
        <input ref={title} id={id("title")} part="input" class="input" value={shown_title(row)} aria-describedby={id("title-help")} />
    };
    let year_input = html! {
        <input ref={year} id={id("year")} type="number" min="1900" max="2100" part="input" class="input input-year"
            value={shown_year(row)} aria-describedby={id("year-help")} />
    };
    let day_input = html! {
        <input ref={published} id={id("published")} type="date" part="input" class="input input-day"
            value={shown_day(row)} aria-describedby={id("published-help")} />
    };
    html! {
        <form class="edit-form" {onsubmit} id={id("form")} tabindex="-1" aria-label={(m.edit_of)(&row.title)}>
            { field("title", m.title, m.title_help, title_input) }
            <div class="field-row">
                { field("year", m.year, m.year_help, year_input) }
                { field("published", m.published, m.published_help, day_input) }
            </div>
            if let Some(whole) = &props.text {
                { field("text", m.text, m.text_help, html! {
                    <textarea ref={text} id={id("text")} rows="12" spellcheck="false" value={whole.clone()}
                        aria-describedby={id("text-help")} />
                }) }
            }
            <div class="form-buttons">
                <button type="submit" part="button" class="button button-main">{ m.save }</button>
                <button type="button" part="button" class="button" onclick={desk.on(Action::EditForm(None))}>{ m.close }</button>
            </div>
        </form>
    }
}

fn shown_title(row: &ArticleRow) -> String {
    if row.has_title { row.title.clone() } else { String::new() }
}

fn shown_year(row: &ArticleRow) -> String {
    row.year.map(|year| year.to_string()).unwrap_or_default()
}

/// The day, where it is known to the day: a field for days holds nothing less.
fn shown_day(row: &ArticleRow) -> String {
    row.published.clone().filter(|iso| iso.len() == 10 && !iso.starts_with('X')).unwrap_or_default()
}

fn changed(new: String, old: String) -> Option<String> {
    (new != old).then_some(new)
}
