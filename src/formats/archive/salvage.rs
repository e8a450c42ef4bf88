//! A zip archive whose directory is lost (it was cut off): its files by the headers that stand before each of them.

use std::cell::Cell;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;

use flate2::bufread::DeflateDecoder;

use super::super::stream::Stream;
use super::super::{Reason, Settings};
use super::unpack::{Outcome, unpack};
use super::{Budget, Container, Entry, is_litter, is_part_of_page, names, tidy};

/// What stands before a file.
struct Header {
    method: u16,
    is_encrypted: bool,
    // Bytes packed; `None` where they are stated behind the file.
    packed: Option<u64>,
    path: String,
}

/// A damaged zip archive at work.
pub(in super::super) struct Salvage {
    stream: BufReader<Stream>,
    position: Rc<Cell<u64>>,
    why: Option<Reason>,
}

impl Salvage {
    /// `why`: what is told at the end.
    pub(in super::super) fn new(stream: Stream, why: Reason) -> Self {
        let position = stream.position();
        Self { stream: BufReader::new(stream), position, why: Some(why) }
    }

    fn entry(&mut self, settings: &Settings, budget: &mut Budget) -> Option<Entry> {
        let header = self.header()?;
        if let Err(reason) = budget.count(&settings.limits) {
            return Some(self.stop(reason));
        }
        let path = header.path;
        if header.is_encrypted {
            self.skip(header.packed)?;
            return Some(Entry::Unread { path, format: None, reason: Reason::Encrypted });
        }
        let is_wanted = !path.is_empty() && !is_litter(&path) && !is_part_of_page(&path);
        let outcome = match (header.method, header.packed) {
            (0, Some(packed)) if is_wanted => {
                let mut inner = self.stream.by_ref().take(packed);
                let outcome = unpack(&mut inner, &path, Some(packed), settings, budget);
                let left = inner.limit();
                self.skip(Some(left))?;
                outcome
            }
            (8, packed) if is_wanted || packed.is_none() => {
                let start = self.stream.stream_position().ok()?;
                let mut inner = DeflateDecoder::new(self.stream.by_ref());
                let outcome = unpack(&mut inner, &path, packed, settings, budget);
                // What the file did not want is passed, to find its end.
                let rest = std::io::copy(&mut inner, &mut std::io::sink());
                if rest.is_ok()
                    && let Some(packed) = packed
                {
                    self.stream.seek(SeekFrom::Start(start.checked_add(packed)?)).ok()?;
                }
                outcome
            }
            (_, packed) => {
                self.skip(packed)?;
                let reason =
                    if is_wanted { Reason::Method { method: header.method.to_string() } } else { Reason::PartOfPage };
                let is_told = is_wanted || is_part_of_page(&path);
                return Some(if is_told { Entry::Unread { path, format: None, reason } } else { Entry::Nothing });
            }
        };
        if let Outcome::Stop(reason) = outcome {
            return Some(self.stop(reason));
        }
        Some(if is_wanted { outcome.entry(path) } else { Entry::Nothing })
    }

    fn stop(&mut self, reason: Reason) -> Entry {
        self.why = None;
        Entry::Stop(reason)
    }

    fn skip(&mut self, packed: Option<u64>) -> Option<()> {
        let by = i64::try_from(packed?).ok()?;
        self.stream.seek_relative(by).ok()
    }

    /// The next header, wherever it begins.
    fn header(&mut self) -> Option<Header> {
        const MARK: &[u8; 4] = b"PK\x03\x04";
        loop {
            let near = self.stream.fill_buf().ok()?;
            if near.is_empty() {
                return None;
            }
            match near.iter().position(|&b| b == MARK[0]) {
                None => {
                    let n = near.len();
                    self.stream.consume(n);
                }
                Some(at) => {
                    self.stream.consume(at + 1);
                    let mut rest = [0; 3];
                    let at = self.stream.stream_position().ok()?;
                    self.stream.read_exact(&mut rest).ok()?;
                    if rest == MARK[1..] {
                        break;
                    }
                    self.stream.seek(SeekFrom::Start(at)).ok()?;
                }
            }
        }
        let mut fixed = [0; 26];
        self.stream.read_exact(&mut fixed).ok()?;
        let short = |at: usize| u16::from_le_bytes([fixed[at], fixed[at + 1]]);
        let long = |at: usize| u32::from(short(at)) | u32::from(short(at + 2)) << 16;
        let (flags, packed) = (short(2), long(14));
        let mut name = vec![0; usize::from(short(22))];
        self.stream.read_exact(&mut name).ok()?;
        self.stream.seek_relative(i64::from(short(24))).ok()?;
        let path = tidy(&names::name(&name, || String::from_utf8_lossy(&name).into_owned()));
        let is_stated = flags & 8 == 0 && packed != u32::MAX;
        let is_folder = name.ends_with(b"/");
        Some(Header {
            method: short(4),
            is_encrypted: flags & 1 == 1,
            packed: is_stated.then_some(u64::from(packed)),
            path: if is_folder { String::new() } else { path },
        })
    }
}

impl Container for Salvage {
    fn next(&mut self, settings: &Settings, budget: &mut Budget) -> Option<Entry> {
        self.why.as_ref()?;
        let entry = self.entry(settings, budget);
        entry.or_else(|| Some(Entry::Stop(self.why.take()?)))
    }

    fn done(&self) -> u64 {
        self.position.get()
    }
}
