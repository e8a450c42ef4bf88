//! The word segmenter for browsers and Node: what `langkinh::web` exports of it.

pub use langkinh::web::*;
