//! Files before they are read: refused, or told apart.

use crate::ingest::MAX_BYTES;
use crate::session::protocol::Failure;

/// What the field for files offers first; other files can be picked, too, and are told what they are.
pub const ACCEPT: &str = ".txt,.md,.html,.htm,.xhtml,.mhtml,.mht,.xml,.rss,.atom,.csv,.tsv,.json,.jsonl,.ndjson,\
    .docx,.odt,.rtf,.epub,.pdf,.zip,.tar,.gz,.tgz,text/*";

/// Bytes at the beginning of a file by which a bundle is told.
pub const BUNDLE_HEAD: u32 = 64;

/// Whether a file that begins so is a bundle.
pub fn is_bundle_head(head: &[u8]) -> bool {
    super::state::is_bundle_head(head)
}

/// Whether a file holds nothing but text by its name; other files are read in pieces, whatever their size.
pub fn is_plain_name(name: &str) -> bool {
    name.rsplit_once('.').is_none_or(|(_, end)| ["txt", "text"].iter().any(|e| end.eq_ignore_ascii_case(e)))
}

/// Why a file of `size` bytes need not be read from the disk at all.
pub fn refused(size: f64) -> Option<Failure> {
    let limit = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
    (size > f64::from(limit)).then_some(Failure::TooLarge { limit })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_by_size() {
        assert_eq!(refused(1_000_000.0), None);
        assert!(matches!(refused(209_715_200.0), Some(Failure::TooLarge { .. })));
    }
}
