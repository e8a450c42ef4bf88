//! The command `langkinh`: files in, documents out.

mod analyze;

pub use analyze::run;
