//! What the host decides about the page or widget.

use serde::{Deserialize, Serialize};

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
