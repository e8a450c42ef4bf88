//! The door for pasted text, plain or with its formatting.

use std::rc::Rc;

use web_sys::{ClipboardEvent, Event, HtmlInputElement, HtmlTextAreaElement, InputEvent, SubmitEvent};
use yew::prelude::*;

use super::super::desk::use_desk;
use super::basics::{Heading, Icon, Sign};
use crate::app::Action;
use crate::app::intake::Rich;

#[derive(PartialEq, Properties)]
pub(super) struct PasteProps {
    /// Whether articles are being read.
    pub is_busy: bool,
}

/// The field for pasted text. What came with tags is read with them, as long as the field shows that text and nothing else.
#[component]
pub(super) fn Paste(props: &PasteProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let area = use_node_ref();
    let rich = use_state(|| None::<Rc<Rich>>);
    let is_kept = use_state(|| true);
    let onpaste = {
        let (rich, area) = (rich.clone(), area.clone());
        Callback::from(move |event: Event| {
            use wasm_bindgen::JsCast;
            let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
            let get = |kind| data.get_data(kind).unwrap_or_default();
            let was_empty = area.cast::<HtmlTextAreaElement>().is_some_and(|area| area.value().trim().is_empty());
            rich.set(Rich::of(get("text/plain"), get("text/html")).filter(|_| was_empty).map(Rc::new));
        })
    };
    let oninput = {
        let rich = rich.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            if rich.as_ref().is_some_and(|rich| !rich.is_of(&area.value())) {
                rich.set(None);
            }
        })
    };
    let onsubmit = {
        let (area, act, rich, is_kept) = (area.clone(), desk.act.clone(), rich.clone(), is_kept.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
            let text = area.value();
            if text.trim().is_empty() {
                let _ = area.focus();
                return;
            }
            let html = rich.as_ref().filter(|rich| *is_kept && rich.is_of(&text)).map(|rich| rich.html.clone());
            act.emit(Action::Paste(text, html));
            area.set_value("");
            rich.set(None);
        })
    };
    let onkeep = {
        let is_kept = is_kept.clone();
        Callback::from(move |event: Event| is_kept.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    html! {
        <form class="door door-main" {onsubmit} aria-labelledby="lk-door-paste">
            <Heading level=2 id="lk-door-paste"><Icon sign={Sign::Paste} />{ m.paste_title }</Heading>
            <p id="lk-paste-help">{ m.paste_help }</p>
            <textarea ref={area} rows="9" aria-label={m.paste_label} aria-describedby="lk-paste-help"
                placeholder={m.paste_placeholder} spellcheck="false" {onpaste} {oninput} />
            if rich.is_some() {
                <label class="check"><input type="checkbox" checked={*is_kept} onchange={onkeep} />
                    { m.intake.keep_format }</label>
            }
            <button type="submit" part="button" class="button button-main" disabled={props.is_busy}>{ m.paste_go }</button>
        </form>
    }
}
