//! Gzip: an archive by tar, or a single file.

use std::cell::Cell;
use std::io::{Chain, Cursor, Read};
use std::rc::Rc;

use flate2::read::MultiGzDecoder;

use super::super::stream::Stream;
use super::super::tell::is_tar;
use super::super::{Reason, Settings};
use super::unpack::{reason, unpack};
use super::{Budget, Container, Entry, Tar};

/// What gzip packed: a stream with the part of it that was looked at already.
pub(super) type Packed = Chain<Cursor<Vec<u8>>, MultiGzDecoder<Stream>>;

/// Opens a file packed by gzip. `name`: of the packed file.
pub(in super::super) fn open(stream: Stream, name: &str) -> Box<dyn Container> {
    let (packed, position) = (stream.len(), stream.position());
    let mut inner = MultiGzDecoder::new(stream);
    let mut head = Vec::new();
    let error = inner.by_ref().take(512).read_to_end(&mut head).err();
    if error.is_none() && is_tar(&head) {
        return Box::new(Tar::new(Cursor::new(head).chain(inner), position));
    }
    let path = name.rsplit('/').next().unwrap_or(name);
    let stem = path.rsplit_once('.').filter(|(_, end)| end.eq_ignore_ascii_case("gz")).map_or(path, |(stem, _)| stem);
    let broken = error.map(|error| reason(&error));
    let single = (stem.to_owned(), Cursor::new(head).chain(inner));
    Box::new(Gzip { single: Some(single), broken, packed, position })
}

/// A single packed file.
struct Gzip {
    single: Option<(String, Packed)>,
    broken: Option<Reason>,
    packed: u64,
    position: Rc<Cell<u64>>,
}

impl Container for Gzip {
    fn next(&mut self, settings: &Settings, budget: &mut Budget) -> Option<Entry> {
        let (path, mut inner) = self.single.take()?;
        if let Some(reason) = self.broken.take() {
            return Some(Entry::Unread { path, format: None, reason });
        }
        Some(unpack(&mut inner, &path, Some(self.packed), settings, budget).entry(path))
    }

    fn done(&self) -> u64 {
        self.position.get()
    }
}
