//! What keeps the page for use without a network (`www/offline.js`).

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use yew::Callback;

use crate::app::Action;

#[wasm_bindgen]
extern "C" {
    /// An object of the host that tells how it stands (`ready`, `update`) and changes to a newer build.
    #[derive(Clone, Debug, PartialEq)]
    pub type Keeper;

    #[wasm_bindgen(method)]
    fn listen(this: &Keeper, tell: &Function);

    /// Changes to the newer build and reloads the page.
    #[wasm_bindgen(method)]
    pub(super) fn update(this: &Keeper);
}

impl Keeper {
    /// The `offline` of what the host hands over, if there is one.
    pub(super) fn of(config: &JsValue) -> Option<Self> {
        let keeper = Reflect::get(config, &"offline".into()).ok()?;
        keeper.is_object().then(|| keeper.unchecked_into())
    }

    /// Tells the page from now on; what comes back must live as long as the page.
    pub(super) fn tell(&self, act: Callback<Action>) -> Closure<dyn FnMut(String)> {
        let closure = Closure::<dyn FnMut(String)>::new(move |state: String| match state.as_str() {
            "ready" => act.emit(Action::OfflineReady),
            "update" => act.emit(Action::UpdateReady),
            _ => {}
        });
        self.listen(closure.as_ref().unchecked_ref());
        closure
    }
}
