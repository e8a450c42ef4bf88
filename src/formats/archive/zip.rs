//! Zip, by its central directory.

use std::io::{Read, Seek, SeekFrom};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ExtraField, ZipArchive};

use super::super::stream::Stream;
use super::super::{Reason, Settings};
use super::unpack::{Outcome, unpack};
use super::{Budget, Container, Entry, is_litter, names, tidy};

/// A zip archive at work.
pub(in super::super) struct Zip {
    archive: ZipArchive<Stream>,
    next: usize,
    done: u64,
}

impl Zip {
    /// Opens an archive, if it has not more entries than may be read.
    ///
    /// # Errors
    /// When its directory cannot be read: what stands before the damage can be saved (`Salvage`).
    pub(in super::super) fn open(
        stream: &Stream,
        settings: &Settings,
        budget: &Budget,
    ) -> Result<ZipArchive<Stream>, Reason> {
        // The directory is held in memory: not before it is known how long it is.
        if n_entries(&mut stream.again()).is_some_and(|n| n > budget.entries()) {
            return Err(Reason::TooManyEntries { limit: settings.limits.entries });
        }
        ZipArchive::new(stream.again()).map_err(|error| reason(&error))
    }

    pub(in super::super) fn new(archive: ZipArchive<Stream>) -> Self {
        Self { archive, next: 0, done: 0 }
    }
}

impl Container for Zip {
    fn next(&mut self, settings: &Settings, budget: &mut Budget) -> Option<Entry> {
        let index = self.next;
        if index >= self.archive.len() {
            return None;
        }
        self.next += 1;
        if let Err(reason) = budget.count(&settings.limits) {
            self.next = usize::MAX;
            return Some(Entry::Stop(reason));
        }
        let listed = self.archive.by_index_raw(index).map(|file| Listed::of(&file)).map_err(|error| reason(&error));
        let Listed { path, packed, at, is_file, unknown } = match listed {
            Ok(listed) => listed,
            Err(reason) => {
                let path = self.archive.name_for_index(index).and_then(Result::ok).unwrap_or_default();
                return Some(Entry::Unread { path: tidy(&path), format: None, reason });
            }
        };
        self.done = self.done.max(at.saturating_add(packed));
        if !is_file {
            return Some(Entry::Nothing);
        }
        if is_litter(&path) {
            return Some(Entry::Nothing);
        }
        if is_part_of_page(&path) {
            return Some(Entry::Unread { path, format: None, reason: Reason::PartOfPage });
        }
        if let Some(method) = unknown {
            return Some(Entry::Unread { path, format: None, reason: Reason::Method { method } });
        }
        let mut file = match self.archive.by_index(index) {
            Ok(file) => file,
            Err(error) => return Some(Entry::Unread { path, format: None, reason: reason(&error) }),
        };
        let outcome = unpack(&mut file, &path, Some(packed), settings, budget);
        if matches!(outcome, Outcome::Stop(_)) {
            self.next = usize::MAX;
        }
        Some(outcome.entry(path))
    }

    fn done(&self) -> u64 {
        self.done
    }
}

/// What the directory says of an entry.
struct Listed {
    path: String,
    packed: u64,
    at: u64,
    is_file: bool,
    // The method of packing, if it is not one of ours.
    unknown: Option<String>,
}

impl Listed {
    fn of(file: &ZipFile<'_, impl Read>) -> Self {
        let path = tidy(&shown_name(file));
        let method = file.compression();
        let is_ours = matches!(method, CompressionMethod::Stored | CompressionMethod::Deflated);
        let unknown = (!is_ours).then(|| method.to_string());
        Self { path, packed: file.compressed_size(), at: file.header_start(), is_file: file.is_file(), unknown }
    }
}

/// Entries of an archive, as the record at its end states them.
fn n_entries(stream: &mut Stream) -> Option<u64> {
    // The record and the longest comment behind it.
    const TAIL: u64 = 22 + (1 << 16);
    stream.seek(SeekFrom::Start(stream.len().saturating_sub(TAIL))).ok()?;
    let mut tail = Vec::new();
    stream.read_to_end(&mut tail).ok()?;
    let at = |mark: &[u8]| tail.windows(4).rposition(|w| w == mark);
    let end = at(b"PK\x05\x06")?;
    let short = u16::from_le_bytes(tail.get(end + 10..end + 12)?.try_into().ok()?);
    if short < u16::MAX {
        return Some(u64::from(short));
    }
    let long = at(b"PK\x06\x06")?;
    Some(u64::from_le_bytes(tail.get(long + 32..long + 40)?.try_into().ok()?))
}

/// The name of an entry: UTF-8, what a field for it states, or told from its bytes.
fn shown_name(file: &ZipFile<'_, impl Read>) -> String {
    let raw = file.name_raw();
    let stated = file.extra_data_fields().find_map(|field| match field {
        ExtraField::UnicodePath(path) => String::from_utf8(path.clone().unwrap_valid(raw).ok()?.into_vec()).ok(),
        _ => None,
    });
    let as_437 = || file.name().unwrap_or_else(|_| String::from_utf8_lossy(raw)).into_owned();
    stated.unwrap_or_else(|| names::name(raw, as_437))
}

/// Pictures, styles and scripts that a browser saved beside a page: `Tin_files/`, `Tin.files/`.
pub(in super::super) fn is_part_of_page(path: &str) -> bool {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.split('/').any(|folder| folder.ends_with("_files") || folder.ends_with(".files"))
}

/// What an error of the crate means.
pub(in super::super) fn reason(error: &ZipError) -> Reason {
    match error {
        ZipError::Io(error) => super::unpack::reason(error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Reason::Encrypted,
        ZipError::CompressionMethodNotSupported(method) => Reason::Method { method: method.to_string() },
        ZipError::UnsupportedArchive(what) => Reason::Method { method: (*what).to_owned() },
        other => Reason::Damaged { detail: other.to_string() },
    }
}
