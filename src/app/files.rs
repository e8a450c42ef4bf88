//! Files that are refused before they are read.

use crate::ingest::MAX_BYTES;
use crate::session::protocol::Failure;

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
