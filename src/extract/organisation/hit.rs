//! One place where a body is named.

use crate::extract::MentionType;

/// A body named from some token on.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    /// Index after its last token.
    pub to: usize,
    /// Canonical long name.
    pub name: String,
    /// What kind of body it is.
    pub category: &'static str,
    /// How it is named here.
    pub kind: MentionType,
    /// Name of the rule.
    pub rule: &'static str,
}
