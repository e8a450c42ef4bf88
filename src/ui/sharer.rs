//! What makes links and signatures (`www/share.js`): the host's, because the keys are the browser's.

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use super::effects::download;
use crate::app::{Action, Effect, Signature, Unlinked};

#[wasm_bindgen]
extern "C" {
    /// An object of the host whose methods give promises.
    #[derive(Clone, Debug, PartialEq)]
    pub type Sharer;

    #[wasm_bindgen(method, catch)]
    fn link(this: &Sharer, bundle: &Uint8Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn copy(this: &Sharer, text: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn key(this: &Sharer) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn sign(this: &Sharer, bundle: &Uint8Array, by: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn check(this: &Sharer, bundle: &Uint8Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn forget(this: &Sharer) -> Result<Promise, JsValue>;
}

impl Sharer {
    /// The `share` of what the host hands over, if there is one.
    pub(super) fn of(config: &JsValue) -> Option<Self> {
        let sharer = Reflect::get(config, &"share".into()).ok()?;
        sharer.is_object().then(|| sharer.unchecked_into())
    }

    /// Carries out an effect that is for it; what comes of it comes back as actions.
    pub(super) fn carry_out(&self, effect: Effect, act: Callback<Action>) {
        match effect {
            Effect::MakeLink { bytes, has_texts } => self.make_link(&bytes, has_texts, act),
            Effect::Copy(text) => answer(self.copy(&text), move |done| act.emit(Action::Copied(done.is_ok()))),
            Effect::AskKey => self.ask_key(act),
            Effect::Sign { name, mime, bytes, by } => self.save_signed((name, mime, &bytes), by, act),
            Effect::CheckSignature(bytes) => self.check_signature(&bytes, act),
            Effect::ForgetKeys => answer(self.forget(), |_| {}),
            _ => {}
        }
    }

    /// Makes the link of a bundle.
    fn make_link(&self, bundle: &[u8], has_texts: bool, act: Callback<Action>) {
        answer(self.link(&Uint8Array::from(bundle)), move |made| {
            let made = made.map(|link| link.as_string().unwrap_or_default());
            act.emit(Action::Linked(made.map_err(|error| refused(&error)), has_texts));
        });
    }

    /// Asks for the public key.
    fn ask_key(&self, act: Callback<Action>) {
        answer(self.key(), move |found| {
            act.emit(
                found.map_or(Action::CannotSign, |own| Action::KeyFound {
                    key: text(&own, "key"),
                    by: text(&own, "by"),
                }),
            );
        });
    }

    /// Signs a bundle and saves it as a file.
    fn save_signed(&self, file: (String, String, &[u8]), by: String, act: Callback<Action>) {
        let (name, mime, bytes) = file;
        answer(self.sign(&Uint8Array::from(bytes), &by), move |signed| {
            let bytes = signed.ok().and_then(|signed| signed.dyn_into::<Uint8Array>().ok());
            let saved = bytes.and_then(|bytes| download(&name, &mime, &bytes.to_vec()).ok());
            act.emit(saved.map_or(Action::CannotSign, |()| Action::Signed(name)));
        });
    }

    /// Holds the signature of a bundle against it; says nothing of one without.
    fn check_signature(&self, bundle: &[u8], act: Callback<Action>) {
        answer(self.check(&Uint8Array::from(bundle)), move |found| {
            let Some(found) = found.ok().filter(JsValue::is_object) else { return };
            let is = |name: &str| Reflect::get(&found, &name.into()).is_ok_and(|value| value.is_truthy());
            let signature = Signature {
                by: text(&found, "by"),
                key: text(&found, "key"),
                is_valid: is("isValid"),
                is_own: is("isOwn"),
            };
            act.emit(Action::SignatureRead(signature));
        });
    }
}

fn answer(promise: Result<Promise, JsValue>, told: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    spawn_local(async move {
        told(match promise {
            Ok(promise) => JsFuture::from(promise).await,
            Err(thrown) => Err(thrown),
        });
    });
}

fn text(of: &JsValue, name: &str) -> String {
    Reflect::get(of, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Why there is no link: too many characters, if that is known.
fn refused(error: &JsValue) -> Unlinked {
    let number = |name: &str| Reflect::get(error, &name.into()).ok().and_then(|n| n.as_f64()).unwrap_or(0.0) as u32;
    Unlinked { n_chars: number("chars"), most: number("most") }
}
