//! Exports to JavaScript. Translates and does nothing else.

#[cfg(feature = "web")]
mod engine;
#[cfg(feature = "web")]
mod plain;
#[cfg(feature = "readers")]
mod readers;
#[cfg(feature = "words")]
mod words;

#[cfg(feature = "web")]
pub use engine::{Engine, protocol, version};
#[cfg(feature = "readers")]
pub use readers::Files;
#[cfg(feature = "words")]
pub use words::Words;
