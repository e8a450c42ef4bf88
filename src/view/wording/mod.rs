//! Wording of what is shown outside the page too: charts, findings, reports, exports. Vietnamese and English.

mod change;
mod charts;
mod charts_en;
mod charts_vi;
pub(crate) mod codes_en;
pub(crate) mod codes_vi;
mod finding;
mod finding_en;
mod finding_vi;
mod number;
mod report;
mod unit;

pub use change::{bounded_amount, bounded_change, change_unit, signed_change};
pub use charts::ChartWording;
pub use finding::{CountedWords, FigureWords, FindingWording, PriorityWords, TargetWords, ThemeWords};
pub use number::{compact, day, decimal, integer, is_day, many, number, signed, value};
pub use report::ReportWording;
pub use unit::Unit;

use serde::{Deserialize, Serialize};

/// Language of the wording.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// Its code: `vi`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of a code; region and case do not matter (`en-GB`).
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// A text with a capital letter at its beginning.
pub(in crate::view) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
