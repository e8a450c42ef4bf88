//! How a host puts the page or widget somewhere.

use std::cell::RefCell;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::AppHandle;

use crate::app::{Action, Config, Route, Scope};

use super::files;
use super::keeper::Keeper;
use super::port::Port;
use super::root::{Message, Root, RootProps};
use super::sharer::Sharer;
use super::styles;

/// A page or widget that stands somewhere.
#[wasm_bindgen]
pub struct Handle {
    app: Option<AppHandle<Root>>,
    place: web_sys::Element,
    view: RefCell<String>,
}

/// Puts the page or widget into an element (whose content it replaces) or a shadow root.
///
/// `config` is `{ lang: 'vi' | 'en', theme: 'auto' | 'light' | 'dark', mode: 'page' | 'widget', storage: boolean,
/// view?: string (where a widget begins, as an address: `#/terms`),
/// scope?: { years?: number[], compare?: number[], limit?: number }, onselect?: (what: { type: 'term' | 'article', … }) => void,
/// sample?: () => Promise<{ name: string, bytes: Uint8Array }[]>,
/// offline?: { listen(tell: (state: 'ready' | 'update') => void): void, update(): void }, share? (`www/share.js`) }`.
///
/// # Errors
/// Where `config` is of another form or the root belongs to no document.
#[wasm_bindgen]
pub fn mount(root: web_sys::Node, engine: Port, config: JsValue) -> Result<Handle, JsValue> {
    let sample = Reflect::get(&config, &"sample".into()).ok().and_then(|sample| sample.dyn_into::<Function>().ok());
    let keeper = Keeper::of(&config);
    let sharer = Sharer::of(&config);
    let on_select = Reflect::get(&config, &"onselect".into()).ok().and_then(|told| told.dyn_into::<Function>().ok());
    let view = view_of(&config);
    let start = Route::from_hash(&view);
    let scope = scope_of(&config);
    let config = read_config(config)?;
    match root.dyn_ref::<web_sys::ShadowRoot>() {
        Some(shadow) => styles::adopt(shadow)?,
        None => root.set_text_content(None),
    }
    let document = root.owner_document().ok_or_else(|| JsError::new("the root belongs to no document"))?;
    let place = document.create_element("div")?;
    root.append_child(&place)?;
    let props = RootProps { port: engine, config, scope, start, sample, keeper, sharer, on_select };
    let app = yew::Renderer::<Root>::with_root_and_props(place.clone(), props).render();
    Ok(Handle { app: Some(app), place, view: RefCell::new(view) })
}

#[wasm_bindgen]
impl Handle {
    /// Changes language, colours, mode or `scope`; with another `view` than before goes there.
    ///
    /// # Errors
    /// Where `config` is of another form.
    pub fn update(&self, config: JsValue) -> Result<(), JsValue> {
        let view = view_of(&config);
        let scope = scope_of(&config);
        let config = read_config(config)?;
        let Some(app) = &self.app else { return Ok(()) };
        app.send_message(Message::Act(Action::Configure(config)));
        app.send_message(Message::Act(Action::Limit(scope)));
        if *self.view.borrow() != view {
            app.send_message(Message::Act(Action::Routed(Route::from_hash(&view))));
            self.view.replace(view);
        }
        Ok(())
    }

    /// Reads files that the host was given: by the system, or shared from another program.
    pub fn read(&self, files: web_sys::FileList) {
        if let Some(app) = &self.app {
            app.send_message(Message::Act(Action::Reading));
            let scope = (**app).clone();
            let files = files::listed(&files);
            let tell = move |action| scope.send_message(Message::Act(action));
            spawn_local(async move {
                let taken = files::take(files, &tell).await;
                tell(taken);
            });
        }
    }

    /// Takes everything away.
    pub fn unmount(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.place.remove();
    }
}

/// What of the collection the host wants shown; everything where it does not say.
fn scope_of(config: &JsValue) -> Scope {
    let scope = Reflect::get(config, &"scope".into()).unwrap_or_default();
    serde_wasm_bindgen::from_value(scope).unwrap_or_default()
}

/// Where the host wants the widget to be; empty where it does not say.
fn view_of(config: &JsValue) -> String {
    Reflect::get(config, &"view".into()).ok().and_then(|view| view.as_string()).unwrap_or_default()
}

fn read_config(config: JsValue) -> Result<Config, JsValue> {
    if config.is_undefined() || config.is_null() {
        return Ok(Config::default());
    }
    serde_wasm_bindgen::from_value(config).map_err(|error| JsError::new(&error.to_string()).into())
}
