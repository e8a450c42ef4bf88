//! What the columns of a table can hold.

use serde::{Deserialize, Serialize};

/// What a column of a table, or a field of records, can hold of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TableField {
    /// Headline.
    Title,
    /// The text; of several such columns all count, in their order.
    Text,
    /// Opening summary.
    Lead,
    /// Day of publication.
    Published,
    /// Newspaper, site.
    Outlet,
    /// Person who wrote it.
    Author,
    /// Address on the web.
    Url,
}

impl TableField {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Title, Self::Text, Self::Lead, Self::Published, Self::Outlet, Self::Author, Self::Url];

    /// Its name: `published`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Text => "text",
            Self::Lead => "lead",
            Self::Published => "published",
            Self::Outlet => "outlet",
            Self::Author => "author",
            Self::Url => "url",
        }
    }

    /// The field of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}
