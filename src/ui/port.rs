//! The engine as the page sees it: an object of the host, in a worker or not.

use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::files;
use super::plain::Plain;
use crate::app::Unstored;
use crate::app::intake::Asked;
use crate::session::Tagged;
use crate::session::protocol::{Failure, Rejection, Reply, Request};
use crate::view::ArticleRow;

#[wasm_bindgen]
extern "C" {
    /// The engine of the host (`pkg/engine.js`).
    #[derive(Clone, Debug, PartialEq)]
    pub type Port;

    #[wasm_bindgen(method, catch)]
    fn request(this: &Port, request: JsValue, options: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = addEventListener)]
    fn add_event_listener(this: &Port, name: &str, listener: &Function) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = removeEventListener)]
    fn remove_event_listener(this: &Port, name: &str, listener: &Function) -> Result<(), JsValue>;
}

impl Port {
    /// Asks; gives the promise of the reply.
    pub(super) fn ask(&self, request: JsValue, on_progress: &Function, signal: &JsValue) -> Result<Promise, JsValue> {
        let options = js_sys::Object::new();
        Reflect::set(&options, &"onProgress".into(), on_progress)?;
        Reflect::set(&options, &"signal".into(), signal)?;
        self.request(request, &options)
    }

    /// Listens; a host without events is left alone. Dropping what comes back stops listening.
    pub(super) fn listen(&self, name: &'static str, heard: impl FnMut(JsValue) + 'static) -> Listener {
        let closure = Closure::<dyn FnMut(JsValue)>::new(heard);
        let is_heard = self.add_event_listener(name, closure.as_ref().unchecked_ref()).is_ok();
        Listener { port: self.clone(), name, closure, is_heard }
    }
}

/// Listens as long as it lives.
pub(super) struct Listener {
    port: Port,
    name: &'static str,
    closure: Closure<dyn FnMut(JsValue)>,
    is_heard: bool,
}

impl Drop for Listener {
    fn drop(&mut self) {
        if self.is_heard {
            let _ = self.port.remove_event_listener(self.name, self.closure.as_ref().unchecked_ref());
        }
    }
}

/// A request as the host takes it.
pub(super) fn message(request: &Request) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    typed(request.serialize(&serializer)?)
}

/// The request to read files, in place of articles if there are any.
pub(super) fn files_message(files: &[Asked], keys: &[String]) -> Result<JsValue, JsValue> {
    let request = Object::new();
    let set = |object: &Object, name: &str, value: &JsValue| Reflect::set(object, &name.into(), value);
    let list = Array::new();
    for asked in files {
        let file = Object::new();
        let Some(held) = files::held(asked.file.handle) else {
            return Err(js_sys::Error::new(&format!("{}: no longer at hand", asked.file.path)).into());
        };
        set(&file, "name", &asked.file.path.as_str().into())?;
        set(&file, "blob", &held)?;
        if !asked.columns.is_empty() {
            let columns = Array::new();
            for (name, field) in &asked.columns {
                let column = Object::new();
                set(&column, "name", &name.as_str().into())?;
                set(&column, "field", &field.map_or(JsValue::NULL, |field| field.name().into()))?;
                columns.push(&column);
            }
            set(&file, "columns", &columns)?;
        }
        if let Some(only) = &asked.only {
            set(&file, "only", &only.as_str().into())?;
        }
        list.push(&file);
    }
    set(&request, "type", &if keys.is_empty() { "add" } else { "replace" }.into())?;
    set(&request, "files", &list)?;
    set(&request, "keys", &keys.iter().map(|key| JsValue::from(key.as_str())).collect::<Array>())?;
    Ok(request.into())
}

/// `{ add: { files } }` or `'undo'` as `{ type, … }`.
fn typed(request: JsValue) -> Result<JsValue, JsValue> {
    let (tag, fields) = match request.dyn_ref::<Object>() {
        Some(object) => {
            let tag = Object::keys(object).get(0);
            let fields = Reflect::get(object, &tag)?;
            (tag, fields)
        }
        None => (request, Object::new().into()),
    };
    Reflect::set(&fields, &"type".into(), &tag)?;
    Ok(fields)
}

/// Reads a reply of the host.
pub(super) fn reply(value: JsValue) -> Result<Reply, String> {
    let tag = Reflect::get(&value, &"type".into()).ok().and_then(|tag| tag.as_string()).unwrap_or_default();
    Reply::deserialize(Tagged::new(&tag, Plain(value))).map_err(|error| error.to_string())
}

/// Articles of an outline that are read before the page may draw and listen.
const ROWS_AT_ONCE: u32 = 1_000;

/// Reads a reply of the host, the articles of an outline in steps.
pub(super) async fn reply_in_steps(value: JsValue) -> Result<Reply, String> {
    let rows = taken_rows(&value);
    if rows.length() > ROWS_AT_ONCE {
        files::next_turn().await;
    }
    let mut reply = reply(value)?;
    let Reply::Outline { outline } = &mut reply else { return Ok(reply) };
    for at in 0..rows.length() {
        if at > 0 && at % ROWS_AT_ONCE == 0 {
            files::next_turn().await;
        }
        let row = ArticleRow::deserialize(Plain(rows.get(at))).map_err(|error| error.to_string())?;
        outline.articles.push(row);
    }
    Ok(reply)
}

/// The articles of an outline, which stays without them; of another reply none.
fn taken_rows(value: &JsValue) -> Array {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
    let outline = get(value, "outline").filter(JsValue::is_object);
    let rows = outline.as_ref().and_then(|outline| get(outline, "articles")?.dyn_into::<Array>().ok());
    if let Some(outline) = outline.filter(|_| rows.is_some()) {
        let _ = Reflect::set(&outline, &"articles".into(), &Array::new());
    }
    rows.unwrap_or_default()
}

/// The failure that a thrown value carries.
pub(super) fn failure(thrown: &JsValue) -> Option<Failure> {
    let failure = Reflect::get(thrown, &"failure".into()).ok()?;
    Failure::deserialize(Plain(failure)).ok()
}

/// The stored articles that could not be brought back, of an event `restored`.
pub(super) fn rejected(event: &JsValue) -> Vec<Rejection> {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
    let rejected = get(event, "detail").and_then(|detail| get(&detail, "rejected"));
    rejected.and_then(|list| Vec::deserialize(Plain(list)).ok()).unwrap_or_default()
}

/// Why the articles are not kept, of an event `storageerror`.
pub(super) fn unstored(event: &JsValue) -> Unstored {
    let detail = Reflect::get(event, &"detail".into()).unwrap_or_default();
    let get = |name: &str| Reflect::get(&detail, &name.into()).ok().and_then(|value| value.as_string());
    Unstored::of(&get("operation").unwrap_or_default(), &get("reason").unwrap_or_default())
}

/// Of an event `crash`: why the engine stays down; `None` where it starts anew.
pub(super) fn stopped(event: &JsValue) -> Option<String> {
    let detail = Reflect::get(event, &"detail".into()).unwrap_or_default();
    let get = |name: &str| Reflect::get(&detail, &name.into()).unwrap_or_default();
    let why = || get("reason").as_string().unwrap_or_else(|| "crash".to_owned());
    (!get("goesOn").is_truthy()).then(why)
}

/// Whether a request fell to a crash, which an event tells.
pub(super) fn is_crash(thrown: &JsValue) -> bool {
    Reflect::get(thrown, &"code".into()).ok().and_then(|code| code.as_string()).is_some_and(|code| code == "crashed")
}

/// What a thrown value says.
pub(super) fn said(thrown: &JsValue) -> String {
    let message = Reflect::get(thrown, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| thrown.as_string()).unwrap_or_else(|| format!("{thrown:?}"))
}
