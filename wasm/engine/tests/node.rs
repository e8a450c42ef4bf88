//! The engine's exports in Node.
#![cfg(target_family = "wasm")]

mod engine;
