//! Drives the reading of one file, a step at a time.

use super::archive::{self, Budget, Container, Entry, Salvage, Tar, Unpacked, Zip};
use super::office;
use super::read::{self, File, Found};
use super::source::fetch;
use super::stream::Stream;
use super::tell::{HEAD, tell};
use super::{Event, Format, Memory, Reason, Settings, Source, Unread};

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
    budget: Budget,
    // The file itself, until it is opened.
    unopened: Option<(Box<dyn Source>, String)>,
    // Archives that are open, each in the one before it.
    open: Vec<Level>,
    // What the file at hand gives.
    found: Option<Found>,
}

/// An archive that is open.
struct Level {
    container: Box<dyn Container>,
    format: Format,
    path: String,
    // Whether something in it was told.
    is_told: bool,
}

impl Reader {
    /// Of a file with its name or path; its folders date what lies in them.
    pub fn new(source: Box<dyn Source>, name: &str, settings: Settings) -> Self {
        let progress = Progress { done: 0, total: source.len() };
        let budget = Budget::new(&settings.limits, source.len());
        Self { settings, progress, budget, unopened: Some((source, name.to_owned())), open: Vec::new(), found: None }
    }

    /// Goes on a little; gives at most one thing that was found.
    pub fn step(&mut self) -> Step {
        if let Some((source, name)) = self.unopened.take() {
            return found(self.open_file(source, name));
        }
        if let Some(event) = self.found.as_mut().and_then(Iterator::next) {
            return Step::Found(event);
        }
        self.found = None;
        if let Some(level) = self.open.last_mut() {
            let entry = level.container.next(&self.settings, &mut self.budget);
            let step = self.enter(entry);
            if let Some(outermost) = self.open.first() {
                self.progress.done = outermost.container.done().min(self.progress.total);
            }
            return step;
        }
        self.progress.done = self.progress.total;
        Step::Done
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    fn enter(&mut self, entry: Option<Entry>) -> Step {
        let Some(level) = self.open.last_mut() else { return Step::Done };
        let path = |path: String| format!("{}/{path}", level.path);
        let entry = match entry {
            Some(Entry::Nothing) => return Step::Working,
            Some(Entry::Unread { path: at, format, reason }) => {
                let unread = Unread::new(path(at), format, reason);
                level.is_told = true;
                return Step::Found(unread.into());
            }
            Some(Entry::File(Unpacked { path: at, bytes, format, broken })) => {
                let file = File::new(path(at), bytes);
                level.is_told = true;
                return found(self.read(file, format, broken));
            }
            Some(Entry::Stop(reason)) => Some(reason),
            None => (!level.is_told).then_some(Reason::Empty),
        };
        let Some(Level { format, path, is_told, .. }) = self.open.pop() else { return Step::Done };
        entry.map_or(Step::Working, |reason| {
            let unread = Unread { is_partly_read: is_told, ..Unread::new(path, Some(format), reason) };
            Step::Found(unread.into())
        })
    }

    fn open_file(&mut self, mut source: Box<dyn Source>, name: String) -> Result<(), Unread> {
        let unreachable =
            |error: super::SourceError| Unread::new(&name, None, Reason::Unreachable { detail: error.to_string() });
        let head = fetch(source.as_mut(), 0, HEAD).map_err(unreachable)?;
        let told = tell(&head, &name).map_err(|reason| Unread::new(&name, Format::of_extension(&name), reason));
        let format = match (self.settings.format, told) {
            // What the files of an archive are is named, not what the archive is.
            (Some(named), Ok(told)) if told.is_container() && !named.is_container() => told,
            (Some(named), _) => {
                self.settings.format = None;
                named
            }
            (None, told) => told?,
        };
        if is_zipped(format) || format.is_container() {
            return self.open_container(source, format, name);
        }
        let limit = self.settings.limits.file;
        if source.len() > limit {
            return Err(Unread::new(name, Some(format), Reason::TooLarge { limit }));
        }
        let bytes = fetch(source.as_mut(), 0, limit).map_err(unreachable)?;
        self.read(File::new(name, bytes), format, None)
    }

    /// A file in memory. `broken`: why it is not whole.
    fn read(&mut self, file: File, format: Format, broken: Option<Reason>) -> Result<(), Unread> {
        let name = file.name.clone();
        if format.is_container() || is_zipped(format) {
            self.open_container(Box::new(Memory(file.bytes)), format, file.name)?;
        } else {
            self.found = Some(read::read(file, format, &self.settings));
        }
        if let Some(reason) = broken
            && let Some(found) = self.found.take()
        {
            self.found = Some(Box::new(Broken { found, last: Some(Unread::new(name, Some(format), reason)) }));
        }
        Ok(())
    }

    fn open_container(&mut self, source: Box<dyn Source>, format: Format, name: String) -> Result<(), Unread> {
        let stream = Stream::new(source);
        let limit = self.settings.limits.depth;
        let unread = |reason| Unread::new(&name, Some(format), reason);
        let is_document = is_zipped(format) || Format::of_extension(&name).is_some_and(is_zipped);
        let container: Box<dyn Container> = match format {
            _ if self.open.len() >= limit as usize && !is_document => return Err(unread(Reason::TooDeep { limit })),
            Format::Gzip => archive::gzip(stream, &name),
            Format::Tar => {
                let position = stream.position();
                Box::new(Tar::new(stream, position))
            }
            _ => match Zip::open(&stream, &self.settings, &self.budget) {
                Ok(archive) => match office::kind(&archive).or(Some(format).filter(|&format| is_zipped(format))) {
                    Some(kind @ (Format::Docx | Format::Odt | Format::Epub)) => {
                        self.found = Some(office::read(archive, kind, name, &self.settings, &mut self.budget));
                        return Ok(());
                    }
                    Some(kind) => return Err(read::not_read(name, kind)),
                    None if self.open.len() >= limit as usize => return Err(unread(Reason::TooDeep { limit })),
                    None => Box::new(Zip::new(archive)),
                },
                Err(reason @ Reason::TooManyEntries { .. }) => return Err(unread(reason)),
                Err(reason) if is_document => return Err(unread(reason)),
                Err(reason) => Box::new(Salvage::new(stream, reason)),
            },
        };
        self.open.push(Level { container, format, path: name, is_told: false });
        Ok(())
    }
}

/// Documents that are zip archives inside.
fn is_zipped(format: Format) -> bool {
    matches!(format, Format::Docx | Format::Odt | Format::Epub)
}

fn found(opened: Result<(), Unread>) -> Step {
    match opened {
        Ok(()) => Step::Working,
        Err(unread) => Step::Found(unread.into()),
    }
}

/// What a file gives that is not whole: at the end it is told.
struct Broken {
    found: Found,
    last: Option<Unread>,
}

impl Iterator for Broken {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        match self.found.next() {
            Some(Event::Document(document)) => {
                if let Some(last) = &mut self.last {
                    last.is_partly_read = true;
                }
                Some(Event::Document(document))
            }
            // That nothing is in the part which could be read is no news.
            Some(Event::Unread(_)) | None => self.last.take().map(Event::Unread),
            other => other,
        }
    }
}
