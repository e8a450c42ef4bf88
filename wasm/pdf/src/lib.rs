//! The reader of PDF for browsers and Node: what `langkinh::web` exports of the readers, with PDF among them.

pub use langkinh::web::*;
