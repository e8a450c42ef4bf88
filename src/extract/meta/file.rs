//! The year that the reader, a folder or the file itself gives an article.

use crate::base::Day;
use crate::extract::Reading;

use super::{Given, Meta};

/// Why an article has the year of its publication, by how that is known.
pub(in crate::extract) fn reason_of(basis: &str) -> &'static str {
    match basis {
        "given" => "given_by_reader",
        "file" => "file_date",
        _ => "publication_date",
    }
}

/// The year that the reader gave; else that of the folder that an article lies in; and where there is no other, that of
/// the day on which its file was made.
pub(in crate::extract) fn year_from_outside(reading: &Reading, given: &Given, meta: &mut Meta) {
    let stated = &reading.article.about.stated;
    let made = || stated.made.as_ref().and_then(|made| Day::parse(made.value.get(..10)?)).map(Day::year);
    let folder = stated.folder_year.filter(|_| given.published.is_none());
    let found = match (given.year, folder) {
        (Some(year), _) => Some((year, "given", "given_by_reader")),
        (None, Some(year)) => Some((year, "folder", "folder")),
        (None, None) if meta.year.is_none() => made().map(|year| (year, "file", "file_made")),
        (None, None) => None,
    };
    if let Some((year, basis, reason)) = found {
        (meta.year, meta.year_basis, meta.year_reason, meta.year_evidence) = (Some(year), basis, reason, None);
    }
}
