//! The engine's exports in a browser.
#![cfg(target_family = "wasm")]

mod engine;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
