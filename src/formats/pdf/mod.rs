//! The text layer of a PDF: characters and their places on the page, put together to lines, columns and paragraphs.

mod bomb;
mod columns;
mod content;
mod furniture;
mod lines;
mod paragraphs;
mod roles;
#[cfg(test)]
mod tests;

use hayro_font::FontCache;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf, metadata::Metadata, object::DateTime};

use super::read::{File, Found, one};
use super::{Document, Format, HintKind, Reason, Said, Settings, Stated, Unread};
use crate::base::Day;
use content::Budget;
use lines::Line;

/// What is drawn on a page, line by line in the order of reading.
#[derive(Debug, Default)]
struct Page {
    lines: Vec<Line>,
    // In the units of the page, one seventy-second of an inch.
    height: f64,
}

/// Reads a PDF.
pub(super) fn read(file: File, settings: &Settings) -> Found {
    let File { name, bytes, folder_year } = file;
    match document(&name, bytes, settings) {
        Ok((mut document, broken)) => {
            document.stated.folder_year = folder_year;
            let broken = broken.map(|reason| Unread::new(name, Some(Format::Pdf), reason).partly().into());
            Box::new(std::iter::once(document.into()).chain(broken))
        }
        Err(reason) => one(Unread::new(name, Some(Format::Pdf), reason)),
    }
}

/// The document, and why there is not more of it.
fn document(name: &str, bytes: Vec<u8>, settings: &Settings) -> Result<(Document, Option<Reason>), Reason> {
    let is_whole = bytes[bytes.len().saturating_sub(2048)..].windows(5).any(|w| w == b"%%EOF");
    bomb::check(&bytes, &settings.limits)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Reason::Encrypted
        }
        _ => Reason::Damaged { detail: "no pages can be found".to_owned() },
    })?;
    let fonts = FontCache::new();
    let mut budget = Budget::new(&settings.limits);
    let mut pages = Vec::new();
    let (mut n_glyphs, mut n_nameless) = (0usize, 0usize);
    for page in pdf.pages().iter() {
        let glyphs = content::glyphs(page, &fonts, &mut budget);
        n_glyphs += glyphs.len();
        n_nameless += glyphs.iter().filter(|glyph| glyph.c == char::REPLACEMENT_CHARACTER).count();
        let (_, height) = page.render_dimensions();
        pages.push(Page { lines: lines::lines(glyphs), height: f64::from(height) });
    }
    let broken = match (budget.is_spent(), is_whole) {
        (true, _) => Some(Reason::TooLarge { limit: settings.limits.file }),
        (false, false) => Some(Reason::Truncated),
        (false, true) => None,
    };
    if pages.iter().all(|page| page.lines.is_empty()) {
        return Err(match broken {
            Some(reason) => reason,
            None if pages.is_empty() => Reason::Empty,
            None => Reason::NoTextLayer,
        });
    }
    if n_nameless * 2 > n_glyphs {
        return Err(Reason::Damaged { detail: "its fonts do not say which characters they show".to_owned() });
    }
    let mut document = roles::document(name, pages);
    stated(pdf.metadata(), &mut document);
    Ok((document, broken))
}

/// What the file says of itself. Its title counts where the text has none, or says the same: many are names of files.
fn stated(metadata: &Metadata, document: &mut Document) {
    let super::Content::Blocks { text, hints } = &document.content else { return };
    let said = |bytes: &Option<Box<[u8]>>, place: &str| Said::new(&words(bytes.as_deref()?), place);
    let has_title = hints.iter().any(|hint| hint.kind == HintKind::Title);
    let title = said(&metadata.title, "PDF Title").filter(|title| {
        let is_on_page = text.lines().take(12).any(|line| line == title.value);
        is_on_page || !has_title && !is_name_of_file(&title.value)
    });
    let day = |date: &DateTime| {
        Said::new(&Day::new(date.year.into(), date.month.into(), date.day.into())?.to_string(), "PDF CreationDate")
    };
    let made = metadata.creation_date.as_ref().and_then(day);
    let author = said(&metadata.author, "PDF Author");
    document.stated = Stated { title, author, made, ..Stated::default() };
}

fn is_name_of_file(title: &str) -> bool {
    let low = title.to_lowercase();
    low.starts_with("microsoft ") || !title.contains(' ') || Format::of_extension(&low).is_some()
}

/// A string of the file: UTF-16 or UTF-8 by its mark, else Latin-1.
fn words(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
            char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&b| char::from(b)).collect(),
    }
}
