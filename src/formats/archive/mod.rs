//! Archives: their files one after the other, with bounds on what they may unpack to.

mod gzip;
mod names;
mod salvage;
mod tar;
#[cfg(test)]
mod tests;
mod unpack;
mod zip;

pub(super) use gzip::open as gzip;
pub(super) use salvage::Salvage;
pub(super) use tar::Tar;
pub(super) use unpack::{Budget, most_by_ratio};
pub(super) use zip::{Zip, is_part_of_page, reason as zip_reason};

use super::{Format, Reason, Settings};

/// What the next step into an archive gives.
pub(super) enum Entry {
    /// A file.
    File(Unpacked),
    /// A file that is not read.
    Unread {
        /// Path inside the archive.
        path: String,
        /// What it is, if that is known.
        format: Option<Format>,
        /// Why.
        reason: Reason,
    },
    /// Nothing to tell: a folder, a note of the operating system.
    Nothing,
    /// The rest of the archive is not read.
    Stop(Reason),
}

/// A file out of an archive.
pub(super) struct Unpacked {
    /// Path inside the archive.
    pub(super) path: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// What it is.
    pub(super) format: Format,
    /// Why there are no more bytes, if there should be.
    pub(super) broken: Option<Reason>,
}

/// An archive that is open.
pub(super) trait Container {
    /// The next of what is in it; `None` at the end.
    fn next(&mut self, settings: &Settings, budget: &mut Budget) -> Option<Entry>;

    /// Bytes of it that are done with.
    fn done(&self) -> u64;
}

/// A path as it is shown: parts joined by `/`, none that lead upwards, no control characters.
fn tidy(path: &str) -> String {
    let shown: String = path.chars().filter(|c| !c.is_control()).collect();
    let parts = shown.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | ".."));
    parts.collect::<Vec<_>>().join("/")
}

/// Files that operating systems leave behind.
fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.split('/').any(|part| part == "__MACOSX")
        || matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini" | "Desktop.ini")
        || name.starts_with("._")
}
