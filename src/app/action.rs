//! What can happen: the reader does something, the engine answers, the host changes its mind.

use crate::session::protocol::{Edit, ExportFormat, Rejection, Reply, SourceFile};
use crate::view::{FactKind, FactQuery};

use super::{Config, Lang, Route, Theme};

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The page is up.
    Started,
    /// The host sets language, colours or mode.
    Configure(Config),
    /// The address has changed.
    Routed(Route),
    /// The engine says something about request `id`.
    Replied(u32, Box<Reply>),
    /// The engine gave no answer to request `id`, but this error.
    Broke(u32, String),
    /// The browser refuses to keep the articles.
    StoreFailed,
    /// Everything is kept for use without a network.
    OfflineReady,
    /// A newer build of the page is there.
    UpdateReady,
    /// Change to the newer build.
    Update,
    /// The corpus changed by another hand (another widget on the same engine).
    CorpusChanged,

    /// Go somewhere.
    Go(Route),
    /// Put a query in place of the one on show, without a step in the history.
    Query(FactQuery),
    /// Choose the language.
    Speak(Lang),
    /// Choose the colours.
    Dress(Theme),
    /// Files are being read from the disk.
    Reading,
    /// Files were read from the disk; some were refused before.
    Read(Vec<SourceFile>, Vec<Rejection>),
    /// Text was pasted.
    Paste(String),
    /// Open the sample.
    OpenSample,
    /// The sample could not be fetched.
    SampleFailed,
    /// Give up the work at hand.
    Cancel,
    /// Change what is known of an article.
    Edit(String, Edit),
    /// Open or close the form of an article.
    EditForm(Option<String>),
    /// Take an article out.
    Remove(String),
    /// Delete everything.
    Clear,
    /// Bring back what was taken out.
    Undo,
    /// Put a message away.
    Dismiss(usize),
    /// Show or hide the facts of a type in the reader.
    Toggle(FactKind),
    /// Show or hide the facts of all types in the reader.
    ToggleAll,
    /// Make a file.
    Export(ExportFormat),
}
