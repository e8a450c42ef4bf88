//! `--encoding NAME`, and what is said of files that are not plain UTF-8.

use super::{Usage, say};
use crate::ingest::{Decoded, Encoding, ReadError};

/// The encoding of a name.
pub(super) fn named(name: &str) -> Result<Encoding, Usage> {
    Encoding::named(name).ok_or_else(|| Usage(format!("`{name}` is not an encoding")))
}

/// Says how a file was read, if that was concluded from its text, for a reader who may know better.
pub(super) fn tell(path: &str, decoded: &Result<Decoded, ReadError>) {
    let Some(how) = decoded.as_ref().ok().map(|decoded| decoded.decoding).filter(|how| how.is_notable()) else {
        return;
    };
    let (name, sure) = (how.encoding.name(), how.confidence.name());
    let lost = if how.n_lost > 0 { format!(", {} characters lost", how.n_lost) } else { String::new() };
    say(&format!("{path}: read as {name} (confidence {sure}{lost}); --encoding NAME reads it otherwise"));
}
