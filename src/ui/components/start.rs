//! The three doors: paste, open files, open the sample.

use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement, SubmitEvent};
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::super::files;
use super::basics::{Heading, Icon, Sign};
use crate::app::Action;

#[derive(PartialEq, Properties)]
pub(super) struct StartProps {
    /// Whether there is no article yet.
    pub is_first: bool,
    /// Whether the host has a sample.
    pub has_sample: bool,
    /// Whether articles are being read.
    pub is_busy: bool,
}

/// The three doors.
#[component]
pub(super) fn Start(props: &StartProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    html! {
        <div class="start">
            <div class="start-head">
                <Heading level=1 id="lk-heading" class="display">{ if props.is_first { m.tagline } else { m.add } }</Heading>
                <p class="lead">{ if props.is_first { m.lead } else { m.add_lead } }</p>
            </div>
            <div class="doors">
                <Paste is_busy={props.is_busy} />
                <div class="doors-side">
                    <Files is_busy={props.is_busy} />
                    if props.is_first && props.has_sample { { sample(&desk, props.is_busy) } }
                </div>
            </div>
            if props.is_first { { gets(&desk) } }
        </div>
    }
}

fn sample(desk: &Desk, is_busy: bool) -> Html {
    let m = desk.m;
    html! {
        <section class="door" aria-labelledby="lk-door-sample">
            <Heading level=2 id="lk-door-sample"><Icon sign={Sign::Sample} />{ m.sample_title }</Heading>
            <p>{ m.sample_help }</p>
            <button type="button" part="button" class="button" disabled={is_busy} onclick={desk.on(Action::OpenSample)}>
                { m.sample_go }</button>
        </section>
    }
}

fn gets(desk: &Desk) -> Html {
    html! {
        <section class="gets" aria-labelledby="lk-gets">
            <Heading level=2 id="lk-gets" class="eyebrow">{ desk.m.what_you_get }</Heading>
            <dl>
                for (name, text) in desk.m.gets { <div><dt>{ name }</dt><dd>{ text }</dd></div> }
            </dl>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct DoorProps {
    is_busy: bool,
}

#[component]
fn Paste(props: &DoorProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let area = use_node_ref();
    let onsubmit = {
        let (area, act) = (area.clone(), desk.act.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
            let text = area.value();
            if text.trim().is_empty() {
                let _ = area.focus();
                return;
            }
            act.emit(Action::Paste(text));
            area.set_value("");
        })
    };
    html! {
        <form class="door door-main" {onsubmit} aria-labelledby="lk-door-paste">
            <Heading level=2 id="lk-door-paste"><Icon sign={Sign::Paste} />{ m.paste_title }</Heading>
            <p id="lk-paste-help">{ m.paste_help }</p>
            <textarea ref={area} rows="9" aria-label={m.paste_label} aria-describedby="lk-paste-help"
                placeholder={m.paste_placeholder} spellcheck="false" />
            <button type="submit" part="button" class="button button-main" disabled={props.is_busy}>{ m.paste_go }</button>
        </form>
    }
}

#[component]
fn Files(props: &DoorProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let onchange = {
        let act = desk.act.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(list) = input.files().filter(|list| list.length() > 0) else { return };
            let act = act.clone();
            act.emit(Action::Reading);
            spawn_local(async move {
                act.emit(files::read(list).await);
                input.set_value(""); // so that the same file can be chosen again
            });
        })
    };
    html! {
        <section class="door" aria-labelledby="lk-door-files">
            <Heading level=2 id="lk-door-files"><Icon sign={Sign::Folder} />{ m.files_title }</Heading>
            <p id="lk-files-help">{ m.files_help }</p>
            <label part="button" class="button file-button">
                <input type="file" class="file-input" multiple=true accept=".txt,.md,text/plain" disabled={props.is_busy}
                    aria-describedby="lk-files-help" {onchange} />
                { m.files_go }
            </label>
        </section>
    }
}
