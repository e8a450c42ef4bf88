//! What the page says about the article: title, outlet, dates, the year it belongs to, each with its evidence.

mod authorship;
mod file;
mod origin;
mod published;
#[cfg(test)]
mod tests;

use crate::base::{Day, Span};
use crate::ingest::{SegmentRole, Sorting};

use super::{Correction, Reading};
use authorship::authorship;
pub(super) use file::{reason_of, year_from_outside};
use origin::origin;
use published::published;

/// What the reader said about the article; it goes before what the text says.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Given {
    /// Title.
    pub title: Option<String>,
    /// Day of publication.
    pub published: Option<Day>,
    /// Year the article belongs to.
    pub year: Option<i32>,
    /// Whether it counts although its text is that of another article; without, only one of them does.
    pub counted: Option<bool>,
    /// What the reader says of stretches of its text: body, or not; applied in `corpus`, before anything is read.
    pub sorting: Sorting,
    /// What the reader says of single facts; applied in `corpus`, once everything is read.
    #[serde(with = "crate::base::as_json")]
    pub corrections: Vec<Correction>,
}

/// Day (month, year) of publication.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Published {
    /// `2024-01-10`, `2023-10`, `2022`; `None` where it is not stated.
    pub iso: Option<String>,
    /// `metadata`, `file`, `given`, `inferred` or `not_stated`.
    #[serde(deserialize_with = "crate::base::code")]
    pub basis: crate::base::Code,
    /// Where the text says so.
    pub evidence: Option<Span>,
    /// Time of day, `14:14`.
    pub time: Option<String>,
}

/// Day of an event the article reports on.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct EventDate {
    /// `2022-08-08`, or `XXXX-08-08` where no year is known.
    pub iso: String,
    /// `explicit`, `year_from_context` or `inferred`.
    #[serde(deserialize_with = "crate::base::code")]
    pub basis: crate::base::Code,
    /// Where the text says so.
    pub evidence: Span,
}

/// Everything the page says about the article.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Meta {
    /// Headline; a caption or sub-heading is never one.
    pub title: Option<Span>,
    /// Site or paper that published the page.
    pub outlet: Option<String>,
    /// Whom the text is credited to.
    pub source: Option<String>,
    /// `outlet_tag`, `source_line`, `photo_credit`, `file` or `not_stated`.
    #[serde(deserialize_with = "crate::base::code")]
    pub source_basis: crate::base::Code,
    /// When it was published.
    pub published: Published,
    /// Days of the events reported on, ascending.
    pub event_dates: Vec<EventDate>,
    /// Anchor for relative dates; `None` where the text gives none.
    pub reference_date: Option<String>,
    /// `published`, `event`, `given` or `not_stated`.
    #[serde(deserialize_with = "crate::base::code")]
    pub reference_basis: crate::base::Code,
    /// Year the article belongs to.
    pub year: Option<i32>,
    /// `published`, `event`, `given`, `folder`, `file` or `not_stated`.
    #[serde(deserialize_with = "crate::base::code")]
    pub year_basis: crate::base::Code,
    /// Why it has that year: `publication_date`, `event_with_year`, `event_year_from_context`, `context`, `dated_results`,
    /// `picture_date`, `file_date`, `file_made`, `folder`, `given_by_reader`, `not_stated`.
    #[serde(deserialize_with = "crate::base::code")]
    pub year_reason: crate::base::Code,
    /// Where the text says so.
    pub year_evidence: Option<Span>,
    /// Four-digit years in the body with their counts, ascending.
    pub year_mentions: Vec<(i32, u32)>,
    /// Author, as the byline gives it, without its label.
    pub author: Option<String>,
    /// The byline as it stands.
    pub credit: Option<Span>,
    /// `byline`, `byline_generic` for a line that names no person (`PV`), or `file`.
    #[serde(deserialize_with = "crate::base::some_code")]
    pub credit_kind: Option<crate::base::Code>,
    /// Whom the pictures are credited to, in order, each once.
    pub photo_credits: Vec<String>,
    /// `vi` or `en`.
    #[serde(deserialize_with = "crate::base::code")]
    pub language: crate::base::Code,
}

/// Reads what the page says about the article. The dates of its events and its year follow from its text; see `timeline`.
pub fn meta(reading: &Reading, given: &Given) -> Meta {
    let mut meta = Meta { language: reading.language, source_basis: "not_stated", ..Meta::default() };
    meta.title = reading.article.segments.iter().find(|s| s.role == SegmentRole::Title).map(|s| s.span);
    meta.published = published(reading, given);
    origin(reading, &mut meta);
    authorship(reading, &mut meta);
    meta
}
