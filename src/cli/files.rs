//! Files of any format, folders and standard input, read into texts for a session.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use crate::app::Lang;
use crate::app::messages::Messages;
use crate::formats::{
    Content, Event, Format, Memory, Reader, Settings, Source, SourceError, Step, Unread, folder_year,
};
use crate::ingest::{About, Encoding, MAX_BYTES, Reason, decode};
use crate::session::protocol::{Failure, SourceFile};

use super::{Usage, encoding, say};

/// How files are read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct How {
    /// `--encoding`.
    pub(super) encoding: Option<Encoding>,
    /// `--from`.
    pub(super) format: Option<Format>,
}

/// The format of a name or an extension.
pub(super) fn format_named(name: &str) -> Result<Format, Usage> {
    let known = || Format::READ.map(Format::name).join(", ");
    Format::named(name).ok_or_else(|| Usage(format!("`{name}` is not a format that is read; one of {}", known())))
}

/// The texts in the files, and whether anything was not read. What was not is said.
pub(super) fn read_all(paths: &[&str], how: How) -> (Vec<SourceFile>, bool) {
    let mut read = Taken { how, above: 0, files: Vec::new(), failed: false };
    for path in paths {
        read.above = above(path);
        read.path(path);
    }
    (read.files, read.failed)
}

/// Bytes at the beginning of a path that say where the reader's files lie on this machine, not how they are arranged: what
/// stands before the last part of an absolute path.
fn above(path: &str) -> usize {
    if !Path::new(path).is_absolute() {
        return 0;
    }
    path.trim_end_matches(SEPARATORS).rfind(SEPARATORS).map_or(0, |at| at + 1)
}

const SEPARATORS: [char; 2] = ['/', '\\'];

struct Taken {
    how: How,
    // Bytes of the path at hand that date nothing.
    above: usize,
    files: Vec<SourceFile>,
    failed: bool,
}

impl Taken {
    fn path(&mut self, path: &str) {
        let opened = match path {
            "-" => standard_input().map(|bytes| Box::new(Memory(bytes)) as Box<dyn Source>),
            path if Path::new(path).is_dir() => return self.folder(path),
            path => Opened::new(path).map(|file| Box::new(file) as Box<dyn Source>),
        };
        match opened {
            Ok(source) => self.source(source, path),
            Err(error) => {
                say(&format!("{path}: {error}"));
                self.failed = true;
            }
        }
    }

    /// Everything in a folder, in the order of names; hidden files are left out.
    fn folder(&mut self, path: &str) {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                say(&format!("{path}: {error}"));
                self.failed = true;
                return;
            }
        };
        let mut paths: Vec<String> = entries.flatten().map(|e| e.path().to_string_lossy().into_owned()).collect();
        paths.sort();
        let is_hidden = |path: &str| path.rsplit(['/', '\\']).next().is_some_and(|name| name.starts_with('.'));
        // A link may lead back to the folder that it lies in.
        let leads_away = |path: &str| Path::new(path).is_symlink() && Path::new(path).is_dir();
        paths.iter().filter(|path| !is_hidden(path) && !leads_away(path)).for_each(|path| self.path(path));
    }

    fn source(&mut self, source: Box<dyn Source>, path: &str) {
        let How { encoding, format } = self.how;
        let mut reader = Reader::new(source, path, Settings { encoding, format, ..Settings::default() });
        loop {
            match reader.step() {
                Step::Found(event) => self.found(event),
                Step::Working => {}
                Step::Done => return,
            }
        }
    }

    fn found(&mut self, event: Event) {
        match event {
            Event::Document(mut document) => {
                document.stated.folder_year = document.name.get(self.above..).and_then(folder_year);
                let (bytes, hints) = match document.content {
                    Content::Plain(bytes) => (bytes, None),
                    Content::Blocks { text, hints } => (text.into_bytes(), Some(hints)),
                };
                let is_plain = hints.is_none();
                if is_plain && self.how.encoding.is_none() {
                    encoding::tell(&document.name, &decode(&bytes));
                }
                self.files.push(SourceFile {
                    name: document.name,
                    bytes,
                    split: document.split,
                    starts: Vec::new(),
                    encoding: self.how.encoding.filter(|_| is_plain),
                    about: About { stated: document.stated, hints: hints.unwrap_or_default() },
                });
            }
            Event::Columns(_) => {}
            Event::Unread(unread) => self.unread(&unread),
            Event::Elsewhere { name, format, .. } => {
                let reason = Reason::NotRead { format: format.name().to_owned() };
                self.unread(&Unread::new(name, Some(format), reason));
            }
        }
    }

    fn unread(&mut self, unread: &Unread) {
        say(&format!("{}: {}", unread.name, told(&unread.reason, unread.is_partly_read)));
        // Pictures and scripts beside a saved page are nothing that is missed.
        self.failed |= unread.reason != Reason::PartOfPage;
    }
}

/// Why a file was not read and what to do, in the language of the terminal.
fn told(reason: &Reason, partly: bool) -> String {
    let m = Messages::of(lang());
    let failure = Failure::Unread { reason: reason.clone(), partly };
    format!("{} {}", (m.failure)(&failure), (m.failure_advice)(&failure))
}

/// Vietnamese where the terminal is set to it, else English.
fn lang() -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    if set.is_some_and(|value| value.to_ascii_lowercase().starts_with("vi")) { Lang::Vi } else { Lang::En }
}

fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A file on the disk, of which pieces are read.
struct Opened {
    file: File,
    len: u64,
}

impl Opened {
    fn new(path: &str) -> io::Result<Self> {
        let file = File::open(path)?;
        let len = file.metadata()?.len();
        Ok(Self { file, len })
    }
}

impl Source for Opened {
    fn len(&self) -> u64 {
        self.len
    }

    fn read_at(&mut self, at: u64, into: &mut [u8]) -> Result<usize, SourceError> {
        let mut read = || {
            self.file.seek(SeekFrom::Start(at))?;
            let mut n = 0;
            while n < into.len() {
                match self.file.read(&mut into[n..])? {
                    0 => break,
                    more => n += more,
                }
            }
            Ok(n)
        };
        read().map_err(|error: io::Error| SourceError(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::above;

    #[test]
    fn folders_above_an_absolute_path_date_nothing() {
        let cases = [("/bao/2024/a.txt", "a.txt"), ("/bao/2024/tin/", "tin/"), ("/bao/2023", "2023")];
        for (path, arranged) in cases {
            assert_eq!(&path[above(path)..], arranged);
        }
        assert_eq!(above("2023/a.txt"), 0);
        assert_eq!(above("../2023/a.txt"), 0);
    }
}
