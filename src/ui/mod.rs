//! The page and widget in Yew: draws the state, carries out effects. Decides nothing and computes no number.

mod components;
mod desk;
mod dropped;
mod effects;
mod files;
mod keeper;
mod mount;
mod pixels;
mod plain;
mod port;
mod root;
mod sharer;
mod styles;

pub use mount::{Handle, mount};
pub use port::Port;
