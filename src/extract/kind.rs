//! The types of facts.

use serde::{Deserialize, Serialize};

/// Type of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FactKind {
    /// A stated theme of a year.
    Theme,
    /// A list of priorities, pillars, tasks.
    Enumeration,
    /// A commitment.
    Target,
    /// A number that says something.
    Figure,
    /// An expression of time.
    Date,
    /// A person with offices.
    Person,
    /// A named body.
    Organisation,
    /// A place.
    Place,
    /// A policy instrument or digital system.
    System,
    /// A conference or session.
    Event,
    /// Words in quotation marks.
    Quote,
    /// Reported speech.
    Attribution,
    /// A short form.
    Abbreviation,
}

impl FactKind {
    /// All types.
    pub const ALL: [Self; 13] = [
        Self::Theme,
        Self::Enumeration,
        Self::Target,
        Self::Figure,
        Self::Date,
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::System,
        Self::Event,
        Self::Quote,
        Self::Attribution,
        Self::Abbreviation,
    ];

    /// The code of the type in files: the name of its list in the document.
    pub fn code(self) -> &'static str {
        match self {
            Self::Theme => "themes",
            Self::Enumeration => "enumerations",
            Self::Target => "targets",
            Self::Figure => "figures",
            Self::Date => "dates",
            Self::Person => "people",
            Self::Organisation => "organisations",
            Self::Place => "places",
            Self::System => "systems",
            Self::Event => "events",
            Self::Quote => "quotes",
            Self::Attribution => "attributions",
            Self::Abbreviation => "abbreviations",
        }
    }

    /// The type of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
