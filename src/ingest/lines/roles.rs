//! The parts that the lines of the body play: title, lead, heading, paragraph.

use crate::ingest::SetAsideKind::*;
use crate::ingest::{Segment, SegmentRole};

use super::block::{Block, End};

/// Most words of a title or heading.
const LONGEST: u32 = 30;

/// Most words of a title that a date is glued to: a longer line may be a caption.
const GLUED_TITLE: u32 = 20;

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
    let glued = first > 0 && blocks[first - 1].is(GluedHeader) && blocks[first].n_words > GLUED_TITLE;
    if blocks[..first].iter().any(|b| b.is(Caption) || b.is(OutletTag)) || glued {
        return None;
    }
    if let Some((above, title)) = below_kicker(text, blocks).or_else(|| below_sections(text, blocks, first, second)) {
        for &i in above.iter().filter(|&&i| i < title) {
            blocks[i].set_aside(Nav, "above the title");
        }
        return Some(title);
    }
    if !reads_as_title(text, &blocks[first]) {
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

/// The first lines of the body, and which of them is the title, where a short one with a colon stands above it: `Bến Tre:`.
fn below_kicker(text: &str, blocks: &[Block]) -> Option<(Vec<usize>, usize)> {
    let top: Vec<usize> = (0..blocks.len()).filter(|&i| blocks[i].is_body()).take(3).collect();
    let kicker = |i: usize| blocks[i].n_words < 6 && blocks[i].span.of(text).ends_with(':');
    let at = top.iter().position(|&i| kicker(i)).filter(|&at| at < 2)?;
    let title = *top.get(at + 1).filter(|&&i| is_full_title(text, &blocks[i]))?;
    let above = top[..at].iter().all(|&i| reads_as_title(text, &blocks[i]));
    above.then_some((top, title))
}

/// The same where rubrics part the motto of the page from the title, and nothing that stands below a title parts them.
fn below_sections(text: &str, blocks: &[Block], first: usize, second: Option<usize>) -> Option<(Vec<usize>, usize)> {
    let title = second.filter(|&i| is_full_title(text, &blocks[i]) && reads_as_title(text, &blocks[first]))?;
    let between = &blocks[first + 1..title];
    let rubrics = between.iter().all(|b| matches!(b.aside, Some((Nav, super::page::RUBRIC))));
    (rubrics && !between.is_empty()).then(|| (vec![first, title], title))
}

/// Whether the line reads as a headline and is no rubric.
fn is_full_title(text: &str, block: &Block) -> bool {
    block.n_words > 4 && reads_as_title(text, block)
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
