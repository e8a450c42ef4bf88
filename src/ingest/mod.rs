//! From bytes to an article whose every line is classed: body or set aside, with the reason.

mod article;
mod decode;
mod lines;
mod sorting;
mod source;
mod split;
mod stamp;
mod table_field;
mod unread;
mod words;

pub use article::{Article, Segment, SegmentRole, SetAside, SetAsideKind, Zone};
pub use decode::{Confidence, Decoded, Decoding, Encoding, MAX_BYTES, ReadError, decode, decode_as};
pub use lines::{article, article_about, named, stamps};
pub use sorting::Sorting;
pub use source::{About, Hint, HintKind, Said, Stated};
pub use split::{likely_borders, split, split_at};
pub use stamp::{PageDate, Stamp};
pub use table_field::TableField;
pub use unread::{Reason, RowFault};
