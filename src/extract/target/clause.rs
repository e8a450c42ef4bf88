//! Targets clause by clause.

use std::ops::Range;

use crate::base::Span;
use crate::ingest::Zone;
use crate::lexicon::{AimWord, SpeechVerb};

use super::super::ThemeKind;
use super::deadline::Deadline;
use super::extent::trimmed;
use super::{Found, Source, TargetStatus};

/// What the words of a clause say.
#[derive(Clone, Copy, Default)]
struct Signals {
    aim: bool,
    will: bool,
    // A word for the future with an action right after it: `sẽ xây dựng`.
    will_act: bool,
    plan: bool,
    duty: bool,
    soon: bool,
    // `sớm hoàn thành`: soon, and right after it a deliverable.
    soon_deliver: bool,
    deliver: bool,
    wish: bool,
    forecast: bool,
    happening: bool,
    past: bool,
}

/// What a sentence leaves for the one after it: a plan year and what is to be done in it.
#[derive(Clone)]
struct Plan {
    by: Deadline,
    segment: usize,
    actor: Option<String>,
}

/// The targets of all clauses of the body.
pub(super) fn targets(source: Source, deadlines: &[Deadline]) -> Vec<Found> {
    let mut out = Vec::new();
    let mut plan: Option<Plan> = None;
    for (n, sentence) in source.reading.sentences.iter().enumerate().filter(|(_, s)| s.zone == Zone::Body) {
        if plan.as_ref().is_some_and(|p| p.segment != sentence.segment) {
            plan = None;
        }
        if let Some(kept) = &plan
            && continues(source, n)
        {
            plan_items(source, n, kept, deadlines, &mut out);
            continue;
        }
        plan = sentence_targets(source, n, deadlines, &mut out);
    }
    out
}

/// The deadlines that stand in the tokens.
fn within(deadlines: &[Deadline], range: Range<usize>) -> &[Deadline] {
    let start = deadlines.partition_point(|d| d.tokens.start < range.start);
    let end = deadlines.partition_point(|d| d.tokens.start < range.end);
    &deadlines[start..end.max(start)]
}

/// Reads the clauses of one sentence; returns the plan that it announces.
fn sentence_targets(source: Source, n: usize, deadlines: &[Deadline], out: &mut Vec<Found>) -> Option<Plan> {
    let r = source.reading;
    let sentence = &r.sentences[n];
    let tokens = sentence.tokens.clone();
    let head = within(deadlines, tokens.start..tokens.end.min(tokens.start + 8)).first();
    let lead = head.filter(|d| matches!(r.raw(d.tokens.end), "," | ":") || d.tokens.start <= tokens.start + 2).cloned();
    let announces = lead.is_some()
        && continues(source, n + 1)
        && r.sentences.get(n + 1).is_some_and(|s| s.segment == sentence.segment);
    let cue = source.speech.of_sentence(n).iter().rfind(|c| c.class == SpeechVerb::Order);
    let order = cue.map(|c| c.clause.clone());
    let mut carried = Signals::default();
    let mut plan = theme_year(source, n).filter(|_| !in_quote(source, tokens.start));
    for (k, clause) in clauses(source, tokens.clone()).into_iter().enumerate() {
        let mut signals = signals(source, clause.clone());
        let ordered = order.as_ref().is_some_and(|o| o.start < clause.end && clause.start < o.end);
        let from = order.as_ref().filter(|_| ordered).map_or(clause.start, |o| o.start.max(clause.start));
        let own = within(deadlines, from..clause.end);
        signals.duty |= ordered;
        if k == 0 {
            carried = signals;
        }
        let modal = signals.aim
            || k > 0 && carried.aim
            || signals.will
            || signals.duty
            || signals.soon
            || (k > 0 && (carried.aim || carried.will || carried.duty));
        let asked = source.reading.raw(tokens.end - 1) == "?";
        let done = asked || signals.past && !(signals.aim || signals.will || ordered);
        if signals.wish || (signals.forecast && !signals.aim) || done || states_theme(source, clause.clone()) {
            continue;
        }
        // `…; đến năm 2030 đạt 97%`: the goal of the first clause goes on.
        let due = own.iter().any(|d| is_due(source, d)) || (own.is_empty() && lead.is_some());
        signals.aim |= k > 0 && carried.aim && due && has_number(source, clause.clone());
        if signals.happening && !(signals.aim || ordered) {
            continue;
        }
        let by = own.first().or(lead.as_ref()).cloned();
        if k == 0 && announces && modal {
            plan = by.clone().map(|by| Plan { by, segment: sentence.segment, actor: actor(source, clause.clone()) });
            if r.any(r.sentences[n + 1].tokens.start, &["đó là", "cụ thể"]).is_some() {
                continue;
            }
        }
        let rule = accepted(source, &clause, signals, modal, own, by.is_some(), ordered);
        let Some(rule) = rule else { continue };
        let status = match (ordered, signals) {
            (true, _) => TargetStatus::Directive,
            (_, Signals { duty: true, will: false, aim: false, .. }) => TargetStatus::Directive,
            _ if r.any(clause.start, &["tầm nhìn"]).is_some() => TargetStatus::Vision,
            _ => TargetStatus::Commitment,
        };
        let span = trimmed(source, n, clause.clone(), own);
        let by = if rule == "deliverable" { own.first().cloned() } else { by };
        let who = if ordered { cue.and_then(|c| c.who.clone()) } else { None };
        let actor = actor(source, clause.clone()).or(who);
        out.push(Found { tokens: span, by, horizon: own.get(1).cloned(), actor, status, sentence: n, rule });
    }
    plan
}

/// Whether the clause is a target, and by which rule.
fn accepted(
    source: Source,
    clause: &Range<usize>,
    s: Signals,
    modal: bool,
    own: &[Deadline],
    dated: bool,
    ordered: bool,
) -> Option<&'static str> {
    let number = has_figure(source, clause.clone());
    let due = own.iter().any(|d| is_due(source, d));
    let duty = (s.duty || ordered) && (s.deliver || number || due || acts(source, clause.clone()));
    let expected = s.will && number && due && !is_expected(source, clause);
    if !own.is_empty()
        && modal
        && (s.aim || s.will_act || duty || expected || (s.plan && number) || (s.soon && s.deliver))
    {
        return Some("deadline");
    }
    if dated && modal && (acts_first(source, clause.start) || (number && s.aim) || s.will_act) {
        return Some("plan_year");
    }
    if s.aim && number_after_aim(source, clause) {
        return Some("number_to_reach");
    }
    let delivers = s.soon_deliver || (s.deliver && aims_first(source, clause));
    let ordered_delivery = ordered && delivers_first(source, clause.start);
    (delivers || ordered_delivery).then_some("deliverable")
}

/// Whether the words before the date make it a deadline.
fn is_due(source: Source, deadline: &Deadline) -> bool {
    let before = deadline.tokens.start.wrapping_sub(1);
    matches!(source.reading.low(before), "đến" | "tới" | "trước" | "hết" | "nhất")
}

/// `dự kiến` before a number is a forecast.
fn is_expected(source: Source, clause: &Range<usize>) -> bool {
    clause.clone().any(|i| source.reading.phrase(i, "dự kiến").is_some())
}

/// Whether a number follows the word that sets the goal: `phấn đấu đạt 95%`.
fn number_after_aim(source: Source, clause: &Range<usize>) -> bool {
    let mut aim = None;
    each_word(source, clause.clone(), |i, word| {
        if aim.is_none() && word == AimWord::Aim {
            aim = Some(i);
        }
    });
    aim.is_some_and(|i| has_number(source, i..clause.end.min(i + 25)))
}

/// Whether the clause gives a year its theme; those are read as themes.
fn states_theme(source: Source, clause: Range<usize>) -> bool {
    let span = source.reading.span(clause);
    let from = source.facts.themes.partition_point(|t| t.span.end() <= span.start());
    source.facts.themes.get(from).is_some_and(|t| t.span.overlaps(span) && t.rule != "quoted")
}

/// The plan year that the sentence gives a theme.
fn theme_year(source: Source, n: usize) -> Option<Plan> {
    let r = source.reading;
    let sentence = &r.sentences[n];
    let from = source.facts.themes.partition_point(|t| t.span.start() < sentence.span.start());
    let theme = source
        .facts
        .themes
        .get(from)
        .filter(|t| sentence.span.covers(t.span) && Some(t.year) >= source.facts.meta.year)?;
    let by = Deadline { iso: format!("{:04}-12-31", theme.year), span: theme.span, tokens: r.tokens_in(theme.span) };
    (theme.kind == ThemeKind::YearDesignation).then_some(Plan { by, segment: sentence.segment, actor: None })
}

/// The clauses of a sentence: between semicolons, outside brackets.
fn clauses(source: Source, tokens: Range<usize>) -> Vec<Range<usize>> {
    let r = source.reading;
    let mut depth = 0i32;
    let mut start = tokens.start;
    let mut out = Vec::new();
    for i in tokens.clone() {
        match r.raw(i) {
            "(" => depth += 1,
            ")" => depth = (depth - 1).max(0),
            ";" if depth == 0 => {
                out.push(start..i);
                start = i + 1;
            }
            _ => {}
        }
    }
    out.push(start..tokens.end);
    out.retain(|c| c.len() > 2);
    out
}

fn signals(source: Source, clause: Range<usize>) -> Signals {
    let mut s = Signals::default();
    let (mut will_at, mut soon_at) = (None, None);
    let near = |from: Option<usize>, i: usize, most: usize| from.is_some_and(|f| i - f <= most);
    each_word(source, clause, |i, word| match word {
        AimWord::Aim => s.aim = true,
        AimWord::Will => {
            s.will = true;
            will_at = Some(i);
        }
        AimWord::Plan => s.plan = true,
        AimWord::Duty => s.duty = true,
        AimWord::Soon => {
            s.soon = true;
            soon_at = Some(i);
        }
        AimWord::Deliver => {
            s.deliver = true;
            s.will_act |= will_at.is_some();
            let joined = soon_at.is_some_and(|f| !(f..i).any(|k| source.reading.raw(k) == ","));
            s.soon_deliver |= joined && near(soon_at, i, 3);
        }
        AimWord::Act => s.will_act |= near(will_at, i, 5),
        AimWord::Wish => s.wish = true,
        AimWord::Forecast => s.forecast = true,
        AimWord::Happening => s.happening = true,
        AimWord::Past => s.past = true,
        AimWord::No => {}
    });
    s
}

/// Calls `seen` with every word of the table in the clause.
pub(super) fn each_word(source: Source, clause: Range<usize>, mut seen: impl FnMut(usize, AimWord)) {
    let r = source.reading;
    let mut i = clause.start;
    while i < clause.end {
        match r.longest(&r.lexicon.aim_words, i, clause.end) {
            Some((after, word)) => {
                seen(i, word);
                i = after;
            }
            None => i += 1,
        }
    }
}

/// Whether the token stands in a direct quote.
fn in_quote(source: Source, token: usize) -> bool {
    let after = source.speech.marked.partition_point(|m| m.tokens.start <= token + 1);
    source.speech.marked[..after].last().is_some_and(|m| token < m.tokens.end)
}

pub(super) fn word_at(source: Source, i: usize) -> Option<AimWord> {
    let r = source.reading;
    r.longest(&r.lexicon.aim_words, i, r.tokens.len()).map(|(_, word)| word)
}

/// The first word of the clause that is no link.
fn first(source: Source, start: usize) -> usize {
    let r = source.reading;
    let links = ["và", "cũng", "đồng thời", "tiếp tục", "tập trung", "vào", "việc", "phải", "cần"];
    let mut at = start;
    while let Some(after) = r.any(at, &links) {
        at = after;
    }
    at
}

fn acts_first(source: Source, start: usize) -> bool {
    matches!(word_at(source, first(source, start)), Some(AimWord::Act | AimWord::Deliver))
}

fn delivers_first(source: Source, start: usize) -> bool {
    matches!(word_at(source, first(source, start)), Some(AimWord::Deliver))
}

/// Whether the clause begins with the word that sets the goal: `Phấn đấu hoàn thành …`.
fn aims_first(source: Source, clause: &Range<usize>) -> bool {
    word_at(source, clause.start) == Some(AimWord::Aim)
}

fn acts(source: Source, clause: Range<usize>) -> bool {
    let mut found = false;
    each_word(source, clause, |_, word| found |= matches!(word, AimWord::Act | AimWord::Deliver));
    found
}

/// Whether the clause holds a figure in digits: `ba xã` may be said of anything, `cả hai` of any two.
fn has_number(source: Source, clause: Range<usize>) -> bool {
    let span = source.reading.span(clause);
    let figures = &source.facts.figures;
    let from = figures.partition_point(|f| f.number.start() < span.start());
    let digits = |s: Span| s.of(source.reading.text).starts_with(|c: char| c.is_ascii_digit());
    let inside = figures[from..].iter().take_while(|f| f.number.start() < span.end());
    inside.into_iter().any(|f| f.role == "statistic" && digits(f.number))
}

fn has_figure(source: Source, clause: Range<usize>) -> bool {
    let span = source.reading.span(clause);
    let figures = &source.facts.figures;
    let from = figures.partition_point(|f| f.number.start() < span.start());
    figures[from..].iter().take_while(|f| f.number.start() < span.end()).any(|f| f.role == "statistic")
}

/// Whether the sentence goes on with the plan of the one before: `Đó là, …`, `Ứng dụng …`.
fn continues(source: Source, n: usize) -> bool {
    let r = source.reading;
    let Some(sentence) = r.sentences.get(n) else { return false };
    let start = sentence.tokens.start;
    let leads = ["đó là", "cụ thể", "trong đó", "theo đó", "trong lĩnh vực", "đồng thời", "bên cạnh đó"];
    r.any(start, &leads).is_some() || acts_first(source, start)
}

/// Every item of a sentence that lists what a plan year is for.
fn plan_items(source: Source, n: usize, plan: &Plan, deadlines: &[Deadline], out: &mut Vec<Found>) {
    let r = source.reading;
    let tokens = r.sentences[n].tokens.clone();
    for clause in clauses(source, tokens) {
        let s = signals(source, clause.clone());
        if s.wish || s.forecast || s.past || s.happening {
            continue;
        }
        let start = item_start(source, clause.clone());
        for item in by_actions(source, start..clause.end) {
            if !acts_first(source, item.start) {
                continue;
            }
            let own = within(deadlines, item.clone());
            out.push(Found {
                tokens: trimmed(source, n, item, own),
                by: own.first().cloned().or_else(|| Some(plan.by.clone())),
                horizon: None,
                actor: plan.actor.clone(),
                status: TargetStatus::Commitment,
                sentence: n,
                rule: "plan_item",
            });
        }
    }
}

/// Where the item begins in a clause that opens with `đó là` or a place for it: `Trong lĩnh vực báo chí, đó là …`.
fn item_start(source: Source, clause: Range<usize>) -> usize {
    let r = source.reading;
    let opener = clause.clone().find_map(|i| r.any(i, &["đó là", "cụ thể là", "cụ thể"]));
    let mut at = opener.unwrap_or(clause.start);
    while at < clause.end && matches!(r.raw(at), "," | ":") {
        at += 1;
    }
    at
}

/// Parts of the clause that begin with an action after a comma.
fn by_actions(source: Source, clause: Range<usize>) -> Vec<Range<usize>> {
    let r = source.reading;
    let mut out = Vec::new();
    let mut start = clause.start;
    for i in clause.clone() {
        let long = i.saturating_sub(start) > 5;
        if r.raw(i) == "," && long && word_at(source, i + 1) == Some(AimWord::Act) && acts_first(source, start) {
            out.push(start..i);
            start = i + 1;
        }
    }
    out.push(start..clause.end);
    out
}

/// The body or person named before `sẽ`, `phấn đấu` or `phải` in the clause.
fn actor(source: Source, clause: Range<usize>) -> Option<String> {
    let mut verb = None;
    each_word(source, clause.clone(), |i, word| {
        if verb.is_none() && matches!(word, AimWord::Will | AimWord::Aim | AimWord::Duty) {
            verb = Some(i);
        }
    });
    let before = source.reading.span(clause.start..verb?);
    if verb? == clause.start {
        return None;
    }
    let bodies = source.facts.organisations.iter().filter(|o| o.mentions.iter().any(|m| before.covers(m.span)));
    bodies.map(|o| o.name.clone()).next()
}
