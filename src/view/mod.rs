//! What is shown, printed and exported: plain data with UTF-16 offsets, ready to draw.
//!
//! Codes (`kind`, `basis`, `rule`, …) stay codes here; their wording belongs to `app::messages`.

mod articles;
mod cast;
pub mod chart;
mod comparison_document;
mod concordance;
mod corrections;
pub mod document;
mod fact_rows;
mod facts;
mod figure_change;
mod figure_table;
mod finding;
mod groups;
mod measure_name;
mod outline;
mod overview;
mod priorities;
mod reader;
mod report;
mod search;
mod stated;
mod targets;
mod terms;
mod timeline;
mod word;
pub mod wording;
mod years;

pub use crate::compare::{Ledger, Stage};
pub use crate::corpus::Clock;
pub use crate::corpus::correction::editable;
pub use crate::extract::{Correction, FactKind, Field, Fields, Verdict};
use articles::article_title;
pub use articles::{ArticleRow, EncodingNote, article_row};
pub use cast::{CastView, Holder, NamedView, OfficeView, RoleView};
pub use chart::{Chart, ChartKind, ChartQuery, Pick, chart};
pub use comparison_document::comparison_json;
pub use concordance::{
    ArticlePlaces, Concordance, ConcordanceLine, ConcordanceOrder, concordance, of_year, theme_places,
};
pub use corrections::{CorrectionRow, corrections, corrections_json};
pub use facts::{CorrectedFact, Detail, FactQuery, FactRow, FactTable, fact_table};
pub use figure_change::{ChangeUnit, FigureChange};
pub use figure_table::{FigureOrder, FigureQuery, FigureRow, FigureTable, figure_table};
pub use finding::{Finding, FindingSentence};
pub use groups::{GroupTerm, ThemeGroup, ThemeShare, terms_of_theme};
pub use outline::{ChangesOutline, Outline, ShiftOutline, TermOutline, ThemeOutline, YearOutline};
pub use overview::{Cleaning, Entry, Overview, Overviewing, all_terms, overview};
pub use priorities::{ListSide, PriorityChange, PriorityItem};
pub use reader::{ArticleView, Block, BlockKind, Run, article_view};
pub use report::{ReportKind, report};
pub use targets::TargetView;
pub use timeline::TimelineItem;
pub use word::{BorderView, DictionaryRow, DictionaryView, WordView, dictionary_rows, word_view};
pub use years::{
    Changes, Evidence, FigureMove, FigurePoint, StatedItem, TermForm, TermRow, TermShift, YearCount, YearView,
};
