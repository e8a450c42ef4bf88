//! What is shown, printed and exported: plain data with UTF-16 offsets, ready to draw.
//!
//! Codes (`kind`, `basis`, `rule`, …) stay codes here; their wording belongs to `app::messages`.

mod articles;
pub mod chart;
mod concordance;
mod corrections;
pub mod document;
mod fact_rows;
mod facts;
mod figure_table;

mod overview;
mod reader;
mod search;
mod stated;
mod terms;
mod word;
pub mod wording;
mod years;

pub use crate::corpus::Clock;
pub use crate::corpus::correction::editable;
pub use crate::extract::{Correction, FactKind, Field, Fields, Verdict};
use articles::article_title;
pub use articles::{ArticleRow, EncodingNote, article_row};
pub use chart::{Chart, ChartKind, ChartQuery, Cloud, CloudWord, chart, charts, cloud};
pub use concordance::{Concordance, ConcordanceLine, concordance};
pub use corrections::{CorrectionRow, corrections, corrections_json};
pub use facts::{CorrectedFact, Detail, FactQuery, FactRow, FactTable, fact_table};
pub use figure_table::{FigureOrder, FigureQuery, FigureRow, FigureTable, figure_table};
pub use overview::{Cleaning, Entry, Overview, all_terms, overview};
pub use reader::{ArticleView, Block, BlockKind, Run, article_view};
pub use word::{BorderView, DictionaryRow, DictionaryView, WordView, dictionary_rows, word_view};
pub use years::{
    Changes, Evidence, FigureMove, FigurePoint, StatedItem, TermForm, TermRow, TermShift, YearCount, YearView,
};
