//! Which picture, of what, in which words.

use serde::{Deserialize, Serialize};

use crate::view::wording::Language;
use crate::view::{Clock, ConcordanceOrder};

/// The pictures there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChartKind {
    /// Ranked bars of terms.
    #[default]
    Terms,
    /// Cloud of terms.
    Cloud,
    /// A cloud for each year, all on one scale.
    Clouds,
    /// Themes with their terms and their share of each year.
    Themes,
    /// Events, publications and deadlines of targets.
    Timeline,
    /// Terms over the years: from one year to another where there are two, else a small picture for each.
    Years,
    /// Ranks of themes and terms in each year.
    Ranks,
    /// Two years against each other.
    Keyness,
    /// Where a term stands in each article.
    Spread,
    /// Every place of a term with the words around it.
    Concordance,
    /// Terms that keep company with a term.
    Company,
    /// Figures that moved.
    Figures,
    /// Targets and what became of them.
    Targets,
    /// People, bodies and offices over the years.
    People,
    /// What was set aside.
    Cleaning,
}

impl ChartKind {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 15] = [
        Self::Terms,
        Self::Cloud,
        Self::Clouds,
        Self::Themes,
        Self::Timeline,
        Self::Years,
        Self::Ranks,
        Self::Keyness,
        Self::Spread,
        Self::Concordance,
        Self::Company,
        Self::Figures,
        Self::Targets,
        Self::People,
        Self::Cleaning,
    ];

    /// Name in addresses, file names and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Terms => "terms",
            Self::Cloud => "cloud",
            Self::Clouds => "clouds",
            Self::Themes => "themes",
            Self::Timeline => "timeline",
            Self::Years => "years",
            Self::Ranks => "ranks",
            Self::Keyness => "keyness",
            Self::Spread => "spread",
            Self::Concordance => "concordance",
            Self::Company => "company",
            Self::Figures => "figures",
            Self::Targets => "targets",
            Self::People => "people",
            Self::Cleaning => "cleaning",
        }
    }

    /// The picture of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Colours of a stand-alone picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Its code: `auto`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.code() == code)
    }
}

/// Which picture, of what, in which words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ChartQuery {
    /// What kind of picture.
    pub kind: ChartKind,
    /// Language of its wording, numbers and dates.
    pub language: Language,
    /// Width in CSS pixels; 0 = 720. At least 240, at most 2,000.
    pub width: u32,
    /// Colours of a stand-alone picture.
    pub theme: Theme,
    /// The chosen term; empty = none.
    pub term: String,
    /// The chosen theme, by the term that names it; empty = none.
    pub topic: String,
    /// The chosen years; where a picture sets two years against each other, the first and the last of them.
    pub years: Vec<i32>,
    /// To which year a count belongs.
    pub clock: Clock,
    /// In what order the places of a term stand.
    pub order: ConcordanceOrder,
    /// Rows or words at most; 0 = as many as the picture usually has.
    pub limit: u32,
    /// Its words alone: neither what is drawn nor the rows of the table.
    pub words_only: bool,
}
