//! Carries out effects.

use gloo::storage::{LocalStorage, Storage};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, Element, HtmlElement, Window};
use yew::Callback;

use crate::app::intake::Asked;
use crate::app::{Action, Choice, Config, Lang, Mode, Route, Theme};
use crate::session::protocol::{Failure, Reply, Request};

use super::port::{self, Port};

const LANG: &str = "langkinh.lang";
const THEME: &str = "langkinh.theme";

/// Asks the engine; what it says comes back as actions. Gives what stops the work.
pub(super) fn send(port: &Port, id: u32, request: &Request, act: &Callback<Action>) -> Option<AbortController> {
    submit(port, id, port::message(request), act)
}

/// Lets the host read files that it is handed as they are.
pub(super) fn open(
    port: &Port,
    id: u32,
    files: &[Asked],
    keys: &[String],
    act: &Callback<Action>,
) -> Option<AbortController> {
    submit(port, id, port::files_message(files, keys), act)
}

fn submit(port: &Port, id: u32, request: Result<JsValue, JsValue>, act: &Callback<Action>) -> Option<AbortController> {
    let progress = act.clone();
    let on_progress = Closure::<dyn Fn(JsValue)>::new(move |value: JsValue| {
        if let Ok(reply @ Reply::Progress { .. }) = port::reply(value) {
            progress.emit(Action::Replied(id, Box::new(reply)));
        }
    });
    let abort = AbortController::new().ok();
    let signal = abort.as_ref().map_or(JsValue::UNDEFINED, |abort| abort.signal().into());
    let promise = request.and_then(|request| port.ask(request, on_progress.as_ref().unchecked_ref(), &signal));
    let act = act.clone();
    spawn_local(async move {
        let answer = match promise {
            Ok(promise) => JsFuture::from(promise).await,
            Err(thrown) => Err(thrown),
        };
        drop(on_progress);
        act.emit(answered(id, answer).await);
    });
    abort
}

async fn answered(id: u32, answer: Result<JsValue, JsValue>) -> Action {
    match answer {
        Ok(value) => match port::reply_in_steps(value).await {
            Ok(reply) => Action::Replied(id, Box::new(reply)),
            Err(error) => Action::Broke(id, error),
        },
        Err(thrown) if is_abort(&thrown) => {
            Action::Replied(id, Box::new(Reply::Failed { failure: Failure::Cancelled }))
        }
        Err(thrown) => match port::failure(&thrown) {
            Some(failure) => Action::Replied(id, Box::new(Reply::Failed { failure })),
            None if port::is_crash(&thrown) => Action::Broke(id, String::new()),
            None => Action::Broke(id, port::said(&thrown)),
        },
    }
}

fn is_abort(thrown: &JsValue) -> bool {
    let name = js_sys::Reflect::get(thrown, &"name".into()).ok().and_then(|name| name.as_string());
    name.as_deref() == Some("AbortError")
}

/// Saves bytes as a file of that name.
pub(super) fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = gloo::utils::document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// Tells the host which term, year or article the reader chose.
pub(super) fn tell_choice(told: &js_sys::Function, route: &Route) {
    let entries: Vec<(&str, JsValue)> = match route {
        Route::Chosen(choice) if !choice.term.is_empty() => {
            vec![("type", "term".into()), ("term", choice.term.as_str().into())]
        }
        Route::Chosen(Choice { year: Some(year), .. }) => {
            vec![("type", "year".into()), ("year", (*year).into())]
        }
        Route::Article { key, place, .. } => {
            let place = place.map(|place| [("start", place.start.into()), ("end", place.end.into())]);
            let what = [("type", "article".into()), ("key", key.into())];
            what.into_iter().chain(place.into_iter().flatten()).collect()
        }
        _ => return,
    };
    let detail = js_sys::Object::new();
    for (name, value) in entries {
        let _ = js_sys::Reflect::set(&detail, &name.into(), &value);
    }
    let _ = told.call1(&JsValue::NULL, &detail);
}

/// Adds an address to the history, or puts it in place of the present one.
pub(super) fn set_hash(window: &Window, hash: &str, is_new: bool) {
    let Ok(history) = window.history() else { return };
    let set = if is_new {
        history.push_state_with_url(&JsValue::NULL, "", Some(hash))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(hash))
    };
    if set.is_err() {
        let _ = window.location().set_hash(hash);
    }
}

/// Width inside the frame of the page or widget, in CSS pixels.
pub(super) fn inner_width(place: &yew::NodeRef) -> Option<u32> {
    let main = place.cast::<Element>()?.query_selector(".main").ok()??;
    let style = gloo::utils::window().get_computed_style(&main).ok()??;
    let side = |name: &str| {
        let value = style.get_property_value(name).unwrap_or_default();
        value.trim_end_matches("px").parse::<f64>().unwrap_or(0.0)
    };
    Some((f64::from(main.client_width()) - side("padding-left") - side("padding-right")).max(0.0) as u32)
}

/// Whether a picture is on the page of which some pieces are still to be drawn.
pub(super) fn is_drawing(place: &yew::NodeRef) -> bool {
    place.cast::<Element>().is_some_and(|place| matches!(place.query_selector(".is-coming"), Ok(Some(_))))
}

/// Whether the page is dark.
pub(super) fn is_dark(theme: Theme) -> bool {
    let prefers = || {
        let query = gloo::utils::window().match_media("(prefers-color-scheme: dark)").ok().flatten();
        query.is_some_and(|query| query.matches())
    };
    theme == Theme::Dark || (theme == Theme::Auto && prefers())
}

/// What a card speaks of, which has to be in sight beside the card.
fn spoken_of(card: &Element) -> Option<Element> {
    let selector = card.get_attribute("data-shows")?;
    card.closest(".reader").ok()??.query_selector(&selector).ok()?
}

/// Brings an element into sight; with `is_focus` it gets the focus too. In a widget, what the reader did not ask for moves
/// nothing but the widget's own box: the page around stays where it is.
pub(super) fn reveal(element: &Element, is_focus: bool) {
    // What lies folded is opened, but for a list of things to do.
    let mut inner = element.closest("details:not(.menu)").ok().flatten();
    while let Some(details) = inner {
        let _ = details.set_attribute("open", "");
        inner = details.parent_element().and_then(|outer| outer.closest("details:not(.menu)").ok().flatten());
    }
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    if let (true, Some(element)) = (is_focus, element.dyn_ref::<HtmlElement>()) {
        let quiet = web_sys::FocusOptions::new();
        quiet.set_prevent_scroll(true);
        let _ = element.focus_with_options(&quiet);
    }
    // After a step back the browser puts the page where it stood.
    if element.id() == "lk-main" {
        return;
    }
    let is_page = element.closest("[data-mode=page]").is_ok_and(|page| page.is_some());
    if is_page && element.id() == "lk-heading" {
        gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
        return;
    }
    let host = element.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok().map(|root| root.host());
    if let (false, Some(host)) = (is_focus, host) {
        let down = element.get_bounding_client_rect().top() - host.get_bounding_client_rect().top();
        host.set_scroll_top(host.scroll_top() + down as i32);
        return;
    }
    if element.tag_name().starts_with('H') {
        options.set_block(web_sys::ScrollLogicalPosition::Start);
    }
    spoken_of(element).as_ref().unwrap_or(element).scroll_into_view_with_scroll_into_view_options(&options);
}

/// The config of the host with what the reader chose on an earlier visit.
pub(super) fn recall(config: Config) -> Config {
    if config.mode == Mode::Widget {
        return config;
    }
    let get = |key: &str| LocalStorage::get::<String>(key).ok();
    let lang = get(LANG).and_then(|code| Lang::from_code(&code)).unwrap_or(config.lang);
    let theme = get(THEME).and_then(|code| Theme::from_code(&code)).unwrap_or(config.theme);
    Config { lang, theme, ..config }
}

/// Keeps what the reader chose for the next visit. A browser that keeps nothing is left alone.
pub(super) fn remember(config: Config) {
    if config.mode == Mode::Page {
        let _ = LocalStorage::set(LANG, config.lang.code());
        let _ = LocalStorage::set(THEME, config.theme.code());
    }
}

/// Tells the page around: language, colours, title.
pub(super) fn dress_page(config: Config, title: &str) {
    let document = gloo::utils::document();
    if let Some(html) = document.document_element() {
        // A language that is set again, though it is the same, has browsers style the whole page anew.
        for (name, value) in [("lang", config.lang.code()), ("data-theme", config.theme.code())] {
            if html.get_attribute(name).as_deref() != Some(value) {
                let _ = html.set_attribute(name, value);
            }
        }
    }
    if document.title() != title {
        document.set_title(title);
    }
}
