//! Reads one packed file, no further than its format and the limits allow.

use std::io::{Error, ErrorKind, Read};

use super::super::tell::{HEAD, tell};
use super::super::{Format, Limits, Reason, Settings};
use super::{Entry, Unpacked};

/// A megabyte more than the ratio allows is never refused: short repetitive files pack to almost nothing.
const GRACE: u64 = 1 << 20;
/// The same for all files together.
const TOTAL_GRACE: u64 = 64 << 20;

/// What may still be unpacked from one outermost file.
#[derive(Debug)]
pub(in super::super) struct Budget {
    entries: u64,
    bytes: u64,
}

impl Budget {
    /// For an outermost file of so many bytes.
    pub(in super::super) fn new(limits: &Limits, packed: u64) -> Self {
        let bytes = packed.saturating_mul(limits.ratio).saturating_add(TOTAL_GRACE).min(limits.total);
        Self { entries: limits.entries, bytes }
    }

    /// Counts an entry.
    pub(super) fn count(&mut self, limits: &Limits) -> Result<(), Reason> {
        self.entries = self.entries.checked_sub(1).ok_or(Reason::TooManyEntries { limit: limits.entries })?;
        Ok(())
    }

    /// Takes off what was unpacked; tells whether so much was left.
    pub(in super::super) fn spend(&mut self, bytes: u64) -> bool {
        let is_enough = bytes <= self.bytes;
        self.bytes = self.bytes.saturating_sub(bytes);
        is_enough
    }

    /// Entries that may still come.
    pub(super) fn entries(&self) -> u64 {
        self.entries
    }
}

/// What came out.
pub(super) enum Outcome {
    /// The file.
    Whole(Vec<u8>, Format),
    /// What could be read of it.
    Broken(Vec<u8>, Format, Reason),
    /// It is not read.
    Refused(Option<Format>, Reason),
    /// Nothing more is unpacked.
    Stop(Reason),
}

impl Outcome {
    /// As what the entry of that path goes on.
    pub(super) fn entry(self, path: String) -> Entry {
        match self {
            Self::Whole(bytes, format) => Entry::File(Unpacked { path, bytes, format, broken: None }),
            Self::Broken(bytes, format, reason) => Entry::File(Unpacked { path, bytes, format, broken: Some(reason) }),
            Self::Refused(format, reason) => Entry::Unread { path, format, reason },
            Self::Stop(reason) => Entry::Stop(reason),
        }
    }
}

/// Unpacks a file: first its head, which tells whether the rest is wanted. `packed`: bytes that it takes in the archive,
/// where they are known.
pub(super) fn unpack(
    from: &mut dyn Read,
    path: &str,
    packed: Option<u64>,
    settings: &Settings,
    budget: &mut Budget,
) -> Outcome {
    let limits = &settings.limits;
    let by_ratio = packed.map_or(u64::MAX, |n| most_by_ratio(limits, n));
    let most = limits.file.min(by_ratio);
    let mut bytes = Vec::new();
    let mut broken = take(from, &mut bytes, HEAD.min(most + 1));
    let format = match settings.format {
        Some(format) => format,
        None => match (tell(&bytes, path), &broken) {
            (Ok(format), _) => format,
            (Err(Reason::Empty), Some(error)) => return Outcome::Refused(None, reason(error)),
            (Err(reason), _) => return Outcome::Refused(Format::of_extension(path), reason),
        },
    };
    if !Format::READ.contains(&format) {
        return Outcome::Refused(Some(format), Reason::NotRead { format: format.name().to_owned() });
    }
    if broken.is_none() {
        broken = take(from, &mut bytes, (most + 1).min(budget.bytes.saturating_add(1)));
    }
    let n = bytes.len() as u64;
    if !budget.spend(n) {
        return Outcome::Stop(Reason::Bomb { limit: limits.ratio });
    }
    if n > by_ratio {
        return Outcome::Refused(Some(format), Reason::Bomb { limit: limits.ratio });
    }
    if n > limits.file {
        return Outcome::Refused(Some(format), Reason::TooLarge { limit: limits.file });
    }
    match broken {
        None => Outcome::Whole(bytes, format),
        Some(error) => Outcome::Broken(bytes, format, reason(&error)),
    }
}

/// Bytes that so many packed ones may become.
pub(in super::super) fn most_by_ratio(limits: &Limits, packed: u64) -> u64 {
    packed.saturating_mul(limits.ratio).saturating_add(GRACE)
}

/// Reads on until `bytes` has so many, or until the end or an error.
fn take(from: &mut dyn Read, bytes: &mut Vec<u8>, most: u64) -> Option<Error> {
    let wanted = most.saturating_sub(bytes.len() as u64);
    from.take(wanted).read_to_end(bytes).err()
}

/// What an error of unpacking means.
pub(super) fn reason(error: &Error) -> Reason {
    match error.kind() {
        ErrorKind::UnexpectedEof => Reason::Truncated,
        _ => Reason::Damaged { detail: error.to_string() },
    }
}
