//! What a file says of the text in it: title, outlet, author and date in so many words, and which lines are what.
//!
//! The readers of formats (`formats`) write it, the engine reads it. It goes behind what the reader says and before what
//! the text alone shows.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// What a file says of the text in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// Of the text as a whole.
    pub stated: Stated,
    /// Of its lines, in order.
    pub hints: Vec<Hint>,
}

impl About {
    /// Whether the file says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What it says of a part of the text that begins at line `first` and has `n` lines.
    pub fn part(&self, first: u32, n: u32) -> Self {
        let inside = |hint: &Hint| {
            let lines = hint.lines.start.max(first)..hint.lines.end.min(first.saturating_add(n));
            let lines = lines.start.saturating_sub(first)..lines.end.saturating_sub(first);
            (!lines.is_empty()).then(|| Hint { lines, ..hint.clone() })
        };
        Self { stated: self.stated.clone(), hints: self.hints.iter().filter_map(inside).collect() }
    }
}

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
    /// Day on which the file was made: no day of publication, but better than none.
    pub made: Option<Said>,
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
    /// Name of the rule that decided: `html:figcaption`, `style:caption`, `pdf:page head`.
    pub rule: String,
}

impl Hint {
    /// The name of its rule as the engine keeps it; a rule that is not listed here is called `file`.
    pub fn rule_name(&self) -> &'static str {
        const RULES: [&str; 43] = [
            "doc:caption",
            "doc:footnote",
            "doc:heading",
            "doc:list",
            "doc:table",
            "doc:title",
            "feed:title",
            "html:above text",
            "html:aside",
            "html:author",
            "html:beside picture",
            "html:control",
            "html:date line",
            "html:description",
            "html:figcaption",
            "html:figure",
            "html:footer",
            "html:header",
            "html:heading",
            "html:headline",
            "html:link",
            "html:list",
            "html:nav",
            "html:outside",
            "html:picture",
            "html:picture table",
            "html:signature",
            "html:table",
            "html:time",
            "html:under picture",
            "html:words",
            "pdf:footnote",
            "pdf:heading",
            "pdf:page foot",
            "pdf:page head",
            "pdf:page number",
            "pdf:sideways",
            "pdf:title",
            "style:caption",
            "style:heading",
            "style:quote",
            "style:subtitle",
            "style:title",
        ];
        RULES.binary_search(&self.rule.as_str()).map_or("file", |at| RULES[at])
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_hints_of_its_lines() {
        let hint = |lines| Hint { lines, kind: HintKind::Caption, rule: "html:figcaption".to_owned() };
        let about = About { hints: vec![hint(0..2), hint(3..5), hint(9..10)], ..About::default() };
        assert_eq!(about.part(1, 3).hints, [hint(0..1), hint(2..3)]);
        assert_eq!(about.part(5, 4).hints, []);
    }

    #[test]
    fn rules_are_known_by_name() {
        let hint = |rule: &str| Hint { lines: 0..1, kind: HintKind::Title, rule: rule.to_owned() };
        for rule in ["doc:footnote", "html:headline", "pdf:page head", "style:title"] {
            assert_eq!(hint(rule).rule_name(), rule);
        }
        assert_eq!(hint("another").rule_name(), "file");
    }
}
