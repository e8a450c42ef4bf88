//! One place where a body is named.

use std::ops::Range;

use crate::extract::MentionType;

/// A body named somewhere.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    /// The tokens of the name.
    pub(crate) tokens: Range<usize>,
    /// Canonical long name.
    pub(crate) name: String,
    /// What kind of body it is.
    pub(crate) category: &'static str,
    /// How it is named here.
    pub(crate) kind: MentionType,
    /// Name of the rule.
    pub(crate) rule: &'static str,
}
