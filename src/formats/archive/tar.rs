//! Tar: headers of 512 bytes, each followed by its file. The headers are read by the crate `tar`, the walk is our own, as
//! that crate's cannot be left and taken up again.

use std::cell::Cell;
use std::io::Read;
use std::rc::Rc;

use tar::{Header, PaxExtensions};

use super::super::tell::is_tar;
use super::super::{Reason, Settings};
use super::unpack::{Outcome, reason, unpack};
use super::{Budget, Container, Entry, is_litter, is_part_of_page, names, tidy};

const BLOCK: u64 = 512;
/// Longest path that is read.
const MAX_PATH: u64 = 64 << 10;

/// A tar archive at work.
pub(in super::super) struct Tar<R> {
    inner: R,
    position: Rc<Cell<u64>>,
    // Bytes of the last entry that are still to be passed, with those that fill its last block.
    to_pass: u64,
    // The path that an extension states for the next entry.
    long_path: Option<Vec<u8>>,
    is_over: bool,
}

impl<R: Read> Tar<R> {
    pub(in super::super) fn new(inner: R, position: Rc<Cell<u64>>) -> Self {
        Self { inner, position, to_pass: 0, long_path: None, is_over: false }
    }

    /// The next header; `None` at the end of the archive.
    fn header(&mut self) -> Result<Option<Header>, Reason> {
        let passed = std::io::copy(&mut self.inner.by_ref().take(self.to_pass), &mut std::io::sink());
        let passed = passed.map_err(|error| reason(&error))?;
        if passed < self.to_pass {
            return Err(Reason::Truncated);
        }
        self.to_pass = 0;
        let mut block = Vec::new();
        self.inner.by_ref().take(BLOCK).read_to_end(&mut block).map_err(|error| reason(&error))?;
        // Two blocks of zeros end an archive; one, or none, does as well.
        if block.is_empty() || block.iter().all(|&b| b == 0) {
            return Ok(None);
        }
        if (block.len() as u64) < BLOCK {
            return Err(Reason::Truncated);
        }
        if !is_tar(&block) {
            return Err(Reason::Damaged { detail: "no tar header where one should stand".to_owned() });
        }
        Ok(Some(Header::from_byte_slice(&block).clone()))
    }

    /// The content of an extension.
    fn extension(&mut self, size: u64) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let n = self.inner.by_ref().take(size.min(MAX_PATH)).read_to_end(&mut bytes).ok()? as u64;
        self.to_pass -= n.min(self.to_pass);
        Some(bytes)
    }

    fn entry(&mut self, settings: &Settings, budget: &mut Budget) -> Result<Option<Entry>, Reason> {
        let Some(header) = self.header()? else { return Ok(None) };
        let size = header.entry_size().map_err(|error| reason(&error))?;
        self.to_pass = size.checked_next_multiple_of(BLOCK).ok_or(Reason::Truncated)?;
        let kind = header.entry_type();
        if kind.is_gnu_longname() {
            let path = self.extension(size);
            self.long_path = path.map(|bytes| bytes.split(|&b| b == 0).next().unwrap_or_default().to_vec());
            return Ok(Some(Entry::Nothing));
        }
        if kind.is_pax_local_extensions() {
            let records = self.extension(size).unwrap_or_default();
            let paths = PaxExtensions::new(&records).flatten().filter(|record| record.key_bytes() == b"path");
            self.long_path = paths.last().map(|record| record.value_bytes().to_vec()).or(self.long_path.take());
            return Ok(Some(Entry::Nothing));
        }
        let raw = self.long_path.take().unwrap_or_else(|| header.path_bytes().into_owned());
        let path = tidy(&names::name(&raw, || String::from_utf8_lossy(&raw).into_owned()));
        if !(kind.is_file() || kind.is_contiguous()) || is_litter(&path) {
            return Ok(Some(Entry::Nothing));
        }
        budget.count(&settings.limits)?;
        if is_part_of_page(&path) {
            return Ok(Some(Entry::Unread { path, format: None, reason: Reason::PartOfPage }));
        }
        let mut content = self.inner.by_ref().take(size);
        let outcome = unpack(&mut content, &path, None, settings, budget);
        self.to_pass -= size - content.limit();
        let entry = match outcome {
            Outcome::Whole(bytes, format) if (bytes.len() as u64) < size => {
                Outcome::Broken(bytes, format, Reason::Truncated).entry(path)
            }
            Outcome::Broken(..) => {
                self.is_over = true;
                outcome.entry(path)
            }
            _ => outcome.entry(path),
        };
        Ok(Some(entry))
    }
}

impl<R: Read> Container for Tar<R> {
    fn next(&mut self, settings: &Settings, budget: &mut Budget) -> Option<Entry> {
        if self.is_over {
            return None;
        }
        let entry = self.entry(settings, budget).unwrap_or_else(|reason| Some(Entry::Stop(reason)));
        self.is_over |= matches!(entry, None | Some(Entry::Stop(_)));
        entry
    }

    fn done(&self) -> u64 {
        self.position.get()
    }
}
