//! By which year something counts.

use serde::{Deserialize, Serialize};

/// The year that a passage counts for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Clock {
    /// The year its article belongs to, as a rule that of its publication.
    #[default]
    Published,
    /// The year the passage itself speaks of.
    Discussed,
}

impl Clock {
    /// As it is printed and given on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Discussed => "discussed",
        }
    }

    /// The clock of that code.
    pub fn named(code: &str) -> Option<Self> {
        [Self::Published, Self::Discussed].into_iter().find(|clock| clock.code() == code)
    }
}
