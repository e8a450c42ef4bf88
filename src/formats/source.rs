//! Where bytes come from: memory, or a file of which pieces are fetched.

/// Bytes could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SourceError(pub String);

/// Bytes of which pieces can be fetched in any order.
pub trait Source {
    /// Bytes in all.
    fn len(&self) -> u64;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Fills `into` with the bytes from `at` on and gives how many; fewer than asked for only at the end.
    ///
    /// # Errors
    /// When the bytes cannot be fetched.
    fn read_at(&mut self, at: u64, into: &mut [u8]) -> Result<usize, SourceError>;
}

/// Bytes in memory.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub Vec<u8>);

impl Source for Memory {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&mut self, at: u64, into: &mut [u8]) -> Result<usize, SourceError> {
        let from = usize::try_from(at).unwrap_or(usize::MAX).min(self.0.len());
        let n = into.len().min(self.0.len() - from);
        into[..n].copy_from_slice(&self.0[from..from + n]);
        Ok(n)
    }
}

/// The bytes from `at` on, at most `most`.
pub(super) fn fetch(source: &mut dyn Source, at: u64, most: u64) -> Result<Vec<u8>, SourceError> {
    let n = source.len().saturating_sub(at).min(most);
    let mut bytes = vec![0; usize::try_from(n).map_err(|_| SourceError("too large".to_owned()))?];
    let n = source.read_at(at, &mut bytes)?;
    bytes.truncate(n);
    Ok(bytes)
}
