//! Targets sentence by sentence.

use std::ops::Range;

use crate::base::Span;
use crate::ingest::Zone;
use crate::lexicon::{AimWord, SpeechVerb};

use super::super::ThemeKind;
use super::super::name::Taken;
use super::accept::{Claim, accepted, is_due};
use super::deadline::{Deadline, within};
use super::extent::trimmed;
use super::goal_line::{goal_line, opens_goals};
use super::goal_year::{before_colon, judges, of_plan};
use super::run::Run;
use super::signal::{Signals, acts_first, each_word, goal_word, has_number, is_ability, number_in, signals, word_at};
use super::task_day::{date_task, day_of_task};
use super::unit::{Join, units};
use super::wording::{begins_with_body, expects_level, in_quote, proposes, says_once};
use super::{Found, Source, TargetStatus};

/// What a sentence leaves for the ones after it: what is to be done, by when.
#[derive(Clone)]
pub(super) struct Plan {
    pub(super) by: Option<Deadline>,
    pub(super) segment: usize,
    pub(super) actor: Option<String>,
    pub(super) follow: Follow,
}

/// What goes on with a plan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Follow {
    /// The sentences after it, in its paragraph.
    Sentences,
    /// The lines after it with a bullet or a number.
    MarkedLines,
    /// Also lines without one: it ends with a colon.
    Lines,
    /// Lines with a bullet or a number, of which only those with a deadline count: it names what is asked for.
    AskedLines,
}

impl Plan {
    /// Whether the lines after it are its goals, and not sentences of its paragraph.
    fn has_lines(&self) -> bool {
        self.follow != Follow::Sentences
    }
}

/// The targets of the body.
pub(super) fn targets(source: Source, deadlines: &[Deadline]) -> Vec<Found> {
    let bodies = source.facts.organisations.iter().flat_map(|o| o.mentions.iter().map(|m| m.span));
    let named = source.facts.systems.iter().flat_map(|s| s.mentions.iter().map(|m| m.span));
    let names = Taken::new(bodies.chain(named));
    let source = Source { names: &names, ..source };
    let mut out = Vec::new();
    let mut plan: Option<Plan> = None;
    let mut run: Option<Run> = None;
    let listed = listed_tasks(source);
    for (n, sentence) in source.reading.sentences.iter().enumerate().filter(|(_, s)| s.zone == Zone::Body) {
        if plan.as_ref().is_some_and(|p| p.segment != sentence.segment && !p.has_lines()) {
            plan = None;
        }
        if let Some(goals) = opens_goals(source, n, deadlines) {
            plan = Some(goals);
            continue;
        }
        if let Some(day) = day_of_task(source, n, deadlines) {
            date_task(source, n, day, &mut out);
            continue;
        }
        match &plan {
            Some(kept) if kept.has_lines() => {
                if goal_line(source, n, kept, deadlines, &mut out) {
                    continue;
                }
                run = Run::under_heading(kept, sentence.segment);
            }
            Some(kept) if continues(source, n) && plan_items(source, n, kept, deadlines, &mut out) => continue,
            _ => {}
        }
        let from = out.len();
        plan = sentence_targets(source, n, deadlines, listed[n], &mut out);
        if let Some(run) = &run {
            run.date(source, n, &mut out[from..]);
        }
        let opened = Run::opened(source, n, deadlines, &out[from..]);
        run = match (run.take(), opened) {
            (before, Some(opened)) => Some(opened.after(before)),
            (Some(run), None) => run.go_on(source, n, deadlines, &mut out, from),
            (None, None) => None,
        };
    }
    out
}

/// Reads the parts of one sentence; returns the plan that it announces.
fn sentence_targets(
    source: Source,
    n: usize,
    deadlines: &[Deadline],
    listed: bool,
    out: &mut Vec<Found>,
) -> Option<Plan> {
    let r = source.reading;
    let sentence = &r.sentences[n];
    let tokens = after_adjunct(source, sentence.tokens.clone());
    let mut plan = theme_year(source, n).filter(|_| !in_quote(source, tokens.start));
    if r.raw(tokens.end.wrapping_sub(1)) == "?" {
        return plan;
    }
    // The name of the plan may be long: `Theo Đề án “…” (…), đến năm 2030 …`.
    let reach = if by_plan(source, tokens.start) { 60 } else { 8 };
    let head = within(deadlines, tokens.start..tokens.end.min(tokens.start + reach)).first();
    let opens = |d: &Deadline| {
        matches!(r.raw(d.tokens.end), "," | ":")
            || d.tokens.start <= tokens.start + 2
            || reach > 8 && r.raw(d.tokens.start.wrapping_sub(2)) == ","
    };
    // `Ông Nam cho biết năm 2027 sở xác định …; …`
    let said = source.speech.of_sentence(n).iter().find_map(|cue| {
        let from = cue.clause.start.max(tokens.start);
        let day = within(deadlines, from..tokens.end.min(from + 3)).first()?;
        (day.tokens.start <= from + 1 && !cue.clause.is_empty()).then_some(day)
    });
    let labelled = before_colon(source, &tokens, deadlines);
    let year = labelled.as_ref().map(|(year, _)| year);
    let mut lead = head.filter(|d| opens(d)).or(said).or(year).cloned();
    let planned = follows_plan(source, tokens.clone(), lead.as_ref());
    let announces = lead.is_some()
        && continues(source, n + 1)
        && r.sentences.get(n + 1).is_some_and(|s| s.segment == sentence.segment);
    let cue = source.speech.of_sentence(n).iter().rfind(|c| c.class == SpeechVerb::Order);
    let order = cue.map(|c| c.clause.clone());
    let assigned = tokens.clone().find(|&i| r.low(i) == "giao" && begins_with_body(source, i + 1));
    // What the first part of the sentence, and of the clause, says.
    let (mut carried, mut whole) = (Signals::default(), Signals::default());
    let (mut went_on, mut foretold, mut told_first) = (false, false, false);
    let mut goal_set = false;
    let mut before_all: Option<Deadline> = None;
    for (k, unit) in units(source, tokens.clone(), deadlines).into_iter().enumerate() {
        let clause = unit.tokens;
        let mut signals = signals(source, clause.clone());
        let open = !(signals.past || signals.forecast || signals.wish || signals.happening);
        signals.aim |= planned && open && has_number(source, clause.clone());
        let dated = within(deadlines, clause.clone());
        if signals.wish && !dated.is_empty() && expects_level(source, clause.clone()) {
            (signals.wish, signals.aim) = (false, true);
        }
        let coordinate = unit.join == Join::Coordinate;
        let by_cue = order.as_ref().is_some_and(|o| o.start < clause.end && clause.start < o.end);
        let told = by_cue || assigned.is_some_and(|at| clause.contains(&at));
        // `Các sở gửi báo cáo chậm nhất ngày 15/7`: a doer or a deed, and a day that may not pass.
        signals.duty |= unit.join == Join::Clause
            && !signals.past
            && !signals.forecast
            && dated.iter().any(|d| super::accept::limits(source, d))
            && (begins_with_body(source, clause.start) || acts_first(source, clause.start));
        // `giao Sở A làm X; Sở B làm Y`: what follows a semicolon, with a doer of its own.
        let ordered = told || told_first && unit.join == Join::Clause && begins_with_body(source, clause.start);
        told_first |= told;
        let from = order.as_ref().filter(|_| by_cue).map_or(clause.start, |o| o.start.max(clause.start));
        let own = within(deadlines, from..clause.end);
        signals.duty |= ordered || listed;
        if k == 0 {
            whole = signals;
        }
        if !coordinate {
            carried = if k == 0 { signals } else { whole };
        }
        // `phấn đấu trồng 500 ha; số hộ nghèo còn 2%`: so does a part after a semicolon, of a goal.
        let continues = if coordinate { went_on } else { goal_set && carried.aim };
        went_on = false;
        let before = k > 0 && (carried.aim || carried.will || carried.duty);
        let modal = signals.aim || signals.will || signals.duty || signals.soon || before;
        let sure = signals.aim || signals.will && !signals.past_force || ordered || listed;
        let once = r.low(clause.start) == "từng" || signals.past_force && signals.aim && says_once(source, &clause);
        let done = signals.past && !sure || once;
        foretold = if coordinate { foretold && !signals.aim } else { signals.forecast };
        if foretold && !signals.aim && !ordered {
            continue;
        }
        // `doanh thu 140 tỷ đồng, lợi nhuận 10 tỷ đồng, lần lượt tăng 18% và 47%`: what the levels before mean.
        if coordinate && r.phrase(clause.start, "lần lượt").is_some() {
            continue;
        }
        if lead.is_none() {
            lead = of_plan(source, &clause);
        }
        if only_looks_ahead(source, &clause, own) || judges(source, &clause) {
            continue;
        }
        // `hiện con số này là 87%`: how it stands.
        let stands =
            listed && r.any(super::signal::first(source, clause.start), &["hiện", "đến nay", "hiện nay"]).is_some();
        if stands || signals.wish || (signals.forecast && !signals.aim) || done || states_theme(source, clause.clone())
        {
            continue;
        }
        if signals.happening && !(signals.aim || ordered) {
            continue;
        }
        // `…; đến năm 2030 đạt 97%`: the goal of the first part goes on.
        signals.aim |= k > 0 && carried.aim && has_number(source, clause.clone());
        let heads = before_all.as_ref().filter(|_| continues && own.is_empty());
        // `đạt 20% vào năm 2030, trong đó tỷ lệ …`: a part of it, by the same day.
        let of_part =
            out.last().filter(|f| coordinate && f.sentence == n && r.phrase(clause.start, "trong đó").is_some());
        let of_part = of_part.and_then(|f| f.by.as_ref());
        let by = due_first(source, own).or(heads).or(of_part).or(lead.as_ref()).cloned();
        if announces && (k == 0 && modal || plan.is_none() && signals.aim) {
            let actor = actor(source, clause.clone());
            plan =
                by.clone().map(|by| Plan { by: Some(by), segment: sentence.segment, actor, follow: Follow::Sentences });
            if r.any(r.sentences[n + 1].tokens.start, &["đó là", "cụ thể"]).is_some() {
                continue;
            }
        }
        let dated = by.is_some();
        let ordered_document = ordered && cue.is_some_and(|c| !proposes(source, c.verb.clone()));
        let item = unit.join == Join::Clause && continues && dated;
        let tokens = clause.clone();
        let claim = Claim { tokens, signals, modal, ordered, listed, ordered_document, continues, item, own, dated };
        let Some(rule) = accepted(source, &claim).filter(|_| !only_names_goal(source, &clause)) else {
            // `Mục tiêu xây dựng trường học đến năm 2030, phấn đấu …`: the day of a goal that only the next part states.
            if let Some(day) = own.last().filter(|d| d.tokens.end >= clause.end && names_goal(source, clause.clone())) {
                lead = Some(day.clone());
                whole.aim = true;
            }
            continue;
        };
        (went_on, goal_set) = (true, true);
        // `phấn đấu đến năm 2030 trồng 500 ha, 90% hộ có nước sạch`: a day before the number is that of what follows, too.
        let number = number_in(source, clause.clone()).map(|f| r.token_at(source.facts.figures[f].number.start()));
        if let Some(day) = due_first(source, own) {
            // `Theo kế hoạch, năm 2030, tỉnh phấn đấu …; …`, `phấn đấu năm 2030 …; …`
            let aimed = follows_aim(source, clause.start..day.tokens.start);
            let heads = is_due(source, day) || r.raw(day.tokens.end) == "," && signals.aim || aimed;
            let first = number.map_or(aimed, |n| day.tokens.end <= n && heads);
            before_all = first.then(|| day.clone());
        }
        if coordinate && signals.aim {
            carried.aim = true;
        }
        let status = match (ordered, signals) {
            (true, _) => TargetStatus::Directive,
            (_, Signals { duty: true, will: false, aim: false, .. }) => TargetStatus::Directive,
            _ if r.any(clause.start, &["tầm nhìn"]).is_some() => TargetStatus::Vision,
            _ => TargetStatus::Commitment,
        };
        let goal = labelled.as_ref().map(|&(_, goals)| goals).filter(|goals| clause.contains(goals));
        let goal = goal.unwrap_or(clause.start);
        let span = trimmed(source, n, goal..clause.end, own);
        let by = if rule == "deliverable" { own.first().cloned() } else { by };
        let who = if ordered { cue.and_then(|c| c.who.clone()) } else { None };
        let actor = actor(source, clause.clone()).or(who);
        let horizon = own.get(1).cloned();
        out.push(Found { tokens: span, by, horizon, actor, status, sentence: n, rule });
    }
    plan
}

/// The sentence after what is done beside the main thing: `Bên cạnh việc làm đường đến năm 2025, xã …`.
fn after_adjunct(source: Source, tokens: Range<usize>) -> Range<usize> {
    let r = source.reading;
    let adjunct = r.any(tokens.start, &["bên cạnh việc", "cùng với việc", "song song với việc", "ngoài việc"]);
    let comma = adjunct.and_then(|from| {
        (from..tokens.end).find(|&i| r.raw(i) == "," && !source.names.holds(r.tokens[i].span.start()))
    });
    comma.map_or(tokens.start, |c| c + 1)..tokens.end
}

/// Whether nothing but the word for a goal stands there, before a comma and a day: `Mục tiêu cụ thể, năm 2030`.
fn only_names_goal(source: Source, clause: &Range<usize>) -> bool {
    let after = goal_word(source, clause.start, |w| w.goal);
    after.is_some_and(|a| source.reading.raw(a) == "," && clause.len() < 8 && !has_number(source, clause.clone()))
}

/// Whether nothing but a term stands there, or what ends the name of a plan: `tầm nhìn đến năm 2030`.
fn only_looks_ahead(source: Source, clause: &Range<usize>, own: &[Deadline]) -> bool {
    let looks = source.reading.any(clause.start, &["tầm nhìn", "định hướng"]).is_some();
    looks && own.first().is_some_and(|d| d.tokens.end + 2 >= clause.end)
}

/// Whether a goal is named there, but not what it is.
fn names_goal(source: Source, mut clause: Range<usize>) -> bool {
    clause.any(|i| source.reading.any(i, &["mục tiêu", "chỉ tiêu"]).is_some())
}

/// Whether the sentence opens with what a plan says: `Theo đề án …`.
pub(super) fn by_plan(source: Source, start: usize) -> bool {
    source.reading.low(start) == "theo" && goal_word(source, start + 1, |w| w.source).is_some()
}

/// Whether the sentence opens with a plan and its day, or with the day alone: `Theo đề án, đến năm 2030, 90% xã …`.
fn follows_plan(source: Source, tokens: Range<usize>, lead: Option<&Deadline>) -> bool {
    let r = source.reading;
    if lead.is_some_and(|d| r.phrase_before(d.tokens.start, "tầm nhìn") == Some(tokens.start)) {
        return true;
    }
    let Some(lead) = lead.filter(|d| is_due(source, d) || opens_stage(source, d)) else { return false };
    let by_plan = by_plan(source, tokens.start);
    let until = opens_stage(source, lead) && lead.tokens.start <= tokens.start + 1
        || matches!(r.low(lead.tokens.start.wrapping_sub(1)), "đến" | "tới")
        || r.low(lead.tokens.start) == "đến";
    let counted = r.low(lead.tokens.start.wrapping_sub(2)) == "tính";
    let needs = ["nhu cầu", "dân số", "lực lượng lao động", "thiếu", "ước", "dự báo", "khoảng"];
    // `nhu cầu điện`, not `người có nhu cầu`
    let needs_it = |i: usize| r.any(i, &needs).is_some() && r.phrase(i.wrapping_sub(1), "có nhu cầu").is_none();
    let may = |i: usize| r.phrase(i, "có thể").is_some() && !is_ability(source, tokens.start, i);
    // What has been reached by the month that is ending is no goal.
    let forecast = tokens.clone().take(20).any(|i| needs_it(i) || may(i)) || tokens.clone().any(|i| r.low(i) == "đã");
    until && !counted && (by_plan || !forecast && r.raw(lead.tokens.end) == ",")
}

/// Whether the deadline is the end of a stage that is named: `giai đoạn 2026 - 2030`.
fn opens_stage(source: Source, deadline: &Deadline) -> bool {
    source.reading.any(deadline.tokens.start, &["giai đoạn", "nhiệm kỳ"]).is_some()
}

/// For each sentence, whether an item begins in it of a list that somebody is told to do: `… yêu cầu thực hiện 4 nhiệm vụ.
/// Một là, …`.
fn listed_tasks(source: Source) -> Vec<bool> {
    let r = source.reading;
    let sentence = |span: Span| r.sentences.partition_point(|s| s.span.start() <= span.start()).checked_sub(1);
    let mut out = vec![false; r.sentences.len()];
    for list in &source.facts.enumerations {
        let Some(label) = sentence(list.span) else { continue };
        let goals = r.tokens_in(list.span).any(|i| r.any(i, &["chỉ tiêu", "mục tiêu"]).is_some());
        if !goals && !source.speech.of_sentence(label).iter().any(|cue| cue.class == SpeechVerb::Order) {
            continue;
        }
        for item in list.items.iter().filter_map(|item| sentence(item.span)).filter(|&item| item > label) {
            out[item] = true;
        }
    }
    out
}

/// Whether the tokens end with a word that sets a goal: `phấn đấu`.
fn follows_aim(source: Source, before: Range<usize>) -> bool {
    let end = before.end;
    let mut aim_at_end = false;
    each_word(source, before, |i, word| {
        let after = source.reading.longest(&source.reading.lexicon.aim_words, i, end).map(|(after, _)| after);
        aim_at_end = word == AimWord::Aim && after == Some(end);
    });
    aim_at_end
}

/// The deadline that a word such as `đến` or `trước` marks, else the first.
fn due_first<'a>(source: Source, own: &'a [Deadline]) -> Option<&'a Deadline> {
    own.iter().find(|d| super::accept::is_due(source, d)).or(own.first())
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
    (theme.kind == ThemeKind::YearDesignation).then_some(Plan {
        by: Some(by),
        segment: sentence.segment,
        actor: None,
        follow: Follow::Sentences,
    })
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

/// Whether the sentence goes on with the plan of the one before: `Đó là, …`, `Ứng dụng …`.
fn continues(source: Source, n: usize) -> bool {
    let r = source.reading;
    let Some(sentence) = r.sentences.get(n) else { return false };
    let start = sentence.tokens.start;
    let leads = [
        "đó là",
        "cụ thể",
        "trong đó",
        "theo đó",
        "trong lĩnh vực",
        "đồng thời",
        "bên cạnh đó",
        "cùng đó",
        "cùng với đó",
        "ngoài ra",
    ];
    r.any(start, &leads).is_some() || acts_first(source, start)
}

/// Every item of a sentence that lists what a plan year is for; whether there is one.
fn plan_items(source: Source, n: usize, plan: &Plan, deadlines: &[Deadline], out: &mut Vec<Found>) -> bool {
    let r = source.reading;
    let before = out.len();
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
                by: own.first().cloned().or_else(|| plan.by.clone()),
                horizon: None,
                actor: plan.actor.clone(),
                status: TargetStatus::Commitment,
                sentence: n,
                rule: "plan_item",
            });
        }
    }
    out.len() > before
}

/// Where the item begins in a clause that opens with `đó là` or a place for it: `Trong lĩnh vực báo chí, đó là …`.
fn item_start(source: Source, clause: Range<usize>) -> usize {
    let r = source.reading;
    let openers = ["đó là", "cụ thể là", "cụ thể", "cùng đó", "cùng với đó", "ngoài ra", "bên cạnh đó"];
    let opener = clause.clone().find_map(|i| r.any(i, &openers));
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
pub(super) fn actor(source: Source, clause: Range<usize>) -> Option<String> {
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
