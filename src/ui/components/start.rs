//! The three doors: paste, open files, open the sample.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, FileList, HtmlInputElement, MouseEvent};
use yew::prelude::*;

use super::super::desk::{Desk, use_desk};
use super::super::files;
use super::basics::{Heading, Icon, Sign};
use super::paste::Paste;
use crate::app::Action;
use crate::app::files::ACCEPT;

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
fn Files(props: &DoorProps) -> Html {
    let desk = use_desk();
    let m = desk.m;
    let onchange = {
        let act = desk.act.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(list) = input.files().filter(|list| list.length() > 0) else { return };
            take(&act, &list);
            input.set_value(""); // so that the same file can be chosen again
        })
    };
    let onfolder = {
        let act = desk.act.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = folder_input() {
                let (act, picked) = (act.clone(), input.clone());
                let changed = Closure::once_into_js(move || picked.files().iter().for_each(|list| take(&act, list)));
                input.set_onchange(changed.dyn_ref());
                input.click();
            }
        })
    };
    html! {
        <section class="door" aria-labelledby="lk-door-files">
            <Heading level=2 id="lk-door-files"><Icon sign={Sign::Folder} />{ m.files_title }</Heading>
            <p id="lk-files-help">{ m.files_help }</p>
            <label part="button" class="button file-button">
                <input type="file" class="file-input" multiple=true accept={ACCEPT} disabled={props.is_busy}
                    aria-describedby="lk-files-help" {onchange} />
                { m.files_go }
            </label>
            <button type="button" part="button" class="button" disabled={props.is_busy} onclick={onfolder}>{ m.intake.folder_go }</button>
        </section>
    }
}

/// Takes the files of a list, which the browser may empty afterwards.
fn take(act: &Callback<Action>, list: &FileList) {
    let (act, files) = (act.clone(), files::listed(list));
    act.emit(Action::Reading);
    spawn_local(async move {
        let taken = files::take(files, |action| act.emit(action)).await;
        act.emit(taken);
    });
}

/// A field that picks a folder; browsers have no other way to ask for one.
fn folder_input() -> Option<HtmlInputElement> {
    let input: HtmlInputElement = gloo::utils::document().create_element("input").ok()?.dyn_into().ok()?;
    input.set_type("file");
    js_sys::Reflect::set(&input, &"webkitdirectory".into(), &true.into()).ok()?;
    Some(input)
}
