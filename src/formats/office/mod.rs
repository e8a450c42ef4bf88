//! Documents of word processors, and books: zip archives of XML. Headings, captions, lists, tables and notes are what their tags and
//! styles say; deleted text of tracked changes is left out.

mod body;
mod docx;
mod epub;
mod odt;
#[cfg(test)]
mod tests;
mod xml;

use std::io::Read;

use zip::ZipArchive;

use super::archive::{Budget, most_by_ratio, zip_reason};
use super::read::{Found, one};
use super::stream::Stream;
use super::{Document, Format, Limits, Reason, Said, Settings, Unread, folder_year};

/// An opened archive of XML files.
pub(super) struct Parts<'a> {
    archive: ZipArchive<Stream>,
    limits: Limits,
    budget: &'a mut Budget,
    // Why a part was not unpacked: it grows too large.
    refused: Option<Reason>,
}

/// What the archive is, by the files that only such a document has; `None`: an archive of files.
pub(super) fn kind(archive: &ZipArchive<Stream>) -> Option<Format> {
    const KINDS: [(&str, Format); 6] = [
        ("word/document.xml", Format::Docx),
        ("xl/workbook.xml", Format::Spreadsheet),
        ("xl/workbook.bin", Format::Spreadsheet),
        ("ppt/presentation.xml", Format::Presentation),
        ("META-INF/container.xml", Format::Epub),
        ("content.xml", Format::Odt),
    ];
    let found = KINDS.iter().find(|(part, _)| archive.index_for_name(part).is_some()).map(|(_, format)| *format)?;
    let is_other = found == Format::Odt && archive.index_for_name("META-INF/manifest.xml").is_none();
    (!is_other).then_some(found)
}

/// Reads a document out of its archive.
pub(super) fn read(
    archive: ZipArchive<Stream>,
    format: Format,
    name: String,
    settings: &Settings,
    budget: &mut Budget,
) -> Found {
    let mut parts = Parts { archive, limits: settings.limits, budget, refused: None };
    let read = match format {
        Format::Docx => docx::read(&mut parts, &name),
        Format::Epub => epub::read(&mut parts, &name, settings),
        _ => odt::read(&mut parts, &name),
    };
    // A document goes without its styles or notes, but not in silence.
    let read = read.map(|(document, broken)| (document, broken.or(parts.refused)));
    match read {
        Ok((document, broken)) if document.is_empty() => {
            one(Unread::new(name, Some(format), broken.unwrap_or(Reason::Empty)))
        }
        Ok((mut document, broken)) => {
            document.stated.folder_year = folder_year(&name);
            let broken = broken.map(|reason| Unread::new(name, Some(format), reason).partly().into());
            Box::new(std::iter::once(document.into()).chain(broken))
        }
        Err(reason) => one(Unread::new(name, Some(format), reason)),
    }
}

/// A document, and why there is not more of it.
type Outcome = Result<(Document, Option<Reason>), Reason>;

impl Parts<'_> {
    /// A part as text; what is not UTF-8 in it is replaced.
    fn text(&mut self, part: &str) -> Result<String, Reason> {
        Ok(String::from_utf8_lossy(&self.bytes(part)?).into_owned())
    }

    /// A part. What could be unpacked of a damaged one is read: its XML ends too early then, and that is told.
    fn bytes(&mut self, part: &str) -> Result<Vec<u8>, Reason> {
        let file = self.archive.by_name(part).map_err(|error| zip_reason(&error))?;
        let by_ratio = most_by_ratio(&self.limits, file.compressed_size());
        let most = self.limits.file.min(by_ratio);
        let mut bytes = Vec::new();
        let read = file.take(most + 1).read_to_end(&mut bytes);
        let n = bytes.len() as u64;
        let refused = if !self.budget.spend(n) || n > by_ratio {
            Some(Reason::Bomb { limit: self.limits.ratio })
        } else {
            (n > most).then_some(Reason::TooLarge { limit: self.limits.file })
        };
        if let Some(reason) = refused {
            self.refused = Some(reason.clone());
            return Err(reason);
        }
        match read {
            Err(error) if bytes.is_empty() => Err(Reason::Damaged { detail: error.to_string() }),
            _ => Ok(bytes),
        }
    }
}

/// What an element of a part says of the document.
fn said(xml: &str, element: &str, part: &str) -> Option<Said> {
    let text = xml::element(xml, element)?;
    Said::new(&text, format!("{part} {element}"))
}
