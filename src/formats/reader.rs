//! Drives the reading of one file, a step at a time.

use super::read::{self, File, Found};
use super::source::fetch;
use super::tell::{HEAD, tell};
use super::{Event, Format, Reason, Settings, Source, Unread, folder_year};

/// How far a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file that are done with.
    pub done: u64,
    /// Bytes of the file.
    pub total: u64,
}

/// What a step came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Something was found.
    Found(Event),
    /// Nothing yet.
    Working,
    /// The file is read.
    Done,
}

/// Reads one file, whatever it is.
///
/// ```
/// use langkinh::formats::{Event, Memory, Reader, Settings, Step};
/// let text = Memory("Một bài báo.".as_bytes().to_vec());
/// let mut reader = Reader::new(Box::new(text), "2023/bai.txt", Settings::default());
/// let mut years = Vec::new();
/// loop {
///     match reader.step() {
///         Step::Found(Event::Document(document)) => years.push(document.stated.folder_year),
///         Step::Found(_) | Step::Working => {}
///         Step::Done => break,
///     }
/// }
/// assert_eq!(years, [Some(2023)]);
/// ```
pub struct Reader {
    settings: Settings,
    progress: Progress,
    // The file itself, until it is opened.
    unopened: Option<(Box<dyn Source>, String)>,
    // What the file at hand gives.
    found: Option<Found>,
}

impl Reader {
    /// Of a file with its name or path; its folders date what lies in them.
    pub fn new(source: Box<dyn Source>, name: &str, settings: Settings) -> Self {
        let progress = Progress { done: 0, total: source.len() };
        Self { settings, progress, unopened: Some((source, name.to_owned())), found: None }
    }

    /// Goes on a little; gives at most one thing that was found.
    pub fn step(&mut self) -> Step {
        if let Some((source, name)) = self.unopened.take() {
            return match self.open(source, name) {
                Ok(()) => Step::Working,
                Err(unread) => Step::Found(unread.into()),
            };
        }
        if let Some(event) = self.found.as_mut().and_then(Iterator::next) {
            return Step::Found(event);
        }
        self.found = None;
        self.progress.done = self.progress.total;
        Step::Done
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    fn open(&mut self, mut source: Box<dyn Source>, name: String) -> Result<(), Unread> {
        let unread = |format: Option<Format>, reason| Unread::new(name.clone(), format, reason);
        let unreachable = |error: super::SourceError| unread(None, Reason::Unreachable { detail: error.to_string() });
        let head = fetch(source.as_mut(), 0, HEAD).map_err(unreachable)?;
        let format = match self.settings.format {
            Some(format) => format,
            None => tell(&head, &name).map_err(|reason| unread(Format::of_extension(&name), reason))?,
        };
        let limit = self.settings.limits.file;
        if source.len() > limit {
            return Err(unread(Some(format), Reason::TooLarge { limit }));
        }
        let bytes = fetch(source.as_mut(), 0, limit).map_err(unreachable)?;
        let file = File { folder_year: folder_year(&name), name, bytes };
        self.found = Some(read::read(file, format, &self.settings));
        Ok(())
    }
}
