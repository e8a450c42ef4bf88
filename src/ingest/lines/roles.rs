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
    let below = body.iter().position(|&i| Some(i) == title).map_or(0, |k| k + 1);
    let lines: Vec<&Block> = body[below..].iter().map(|&i| &blocks[i]).collect();
    let in_run = runs(text, &lines);
    let mut out: Vec<Segment> = Vec::with_capacity(body.len());
    out.extend(body[..below].iter().map(|&i| Segment { role: SegmentRole::Title, span: blocks[i].span }));
    for (k, line) in lines.iter().enumerate() {
        let heading = line.is_heading || is_heading(text, line, lines.get(k + 1).copied(), in_run[k]);
        let role = if heading { SegmentRole::Heading } else { SegmentRole::Paragraph };
        out.push(Segment { role, span: line.span });
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
        && blocks[second].n_words > 4
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

/// Whether the line may be a headline: no stop, not long, no item of a list.
pub(super) fn reads_as_title(text: &str, block: &Block) -> bool {
    let open = match block.end {
        End::Open | End::Closed | End::Question => true,
        End::Stop => block.n_words < 20 && block.span.of(text).ends_with(['!', '…']),
        End::More => false,
    };
    open && block.n_words <= LONGEST && !is_item(block.span.of(text))
}

/// Whether the line is a heading inside the text: no stop, and a paragraph after it.
fn is_heading(text: &str, block: &Block, next: Option<&Block>, in_run: bool) -> bool {
    if next.is_none() || in_run || block.is_piece || ends_inside(block.span.of(text)) {
        return false;
    }
    let opens = |c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '“' | '"' | '‘' | '«');
    let question = block.end != End::Question || block.n_words <= 15;
    reads_as_title(text, block) && block.end != End::Stop && question && block.span.of(text).starts_with(opens)
}

/// For each line whether it stands among three or more short lines without stops: a list or verse, no headings.
fn runs(text: &str, lines: &[&Block]) -> Vec<bool> {
    let short = |b: &Block| reads_as_title(text, b) && b.n_words < 20;
    let mut out = vec![false; lines.len()];
    let mut start = 0;
    for k in 0..=lines.len() {
        // A line set off by a gap from lines that stand close is a heading after a list.
        let goes_on =
            k < lines.len() && short(lines[k]) && !(k > start + 1 && lines[k].after_gap && !lines[k - 1].after_gap);
        if goes_on {
            continue;
        }
        if k - start > 2 {
            out[start..k].fill(true);
        }
        start = if k < lines.len() && short(lines[k]) { k } else { k + 1 };
    }
    out
}

/// Whether a sentence ends inside the line.
fn ends_inside(line: &str) -> bool {
    line.match_indices(". ").any(|(at, _)| {
        let word = line[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let long = word.chars().count() > 2 && word.chars().all(char::is_lowercase);
        long && line[at + 2..].starts_with(char::is_uppercase)
    })
}

/// A line of a list: `- …`, `+ …`, `• …`.
fn is_item(line: &str) -> bool {
    line.starts_with(['-', '+', '•', '*', '–', '·', '●', '▪', '✓', '➤'])
}

/// The first paragraph is the lead unless a heading goes before it; a copy of it is too.
fn mark_lead(text: &str, segments: &mut [Segment]) {
    let Some(at) = segments.iter().position(|s| s.role != SegmentRole::Title) else { return };
    let mut at = at;
    if at > 0 && segments[at].role == SegmentRole::Heading {
        if segments[at].span.of(text).split_whitespace().count() < 12 {
            at += 1; // A subtitle.
        } else {
            segments[at].role = SegmentRole::Paragraph; // A lead without a stop.
        }
    }
    let Some(lead) = segments.get_mut(at).filter(|s| s.role == SegmentRole::Paragraph) else { return };
    lead.role = SegmentRole::Lead;
    let words = lead.span.of(text);
    if let Some(next) = segments.get_mut(at + 1).filter(|s| s.span.of(text) == words) {
        next.role = SegmentRole::Lead;
    }
}
