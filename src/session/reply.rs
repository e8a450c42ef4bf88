//! What a host is told.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::protocol::{BadLine, Failure, Rejection, Split, StoreChange, Table, Verdict};
use crate::view::{
    ArticleView, Chart, Clock, Concordance, DictionaryView, FactTable, FigureTable, Outline, Overview, WordView,
};

/// What a host is told. All but `progress` end their request. Read back by the page alone, which holds no code for what it
/// does not ask for, nor for what is the store's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Reply {
    /// So far so good.
    Progress {
        /// Articles done; parts, while the years are compared; pictures.
        done: u32,
        /// Articles in all, as far as known; parts, while the years are compared; pictures.
        total: u32,
        /// Name of the file at hand; empty where none is.
        name: String,
        /// Whether `done` and `total` are kilobytes of the files: how many articles an archive holds is not known.
        #[serde(default)]
        in_kilobytes: bool,
        /// `reading` articles, drawing `pictures`, or which part of the comparison is at work: `articles`, `words`,
        /// `listing`, `counting`, `sums`, `years`, `themes`, `cast`, `lists`, `measures`, `figures`, `drawing`.
        #[serde(default)]
        part: String,
    },
    /// Files were read.
    Added {
        /// Keys of the new articles.
        keys: Vec<String>,
        /// Files that were not read.
        rejected: Vec<Rejection>,
        /// Where texts were split.
        #[serde(default)]
        splits: Vec<Split>,
        /// What the columns of tables were taken for; the host's readers say it.
        #[serde(default)]
        tables: Vec<Table>,
        /// For the host's store.
        #[serde(skip_deserializing)]
        store: Vec<StoreChange>,
    },
    /// Files were read for another session.
    #[serde(skip_deserializing)]
    Mapped {
        /// The articles, in order; not to be looked into.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// Files that were not read.
        rejected: Vec<Rejection>,
    },
    /// Articles were changed, taken out or brought back.
    Changed {
        /// Keys of the articles concerned.
        keys: Vec<String>,
        /// For the host's store.
        #[serde(skip_deserializing)]
        store: Vec<StoreChange>,
    },
    /// A list of corrections was read.
    Corrected {
        /// Keys of the articles concerned.
        keys: Vec<String>,
        /// Corrections taken.
        taken: u32,
        /// Corrections of texts that are not in the collection.
        unmatched: u32,
        /// Corrections that do not fit their text: no such words, or no such value.
        refused: u32,
        /// For the host's store.
        #[serde(skip_deserializing)]
        store: Vec<StoreChange>,
    },
    /// The whole corpus on one screen.
    #[serde(skip_deserializing)]
    Overview {
        /// The view.
        overview: Box<Overview>,
    },
    /// What a page says of the overview in words.
    Outline {
        /// The view.
        outline: Box<Outline>,
    },
    /// A page of facts.
    Facts {
        /// The view.
        table: FactTable,
    },
    /// A page of figures.
    Figures {
        /// The view.
        table: FigureTable,
    },
    /// Pictures with their tables, in the order asked for.
    Charts {
        /// The views.
        charts: Vec<Chart>,
    },
    /// One article to read.
    Article {
        /// The view.
        article: Box<ArticleView>,
    },
    /// Every place where some words stand.
    Concordance {
        /// The view.
        concordance: Concordance,
    },
    /// A word and why it is one.
    Word {
        /// The view; none where no word stands.
        word: Option<Box<WordView>>,
    },
    /// What the reader said about words.
    Dictionary {
        /// The view.
        dictionary: DictionaryView,
    },
    /// The dictionary was changed, and the articles that it concerns were read anew.
    DictionaryChanged {
        /// Keys of the articles.
        keys: Vec<String>,
        /// Entries that came, went or changed.
        n_changed: u32,
        /// Lines that were not taken.
        bad: Vec<BadLine>,
        /// For the host's store.
        #[serde(skip_deserializing)]
        store: Vec<StoreChange>,
    },
    /// A bundle was opened.
    Opened {
        /// Keys of its articles.
        keys: Vec<String>,
        /// Articles that were not taken.
        rejected: Vec<Rejection>,
        /// Names of the articles whose text is not inside; add their files.
        awaited: Vec<String>,
        /// The year that a count of its results belongs to.
        clock: Clock,
        /// What the host wanted kept.
        settings: BTreeMap<String, String>,
        /// For the host's store.
        #[serde(skip_deserializing)]
        store: Vec<StoreChange>,
    },
    /// The articles were held against the bundle that was opened last.
    Verified {
        /// What came of it.
        verdict: Verdict,
    },
    /// A file.
    Exported {
        /// Name to save it under.
        name: String,
        /// Media type.
        mime: String,
        /// Its bytes.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// The request could not be done.
    Failed {
        /// Why.
        failure: Failure,
    },
}
