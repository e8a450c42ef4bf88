//! What a file says of the text in it: title, outlet, author and date in so many words, and which lines are what.
//!
//! The readers of formats (`formats`) write it, the engine reads it. It goes behind what the reader says and before what
//! the text alone shows.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Something that a file says of its text, and where it says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// As it stands there, white space joined; a date as ISO 8601 where the place has a fixed form.
    pub value: String,
    /// The place: `JSON-LD datePublished`, `meta article:author`, `docProps/core.xml dc:title`, `column Ngày đăng`.
    pub evidence: String,
}

impl Said {
    /// The value with runs of white space as one blank; `None` where nothing is left.
    pub fn new(value: &str, evidence: impl Into<String>) -> Option<Self> {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        (!value.is_empty()).then(|| Self { value, evidence: evidence.into() })
    }
}

/// What a file says of its text as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Stated {
    /// Headline.
    pub title: Option<Said>,
    /// Newspaper, site, ministry.
    pub outlet: Option<Said>,
    /// Person who wrote it.
    pub author: Option<Said>,
    /// Day of publication: `2024-01-10`, with or without a time behind.
    pub published: Option<Said>,
    /// Address on the web.
    pub url: Option<Said>,
    /// Year of the folder that it lies in.
    pub folder_year: Option<i32>,
}

/// What some lines of a text are, as the format says: a style, a tag, a repeated place on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Hint {
    /// Lines, counted from 0. Lines and not bytes: composing text moves bytes, lines stay.
    pub lines: Range<u32>,
    /// What they are.
    pub kind: HintKind,
    /// Name of the rule that decided: `figcaption`, `style`, `repeated`.
    pub rule: String,
}

/// What lines can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum HintKind {
    /// Headline.
    Title,
    /// Opening summary (sapô).
    Lead,
    /// Heading inside the text.
    Heading,
    /// Text, whatever it looks like.
    Body,
    /// A row of a table; its cells are separated by tabs.
    TableRow,
    /// Item of a list.
    ListItem,
    /// Footnote or endnote.
    Footnote,
    /// Caption of a picture or table, with its credit.
    Caption,
    /// Author line.
    Byline,
    /// Line that credits the source of the text.
    SourceLine,
    /// Date line, view counter and the like.
    Metadata,
    /// Menus, tags, links to other articles, comments.
    Navigation,
    /// Head or foot that is printed on every page.
    PageFurniture,
}
