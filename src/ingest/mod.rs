//! From bytes to an article whose every line is classed: body or set aside, with the reason.

mod article;
mod decode;
mod lines;
mod split;
mod stamp;
mod windows1258;
mod words;

pub use article::{Article, Segment, SegmentRole, SetAside, SetAsideKind, Zone};
pub use decode::{Decoded, Encoding, MAX_BYTES, ReadError, decode};
pub use lines::{article, named, stamps};
pub use split::split;
pub use stamp::{PageDate, Stamp};
