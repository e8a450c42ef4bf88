//! Goals that stand one to a line, under a heading or a line with a colon.

use crate::ingest::SegmentRole;

use super::accept::is_due;
use super::clause::{Follow, Plan};
use super::deadline::{Deadline, within};
use super::extent::{trimmed, without_marks};
use super::signal::{has_number, signals};
use super::unit::units;
use super::{Found, Source, TargetStatus};

/// A heading or a line with a colon that names goals: `Mục tiêu đến năm 2030`, `Một số chỉ tiêu cụ thể:`.
pub(super) fn opens_goals(source: Source, n: usize, deadlines: &[Deadline]) -> Option<Plan> {
    let r = source.reading;
    let sentence = r.sentences.get(n)?;
    let tokens = sentence.tokens.clone();
    let colon = r.raw(tokens.end.wrapping_sub(1)) == ":";
    if !(colon || is_heading(source, n)) || tokens.len() > 40 {
        return None;
    }
    let Some(goal) = tokens.clone().find(|&i| r.any(i, &["mục tiêu", "chỉ tiêu", "kế hoạch năm"]).is_some())
    else {
        let asks = ["kiến nghị", "đề xuất", "đề nghị", "yêu cầu", "cần làm", "cần thực hiện", "nhiệm vụ"];
        let asked = tokens.clone().any(|i| r.any(i, &asks).is_some());
        return asked.then_some(Plan { by: None, segment: sentence.segment, actor: None, follow: Follow::AskedLines });
    };
    // `4 mục tiêu cụ thể:` counts the goals that follow.
    if has_number(source, tokens.start..goal.saturating_sub(2).max(tokens.start))
        || has_number(source, goal..tokens.end)
    {
        return None;
    }
    let reached = ["đạt mục tiêu", "hoàn thành", "vượt", "kết quả", "thực hiện"];
    let counts = (tokens.start..goal).any(|i| r.any(i, &reached).is_some());
    let by = within(deadlines, tokens).last().cloned();
    let follow = if colon { Follow::Lines } else { Follow::MarkedLines };
    (!counts).then_some(Plan { by, segment: sentence.segment, actor: None, follow })
}

/// Reads a line of a list of goals; whether it is one.
pub(super) fn goal_line(source: Source, n: usize, plan: &Plan, deadlines: &[Deadline], out: &mut Vec<Found>) -> bool {
    let r = source.reading;
    let sentence = &r.sentences[n];
    let tokens = sentence.tokens.clone();
    let marked = matches!(r.raw(tokens.start), "-" | "–" | "+" | "•" | "*" | "●")
        || r.raw(tokens.end.wrapping_sub(1)) == ";"
        || r.raw(tokens.start).starts_with(|c: char| c.is_ascii_digit())
            && matches!(r.raw(tokens.start + 1), "." | ")");
    if sentence.segment != plan.segment && plan.follow != Follow::AskedLines && names_group(source, n) {
        return true;
    }
    let plain = || plan.follow == Follow::Lines && states_goal(source, n, deadlines);
    if sentence.segment == plan.segment || !(marked || plain()) {
        return false;
    }
    // A line among the others that sets nothing to reach does not end the list; one that opens another list does.
    let (tokens_start, opens) = (tokens.start, r.raw(tokens.end.wrapping_sub(1)) == ":");
    let mut any = false;
    // `- Đến năm 2027: …; …`: the day that the line opens with is that of all its parts.
    let lead = within(deadlines, tokens_start..sentence.tokens.end.min(tokens_start + 5)).first();
    let lead = lead.filter(|d| matches!(r.raw(d.tokens.end), ":" | ",")).cloned();
    for unit in units(source, tokens, deadlines) {
        let s = signals(source, unit.tokens.clone());
        if s.wish || s.past || s.happening || !(has_number(source, unit.tokens.clone()) || s.deliver) {
            continue;
        }
        let own = within(deadlines, unit.tokens.clone());
        if plan.follow == Follow::AskedLines && !own.iter().any(|d| is_due(source, d)) {
            continue;
        }
        let by = own.first().or(lead.as_ref()).cloned().or_else(|| plan.by.clone());
        let part = trimmed(source, n, unit.tokens.clone(), own);
        // `phủ sóng 90% dân số, hướng tới …`: a line of goals is one to its end.
        let aims = |i: usize| r.raw(i) == "," && r.any(i + 1, &["hướng tới", "từng bước", "đáp ứng"]).is_some();
        let end = if aims(part.end) { without_marks(source, part.start, unit.tokens.end) } else { part.end };
        out.push(Found {
            tokens: part.start..end,
            by,
            horizon: None,
            actor: plan.actor.clone(),
            status: TargetStatus::Commitment,
            sentence: n,
            rule: "goal_line",
        });
        any = true;
    }
    any || matches!(r.raw(tokens_start), "-" | "–" | "+" | "•" | "*" | "●") && !opens
}

/// Whether the line is a heading among the goals, which groups those after it: `1. Về kinh tế:`, `- Chỉ tiêu xã hội:`.
fn names_group(source: Source, n: usize) -> bool {
    let r = source.reading;
    let tokens = r.sentences[n].tokens.clone();
    let numbered =
        r.raw(tokens.start).starts_with(|c: char| c.is_ascii_digit()) && matches!(r.raw(tokens.start + 1), "." | ")");
    let at = tokens.start
        + if numbered { 2 } else { usize::from(matches!(r.raw(tokens.start), "-" | "–" | "+" | "•" | "*")) };
    let colon = r.raw(tokens.end.wrapping_sub(1)) == ":";
    let field = r.any(at, &["về", "lĩnh vực", "nhóm", "chỉ tiêu", "mục tiêu"]).is_some();
    tokens.len() <= 14 && field && (colon || is_heading(source, n)) && !has_number(source, at..tokens.end)
}

/// Whether a line without a mark that follows a colon states a goal: one sentence with a number to reach, or that opens with
/// its deadline.
fn states_goal(source: Source, n: usize, deadlines: &[Deadline]) -> bool {
    let r = source.reading;
    let sentence = &r.sentences[n];
    let shares_line = |k: usize| r.sentences.get(k).is_some_and(|s| s.segment == sentence.segment);
    if is_heading(source, n) || shares_line(n + 1) || n.checked_sub(1).is_some_and(shares_line) {
        return false;
    }
    let tokens = sentence.tokens.clone();
    let dated = !within(deadlines, tokens.start..tokens.end.min(tokens.start + 4)).is_empty();
    let s = signals(source, tokens.clone());
    let open = !(s.past || s.happening || s.wish);
    open && (dated || !s.forecast && has_number(source, tokens))
}

/// Whether the sentence is a heading of the body.
fn is_heading(source: Source, n: usize) -> bool {
    let r = source.reading;
    let segment = r.sentences.get(n).map(|s| s.segment);
    segment.and_then(|s| r.article.segments.get(s)).is_some_and(|s| s.role == SegmentRole::Heading)
}
