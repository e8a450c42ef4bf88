//! The page and widget, drawn with Yew: what `langkinh::ui` exports.

pub use langkinh::ui::*;
