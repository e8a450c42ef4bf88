//! An article: its text, what of it is body, and what was set aside and why.

use crate::base::Span;

use super::About;

/// The part a body segment plays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub enum SegmentRole {
    /// Headline.
    Title,
    /// Opening summary (sapô).
    Lead,
    /// Heading inside the text (tít xen).
    Heading,
    /// Paragraph.
    Paragraph,
}

/// A stretch of body text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub struct Segment {
    /// Its part.
    pub role: SegmentRole,
    /// Where it stands.
    pub span: Span,
}

/// Why a stretch of the page is not body text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub enum SetAsideKind {
    /// Caption of a picture, with its credit.
    Caption,
    /// Credit of a picture; inside a caption.
    PhotoCredit,
    /// Alternative text of a picture.
    Placeholder,
    /// Date line, view counter and the like.
    PageMetadata,
    /// Page metadata glued to the head of a paragraph.
    GluedHeader,
    /// Name of the outlet at the head of a paragraph.
    OutletTag,
    /// Author line.
    Byline,
    /// Line that credits the source of the text.
    SourceLine,
    /// Menus, tags, links to other articles.
    Nav,
    /// What the reader set aside.
    Reader,
}

/// A stretch of the page that is not body text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub struct SetAside {
    /// Why.
    pub kind: SetAsideKind,
    /// Where it stands.
    pub span: Span,
    /// Whether it lies inside another one (a photo credit inside a caption).
    pub sub: bool,
    /// Name of the rule that decided.
    #[serde(deserialize_with = "crate::base::code")]
    pub rule: crate::base::Code,
}

/// Where a place of the text lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub enum Zone {
    /// In the article.
    Body,
    /// In what was set aside.
    Boilerplate,
}

/// The text of one article with every visible character classed.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Article {
    /// The text in NFC; all spans are byte offsets into it.
    pub text: String,
    /// Body, in order.
    pub segments: Vec<Segment>,
    /// What is not body, in order; a `sub` span follows the one that holds it.
    pub set_aside: Vec<SetAside>,
    /// What its file says of it; empty for plain text.
    #[serde(with = "crate::base::as_json")]
    pub about: About,
}

impl Article {
    /// In which zone the byte lies; white space between lines counts as body.
    pub fn zone(&self, at: usize) -> Zone {
        let after = self.set_aside.partition_point(|s| s.span.start() <= at);
        let hit = self.set_aside[..after].iter().rev().take(2).any(|s| s.span.holds(at));
        if hit { Zone::Boilerplate } else { Zone::Body }
    }

    /// 1-based number of the physical line that the byte lies on.
    pub fn line(&self, at: usize) -> u32 {
        1 + self.text.as_bytes()[..at].iter().filter(|&&b| b == b'\n').count() as u32
    }
}
