//! What is shown, printed and exported, as plain data with UTF-16 offsets.

pub mod document;
