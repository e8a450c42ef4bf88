//! What a host may ask and what it is told.
//!
//! In JavaScript every request and reply is a plain object with a `type` ([`super::Tagged`]); names are in camel case,
//! bytes are `Uint8Array`, offsets count UTF-16 units.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use super::bundle::{Match, Verdict};
pub use super::failure::{Failure, Rejection};
pub use super::records::{StoreChange, StoredRecord};
pub use super::reply::Reply;
pub use super::taken::{Split, Table, TableColumn};
pub use crate::ingest::TableField;
use crate::ingest::{About, Encoding};
pub use crate::ingest::{Reason, RowFault};
pub use crate::lexicon::{BadLine, Mark, PhraseError};
use crate::view::wording::Language;
use crate::view::{ChartQuery, Correction, FactKind, FactQuery, FigureQuery};
pub use crate::view::{Clock, ReportKind};

/// One file, or one paste.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SourceFile {
    /// Name of the file; shown, and `source` in the document.
    pub name: String,
    /// Its bytes. A paste is UTF-8.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
    /// Whether several articles may stand in it, to be split.
    pub split: bool,
    /// The lines on which its articles begin, as the reader says; counted from 0. Empty: told from the text.
    pub starts: Vec<u32>,
    /// The encoding of its bytes; without one it is told from them.
    pub encoding: Option<Encoding>,
    /// What a reader of its format found it to say of the text; empty for plain text.
    pub about: About,
}

/// What the reader says about an article. A field that is absent stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Edit {
    /// Title; an empty one takes back what was given.
    pub title: Option<String>,
    /// Year; 0 takes back what was given.
    pub year: Option<i32>,
    /// Whether it counts although its text is that of another article.
    pub counted: Option<bool>,
    /// A stretch that was set aside and is body, or that the reader had set aside and takes back.
    pub keep: Option<String>,
    /// A stretch of the body to set aside, or one that the reader had put back.
    pub set_aside: Option<String>,
    /// Day of publication, `2024-01-10`; empty takes back what was given.
    pub published: Option<String>,
    /// The whole text, to be read anew.
    pub text: Option<String>,
    /// Encoding in which the file is read anew; the one that it was read in confirms it.
    pub encoding: Option<Encoding>,
}

/// What a host may ask. Requests are done one after the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Request {
    /// Read files; answered by `added` after a `progress` per file.
    Add {
        /// The files.
        files: Vec<SourceFile>,
        /// Whether a file whose bytes are there already is read again (otherwise it is refused as `duplicate`).
        #[serde(default)]
        keep_duplicates: bool,
    },
    /// Read files in place of articles, which are taken out; answered by `added` as `add` is.
    Replace {
        /// Keys of the articles.
        keys: Vec<String>,
        /// The files.
        files: Vec<SourceFile>,
    },
    /// Read files for another session, which takes them by `addMapped`; answered by `mapped` after a `progress` per
    /// article. Nothing is kept.
    Map {
        /// The files.
        files: Vec<SourceFile>,
        /// The other session's word on words, as a word list.
        #[serde(default)]
        dictionary: String,
    },
    /// Take in what other sessions of the same build have read; answered by `added` after a `progress` per article.
    AddMapped {
        /// Articles, as `mapped` gives them; several of these may stand behind each other.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// Whether a file whose bytes are there already is taken again.
        #[serde(default)]
        keep_duplicates: bool,
    },
    /// Bring back what was stored on an earlier visit; answered by `added`.
    Restore {
        /// All records of the store, in any order.
        records: Vec<StoredRecord>,
    },
    /// Change what is known of an article; answered by `changed`.
    Edit {
        /// Key of the article.
        key: String,
        /// What changes.
        edit: Edit,
    },
    /// Say that a fact is wrong, has another value, or was missed; answered by `changed`.
    Correct {
        /// Key of the article.
        key: String,
        /// What is said.
        correction: Correction,
    },
    /// Take back what was said of a fact; answered by `changed`.
    TakeBack {
        /// Key of the article.
        key: String,
        /// Type of the fact.
        kind: FactKind,
        /// First UTF-16 unit of the fact, as the correction has it.
        start: u32,
        /// UTF-16 unit after its last.
        end: u32,
    },
    /// Read a list of corrections (the file of `export` with `corrections`); answered by `corrected`.
    Corrections {
        /// JSON, UTF-8.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// Take articles out; answered by `changed`.
    Remove {
        /// Keys of the articles; empty = all.
        keys: Vec<String>,
    },
    /// Undo the last `remove`, `correct`, `takeBack` or `edit` of stretches (`keep`, `setAside`) that is not undone yet;
    /// answered by `changed`.
    Undo,
    /// The whole corpus on one screen; answered by `overview`.
    Overview {
        /// By which year things count.
        #[serde(default)]
        clock: Clock,
    },
    /// What a page says of the overview in words; answered by `outline`.
    Outline {
        /// By which year things count.
        #[serde(default)]
        clock: Clock,
    },
    /// A page of the table of facts; answered by `facts`.
    Facts {
        /// Which.
        query: FactQuery,
    },
    /// A page of the table of figures; answered by `figures`.
    Figures {
        /// Which.
        query: FigureQuery,
    },
    /// Pictures with their tables; answered by `charts`.
    Charts {
        /// Which.
        queries: Vec<ChartQuery>,
    },
    /// A file with a picture or its table; answered by `exported`.
    ExportChart {
        /// Which picture.
        query: ChartQuery,
        /// What kind of file.
        format: ChartFormat,
    },
    /// The whole analysis as a text; answered by `exported`.
    ExportReport {
        /// What text.
        kind: ReportKind,
        /// Its language.
        language: Language,
        /// By which year things count.
        #[serde(default)]
        clock: Clock,
    },
    /// One article to read; answered by `article`.
    Article {
        /// Its key.
        key: String,
    },
    /// Every place where some words stand; answered by `concordance`.
    Concordance {
        /// The words; empty where a theme is meant.
        term: String,
        /// The theme whose terms are looked for, by the term that names it.
        #[serde(default)]
        topic: String,
        /// By which year the places are ordered.
        #[serde(default)]
        clock: Clock,
        /// Only the places of that year.
        #[serde(default)]
        year: Option<i32>,
    },
    /// The word of an article at a place, and why it is one; answered by `word`.
    Word {
        /// Key of the article.
        key: String,
        /// UTF-16 unit in its text.
        at: u32,
    },
    /// What the reader said about words; answered by `dictionary`.
    Dictionary,
    /// Say something about a phrase; answered by `dictionaryChanged` after a `progress` per article.
    Mark {
        /// The phrase, whatever its case and the place of its tone marks.
        phrase: String,
        /// What; nothing takes back what was said.
        mark: Option<Mark>,
    },
    /// Take in a word list; answered by `dictionaryChanged` after a `progress` per article.
    ReadDictionary {
        /// The list (`docs/dictionary.md`).
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// Whether what was said before is forgotten.
        #[serde(default)]
        replace: bool,
    },
    /// Take back the last change of the dictionary; answered by `dictionaryChanged` after a `progress` per article.
    UndoDictionary,
    /// A file with results; answered by `exported`.
    Export {
        /// What kind of file.
        format: ExportFormat,
        /// By which year things count.
        #[serde(default)]
        clock: Clock,
    },
    /// A file that reopens the work (`docs/bundle.md`); answered by `exported` after a `progress` per article.
    Bundle {
        /// Whether the texts are inside; otherwise only their digests.
        texts: bool,
        /// Whether the overview is inside, so that it can be shown without the engine.
        #[serde(default)]
        view: bool,
        /// The year that a count belongs to.
        #[serde(default)]
        clock: Clock,
        /// What the host wants kept and gets back: the selection, the view.
        #[serde(default)]
        settings: BTreeMap<String, String>,
    },
    /// Open such a file; answered by `opened` after a `progress` per article. Articles whose text is not inside are
    /// recognised when their files are added.
    Open {
        /// The file.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// Whether what is there is taken out first (which can be undone); otherwise the articles are added to it.
        #[serde(default)]
        replace: bool,
    },
    /// Hold the articles against the bundle that was opened last; answered by `verified` after a `progress` per article.
    Verify,
    /// A file with the figures that fit a query, all pages; answered by `exported`.
    ExportFigures {
        /// Which.
        query: FigureQuery,
        /// What kind of file: `factsCsv` or `factsTsv`.
        format: ExportFormat,
    },
    /// A request that was given up before it began; hosts call `cancel` instead of sending it.
    #[serde(skip)]
    Cancelled,
}

impl Request {
    /// Whether the articles may be others afterwards, or what is read of them.
    pub(super) fn may_change(&self) -> bool {
        !matches!(
            self,
            Self::Overview { .. }
                | Self::Outline { .. }
                | Self::Charts { .. }
                | Self::ExportChart { .. }
                | Self::ExportReport { .. }
                | Self::Facts { .. }
                | Self::Figures { .. }
                | Self::Article { .. }
                | Self::Concordance { .. }
                | Self::Word { .. }
                | Self::Dictionary
                | Self::Export { .. }
                | Self::ExportFigures { .. }
                | Self::Bundle { .. }
                | Self::Verify
                | Self::Cancelled
        )
    }
}

/// Files that can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// The document `langkinh/1`: the bytes that `langkinh analyze --format json` prints.
    Json,
    /// Terms by year, comma separated, UTF-8 with a byte-order mark.
    TermsCsv,
    /// Facts, comma separated, UTF-8 with a byte-order mark.
    FactsCsv,
    /// What the reader said about words, as a plain word list (`docs/dictionary.md`).
    Dictionary,
    /// Facts, tab separated, UTF-8.
    FactsTsv,
    /// What the reader said of facts, as a JSON list that can be read back.
    Corrections,
    /// A file that reopens the work, texts and overview inside (`docs/bundle.md`).
    Bundle,
    /// The same without texts: digests only.
    BundleHashes,
}

/// Files of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChartFormat {
    /// The picture, stand-alone.
    Svg,
    /// Its table, comma separated, UTF-8 with a byte-order mark.
    Csv,
    /// Its table, tab separated, UTF-8.
    Tsv,
    /// Its table as a list of objects.
    Json,
    /// Its title, table and notes, as Markdown.
    Markdown,
    /// The same as a piece of HTML.
    Html,
}
