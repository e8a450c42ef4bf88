//! The readers of file formats for browsers and Node: what `langkinh::web` exports of them.

pub use langkinh::web::*;
