//! Targets that a theme or a list of a plan year states.

use crate::lexicon::ListKind;

use super::super::{Theme, ThemeKind};
use super::deadline::Deadline;
use super::{Found, Source, TargetStatus};

/// The first orientation of each plan year, and the first list of its priorities, as targets.
pub(super) fn orientations(source: Source) -> Vec<Found> {
    let mut out = Vec::new();
    let own = source.facts.meta.year.unwrap_or(i32::MIN);
    let mut years: Vec<i32> = Vec::new();
    for theme in source.facts.themes.iter().filter(|t| t.kind == ThemeKind::Orientation && t.year >= own) {
        if !years.contains(&theme.year) {
            years.push(theme.year);
            let found = found(source, source.reading.tokens_in(theme.span), theme.year, "orientation");
            out.extend(found);
        }
    }
    out.extend(priorities(source, own));
    out.extend(designations(source, own));
    out.extend(dual_goals(source));
    out
}

/// `Năm 2024 sẽ là năm …` as the statement of its own sentence.
fn designations(source: Source, own: i32) -> Vec<Found> {
    let r = source.reading;
    let promises = |t: &&Theme| {
        let tokens = r.tokens_in(t.span);
        let heads = t.sentence.start() == t.span.start() || matches!(r.raw(tokens.start.wrapping_sub(1)), ":" | ",");
        let will = tokens.clone().take(6).any(|i| r.low(i) == "sẽ");
        t.kind == ThemeKind::YearDesignation && t.year >= own && heads && will && r.low(tokens.start) == "năm"
    };
    let themes = source.facts.themes.iter().filter(promises);
    let as_target = |t: &Theme| {
        let tokens = r.tokens_in(t.span);
        let end = tokens.clone().skip(8).find(|&i| r.raw(i) == "," && r.low(i + 1) == "tạo").unwrap_or(tokens.end);
        let mut found = found(source, tokens.start..end, t.year, "year_will_be")?;
        found.status = TargetStatus::Commitment;
        Some(found)
    };
    themes.filter_map(as_target).collect()
}

/// `mục tiêu kép: vừa …, vừa …`.
fn dual_goals(source: Source) -> Vec<Found> {
    let r = source.reading;
    let lists = source.facts.enumerations.iter().filter(|e| e.kind == ListKind::DualGoal);
    let as_target = |e: &super::super::Enumeration| {
        let label = r.token_at(e.span.start());
        let end = r.tokens_in(e.items.last()?.span).end;
        let verb =
            r.phrase_before(label - usize::from(matches!(r.raw(label.wrapping_sub(1)), "“" | "\"")), "thực hiện");
        let mut found = found(source, verb.unwrap_or(label)..end, 0, "dual_goal")?;
        (found.by, found.status) = (None, TargetStatus::Vision);
        Some(found)
    };
    lists.filter_map(as_target).collect()
}

/// `4 ưu tiên … năm 2024 là …`: label and items.
fn priorities(source: Source, own: i32) -> Option<Found> {
    let r = source.reading;
    let list = source.facts.enumerations.iter().find(|e| {
        let kinds =
            matches!(e.kind, ListKind::Priorities | ListKind::Tasks | ListKind::Breakthroughs | ListKind::Pillars);
        let near =
            e.items.last().is_some_and(|i| r.sentence_at(e.span.start()).is_some_and(|s| s.span.holds(i.span.start())));
        kinds
            && e.declared.is_some()
            && near
            && e.year.is_some_and(|y| y >= own)
            && names_year(source, e.span.end(), e.items[0].span.start())
    })?;
    let span = list.span.to(list.items.last()?.span);
    found(source, r.tokens_in(span), list.year?, "list_of_plan_year")
}

/// Whether a year stands between label and items.
fn names_year(source: Source, from: usize, to: usize) -> bool {
    let r = source.reading;
    let tokens = r.token_at(from)..r.token_at(to);
    tokens.len() < 24 && tokens.into_iter().any(|i| r.low(i) == "năm" && r.raw(i + 1).len() == 4)
}

fn found(source: Source, tokens: std::ops::Range<usize>, year: i32, rule: &'static str) -> Option<Found> {
    let r = source.reading;
    let sentence = r.sentences.partition_point(|s| s.tokens.end <= tokens.start);
    r.sentences.get(sentence)?;
    let by = Deadline { iso: format!("{year:04}-12-31"), span: r.span(tokens.clone()), tokens: tokens.clone() };
    Some(Found { tokens, by: Some(by), horizon: None, actor: None, status: TargetStatus::Orientation, sentence, rule })
}
