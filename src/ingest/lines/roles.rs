//! The parts that the lines of the body play: title, lead, heading, paragraph.

use crate::ingest::SetAsideKind::*;
use crate::ingest::{Segment, SegmentRole};

use super::block::{Block, End};

/// Most words of a title or heading.
const LONGEST: u32 = 30;

/// The segments of the body, in order. A line above the title may yet be set aside.
pub(super) fn segments(text: &str, blocks: &mut [Block]) -> Vec<Segment> {
    let title = title(text, blocks);
    let body: Vec<usize> = (0..blocks.len()).filter(|&i| blocks[i].is_body()).collect();
    let mut out: Vec<Segment> = Vec::with_capacity(body.len());
    for (k, &i) in body.iter().enumerate() {
        let after: Vec<&Block> = body[k + 1..].iter().take(3).map(|&j| &blocks[j]).collect();
        let before = k.checked_sub(1).map(|p| &blocks[body[p]]);
        let role = if title == Some(i) {
            SegmentRole::Title
        } else if is_heading(text, before.filter(|_| k > 1 || title.is_none()), &blocks[i], &after) {
            SegmentRole::Heading
        } else {
            SegmentRole::Paragraph
        };
        out.push(Segment { role, span: blocks[i].span });
    }
    mark_lead(text, &mut out);
    out
}

/// Index of the title: the first line of the body, if it reads as one and no caption goes before it.
fn title(text: &str, blocks: &mut [Block]) -> Option<usize> {
    let mut body = (0..blocks.len()).filter(|&i| blocks[i].is_body());
    let (first, second, third) = (body.next()?, body.next(), body.next());
    if blocks[..first].iter().any(|b| b.is(Caption) || b.is(OutletTag) || b.is(GluedHeader))
        || !reads_as_title(text, &blocks[first])
    {
        return None;
    }
    let second = second?;
    if third.is_some()
        && blocks[first].n_words < 5
        && reads_as_title(text, &blocks[second])
        && (5..26).contains(&blocks[second].n_words)
    {
        blocks[first].set_aside(Nav, "rubric above the title");
        return Some(second);
    }
    if blocks[first].span.of(text) == blocks[second].span.of(text) {
        blocks[first].set_aside(Nav, "title twice");
        return Some(second);
    }
    Some(first)
}

fn reads_as_title(text: &str, block: &Block) -> bool {
    let open = match block.end {
        End::Open | End::Closed | End::Question => true,
        End::Stop => block.n_words < 20 && block.span.of(text).ends_with(['!', '…']),
        End::More => false,
    };
    open && block.n_words <= LONGEST && !is_item(block.span.of(text))
}

/// Whether the line is a heading inside the text: no stop, and a paragraph after it. Several such lines in a row are a
/// list or verse.
fn is_heading(text: &str, before: Option<&Block>, block: &Block, after: &[&Block]) -> bool {
    let Some(next) = after.first() else { return false };
    if block.is_heading {
        return true;
    }
    if !reads_as_title(text, block) || block.end == End::Stop || block.end == End::Question && block.n_words > 15 {
        return false;
    }
    let head = |b: &Block| reads_as_title(text, b) && b.n_words < 20;
    let opens = block
        .span
        .of(text)
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '“' | '"' | '‘' | '«'));
    let run = usize::from(before.is_some_and(head))
        + usize::from(head(next))
        + usize::from(head(next) && after.get(1).is_some_and(|b| head(b)));
    opens && run < 2
}

/// A line of a list: `- …`, `+ …`, `• …`.
fn is_item(line: &str) -> bool {
    line.starts_with(['-', '+', '•', '*', '–', '·', '●', '▪', '✓', '➤'])
}

/// The first paragraph is the lead unless a heading goes before it; a copy of it is too.
fn mark_lead(text: &str, segments: &mut [Segment]) {
    let Some(at) = segments.iter().position(|s| s.role != SegmentRole::Title) else { return };
    let titled = at > 0;
    let skip = usize::from(titled && segments[at].role == SegmentRole::Heading);
    let Some(lead) = segments.get_mut(at + skip).filter(|s| s.role == SegmentRole::Paragraph) else { return };
    lead.role = SegmentRole::Lead;
    let words = lead.span.of(text);
    if let Some(next) = segments.get_mut(at + skip + 1).filter(|s| s.span.of(text) == words) {
        next.role = SegmentRole::Lead;
    }
}
