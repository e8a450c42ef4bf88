//! What can happen: the reader does something, the engine answers, the host changes its mind.

use std::rc::Rc;

use crate::session::protocol::{
    Edit, ExportFormat, Failure, Mark, Rejection, Reply, ReportKind, SourceFile, TableField,
};
use crate::view::{ChartKind, Clock, ConcordanceOrder, Correction, FactKind, FactQuery, Field, FigureQuery, Pick};

use super::correcting::Correcting;
use super::intake::Picked;
use super::listing::Listing;
use super::{ChartFile, Choice, Config, Lang, Place, Route, Scope, Section, Signature, Theme, Unlinked, Unstored};

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The page is up.
    Started,
    /// The host sets language, colours or mode.
    Configure(Config),
    /// The host says what of the collection is shown.
    Limit(Scope),
    /// The address has changed.
    Routed(Route),
    /// The engine says something about request `id`.
    Replied(u32, Box<Reply>),
    /// The engine gave no answer to request `id`, but this error; empty where it starts anew.
    Broke(u32, String),
    /// The engine stopped, and starts anew by itself.
    Restarted,
    /// The browser does not keep the articles.
    StoreFailed(Unstored),
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
    /// Something in a picture or a table was clicked.
    Pick(Pick),
    /// Choose that, and nothing else, without leaving the place.
    Choose(Choice),
    /// Choose nothing any more, filter nothing any more; the place stays.
    Unchoose,
    /// Put a stretch of an article into its body, or out of it.
    Sort {
        /// Key of the article.
        key: String,
        /// The stretch.
        text: String,
        /// Whether it is body.
        is_body: bool,
    },
    /// The cleaning ledger was opened or closed.
    OpenLedger(bool),
    /// Choose by which year things count.
    SetClock(Clock),
    /// The pictures have that much room, in CSS pixels.
    Measured(u32),
    /// Another page of the list of articles, or words that are looked for in it.
    List(Listing),
    /// Choose the order of the places of a term.
    Order(ConcordanceOrder),
    /// Make a file of a picture; whether the page is dark.
    SaveChart(ChartKind, ChartFile, bool),
    /// Make a report.
    SaveReport(ReportKind),
    /// Print the page.
    Print,
    /// The browser is about to print the page.
    Printing,
    /// A part of the overview that begins closed was opened.
    Open(Section),
    /// The browser could not turn a picture into pixels.
    NoPixels,
    /// Choose the language.
    Speak(Lang),
    /// Choose the colours.
    Dress(Theme),
    /// Files are being read from the disk.
    Reading,
    /// So many of so many files were taken from the browser.
    Taking(u32, u32),
    /// Files were read from the disk; some were refused before.
    Read(Vec<SourceFile>, Vec<Rejection>),
    /// Files were picked, or dropped on the page.
    Picked {
        /// Those that the engine's host is to read.
        files: Vec<Picked>,
        /// Bundles among them, read already.
        bundles: Vec<SourceFile>,
        /// Files that were refused before.
        refused: Vec<Rejection>,
    },
    /// Text was pasted; the same with its tags, where another program put that on the clipboard.
    Paste(String, Option<String>),
    /// The articles of the paste begin on these lines.
    SplitAt(Vec<u32>),
    /// The columns of the table of that name hold that.
    SetColumns(String, Vec<(String, Option<TableField>)>),
    /// The columns of the table of that name are right.
    AgreeColumns(String),
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
    /// Open or close a form in which something is said of a fact.
    CorrectForm(Option<Correcting>),
    /// The fact of that id, in the article on show, is none.
    Wrong(u32),
    /// It has these values, as they were entered.
    Change(u32, Vec<(Field, String)>),
    /// A fact was missed.
    Missed {
        /// Its type.
        kind: FactKind,
        /// Its words.
        words: String,
        /// Where they were selected.
        place: Option<Place>,
        /// What is known of it, as it was entered.
        typed: Vec<(Field, String)>,
    },
    /// Take back what was said of that fact.
    TakeBack(u32),
    /// Take back a correction of the article of that key.
    TakeBackFrom(String, Box<Correction>),
    /// A list of corrections was read from the disk.
    ReadCorrections(Vec<u8>),
    /// Put a query for figures in place of the one on show.
    FigureQuery(FigureQuery),
    /// Show the article word by word, or its facts.
    Wordwise(bool),
    /// Show why the word at a place (key, UTF-16 unit) is one.
    AskWord(String, u32),
    /// Put the card of the word away.
    CloseWord,
    /// Say something about a phrase, or take back what was said.
    Mark(String, Option<Mark>),
    /// Take in a word list, or say why its file was not read.
    ReadDictionary(Result<Vec<u8>, Failure>),
    /// Take back the last change of the dictionary.
    UndoDictionary,
    /// Make a link that carries a bundle.
    MakeLink {
        /// Whether the texts are inside.
        has_texts: bool,
    },
    /// The link was made, or not; whether the texts are inside.
    Linked(Result<String, Unlinked>, bool),
    /// Put a text into the clipboard.
    Copy(Rc<str>),
    /// It is there, or the browser refused.
    Copied(bool),
    /// Open the form in which a bundle is signed.
    SignForm,
    /// The key of this browser, and the name that was signed with last.
    KeyFound {
        /// The public key.
        key: String,
        /// The name.
        by: String,
    },
    /// The browser cannot sign.
    CannotSign,
    /// Save a bundle signed by that name.
    Sign(String),
    /// It was saved under that name.
    Signed(String),
    /// What the signature of an opened bundle is worth.
    SignatureRead(Signature),
    /// Make a file.
    Export(ExportFormat),
    /// Make a file of figures.
    ExportFigures(Box<FigureQuery>, ExportFormat),
}
