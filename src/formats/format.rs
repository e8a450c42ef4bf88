//! The formats that are known.

use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A web page saved with its pictures in one file.
    Mhtml,
    /// RSS or Atom.
    Feed,
    /// A table with commas (or semicolons) between its cells.
    Csv,
    /// A table with tabs between its cells.
    Tsv,
    /// JSON: a record, or a list of records.
    Json,
    /// JSON, a record to a line.
    Jsonl,
    /// Word.
    Docx,
    /// OpenDocument text (LibreOffice).
    Odt,
    /// Rich text.
    Rtf,
    /// A book.
    Epub,
    /// Portable document: its text layer.
    Pdf,
    /// Archive.
    Zip,
    /// Archive, not packed.
    Tar,
    /// Archive, packed by gzip; also a single file packed so.
    Gzip,
    /// Word before 2007 and other files of its kind (Excel, PowerPoint, Outlook); told, not read.
    Ole,
    /// Spreadsheet (xlsx, ods); told, not read.
    Spreadsheet,
    /// Presentation (pptx, odp); told, not read.
    Presentation,
    /// Archive of a kind that is not read: RAR, 7z, xz, bzip2, zstd.
    OtherArchive,
}

impl Format {
    /// Those that are read, in the order in which they are offered.
    pub const READ: [Self; 17] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Mhtml,
        Self::Feed,
        Self::Csv,
        Self::Tsv,
        Self::Json,
        Self::Jsonl,
        Self::Docx,
        Self::Odt,
        Self::Rtf,
        Self::Epub,
        Self::Pdf,
        Self::Zip,
        Self::Tar,
        Self::Gzip,
    ];

    /// Its name: `docx`, `tar-gz`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Mhtml => "mhtml",
            Self::Feed => "feed",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Epub => "epub",
            Self::Pdf => "pdf",
            Self::Zip => "zip",
            Self::Tar => "tar",
            Self::Gzip => "gzip",
            Self::Ole => "ole",
            Self::Spreadsheet => "spreadsheet",
            Self::Presentation => "presentation",
            Self::OtherArchive => "other-archive",
        }
    }

    /// The format of a name or of a usual extension, in whatever case, with or without a dot.
    ///
    /// ```
    /// use langkinh::formats::Format;
    /// assert_eq!(Format::named(".HTM"), Some(Format::Html));
    /// assert_eq!(Format::named("wav"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim_start_matches('.').to_ascii_lowercase();
        let also = match name.as_str() {
            "txt" => Some(Self::Text),
            "md" => Some(Self::Markdown),
            "htm" | "xhtml" | "xht" => Some(Self::Html),
            "mht" => Some(Self::Mhtml),
            "rss" | "atom" | "rdf" => Some(Self::Feed),
            "tab" => Some(Self::Tsv),
            "ndjson" | "json-lines" => Some(Self::Jsonl),
            "tgz" | "gz" | "tar.gz" => Some(Self::Gzip),
            "dotx" | "docm" | "dotm" => Some(Self::Docx),
            "ott" => Some(Self::Odt),
            _ => None,
        };
        also.or_else(|| Self::READ.into_iter().find(|format| format.name() == name))
    }

    /// The format that the extension of a file's name promises.
    pub fn of_extension(name: &str) -> Option<Self> {
        let file = name.rsplit(['/', '\\']).next()?;
        let (stem, extension) = file.rsplit_once('.')?;
        if stem.is_empty() { None } else { Self::named(extension) }
    }

    /// Whether files lie in it.
    pub fn is_container(self) -> bool {
        matches!(self, Self::Zip | Self::Tar | Self::Gzip)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for format in Format::READ {
            assert_eq!(Format::named(format.name()), Some(format));
        }
    }

    #[test]
    fn extensions_are_hints() {
        let cases = [
            ("a/b.TXT", Some(Format::Text)),
            ("bao.tar.gz", Some(Format::Gzip)),
            ("2023.10", None),
            (".txt", None),
            ("no extension", None),
        ];
        for (name, format) in cases {
            assert_eq!(Format::of_extension(name), format, "{name}");
        }
    }
}
