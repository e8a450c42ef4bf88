//! The engine for JavaScript: requests and replies as plain objects.

use js_sys::{Array, Reflect};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::plain;
use crate::base::Room;
use crate::session::protocol::Request;
use crate::session::{Session, Tagged};

/// Version of the messages in `session::protocol`; the loader refuses a module of another one.
const PROTOCOL: u32 = 1;

/// One engine with its articles, driven in steps.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    session: Session,
    room: Room,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without articles. `words` and `tables` are the content of `data/words.pack` and `data/tables.pack`.
    ///
    /// # Errors
    /// When one of them is damaged or made for another build.
    #[wasm_bindgen(constructor)]
    pub fn new(words: &[u8], tables: &[u8]) -> Result<Engine, JsError> {
        let mut room = Room::default();
        room.keep();
        Ok(Self { session: Session::new(compose, words, tables)?, room })
    }

    /// Hands in a request (a plain object, see `engine.d.ts`); its replies carry `id`.
    ///
    /// # Errors
    /// When the object is not a request.
    pub fn submit(&mut self, id: u32, request: JsValue) -> Result<(), JsError> {
        let tag = Reflect::get(&request, &"type".into()).ok().and_then(|tag| tag.as_string()).unwrap_or_default();
        let fields = serde_wasm_bindgen::Deserializer::from(request);
        self.session.submit(id, Request::deserialize(Tagged::new(&tag, fields))?);
        Ok(())
    }

    /// Gives up a request.
    pub fn cancel(&mut self, id: u32) {
        self.session.cancel(id);
    }

    /// Does one bounded piece of work: `[id, reply]`, or `undefined` when there is nothing to do.
    ///
    /// # Errors
    /// Never, in a correct build: every reply can be written as a plain object.
    pub fn step(&mut self) -> Result<JsValue, JsError> {
        self.room.keep();
        let Some((id, reply)) = self.session.step() else { return Ok(JsValue::UNDEFINED) };
        Ok(Array::of2(&id.into(), &plain::object(&reply)?).into())
    }
}

/// Version of the messages that this module takes and gives.
#[wasm_bindgen]
pub fn protocol() -> u32 {
    PROTOCOL
}

/// Version of the program.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Composed form by the platform's own tables.
fn compose(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}
