//! The engine for browsers and Node: what `langkinh::web` exports.

pub use langkinh::web::*;
