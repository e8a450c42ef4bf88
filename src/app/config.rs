//! What the host decides about the page or widget.

use serde::{Deserialize, Serialize};

use crate::view::Clock;
pub use crate::view::chart::Theme;
pub use crate::view::wording::Language as Lang;

/// Where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Mode {
    /// Alone on its page: owns the address and the title.
    #[default]
    Page,
    /// Inside another page: touches nothing outside.
    Widget,
}

/// What the host decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Config {
    /// Language of the wording.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// Page or widget.
    pub mode: Mode,
    /// Whether articles are kept for the next visit.
    pub storage: bool,
}

/// What of the collection a widget shows, as its host decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Scope {
    /// The years that are shown; empty = all.
    pub years: Vec<i32>,
    /// Two years that are set against each other; empty = as the page has it.
    pub compare: Vec<i32>,
    /// Terms at most, in lists and pictures; 0 = as many as each usually has.
    pub limit: u32,
    /// The year that a count belongs to, as an opened bundle says; absent = as the reader has it.
    pub clock: Option<Clock>,
}

impl Scope {
    /// Whether a year is shown.
    pub fn has(&self, year: i32) -> bool {
        self.years.is_empty() || self.years.contains(&year)
    }

    /// The earlier and the later of the two years that are set against each other.
    pub fn pair(&self) -> Option<(i32, i32)> {
        match self.compare.as_slice() {
            [from, .., to] => Some((*from, *to)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_codes() {
        assert_eq!(Lang::from_code("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_code("VI"), Some(Lang::Vi));
        assert_eq!(Lang::from_code("fr"), None);
        assert_eq!(Lang::from_code("đ"), None);
        assert_eq!(Theme::from_code("dark"), Some(Theme::Dark));
        assert_eq!(Theme::from_code("sepia"), None);
    }
}
