//! Lines of which the file says what they are: styles of a document, tags of a page. That goes before what they look like.

use crate::ingest::{Hint, HintKind, Segment, SegmentRole, SetAsideKind};

use super::block::Block;

/// What the file says, by place in the text.
pub(super) struct Hinted {
    // First byte, byte after the last, what is said; in order.
    stretches: Vec<(usize, usize, HintKind, &'static str)>,
}

impl Hinted {
    pub(super) fn new(text: &str, hints: &[Hint]) -> Self {
        if hints.is_empty() {
            return Self { stretches: Vec::new() };
        }
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(at, _)| at + 1));
        let start = |line: u32| starts.get(line as usize).copied().unwrap_or(text.len());
        let stretch = |hint: &Hint| (start(hint.lines.start), start(hint.lines.end), hint.kind, hint.rule_name());
        Self { stretches: hints.iter().map(stretch).filter(|(from, to, ..)| from < to).collect() }
    }

    /// Sets aside what is no text of the article, and keeps what is.
    pub(super) fn apply(&self, blocks: &mut [Block]) {
        for block in blocks {
            let Some((kind, rule)) = self.at(block.span.start()) else { continue };
            match aside(kind) {
                Some(aside) if block.aside.is_none_or(|(other, _)| other != aside) => block.set_aside(aside, rule),
                Some(_) => {}
                None => block.aside = None,
            }
            block.is_heading |= kind == HintKind::Heading;
            // A line of a document is a paragraph, a row or an item: never a piece of the one before it.
            block.is_piece = false;
        }
    }

    /// Gives the segments the roles that the file names.
    pub(super) fn name_roles(&self, segments: &mut [Segment]) {
        let is_title = |s: &Segment| matches!(self.at(s.span.start()), Some((HintKind::Title, _)));
        let has_title = segments.iter().any(is_title);
        for segment in segments {
            let Some((kind, _)) = self.at(segment.span.start()) else {
                // Another line that reads as a title is none.
                if has_title && segment.role == SegmentRole::Title {
                    segment.role = SegmentRole::Heading;
                }
                continue;
            };
            segment.role = match kind {
                HintKind::Title => SegmentRole::Title,
                HintKind::Lead => SegmentRole::Lead,
                HintKind::Heading => SegmentRole::Heading,
                _ if segment.role == SegmentRole::Lead && !has_lead(self) => SegmentRole::Lead,
                _ => SegmentRole::Paragraph,
            };
        }
    }

    fn at(&self, byte: usize) -> Option<(HintKind, &'static str)> {
        let after = self.stretches.partition_point(|s| s.0 <= byte);
        let (_, to, kind, rule) = *self.stretches.get(after.checked_sub(1)?)?;
        (byte < to).then_some((kind, rule))
    }
}

fn has_lead(hinted: &Hinted) -> bool {
    hinted.stretches.iter().any(|s| s.2 == HintKind::Lead)
}

/// As what a line is set aside; `None` for text.
fn aside(kind: HintKind) -> Option<SetAsideKind> {
    match kind {
        HintKind::Caption => Some(SetAsideKind::Caption),
        HintKind::Byline => Some(SetAsideKind::Byline),
        HintKind::SourceLine => Some(SetAsideKind::SourceLine),
        HintKind::Metadata | HintKind::PageFurniture => Some(SetAsideKind::PageMetadata),
        HintKind::Navigation => Some(SetAsideKind::Nav),
        HintKind::Title
        | HintKind::Lead
        | HintKind::Heading
        | HintKind::Body
        | HintKind::TableRow
        | HintKind::ListItem
        | HintKind::Footnote => None,
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::super::{About, SetAsideKind};
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::Tokenised;

    const TEXT: &str = "Du lịch Huế đón khách\n\
        Tác giả: Lê Minh\n\
        Năm 2023, tỉnh đón 3,2 triệu lượt khách, tăng 12% so với năm trước.\n\
        Một góc phố đi bộ trong đêm hội cuối năm.\n\
        Chỉ tiêu\t2022\t2023\n\
        Trang 1";

    fn read(hints: &[(std::ops::Range<u32>, HintKind, &str)]) -> (Vec<String>, Vec<String>) {
        let hint = |(lines, kind, rule): &(std::ops::Range<u32>, HintKind, &str)| Hint {
            lines: lines.clone(),
            kind: *kind,
            rule: (*rule).to_owned(),
        };
        let about = About { hints: hints.iter().map(hint).collect(), ..About::default() };
        let article = super::super::article_about(&Lexicon::default(), &Rc::new(Tokenised::new(TEXT)), about);
        let head = |span: crate::base::Span| span.of(TEXT).split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        let segments = article.segments.iter().map(|s| format!("{:?} {}", s.role, head(s.span)));
        let aside = article.set_aside.iter().map(|s| format!("{:?} {}: {}", s.kind, s.rule, head(s.span)));
        (segments.collect(), aside.collect())
    }

    #[test]
    fn what_the_file_says_goes_before_what_a_line_looks_like() {
        let (segments, aside) = read(&[
            (0..1, HintKind::Title, "style:title"),
            (3..4, HintKind::Caption, "style:caption"),
            (4..5, HintKind::TableRow, "html:table"),
            (5..6, HintKind::PageFurniture, "pdf:page foot"),
        ]);
        assert_eq!(segments, ["Title Du lịch", "Lead Năm 2023,", "Paragraph Chỉ tiêu"]);
        let kinds =
            ["Byline byline: Tác giả:", "Caption style:caption: Một góc", "PageMetadata pdf:page foot: Trang 1"];
        assert_eq!(aside, kinds);
    }

    #[test]
    fn a_line_that_is_text_is_not_set_aside() {
        let (segments, aside) = read(&[(0..1, HintKind::Title, "html:headline"), (1..2, HintKind::Body, "html:list")]);
        assert!(segments.iter().any(|s| s.starts_with("Paragraph Tác") || s.starts_with("Lead Tác")), "{segments:?}");
        assert!(aside.iter().all(|s| !s.contains("Tác")), "{aside:?}");
    }

    #[test]
    fn a_text_of_which_nothing_is_said_is_read_as_ever() {
        let article = super::super::article(&Lexicon::default(), TEXT.to_owned());
        assert_eq!(article.set_aside[0].kind, SetAsideKind::Byline);
    }
}
