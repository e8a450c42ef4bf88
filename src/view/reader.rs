//! One article to read, its facts marked.

use serde::{Deserialize, Serialize};

use super::{ArticleRow, Entry, FactRow};

/// What a block of the page is: `title`, `lead`, `heading`, `paragraph`, or set aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum BlockKind {
    /// Headline.
    Title,
    /// Opening summary.
    Lead,
    /// Heading inside the text.
    Heading,
    /// Paragraph.
    Paragraph,
    /// Not body text.
    SetAside {
        /// Code of the reason: `caption`, `nav`, …
        reason: String,
    },
}

/// Words that belong to the same facts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// First UTF-16 unit in the article's text.
    pub start: u32,
    /// The words.
    pub text: String,
    /// Ids of the facts that cover them, widest first.
    pub facts: Vec<u32>,
}

/// One block of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text, cut where facts begin and end.
    pub runs: Vec<Run>,
}

/// One article to read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleView {
    /// The article in the list.
    pub row: ArticleRow,
    /// The page, top to bottom.
    pub blocks: Vec<Block>,
    /// Its facts; a run names them by their `id`.
    pub facts: Vec<FactRow>,
    /// The whole text, for editing.
    pub text: String,
}

/// The article to read.
pub fn article_view(entry: &Entry) -> ArticleView {
    ArticleView {
        row: super::article_row(entry),
        blocks: Vec::new(),
        facts: super::fact_rows(entry),
        text: entry.analysis.article.text.clone(),
    }
}
