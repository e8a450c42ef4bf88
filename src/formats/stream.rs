//! A source as the standard library's readers want it.

use std::cell::{Cell, RefCell};
use std::io::{Error, Read, Result, Seek, SeekFrom};
use std::rc::Rc;

use super::Source;

/// Fetched at a time; archives are read in small pieces.
const BLOCK: usize = 256 << 10;

/// Reads a source in blocks and tells how far it came.
pub(super) struct Stream {
    source: Rc<RefCell<Box<dyn Source>>>,
    len: u64,
    at: u64,
    block: Vec<u8>,
    block_at: u64,
    furthest: Rc<Cell<u64>>,
}

impl Stream {
    pub(super) fn new(source: Box<dyn Source>) -> Self {
        let len = source.len();
        let source = Rc::new(RefCell::new(source));
        Self { source, len, at: 0, block: Vec::new(), block_at: 0, furthest: Rc::default() }
    }

    /// Another stream over the same source, from its beginning.
    pub(super) fn again(&self) -> Self {
        let (source, furthest) = (Rc::clone(&self.source), Rc::clone(&self.furthest));
        Self { source, len: self.len, at: 0, block: Vec::new(), block_at: 0, furthest }
    }

    /// Where the last fetched block ends; goes on while the stream is read.
    pub(super) fn position(&self) -> Rc<Cell<u64>> {
        Rc::clone(&self.furthest)
    }

    pub(super) fn len(&self) -> u64 {
        self.len
    }
}

impl Read for Stream {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let behind = self.at.checked_sub(self.block_at).filter(|&n| n < self.block.len() as u64);
        let from = match behind {
            Some(n) => n as usize,
            None => {
                let n = self.len.saturating_sub(self.at).min(BLOCK as u64);
                self.block.resize(n as usize, 0);
                let n = self.source.borrow_mut().read_at(self.at, &mut self.block).map_err(Error::other)?;
                self.block.truncate(n);
                self.block_at = self.at;
                self.furthest.set(self.furthest.get().max(self.at + n as u64));
                0
            }
        };
        let n = into.len().min(self.block.len() - from);
        into[..n].copy_from_slice(&self.block[from..from + n]);
        self.at += n as u64;
        Ok(n)
    }
}

impl Seek for Stream {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let to = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
        };
        self.at = to.ok_or_else(|| Error::other("before the beginning"))?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Memory;
    use super::*;

    #[test]
    fn reads_across_blocks_and_back() {
        let bytes: Vec<u8> = (0..BLOCK * 2 + 7).map(|i| (i % 251) as u8).collect();
        let mut stream = Stream::new(Box::new(Memory(bytes.clone())));
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        assert_eq!(all, bytes);
        assert_eq!(stream.position().get(), bytes.len() as u64);
        stream.seek(SeekFrom::End(-3)).unwrap();
        let mut tail = Vec::new();
        stream.read_to_end(&mut tail).unwrap();
        assert_eq!(tail, bytes[bytes.len() - 3..]);
        assert!(stream.seek(SeekFrom::Current(-(bytes.len() as i64) - 1)).is_err());
    }
}
