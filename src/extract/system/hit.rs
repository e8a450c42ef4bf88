//! One place where an instrument is named.

use std::ops::Range;

/// An instrument named from some token on.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    /// The tokens of its name.
    pub(crate) tokens: Range<usize>,
    /// The name of the table under which its forms come together.
    pub(crate) known: Option<&'static str>,
    /// What kind of instrument it is.
    pub(crate) category: &'static str,
    /// Name of the rule.
    pub(crate) rule: &'static str,
}

impl Hit {
    /// An instrument that the tables do not know.
    pub(crate) fn new(tokens: Range<usize>, category: &'static str, rule: &'static str) -> Self {
        Self { tokens, known: None, category, rule }
    }
}
